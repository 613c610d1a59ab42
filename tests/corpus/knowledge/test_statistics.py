"""Statistics read out of sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.knowledge.statistics import extract_statistics
from corpus.model.context import DocumentContext
from corpus.model.platform import Platform
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, Period, Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str, **options: object) -> list[Statistic]:
    """Return the statistics of a text parted into sentences."""
    return list(extract_statistics(text, sentences(text), **options))  # type: ignore[arg-type]


def told(text: str) -> list[tuple[str, str, str]]:
    """Return metric, value with unit, and change of every statistic."""
    return [
        (
            one.metric,
            "" if one.direction is not None or one.value is None else f"{one.value}{one.unit}",
            moved(one.movement),
        )
        for one in read(text)
    ]


def moved(change: Change | None) -> str:
    """Return a change in words, empty for none."""
    if change is None:
        return ""
    return f"{change.direction} {change.value}{change.unit} {change.basis}".strip()


def test_that_a_figure_is_read_whole() -> None:
    text = "据某某研究院统计，2018年全国茶叶销售额达到1.2万亿元，同比增长8.5%。"
    (found,) = read(text)
    assert found == Statistic(
        id=found.id,
        metric="茶叶销售额",
        value=Decimal("1.2"),
        unit="万亿元",
        evidence=Span(0, len(text)),
        figure=Span(text.index("1.2"), text.index("元，同比") + 1),
        subject="全国",
        region="全国",
        period=Period("2018年", "2018-01-01", "2018-12-31"),
        base_value=Decimal("1200000000000.0"),
        base_unit="元",
        kind=StatisticKind.ACTUAL,
        change=Change(Direction.UP, Decimal("8.5"), "%", "同比"),
        source="某某研究院",
        confidence=found.confidence,
    )


@every(
    ("text", "expected"),
    [
        ("粮食产量增长3%。", [("粮食产量", "", "up 3%")]),
        ("全年地区生产总值[2]500亿元，失业率〔3〕为5%[4]。", [("地区生产总值", "500亿元", ""), ("失业率", "5%", "")]),
        ("粮食产量³12.5万吨，油料产量①3万吨。", [("粮食产量", "12.5万吨", ""), ("油料产量", "3万吨", "")]),
        ("新增绿地20km²。", [("新增绿地", "20km²", "")]),
        ("出口额下降2.5%。", [("出口额", "", "down 2.5%")]),
        ("人均收入从2万元增长到3万元。", [("人均收入", "3万元", "up None 从2万元")]),
        (
            "售出门票30万张、接待团队900个，分别增长5%、6%。",
            [("售出门票", "30万张", "up 5%"), ("接待团队", "900个", "up 6%")],
        ),
        ("造船业、制药业增加值分别增长7%、9%。", [("造船业增加值", "", "up 7%"), ("制药业增加值", "", "up 9%")]),
        ("地区生产总值增长5%、达到3万亿元。", [("地区生产总值", "3万亿元", "up 5%")]),
        ("成本中房租占30%，工资占20%。", [("成本中房租", "30%", ""), ("工资", "20%", "")]),
        ("25%是房租，35%是工资。", [("房租", "25%", ""), ("工资", "35%", "")]),
        ("受访者多为学生（61.5%）。", [("学生", "61.5%", "")]),
        ("客流连续跨越1亿、2亿两个台阶。", []),
        ("我们有一个目标、两件事和三大特点。", []),
        ("其中，6岁以下儿童免费。", []),
    ],
)  # fmt: skip
def test_that_metric_value_and_change_belong_together(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(metric.removesuffix("占比"), value, change) for metric, value, change in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        ("用户超过3亿人。", "超过", "3", None),
        ("覆盖率在80%以上。", "以上", "80", None),
        ("用户约3亿人。", "约", None, None),
        ("用户不到3亿人。", "不到", None, "3"),
        ("毛利率为5%-10%。", "", "5", "10"),
    ],
)
def test_that_qualifiers_set_bounds(text: str, qualifier: str, low: str | None, high: str | None) -> None:
    (found,) = read(text)
    bounds = tuple(None if bound is None else str(bound) for bound in (found.low, found.high))
    assert (found.qualifier, bounds) == (qualifier, (low, high))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("预计明年销售额达到5亿元。", StatisticKind.FORECAST),
        ("女性占比为45%。", StatisticKind.SHARE),
        ("有16.7%的受访学生听过讲座。", StatisticKind.SHARE),
        ("青禾集团将以6.9亿元的价格收购云亭港务。", StatisticKind.FORECAST),
        ("社区里有近半数参与者（49.2%）。", StatisticKind.SHARE),
        ("青禾科技为集团贡献了超过七成的利润。", StatisticKind.SHARE),
        ("销售额增长5%。", StatisticKind.GROWTH),
        ("号称拥有3亿用户。", StatisticKind.ESTIMATE),
        ("茶叶产量位居全球第一。", StatisticKind.RANK),
        ("销售额为5亿元。", StatisticKind.ACTUAL),
    ],
)
def test_that_the_kind_follows_the_words(text: str, kind: StatisticKind) -> None:
    assert [one.kind for one in read(text)] == [kind]


def test_that_a_period_is_carried_over_without_text() -> None:
    first, second = read("2018年，甲类销售额为5亿元。乙类销售额为3亿元。")
    assert (first.period, first.inferred) == (Period("2018年", "2018-01-01", "2018-12-31"), False)
    assert (second.period, second.inferred) == (Period("", "2018-01-01", "2018-12-31"), True)


def test_that_a_basis_of_comparison_is_not_the_period() -> None:
    text = "2018年销售额为5亿元，比2017年增长20%。丙类销售额为1亿元。"
    assert [one.period.start for one in read(text)] == ["2018-01-01", "2018-01-01"]


def test_that_relative_years_follow_the_day_of_writing() -> None:
    (found,) = read("去年销售额为5亿元。", context=DocumentContext(written=date(2018, 10, 1)))
    assert found.period == Period("去年", "2017-01-01", "2017-12-31")


def test_that_a_named_platform_is_the_subject() -> None:
    (found,) = read("甲店网去年成交额为5亿元。", platforms=(Platform("甲店网", ("JD",)),))
    assert found.subject == "甲店网"


def test_that_ascii_commas_and_blanks_before_stops_do_no_harm() -> None:
    text = "2018年,全国茶叶销售额9.01亿元,同比增长23.9% 。其中,绿茶销售额3.5亿元,下降1.3% 。"
    assert told(text) == [("茶叶销售额", "9.01亿元", "up 23.9% 同比"), ("绿茶销售额", "3.5亿元", "down 1.3%")]


def test_that_ids_are_stable_and_differ() -> None:
    text = "甲类销售额为5亿元，乙类销售额为3亿元。"
    ids = [one.id for one in read(text)]
    assert ids == [one.id for one in read(text)]
    assert len(set(ids)) == 2


@every(
    ("text", "expected"),
    [
        ("巩固提升12万亩茶园。", [("提升茶园", "12万亩", "")]),
        ("引进和培育40家以上茶饮企业。", [("引进和培育茶饮企业", "40家", "")]),
        ("完成35公里步道改造。", [("步道改造", "35公里", "")]),
        ("某茶企获得某资本800万美元 B 轮融资。", [("B 轮融资", "800万美元", "")]),
        ("该品牌登陆交易所后获得20亿美元的市值。", [("市值", "20亿美元", "")]),
        ("茶叶检测能力达60GWh，粉尘浓度降至18微克/立方米。", [
            ("茶叶检测能力", "60GWh", ""), ("粉尘浓度", "18微克/立方米", ""),
        ]),
        ("人均茶叶产出达到3万元/人左右。", [("人均茶叶产出", "3万元/人", "")]),
        ("茶园、作坊分别从12家、30家增加到20家、45家。", [
            ("茶园", "20家", "up None 从12家"), ("作坊", "45家", "up None 从30家"),
        ]),
        ("采摘机械化率从2018年的31.5%提升到2023年的48.2%。", [
            ("采摘机械化率", "48.2%", "up None 从2018年的31.5%"),
        ]),
        ("产量和事故起数分别较“十二五”时期下降7.5%、8.5%。", [
            ("产量", "", "down 7.5% 较“十二五”时期"), ("事故起数", "", "down 8.5% 较“十二五”时期"),
        ]),
        ("红茶覆盖率、绿茶覆盖率分别提高3.5、4个百分点。", [
            ("红茶覆盖率", "", "up 3.5个百分点"), ("绿茶覆盖率", "", "up 4个百分点"),
        ]),
        ("城镇和农村茶农人均收入分别增长4.1%和5.2%。", [
            ("城镇茶农人均收入", "", "up 4.1%"), ("农村茶农人均收入", "", "up 5.2%"),
        ]),
        ("对邻省、对海外出口总额年均分别增长3%、5%。", [
            ("对邻省出口总额", "", "up 3% 年均"), ("对海外出口总额", "", "up 5% 年均"),
        ]),
        ("茶叶价格涨幅2%左右。", [("茶叶价格涨幅", "2%", "")]),
        ("茶饮门店数量获得了 150% 的增长。", [("茶饮门店数量", "", "up 150%")]),
        ("茶路运营里程新增170公里、突破900公里。", [("茶路运营里程", "900公里", "up 170公里")]),
        ("各类茶会年均吸引4000余万人次参与。", [("各类茶会年均吸引", "4000万人次", "")]),
        ("茶农平均年龄较上年提高0.6岁、达到52.3岁。", [("茶农平均年龄", "52.3岁", "up 0.6岁 较上年")]),
        ("制茶平均用时缩短至3.5天。", [("制茶平均用时", "3.5天", "")]),
        ("样本量：518", [("样本量", "518", "")]),
        ("茶客看重的是茶的香气、水的温度以及杯的厚薄，这些因素的比例分别为 6.1%、4.4%和 3.9%。", [
            ("茶的香气占比", "6.1%", ""), ("水的温度占比", "4.4%", ""), ("杯的厚薄占比", "3.9%", ""),
        ]),
        ("茶商最发愁的是山路难走，这一难处占比高达 53.8%。", [("山路难走占比", "53.8%", "")]),
        ("其中21-25岁的茶客占比最高，达到 26.2%，其次是26-30岁，占 20.5%。", [
            ("21-25岁的茶客占比", "26.2%", ""), ("26-30岁占比", "20.5%", ""),
        ]),
        ("5 人以内的茶社占比 21.8%。", [("5 人以内的茶社占比", "21.8%", "")]),
        ("茶馆省下了等座和结账的时间（14.3%）。", [("茶馆省下了等座和结账的时间", "14.3%", "")]),
        ("某茶社获 3.3 亿美元投资，用于开店。", [("投资", "3.3亿美元", "")]),
        ("超七成茶农装了温度计，其中三成用手机看温度。",
         [("茶农装了温度计", "70%", ""), ("用手机看温度", "30%", "")]),
        ("有62%的茶客自带茶杯，另有11%按月付费。", [("茶客自带茶杯", "62%", ""), ("按月付费", "11%", "")]),
        ("四成家庭没有茶具。", [("没有茶具", "40%", "")]),
        ("茶塔通高63米，八角七层。", [("茶塔通高", "63米", "")]),
    ],
)  # fmt: skip
def test_that_figures_of_reports_are_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "### 6.2 本土茶艺走进课堂",
        "二十多位茶师共同参与评审。",
        "以新一轮“3个100万”为抓手推进茶旅融合。",
        "6岁以下儿童免费品茶。",
    ],
)
def test_that_numbers_that_say_nothing_are_passed_over(text: str) -> None:
    assert told(text) == []


def test_that_a_burden_taken_off_is_no_negative_amount() -> None:
    (found,) = read("为茶农减负2500万元以上。")
    assert found.value == Decimal(2500)
    assert found.qualifier == "以上"


def test_that_a_date_within_a_name_is_no_period() -> None:
    (found,) = read("打造“新十二月茶市”品牌，接待茶客11万人次。")
    assert found.period == Period()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("人均预期寿命达到79岁。", StatisticKind.ACTUAL),
        ("今年的主要预期目标是：茶叶产值增长5%。", StatisticKind.FORECAST),
        ("到2030年，茶叶产值达到300亿元。", StatisticKind.FORECAST),
        ("茶叶产值从2019年的20亿元提升到2023年的35亿元。", StatisticKind.ACTUAL),
        ("研发经费预计快速增长；茶叶产值累计35亿元。", StatisticKind.ACTUAL),
        ("股东计划以集中竞价方式，于三季度减持股份不超过200万股。", StatisticKind.FORECAST),
        ("股东拟通过交易系统，在九十日内，减持其持有的全部股份不超过200万股。", StatisticKind.FORECAST),
        ("预计到年底：研发提速；茶叶产值35亿元。", StatisticKind.FORECAST),
    ],
)
def test_that_aims_are_told_from_results(text: str, kind: StatisticKind) -> None:
    assert [one.kind for one in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("茶客主要分布在江南，占比达7.2%。", "茶客"),
        ("调查显示，老茶馆中绝大多数茶客为熟客（71.5%）。", "老茶馆"),
        ("泽阳大学发明专利授权312件。", "泽阳大学"),
        ("海岬队全场失误18次。", "海岬队"),
        ("仁和医院门急诊量286.4万人次。", "仁和医院"),
        ("“书角计划”覆盖乡村学校327所。", "书角计划"),
        ("艺术学院招生312人。", ""),
        ("“新三样”出口增长14.1%。", ""),
    ],
)
def test_that_figures_are_told_of_the_group_or_body_they_are_of(text: str, subject: str) -> None:
    assert [one.subject for one in read(text)] == [subject]


@every(
    ("text", "metrics"),
    [
        ("新增2所本科高校、1所职业院校。", ["新增本科高校", "新增职业院校"]),
        ("改造1万户农村危房。", ["改造农村危房"]),
        ("全县关停3家水泥厂，新建12座分拨中心。", ["关停水泥厂", "新建分拨中心"]),
        ("全县有2所本科高校。", ["本科高校"]),
        ("新增高速公路里程300公里。", ["新增高速公路里程"]),
        ("高标准抓好23件民生实事。", ["抓好民生实事"]),
        ("新布局社区食堂52家、便民驿站310个。", ["新布局社区食堂", "新布局便民驿站"]),
        ("引进世界500强项目11个。", ["引进世界500强项目"]),
        ("17个村入选中国传统村落。", ["入选中国传统村落的村"]),
        ("建设10个养老服务中心、60个服务站。", ["建设养老服务中心", "建设服务站"]),
        ("办理代表建议4249件、政协提案3542件。", ["办理代表建议", "办理政协提案"]),
        ("服务单价为首检25元/次、复检35元/次。", ["首检服务单价", "复检服务单价"]),
        ("新开工青溪至白石等2个项目，挂牌建设金凤、嘉陵3个实验室。", ["新开工项目", "挂牌建设实验室"]),
        ("新开、复航、加密44条国际航线。", ["新开、复航、加密国际航线"]),
        (
            "推动青溪等14条高速公路项目和黄石等4个铁路项目加快建设。",
            ["推动高速公路项目", "加快建设的铁路项目"],
        ),
        ("年均增长10.5%，成交额增长7.1倍，新增7名“两院”院士。", ["成交额", "新增“两院”院士"]),
    ],
)
def test_that_what_comes_or_goes_is_no_number_of_all_there_are(text: str, metrics: list[str]) -> None:
    assert [one.metric for one in read(text)] == metrics


def test_that_a_name_alone_is_no_metric() -> None:
    assert [one.metric for one in read("重要股东减持超过500万股的还有国昌实业(行情000000，诊股)。")] == []


def test_that_the_other_group_of_a_study_is_told_by_the_same_metric() -> None:
    found = read("干预组平均年龄70.4岁，对照组70.9岁。")
    assert [(one.subject, one.metric) for one in found] == [("干预组", "平均年龄"), ("对照组", "平均年龄")]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("社会消费品零售总额同比增长-1.2%。", "down 1.2% 同比"),
        ("社会消费品零售总额比上年增长－1.2%。", "down 1.2% 比上年"),
        ("2021年社会消费品零售总额增长−0.8%。", "down 0.8%"),
        ("社会消费品零售总额增速为-1.2%。", "down 1.2%"),
        ("社会消费品零售总额环比上涨 -0.3％。", "down 0.3% 环比"),
        ("社会消费品零售总额同比-7.3%。", "down 7.3% 同比"),
        ("社会消费品零售总额增长+3%。", "up 3%"),
        ("社会消费品零售总额下降-3%。", "down 3%"),
    ],
)
def test_that_growth_below_nought_is_a_decline(text: str, change: str) -> None:
    assert told(text) == [("社会消费品零售总额", "", change)]
