"""Putting the library in order: collections, tags, stars, reading state, trash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import uuid4

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.model.article import ReadState
from corpus.model.collection import Collection, Scope
from corpus.model.errors import UnknownIdError
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.database.totals import LibraryTotals
from corpus.text.sounds import commonest_first, name_key


def set_read_state(library: Library, ids: Iterable[str], state: ReadState) -> None:
    """Say how far articles have been read."""
    _set(library, "read_state", state, ids)


def set_progress(library: Library, article_id: str, offset: int) -> None:
    """Remember where a person stopped reading (an offset of the clean text) and when."""
    with library.store.transaction(Changes()):
        library.store.articles.set_field("progress", offset, [article_id])
        library.store.articles.set_field("opened", now(), [article_id])


def set_star(library: Library, ids: Iterable[str], *, on: bool) -> None:
    """Star articles or take the star away."""
    _set(library, "star", int(on), ids)


def set_tags(library: Library, article_id: str, tags: Iterable[str]) -> None:
    """Give an article exactly these tags."""
    with library.store.transaction(Changes(fields=frozenset({article_id}))):
        library.store.collections.set_tags(article_id, [tag.strip() for tag in tags if tag.strip()])


def all_tags(library: Library) -> tuple[tuple[str, int], ...]:
    """Return the tags of articles with how many carry each, the commonest first, like ones by their names."""
    return commonest_first(library.store.collections.tags())


def collections(library: Library) -> tuple[Collection, ...]:
    """Return all collections, in the order of their sounds."""
    return tuple(sorted(library.store.collections.all(), key=lambda one: name_key(one.name)))


def totals_of(library: Library, scope: Scope) -> LibraryTotals:
    """Return how much there is of a scope; the trash is counted whole."""
    return library.store.totals.within(scope)


def articles_in(library: Library, collection_id: str) -> frozenset[str]:
    """Return the ids of the articles put into a collection, those in the trash too."""
    return library.store.collections.articles(collection_id)


def add_collection(library: Library, name: str, parent: str = "") -> Collection:
    """Make a collection."""
    made = Collection(uuid4().hex, name, parent)
    with library.store.transaction(Changes(collections=True)):
        library.store.collections.put(made)
    return made


def rename_collection(library: Library, collection_id: str, name: str) -> None:
    """Rename a collection; UnknownIdError where there is none."""
    found = next((one for one in collections(library) if one.id == collection_id), None)
    if found is None:
        raise UnknownIdError("unknown_collection", id=collection_id)
    with library.store.transaction(_named_anew(library, collection_id)):
        library.store.collections.put(Collection(found.id, name, found.parent))


def delete_collection(library: Library, collection_id: str) -> None:
    """Delete a collection; its articles stay."""
    with library.store.transaction(_named_anew(library, collection_id)):
        library.store.collections.delete(collection_id)


def restore_collection(library: Library, collection: Collection) -> None:
    """Bring a deleted collection back under its own id, or put one under another parent."""
    with library.store.transaction(_named_anew(library, collection.id)):
        library.store.collections.put(collection)


def _named_anew(library: Library, collection_id: str) -> Changes:
    """Return the change of a collection's name: its articles are searched by it."""
    return Changes(fields=library.store.collections.articles(collection_id), collections=True)


def put_into(library: Library, collection_id: str, ids: Sequence[str]) -> None:
    """Put articles into a collection."""
    with library.store.transaction(Changes(fields=frozenset(ids))):
        library.store.collections.add(collection_id, ids)


def take_out(library: Library, collection_id: str, ids: Sequence[str]) -> None:
    """Take articles out of a collection."""
    with library.store.transaction(Changes(fields=frozenset(ids))):
        library.store.collections.remove(collection_id, ids)


def trash(library: Library, ids: Sequence[str]) -> None:
    """Put articles into the trash."""
    _known(library, ids)
    with library.store.transaction(_moved(ids)):
        library.store.articles.set_field("trashed", now(), ids)


def restore(library: Library, ids: Sequence[str]) -> None:
    """Bring articles back from the trash."""
    _known(library, ids)
    with library.store.transaction(_moved(ids)):
        library.store.articles.set_field("trashed", "", ids)


def delete_for_good(library: Library, ids: Sequence[str]) -> None:
    """Delete articles; notes that stood in them stay as notes without a place, originals are let go."""
    _known(library, ids)
    notes = frozenset(note.id for article_id in ids for note in library.store.annotations.of(article_id))
    with library.store.transaction(replace(_moved(ids), annotations=notes)) as number:
        for article_id in ids:
            library.store.annotations.set_adrift(article_id)
            library.store.articles.delete(article_id, number)
        gone = library.store.sources.remove_unused()
    library.store.originals.remove(gone)


def empty_trash(library: Library) -> int:
    """Delete everything in the trash for good; return how many articles it was."""
    gone = library.store.articles.ids(ArticleQuery(trashed=True))
    delete_for_good(library, gone)
    return len(gone)


def _moved(ids: Sequence[str]) -> Changes:
    """Return the change of articles that come or go, and with them what was found in them."""
    return Changes(articles=frozenset(ids), facts=frozenset(ids))


def _known(library: Library, ids: Sequence[str]) -> None:
    for article_id in ids:
        if library.store.article_changes.change_of(article_id) is None:
            raise UnknownIdError("unknown_article", id=article_id)


def _set(library: Library, field: str, value: object, ids: Iterable[str]) -> None:
    with library.store.transaction(Changes(collections=True)):
        library.store.articles.set_field(field, value, list(ids))
