"""The one change within a line that leads from a text shown to the next: a repair taken, undone or made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.model.span import Span
from desktop.reader.text.document import ShownText, line_kind

_PIECE: Final = 65_536


@dataclass(frozen=True, slots=True)
class TextPatch:
    """Puts ``text`` in the place of ``span`` (code points) of a text shown before."""

    span: Span
    text: str


def patch_between(before: ShownText, after: ShownText) -> TextPatch | None:
    """Return the change that leads from one text to another, ``None`` where it is not within one line.

    A line that becomes one of another kind (an item, a heading), and tables, are set anew as well.
    """
    start = _shared(before.text, after.text)
    room = min(len(before.text), len(after.text)) - start
    rest = min(_shared_end(before.text, after.text), room)
    span, text = Span(start, len(before.text) - rest), after.text[start : len(after.text) - rest]
    if "\n" in text or "\n" in span.of(before.text):
        return None
    if any(one.span.start <= span.end and start <= one.span.end for one in before.tables):
        return None
    moved = len(text) - len(span)
    if not _moved_by(before, after, span.end, moved):
        return None
    return TextPatch(span, text) if line_kind(before, start) == line_kind(after, start) else None


def _moved_by(before: ShownText, after: ShownText, end: int, moved: int) -> bool:
    """Tell whether headings and tables stand where they stood, those behind a place moved along with it."""

    def along(offset: int) -> int:
        return offset + moved if offset >= end else offset

    headings = [(one.level, along(one.start)) for one in before.headings]
    tables = [(along(one.span.start), along(one.span.end)) for one in before.tables]
    return headings == [(one.level, one.start) for one in after.headings] and tables == [
        (one.span.start, one.span.end) for one in after.tables
    ]


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts share from their beginnings."""
    most = min(len(one), len(other))
    for at in range(0, most, _PIECE):
        piece = slice(at, min(at + _PIECE, most))
        if one[piece] != other[piece]:
            return at + _equal(one[piece], other[piece])
    return most


def _shared_end(one: str, other: str) -> int:
    """Return how many characters two texts share up to their ends."""
    most = min(len(one), len(other))
    for at in range(0, most, _PIECE):
        size = min(_PIECE, most - at)
        first = one[len(one) - at - size : len(one) - at]
        second = other[len(other) - at - size : len(other) - at]
        if first != second:
            return at + _equal(first[::-1], second[::-1])
    return most


def _equal(one: Sequence[str], other: Sequence[str]) -> int:
    return next((n for n, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]), len(one))
