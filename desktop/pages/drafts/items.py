"""The blocks of a draft: moved, taken out, put between, rewritten; every change gives a new draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.model.draft import Draft, DraftItem, DraftSettings
from desktop.pages.drafts.telling import named_by

_OWN_WORDS: Final = frozenset({"heading", "text", "prompt"})


def moved(draft: Draft, number: int, to: int) -> Draft:
    """Return the draft with a block at another place; the same draft where that is none."""
    if number == to or not (0 <= number < len(draft.items) and 0 <= to < len(draft.items)):
        return draft
    items = list(draft.items)
    items.insert(to, items.pop(number))
    return replace(draft, items=tuple(items))


def without(draft: Draft, number: int) -> Draft:
    """Return the draft with a block taken out."""
    return replace(draft, items=(*draft.items[:number], *draft.items[number + 1 :]))


def with_items(draft: Draft, after: int, items: Sequence[DraftItem]) -> Draft:
    """Return the draft with blocks put in behind number ``after`` (-1: at the beginning)."""
    return replace(draft, items=(*draft.items[: after + 1], *items, *draft.items[after + 1 :]))


def rewritten(draft: Draft, number: int, item: DraftItem) -> Draft:
    """Return the draft with one block changed; a prompt that was written over becomes text."""
    before = draft.items[number]
    if before.kind == "prompt" and item.text != before.text:
        item = replace(item, kind="text")
    return replace(draft, items=(*draft.items[:number], item, *draft.items[number + 1 :]))


def end_of_chapter(draft: Draft, heading: int) -> int:
    """Return the number of the last block below a heading, before the next one of its level or above."""
    level = draft.items[heading].level
    for number in range(heading + 1, len(draft.items)):
        item = draft.items[number]
        if item.kind == "heading" and item.level <= level:
            return number - 1
    return len(draft.items) - 1


def names_nothing_new(before: Draft, after: Draft) -> bool:
    """Tell whether everything of the library that a draft names now was named before, and in the same form."""
    if _quoted_as(before.settings) != _quoted_as(after.settings):
        return False
    known = {named_by(one) for one in before.items if one.kind not in _OWN_WORDS}
    return all(named_by(one) in known for one in after.items if one.kind not in _OWN_WORDS)


def _quoted_as(settings: DraftSettings) -> tuple[str, str]:
    """Return how quotations are told that do not say so themselves."""
    return settings.context, settings.wording


def typed_into(before: Draft, after: Draft) -> str:
    """Return what was typed into between two states of a draft (``title`` or a block's number), empty for more."""
    if before.settings != after.settings or len(before.items) != len(after.items):
        return ""
    places = ["title"] if before.title != after.title else []
    pairs = enumerate(zip(before.items, after.items, strict=True))
    changed = [(number, old, new) for number, (old, new) in pairs if old != new]
    places += [str(number) for number, old, new in changed if replace(old, text=new.text) == new]
    return places[0] if len(places) == 1 and len(changed) <= 1 else ""
