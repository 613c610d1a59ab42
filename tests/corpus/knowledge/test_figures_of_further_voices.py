"""Figures of sentences other hands wrote: lists, groups asked, things pointed at, ranges, rates, places on the map."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Direction, Statistic
from corpus.text.numbers.mentions import find_numbers
from corpus.text.sentences import sentences


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(f"简报\n\n{text}")).statistics


def told(text: str) -> list[str]:
    """Return whose, measure, what is printed and kind of the figures of a text."""
    return [
        f"{one.subject or one.region or '-'} {one.metric} {text[one.figure.start : one.figure.end]} {one.kind}"
        for one in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("水深3至40米。", "3", "40"),
        ("票价5至60元。", "5", "60"),
        ("每班2—30人。", "2", "30"),
        ("占3—50%。", "3", "50"),
        ("补贴3到40万元。", "3", "40"),
        ("来了两到三万人。", "20000", "30000"),
        ("来了三到四十人。", "30", "40"),
        ("将介于15%与18%之间。", "15", "18"),
        ("增速在5%和6%之间。", "5", "6"),
    ],
)
def test_that_a_range_goes_from_what_is_printed_to_what_is_printed(text: str, low: str, high: str) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("text", ["5%与6%两档税率。", "甲占5%和乙占6%。"])
def test_that_two_numbers_joined_without_a_between_are_two(text: str) -> None:
    assert all(one.low is None for one in find_numbers(text))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "云峤电器、松朗家居、格砚科技今日分获主力净流入2.2亿、1.7亿、9300万元。",
            [
                "云峤电器 主力净流入 2.2亿 actual",
                "松朗家居 主力净流入 1.7亿 actual",
                "格砚科技 主力净流入 9300万元 actual",
            ],
        ),
        (
            "云峤电器、松朗家居上半年分别实现营收2.2亿、1.7亿元。",
            ["云峤电器 营收 2.2亿 actual", "松朗家居 营收 1.7亿元 actual"],
        ),
    ],
)
def test_that_a_list_of_sums_of_which_the_last_names_its_currency_is_shared_out(
    text: str, figures: list[str]
) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "一千七百四十六名受访大学生中，记过账的占58.3%，坚持三个月以上的不足17%。",
            [
                "- 受访大学生 一千七百四十六名 actual",
                "受访大学生 记过账 58.3% share",
                "受访大学生 坚持三个月以上 17% actual",
            ],
        ),
        (
            "受访顾客对餐饮的不满最集中：嫌贵的52%，嫌难吃的三成一。",
            ["受访顾客 嫌贵 52% actual", "受访顾客 嫌难吃 三成一 actual"],
        ),
        (
            "新生代农民工月收入中位数5,630元，寄回老家的只占15%。",
            ["新生代农民工 月收入中位数 5,630元 actual", "新生代农民工 寄回老家 15% share"],
        ),
    ],
)
def test_that_a_group_that_was_asked_bears_what_is_told_of_it(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "这款国产单机游戏上线72小时售出350万份，好评率维持在94%。",
            ["这款国产单机游戏 上线72小时售出 350万份 actual", "这款国产单机游戏 好评率 94% share"],
        ),
        (
            "这家书店日均客流800人，复购率34%。",
            ["这家书店 日均客流 800人 actual", "这家书店 复购率 34% share"],
        ),
        (
            "这部电影票房3亿元，豆瓣评分8.1分。",
            ["这部电影 票房 3亿元 actual", "这部电影 豆瓣评分 8.1分 actual"],
        ),
        (
            "这条高铁全长320公里，设计时速350公里。",
            ["这条高铁 全长 320公里 actual", "这条高铁 设计时速 350公里 actual"],
        ),
        ("该项目的实施将产生影响，此次中标总金额为4,538万元。", ["该项目 中标总金额 4,538万元 actual"]),
        ("这个效应会在两三年内出现，行业会变样，50%的人可能会转行。", ["- 可能会转行 50% share"]),
    ],
)
def test_that_one_thing_pointed_at_bears_what_its_own_clause_measures(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2021年全年GDP增长率为5.7%。", ["- GDP 5.7% growth"]),
        ("民间投资增速由负转正，为0.3%。", ["- 民间投资 0.3% growth"]),
        ("一季度GDP环比增速达到了2.2%。", ["- GDP 2.2% growth"]),
        ("人口自然增长率为1.2%。", ["- 人口自然增长率 1.2% actual"]),
    ],
)
def test_that_the_level_of_a_rate_of_growth_is_a_growth_of_what_grows(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "两组被试的平均反应时相差46毫秒：实验组612毫秒，对照组658毫秒。",
            ["实验组 平均反应时 612毫秒 actual", "对照组 平均反应时 658毫秒 actual"],
        ),
        (
            "各品类零售额差异较大：油烟机120亿元，洗碗机80亿元。",
            ["- 油烟机零售额 120亿元 actual", "- 洗碗机零售额 80亿元 actual"],
        ),
        (
            "项目均价普降：玻尿酸每支1,280元（-11.5%），胶原蛋白每支3450元（-4%）。",
            ["- 玻尿酸项目均价 1,280元 actual", "- 胶原蛋白项目均价 3450元 actual"],
        ),
    ],
)
def test_that_a_measure_told_to_differ_is_that_of_the_items_behind_its_colon(
    text: str, figures: list[str]
) -> None:
    assert told(text) == figures


def test_that_a_change_in_brackets_is_that_of_the_item_it_stands_behind() -> None:
    found = read("项目均价普降：玻尿酸每支1,280元（-11.5%），胶原蛋白每支3450元（-4%）。")
    assert [one.change and one.change.value for one in found] == [Decimal("11.5"), Decimal(4)]


@pytest.mark.parametrize(
    "text",
    [
        "介于北纬30度45分~31度22分、东经86度23分~86度49分。",
        "该岛位于东经120.5度、北纬25度。",
        "深夜11点，街上没有人。",
        "俄语在学校被列为第一外语。",
    ],
)
def test_that_places_on_the_map_hours_and_ordinal_names_are_no_figures(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("占地面积为19335平方公尺。", "- 占地面积 19335平方公尺 actual"),
        ("屏幕尺寸为9英吋。", "- 屏幕尺寸 9英吋 actual"),
        ("听潮音乐会员数破四千万。", "听潮音乐 会员数 四千万 actual"),
        ("渗透率由期初的26%升至期末的55%。", "- 渗透率 55% share"),
        ("投入12亿元实施企业找技术行动。", "- 实施企业找技术行动投入 12亿元 actual"),
        ("周识率150名军士守郢州。", "- 军士 150名 actual"),
        ("近3000名冰雪运动健儿奋力拼搏、挑战极限。", "- 冰雪运动健儿 3000名 actual"),
        ("共有128名资格赛选手参加。", "- 资格赛选手 128名 actual"),
        ("共有10名球员出战大满贯单打正赛，创造历史。", "- 出战大满贯单打正赛的球员 10名 actual"),
    ],
)
def test_that_a_figure_has_its_whole_unit_and_a_measure_that_names_what_is_counted(
    text: str, figure: str
) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("二十年前村里有300户人家，现在只剩40户，老人占了八成。", ["二十年前", "现在", "现在"]),
        ("去年底员工有300人，目前只有120人，其中研发人员占六成。", ["去年底", "目前", "目前"]),
        ("2023年销售额12亿元，目前会员300万，复购率35%。", ["2023年", "目前", "目前"]),
        ("目前门店有120家，2024年新增20家，关闭8家。", ["目前", "2024年", "2024年"]),
        ("一般公共预算收入完成563.2亿元，为年初预算的101.8%，其中税收占比76%。", ["", "", ""]),
    ],
)
def test_that_what_follows_now_is_of_now_until_another_time_is_named(text: str, times: list[str]) -> None:
    assert [one.period.text for one in read(text)] == times


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("公司2025年度计提预计负债1.08亿元。", ["公司 计提预计负债 1.08亿元 actual"]),
        ("公司预计负债率降至40%。", ["公司 负债率 40% forecast"]),
        (
            "据厂商排产计划，月产能将提高到9万片，稼动率回升至85%以上。",
            ["- 月产能 9万片 forecast", "- 稼动率 85% forecast"],
        ),
        ("格瑞萨共和国二季度GDP萎缩0.7%。", ["格瑞萨共和国 GDP 0.7% growth"]),
        (
            "CR5升至48.8%；中小厂商数目锐减，两年里退出了230家。",
            ["- CR5 48.8% actual", "- 两年里退出 230家 actual"],
        ),
        (
            "标的资产评估值为76,412.90万元，增值率213.55%。",
            ["标的资产 评估值 76,412.90万元 actual", "标的资产 增值率 213.55% share"],
        ),
        ("该埠输入洋布14.2万匹。", ["该埠 输入洋布 14.2万匹 actual"]),
    ],
)
def test_that_a_figure_is_of_whom_its_words_tell_and_a_plan_only_where_one_is(
    text: str, figures: list[str]
) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("每股净资产(元)：6.58；净资产收益率(%)：9.12。", [("6.58", "元"), ("9.12", "%")]),
        (
            "营业收入(万元)：12,345.60；净利润(万元)：-321.5；员工(人)：860。",
            [("12345.60", "万元"), ("-321.5", "万元"), ("860", "人")],
        ),
    ],
)
def test_that_a_unit_in_a_bracket_behind_its_measure_is_that_of_the_number(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert [(str(one.value), one.unit) for one in read(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "全屋定制客单价提升8%达到5.2万元，门店转化率不降反升，同比多了2.3个百分点。",
            ["- 全屋定制客单价 5.2万元 actual", "- 门店转化率 2.3个百分点 growth"],
        ),
        ("专利申请量多出12.6%，这一效应在东部为17.1%。", ["- 专利申请量 12.6% growth"]),
        ("附件：1．重点任务分工表（共28项）　2．实事项目清单", []),
        ("以一座100MW的独立储能电站为例，度电收益0.41元。", ["- 度电收益 0.41元 actual"]),
    ],
)
def test_that_a_figure_is_of_the_measure_of_its_own_clause_or_silent(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2018年网上零售额为9.01万亿元，增速23.9%，比前一年慢了8个百分点。",
            ["- 网上零售额 9.01万亿元 actual", "- 网上零售额增速 8个百分点 growth"],
        ),
        (
            "网上零售额增长5.2%，比上年放缓1.3个百分点。",
            ["- 网上零售额 5.2% growth", "- 网上零售额增速 1.3个百分点 growth"],
        ),
        ("代收包裹2300件，光这一项就有1800元收入。", ["- 代收包裹 2300件 actual", "- 收入 1800元 actual"]),
        ("县里60岁以上的老人有四成会自己下单。", ["县里60岁以上的老人 会自己下单 四成 actual"]),
        ("对外说有3亿人用过它。", ["- 用户 3亿人 actual"]),
        ("最多的一家罚了958万元。", ["- 罚款 958万元 actual"]),
        ("费用反而省下12%。", ["- 费用 12% growth"]),
        ("成交的买卖超过1.26万亿元。", ["- 成交的买卖 1.26万亿元 actual"]),
        (
            "交易额超过1.26万亿元；另一家机构只算到11397.78亿元。",
            ["- 交易额 1.26万亿元 actual", "- 交易额 11397.78亿元 actual"],
        ),
    ],
)
def test_that_figures_told_in_passing_have_a_measure(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_that_a_rate_below_nought_is_a_decline_by_so_much() -> None:
    (one,) = read("出口增速由正转负，为-0.3%。")
    assert (one.metric, one.direction, one.value) == ("出口", Direction.DOWN, Decimal("0.3"))
