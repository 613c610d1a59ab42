"""The time a figure speaks of where its sentence, its paragraph and its title name several."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.source import Metadata
from corpus.text.sentences import sentences
from tests.lines import every

WRITTEN = "2026-08-21"


def times_of(text: str, written: str = WRITTEN) -> dict[str, str]:
    """Return for each figure as printed the days it speaks of; empty days where they are not known."""
    context = derive_context(text, metadata=Metadata(date=written))
    found = extract(text, sentences(text), builtin_knowledge(), context).statistics
    return {one.figure.of(text): f"{one.period.start}/{one.period.end}".strip("/") for one in found}


FIRST_QUARTER, YEAR_BEFORE = "2026-01-01/2026-03-31", "2025-01-01/2025-03-31"


@every(
    ("text", "times"),
    [
        # a day of the month before the text was written, to the hour, and the accounts of a part of a year
        ("截至20日上午8时，全市转移群众1.2万人。", {"1.2万人": "2026-08-20/2026-08-20"}),
        ("截至28日，全市转移群众1.2万人。", {"1.2万人": "2026-07-28/2026-07-28"}),
        ("公司2025年三季报显示，净利润1.2亿元。", {"1.2亿元": "2025-01-01/2025-09-30"}),
        ("公司半年报显示，净利润1.2亿元。", {"1.2亿元": "2026-01-01/2026-06-30"}),
        ("截至三季报披露日，质押股份1.2亿股。", {"1.2亿股": ""}),
        ("公司2025年中报净利润1.2亿元。", {"1.2亿元": "2025-01-01/2025-06-30"}),
        ("五一假期，全市接待游客32万人次。", {"32万人次": ""}),
        # the same time of the year before
        (
            "栗原轴承一季度实现净利润1.2亿元，上年同期为0.9亿元。",
            {"1.2亿元": FIRST_QUARTER, "0.9亿元": YEAR_BEFORE},
        ),
        ("今年一季度，公司毛利率为31%，去年同期仅为28%。", {"31%": FIRST_QUARTER, "28%": YEAR_BEFORE}),
        (
            "2026年2月，全市用电量9亿千瓦时，去年同期为8亿千瓦时。",
            {"9亿千瓦时": "2026-02-01/2026-02-28", "8亿千瓦时": "2025-02-01/2025-02-28"},
        ),
        ("公司存货12亿元，上年同期为10亿元。", {"12亿元": "", "10亿元": ""}),
        ("一季度净利润1.2亿元，比上年同期增长9%。", {"1.2亿元": FIRST_QUARTER}),
        # a basis and a time due give their year and day to nothing else
        (
            "毛利率由上年同期的21%升至24%。3月末，存货余额为12亿元。",
            {"24%": "", "12亿元": "2026-03-31/2026-03-31"},
        ),
        (
            "公司应于2026年9月30日前交付首批设备40台。预付款余额为3亿元。",
            {"40台": "2026-08-21/2026-09-30", "3亿元": ""},
        ),
        ("全市受理案件320件，是2021年的2.4倍。", {"320件": "", "2.4倍": ""}),
        # what an earlier time is told of beside is not what goes on
        (
            "今年二季度，该国经济增长2.4%，一季度增幅为1.9%。企业固定投资增长5.3%。",
            {"2.4%": "2026-04-01/2026-06-30", "1.9%": FIRST_QUARTER, "5.3%": "2026-04-01/2026-06-30"},
        ),
        (
            "二季度个人消费增长1.8%，较前一季度放缓0.7个百分点。",
            {"1.8%": "2026-04-01/2026-06-30", "0.7个百分点": "2026-04-01/2026-06-30"},
        ),
        # a time compared with since when, one to come and an occasion of a year date nothing behind them
        (
            "8月社融增速为8.8%，为2021年6月以来最低。\n二季度出口额为8.4亿元。",
            {"8.8%": "2026-08-01/2026-08-31", "8.4亿元": "2026-04-01/2026-06-30"},
        ),
        (
            "到2027年底，单位成本将降到0.33元。\n公司上半年营收5.7亿元。",
            {"0.33元": "2027-01-01/2027-12-31", "5.7亿元": "2026-01-01/2026-06-30"},
        ),
        ("2026年五一假期市场平稳。全市接待游客32万人次。", {"32万人次": ""}),
        (
            "青云市集8月3日单日客流达15万人次。全省发放消费券300万元。",
            {"15万人次": "2026-08-03/2026-08-03", "300万元": ""},
        ),
        ("公司9月1日早间公告称，来自该片的收入约为2.1亿元。", {"2.1亿元": ""}),
        # quarters of a financial year are none of the calendar
        (
            "公司公布了截至2026年6月30日的2027财年第一季度财报。第一季度营收为28亿元，上年同期为25亿元。",
            {"28亿元": "2026-04-01/2026-06-30", "25亿元": "2025-04-01/2025-06-30"},
        ),
        ("公司公布了2027财年第一季度财报。第一季度营收为28亿元。", {"28亿元": ""}),
        ("2026年，案件平均审理周期为97天，较2025年缩短12天。", {"97天": "2026-01-01/2026-12-31"}),
        # a year told from that of writing holds for its paragraph
        (
            "去年双11，全网销售额为1.4万亿元。\n10月21日至11月11日，快递揽收量为139亿件。",
            {"1.4万亿元": "", "139亿件": "2025-10-21/2025-11-11"},
        ),
        ("去年，县里有奶茶店27家。\n县城常住人口61万人。", {"27家": "2025-01-01/2025-12-31", "61万人": ""}),
        ("2023年最好的时候，日销量超过400杯。", {"400杯": "2023-01-01/2023-12-31"}),
        # that month, a half year in short, hours within a stretch, a year of accounts
        (
            "风驰快递7月业务量为14亿票。迅达快递当月业务量为9亿票。",
            {"14亿票": "2026-07-01/2026-07-31", "9亿票": "2026-07-01/2026-07-31"},
        ),
        ("26H1公司收入为12亿元。", {"12亿元": "2026-01-01/2026-06-30"}),
        ("3月15日20时—3月20日24时，全网销售额为5亿元。", {"5亿元": "2026-03-15/2026-03-20"}),
        ("公司2027财年第一季度营收为681亿美元。", {"681亿美元": ""}),
        (
            "截至2025年12月31日止年度，本集团收入为57亿元；截至2026年6月30日止六个月，收入为31亿元。",
            {"57亿元": "2025-01-01/2025-12-31", "31亿元": "2026-01-01/2026-06-30"},
        ),
        # now, another year of its own, the day of sending, a year long gone
        (
            "2023年关到只剩校区83个，现在校区有96个。",
            {"83个": "2023-01-01/2023-12-31", "96个": ""},
        ),
        (
            "2026年全年出货量达到3180万台，2027年小幅下滑1.5%。",
            {"3180万台": "2026-01-01/2026-12-31", "1.5%": "2027-01-01/2027-12-31"},
        ),
        ("澄湖日报8月20日消息，公司披露财报。营收为68亿元。", {"68亿元": ""}),
        (
            "2019年，全国新增影院1453家。\n星幕影城银幕数为48块。",
            {"1453家": "2019-01-01/2019-12-31", "48块": ""},
        ),
    ],
)
def test_that_each_figure_has_the_time_its_words_give_it(text: str, times: dict[str, str]) -> None:
    assert times_of(text) == times


def test_that_a_notice_is_of_the_year_of_its_account_and_not_of_its_number() -> None:
    text = (
        "证券代码：002XX5 证券简称：澜星股份 公告编号：2026-007\n澜星股份有限公司2025年度业绩预告\n"
        "营业收入预计为11亿元，上年同期为10亿元。\n报告期内产能利用率为58%。"
    )
    year = "2025-01-01/2025-12-31"
    assert times_of(text, "2026-01-30") == {"11亿元": year, "10亿元": "2024-01-01/2024-12-31", "58%": year}


@every(
    ("text", "told"),
    [
        (
            "迅达快递7月业务量和单票收入分别为9.8亿票和2.17元，同比分别增长23.4%和下降6.5%。",
            ["业务量 9.8亿票 up 23.4", "单票收入 2.17元 down 6.5"],
        ),
        (
            "销售/管理/研发费用率分别为16.2%/5.8%/13.1%，同比-1.9/-0.3/+0.6pct。",
            ["销售费用率 16.2% down 1.9", "管理费用率 5.8% down 0.3", "研发费用率 13.1% up 0.6"],
        ),
        ("公司营业收入18.6亿元，同比微增2.3%。", ["营业收入 18.6亿元 up 2.3"]),
        ("公司营收1.2亿元，同比翻了两倍。", ["营收 1.2亿元 up 2"]),
        ("生豆成本去年涨了六成。", ["生豆成本 60% up 60"]),
        ("优良天数312天，同比增加9天。", ["优良天数 312天 up 9"]),
        ("房租从每月6500元涨到8200元。", ["房租 8200元 up None"]),
        ("一般公共预算收入突破12亿元大关。", ["一般公共预算收入 12亿元"]),
        ("家庭医生签约25.7万人。", ["家庭医生签约 25.7万人"]),
        ("客单价17块8，往年只有15块。", ["客单价 17.8元", "客单价 15元"]),
        ("微塑料含量为186～2 940个。", ["微塑料含量 186–2940个"]),
        ("经营现金流净额由上年同期的-1.4亿元转为2.2亿元。", ["经营现金流净额 2.2亿元 up None"]),
        ("公司收入57亿元，毛利为12亿元。", ["收入 57亿元", "毛利 12亿元"]),
        ("平板出货量97万台，YoY增长12.1%。", ["平板出货量 97万台 up 12.1"]),
        ("集团在管建筑面积1.6亿平方米。", ["在管建筑面积 1.6亿平方米"]),
    ],
)
def test_that_measures_changes_and_signs_are_told_as_printed(text: str, told: list[str]) -> None:
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    shown = []
    for one in found:
        value = f"{one.low}–{one.high}" if one.value is None else str(one.value)
        moved = f" {one.movement.direction} {one.movement.value}" if one.movement else ""
        shown.append(f"{one.metric} {value}{one.unit}{moved}")
    assert shown == told


HALF_YEAR = "2026-01-01/2026-06-30"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        # the one time a title names dates what nothing else dates
        (
            "上半年全市外贸增长7.9%\n据市商务局统计，全市进出口总值1486亿元。\n二季度进出口771亿元。\n民营企业进出口1011亿元。",
            {
                "7.9%": HALF_YEAR,
                "1486亿元": HALF_YEAR,
                "771亿元": "2026-04-01/2026-06-30",
                "1011亿元": HALF_YEAR,
            },
        ),
        (
            "关于2025年粮食产量数据的公告\n全国粮食播种面积11946万公顷。",
            {"11946万公顷": "2025-01-01/2025-12-31"},
        ),
        # a plan is none of it, nor is a time to come, one of several, or the day of an event
        (
            "澄湖股份一季度净利下滑\n公司拟以不超过1.5亿元回购股份。\n存货余额12亿元。",
            {"1.5亿元": "", "12亿元": FIRST_QUARTER},
        ),
        ("四季度楼市怎么走\n全市新房可售面积486万平方米。", {"486万平方米": ""}),
        ("一季度回暖，二季度看稳：外贸观察\n全市出口额43亿元。", {"43亿元": ""}),
        ("2026年的那场雨\n全村种植面积43亩。", {"43亩": ""}),
    ],
)
def test_that_a_title_dates_what_nothing_else_dates(text: str, times: dict[str, str]) -> None:
    assert times_of(text) == times


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            (
                "全县公立医院药费连降三年\n安丰县卫健局5月6日通报，全县门诊次均费用为186元。\n"
                f"{'县里把药品集中采购坚持了下来，老人取药不再跑远路。' * 14}\n医保基金支出1.9亿元。\n"
                "县人民医院住院人次为3.1万人次。"
            ),
            {"186元": "安丰县", "1.9亿元": "安丰县", "3.1万人次": ""},
        ),
        (
            "上半年全省外贸增长7.9%\n记者7月9日从江汀省商务厅获悉，全省进出口总值1486亿元。",
            {"7.9%": "江汀省", "1486亿元": "江汀省"},
        ),
        (
            "临溪县的民生账本\n去年，临溪城镇居民人均可支配收入达到40260元。",
            {"40260元": "临溪县"},
        ),
        (
            "国家能源局：上半年新增装机1.2亿千瓦\n电网工程完成投资3105亿元。",
            {"1.2亿千瓦": "", "3105亿元": ""},
        ),
    ],
)
def test_that_a_long_text_of_one_place_tells_of_it(text: str, places: dict[str, str]) -> None:
    context = derive_context(text, metadata=Metadata(date=WRITTEN))
    found = extract(text, sentences(text), builtin_knowledge(), context).statistics
    assert {one.figure.of(text): one.region for one in found} == places
    assert not any("能源局" in one.subject for one in found)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # who found out what others have, and who is told of beside another
        ("IDC：平板出货量增长\nIDC报告显示，2026年三季度，平板出货量为814万台。", {"814万台": ""}),
        ("IDC预计，2026年全球平板出货量将达到3180万台。", {"3180万台": "全球"}),
        (
            "杰宏科技一季度外销收入9.1亿元，申贝缝制同期外销收入2.6亿元。",
            {"9.1亿元": "杰宏科技", "2.6亿元": "申贝缝制"},
        ),
    ],
)
def test_that_a_figure_is_of_whom_it_is_told(text: str, subjects: dict[str, str]) -> None:
    found = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics
    assert {one.figure.of(text): one.subject for one in found} == subjects


def test_that_what_was_over_before_a_forecast_is_none() -> None:
    text = "澜星股份2025年净利润预计为2.6亿元，上年同期盈利4518万元。"
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    assert [one.kind for one in found] == ["forecast", "actual"]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("中国公司治理2023年度报告", ""),
        ("城市商业银行发展2024年度报告", ""),
        ("全国环境统计2022年年报", ""),
        ("中国平安2023年年度报告", "中国平安"),
        ("首创环境2023年年度报告", "首创环境"),
        ("青禾科技2023年度报告摘要", "青禾科技"),
    ],
)
def test_that_a_report_on_a_field_is_no_companys(title: str, speaker: str) -> None:
    assert derive_context(f"{title}\n样本覆盖沪深两市。").speaker == speaker


@pytest.mark.parametrize(
    ("title", "opening", "written", "start"),
    [
        ("青河县经济运行情况", "一季度，", "2025-04-22", "2025-01-01"),
        ("青河县一季度经济运行", "一季度，", "2025-04-22", "2025-01-01"),
        ("青河县经济运行情况", "四季度，", "2025-01-22", "2024-10-01"),
    ],
)
def test_that_a_part_of_the_year_just_over_is_of_this_year(
    title: str, opening: str, written: str, start: str
) -> None:
    text = f"{title}\n{opening}青河县固定资产投资同比增长4.7%。"
    context = derive_context(text, title=title, metadata=Metadata(date=written))
    (one,) = extract(text, sentences(text), builtin_knowledge(), context).statistics
    assert (one.period.start, one.region) == (start, "青河县")


@every(
    ("said", "written", "days"),
    [
        ("12月份", "2025-01-15", "2024-12-01/2024-12-31"),
        ("12月末", "2025-02-20", "2024-12-31/2024-12-31"),
        ("四季度", "2025-01-15", "2024-10-01/2024-12-31"),
        ("下半年", "2025-01-15", "2024-07-01/2024-12-31"),
        ("10月1日", "2025-09-12", "2024-10-01/2024-10-01"),
        ("1—12月", "2025-01-28", "2024-01-01/2024-12-31"),
        ("前11个月", "2025-01-05", "2024-01-01/2024-11-30"),
        ("2月末", "2024-01-20", "2023-02-28/2023-02-28"),
        # come already, or going on
        ("8月", "2025-08-12", "2025-08-01/2025-08-31"),
        ("1—8月", "2025-08-30", "2025-01-01/2025-08-31"),
        ("下半年", "2025-09-12", "2025-07-01/2025-12-31"),
        ("今年12月", "2025-09-12", "2025-12-01/2025-12-31"),
    ],
)
def test_that_a_month_without_its_year_is_the_last_one_there_was(said: str, written: str, days: str) -> None:
    for text in (f"{said}，网络零售额为15.5亿元。", f"网络零售额{said}达15.5亿元。"):
        assert times_of(text, written) == {"15.5亿元": days}
    printed = f"网络零售额发布\n{written} 来源：云江日报\n{said}，网络零售额为15.5亿元。"
    assert times_of(printed, written) == {"15.5亿元": days}


@pytest.mark.parametrize("ahead", ["预计网络零售额为", "网络零售额力争达到", "网络零售额有望突破"])
def test_that_a_month_to_come_is_that_of_the_year_it_is_told_in(ahead: str) -> None:
    assert times_of(f"12月，{ahead}15.5亿元。", "2025-01-15") == {"15.5亿元": "2025-12-01/2025-12-31"}
