"""From offsets of an original to offsets of its clean text, and back, through the applied edits.

A span that begins or ends inside an edit takes the whole edit; a span emptied by a deletion keeps its place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from corpus.model.edit import Edit
from corpus.model.span import Span


def _applied_in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Return the applied edits in order of place; raise ``ValueError`` if two of them overlap."""
    applied = sorted((edit for edit in edits if edit.applied), key=lambda edit: (edit.start, edit.end))
    for earlier, later in pairwise(applied):
        if later.start < earlier.end:
            raise ValueError(f"applied edits overlap: {earlier.id} and {later.id}")
    return applied


def apply_edits(original: str, edits: Iterable[Edit]) -> str:
    """Return the clean text: ``original`` with the applied edits; offered and undone ones do not count."""
    parts: list[str] = []
    place = 0
    for edit in _applied_in_order(edits):
        parts.append(original[place : edit.start])
        parts.append(edit.after or "")
        place = edit.end
    parts.append(original[place:])
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class _Side:
    """Where the edits stand in one of the two texts: ``starts[i]`` to ``ends[i]``, both ascending."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]


def _carry(span: Span, source: _Side, target: _Side) -> Span:
    """Carry ``span`` from the text of ``source`` to that of ``target`` in O(log edits)."""
    first = bisect_right(source.starts, span.start) - 1
    last = bisect_left(source.starts, span.end) - 1
    if first < 0:
        start = span.start
    elif span.start < source.ends[first]:
        start = target.starts[first]
    else:
        start = span.start - source.ends[first] + target.ends[first]
    if last < 0:
        end = span.end
    elif span.end < source.ends[last]:
        end = target.ends[last]
    else:
        end = span.end - source.ends[last] + target.ends[last]
    if len(span) == 0 or end < start:
        return Span(min(start, end), min(start, end))
    return Span(start, end)


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The two-way map between an original and its clean text; look-ups take O(log edits)."""

    original: _Side
    clean: _Side

    @classmethod
    def of(cls, edits: Iterable[Edit]) -> OffsetMap:
        """Build the map of ``edits`` of an original."""
        applied = _applied_in_order(edits)
        starts: list[int] = []
        ends: list[int] = []
        shift = 0
        for edit in applied:
            starts.append(edit.start + shift)
            shift += len(edit.after or "") - (edit.end - edit.start)
            ends.append(edit.end + shift)
        return cls(
            _Side(tuple(edit.start for edit in applied), tuple(edit.end for edit in applied)),
            _Side(tuple(starts), tuple(ends)),
        )

    def to_clean(self, span: Span) -> Span:
        """Return where ``span`` of the original stands in the clean text."""
        return _carry(span, self.original, self.clean)

    def to_original(self, span: Span) -> Span:
        """Return what ``span`` of the clean text covers in the original."""
        return _carry(span, self.clean, self.original)
