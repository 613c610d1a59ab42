"""What the rows of a table are: measures, as the columns of other tables are, or what is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.tables.cells import Head, head_of, is_time, number_of
from corpus.knowledge.tables.headed_table import ONLY_TOTAL, HeadedTable
from corpus.knowledge.tables.layout import RANK, mostly
from corpus.knowledge.tables.measures import AMOUNTS, GROWTH, SHARE, are_things, is_measure, noun_of
from index.lazy_pattern import LazyPattern

_OF_MEASURES: Final = LazyPattern(r"项目|指标|科目|会计年度|会计数据|财务数据|主要数据")
"""What stands over the names of measures, and over those of other things too."""
_SURELY: Final = LazyPattern(r"指标|会计年度|会计数据|财务数据|主要数据")
_PLANNED: Final = LazyPattern(
    r"[（(]?(?:计划|目标|预计|预测|规划|实际|现状|完成|执行|预算|决算)[值数额]?[）)]?|完成(?:年度|年初"
    r"|调整)?(?:计划|目标|预算|任务)(?:比例|情况)?"
)
_OF_ACCOUNTS: Final = LazyPattern(r"(?:年初|调整后?)?(?:预算|决算|执行)[数额]?|完成[数额]")
"""Over the numbers of measures that an account sets beside one another."""
_MONEY_COLUMN: Final = LazyPattern(r"币")
"""Over a column that tells in whose money a row is told."""
_TOTAL: Final = LazyPattern(r"(?:[合小总共]计|总[计数额量])$")
_FEWEST: Final = 2
_SORT: Final = 2
"""So long is the word that sorts of a thing end in: 贷款."""


def rows_are_measures(table: HeadedTable) -> bool:
    """Tell whether the rows name what is measured, and the columns of whom and when.

    What the heads are decides: words that end as measures do, with units; what stands over the rows only where both
    or neither are. Heads that tell a time, a share or a growth say nothing of the rows.
    """
    corner = table.words[table.heads - 1][table.stub] or table.words[table.layout.top][table.stub]
    rows = [
        row
        for row in table.rows
        if any(number_of(cell, table.layout.told) for cell in _without(row, table.stub))
    ]
    labels = [head_of(row[table.stub]) for row in rows]
    said = _OF_MEASURES.search(corner) is not None
    if table.layout.units >= 0 and not _MONEY_COLUMN.search(
        table.words[table.layout.top][table.layout.units]
    ):
        return said or not mostly(map(_tells_measure, _heads_of_numbers(table)))
    if _sorts_of(table.measure, labels):
        return False
    measuring = mostly(is_measure(one) for one in map(_without_total, labels) if one.words or one.unit)
    heads = _heads_of_numbers(table)
    if not heads:
        told_above = bool(noun_of(table.measure)) and (not _SURELY.search(corner) or not measuring)
        if (said or not corner) and any(_OF_ACCOUNTS.fullmatch(head.words) for head in table.others):
            return measuring or not told_above
        return (said and not told_above and not are_things(corner, table.others[0], labels)) or measuring
    headed = mostly(map(_tells_measure, heads))
    if headed != measuring:
        return measuring
    if headed:
        return said and not any(head.unit and is_measure(Head(head.words)) for head in heads)
    return _SURELY.search(corner) is not None or said or _own_units(rows, table.stub)


def groups_are_measures(table: HeadedTable) -> bool:
    """Tell whether the column that names several rows together tells what they measure: 用电量 of every county."""
    group = table.layout.group
    if group < 0 or mostly(map(_tells_measure, _heads_of_numbers(table))):
        return False
    told = list(dict.fromkeys(row[group] for row in table.rows if row[group]))
    labels = [head_of(row[table.stub]) for row in table.rows]
    return mostly(is_measure(head_of(one)) for one in told) and not mostly(is_measure(one) for one in labels)


def _sorts_of(measure: str, labels: Sequence[Head]) -> bool:
    """Tell whether rows are sorts of what the caption measures: 信用贷款, 保证贷款 below 贷款余额."""
    ends = Counter(one.words[-_SORT:] for one in labels if len(one.words) > _SORT and not one.unit)
    end, often = ends.most_common(1)[0] if ends else ("", 0)
    return often >= _FEWEST and often * 2 > len(labels) and end in measure and not measure.endswith(end)


def _without_total(label: Head) -> Head:
    """Return a label without what says that it is a sum: 收入 of 收入合计, nothing of 合计."""
    return replace(label, words=_TOTAL.sub("", label.words))


def _without(row: Sequence[str], stub: int) -> list[str]:
    return [cell for place, cell in enumerate(row) if place != stub]


def _heads_of_numbers(table: HeadedTable) -> list[Head]:
    """Return the heads over numbers that may name measures: neither a time, a plan, a share, a growth nor a total."""
    found = []
    for place, head in enumerate(table.columns):
        over = mostly(
            number_of(row[place], table.layout.told) is not None for row in table.rows if row[place]
        )
        if place == table.stub or not over or not head.words or RANK.search(head.words):
            continue
        beside = GROWTH.search(head.words) or SHARE.fullmatch(head.words) or _PLANNED.fullmatch(head.words)
        if not beside and head.words not in ONLY_TOTAL and not is_time(head.words):
            found.append(head)
    return found


def _tells_measure(head: Head) -> bool:
    """Tell whether a column names a measure of its own: 合同额, not 金额 of whatever the row is."""
    return is_measure(head) and head.words not in AMOUNTS


def _own_units(rows: Sequence[Sequence[str]], stub: int) -> bool:
    """Tell whether every row has a unit of its own in its cells: 12.4% below 118.6亿元."""
    units: list[str] = []
    for row in rows:
        own = {number.unit for cell in _without(row, stub) if (number := number_of(cell)) is not None}
        if len(own) > 1:
            return False
        units += own
    return len(set(units)) >= _FEWEST and len(rows) >= _FEWEST
