"""Searching the library: places, facets with true counts, and what else the words lead to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.paged_places import PagedPlaces
from corpus.library.core.views import AnnotationView, StatisticView, annotation_views
from corpus.library.finding.figures_found import figures_of
from corpus.library.finding.labels import labels_of
from corpus.model.article import told_apart
from corpus.model.collection import Scope, ScopeKind
from corpus.model.errors import UsageError
from corpus.model.place import Place
from corpus.model.span import Span
from index.characters.stopping import Stopped, never
from index.fold import ALL_FOLDS, Fold
from index.query.explanation import Explanation
from index.query.folds import ALWAYS_FOLDED
from index.query.request import Hit, Mode, Problem, Query

BEST_PLACES: Final = 100
"""Places whose figures are shown beside what was found."""
FIRST_NOTES: Final = 3
MOST_TERMS: Final = 20
_MODES: Final[Mapping[str, Mode]] = {"auto": "auto", "exact": "exact", "words": "words", "near": "near"}


@dataclass(frozen=True, slots=True)
class Facets:
    """What a search is narrowed to; an empty tuple narrows nothing."""

    articles: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A search as a person makes it. ``mode`` and ``fold`` as in the headless contract; no limit by default.

    With ``synonyms`` a company or a metric is looked for under its other names too, but in an exact search.
    Without ``whole`` it ends as soon as ``limit`` places are known, whether all are counted or not. Without
    ``weighed`` sentences alone tell what comes first, not how well their article as a whole answers. Without
    ``misspelt`` names spelt nearly so are not looked for. With ``by_sentence`` the places of one sentence are one hit,
    the first of them, and ``limit`` counts sentences.
    """

    text: str
    mode: Mode = "auto"
    fold: frozenset[Fold] = frozenset()
    scope: Scope = field(default_factory=Scope)
    limit: int | None = None
    facets: Facets = field(default_factory=Facets)
    whole: bool = True
    weighed: bool = True
    synonyms: bool = True
    misspelt: bool = True
    by_sentence: bool = False


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A place found: ``marks`` are spans of the clean text within it, ``kind`` exact, words or near.

    ``before`` and ``after`` are up to 30 characters; ``front`` and ``behind`` the rest of an exact place's sentence, up
    to 300. An exact one may stand for several ``places`` of its sentence; marks that touch are one.
    """

    place: Place
    before: str
    after: str
    score: float
    kind: str
    marks: tuple[Span, ...]
    front: str = ""
    behind: str = ""
    places: int = 1


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """How many places each value of a facet has: (value, label, count), most first, of articles the best first."""

    articles: tuple[tuple[str, str, int], ...] = ()
    years: tuple[tuple[str, str, int], ...] = ()
    tags: tuple[tuple[str, str, int], ...] = ()
    kinds: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found; ``total`` counts every place, also those ``limit`` cut from ``hits``.

    ``literal`` of them stand so as they were typed; ``counts`` are by article, the best first. An answer that is not
    ``complete`` has counted only what it looked at; ``notes`` are the first of ``notes_found``.
    """

    explained: Explanation
    total: int
    articles: int
    hits: tuple[SearchHit, ...]
    facets: FacetCounts = field(default_factory=FacetCounts)
    counts: Mapping[str, int] = field(default_factory=dict)
    literal: int = 0
    complete: bool = True
    notes_found: int = 0
    figures: tuple[StatisticView, ...] = ()
    platforms: tuple[str, ...] = ()
    notes: tuple[AnnotationView, ...] = ()
    problem: Problem | None = None

    @property
    def listed(self) -> int:
        """Return how many places the hits stand for."""
        return sum(one.places for one in self.hits)


def mode_of(name: str) -> Mode:
    """Return the mode of this name; UsageError (bad_value) where there is none."""
    if name not in _MODES:
        raise UsageError("bad_value", name="mode", value=name)
    return _MODES[name]


def always_folded(mode: Mode) -> frozenset[Fold]:
    """Return what a search of this mode does not tell apart, whatever is asked for."""
    return ALWAYS_FOLDED[mode]


def takes_synonyms(mode: Mode) -> bool:
    """Tell whether other names of a company or a metric are looked for in this mode at all."""
    return mode in {"auto", "words"}


def folds_of(names: Collection[str]) -> frozenset[Fold]:
    """Return the folds of these names; what is no fold is left out."""
    return frozenset(one for one in ALL_FOLDS if one in names)


def find_places(library: Library, request: SearchRequest, stopped: Stopped = never) -> SearchAnswer:
    """Find the places of ``request.text`` in a scope; SearchStoppedError once ``stopped`` tells it is not wanted."""
    answer = library.finder.search(
        Query(
            text=request.text,
            mode=request.mode,
            fold=request.fold,
            limit=request.limit,
            allowed=allowed_ids(library, request),
            aliases=library.aliases if request.synonyms else {},
            whole=request.whole,
            weighed=request.weighed,
            misspelt=request.misspelt,
            by_sentence=request.by_sentence,
        ),
        stopped,
    )
    return SearchAnswer(
        explained=answer.explained,
        total=answer.total,
        articles=answer.documents,
        hits=hit_views(library, answer.hits),
        counts=answer.counts,
        problem=answer.problem,
        literal=answer.literal,
        complete=answer.complete,
    )


def allowed_ids(library: Library, request: SearchRequest) -> frozenset[str] | None:
    """Return the ids a request's scope and facets leave; ``None`` where they leave all."""
    facets = request.facets
    if request.scope.kind is ScopeKind.ALL and facets == Facets():
        return None
    return library.store.found.narrowed(
        request.scope, articles=facets.articles, years=facets.years, tags=facets.tags, kinds=facets.kinds
    )


def search(library: Library, request: SearchRequest, stopped: Stopped = never) -> SearchAnswer:
    """Find places, and the figures, platforms and notes the words lead to.

    What is counted by facet needs a complete answer; what is not complete has no facets yet.
    """
    answer = find_places(library, request, stopped)
    notes, first = _notes(library, request)
    return replace(
        answer,
        facets=_count(library, answer.counts) if answer.complete else FacetCounts(),
        figures=figures_of(library, answer.explained, _best(answer.hits)),
        platforms=_platforms(library, request.text),
        notes=first,
        notes_found=notes,
    )


def hit_views(library: Library, hits: Iterable[Hit]) -> tuple[SearchHit, ...]:
    """Return hits of the index as places of the library, with their pages."""
    paged = PagedPlaces(library)
    return tuple(_hit_view(paged, one) for one in hits)


def _hit_view(paged: PagedPlaces, hit: Hit) -> SearchHit:
    place = paged.place(hit.document, hit.title, Span(hit.start, hit.end), hit.text)
    return SearchHit(
        place,
        hit.before,
        hit.after,
        hit.score,
        hit.kind,
        tuple(Span(*mark) for mark in hit.marks),
        hit.front,
        hit.behind,
        hit.places,
    )


def _count(library: Library, counts: Mapping[str, int]) -> FacetCounts:
    """Return how many places each value of a facet has; only the articles hit are looked at."""
    years: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    labels = labels_of(library, counts.keys())
    for key, label in labels.items():
        number = counts[key]
        years[label.year] += number
        kinds[label.kind] += number
        for tag in label.tags:
            tags[tag] += number
    ranked = [key for key in counts if key in labels]
    return FacetCounts(
        articles=tuple((key, told_apart(labels[key].title, labels[key].file), counts[key]) for key in ranked),
        years=_ranked(years),
        tags=_ranked(tags),
        kinds=_ranked(kinds),
    )


def _ranked(counter: Counter[str]) -> tuple[tuple[str, str, int], ...]:
    return tuple((value, value, number) for value, number in counter.most_common() if value)


def _best(hits: tuple[SearchHit, ...]) -> Iterator[tuple[Place, bool]]:
    """Yield the best places found, and whether each stands literally as it was asked for."""
    for hit in hits[:BEST_PLACES]:
        yield hit.place, hit.kind == "exact"


def _platforms(library: Library, text: str) -> tuple[str, ...]:
    folded = text.casefold()
    return tuple(
        one.name
        for one in library.knowledge.platforms
        if any(form and form.casefold() in folded for form in (one.name, one.english, *one.aliases))
    )


def _notes(library: Library, request: SearchRequest) -> tuple[int, tuple[AnnotationView, ...]]:
    """Return how many notes hold all terms of a search, and the first of them."""
    terms = [term.lower() for term in request.text.split()][:MOST_TERMS]
    if not terms:
        return 0, ()
    total, ids = library.store.found.notes(request.scope, terms, FIRST_NOTES)
    notes = (library.store.annotations.get(one) for one in ids)
    return total, annotation_views(library, (one for one in notes if one is not None))
