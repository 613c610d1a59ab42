"""How figures move: every verb of the table, whatever stands before it, and what circumstances are told between."""

from __future__ import annotations

from itertools import cycle, product

import pytest

from corpus.knowledge.cues.words import table
from corpus.knowledge.statistics import extract_statistics
from corpus.model.statistic import Direction, Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.lines import every

WORDS = {
    kind: [word for one in table("movements")["cue"] if one["kind"] == kind for word in one.get("words", ())]
    for kind in ("manner", "risen", "up", "down")
}
RATES = ("增幅", "涨幅", "升幅", "跌幅", "降幅", "新增")


def read(text: str) -> tuple[Statistic, ...]:
    return extract_statistics(text, sentences(text))


def told(text: str) -> list[tuple[str, str, Direction | None]]:
    return [(one.metric, f"{one.value}{one.unit}", one.direction) for one in read(text)]


@pytest.mark.parametrize("kind", ["risen", "up", "down"])
def test_that_a_share_behind_a_verb_of_movement_is_what_the_measure_moved_by(kind: str) -> None:
    direction = Direction.DOWN if kind == "down" else Direction.UP
    for verb, manner in zip(WORDS[kind], cycle(WORDS["manner"]), strict=False):
        if verb not in RATES:
            assert told(f"棉花产量{verb}8%。") == [("棉花产量", "8%", direction)], verb
            assert told(f"棉花产量{manner}{verb}8%。") == [("棉花产量", "8%", direction)], (manner, verb)


def test_that_how_something_moves_is_no_part_of_what_moves() -> None:
    for manner, (lead, verb) in product(WORDS["manner"], (("棉花产量", "增长"), ("棉花产量同比", "下降"))):
        (one,) = read(f"{lead}{manner}{verb}8%。")
        assert (one.metric, one.basis) == ("棉花产量", "同比" if "同比" in lead else ""), manner


@pytest.mark.parametrize("verb", ["攀升至", "回落到", "缩水至", "抬头至", "扩张到", "回升到了"])
def test_that_the_verb_that_leads_to_a_level_is_no_part_of_its_metric(verb: str) -> None:
    assert told(f"酒店入住率已逐步{verb}61%。") == [("酒店入住率", "61%", None)]


@pytest.mark.parametrize(
    ("circumstance", "verb"),
    [
        ("在外需疲软的背景下", "逆势增长"), ("在基数较高的情况下", "仍增长"), ("在上年高基数的基础上", "增长"),
        ("在对美贸易下降超三成的情况下", "增长"), ("在原材料涨价15%的压力下", "下降"), ("在促销的带动下", "反弹"),
    ],
)  # fmt: skip
def test_that_circumstances_between_a_measure_and_its_movement_are_told_of_nothing(
    circumstance: str, verb: str
) -> None:
    (one,) = read(f"纺织品出口额{circumstance}{verb}8.3%。")
    assert (one.metric, str(one.value)) == ("纺织品出口额", "8.3")
    assert one.kind is StatisticKind.GROWTH


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("村集体收入150万元，四成用于分红。", "村集体收入用于分红"),
        ("教育支出3.4万亿元，74%以上用于基层。", "教育支出用于基层"),
        ("销售收入的80%来自海外市场。", "销售收入来自海外市场"),
        ("募集资金12亿元，30%投向研发中心建设。", "募集资金投向研发中心建设"),
        ("受访者中，六成来自沿海城市。", "来自沿海城市"),
    ],
)
def test_that_a_share_tells_where_its_whole_goes_to_or_comes_from(text: str, metric: str) -> None:
    one = read(text)[-1]
    assert (one.metric, one.kind) == (metric, StatisticKind.SHARE)


def test_that_a_fall_told_as_a_noun_is_of_what_fell_before() -> None:
    assert told("净利润同比大幅下滑，降幅达32.1%。") == [("净利润", "32.1%", Direction.DOWN)]
    assert told("出口额持续走强，同比增幅为12%。") == [("出口额", "12%", Direction.UP)]
    assert told("债券利差走阔25个基点，即25BP。") == [("债券利差", "25个基点", Direction.UP)]


def test_that_the_verb_before_a_level_is_no_part_of_its_metric() -> None:
    cues = (one for one in table("movements")["cue"] if one["kind"] == "level")
    for verb in ("收于", "收在", *(word for one in cues for word in one.get("words", ()))):
        got = [one.metric for one in read(f"网络零售额{verb}15.5亿元。")]
        assert got == ["网络零售额"] or (verb in SILENT and not got), verb


SILENT = ("处于", "处在", "跨过", "尚有")
"""Verbs behind which as often something else is told than a level."""


@every(
    "said",
    [*"约近超逾", "起码", "少说", "足足", "整整", "差不多", "将近", "至少", "不到", "突破", "历史性突破", "高达"],
)  # fmt: skip
def test_that_how_near_a_level_is_is_no_part_of_its_metric(said: str) -> None:
    assert [one.metric for one in read(f"酒店入住率{said}61.5%。")] == ["酒店入住率"]


@pytest.mark.parametrize(
    "against",
    [
        "与去年相比",
        "按年",
        "两年平均",
        "三年平均",
        "剔除汇率影响",
        "扣除价格因素实际",
        "单季",
        "较疫情前",
        "比2019年",
    ],
)
def test_that_what_a_change_is_measured_against_is_no_part_of_its_metric(against: str) -> None:
    assert told(f"酒店入住率{against}下降8%。") == [("酒店入住率", "8%", Direction.DOWN)]


@pytest.mark.parametrize("behind", ["的规模", "的水平", "左右", "，创新高", "（初步核算）"])
def test_that_what_stands_behind_a_level_is_not_its_metric(behind: str) -> None:
    assert [one.metric for one in read(f"网络零售额达到15.5亿元{behind}。")] == ["网络零售额"]


def test_that_a_share_held_against_last_year_stays_a_share() -> None:
    assert told("网络零售额占比较上年提高2个百分点。") == [("网络零售额占比", "2个百分点", Direction.UP)]


@pytest.mark.parametrize("who", ["该行业", "该园区", "该村庄", "这座村庄", "该团队", "该校区", "城镇的"])
def test_that_what_points_back_is_taken_whole(who: str) -> None:
    (one,) = read(f"{who}用电量达4500万千瓦时。")
    assert one.metric in {"用电量", f"{who}用电量"}


@pytest.mark.parametrize(
    ("verb", "basis", "direction"),
    [
        ("年增", "同比", Direction.UP), ("年减", "同比", Direction.DOWN), ("季增", "环比", Direction.UP),
        ("月减", "环比", Direction.DOWN), ("按年增长", "按年", Direction.UP), ("全年增", "", Direction.UP),
    ],
)  # fmt: skip
def test_that_a_bare_verb_says_with_a_time_what_it_is_held_against(
    verb: str, basis: str, direction: Direction
) -> None:
    (one,) = read(f"纺织品出口额{verb}8.3%。")
    assert (one.metric, one.basis, one.direction) == ("纺织品出口额", basis, direction)
