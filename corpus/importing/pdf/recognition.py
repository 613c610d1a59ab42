"""Text recognised from the picture of a page, as the lines and characters other pages have."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from corpus.importing.pdf.characters import Glyph
from corpus.importing.pdf.lines import Piece
from corpus.importing.pdf.placing import placed
from corpus.model.source import SourceDocument
from corpus.model.span import Span
from corpus.text.characters import is_han

DOUBTFUL: Final = 0.75
"""A character whose certainty is below this is shown as doubtful."""
_SIZE: Final = 0.8
"""The type size is about this share of the height of a line's box."""
_ENOUGH_HAN: Final = 3
_HALF: Final = 0.5
"""A digit or a letter is about half as wide as a Han."""
_MOST_APART: Final = 1.7
"""Characters further apart than this, in guessed sizes, are spread."""
_BASE: Final = 0.84


@dataclass(frozen=True, slots=True)
class RecognisedCharacter:
    """A character: its box in points from the upper left of the page, and how certain it is (0 to 1)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    certainty: float


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The lines of a page, each a row of characters, and the page's size in points."""

    width: float
    height: float
    lines: tuple[tuple[RecognisedCharacter, ...], ...] = ()


def packed(page: RecognisedPage) -> list[Any]:
    """Return a page as JSON values."""
    rows = [
        [[one.text, *(round(side, 1) for side in _sides(one)), round(one.certainty, 3)] for one in line]
        for line in page.lines
    ]
    return [round(page.width, 1), round(page.height, 1), rows]


def _sides(one: RecognisedCharacter) -> tuple[float, float, float, float]:
    return one.left, one.top, one.right, one.bottom


def unpacked(values: Sequence[Any]) -> RecognisedPage:
    """Return the page that was packed."""
    width, height, rows = values
    return RecognisedPage(
        width, height, tuple(tuple(RecognisedCharacter(*one) for one in row) for row in rows)
    )


def upright(page: RecognisedPage) -> RecognisedPage:
    """Return a page that was scanned a little askew, turned back by the angle of its lines."""
    angles = [_angle(line) for line in page.lines if len(line) > 5]
    turn = median(angles) if angles else 0.0
    if abs(turn) < 0.002:
        return page
    cosine, sine = math.cos(-turn), math.sin(-turn)
    middle_x, middle_y = page.width / 2, page.height / 2

    def turned(one: RecognisedCharacter) -> RecognisedCharacter:
        """Return a character where it stands once the page is upright."""
        x, y = (one.left + one.right) / 2 - middle_x, (one.top + one.bottom) / 2 - middle_y
        across = x * cosine - y * sine + middle_x
        down = x * sine + y * cosine + middle_y
        half_x, half_y = (one.right - one.left) / 2, (one.bottom - one.top) / 2
        return RecognisedCharacter(
            one.text, across - half_x, down - half_y, across + half_x, down + half_y, one.certainty
        )

    lines = tuple(tuple(turned(one) for one in line) for line in page.lines)
    return RecognisedPage(page.width, page.height, lines)


def _angle(line: Sequence[RecognisedCharacter]) -> float:
    """Return by how much a line falls to the right, as an angle."""
    first, last = line[0], line[-1]
    across = (last.left + last.right) / 2 - (first.left + first.right) / 2
    down = (last.top + last.bottom) / 2 - (first.top + first.bottom) / 2
    return math.atan2(down, across) if across > 0 else 0.0


def pieces_of_page(page: RecognisedPage, number: int) -> list[Piece]:
    """Return the lines of a page (from 0) as pieces, to be put in reading order like printed ones."""
    found: list[Piece] = []
    for line in upright(page).lines:
        if not line:
            continue
        height = median(one.bottom - one.top for one in line)
        top = median(one.top for one in line)
        found.append(
            Piece(
                "".join(one.text for one in line),
                min(one.left for one in line),
                top,
                max(one.right for one in line),
                top + height,
                top + _BASE * height,
                round(_type_size(line, height), 1),
                number,
            )
        )
    return found


def _type_size(line: Sequence[RecognisedCharacter], height: float) -> float:
    """Return the type size of a line: how far its Han stand apart, for the height of a box is only a guess."""
    guessed = _SIZE * height
    han = [place for place, one in enumerate(line) if is_han(one.text)]
    if len(han) < _ENOUGH_HAN:
        return guessed
    first, last = han[0], han[-1]
    between = sum(_HALF if one.text.isascii() else 1.0 for one in line[first + 1 : last]) + 1
    apart = (line[last].left + line[last].right - line[first].left - line[first].right) / 2 / between
    return min(apart, _MOST_APART * guessed) if apart > 0 else guessed


def runs(page: RecognisedPage) -> list[list[Glyph]]:
    """Return the characters of a page as runs of glyphs."""
    return [
        [
            Glyph(one.text, one.left, one.top, one.right, one.bottom, one.bottom, one.bottom - one.top)
            for one in line
        ]
        for line in page.lines
    ]


def doubtful_spans(pages: Sequence[RecognisedPage], document: SourceDocument) -> tuple[Span, ...]:
    """Return the characters of a document's text that were recognised with doubt, neighbours as one span."""
    starts = [one.start for one in document.pages] + [len(document.text)]
    places: list[int] = []
    for number, page in enumerate(pages):
        unsure = {
            (one.text, one.left, one.top) for line in page.lines for one in line if one.certainty < DOUBTFUL
        }
        if unsure:
            text = document.text[starts[number] : starts[number + 1]]
            places += [
                starts[number] + at
                for at, glyph in placed(runs(page), text)
                if (glyph.text, glyph.left, glyph.top) in unsure
            ]
    spans: list[Span] = []
    for at in sorted(places):
        if spans and spans[-1].end == at:
            spans[-1] = Span(spans[-1].start, at + 1)
        else:
            spans.append(Span(at, at + 1))
    return tuple(spans)
