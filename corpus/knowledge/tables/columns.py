"""What each column of a table is, told once for all its cells: levels, changes or shares of them, or no figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.tables.cells import Head, dated, is_time, number_of
from corpus.knowledge.tables.headed_cells import MONEY_HEADS
from corpus.knowledge.tables.headed_table import HeadedTable
from corpus.knowledge.tables.layout import RANK
from corpus.knowledge.tables.measures import GROWTH, SHARE
from corpus.knowledge.tables.times import is_earlier
from index.lazy_pattern import LazyPattern

_NOT_TOLD: Final = LazyPattern(r"样本[量数]|备注|说明|编码|代码|电话|附注|邮编")
_IS_FIGURE: Final = LazyPattern(r"[+\-−±]?\d[\d,，]*(?:\.\d+)?[ ]?[%％‰]?")
"""A head that is itself a figure is the first row of a table whose own heads were lost: it names no measure."""
_WHEN: Final = LazyPattern(r"年份$|年度$|时间$|日期$|[一-鿿]年$")
_POINTS: Final = frozenset({"百分点", "个百分点", "pct", "pp"})
_PROGRESS: Final = LazyPattern(r"完成.{0,4}(?:预算|计划|目标|任务)|(?:执行|完成|达成)[率度]|进度")
"""How much of a plan is done, which is no level that a change stands beside."""
_FEWEST_RANKS: Final = 3


@dataclass(frozen=True, slots=True)
class Column:
    """A column that tells figures: its ``head``, and that of the column of ``levels`` it is of, often itself."""

    head: Head
    levels: Head


def is_not_told(words: str) -> bool:
    """Tell whether what stands under or beside a head is no figure: notes, codes, samples."""
    return _NOT_TOLD.search(words) is not None


def columns_of(table: HeadedTable) -> tuple[Column | None, ...]:
    """Return what each column of a table tells, ``None`` for those without figures; looks at every cell once.

    A change or a share is of the column of levels left of it, unless that is of an earlier time and stands beside the
    later one. The only change of a table of several years is of the last of them; one in points is of the share.
    """
    found: list[Column | None] = []
    of_figures = _heads_of_figures(table)
    levels, shares = _first_levels(of_figures), ""
    for head in of_figures:
        if head is None:
            found.append(None)
            continue
        side = GROWTH.search(head.words) or SHARE.search(head.words)
        beside = side or _PROGRESS.search(head.words) or (head.words in MONEY_HEADS and bool(levels.words))
        if not (beside or (levels.time and _is_before(head, levels))):
            levels = head
        if head.unit in _POINTS and GROWTH.search(head.words) and shares:
            found.append(Column(replace(head, words=f"{shares}{head.words}"), levels))
            continue
        shares = head.words if SHARE.search(head.words) else "" if levels is head else shares
        found.append(Column(head, levels))
    return _of_the_last_year(_side_by_side(found))


def _heads_of_figures(table: HeadedTable) -> list[Head | None]:
    """Return the head of each column that holds figures, ``None`` for any other."""
    aside = {table.stub, table.layout.times}
    found: list[Head | None] = []
    for place, head in enumerate(table.columns):
        cells = [row[place] for row in table.rows if row[place]]
        tells = place not in aside and _tells_figures(table, head, cells, before_names=place < table.stub)
        found.append(head if tells else None)
    return found


def _first_levels(heads: Sequence[Head | None]) -> Head:
    """Return the head of the first column of levels, which changes and shares left of it are of; often none is."""
    moves = (GROWTH, SHARE, _PROGRESS)
    levels = (one for one in heads if one is not None and not any(told.search(one.words) for told in moves))
    return next(levels, Head())


def _side_by_side(columns: Sequence[Column | None]) -> list[Column | None]:
    """Return the columns, changes that follow as many levels each with its own: 投资额, 住宅, 增长, 住宅增长."""
    found = list(columns)
    for place in range(len(found)):
        many = _changes_from(found, place)
        levels = found[max(0, place - many) : place]
        words = {one.head.words for one in levels if one is not None and one.head is one.levels}
        if many > 1 and len(words) == many:
            for one, level in enumerate(levels):
                change = found[place + one]
                if change is not None and level is not None:
                    found[place + one] = replace(change, levels=level.head)
    return found


def _changes_from(columns: Sequence[Column | None], place: int) -> int:
    """Return how many changes of one kind begin at a column, where none stands left of it."""
    kinds = [GROWTH.search(one.head.words) if one is not None else None for one in columns]
    first = kinds[place]
    if first is None or (place and kinds[place - 1] is not None):
        return 0
    many = 0
    while place + many < len(kinds) and (kind := kinds[place + many]) is not None and kind[0] == first[0]:
        many += 1
    return many


def _of_the_last_year(columns: Sequence[Column | None]) -> tuple[Column | None, ...]:
    """Return the columns, the only change among them with the time of the levels it is of, behind which it stands."""
    changes = [one for one in columns if one is not None and GROWTH.search(one.head.words)]
    if len(changes) != 1 or not _is_before(changes[0].head, changes[0].levels):
        return tuple(columns)
    head = Head(changes[0].head.words, changes[0].levels.time, changes[0].head.unit, changes[0].head.owner)
    return tuple(Column(head, one.levels) if one is changes[0] else one for one in columns)


def _tells_figures(table: HeadedTable, head: Head, cells: Sequence[str], *, before_names: bool) -> bool:
    """Tell whether the numbers of a column are figures: no ranks, running numbers, codes, years of events."""
    if RANK.search(head.words) or is_not_told(head.words) or _IS_FIGURE.fullmatch(head.words):
        return False
    numbers = [number_of(cell, table.layout.told) for cell in cells]
    if not any(numbers) or (all(map(is_time, cells)) and _WHEN.search(head.words)):
        return False
    counted = [str(place + 1) for place in range(len(cells))]
    return not (before_names and len(cells) >= _FEWEST_RANKS and list(cells) == counted)


def _is_before(head: Head, measured: Head) -> bool:
    """Tell whether a column is of an earlier time than the one beside it of the same measure."""
    starts = [dated(one.time)[0] for one in (head, measured)]
    same = head.words == measured.words or GROWTH.search(head.words)
    return is_earlier(head.time) or bool(same and all(starts) and starts[0] < starts[1])
