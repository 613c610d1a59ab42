"""Drafts as JSON, in the shapes of the headless contract."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.library.shapes.plain import Json, plain
from corpus.model.draft import Draft
from corpus.store.notes.draft_json import item_values


def draft(one: Draft, missing: Sequence[str] = ()) -> Json:
    """Return a draft whole: its settings, its blocks in order, and what its references lack."""
    return {
        **draft_summary(one),
        "settings": plain(one.settings),
        "items": [{"number": number, **item_values(item)} for number, item in enumerate(one.items)],
        "missing_fields": list(missing),
    }


def draft_summary(one: Draft) -> Json:
    """Return one line of the list of drafts."""
    return {
        "id": one.id,
        "title": one.title,
        "template": one.template,
        "created": one.created,
        "modified": one.modified,
        "blocks": len(one.items),
    }
