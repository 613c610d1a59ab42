"""How wide the columns of a table are on a page: each gets what it needs, the widest share what is left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import Final

from corpus.report.model import TableItem
from corpus.report.typography import held_together
from index.lazy_pattern import LazyPattern

_PAGE_PLACES: Final = 98
"""Half-width characters on a line of a table."""
_PLACES_ACROSS: Final = 152
"""Those on a page that lies on its side."""
_PADDING: Final = 3
_EASY: Final = 4
"""Room around words where there is enough."""
_WIDEST_WORD: Final = 20
_WORD: Final = LazyPattern(r"[A-Za-z0-9][A-Za-z0-9'’.]*[年月日]?")
_FEW: Final = 8
"""Places of four Chinese characters, which a column of words has at the least where it needs them."""
_WIDEST_NUMBER: Final = 28
_SHORT: Final = 12
_HAN_FROM: Final = 0x2E7F
_ROOM_FOR_DIGITS: Final = 1.15
"""Digits and letters are wider than half a Chinese character in many a font."""
_WIDE_SIGNS: Final = {"%": 1.9, "‰": 2.4} | dict.fromkeys("+−±=<>≈≤≥~×", 1.3)
"""So are these signs, some by far: a column of ``+14.5%`` has to hold them on one line."""
_TO_FILL: Final = 14
"""What a column that waits to be filled in gets, so that there is room to write; no more than an even share."""
_READ: Final = 24
"""Words beside such a column are read with ease from twelve Chinese characters a line on; else it gives way."""


def column_widths(table: TableItem, *, across: bool = False) -> str:
    """Return the columns' shares of a page as a group of columns."""
    columns = "".join(f'<col style="width: {share:.1f}%">' for share in column_shares(table, across=across))
    return f"<colgroup>{columns}</colgroup>"


def line_places(*, across: bool = False) -> int:
    """Return how many half-width characters a line of a table has, on a page that stands or lies on its side."""
    return _PLACES_ACROSS if across else _PAGE_PLACES


def least_widths(table: TableItem) -> list[float]:
    """Return how many half-width characters each column needs at the least that no word of it is broken."""
    return [min(_needed(table, n), _whole(table, n)) for n in range(len(table.columns))]


def column_shares(table: TableItem, *, across: bool = False) -> list[float]:
    """Return how much of a page each column gets (%): its longest word, and what is left by what each lacks.

    Numbers are served first, then the narrow ones; of the wide ones the widest get most, but not all.
    """
    line = line_places(across=across)
    whole = [_whole(table, n) for n in range(len(table.columns))]
    shared = _shared_out(table, whole, line, _TO_FILL)
    if any(width < min(whole[n], _READ) for n, width in enumerate(shared)):
        shared = _shared_out(table, whole, line, 0)
    return [100 * width / (sum(shared) or 1) for width in shared]


def _shared_out(table: TableItem, whole: Sequence[float], line: float, to_fill: float) -> list[float]:
    """Return how many places each column gets; one that waits to be filled in gets ``to_fill`` where there are."""
    given = least_widths(table)
    for n in filter(partial(_waits, table), range(len(whole))):
        given[n] = max(given[n], min(to_fill, line / len(whole)))
    lacking = [max(0.0, wanted - has) for wanted, has in zip(whole, given, strict=True)]
    rest = max(0.0, line - sum(given))
    order = sorted(range(len(whole)), key=lambda n: (not _is_of_numbers(table, n), lacking[n]))
    weights = [math.sqrt(one) for one in lacking]
    for place, n in enumerate(order):
        behind = sum(weights[other] for other in order[place:])
        more = min(lacking[n], rest * weights[n] / behind) if behind else 0.0
        given[n] += more
        rest -= more
    return given


def is_short(table: TableItem, column: int) -> bool:
    """Tell whether the cells of a column are all so short that none should be broken: units, years, kinds."""
    return all(_places(row[column]) <= _SHORT and "\n" not in row[column] for row in table.rows)


def _is_of_numbers(table: TableItem, column: int) -> bool:
    """Tell whether a column holds numbers: the words left of a keyword stand at the right side too."""
    return column in table.right and all(_places(row[column]) <= _WIDEST_NUMBER for row in table.rows)


def _waits(table: TableItem, column: int) -> bool:
    """Tell whether a column of words is empty, to be filled in by hand."""
    return column not in table.right and not any(row[column] for row in table.rows)


def _needed(table: TableItem, column: int) -> float:
    """Return how much room a column needs that no word of it is broken, nor its head, within reason.

    One that waits to be filled in may have its head on two lines.
    """
    if _waits(table, column):
        return _PADDING + max(_SHORT / 2, _places(table.columns[column]) / 2)
    if _is_of_numbers(table, column):
        pieces = (piece for row in table.rows for piece in held_together(row[column]).split(" "))
        widest = max(map(_places, pieces), default=0.0)
        return min(_PADDING + max(_places(table.columns[column]), widest), _WIDEST_NUMBER)
    words = (_places(word) for row in table.rows for word in _WORD.findall(row[column]))
    return min(max(_places(table.columns[column]), _FEW, *words) + _PADDING, _WIDEST_WORD)


def _whole(table: TableItem, column: int) -> float:
    """Return how many half-width places a column needs for nine in ten of its cells, all numbers, to stay whole."""
    cells = sorted(_places(row[column]) for row in table.rows) or [0.0]
    most = cells[-1] if _is_of_numbers(table, column) else cells[-(-(len(cells) - 1) * 9 // 10)]
    return _EASY + max(_places(table.columns[column]), most)


def _places(text: str) -> float:
    """Return how wide a text is, in half-width characters."""
    return sum(_wide(character) for character in text)


def _wide(character: str) -> float:
    if ord(character) > _HAN_FROM:
        return 2.0
    return _ROOM_FOR_DIGITS if character.isalnum() else _WIDE_SIGNS.get(character, 1.0)
