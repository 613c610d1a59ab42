"""What was changed of a note or draft as it was known, put upon how it stands by now: nobody's words are written over.

An editor writes the whole of what it shows. Where writing had to wait – the disk was full – something else may have
changed the same note or draft meanwhile: what the editor changed is changed there, all else stays as it is now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from difflib import SequenceMatcher
from typing import Any, Final, TypeVar

from corpus.model.annotation import Annotation
from corpus.model.draft import Draft, DraftItem

Kept = TypeVar("Kept", Annotation, Draft)

_MATCHER: Final = SequenceMatcher[DraftItem]


def rebased_note(changed: Annotation, known: Annotation, now: Annotation) -> Annotation:
    """Return a note as it stands ``now`` with what was changed of it since it was ``known``; of tags each one."""
    there = _rebased(changed, known, now)
    left = [one for one in now.tags if one in changed.tags or one not in known.tags]
    added = [one for one in changed.tags if one not in known.tags and one not in left]
    return replace(there, tags=(*left, *added))


def rebased_draft(changed: Draft, known: Draft, now: Draft) -> Draft:
    """Return a draft as it stands ``now`` with what was changed of it since it was ``known``; of blocks each one."""
    return replace(_rebased(changed, known, now), items=_items(changed.items, known.items, now.items))


def _rebased(changed: Kept, known: Kept, now: Kept) -> Kept:
    told: dict[str, Any] = {
        one.name: getattr(changed, one.name)
        for one in fields(changed)
        if one.name != "modified" and getattr(changed, one.name) != getattr(known, one.name)
    }
    return replace(now, **told)


def _items(
    mine: Sequence[DraftItem], known: Sequence[DraftItem], theirs: Sequence[DraftItem]
) -> tuple[DraftItem, ...]:
    """Return blocks changed by two hands: each block that only one of them put in, took out or changed is so.

    Of one that both changed there are two, mine first.
    """
    same, near = _places(known, mine)
    found = list(mine)
    for tag, start, end, first, last in reversed(_MATCHER(None, known, theirs, autojunk=False).get_opcodes()):
        if tag == "equal":
            continue
        at = _place(start, end, len(known), near, found)
        new = [one for one in theirs[first:last] if one not in mine or one in known]
        found[at:at] = new
        for place in sorted((same[one] for one in range(start, end) if one in same), reverse=True):
            del found[place + (len(new) if place >= at else 0)]
    return tuple(found)


def _place(start: int, end: int, length: int, near: dict[int, int], mine: Sequence[DraftItem]) -> int:
    """Return where in ``mine`` stands what another hand put between two known blocks: behind the one before it."""
    if end == length and start == end:
        return len(mine)
    if end - 1 in near and end > start:
        return near[end - 1] + 1
    return next((near[one] + 1 for one in range(start - 1, -1, -1) if one in near), 0)


def _places(known: Sequence[DraftItem], mine: Sequence[DraftItem]) -> tuple[dict[int, int], dict[int, int]]:
    """Return where known blocks stand in ``mine``: those that are as they were, and also those rewritten in place."""
    same: dict[int, int] = {}
    near: dict[int, int] = {}
    for tag, start, end, first, last in _MATCHER(None, known, mine, autojunk=False).get_opcodes():
        if end - start == last - first:
            pairs = dict(zip(range(start, end), range(first, last), strict=True))
            near |= pairs
            same |= pairs if tag == "equal" else {}
    return same, near
