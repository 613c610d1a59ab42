"""The concordance: every place of a string, keyword aligned, and where the places lie in each document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.fold.classes import is_han
from index.lazy_pattern import LazyPattern
from index.query.conditions import is_wordlike
from index.search.literal import find_places, unquoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.characters.scan import View
    from index.fold import Fold
    from index.segment import Segmenter

SORT = LazyPattern(r"([LR])(W?)([1-9])\Z", re.IGNORECASE)
UNIT = LazyPattern(r"[A-Za-z0-9]+|\w")


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One place with what stands left and right of it."""

    document: str
    title: str
    start: int
    end: int
    left: str
    key: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """All lines in the order asked for."""

    total: int
    lines: tuple[ConcordanceLine, ...]


def lines(
    view: View, text: str, segmenter: Segmenter, *, context: int, sort: str, folds: frozenset[Fold]
) -> Concordance:
    """Return every place; ``sort`` is empty (document, then place), or names the neighbour to sort by.

    ``L1`` … ``R9`` is a character (a run of Latin letters or digits counts as one), ``LW1`` … ``RW9`` a word.
    Chinese neighbours sort by pinyin. The context is in code points.
    """
    found = [
        ConcordanceLine(
            p.entry.id,
            p.entry.title,
            start,
            end,
            p.entry.text[max(0, start - context) : start],
            p.entry.text[start:end],
            p.entry.text[end : end + context],
        )
        for p in find_places(view, unquoted(text), folds)
        for start, end in p.spans
    ]
    if match := SORT.match(sort):
        side, number = match.group(1).upper(), int(match.group(3))
        cut = (lambda t: [w.word for w in segmenter.words(t)]) if match.group(2) else UNIT.findall
        key = by_pinyin()
        found.sort(key=lambda line: key(_neighbours(line, side, number, cut)))
    return Concordance(len(found), tuple(found))


def _neighbours(line: ConcordanceLine, side: str, number: int, cut: Callable[[str], list[str]]) -> list[str]:
    """Return the neighbours from the asked one outward, so that equal ones are sorted by the next."""
    units = cut(line.right) if side == "R" else cut(line.left)[::-1]
    return [u for u in units if is_wordlike(u)][number - 1 : number + 2]


def by_pinyin() -> Callable[[list[str]], tuple[tuple[str, str], ...]]:
    """Return a sort key for units: Chinese ones by how they are read, the others by their letters."""
    from pypinyin import Style, lazy_pinyin

    known: dict[str, str] = {}

    def reading(unit: str) -> str:
        if unit not in known:
            known[unit] = (
                " ".join(lazy_pinyin(unit, style=Style.TONE3)) if is_han(unit[0]) else unit.casefold()
            )
        return known[unit]

    return lambda units: tuple((reading(u), u) for u in units)


def distribution(
    view: View, text: str, *, folds: frozenset[Fold]
) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Return for each document where the places lie, from 0 to 1, in the order of the most relevant document."""
    return tuple(
        (p.entry.id, tuple(round(start / max(1, len(p.entry.text)), 6) for start, _ in p.spans))
        for p in find_places(view, unquoted(text), folds)
    )
