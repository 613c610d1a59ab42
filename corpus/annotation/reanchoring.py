"""Finding a note's place again in a text that became another."""

from __future__ import annotations

from dataclasses import replace

from corpus.annotation.anchor import locate
from corpus.model.annotation import AnchorStatus, Annotation


def reanchored(note: Annotation, original: str, before: str = "") -> Annotation:
    """Return a note where its words stand in ``original``; an orphan where they stand nowhere.

    ``before`` is the text in which it has its span, where that is at hand and stands for the selector.
    """
    hint = note.span.start if note.span else None
    stands = note.span is not None and note.span.of(before) == note.selector.exact
    anchor = locate(original, note.selector, hint=hint, before=before if stands else "")
    status = anchor.status
    if note.status is AnchorStatus.APPROXIMATE and status is AnchorStatus.PLACED:
        status = AnchorStatus.APPROXIMATE
    return _moved(note, replace(note, span=anchor.span, status=status, confidence=anchor.confidence))


def _moved(before: Annotation, after: Annotation) -> Annotation:
    """Return the note at its new place; an orphan keeps its old span out of the way."""
    return (
        after
        if after.span is not None
        else replace(before, span=None, status=AnchorStatus.ORPHAN, confidence=0.0)
    )
