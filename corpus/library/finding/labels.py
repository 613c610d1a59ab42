"""What the articles hit are counted under, kept until an article changes: searches in a row hit the same ones."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from corpus.library.core.library import Library
from corpus.store.found import ArticleLabel

_NAME: Final = "labels of articles"


def labels_of(library: Library, ids: Collection[str]) -> dict[str, ArticleLabel]:
    """Return the labels of some articles outside the trash, by their ids; of those known already nothing is read."""
    known = _known(library)
    missing = [one for one in ids if one not in known]
    if missing:
        known |= library.store.found.labels(missing)
    return {one: known[one] for one in sorted(ids) if one in known}


def _known(library: Library) -> dict[str, ArticleLabel]:
    """Return what is known as of now: what one article is called can tell it from another, so all or nothing holds."""
    documents = library.documents
    now = documents.last_change()
    then, known = library.derived.get(_NAME, (-1, {}))
    if then != now:
        if then < 0 or now < then or documents.changed_since(then) or documents.fields_changed_since(then):
            known = {}
        library.derived[_NAME] = (now, known)
    labels: dict[str, ArticleLabel] = known
    return labels
