"""How a table is laid out: lines of its caption among the rows, heads, columns of names, and cells merged into one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from corpus.knowledge.tables.cells import is_blank, is_time, number_of, units_told
from corpus.knowledge.tables.grid import Grid
from corpus.knowledge.tables.unit_words import is_unit, is_unit_of_head
from index.lazy_pattern import LazyPattern

RANK: Final = LazyPattern(r"排[名序行]|位次|名次|序号|编号|^(?:[Nn][Oo]\.?|№|[#＃]|序|排位|座次|行次|Rank)$")
"""A head of ranks or running numbers, whose cells are no figures."""
_UNIT_COLUMN: Final = LazyPattern(r"(?:计量|计算|货币)?单位|币种|货币|币别")
_UNIT_CELL: Final = LazyPattern(r"[（(]?(?:计量|金额|货币|数据)?单位[:：].")
_LABELLED_CELL: Final = LazyPattern(r"[（(]?[一-鿿]{2,8}[:：][ 　]*\S")
"""A cell that says what it is by itself: 编制单位：柏年养老, 报告期：2023年."""
_SORT_COLUMN: Final = LazyPattern(r"类别|分类|领域|维度|类型|方面|板块|变量|特征|题项")
_TIMES_COLUMN: Final = LazyPattern(
    r"年份?|年度|会计年度|时间|日期|月份|季度|时期|期间|报告期|统计(?:时间|年份|期间)"
)
_HEADS_AT_MOST: Final = 3
_LETTERS: Final = LazyPattern(r"(?:^|(?<=[。；;:： 　]))([a-h])(?=[ 　.．、)）:：])")
"""The letters by which notes below a table are told from each other."""
_TITLE_AND_UNIT: Final = 2
_SHORT_UNIT: Final = 2
"""A word so short under 单位 beside the names of rows is a unit, known or not."""

Words = tuple[tuple[str, ...], ...]
"""The words of the cells of a table, row by row."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a table what stands: ``words`` with the blanks of merged cells filled.

    Rows before ``top`` are lines of the caption, those up to ``heads`` are heads; ``stub`` is the column that names
    the rows, ``group`` one that names several rows together and ``units`` one that holds their units (-1: none);
    ``told`` are units that only its cells tell to be such, ``times`` is a column that tells the time of each row, which
    another one names.
    """

    words: Words
    top: int
    heads: int
    stub: int
    group: int = -1
    units: int = -1
    told: frozenset[str] = frozenset()
    times: int = -1

    @property
    def caption(self) -> tuple[str, ...]:
        """Return the lines of the caption that stand among the rows."""
        rows = self.words[: self.top]
        return tuple(cell for row in rows for cell in dict.fromkeys(filter(None, row)))


def laid_out(text: str, grid: Grid) -> Layout | None:
    """Return how a table is laid out, ``None`` where nothing names its rows."""
    width = max(len(row) for row in grid.rows)
    letters = "".join({one for line in grid.below for one in _LETTERS.findall(line)})
    noted = re.compile(rf"(?<=[一-鿿）)])[{letters}]$") if letters else None
    words = tuple(
        tuple(_without_note(grid.text(text, row, column), noted) for column in range(width))
        for row in range(len(grid.rows))
    )
    top = 0
    while top < len(words) - 2 and _is_line(words[top]):
        top += 1
    heads = top + 1
    while heads < min(top + _HEADS_AT_MOST, len(words) - 1) and (
        _is_head(words[heads], words[top]) or _is_below_merged(words, top, heads)
    ):
        heads += 1
    words = _filled_heads(words, top, heads)
    body = words[heads:]
    told = units_told([row[column] for row in body] for column in range(1, width))
    named = [
        column
        for column in range(width)
        if mostly(
            bool(row[column]) and (number_of(row[column], told) is None or is_time(row[column]))
            for row in _down(body, column)
        )
        and not RANK.search(words[top][column])
    ]
    if not named:
        return None
    units = next((one for one in named if _is_of_units(words[top][one], body, one, named)), -1)
    first = _first_number(body, width, told)
    before = [one for one in named if one != units and one < first]
    times = _time_beside(
        body, [one for one in before if _TIMES_COLUMN.fullmatch(words[heads - 1][one])], before
    )
    if times >= 0:
        words = words[:heads] + tuple(_down(_down(body, times), before[0] if before[0] != times else times))
        body = words[heads:]
    labels = [one for one in named if one not in {units, times} and one < first]
    stub = next((one for one in named if one not in {units, times}), named[0])
    if len(labels) > 1 and _names_groups(body, *labels[:2]):
        group = -1 if _SORT_COLUMN.search(words[top][labels[0]]) else labels[0]
        filled = words[:heads] + tuple(_whole_named(body, _down(body, labels[0]), *labels[:2]))
        return Layout(filled, top, heads, labels[1], group, units, told, times)
    return Layout(words, top, heads, stub, units=units, told=told, times=times)


def _without_note(cell: str, noted: re.Pattern[str] | None) -> str:
    """Return the words of a cell without the letter of a note that stands below the table: 肉羊b."""
    return noted.sub("", cell) if noted else cell


def _is_line(row: tuple[str, ...]) -> bool:
    """Tell whether a row is a line of the caption: words alone in it or across all of it, or the unit of the cells."""
    told = [cell for cell in row if cell]
    labelled = sum(bool(_LABELLED_CELL.match(cell)) for cell in told)
    few = len(told) <= len(row) // 2 or (len(told) < len(row) and labelled == len(told))
    if told and few and any(map(_UNIT_CELL.match, told)):
        return True
    if len(told) == _TITLE_AND_UNIT < len(row) and bool(row[0]) and is_unit(told[1]) and not is_unit(told[0]):
        return True
    return bool(row[0]) and (
        not any(row[1:]) or (len(row) > 1 and len(set(row)) == 1 and not is_time(row[0]))
    )


def _is_of_units(head: str, body: Words, column: int, named: Sequence[int]) -> bool:
    """Tell whether a column holds the units of the rows; 单位 over the names of the rows are bodies."""
    if not _UNIT_COLUMN.fullmatch(head):
        return False
    told = [row[column] for row in body if row[column]]
    if column != named[0] and head != "单位":
        return True
    return mostly(is_unit_of_head(one) or (column != named[0] and len(one) <= _SHORT_UNIT) for one in told)


def _time_beside(body: Words, timed: Sequence[int], labels: Sequence[int]) -> int:
    """Return the column of times beside one that names the rows, -1 without one."""
    found = [one for one in timed if all(is_time(row[one]) for row in body if row[one])]
    return found[0] if len(found) == 1 and len(found) < len(labels) else -1


def mostly(answers: Iterable[bool]) -> bool:
    """Tell whether more than half of the answers are yes."""
    told = list(answers)
    return bool(told) and sum(told) * 2 > len(told)


def _is_head(row: tuple[str, ...], first: tuple[str, ...]) -> bool:
    """Tell whether a row goes on with the heads: its first cell repeats, and it holds times or words only."""
    if row[0] not in {"", first[0]} or not any(row[1:]):
        return False
    return all(number_of(cell) is None or is_time(cell) for cell in row[1:])


def _is_below_merged(words: Words, top: int, place: int) -> bool:
    """Tell whether a row stands below cells that are merged across, and words over all the numbers below it.

    Its first cell may then say what the rows are: 收入 over 项目, 执行数, 预算数.
    """
    first, row, below = words[top], words[place], words[place + 1]
    merged = any(not here and before for before, here in pairwise(first))
    numbers = [
        column for column, cell in enumerate(below) if number_of(cell) is not None and not is_time(cell)
    ]
    return (
        merged
        and bool(numbers)
        and all(
            row[column]
            and not is_blank(row[column])
            and (number_of(row[column]) is None or is_time(row[column]))
            for column in numbers
        )
        and len({row[column] for column in numbers} | {row[0]}) > 1
    )


def _filled_heads(words: Words, top: int, heads: int) -> Words:
    """Return the words with the blanks right of a merged head filled where lower heads stand below them."""
    filled = [list(row) for row in words]
    for place in range(top, heads - 1):
        row, lower = filled[place], words[place + 1 : heads]
        for column in range(2, len(row)):
            if not row[column] and row[column - 1] and any(one[column] for one in lower):
                row[column] = row[column - 1]
    return tuple(tuple(row) for row in filled)


def _down(body: Sequence[tuple[str, ...]], column: int) -> list[tuple[str, ...]]:
    """Return the rows with the blanks below a name filled, where another name or a number stands beside them."""
    filled: list[tuple[str, ...]] = []
    above = ""
    for row in body:
        above = row[column] or above
        beside = any(row[:column]) or any(row[column + 1 : column + 2])
        named = row[column] or (above if beside else "")
        filled.append((*row[:column], named, *row[column + 1 :]))
    return filled


def _whole_named(
    body: Words, filled: Sequence[tuple[str, ...]], group: int, label: int
) -> Iterable[tuple[str, ...]]:
    """Yield rows with groups filled, where one is of a whole group by the name that alone stands in it: 总计."""
    for row, full in zip(body, filled, strict=True):
        alone = row[group] and not row[label]
        yield (*full[:label], row[group], *full[label + 1 :]) if alone else full


def _first_number(body: Words, width: int, told: frozenset[str]) -> int:
    """Return the first column most of whose cells are numbers."""
    return next(
        (
            column
            for column in range(width)
            if mostly(number_of(row[column], told) is not None and not is_time(row[column]) for row in body)
        ),
        width,
    )


def _names_groups(body: Words, first: int, second: int) -> bool:
    """Tell whether a column names several rows each, which the next one tells apart."""
    groups = [row[first] for row in _down(body, first)]
    pairs = [(row[first], row[second]) for row in _down(body, first) if row[second]]
    merged = any(not row[first] and row[second] for row in body)
    return merged or (len(set(groups)) < len(groups) and len(set(pairs)) == len(pairs))
