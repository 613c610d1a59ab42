"""What stands around a table and not in it comes out with its cells: of whom, what, when and in which unit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from corpus.knowledge.extraction import extract
from corpus.knowledge.tables.around import named_in
from corpus.knowledge.tables.cells import dated
from corpus.knowledge.tables.notes import notes_of
from corpus.knowledge.tables.pointing import told_in
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.corpus.knowledge.drawn_tables import DrawnTable, Put
from tests.corpus.knowledge.framed_tables import FRAMED, FrameDraw
from tests.corpus.knowledge.laid_out_tables import Layout, laid_out_table, layouts, name_of
from tests.corpus.knowledge.tables_of_levels import RANKS, table_of_levels

_DRAWN = 40
"""Tables of each way the axes share out what a figure needs."""
_OF_A_LAYOUT = 20
_OF_LEVELS = 100
_RIGHT = 0.97
"""So much of what was put into their cells comes out whole, at least."""


def _read(text: str) -> list[Statistic]:
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    return [one for one in found if one.cell is not None]


def _tells(one: Statistic | None, put: Put) -> bool:
    """Tell whether a figure says of whom, what, when and in which unit what was put into its cell."""
    if one is None:
        return False
    days = one.period.start, one.period.end
    return (
        (one.subject or one.region) in put.subjects
        and one.metric in put.metrics
        and one.unit == put.unit
        and (put.period.rstrip("年度") in one.period.text or dated(put.period) == days)
    )


def _whole(draw: Callable[[int], DrawnTable], seeds: range) -> tuple[int, int, str]:
    """Return how many cells of drawn tables came out whole, of how many, and the tables where some did not."""
    wrong, right, told = [], 0, 0
    for seed in seeds:
        table = draw(seed)
        by_value = {abs(one.value): one for one in _read(table.text) if one.value is not None}
        failed = [put for put in table.figures if not _tells(by_value.get(Decimal(put.value)), put)]
        told += len(table.figures)
        right += len(table.figures) - len(failed)
        wrong += [f"{table.text}\n{failed[0]}"] if failed else []
    return right, told, "\n".join(wrong)


@pytest.mark.parametrize("way", FRAMED, ids=lambda way: way.__name__)
def test_that_what_stands_around_a_table_comes_out(way: Callable[[FrameDraw], DrawnTable]) -> None:
    right, told, wrong = _whole(lambda seed: way(FrameDraw(seed)), range(1000, 1000 + _DRAWN))
    assert right >= _RIGHT * told, wrong


@pytest.mark.parametrize("layout", layouts(), ids=name_of)
def test_that_every_sharing_out_of_axes_is_read(layout: Layout) -> None:
    """Bodies, times and measures may stand in rows, groups of rows and two rows of heads, in any order."""
    right, told, wrong = _whole(lambda seed: laid_out_table(layout, seed), range(2000, 2000 + _OF_A_LAYOUT))
    assert right >= _RIGHT * told, wrong


def test_that_a_level_is_told_from_what_stands_beside_it() -> None:
    """Growth and shares belong to the measure the caption names, however a column calls it; ranks are no figures."""
    right, told, wrong = _whole(table_of_levels, range(3000, 3000 + _OF_LEVELS))
    assert right >= _RIGHT * told, wrong
    ranks = [
        one for seed in range(20) for one in _read(table_of_levels(seed).text) if one.metric.endswith(RANKS)
    ]
    assert ranks == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("一张表读懂溪口县", "溪口县"),
        ("关于清溪县2023年预算执行情况的报告", "清溪县"),
        ("来看看小鹿咖啡的门店数据", "小鹿咖啡"),
        ("根据渡头水文站的记录", "渡头水文站"),
        ("鹭城二手住宅网签情况", "鹭城"),
        ("梧津二中高考成绩", "梧津二中"),
        ("各乡镇人口", ""),
        ("某市居民收入", ""),
        ("二手住宅网签情况", ""),
        ("充换电设施分布", ""),
        ("普通高中情况", ""),
        ("青岚、溪口两县对比", ""),
    ],
)
def test_that_a_line_names_one_anywhere_in_it_or_nobody(line: str, name: str) -> None:
    assert named_in(line) == name


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("以下为桐江水务近三年数据", ("桐江水务近三年数据",)),
        ("下表为用电量。", ("用电量",)),
        ("居民人均可支配收入如下（单位：元）：", ("居民人均可支配收入（单位：元）",)),
        ("为便于比较，现将渚口重工近年数据列表如下：", ("渚口重工近年",)),
        ("把三家放进同一张表，差异就出来了：谁在卖货，谁在卖服务。", ()),
    ],
)
def test_that_a_sentence_that_points_to_a_table_tells_what_it_holds(
    sentence: str, told: tuple[str, ...]
) -> None:
    assert told_in(sentence) == told


def test_that_notes_tell_the_unit_and_the_time_but_no_source() -> None:
    told = notes_of(["单位：万吨。带*者为初步核算数；2021年因口径调整未发布。数据范围：沅平市粮食产量。"])
    assert (told.words, told.time, told.unit) == ("沅平市粮食产量", "", "万吨")
    assert notes_of(["注：1. 数据截至2023年末。"]).time == "2023年末"
    assert notes_of(["数据来源：2023年统计年鉴"]).time == ""
    assert notes_of(["注：2021年起口径调整"]).time == ""
    assert notes_of(["接下来看2019年的形势，单位：万元。"]).unit == ""
