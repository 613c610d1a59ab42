"""Rows of a table that only head the rows below them: a time, a name, or a part in which the same rows stand again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.knowledge.tables.captions import named_first
from corpus.knowledge.tables.cells import Head, head_of, is_time, number_of
from corpus.knowledge.tables.headed_table import HeadedTable
from index.lazy_pattern import LazyPattern

_LETTERED: Final = LazyPattern(
    r"^(?:[A-Z甲乙丙丁][ 　、.．]|[（(]?[一二三四五六七八九十\d]+[）)、.．])[ 　]*"
)
_STANDS: Final = LazyPattern(r"(?:现状|目标|计划|实际|预计|规划|预算|决算|实绩)[值数]?")
"""How what stands below is told: as it is, or as it shall be."""
_OF_ALL: Final = LazyPattern(r"[合总共]计|全[省市县区国部年]")


def sections_of(table: HeadedTable) -> Mapping[int, Head | None]:
    """Return what heads each row that stands in a part of a table, by its place; ``None`` for the heading rows.

    What is neither a time nor a name heads its rows only where the same names stand in several parts. Whether they are
    told as they are or shall be is the ``owner`` of the head.
    """
    heading = {
        place: _LETTERED.sub("", row[table.stub] or row[0])
        for place, row in enumerate(table.words)
        if place >= table.heads and _heads_rows(row)
    }
    labels = [
        row[table.stub]
        for place, row in enumerate(table.words)
        if place >= table.heads and place not in heading and row[table.stub]
    ]
    again = len(set(labels)) < len(labels) and table.layout.group < 0 and table.layout.times < 0
    found: dict[int, Head | None] = {}
    section = None
    for place in range(table.heads, len(table.words)):
        if place in heading:
            found[place] = None
            section = _section(heading[place], again=again)
        elif section is not None and not _OF_ALL.fullmatch(table.words[place][table.stub]):
            found[place] = section
    return found


def _heads_rows(row: tuple[str, ...]) -> bool:
    """Tell whether a row says one thing in one cell, or in all of them."""
    told = {cell for cell in row if cell}
    if len(row) < 2 or len(told) != 1:
        return False
    words = told.pop()
    alone = sum(bool(cell) for cell in row) in {1, len(row)}
    return alone and (is_time(words) or number_of(words) is None)


def _section(words: str, *, again: bool) -> Head | None:
    """Return what a heading row says of the rows below it, ``None`` where it only sorts them."""
    if is_time(words):
        return Head("", words)
    told = head_of(words)
    if _STANDS.fullmatch(told.words):
        return Head("", told.time, "", told.words)
    named = named_first(told.words) == told.words
    return told if told.words and (named or again) else Head("", told.time) if told.time else None
