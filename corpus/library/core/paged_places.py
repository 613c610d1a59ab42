"""Places found in clean texts with the pages they begin on; articles without pages are not even read."""

from __future__ import annotations

from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.model.errors import UnknownIdError
from corpus.model.place import Place
from corpus.model.span import Span


class PagedPlaces:
    """Makes the places of one answer."""

    def __init__(self, library: Library) -> None:
        """Read pages from ``library``."""
        self._library = library
        self._known: dict[str, ArticleText | None] = {}

    def place(self, article: str, title: str, span: Span, quote: str) -> Place:
        """Return a place; ``span`` is of the clean text."""
        if article not in self._known:
            self._known[article] = self._read(article)
        ready = self._known[article]
        page = None if ready is None else ready.page_of(ready.offsets.to_original(span))
        return Place(article, title, span, quote, page)

    def _read(self, article: str) -> ArticleText | None:
        if not self._library.store.structure.has_pages(article):
            return None
        try:
            return self._library.texts.get(article)
        except UnknownIdError:
            return None
