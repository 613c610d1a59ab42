"""Numbers, amounts, percentages, dates and periods found in sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.numbers import find_numbers
from tests.lines import every


def told(text: str, reference: date | None = None) -> list[tuple[str, str, str, str]]:
    """Return text, kind, value (or bounds) and unit of every mention."""
    return [
        (
            one.span.of(text),
            one.kind,
            str(one.value) if one.value is not None else f"{one.low}..{one.high}",
            one.unit,
        )
        for one in find_numbers(text, reference=reference)
        if one.kind != "date" and not one.start_date
    ]


def dated(text: str, reference: date | None = None) -> list[tuple[str, str, str]]:
    """Return text, first and last day of every date and period."""
    return [
        (one.span.of(text), one.start_date, one.end_date)
        for one in find_numbers(text, reference=reference)
        if one.kind in {"date", "period"}
    ]


@every(
    ("text", "expected"),
    [
        ("卖了3.5万元", [("3.5万元", "amount", "3.5", "万元")]),
        ("共三百万元。", [("三百万元", "amount", "3000000", "元")]),
        ("拿到数百万美元", [("数百万美元", "amount", "1000000..10000000", "美元")]),
        ("每件￥99起", [("￥99", "amount", "99", "元")]),
        ("定价HK$18.6—HK$21.2", [("HK$18.6—HK$21.2", "amount", "18.6..21.2", "港元")]),
        ("定价US$5-8", [("US$5-8", "amount", "5..8", "美元")]),
        ("￥99 - ￥199", [("￥99 - ￥199", "amount", "99..199", "元")]),
        ("五元三毛", [("五元三毛", "amount", "5.3", "元")]),
        ("赔款60亿马克", [("60亿马克", "amount", "60", "亿马克")]),
        ("产量3.2万公吨", [("3.2万公吨", "quantity", "3.2", "万公吨")]),
        ("花了2.8亿港币", [("2.8亿港币", "amount", "2.8", "亿港币")]),
        ("收入港币52.3亿元", [("港币52.3亿元", "amount", "52.3", "亿港元")]),
        ("收入人民币52.3亿元", [("人民币52.3亿元", "amount", "52.3", "亿元")]),
        ("营收新台币75.9亿元", [("新台币75.9亿元", "amount", "75.9", "亿新台币")]),
        ("增长百分之三十", [("百分之三十", "percent", "30", "%")]),
        ("约三成", [("三成", "percent", "30", "%")]),
        ("提高2.4个百分点", [("2.4个百分点", "percent", "2.4", "个百分点")]),
        ("高5‰", [("5‰", "percent", "5", "‰")]),
        ("在5%—10%之间", [("5%—10%", "percent", "5..10", "%")]),
        ("花费3到5万元", [("3到5万元", "amount", "3..5", "万元")]),
        ("排第16位", [("第16", "ordinal", "16", "")]),
        ("20万公斤苹果", [("20万公斤", "quantity", "20", "万公斤")]),
        ("用电8100亿千瓦时", [("8100亿千瓦时", "quantity", "8100", "亿千瓦时")]),
        ("涨到3倍", [("3倍", "quantity", "3", "倍")]),
        ("四分之一", [("四分之一", "number", "0.25", "")]),
        ("三成八把菜卖掉", [("三成八", "percent", "38", "%")]),
        ("两成五交给合作社", [("两成五", "percent", "25", "%")]),
        ("一成二是女性", [("一成二", "percent", "12", "%")]),
        ("亏损1.1亿元至0.9亿元", [("1.1亿元至0.9亿元", "amount", "0.9..1.1", "亿元")]),
        ("七成五具有高中学历", [("七成五", "percent", "75", "%")]),
        ("四成半", [("四成半", "percent", "45", "%")]),
        ("用了三年半", [("三年半", "period", "3.5", "年")]),
        ("二三十人", [("二三十", "number", "20..30", "")]),
        ("2.1万多家", [("2.1万多", "number", "2.1..None", "万")]),
        ("降至零下十二摄氏度", [("零下十二摄氏度", "quantity", "-12", "摄氏度")]),
        ("零下3.5℃", [("零下3.5℃", "quantity", "-3.5", "℃")]),
        ("建筑面积12万㎡", [("12万㎡", "quantity", "12", "万㎡")]),
        ("净含量500g", [("500g", "quantity", "500", "g")]),
        ("营收1906.07亿元", [("1906.07亿元", "amount", "1906.07", "亿元")]),
    ],
)
def test_that_numbers_are_found_with_kind_value_and_unit(
    text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "unit",
    [
        "mmol/L",
        "mg/dL",
        "mmHg",
        "元/吨公里",
        "欧元/兆瓦时",
        "/10万",
        "人/平方公里",
        "克拉",
        "GHz",
        "kPa",
        "km/h",
    ],
)
def test_that_a_unit_is_read_whole(unit: str) -> None:
    assert [one[-1] for one in told(f"测得12.6{unit}，较上次高。")] == [unit]


def test_that_a_pair_of_measures_is_no_fraction() -> None:
    assert told("血压120/80 mmHg") == [("120", "number", "120", ""), ("80 mmHg", "quantity", "80", "mmHg")]


@pytest.mark.parametrize(
    "text",
    [
        "一切十分顺利，统一管理，万一下雨",
        "三维、5G、4K、90后、4K电视，电话021-6543 2100",
        "电话010-12345678，手机13800138000",
        "版本1.2.3和B2B、O2O、5G网络、TOP10",
        "见 https://example.org/a?x=30%25 和 me@example.org",
        "大陆队伍参与零售",
        "双11和618在9:30开始",
        "一五一十地说了，三步并作两步上楼，做事丢三落四",
    ],
)
def test_that_words_names_and_codes_are_no_numbers(text: str) -> None:
    assert told(text) == []


@every(
    ("text", "expected"),
    [
        ("2018年7月26日上市", [("2018年7月26日", "2018-07-26", "2018-07-26")]),
        ("于2018-07-26上市", [("2018-07-26", "2018-07-26", "2018-07-26")]),
        ("2018年上半年", [("2018年上半年", "2018-01-01", "2018-06-30")]),
        ("2018年第一季度", [("2018年第一季度", "2018-01-01", "2018-03-31")]),
        ("2018年1-2季度", [("2018年1-2季度", "2018-01-01", "2018-06-30")]),
        ("2018Q3", [("2018Q3", "2018-07-01", "2018-09-30")]),
        ("2016—2018年", [("2016—2018年", "2016-01-01", "2018-12-31")]),
        ("2019年1—9月份", [("2019年1—9月份", "2019-01-01", "2019-09-30")]),
        ("“十三五”时期", [("“十三五”时期", "2016-01-01", "2020-12-31")]),
        ("20世纪90年代", [("20世纪90年代", "1990-01-01", "1999-12-31")]),
        ("本世纪初", [("本世纪初", "2001-01-01", "2010-12-31")]),
        ("上世纪末", [("上世纪末", "1991-01-01", "2000-12-31")]),
        ("二〇一九年十二月", [("二〇一九年十二月", "2019-12-01", "2019-12-31")]),
        ("2020年2月", [("2020年2月", "2020-02-01", "2020-02-29")]),
        ("2015年4月获投，7月又获投", [("2015年4月", "2015-04-01", "2015-04-30"), ("7月", "2015-07-01", "2015-07-31")]),
        ("2018年3月，同年7月26日", [("2018年3月", "2018-03-01", "2018-03-31"),
        ("同年7月26日", "2018-07-26", "2018-07-26")]),
    ],
)  # fmt: skip
def test_that_dates_and_periods_are_dated(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated(text) == expected


def test_that_relative_periods_need_the_day_of_writing() -> None:
    text = "去年上半年和今年"
    assert dated(text) == [("去年上半年", "", ""), ("今年", "", "")]
    assert dated(text, date(2018, 10, 1)) == [
        ("去年上半年", "2017-01-01", "2017-06-30"),
        ("今年", "2018-01-01", "2018-12-31"),
    ]


def test_that_the_first_days_of_the_lunar_year_are_dated_where_the_year_is_known() -> None:
    assert dated("大年初十", date(2021, 6, 1)) == [("大年初十", "2021-02-21", "2021-02-21")]
    assert dated("正月初三", date(2024, 3, 1)) == [("正月初三", "2024-02-12", "2024-02-12")]
    assert dated("大年初十") == [("大年初十", "", "")]


def test_that_years_that_have_passed_are_not_the_next_year() -> None:
    assert dated("一住二十来年", date(2024, 6, 1)) != [("来年", "2025-01-01", "2025-12-31")]
    assert dated("来年开工", date(2024, 6, 1)) == [("来年", "2025-01-01", "2025-12-31")]


def test_that_impossible_days_are_not_dated() -> None:
    assert dated("2019年2月30日") == [("2019年2月30日", "", "")]


@given(
    st.text(
        alphabet="0123456789一二十百千万亿点年月日第%元个、，。.-/多几约数分之成折 半ABkm至到", max_size=60
    )
)
def test_that_mentions_are_in_order_and_never_overlap(text: str) -> None:
    position = 0
    for mention in find_numbers(text, reference=date(2020, 2, 29)):
        assert position <= mention.span.start < mention.span.end <= len(text)
        position = mention.span.end
        if mention.low is not None and mention.high is not None:
            assert mention.low <= mention.high
        if mention.value is not None:
            assert isinstance(mention.value, Decimal)


@pytest.mark.parametrize(
    ("text", "day", "year"),
    [
        ("全年新增就业5.1万人。", date(2023, 1, 28), "2022"),
        ("年末存款余额5.1亿元。", date(2023, 3, 1), "2022"),
        ("全年新增就业5.1万人。", date(2023, 12, 28), "2023"),
        ("预计全年新增就业5.1万人。", date(2023, 1, 28), "2023"),
        ("全年要新增就业5.1万人。", date(2023, 1, 28), "2023"),
        ("年底前新增就业5.1万人。", date(2023, 1, 28), "2023"),
        ("2021年，我县遭遇大旱，全年新增就业5.1万人。", date(2023, 1, 28), "2021"),
    ],
)
def test_that_a_whole_year_told_in_its_first_months_is_the_one_before(
    text: str, day: date, year: str
) -> None:
    days = [start[:4] for _, start, _ in dated(text, day)]
    assert days[-1] == year


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("误差不超过正负零点五毫米", [("零点五毫米", "0.5", "毫米")]),
        ("个子一米八二", [("一米八二", "1.82", "米")]),
        ("两米一的床", [("两米一", "2.1", "米")]),
        ("楼高三米二十层", [("三米", "3", "米"), ("二十", "20", "")]),
        ("鲈鱼卖四十八块八", [("四十八块八", "48.8", "元")]),
        ("鸡蛋三块五一斤", [("三块五", "3.5", "元"), ("一斤", "1", "斤")]),
        ("给了两块三个人分", [("两块", "2", "元"), ("三", "3", "")]),
        ("下午三点一刻开会", []),
        ("圆周率三点一四", [("三点一四", "3.14", "")]),
        ("收入RMB 3.2bn", [("RMB 3.2bn", "32.0", "亿元")]),
        ("收入USD 45 million", [("USD 45 million", "4500", "万美元")]),
    ],
)
def test_that_what_is_spoken_and_english_scales_are_read_whole(
    text: str, read: list[tuple[str, str, str]]
) -> None:
    assert [(one.span.of(text), str(one.value), one.unit) for one in find_numbers(text)] == read


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("三小时零六分", "186", "分钟"),
        ("2个小时40分钟", "160", "分钟"),
        ("2小时07分15秒", "7635", "秒"),
        ("4分20秒", "260", "秒"),
        ("42秒31", "42.31", "秒"),
        ("1分48秒2", "108.2", "秒"),
    ],
)
def test_that_a_time_told_in_several_units_is_one_length(text: str, value: str, unit: str) -> None:
    (found,) = find_numbers(f"用时{text}。")
    assert (found.span.of(f"用时{text}。"), str(found.value), found.unit) == (text, value, unit)


@pytest.mark.parametrize("text", ["20时30分15秒", "12秒3次", "12秒3000个"])
def test_that_other_numbers_beside_seconds_are_their_own(text: str) -> None:
    assert len(find_numbers(text)) > 1


def test_that_what_a_level_moved_by_is_no_range_with_it() -> None:
    assert [one.unit for one in find_numbers("库存减少39.1万桶至4.19亿桶。")] == ["万桶", "亿桶"]
    assert len(find_numbers("利润增长3亿元至5亿元。")) == 1


@pytest.mark.parametrize("behind", ["就业毕业生", "就医患者", "就餐者"])
def test_that_tenths_of_those_who_work_or_are_treated_are_tenths(behind: str) -> None:
    (found,) = find_numbers(f"近七成{behind}留在省内。")
    assert (found.span.of(f"近七成{behind}留在省内。"), found.unit) == ("七成", "%")


@pytest.mark.parametrize("behind", ["反映客流少了", "坦言难做", "降到三成", "涨至七成"])
def test_that_the_last_figure_of_tenths_belongs_to_them(behind: str) -> None:
    assert str(find_numbers(f"六成五{behind}")[0].value) == "65"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("半年之后", "半年"),
        ("半个月后回来", "半个月"),
        ("等了半小时", "半小时"),
        ("近半年来", "半年"),
        ("半个钟头", "半个钟头"),
    ],
)
def test_that_half_a_time_is_a_length_of_time(text: str, length: str) -> None:
    (found,) = find_numbers(text)
    assert (found.span.of(text), found.kind, found.value) == (length, "period", Decimal("0.5"))


@pytest.mark.parametrize("text", ["大半年", "半年度", "每半年", "半年线", "后半年的事"])
def test_that_a_part_of_a_longer_time_is_no_half_of_one(text: str) -> None:
    assert all(one.value is None for one in find_numbers(text))
