"""Articles made ready for showing and searching: clean text, offset map and sentences, kept while unchanged."""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from corpus.library.core.chapters import Chapters, chapters_of
from corpus.model.article import Article, ArticleSummary
from corpus.model.errors import UnknownIdError
from corpus.model.numbering import PageRef, PageStretch, printed_number
from corpus.model.place import Place
from corpus.model.source import Page
from corpus.model.span import Span
from corpus.store.articles.changes import ArticleState
from corpus.store.sources.page_numbers import unpacked
from corpus.store.store import Store
from corpus.text.offsets import OffsetMap, apply_edits

KEPT = 3000
"""Articles kept ready: a consultant's two hundred reports with room to spare, some tens of megabytes."""


@dataclass(frozen=True)
class ArticleText:
    """An article with what is derived of it; ``numbering`` are the printed page numbers of its file, as JSON.

    ``beside`` is the number of the last change of what stands beside the text: its record, tags, notes.
    """

    article: Article
    clean: str
    offsets: OffsetMap
    numbering: str = ""
    beside: int = 0

    def page_of(self, span: Span) -> PageRef | None:
        """Return the page a span of the original begins on, ``None`` where the article has no pages."""
        pages = self.article.pages
        if not pages:
            return None
        at = max(0, bisect_right(pages, span.start, key=_start) - 1)
        return self.page_ref(pages[at].number)

    def page_ref(self, number: str) -> PageRef:
        """Return a page of the file with its printed number."""
        known = _stretches(self.numbering) if self.numbering else ()
        printed = printed_number(known, int(number)) if known and number.isdecimal() else ""
        return PageRef(number, printed, pdf=bool(self.numbering))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Return the sentences as spans of ``clean``; they are cut when they are first asked for."""
        from corpus.text.sentences import sentences

        return tuple(sentences(self.clean))

    @cached_property
    def chapters(self) -> Chapters:
        """Return the chapters of the original; they are named when they are first asked for."""
        return chapters_of(self.article.headings)

    def described(self, summary: ArticleSummary, beside: int, numbering: str) -> ArticleText:
        """Return the same text with other things beside it; the sentences, once cut, and the chapters stay."""
        article = replace(self.article, summary=summary)
        other = replace(self, article=article, numbering=numbering, beside=beside)
        for name in ("sentences", "chapters"):
            if name in vars(self):
                vars(other)[name] = getattr(self, name)
        return other

    def shown(self, span: Span) -> Span:
        """Return where a span of the original stands in the clean text."""
        return self.offsets.to_clean(span)

    def place(self, span: Span) -> Place:
        """Return the place of a span of the original."""
        shown = self.shown(span)
        return self._place(shown, self.page_of(span))

    def shown_place(self, span: Span) -> Place:
        """Return the place of a span of the clean text."""
        return self._place(span, self.page_of(self.offsets.to_original(span)) if self.article.pages else None)

    def _place(self, shown: Span, page: PageRef | None) -> Place:
        article = self.article
        return Place(
            article.id, article.title, shown, shown.of(self.clean), page, article.summary.file_beside
        )


@lru_cache(maxsize=64)
def _stretches(numbering: str) -> tuple[PageStretch, ...]:
    """Return the stretches of printed page numbers; a list of hits asks for the same ones again and again."""
    return unpacked(numbering)


def _start(page: Page) -> int:
    return page.start


def prepared(article: Article) -> ArticleText:
    """Return ``article`` with its clean text and offsets."""
    clean = apply_edits(article.original, article.edits)
    return ArticleText(article, clean, OffsetMap.of(article.edits))


class Texts:
    """Prepared articles by id; an article is prepared again when its change number moved."""

    def __init__(self, store: Store) -> None:
        """Read from ``store``."""
        self._store = store
        self._kept: OrderedDict[str, ArticleText] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, article_id: str) -> ArticleText:
        """Return an article made ready; UnknownIdError (unknown_article) where there is none."""
        state = self._store.article_changes.state_of(article_id)
        if state is None:
            raise UnknownIdError("unknown_article", id=article_id)
        with self._guard:
            kept = self._kept.get(article_id)
            if kept is not None and kept.article.change == state.change:
                file = kept.article.summary.file_beside
                if state != ArticleState(state.change, kept.beside, kept.numbering, file):
                    summary = next(iter(self._store.articles.of([article_id])), kept.article.summary)
                    kept = self._kept[article_id] = kept.described(summary, state.beside, state.numbering)
                self._kept.move_to_end(article_id)
                return kept
        article = self._store.articles.get(article_id)
        if article is None:
            raise UnknownIdError("unknown_article", id=article_id)
        ready = replace(prepared(article), numbering=state.numbering, beside=state.beside)
        with self._guard:
            self._kept[article_id] = ready
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return ready
