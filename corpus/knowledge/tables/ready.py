"""A table made ready to be read: its heads parted from its body, and what they and the lines above it say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.tables.around import around, caption_around, named_in, whose_around
from corpus.knowledge.tables.captions import body_of, caption_lines, caption_of, shown_in
from corpus.knowledge.tables.cells import Head, head_of, is_time, number_of, without_base
from corpus.knowledge.tables.grid import Grid
from corpus.knowledge.tables.headed_table import ONLY_TOTAL, HeadedTable
from corpus.knowledge.tables.layout import laid_out, mostly
from corpus.knowledge.tables.measures import GROWTH, PART, SHARE, is_measure, noun_of, owned, part_of
from corpus.knowledge.tables.notes import maker_of, notes_of
from corpus.knowledge.tables.places_named import place_named
from corpus.knowledge.tables.times import account_word, basis_of
from corpus.knowledge.tables.unit_lines import units_above
from corpus.knowledge.tables.unit_words import is_unit
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_UNIT_IN_BRACKETS: Final = LazyPattern(r"[（(][^（）()]*[）)]$")
_LONGEST_NAME: Final = 10
_NO_NAME: Final = LazyPattern(r"[\d，、：；（(]|^[各分全主近历]|[月年季]度?$|情况|主要|部分|重点")
_YEAR: Final = LazyPattern(r"(?:19|20)\d\d")
_FEWEST: Final = 2
"""Fewer numbers are no table of figures."""


def made_ready(text: str, grid: Grid) -> HeadedTable | None:
    """Return a table with its heads parted from its body, ``None`` where it has no numbers or no heads."""
    layout = laid_out(text, grid)
    if layout is None:
        return None
    words, top, heads, stub = layout.words, layout.top, layout.heads, layout.stub
    numbers = sum(
        number_of(cell, layout.told) is not None
        for row in words[heads:]
        for place, cell in enumerate(row)
        if place != stub
    )
    if numbers < _FEWEST:
        return None
    lines = caption_lines((*grid.caption, *layout.caption))
    beside = around((*grid.above, *layout.caption), grid.below)
    notes = notes_of(grid.below)
    caption = _completed(_completed(caption_of(lines), notes), caption_around(beside))
    body = body_of(lines, caption.words) or _firm_in(words[top][stub]) or maker_of(grid.below)
    body = body or ("" if place_named(shown_in(caption.words)) else whose_around(beside, notes.words))
    lowest = _units_row(words[heads - 1], stub) if heads - top > 1 else ()
    upper = words[top : heads - 1] if lowest else words[top:heads]
    columns = tuple(_column(upper, column) for column in range(len(words[0])))
    columns = tuple(_in_unit(*pair) for pair in zip(columns, lowest, strict=True)) if lowest else columns
    columns = _with_parts(words[heads - 1], columns)
    body = body or _before_measure(caption.words, columns)
    if mostly(is_time(row[stub]) for row in words[heads:]):
        columns = owned(words[top:heads], columns, stub)
    caption = _of_corner(head_of(words[top][stub]), caption, [*columns[:stub], *columns[stub + 1 :]])
    return HeadedTable(words, heads, stub, caption, columns, layout, body, units_above(lines))


def _units_row(row: tuple[str, ...], stub: int) -> tuple[str, ...]:
    """Return the lowest row of heads where more than half of it are units, nothing else: 吨, 元/公斤, 同比%."""
    told = [is_unit(cell) for place, cell in enumerate(row) if place != stub and cell]
    return row if mostly(told) else ()


def _in_unit(head: Head, words: str) -> Head:
    """Return a head with what the lowest row says below it: its unit, or a share or growth of it."""
    if is_unit(words):
        return replace(head, unit=words)
    below = _timed(words)
    return Head(
        f"{head.words}{below.words}" if below.words != head.words else head.words, head.time, below.unit
    )


def _with_parts(heads: Sequence[str], columns: tuple[Head, ...]) -> tuple[Head, ...]:
    """Return the columns, those that tell a part of the one left of them with its measure and unit: 其中：海产."""
    found: list[Head] = []
    whole = Head()
    for words, head in zip(heads, columns, strict=True):
        part = PART.match(words) is not None and bool(whole.words)
        beside = GROWTH.search(head.words) or SHARE.fullmatch(head.words)
        whole = whole if part or beside else head
        found.append(part_of(whole, head) if part else head)
    return tuple(found)


def _completed(caption: Head, more: Head) -> Head:
    """Return a caption with what it does not say and other lines do: what is told, a closer time, the unit."""
    told = more.words and not noun_of(shown_in(caption.words))
    closer = more.time.startswith(caption.time) or (
        _YEAR.search(more.time) and not _YEAR.search(caption.time)
    )
    return Head(
        more.words if told else caption.words,
        more.time if closer else caption.time,
        caption.unit or more.unit,
    )


def _before_measure(caption: str, columns: Sequence[Head]) -> str:
    """Return of whom a caption tells that ends with what the first column measures: 图书馆 of 图书馆到馆人次."""
    shown = shown_in(caption)
    measure = next((one.words for one in columns if len(one.words) > 1 and shown.endswith(one.words)), "")
    who = shown.removesuffix(measure).rstrip("的") if measure else ""
    named = 1 < len(who) <= _LONGEST_NAME and not place_named(who) and _NO_NAME.search(who) is None
    return who if named and word_class(plain_words(who)[-1]).startswith("n") else ""


def _firm_in(corner: str) -> str:
    """Return the firm that the corner of a table names, of which all of it is told; empty for any other corner."""
    return corner if ends_as_company(corner) and named_in(corner) == corner else ""


def _of_corner(corner: Head, caption: Head, others: Sequence[Head]) -> Head:
    """Return the caption with what the corner says of all cells: a time, 单位：元, or 客运量（万人次） of places."""
    if is_time(corner.words or corner.time) and not corner.unit:
        return replace(caption, time=caption.time or corner.time or corner.words)
    timed = all(one.time and not one.words for one in others)
    measures = METRIC_HEAD.search(corner.words) is not None or is_measure(Head(corner.words))
    unit = corner.unit or (corner.words if is_unit(corner.words) else "")
    if not corner.words or is_unit(corner.words):
        return replace(caption, unit=unit or caption.unit)
    if not timed or not (measures or corner.unit):
        return caption
    words = corner.words if measures else ""
    return Head(words or caption.words, caption.time, corner.unit or caption.unit)


def _column(rows: Sequence[Sequence[str]], column: int) -> Head:
    """Return what the heads above a column say together."""
    parts = [
        _part(text, place > 0)
        for place, text in enumerate(dict.fromkeys(row[column] for row in rows))
        if text
    ]
    named = dict.fromkeys(part.words for part in parts if part.words)
    words = "".join(one for one in named if one not in ONLY_TOTAL) or "".join(named)
    times = "".join(dict.fromkeys(part.time for part in parts if part.time))
    return Head(words, times, next((part.unit for part in reversed(parts) if part.unit), ""))


def _part(words: str, lower: bool) -> Head:
    """Return the parts of a head, of which a lower one may only be the unit of what stands above it: 总量, 亿元."""
    return Head(unit=words) if lower and is_unit(words) else _timed(words)


def _timed(words: str) -> Head:
    """Return the parts of a head, of which a time of the account may be the first: 期末余额, 上年同期.

    The time that a change is measured against is none of its own: 比上年增长（%）.
    """
    words = without_base(words)
    if basis_of(words) and GROWTH.search(words):
        told = head_of(words)
        return Head(_UNIT_IN_BRACKETS.sub("", words) if told.unit else words, "", told.unit)
    time = account_word(words)
    rest = head_of(words[len(time) :])
    return Head(rest.words, time or rest.time, rest.unit)
