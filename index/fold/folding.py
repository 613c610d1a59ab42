"""Folds: width, case, space, punctuation and variants, in any combination, with the way back.

Width, case and variants change one character into one other, so offsets stay; space and punctuation leave
characters out, and :class:`Folded` keeps where the others stood.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from index.fold.classes import is_blank, is_punctuation
from index.fold.exchange import Exchange
from index.fold.variants import variant_table
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Mapping

Fold = Literal["width", "case", "space", "punctuation", "variants"]
SAME_LENGTH: frozenset[Fold] = frozenset({"width", "case", "variants"})
ALL_BUT_PUNCTUATION: frozenset[Fold] = SAME_LENGTH | {"space"}
ALL_FOLDS: frozenset[Fold] = ALL_BUT_PUNCTUATION | {"punctuation"}

# Letters with case end with Adlam.
LAST_CASED = 0x1E943
_FEW_MARKS = 48
"""Marks up to which each is left out by itself, which takes less than looking every character up."""
DECIMAL_POINT = LazyPattern(r"(?<=[0-9０-９])[.．](?=[0-9０-９])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; ``positions`` holds the place of each of its characters, ``None`` where none moved."""

    text: str
    positions: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text as it stands for a span (not empty) of the folded one."""
        if self.positions is None:
            return start, end
        return self.positions[start], self.positions[end - 1] + 1


@cache
def _width_table() -> Mapping[int, str]:
    table = {0x3000: " "}
    for code in (*range(0xFF01, 0xFFEF), 0x20A9):
        if unicodedata.decomposition(chr(code)).startswith(("<wide>", "<narrow>")):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = plain
    return table


@cache
def _case_table() -> Mapping[int, str]:
    """Return the simple case folding; the few characters that would grow keep their lower case or themselves."""
    table: dict[int, str] = {}
    characters = list(map(chr, range(LAST_CASED + 1)))
    changed = [
        one for one, folded in zip(characters, map(str.casefold, characters), strict=True) if one != folded
    ]
    for char in changed:
        for folded in (char.casefold(), char.lower()):
            if len(folded) == 1:
                if folded != char:
                    table[ord(char)] = folded
                break
    return table


@cache
def _table(folds: frozenset[Fold]) -> Mapping[int, str]:
    """Return one table for several folds, applied until nothing changes (full-width, then capital, letters)."""
    tables = [
        table()
        for name, table in (("width", _width_table), ("case", _case_table), ("variants", variant_table))
        if name in folds
    ]

    def settle(char: str) -> str:
        """Return what a character is folded to by all tables, one after the other, until none changes it."""
        for _ in range(4):
            before = char
            for table in tables:
                char = table.get(ord(char), char)
            if char == before:
                break
        return char

    return {code: settle(chr(code)) for table in tables for code in table}


@cache
def _exchange(folds: frozenset[Fold]) -> Exchange:
    return Exchange(_table(folds))


@cache
def _moved(folds: frozenset[Fold]) -> frozenset[str]:
    """Return the characters that change under some folds, and those others change into."""
    table = _table(folds)
    return frozenset((*map(chr, table), *table.values()))


def stands_alone(text: str) -> bool:
    """Tell whether a text stands in another exactly where it stands in the other's ``SAME_LENGTH`` fold."""
    return _moved(SAME_LENGTH).isdisjoint(text)


@lru_cache(maxsize=65_536)
def _is_left_out(char: str, folds: frozenset[Fold]) -> bool:
    return ("space" in folds and is_blank(char)) or ("punctuation" in folds and is_punctuation(char))


@lru_cache(maxsize=2)
def _folded_in_place(text: str, folds: frozenset[Fold]) -> str:
    """Return a text after folds that keep its length; what is indexed is asked for twice in a row."""
    return _exchange(folds)(text)


def fold_text(text: str, folds: frozenset[Fold]) -> Folded:
    """Fold a text; a decimal point between digits is no punctuation."""
    same = folds & SAME_LENGTH
    plain = _folded_in_place(text, same) if same else text
    if same == folds:
        return Folded(plain, None)
    # Each character is judged once, not each of its places: a text has few of them.
    left_out = {char for char in set(text) if _is_left_out(char, folds)}
    if not left_out:
        return Folded(plain, None)
    positions = [offset for offset, char in enumerate(text) if char not in left_out]
    points = [m.start() for m in DECIMAL_POINT.finditer(text) if m[0] in left_out]
    if points:
        positions = sorted((*positions, *points))
    return Folded("".join([plain[i] for i in positions]), tuple(positions))


def full_fold(text: str) -> tuple[str, frozenset[str]]:
    """Return what every fold leaves of a text (decimal points too are gone), and the marks that were left out.

    Whatever a combination of folds finds in a text, the full fold of the query stands in the full fold of the
    text: this is what candidates are looked up by.
    """
    plain = _folded_in_place(text, SAME_LENGTH)
    marks = frozenset(c for c in set(plain) if is_blank(c) or is_punctuation(c))
    if not marks:
        return plain, marks
    if len(marks) > _FEW_MARKS:
        return plain.translate(dict.fromkeys(map(ord, marks))), marks
    rest = plain
    for mark in marks:
        rest = rest.replace(mark, "")
    return rest, marks
