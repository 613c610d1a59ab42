"""Listing articles, and one article as the reader shows it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.core.views import AnnotationView, StatisticView, annotation_views, statistic_view
from corpus.model.article import Article, ArticleSummary
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.edit import Edit
from corpus.model.errors import UnknownIdError
from corpus.model.numbering import PageRef
from corpus.model.own_fact import OwnFact
from corpus.model.platform import PlatformMention
from corpus.model.source import RECOGNISED, Heading, Page, Source, Table
from corpus.model.span import Span
from corpus.model.trend import RemovedPassage, TrendPassage
from corpus.store.articles.query import ArticleQuery
from corpus.store.facts.relations import CONFLICT
from corpus.text.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class ShownEdit:
    """A repair and where it stands in the clean text."""

    edit: Edit
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with everything the reader shows; all spans and offsets are of ``text``, the clean text.

    ``page_refs`` are the pages once more, with what is printed on them.
    """

    summary: ArticleSummary
    text: str
    original: str
    offsets: OffsetMap
    sentences: tuple[Span, ...]
    headings: tuple[Heading, ...]
    pages: tuple[Page, ...]
    page_refs: tuple[PageRef, ...]
    tables: tuple[Table, ...]
    edits: tuple[ShownEdit, ...]
    annotations: tuple[AnnotationView, ...]
    figures: tuple[StatisticView, ...]
    mentions: tuple[PlatformMention, ...]
    passages: tuple[TrendPassage, ...]
    doubtful: tuple[Span, ...] = ()
    """What was recognised with doubt, where the text was read off pictures of its pages."""
    adrift: tuple[OwnFact, ...] = ()
    """What a person recorded of words that the text lacks now."""

    def page_at(self, offset: int) -> PageRef | None:
        """Return the page an offset of ``text`` stands on, ``None`` where there are no pages."""
        if not self.pages:
            return None
        return self.page_refs[max(0, bisect_right(self.pages, offset, key=_start) - 1)]


def list_articles(
    library: Library, scope: Scope = EVERYTHING, *, trashed: bool = False
) -> tuple[ArticleSummary, ...]:
    """Return the articles of a scope, or those of its articles that lie in the trash."""
    return library.store.articles.in_scope(scope, trashed=trashed)


def article_page(
    library: Library, query: ArticleQuery, offset: int, limit: int
) -> tuple[ArticleSummary, ...]:
    """Return some of the articles a query asks for, in its order."""
    return library.store.articles.page(query, offset, limit)


def count_articles(library: Library, query: ArticleQuery) -> int:
    """Return how many articles a query asks for."""
    return library.store.articles.count(query)


def article_values(library: Library, query: ArticleQuery, field: str) -> tuple[tuple[str, int], ...]:
    """Return the ``kinds`` or ``years`` among the articles a query asks for, each with how many there are."""
    return library.store.articles.values(query, field)


def article_places(library: Library, query: ArticleQuery, ids: Sequence[str]) -> dict[str, int]:
    """Return where some articles stand in a query's order; those that are not among it are left out."""
    return library.store.articles.places(query, ids)


def articles_by_id(library: Library, ids: Sequence[str]) -> tuple[ArticleSummary, ...]:
    """Return these articles in this order; those that are gone are left out."""
    return library.store.articles.of(ids)


def first_articles(library: Library, number: int) -> tuple[ArticleSummary, ...]:
    """Return the articles one may begin with: one's own, the last taken in first, then those of packs as they stand."""
    mine = ArticleQuery(Scope(ScopeKind.MINE), order="added", descending=True)
    own = library.store.articles.page(mine, 0, number)
    packed = ArticleQuery(Scope(ScopeKind.PACK))
    return (*own, *library.store.articles.page(packed, 0, number - len(own)))


def get_article(library: Library, article_id: str) -> Article:
    """Return an article whole; UnknownIdError where there is none."""
    return library.texts.get(article_id).article


def get_source(library: Library, source_id: str) -> tuple[Source, tuple[Article, ...]]:
    """Return a source and its articles in order; UnknownIdError where there is none."""
    source = library.store.sources.by_id(source_id)
    if source is None:
        raise UnknownIdError("unknown_source", id=source_id)
    summaries = library.store.articles.summaries(source=source_id)
    articles = (library.texts.get(one.id).article for one in summaries)
    return source, tuple(sorted(articles, key=lambda one: one.start))


def shown_edits(ready: ArticleText) -> tuple[ShownEdit, ...]:
    """Return an article's repairs with their places in the clean text."""
    return tuple(ShownEdit(edit, ready.shown(Span(edit.start, edit.end))) for edit in ready.article.edits)


def shown_headings(ready: ArticleText) -> tuple[Heading, ...]:
    """Return an article's headings with offsets and texts of the clean text."""
    found = []
    for heading in ready.article.headings:
        span = ready.shown(Span(heading.start, heading.start + len(heading.text)))
        found.append(Heading(heading.level, span.of(ready.clean) or heading.text, span.start))
    return tuple(found)


def shown_pages(ready: ArticleText) -> tuple[Page, ...]:
    """Return where an article's pages begin in the clean text."""
    return tuple(
        replace(one, start=ready.shown(Span(one.start, one.start)).start) for one in ready.article.pages
    )


def reading(library: Library, article_id: str) -> Reading:
    """Return everything the reader shows of an article."""
    ready = library.texts.get(article_id)
    store = library.store
    figures = store.facts.statistics_of(article_id)
    partners = store.relations.of([one.id for one in figures], CONFLICT)
    return Reading(
        summary=_fresh(library, article_id),
        text=ready.clean,
        original=ready.article.original,
        offsets=ready.offsets,
        sentences=ready.sentences,
        headings=shown_headings(ready),
        pages=shown_pages(ready),
        page_refs=tuple(ready.page_ref(one.number) for one in ready.article.pages),
        tables=tuple(Table(ready.shown(one.span)) for one in ready.article.tables),
        edits=shown_edits(ready),
        annotations=notes_in(library, article_id),
        figures=tuple(statistic_view(ready, one, partners) for one in figures),
        mentions=tuple(
            replace(one, span=ready.shown(one.span)) for one in store.facts.mentions_of(article_id)
        ),
        passages=tuple(
            replace(one, span=ready.shown(one.span)) for one, _reviewed in store.facts.passages(article_id)
        ),
        doubtful=_doubtful(library, ready),
        adrift=tuple(
            own
            for own in store.own_facts.of(article_id)
            if own.span is None and not isinstance(own.fact, RemovedPassage)
        ),
    )


def _start(page: Page) -> int:
    return page.start


def _doubtful(library: Library, ready: ArticleText) -> tuple[Span, ...]:
    """Return what was recognised with doubt, in the clean text."""
    article = ready.article
    if article.summary.layer != RECOGNISED:
        return ()
    spans = library.store.recognitions.doubtful(article.summary.source)
    inside = (one for one in spans if article.start <= one.start and one.end <= article.end)
    return tuple(ready.shown(one.shifted(-article.start)) for one in inside)


@dataclass(frozen=True, slots=True)
class BesideText:
    """What is kept beside an article's text: its summary and its notes."""

    summary: ArticleSummary
    annotations: tuple[AnnotationView, ...]


def beside_text(library: Library, article_id: str) -> BesideText:
    """Return what is kept beside an article's text as it stands now."""
    return BesideText(_fresh(library, article_id), notes_in(library, article_id))


def notes_in(library: Library, article_id: str) -> tuple[AnnotationView, ...]:
    """Return the notes of an article as they stand now."""
    return annotation_views(library, library.store.annotations.of(article_id))


def _fresh(library: Library, article_id: str) -> ArticleSummary:
    """Return the summary as it stands now: tags and reading state move without a new change number."""
    return library.store.articles.of([article_id])[0]
