"""Words in their surroundings: concordance, collocates, distribution, suggestions."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.core.paged_places import PagedPlaces
from corpus.library.finding.search import SearchRequest, allowed_ids
from corpus.model.place import Place
from corpus.model.span import Span
from index.fold import ALL_BUT_PUNCTUATION, Fold
from index.fold import EVERYTHING as EVERY_FOLD
from index.search.collocation import Collocate


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One line: the key word with what stands to its left and right."""

    place: Place
    left: str
    key: str
    right: str


@dataclass(frozen=True, slots=True)
class ConcordanceView:
    """All lines of a concordance."""

    total: int
    lines: tuple[ConcordanceLine, ...]


def concordance(
    library: Library, request: SearchRequest, *, context: int = 30, sort: str = ""
) -> ConcordanceView:
    """Return every place of the request's text with its surroundings; ``sort`` is L1 to L3, R1 to R3 or empty."""
    found = library.finder.concordance(
        request.text, context=context, sort=sort, fold=_folds(request), allowed=allowed_ids(library, request)
    )
    paged = PagedPlaces(library)
    lines = tuple(
        ConcordanceLine(
            paged.place(one.document, one.title, Span(one.start, one.end), one.key),
            one.left,
            one.key,
            one.right,
        )
        for one in found.lines
    )
    return ConcordanceView(found.total, lines)


def collocates(library: Library, request: SearchRequest) -> tuple[Collocate, ...]:
    """Return the words that keep company with the request's text, the closest first."""
    return library.finder.collocates(
        request.text, fold=_folds(request), allowed=allowed_ids(library, request)
    )


def distribution(library: Library, request: SearchRequest) -> tuple[tuple[str, str, tuple[float, ...]], ...]:
    """Return (article id, title, places from 0 to 1) for each article the request's text stands in."""
    found = library.finder.distribution(
        request.text, fold=_folds(request), allowed=allowed_ids(library, request)
    )
    labels = library.store.found.labels([document for document, _ in found])
    return tuple(
        (document, labels[document].title, places) for document, places in found if document in labels
    )


def suggest(library: Library, prefix: str, limit: int = 10) -> tuple[str, ...]:
    """Return words of the library that begin like ``prefix``."""
    return library.finder.suggest(prefix, limit)


def _folds(request: SearchRequest) -> frozenset[Fold]:
    """Return what is folded: what was asked for, and in all but an exact search what such a search folds."""
    asked = frozenset(one for one in EVERY_FOLD if one in request.fold)
    return asked if request.mode == "exact" else asked | ALL_BUT_PUNCTUATION
