"""Printed page numbers: which number stands on which page of a file, by stretches."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.model.errors import UsageError
from index.lazy_pattern import LazyPattern

_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_STEPS: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_STRETCH: Final = LazyPattern(
    r"(?P<first>\d{1,5})\s*[=＝:：]\s*(?P<label>\d{1,5}|[A-Za-z]{1,15})?(?:\s*[/／](?P<each>[12]))?"
)
_MOST: Final = 3999


@dataclass(frozen=True, slots=True)
class PageStretch:
    """From page ``first`` of the file (counted from 1) on, pages are printed with ``label`` and what follows it.

    ``label`` is an arabic or roman number, empty where nothing is printed. ``each`` is how many printed pages stand
    on one page of the file: 2 for double spreads. A stretch ends where the next begins.
    """

    first: int
    label: str = ""
    each: int = 1


@dataclass(frozen=True, slots=True)
class PageRef:
    """A page of a file: ``number`` in the file (from 1, or what a format calls it), ``printed`` where it is known.

    ``pdf`` tells that the pages of a PDF are counted, which need not be what is printed on them.
    """

    number: str
    printed: str = ""
    pdf: bool = False

    @property
    def cited(self) -> str:
        """Return the number a citation gives: the printed one where it is known."""
        return self.printed or self.number


def value_of(label: str) -> int:
    """Return the value of an arabic or roman number, 0 where it is neither."""
    if label.isdecimal():
        return int(label)
    digits = [_ROMAN.get(one, 0) for one in label.lower()]
    if not digits or 0 in digits:
        return 0
    total = sum(
        -digit if place + 1 < len(digits) and digit < digits[place + 1] else digit
        for place, digit in enumerate(digits)
    )
    return total if roman(total) == label.lower() else 0


def roman(value: int) -> str:
    """Return a number in small roman digits, empty where there is none."""
    if not 0 < value <= _MOST:
        return ""
    told = ""
    for step, letters in _STEPS:
        count, value = divmod(value, step)
        told += letters * count
    return told


def printed_number(stretches: Sequence[PageStretch], page: int) -> str:
    """Return what is printed on a page of the file (from 1), ``12-13`` on a double spread, empty where unknown."""
    stretch = next((one for one in reversed(stretches) if one.first <= page), None)
    if stretch is None or not stretch.label:
        return ""
    first = value_of(stretch.label) + (page - stretch.first) * stretch.each
    told = [_written(first + more, stretch.label) for more in range(stretch.each)]
    return "-".join(told) if all(told) else ""


def _written(value: int, like: str) -> str:
    """Return a number in the digits of another one."""
    if like.isdecimal():
        return str(value) if value > 0 else ""
    return roman(value).upper() if like.isupper() else roman(value)


def stretches_of(text: str) -> tuple[PageStretch, ...]:
    """Return the stretches a person wrote: ``1=i, 7=1, 20=, 30=45/2``; UsageError (bad_pages) where it makes none."""
    found: dict[int, PageStretch] = {}
    for part in re.split(r"[,，;；\n]+", text):
        if not part.strip():
            continue
        match = _STRETCH.fullmatch(part.strip())
        label = (match["label"] or "") if match else ""
        if match is None or not int(match["first"]) or (label and not value_of(label)):
            raise UsageError("bad_pages", text=part.strip())
        found[int(match["first"])] = PageStretch(int(match["first"]), label, int(match["each"] or 1))
    return tuple(found[first] for first in sorted(found))


def stretches_text(stretches: Sequence[PageStretch]) -> str:
    """Return stretches as a person writes them."""
    return ", ".join(
        f"{one.first}={one.label}" + (f"/{one.each}" if one.each > 1 else "") for one in stretches
    )
