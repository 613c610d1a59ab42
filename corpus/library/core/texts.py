"""Articles made ready for showing and searching: clean text, offset map and sentences, kept while unchanged."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass

from corpus.model.article import Article
from corpus.model.errors import UnknownIdError
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.store.store import Store
from corpus.text.offsets import OffsetMap, apply_edits
from corpus.text.sentences import sentences

KEPT = 3000
"""Articles kept ready: a consultant's two hundred reports with room to spare, some tens of megabytes."""


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article with what is derived of it; ``sentences`` are spans of ``clean``."""

    article: Article
    clean: str
    offsets: OffsetMap
    sentences: tuple[Span, ...]

    def shown(self, span: Span) -> Span:
        """Return where a span of the original stands in the clean text."""
        return self.offsets.to_clean(span)

    def place(self, span: Span) -> Place:
        """Return the place of a span of the original."""
        shown = self.shown(span)
        return Place(self.article.id, self.article.title, shown, shown.of(self.clean))


def prepared(article: Article) -> ArticleText:
    """Return ``article`` with its clean text, offsets and sentences."""
    clean = apply_edits(article.original, article.edits)
    return ArticleText(
        article, clean, OffsetMap.of(article.edits, len(article.original)), tuple(sentences(clean))
    )


class Texts:
    """Prepared articles by id; an article is prepared again when its change number moved."""

    def __init__(self, store: Store) -> None:
        """Read from ``store``."""
        self._store = store
        self._kept: OrderedDict[str, ArticleText] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, article_id: str) -> ArticleText:
        """Return an article made ready; UnknownIdError (unknown_article) where there is none."""
        change = self._store.articles.change_of(article_id)
        if change is None:
            raise UnknownIdError("unknown_article", id=article_id)
        with self._guard:
            kept = self._kept.get(article_id)
            if kept is not None and kept.article.change == change:
                self._kept.move_to_end(article_id)
                return kept
        article = self._store.articles.get(article_id)
        if article is None:
            raise UnknownIdError("unknown_article", id=article_id)
        ready = prepared(article)
        with self._guard:
            self._kept[article_id] = ready
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return ready
