"""Making one note of several: nothing that was marked, written or tagged is lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from corpus.annotation.anchor import describe
from corpus.model.annotation import Annotation
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_WORD: Final = LazyPattern(r"\w")


def joined(
    notes: Sequence[Annotation], original: str, shown: Mapping[str, str] = MappingProxyType({})
) -> Annotation:
    """Return the first note with what the others hold; ``original`` is the text they share, empty where none.

    Marks that touch (nothing but blanks and signs between them) become one mark; the words of the others are quoted
    in the note, each above what was written about them: as ``shown``, by the ids of the notes, where the reader shows
    repaired wording.
    """
    first = notes[0]
    span = _whole(notes, original)
    parts: list[str] = []
    for note in notes:
        inside = note.span is not None and span is not None and _within(note, first, span)
        quote = "" if note is first or inside else shown.get(note.id, note.selector.exact).strip()
        parts += [_quoted(quote), note.note.strip()]
    marked = first if span is None or span == first.span else replace(
        first, span=span, selector=describe(original, span)
    )  # fmt: skip
    return replace(
        marked,
        note="\n\n".join(dict.fromkeys(filter(None, parts))),
        tags=tuple(dict.fromkeys(tag for note in notes for tag in note.tags)),
        private=any(one.private for one in notes),
        created=min(filter(None, (one.created for one in notes)), default=""),
        extra=_extra(notes),
    )


def _whole(notes: Sequence[Annotation], original: str) -> Span | None:
    """Return the mark of the first note with those that touch it; ``None`` where it has no place."""
    first = notes[0]
    if first.span is None or not original or first.region is not None:
        return first.span
    span = first.span
    others = sorted(one.span for one in notes if one.span is not None and one.article == first.article)
    for other in others:
        between = original[min(span.end, other.start) : max(span.end, other.start)]
        if other.start <= span.end or not _WORD.search(between):
            span = Span(min(span.start, other.start), max(span.end, other.end))
    return span


def _within(note: Annotation, first: Annotation, span: Span) -> bool:
    return note.article == first.article and note.span is not None and span.contains(note.span)


def _quoted(words: str) -> str:
    return "\n".join(f"> {line}" for line in words.splitlines())


def _extra(notes: Iterable[Annotation]) -> str:
    """Return what other programs told about the notes; where two say something of one thing, the first holds."""
    told: dict[str, object] = {}
    for note in notes:
        known = json.loads(note.extra) if note.extra else {}
        told = {**known, **told}
    return json.dumps(told, ensure_ascii=False) if told else ""
