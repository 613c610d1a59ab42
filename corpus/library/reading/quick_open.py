"""What can be opened by a few letters of its name: as many articles and notes as a short list shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, annotation_views
from corpus.model.article import ArticleSummary
from corpus.store.articles.query import ArticleQuery

MOST_ARTICLES: Final = 40
MOST_NOTES: Final = 20


@dataclass(frozen=True, slots=True)
class Openable:
    """Articles and notes that hold every word typed; without any, the latest ones."""

    articles: tuple[ArticleSummary, ...] = ()
    notes: tuple[AnnotationView, ...] = ()


def openable(library: Library, text: str) -> Openable:
    """Return what ``text`` may mean: pieces of titles, names, tags and notes, or the sounds of titles."""
    store = library.store
    if text.strip():
        articles = store.found.articles_named(text, MOST_ARTICLES)
        notes = store.found.notes_holding(text, MOST_NOTES)
        kept = {one.id: one for one in store.annotations.by_id(notes)}
        found = [kept[one] for one in notes if one in kept]
    else:
        opened = [one.id for one in store.articles.recently_opened(MOST_ARTICLES)]
        added = store.articles.ids(ArticleQuery(order="added", descending=True), 0, MOST_ARTICLES)
        articles = tuple(dict.fromkeys((*opened, *added)))[:MOST_ARTICLES]
        found = list(store.annotations.latest(MOST_NOTES))
    return Openable(store.articles.of(articles), annotation_views(library, found))
