"""What part of the library the list of articles shows: chosen in the tree on the left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import all_tags, collections
from corpus.model.article import ArticleSummary
from corpus.model.collection import Collection, Scope, ScopeKind
from desktop.services.targets import PlaceKind, ShelfPlace
from desktop.wording.ordering import pinyin_key, readings, sounds_like


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything the page shows: live and trashed articles, collections, tags with counts."""

    articles: tuple[ArticleSummary, ...] = ()
    trashed: tuple[ArticleSummary, ...] = ()
    collections: tuple[Collection, ...] = ()
    tags: tuple[tuple[str, int], ...] = ()


def read_holdings(library: Library, scope: Scope) -> Holdings:
    """Read what the page shows within a scope; the trash is shown whole."""
    articles, trashed = list_articles(library, scope), list_articles(library, trashed=True)
    for one in (*articles, *trashed):
        # Asked for once here, beside the window: sorting and filtering find them ready.
        pinyin_key(one.title)
        readings(one.title)
    return Holdings(
        articles,
        trashed,
        collections(library),
        all_tags(library),
    )


def shown_at(holdings: Holdings, place: ShelfPlace, text: str = "") -> list[ArticleSummary]:
    """Return the articles of a place whose title, author, publisher or tags hold ``text`` (or sound like it)."""
    source = holdings.trashed if place.kind is PlaceKind.TRASH else holdings.articles
    inside = below(holdings.collections, place.key) if place.kind is PlaceKind.COLLECTION else frozenset()
    return [one for one in source if _stands_in(one, place, inside) and _matches(one, text)]


def below(groups: Sequence[Collection], collection: str) -> frozenset[str]:
    """Return a collection's id and those of everything under it."""
    found = {collection}
    grown = True
    while grown:
        more = {one.id for one in groups if one.parent in found} - found
        grown = bool(more)
        found |= more
    return frozenset(found)


def scope_of(place: ShelfPlace) -> Scope | None:
    """Return the scope a place stands for, ``None`` for places that are none."""
    kinds = {
        PlaceKind.ALL: ScopeKind.ALL,
        PlaceKind.MINE: ScopeKind.MINE,
        PlaceKind.PACK: ScopeKind.PACK,
        PlaceKind.COLLECTION: ScopeKind.COLLECTION,
    }
    return Scope(kinds[place.kind], place.key) if place.kind in kinds else None


def _stands_in(article: ArticleSummary, place: ShelfPlace, inside: frozenset[str]) -> bool:
    match place.kind:
        case PlaceKind.MINE:
            return not article.pack
        case PlaceKind.PACK:
            return bool(article.pack)
        case PlaceKind.STARRED:
            return article.star
        case PlaceKind.REPAIRS:
            return article.repairs_offered > 0
        case PlaceKind.COLLECTION:
            return not inside.isdisjoint(article.collections)
        case PlaceKind.TAG:
            return place.key in article.tags
        case _:
            return True


def _matches(article: ArticleSummary, text: str) -> bool:
    meta = article.metadata
    told = (article.title, meta.author, meta.publisher, meta.date, *article.tags)
    path = article.path.casefold()
    return all(
        word.casefold() in path or any(sounds_like(word, part) for part in told if part)
        for word in text.split()
    )
