"""What part of the library the list of articles shows: chosen in the tree on the left."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from corpus.library.core.library import Library
from corpus.library.reading.articles import article_page, article_places, articles_by_id, count_articles
from corpus.library.reading.organising import all_tags, collections, totals_of
from corpus.model.article import ArticleSummary
from corpus.model.collection import Collection, Scope, ScopeKind
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.totals import LibraryTotals, Total
from desktop.services.targets import PlaceKind, ShelfPlace
from desktop.widgets import Listing

_SCOPES = {
    PlaceKind.ALL: ScopeKind.ALL,
    PlaceKind.MINE: ScopeKind.MINE,
    PlaceKind.PACK: ScopeKind.PACK,
    PlaceKind.COLLECTION: ScopeKind.COLLECTION,
}
_WITHIN = {PlaceKind.INCOMPLETE: Scope(ScopeKind.MINE)}
"""Places that look at a part only and are no scope for the whole window."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """What the tree shows: how much there is of what, collections and tags with counts; no article."""

    totals: LibraryTotals = field(default_factory=lambda: LibraryTotals(Total(), Total(), Total()))
    collections: tuple[Collection, ...] = ()
    tags: tuple[tuple[str, int], ...] = ()
    incomplete: int = 0
    """How many of one's own articles lack a field that a reference needs."""


def read_shelves(library: Library, scope: Scope) -> Shelves:
    """Read what the tree shows within a scope; the trash is counted whole."""
    lacking = ArticleQuery(scope, within=Scope(ScopeKind.MINE), missing=True)
    incomplete = count_articles(library, lacking)
    return Shelves(totals_of(library, scope), collections(library), all_tags(library), incomplete)


def query_of(place: ShelfPlace, scope: Scope, asked: ArticleQuery) -> ArticleQuery:
    """Return the query for the articles of a place that a filter lets pass, in the order asked for.

    The trash is shown whole, whatever the scope.
    """
    trashed = place.kind is PlaceKind.TRASH
    return replace(
        asked,
        scope=Scope() if trashed else scope,
        within=scope_of(place) or _WITHIN.get(place.kind, Scope()),
        tag=place.key if place.kind is PlaceKind.TAG else "",
        starred=place.kind is PlaceKind.STARRED,
        offering=place.kind is PlaceKind.REPAIRS,
        missing=True if place.kind is PlaceKind.INCOMPLETE else None,
        trashed=trashed,
    )


def listing_of(library: Library, query: ArticleQuery) -> Listing[ArticleSummary]:
    """Return the articles a query asks for as a table reads them."""
    return Listing(
        partial(article_page, library, query),
        partial(count_articles, library, query),
        partial(article_places, library, query),
        partial(articles_by_id, library),
    )


def scope_of(place: ShelfPlace) -> Scope | None:
    """Return the scope a place stands for, ``None`` for places that are none."""
    return Scope(_SCOPES[place.kind], place.key) if place.kind in _SCOPES else None
