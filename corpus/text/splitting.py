"""Splitting a document as its reader repaired it, and its parts as spans of what the file really holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.model.source import Piece, ReaderRepair, SourceDocument, Split
from corpus.model.span import Span
from corpus.text.offsets import OffsetMap, apply_edits
from corpus.text.repairs.layers import known_edits
from corpus.text.split import TITLE_LENGTH, split

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad\u200e\u200f"))


def split_as_read(document: SourceDocument) -> Split:
    """Return the articles and pieces of a document, told by its text with the reader's repairs.

    Both are spans of ``document.text`` and tile it; what a repair takes out between two of them is page furniture.
    """
    if not document.repairs:
        return split(document)
    below = known_edits(document.text, document.repairs)
    offsets = OffsetMap.of(below, len(document.text))
    parts = split(replace(document, text=apply_edits(document.text, below), headings=(), pages=(), tables=()))
    articles = tuple(replace(one, span=offsets.to_original(one.span)) for one in parts.articles)
    pieces = [replace(one, span=offsets.to_original(one.span)) for one in parts.pieces]
    taken = sorted(
        [*(one.span for one in articles), *(one.span for one in pieces)], key=lambda one: one.start
    )
    return Split(articles, tuple(sorted([*pieces, *_gaps(taken, len(document.text))], key=_start)))


def _gaps(taken: Sequence[Span], length: int) -> list[Piece]:
    """Return what lies between spans as page furniture."""
    found: list[Piece] = []
    place = 0
    for one in [*taken, Span(length, length)]:
        if one.start > place:
            found.append(Piece("page_furniture", Span(place, one.start)))
        place = max(place, one.end)
    return found


def _start(piece: Piece) -> int:
    return piece.span.start


def repairs_within(document: SourceDocument, span: Span) -> tuple[ReaderRepair, ...]:
    """Return the reader's repairs that lie inside an article, in its own offsets."""
    return tuple(
        replace(one, start=one.start - span.start, end=one.end - span.start)
        for one in document.repairs
        if span.start <= one.start and one.end <= span.end
    )


def title_of(clean: str) -> str:
    """Return the title of a clean text: its first line."""
    return clean.partition("\n")[0].translate(_INVISIBLE).strip()[:TITLE_LENGTH]
