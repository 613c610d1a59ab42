"""Things counted together, branches and the firms they are of, deals in what somebody holds: each keeps its own."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.metrics.flows import flow_at_head
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context("")).statistics


def told(text: str) -> list[tuple[str, str, str]]:
    return [(one.subject, one.metric, f"{one.value}{one.unit}") for one in read(text)]


@every(
    ("joined", "things"),
    list(product(("和", "、", "与", "以及", "及"), ("3座冷库", "12名技师", "8台水泵", "6辆货车"))),
)
def test_that_of_things_counted_together_none_is_lost(joined: str, things: str) -> None:
    counted = told(f"合作社新建2座大型仓库{joined}{things}。")
    assert [figure for _, _, figure in counted] == ["2座", things[: -len(things.lstrip("0123456789")) + 1]]
    assert [metric.removeprefix("新建") for _, metric, _ in counted] == [
        "大型仓库",
        things.lstrip("0123456789")[1:],
    ]


def test_that_a_number_before_a_joining_word_counts_what_stands_before_it() -> None:
    assert told("培训教师300名以及校长20名。") == [("", "培训教师", "300名"), ("", "校长", "20名")]
    assert told("采购20辆公交车并更新300台设备。") == [
        ("", "采购公交车", "20辆"),
        ("", "更新设备", "300台"),
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("建设银行杭州分行贷款余额突破8000亿元。", ("建设银行杭州分行", "贷款余额", "8000亿元")),
        ("青禾科技智能座舱事业部营收3亿元。", ("青禾科技智能座舱事业部", "营收", "3亿元")),
        ("比亚迪合肥工厂产能扩大到130万辆。", ("比亚迪合肥工厂", "产能", "130万辆")),
        ("青禾集团新疆种植基地面积达12万亩。", ("青禾集团新疆种植基地", "面积", "12万亩")),
        ("蓝田公司新建工厂投资3亿元。", ("蓝田公司", "新建工厂投资", "3亿元")),
        ("法院判令青禾科技赔偿蓝田公司500万元。", ("青禾科技", "赔偿", "500万元")),
    ],
)
def test_that_a_branch_bears_its_own_figure_and_who_is_paid_none(
    text: str, figure: tuple[str, str, str]
) -> None:
    assert told(text) == [figure]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("公司拟购买京蓝控股持有的包头农商行3202.67万股股份。", "购买股份"),
        ("巨星控股将其所持有的公司600万股股份（占总股本的2.4%）质押给云川银行。", "质押股份"),
        ("青禾集团转让所持蓝田股份3000万股。", "转让股份"),
        ("收购人之一致行动人群力国际持有云川港3000万股股份。", "持有股份"),
        ("周某持有蓝田股份3000万股，已全部质押给云川银行。", "持有股份"),
    ],
)
def test_that_shares_are_told_by_the_deal_in_what_somebody_holds(text: str, metric: str) -> None:
    assert read(text)[0].metric == metric


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("建筑面积3.2万平方米，不含地下车库。", "不含地下车库"),
        ("担保额度12亿元（包括银行贷款担保和其他对外融资担保）。", "包括银行贷款担保和其他对外融资担保"),
        ("目前已支持32种数据库，包括晨光、暮雪、远山、近水等等。", ""),
        ("发行信托1.4亿元[综合利率9%(含一切费用)，期限为1年]。", ""),
    ],
)
def test_that_a_basis_is_told_to_its_end_or_not_at_all(text: str, basis: str) -> None:
    assert read(text)[-1].basis == basis


def test_that_who_points_out_aims_is_no_source() -> None:
    assert read("书记3次到南屏县考察，为县里指出奋斗目标。")[0].source == ""
    assert read("云川协会的报告指出，2025年全国销量为3万台。")[0].source == "云川协会"


@pytest.mark.parametrize(
    ("listed", "first", "last"),
    [
        ("省外游客、入境过夜游客人次", "省外游客人次", "入境过夜游客人次"),
        ("航空旅客和货邮吞吐量", "航空旅客吞吐量", "货邮吞吐量"),
        ("一线、新一线城市平均工资", "一线城市平均工资", "新一线城市平均工资"),
        ("钢材、水泥价格", "钢材价格", "水泥价格"),
        ("城镇和农村居民人均可支配收入", "城镇居民人均可支配收入", "农村居民人均可支配收入"),
    ],
)
def test_that_a_measure_named_last_is_of_all_listed(listed: str, first: str, last: str) -> None:
    assert [metric for _, metric, _ in told(f"近年来，{listed}分别增长8.5%、10.9%。")] == [first, last]


_MANNERS = ("如期", "顺利", "提前", "陆续", "全部", "同步", "即将", "计划年内")


@every(("manner", "deed"), list(product(_MANNERS, ("完工", "建成", "投产"))))
def test_that_how_and_when_things_are_done_is_no_part_of_their_name(manner: str, deed: str) -> None:
    (one,) = read(f"5个重点项目{manner}{deed}。")
    assert one.metric == f"{deed}的重点项目"
    assert (one.kind.value == "forecast") == (manner in {"即将", "计划年内"})


def test_that_what_a_thing_is_joined_with_is_not_measured_by_it() -> None:
    assert [figure for *_, figure in told("新机搭载6.7英寸屏幕与5000毫安电池。")] == []


def test_that_a_sum_in_a_name_counts_nothing() -> None:
    assert told("实施“千亿斤粮食”产能建设工程，粮食总产量达到871.6亿斤。") == [
        ("", "粮食总产量", "871.6亿斤")
    ]


def test_that_places_only_told_of_take_no_metric_of_another_figure() -> None:
    assert [figure for *_, figure in told("新建蔬菜基地6.2万亩，在30个县建设运营服务中心。")] == ["6.2万亩"]


@pytest.mark.parametrize(
    ("verb", "moved"), [("下浮", "down"), ("上浮", "up"), ("下修", "down"), ("上修", "up")]
)
def test_that_a_rate_set_off_from_another_moves(verb: str, moved: str) -> None:
    (one,) = read(f"贷款利率较基准利率{verb}10%。")
    assert (one.metric, one.direction and one.direction.value) == ("贷款利率", moved)


def test_that_a_figure_without_a_measure_lends_none_to_those_behind_it() -> None:
    assert flow_at_head("", alike=True) == ""
    read("一季度、二季度和三季度，该厂分别交付新车8.7万辆、11.2万辆和13.5万辆，三季度环比增长20.5%。")


@pytest.mark.parametrize(
    "text",
    [
        "国庆期间北岭镇接待游客8.6万人游收入3120万元，民宿入住率92%。",
        "港中建筑中标深中通道附属工程，标的额4.9亿元；联合体成员为。",
    ],
)
def test_that_a_torn_clause_is_read(text: str) -> None:
    assert read(text)
