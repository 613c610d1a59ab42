"""Searching the library: places, facets with true counts, and what else the words lead to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, StatisticView, annotation_views
from corpus.library.facts.statistics import statistics
from corpus.model.article import ArticleSummary
from corpus.model.collection import Scope, ScopeKind
from corpus.model.place import Place
from corpus.model.span import Span
from index.query.explanation import Explanation
from index.query.request import Answer, Hit, Problem, Query

BEST_PLACES: Final = 200
"""Places whose figures are shown beside what was found."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What a search is narrowed to; an empty tuple narrows nothing."""

    articles: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search as a person makes it. ``mode`` and ``fold`` as in the headless contract; no limit by default."""

    text: str
    mode: str = "auto"
    fold: frozenset[str] = frozenset()
    scope: Scope = field(default_factory=Scope)
    limit: int | None = None
    facets: Facets = field(default_factory=Facets)


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place found: ``marks`` are spans of the clean text within it, ``kind`` exact, words or near."""

    place: Place
    before: str
    after: str
    score: float
    kind: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many places each value of a facet has: (value, label, count), most first."""

    articles: tuple[tuple[str, str, int], ...]
    years: tuple[tuple[str, str, int], ...]
    tags: tuple[tuple[str, str, int], ...]
    kinds: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found; ``total`` counts every place, also those ``limit`` cut from ``hits``."""

    explained: Explanation
    total: int
    articles: int
    hits: tuple[SearchHit, ...]
    facets: FacetCounts
    figures: tuple[StatisticView, ...] = ()
    platforms: tuple[str, ...] = ()
    notes: tuple[AnnotationView, ...] = ()
    problem: Problem | None = None


def find_places(library: Library, request: SearchRequest) -> SearchAnswer:
    """Find the places of ``request.text`` in a scope, with the counts of each facet."""
    in_scope = {one.id: one for one in library.store.articles.in_scope(request.scope)}
    answer = _find(library, request, _allowed(in_scope, request))
    return SearchAnswer(
        explained=answer.explained,
        total=answer.total,
        articles=answer.documents,
        hits=tuple(hit_view(one) for one in answer.hits),
        facets=_count(answer.counts, _known(library, request.scope, in_scope, answer.counts)),
        problem=answer.problem,
    )


def allowed_ids(library: Library, request: SearchRequest) -> frozenset[str] | None:
    """Return the ids a request's scope and facets leave; ``None`` where they leave all."""
    return _allowed({one.id: one for one in library.store.articles.in_scope(request.scope)}, request)


def _allowed(in_scope: Mapping[str, ArticleSummary], request: SearchRequest) -> frozenset[str] | None:
    allowed = frozenset(key for key, one in in_scope.items() if _passes(one, request.facets))
    narrowed = len(allowed) < len(in_scope) or request.scope.kind is not ScopeKind.ALL
    return allowed if narrowed else None


def search(library: Library, request: SearchRequest) -> SearchAnswer:
    """Find places, and the figures, platforms and notes the words lead to."""
    answer = find_places(library, request)
    return replace(
        answer,
        figures=_figures(library, request, answer.hits),
        platforms=_platforms(library, request.text),
        notes=_notes(library, request),
    )


def _find(library: Library, request: SearchRequest, allowed: frozenset[str] | None) -> Answer:
    return library.finder.search(
        Query(
            text=request.text,
            mode=request.mode,  # type: ignore[arg-type]  # checked by the caller's choices
            fold=request.fold,  # type: ignore[arg-type]
            limit=request.limit,
            allowed=allowed,
            aliases=aliases_of(library),
        )
    )


def aliases_of(library: Library) -> Mapping[str, tuple[str, ...]]:
    """Return for each name of a platform the other names it goes by."""
    return {
        form: tuple(other for other in (one.name, *one.aliases) if other != form)
        for one in library.knowledge.platforms
        for form in (one.name, *one.aliases)
    }


def hit_view(hit: Hit) -> SearchHit:
    """Return a hit of the index as a place of the library."""
    place = Place(hit.document, hit.title, Span(hit.start, hit.end), hit.text)
    return SearchHit(
        place, hit.before, hit.after, hit.score, hit.kind, tuple(Span(*mark) for mark in hit.marks)
    )


def _passes(article: ArticleSummary, facets: Facets) -> bool:
    return (
        (not facets.articles or article.id in facets.articles)
        and (not facets.years or _year(article) in facets.years)
        and (not facets.tags or bool(set(facets.tags) & set(article.tags)))
        and (not facets.kinds or article.kind in facets.kinds)
    )


def _year(article: ArticleSummary) -> str:
    return article.as_of[:4] or article.metadata.date[:4]


def _known(
    library: Library, scope: Scope, seen: Mapping[str, ArticleSummary], counts: Mapping[str, int]
) -> Mapping[str, ArticleSummary]:
    """Return the articles again where an import added some while the search went on."""
    if counts.keys() <= seen.keys():
        return seen
    return {one.id: one for one in library.store.articles.in_scope(scope)}


def _count(counts: Mapping[str, int], articles: Mapping[str, ArticleSummary]) -> FacetCounts:
    years: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    counts = {key: number for key, number in counts.items() if key in articles}
    for key, number in counts.items():
        article = articles[key]
        years[_year(article)] += number
        kinds[article.kind] += number
        tags.update(dict.fromkeys(article.tags, number))
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    return FacetCounts(
        articles=tuple((key, articles[key].title, number) for key, number in ranked),
        years=_ranked(years),
        tags=_ranked(tags),
        kinds=_ranked(kinds),
    )


def _ranked(counter: Counter[str]) -> tuple[tuple[str, str, int], ...]:
    return tuple((value, value, number) for value, number in counter.most_common() if value)


def _figures(
    library: Library, request: SearchRequest, hits: tuple[SearchHit, ...]
) -> tuple[StatisticView, ...]:
    """Return the figures whose sentence is among the best places, in the order of the hits."""
    if not hits:
        return ()
    best = hits[:BEST_PLACES]
    found = frozenset(hit.place.article for hit in best)
    figures: defaultdict[str, list[StatisticView]] = defaultdict(list)
    for figure in statistics(library, request.scope, anecdotes=False, articles=found):
        figures[figure.place.article].append(figure)
    ranked: dict[str, StatisticView] = {}
    for hit in best:
        for figure in figures[hit.place.article]:
            if figure.place.span.overlaps(hit.place.span):
                ranked.setdefault(figure.statistic.id, figure)
    return tuple(ranked.values())


def _platforms(library: Library, text: str) -> tuple[str, ...]:
    folded = text.casefold()
    return tuple(
        one.name
        for one in library.knowledge.platforms
        if any(form and form.casefold() in folded for form in (one.name, one.english, *one.aliases))
    )


def _notes(library: Library, request: SearchRequest) -> tuple[AnnotationView, ...]:
    articles = library.store.articles.ids_in_scope(request.scope)
    terms = [term.casefold() for term in request.text.split() if term]
    matching = (
        note
        for note in library.store.annotations.all()
        if (not note.article or note.article in articles)
        and terms
        and all(
            term in f"{note.note}\n{note.selector.exact}\n{' '.join(note.tags)}".casefold() for term in terms
        )
    )
    return annotation_views(library, matching)
