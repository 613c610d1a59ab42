"""Words in their surroundings: concordance, collocates, distribution, suggestions."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.library.library import Library
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.place import Place
from corpus.model.span import Span
from index.collocation import Collocate


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
    library: Library,
    text: str,
    *,
    context: int = 30,
    sort: str = "",
    scope: Scope = EVERYTHING,
) -> ConcordanceView:
    """Return every place of ``text`` with its surroundings; ``sort`` is L1 to L3 or R1 to R3, or empty."""
    found = library.finder.concordance(text, context=context, sort=sort, allowed=_allowed(library, scope))
    titles = {one.id: one.title for one in library.store.articles.in_scope(scope)}
    lines = tuple(
        ConcordanceLine(
            Place(one.document, titles[one.document], Span(one.start, one.end), one.key),
            one.left,
            one.key,
            one.right,
        )
        for one in found.lines
    )
    return ConcordanceView(found.total, lines)


def collocates(library: Library, text: str, *, scope: Scope = EVERYTHING) -> tuple[Collocate, ...]:
    """Return the words that keep company with ``text``, the closest first."""
    return library.finder.collocates(text, allowed=_allowed(library, scope))


def distribution(
    library: Library,
    text: str,
    *,
    scope: Scope = EVERYTHING,
) -> tuple[tuple[str, str, tuple[float, ...]], ...]:
    """Return (article id, title, places from 0 to 1) for each article ``text`` stands in."""
    titles = {one.id: one.title for one in library.store.articles.in_scope(scope)}
    found = library.finder.distribution(text, allowed=_allowed(library, scope))
    return tuple((document, titles[document], places) for document, places in found)


def suggest(library: Library, prefix: str, limit: int = 10) -> tuple[str, ...]:
    """Return words of the library that begin like ``prefix``."""
    return library.finder.suggest(prefix, limit)


def _allowed(library: Library, scope: Scope) -> frozenset[str] | None:
    return None if scope.kind is ScopeKind.ALL else library.store.articles.ids_in_scope(scope)
