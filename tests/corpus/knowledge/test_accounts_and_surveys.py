"""Accounts held against other times, figures of several told together, and what surveys say of shares of people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.knowledge.comparing.comparison import comparable
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.document.title_names import named_in_title
from corpus.knowledge.extraction import Extraction, extract
from corpus.knowledge.phrases.company_words import listed
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Direction, Statistic
from corpus.text.sentences import sentences

SHARES = 8
"""The words of trade are tried in so many tests: a test of its own for each costs half as much again as the trial."""


def extracted(text: str) -> Extraction:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text))


def read(text: str) -> tuple[Statistic, ...]:
    return extracted(text).statistics


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021年第三季度广告收入为3.2亿元，2020年同期为2.3亿元。", "2020-07-01", "2020-09-30"),
        ("2024年上半年净收入为4.6亿元，2025年同期为4.4亿元。", "2025-01-01", "2025-06-30"),
        ("2023年第三季度平均时长为51分钟，上一季度平均时长为47分钟。", "2023-04-01", "2023-06-30"),
        ("2023年第一季度交付8万辆，上季度交付9万辆。", "2022-10-01", "2022-12-31"),
    ],
)
def test_that_the_same_time_and_the_quarter_before_are_dated_by_the_one_told(
    text: str, start: str, end: str
) -> None:
    (_, second) = read(text)
    assert (second.period.start, second.period.end) == (start, end)
    assert "同期" not in second.subject


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("净营收为9.66亿元，与去年同期的11.31亿元相比下滑14.7%。", [("净营收", "9.66", "14.7")]),
        ("平均月活跃用户（MAU）数为1.2亿，较上一季度的1.3亿下滑10%。", [("平均月活跃用户数", "1.2", "10")]),
        ("经调整的净亏损由第二季度的2亿元收窄为1.1亿元。", [("经调整的净亏损", "1.1", None)]),
        ("毛利率为41.4%，超市场一致预期2%。", [("毛利率", "41.4", "")]),
        (
            "费用为111亿元，占总收入比例环比-5.2pcts至53.7%。",
            [("费用", "111", ""), ("费用占总收入", "53.7", "5.2")],
        ),
    ],
)
def test_that_what_a_level_is_held_against_is_no_measure(text: str, told: list[tuple[str, str, str]]) -> None:
    found = read(text)
    assert [(one.metric, str(one.value)) for one in found] == [each[:2] for each in told]
    moved = ["" if one.change is None else one.change.value for one in found]
    assert [None if value is None else str(value) for value in moved] == [each[2] for each in told]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("基于非美国通用会计准则，净亏损为5.2亿元。", "非美国通用会计准则"),
        ("不按美国通用会计准则，净利润为2.1亿元。", "不按美国通用会计准则"),
        ("按美国通用会计准则，净利润为2.1亿元。", "美国通用会计准则"),
        ("经营利润（Non-IFRS）率为8.2%。", "Non-IFRS"),
    ],
)
def test_that_the_standard_an_account_does_not_keep_is_not_the_one_it_keeps(text: str, basis: str) -> None:
    assert [one.basis for one in read(text)] == [basis]


def test_that_a_standard_told_of_one_figure_is_not_that_of_the_next() -> None:
    found = read("净亏损6210万元，非GAAP净亏损为5700万元，月活总数为4220万。")
    assert [one.basis for one in found] == ["", "非GAAP", ""]
    assert [one.subject for one in found] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        (
            "销售额约8215亿元，比2020年、2019年春节黄金周分别增长28.6%、4.8%。",
            ["比2020年", "比2019年春节黄金周"],
        ),
        ("旅游收入37亿元，比去年和2019年分别增长12%和8.5%。", ["比去年", "比2019年"]),
        ("出口额3.2亿美元，较上月、上年同期分别下降1.2%和4.6%。", ["较上月", "较上年同期"]),
    ],
)
def test_that_a_level_grows_against_each_of_several_times(text: str, bases: list[str]) -> None:
    (level, *moved) = read(text)
    assert [one.basis for one in moved] == bases
    assert {(one.metric, one.period.text) for one in moved} == {(level.metric, "")}


def test_that_two_measures_pointed_back_at_take_their_changes() -> None:
    found = read("全省接待游客150.7万人次，旅游收入9.12亿元，两项指标比上年同期分别增长22%和23%。")
    assert [(one.metric, one.change and str(one.change.value)) for one in found] == [
        ("接待游客", "22"),
        ("旅游收入", "23"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "东部地区旅游收入占全国的比重最高，东北地区最低，分别为46.4%和6.8%。",
        "四川（4360万人）、广东（3960万人）接待游客均超过3000万人次。",
    ],
)
def test_that_a_figure_of_several_is_not_that_of_one_of_them(text: str) -> None:
    assert not [one for one in read(text) if one.region or one.subject]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("25%的学生支出为“500-1000元”。", [("学生支出为500-1000元", "25")]),
        ("18%的女性用户每月花费在300元以下。", [("女性用户每月花费在300元以下", "18")]),
        ("13.2%的网购用户表示“一般”。", [("网购用户表示“一般”", "13.2")]),
    ],
)
def test_that_what_those_of_a_share_have_says_of_whom_it_is(text: str, told: list[tuple[str, str]]) -> None:
    found = read(text)
    assert [(one.metric, str(one.value)) for one in found] == told
    assert [(one.kind.value, one.subject) for one in found] == [("share", "")]


@pytest.mark.parametrize("first", range(SHARES))
def test_that_a_new_word_of_trade_is_nobodys_name(first: int) -> None:
    found: dict[str, list[str]] = {}
    for word in sorted(listed("trade_words"))[first::SHARES]:
        text = (
            f"86.3%的{word}用户对{word}体验表示满意。"
            f"{word}用户规模达3亿人，{word}订单增长20%，{word}企业300家。"
        )
        found[word] = [one.text for one in extracted(f"行业观察\n\n{text}").mentions]
    assert {word: names for word, names in found.items() if names} == {}


def test_that_an_office_tells_what_others_have() -> None:
    (one,) = read("国家旅游部门2月14日公布，今年春节，旅游收入3720亿元。")
    assert (one.subject, one.source) == ("", "国家旅游部门")


def test_that_a_measure_of_the_whole_country_is_nobody() -> None:
    title = "全国房地产开发投资增长3.7%"
    assert not named_in_title(title, f"{title}\n全国房地产开发投资58980亿元。")


@pytest.mark.parametrize(
    ("text", "subject", "metric"),
    [
        ("该楼盘均价每平方米4.2万元。", "该楼盘", "均价"),
        ("其间全国在线餐饮交易额同比增长49.5%。", "全国", "在线餐饮交易额"),
        ("全国接待游客3亿人次，其中一日游游客9100万人次。", "", "一日游游客"),
        ("每DAU平均日消耗时长为51.8分钟。", "", "每DAU平均日消耗时长"),
    ],
)
def test_that_words_are_not_cut(text: str, subject: str, metric: str) -> None:
    last = read(text)[-1]
    assert (last.subject, last.metric) == (subject, metric)


def test_that_a_time_only_compared_with_dates_nothing() -> None:
    found = read("一线城市房价环比上涨0.1%，涨幅与上月相同；二手房价格环比上涨0.2%。")
    assert [(one.period.text, one.direction) for one in found] == [("", Direction.UP)] * 2


@pytest.mark.parametrize("measure", ["GMV", "MAU", "DAU", "营收", "年活跃用户"])
def test_that_several_platforms_take_one_measure_in_turn(measure: str) -> None:
    found = read(f"2020年阿里巴巴、京东、拼多多的{measure}分别为7亿元、3亿元、2亿元。")
    assert [(one.subject, str(one.value)) for one in found] == [
        ("阿里巴巴", "7"),
        ("京东", "3"),
        ("拼多多", "2"),
    ]
    assert len({one.metric for one in found}) == 1


@pytest.mark.parametrize("of", ["年活跃用户", "年度活跃用户", "月活跃用户", "日均订单", "年营收", "年度投诉"])
def test_that_the_time_of_a_measure_is_no_part_of_a_name(of: str) -> None:
    (one,) = read(f"拼多多{of}为4.19亿。")
    assert one.subject == "拼多多"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "拼多多活跃用户为4.19亿，超过京东3.06亿的年度活跃用户。",
            [("拼多多", "活跃用户"), ("京东", "年度活跃用户")],
        ),
        ("京东占据六成的份额，而拼多多只占有两成左右。", [("京东", "份额"), ("拼多多", "份额")]),
        ("京东45%/拼多多19.7%/快手9%。", []),
        ("其中17.8%用户的消费金额占其消费额的三成以上。", []),
        ("得物、唯品会、小红书三家的市场份额合计不足5%。", [("得物、唯品会、小红书", "市场份额")]),
    ],
)
def test_that_each_figure_is_of_who_stands_with_it(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.subject, one.metric) for one in read(text)] == told


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("23年1-3Q", "2023-01-01", "2023-09-30"),
        ("3Q24", "2024-07-01", "2024-09-30"),
        ("4Q2023", "2023-10-01", "2023-12-31"),
        ("2024年一至三季度", "2024-01-01", "2024-09-30"),
        ("2024年1-3季度", "2024-01-01", "2024-09-30"),
    ],
)
def test_that_quarters_counted_before_their_letter_are_dated(printed: str, start: str, end: str) -> None:
    (one,) = read(f"{printed}营业收入为3亿元。")
    assert (one.metric, one.period.start, one.period.end) == ("营业收入", start, end)


@pytest.mark.parametrize(
    ("basis", "told"),
    [("yoy-2%", "yoy"), ("较2020年3月减少2%", "较2020年3月"), ("和Q3相比减少了2%", "和Q3相比")],
)
def test_that_a_change_keeps_what_it_is_against(basis: str, told: str) -> None:
    (one,) = read(f"活跃买家7.27亿，{basis}。")
    assert one.change is not None
    assert (one.change.direction, str(one.change.value), one.change.basis) == (Direction.DOWN, "2", told)


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("3 985亿元", "3985", "亿元"),
        ("2 703.1亿元", "2703.1", "亿元"),
        (" 12 500 万元", "12500", "万元"),
        ("1 234 567元", "1234567", "元"),
    ],
)
def test_that_thousands_parted_by_blanks_are_one_number(printed: str, value: str, unit: str) -> None:
    (one,) = read(f"网络零售额达{printed}。")
    assert (str(one.value), one.unit) == (value, unit)


def test_that_a_place_ahead_of_the_others_grows_by_the_measure_told_before() -> None:
    (_, one) = read("全国零售额2703亿元，西南地区增速最快，同比增长率为52.1%，东北地区最低，为3.2%。")
    assert (one.metric, one.region, one.direction, one.basis) == ("零售额", "西南地区", Direction.UP, "同比")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "存货账面价值分别为1.1亿元和1.3亿元，占流动资产的比例分别为21.4%和23.8%。",
            [
                "存货账面价值 1.1",
                "存货账面价值 1.3",
                "存货账面价值占流动资产 21.4",
                "存货账面价值占流动资产 23.8",
            ],
        ),
        ("王某通过员工持股平台间接控制8.3%的表决权。", ["表决权 8.3"]),
        ("研发费用率为5.2%，低于可比公司均值7.1%。", ["研发费用率 5.2"]),
        ("公司共有员工1286人。", ["员工 1286"]),
        ("销售额过亿元的企业12家。", ["销售额过亿元的企业 12"]),
    ],
)
def test_that_a_prospectus_is_read_by_its_measures(text: str, told: list[str]) -> None:
    assert [f"{one.metric} {one.value}" for one in read(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("90天内日订单量从0增至2500万单。", ["日订单量 2500 万单"]),
        ("订单峰值从一天1亿单大幅提升至2.5亿单。", ["订单峰值 2.5 亿单"]),
        ("395个品牌月成交破百万元。", ["品牌月成交破百万元 395 个"]),
        ("美团单日零售订单创1.2亿单的历史纪录。", ["单日零售订单 1.2 亿单"]),
        ("淘宝闪购宣布启动500亿元补贴计划。", ["补贴计划 500 亿元"]),
        ("阿里巴巴财务优势显著（1000亿自由现金流+6000亿现金储备）。", []),
        ("运输费用（6.9万亿元）与GDP的比率为7.7%。", ["运输费用 6.9 万亿元"]),
        ("甲店、乙店、丙店分别排名第19、第44和第48位。", []),
        ("年化对应200亿单。", ["年化对应 200 亿单"]),
    ],
)
def test_that_orders_are_told_by_their_measure(text: str, told: list[str]) -> None:
    assert [f"{one.metric} {one.value} {one.unit}" for one in read(text)] == told


def test_that_what_is_counted_last_is_what_all_count() -> None:
    found = read("美团和饿了么日订单量分别约为6000万和2000万单。")
    assert [(one.subject, one.unit) for one in found] == [("美团", "万单"), ("饿了么", "万单")]


def test_that_what_grew_is_the_sum_and_not_its_share() -> None:
    total, share = read("工业品物流总额256.9万亿元，占比90.7%，同比增长6.2%。")
    assert total.change is not None
    assert (str(total.change.value), share.change) == ("6.2", None)


def test_that_a_share_does_not_grow_by_what_its_whole_did() -> None:
    (share,) = read("美团1.2亿单中餐饮占比83%，较去年峰值9000万单增长33%。")
    assert share.change is None


@pytest.mark.parametrize("segment", ["闪购", "外卖", "电商", "秒送"])
def test_that_a_segment_bears_its_own_orders(segment: str) -> None:
    (one,) = read(f"淘宝{segment}日订单量达9000万单。")
    assert (one.subject, one.metric) == (f"淘宝{segment}", "日订单量")


def test_that_the_orders_of_a_market_are_nobodys_own() -> None:
    own, market = read("美团日订单量达8000万单，市场总量从日均1亿单增至2亿单。")
    assert (own.subject, market.subject) == ("美团", "")


@pytest.mark.parametrize("back", ["上年", "去年", "2023年"])
def test_that_a_time_looked_back_at_dates_its_own_number_only(back: str) -> None:
    found = read(f"唯品会2024年净营收1084亿元，{back}为1129亿元；净利润90亿元，活跃用户880万。")
    assert [one.period.text for one in found] == ["2024年", back, "2024年", "2024年"]


def test_that_years_told_one_after_the_other_date_what_follows() -> None:
    found = read("公司营收2022年为3亿元，2023年为4亿元，净利润0.5亿元。")
    assert [one.period.text for one in found] == ["2022年", "2023年", "2023年"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("总市值1056亿港元（约988亿元）。", ["总市值 1056"]),
        (
            "前三月销售额达663亿元，几乎是2017年全年成交总额（1413亿元）的一半。",
            ["销售额 663", "成交总额 1413"],
        ),
        ("占据全球市值前5名中的4席。", []),
        ("互联网普及率为60.4%，相较于2021年6月提升了1.2个百分点。", ["互联网普及率 60.4"]),
        (
            "城镇居民收入和农村居民收入仅1 080元和610元，年均增长率分别为10.7%和9.6%。",
            ["城镇居民收入 1080", "农村居民收入 610", "城镇居民收入 10.7", "农村居民收入 9.6"],
        ),
        ("2021年全国淘宝村的数量已达到7020个。", ["淘宝村的数量 7020"]),
    ],
)
def test_that_each_number_of_a_history_is_of_its_measure(text: str, told: list[str]) -> None:
    assert [f"{one.metric} {one.value}" for one in read(text)] == told


def test_that_a_year_gone_by_is_no_forecast() -> None:
    found = read("2014年网络零售额仅为1810亿元，到2020年则增长至1.78万亿元。")
    assert [one.kind.value for one in found] == ["actual", "actual"]


def test_that_growth_at_prices_of_the_day_is_not_that_at_constant_ones() -> None:
    nominal, real = read("2021年全国居民收入比上年名义增长9.1%；2021年全国居民收入比上年实际增长8.1%。")
    assert (nominal.basis, real.basis) == ("比上年名义", "比上年实际")
    assert not comparable(nominal, real)
    assert comparable(real, replace(real, basis="扣除价格因素实际"))
    assert not comparable(nominal, replace(nominal, basis="两年平均名义"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“光房租一年就要二十四万。”她说。", ["房租 240000"]),
        ("退货率高得吓人，女装这块差不多有六成。", ["女装 退货率 60"]),
        ("我们的复购率能做到四成五，行业里一般也就两成。", ["复购率 45", "行业 复购率 20"]),
        ("脐橙收购价三块五，到消费者手里要八块。", ["脐橙收购价 3.5"]),
        ("记者了解到，该镇有网店一千七百多家。", ["网店 1700"]),
        ("直播间卖三十九块九。", ["直播间售价 39.9"]),
        ("员工从最初的五个人发展到三百多人。", ["员工 300"]),
        ("线上占总营收的七成，线下三成。", ["线上占总营收 70", "线下占总营收 30"]),
        ("从业人员超过六千人。", ["从业人员 6000"]),
    ],
)
def test_that_people_tell_figures_in_their_own_words(text: str, told: list[str]) -> None:
    assert [f"{one.subject} {one.metric} {one.value}".strip() for one in read(text)] == told
