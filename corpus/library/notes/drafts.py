"""Drafts: gathering notes and figures, ordering them, writing between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import uuid4

from corpus.library.core.clock import after, now
from corpus.library.core.library import Library
from corpus.model.draft import Draft, DraftItem, DraftSettings
from corpus.model.errors import UnknownIdError
from corpus.store.database.changes import Changes

_MADE: Final = ("title", "template", "items", "settings")
"""What a person makes of a draft."""


def drafts(library: Library) -> tuple[Draft, ...]:
    """Return all drafts, the one worked on last first."""
    return library.store.drafts.all()


def get_draft(library: Library, draft_id: str) -> Draft:
    """Return a draft; UnknownIdError where there is none."""
    found = library.store.drafts.get(draft_id)
    if found is None:
        raise UnknownIdError("unknown_draft", id=draft_id)
    return found


def new_draft(
    library: Library,
    title: str,
    template: str = "free",
    items: Sequence[DraftItem] = (),
    settings: DraftSettings | None = None,
) -> Draft:
    """Begin a draft."""
    time = now()
    settings = settings or DraftSettings()
    return _put(library, Draft(str(uuid4()), title, template, tuple(items), time, time, settings))


def save_draft(library: Library, draft: Draft) -> Draft:
    """Keep a draft as it is now."""
    return _put(library, replace(draft, modified=after(draft.modified)))


def _put(library: Library, draft: Draft) -> Draft:
    with library.store.transaction(Changes(drafts=frozenset({draft.id}))):
        library.store.drafts.put(draft)
    return draft


def delete_draft(library: Library, draft_id: str) -> Draft:
    """Delete a draft; the one returned can be given to ``save_draft``."""
    gone = get_draft(library, draft_id)
    with library.store.transaction(Changes(drafts=frozenset({draft_id}))):
        library.store.drafts.delete(draft_id)
    return gone


def take_back_draft(library: Library, was: Draft, made: Draft) -> Draft:
    """Give a draft what it had before it was changed from ``was`` to ``made``.

    What something else, as a merge, made of it since stays.
    """
    here = library.store.drafts.get(was.id)
    if here is None:
        return save_draft(library, was)
    back: dict[str, Any] = {
        name: getattr(was, name) for name in _MADE if getattr(here, name) == getattr(made, name)
    }
    return save_draft(library, replace(here, **back))


def take_back_beginning(library: Library, made: Draft) -> None:
    """Delete a draft that was begun or brought back; with what something else made of it since it stays."""
    here = library.store.drafts.get(made.id)
    if here is not None and all(getattr(here, name) == getattr(made, name) for name in _MADE):
        delete_draft(library, made.id)


def bring_back_draft(library: Library, gone: Draft) -> Draft:
    """Bring a deleted draft back; one of its id that came meanwhile, as by a merge, stays as it is."""
    return library.store.drafts.get(gone.id) or save_draft(library, gone)


def add_to_draft(library: Library, draft_id: str, items: Sequence[DraftItem], after: int = -1) -> Draft:
    """Put items behind number ``after`` (from 0) of a draft, at its end by default; those it has are left out."""
    draft = get_draft(library, draft_id)
    new = [one for one in items if not one.ref or one not in draft.items]
    cut = len(draft.items) if after < 0 else min(after + 1, len(draft.items))
    return save_draft(library, replace(draft, items=(*draft.items[:cut], *new, *draft.items[cut:])))


def take_from_draft(library: Library, draft_id: str, items: Sequence[DraftItem]) -> Draft:
    """Take items, the last that are so, out of a draft again; what was written into it meanwhile stays."""
    draft = get_draft(library, draft_id)
    left = list(draft.items)
    for one in items:
        if one in left:
            del left[len(left) - 1 - left[::-1].index(one)]
    return save_draft(library, replace(draft, items=tuple(left)))
