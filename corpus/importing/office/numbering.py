"""The numbers a word processor writes in front of paragraphs by itself: 第一章, 一、, （二）, 1.2 …"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.importing.blocks.list_numbers import written
from corpus.importing.office.ooxml import child, children, value
from corpus.text.whole_numbers import whole_number
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE: Final = LazyPattern(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    parted: bool


class Numbering:
    """Counts the numbered paragraphs of one document."""

    def __init__(self, root: _Element | None) -> None:
        """Take the root of ``numbering.xml``; without one nothing is numbered."""
        self._levels: dict[str, dict[int, _Level]] = {}
        self._of: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is None:
            return
        abstract = {value(one, "abstractNumId"): one for one in children(root, "abstractNum")}
        for one in children(root, "num"):
            number, pointer = value(one, "numId"), child(one, "abstractNumId")
            shape = abstract.get(value(pointer)) if pointer is not None else None
            self._of[number] = value(pointer) if pointer is not None else ""
            self._levels[number] = _levels(shape) if shape is not None else {}
            for change in children(one, "lvlOverride"):
                self._override(number, change)

    def _override(self, number: str, change: _Element) -> None:
        """Give a list a level of its own; a new start makes it count apart from the others of its shape."""
        place = whole_number(value(change, "ilvl")) or 0
        own, start = child(change, "lvl"), child(change, "startOverride")
        if own is not None:
            self._levels[number][place] = _level(own)
        if start is not None:
            self._of[number] = f"{number}*"
            known = self._levels[number].get(place)
            if known is not None:
                told = whole_number(value(start))
                first = 1 if told is None else told
                self._levels[number][place] = _Level(first, known.form, known.text, known.parted)

    def next(self, number: str, place: int) -> str:
        """Return what stands before the next paragraph of list ``number`` at level ``place`` (0 is the first)."""
        level = self._levels.get(number, {}).get(place)
        if level is None:
            return ""
        counted = self._of[number]
        key = (counted, place)
        self._counts[key] = self._counts.get(key, level.start - 1) + 1
        for deeper in [one for one in self._counts if one[0] == counted and one[1] > place]:
            del self._counts[deeper]
        if level.form == "bullet":
            return "- "
        if level.form == "none":
            return ""
        text = _PLACE.sub(lambda match: self._written(number, int(match[1]) - 1, level), level.text)
        return text + (" " if level.parted and text[-1:] not in set("、，。．）)：:") else "")

    def _written(self, number: str, place: int, at: _Level) -> str:
        level = self._levels[number].get(place)
        if level is None:
            return ""
        count = self._counts.setdefault((self._of[number], place), level.start)
        chinese = level.form not in {"decimal", "decimalZero"} and at.form == "decimal" and level is not at
        return written(count, "decimal" if chinese and at.text.count("%") > 1 else level.form)


def _levels(shape: _Element) -> dict[int, _Level]:
    return {whole_number(value(one, "ilvl")) or 0: _level(one) for one in children(shape, "lvl")}


def _level(one: _Element) -> _Level:
    def told(name: str, default: str) -> str:
        found = child(one, name)
        return value(found) if found is not None else default

    start = whole_number(told("start", "1"))
    return _Level(
        1 if start is None else max(start, 0),
        told("numFmt", "decimal"),
        told("lvlText", ""),
        told("suff", "tab") != "nothing",
    )
