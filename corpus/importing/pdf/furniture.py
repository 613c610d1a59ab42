"""Running heads, feet and page numbers: lines at the edge of pages that stand at one place and say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from corpus.importing.pdf.lines import Piece
from corpus.model.numbering import value_of
from index.lazy_pattern import LazyPattern

_EDGE: Final = 3
"""So many lines from the top and the bottom of a page may be furniture."""
_BAND: Final = 0.16
"""Furniture stands within this share of the page's height from its edge."""
_NUMBER: Final = LazyPattern(
    r"[-—–－·•\s\[〔（(第]*(?P<number>\d{1,4}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7})[-—–－·•\s\]〕）)页]*"
    r"(?:[/／|]?\s*共?\s*\d{1,4}\s*页?)?|(?:page|p\.)\s*(?P<page>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS: Final = LazyPattern(r"\d+|\b[ivxlc]{1,6}\b")
_BLANKS: Final = LazyPattern(r"\s+")
_TOLERANCE: Final = 4.0
_NEAR: Final = 2
"""Heads of left and of right pages stand two pages apart."""
_LONGEST: Final = 90


def furniture(pages: Sequence[Sequence[Piece]], heights: Sequence[float]) -> set[int]:
    """Return the ids (``id()``) of the pieces that belong to the page and not to the text.

    A line counts where the same words (numbers aside) stand at the same height on several pages, or where it is a
    number that goes up with the pages.
    """
    found: set[int] = set()
    heads: defaultdict[tuple[str, str], list[Piece]] = defaultdict(list)
    numbers: defaultdict[str, list[tuple[Piece, int]]] = defaultdict(list)
    for pieces, height in zip(pages, heights, strict=True):
        for edge, piece in _edges(pieces, height):
            text = _BLANKS.sub("", piece.text)
            number = _NUMBER.fullmatch(piece.text.strip())
            if number:
                numbers[edge].append((piece, value_of(number["number"] or number["page"])))
            if len(text) <= _LONGEST:
                heads[edge, _DIGITS.sub("#", text)].append(piece)
    for (_edge, words), pieces in heads.items():
        if words.strip("#-—–－·第页/|()[]（）"):
            found |= {id(one) for one in _repeated(pieces)}
    for listed in numbers.values():
        found |= {id(one) for one in _counting(listed, len(pages))}
    return found


def _edges(pieces: Sequence[Piece], height: float) -> list[tuple[str, Piece]]:
    """Return the lines near the upper and the lower edge of a page."""
    ordered = sorted(pieces, key=lambda piece: piece.base)
    above = [("top", one) for one in ordered[:_EDGE] if one.base < _BAND * height]
    below = [("bottom", one) for one in ordered[-_EDGE:] if one.base > (1 - _BAND) * height]
    return [*above, *(one for one in below if one[1] not in [piece for _edge, piece in above])]


def _repeated(pieces: list[Piece]) -> list[Piece]:
    """Return those of the pieces with the same words that stand at one height on pages near each other.

    Their numbers are the same too, or go up with the pages: a line of a list that comes again is no running head.
    """
    kept: list[Piece] = []
    for place, one in enumerate(pieces):
        near = pieces[max(0, place - _NEAR) : place + _NEAR + 1]
        if any(
            0 < abs(other.page - one.page) <= _NEAR
            and abs(other.base - one.base) <= _TOLERANCE
            and _same_or_counting(one, other)
            for other in near
        ):
            kept.append(one)
    return kept


def _same_or_counting(one: Piece, other: Piece) -> bool:
    """Tell whether two lines with the same words have the same numbers, but for one that counts the pages."""
    numbers = zip(_DIGITS.findall(one.text), _DIGITS.findall(other.text), strict=False)
    steps = [value_of(second) - value_of(first) for first, second in numbers if first != second]
    return all(step == other.page - one.page for step in steps)


def _counting(listed: list[tuple[Piece, int]], pages: int) -> list[Piece]:
    """Return the numbers that go up with the pages; a stretch of them is enough (roman front matter, then arabic)."""
    shifts: defaultdict[int, list[Piece]] = defaultdict(list)
    for piece, value in listed:
        shifts[value - piece.page].append(piece)
    kept: list[Piece] = []
    for group in shifts.values():
        whole = len({one.page for one in group})
        if whole >= 3 or (whole == 2 and pages <= 4):
            kept += group
    return kept
