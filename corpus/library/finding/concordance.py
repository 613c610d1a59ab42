"""Words in their surroundings: concordance, collocates, distribution, suggestions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.core.paged_places import PagedPlaces
from corpus.library.finding.labels import labels_of
from corpus.library.finding.search import SearchRequest, allowed_ids
from corpus.model.article import told_apart
from corpus.model.place import Place
from corpus.model.span import Span
from index.query.folds import folds_used
from index.search.collocation import Collocate
from index.search.concordance import Concordance


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One line: the key word with what stands to its left and right.

    ``file`` tells its article apart where another has the same title.
    """

    place: Place
    left: str
    key: str
    right: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class ConcordanceView:
    """All lines of a concordance."""

    total: int
    lines: tuple[ConcordanceLine, ...]


class ConcordanceLines:
    """The lines of a concordance in their order; what is more than a page of them is made when it is read.

    Safe to be read in another thread than the one it is made in.
    """

    def __init__(self, library: Library, found: Concordance) -> None:
        """Read the places of ``found`` from ``library``."""
        self._library = library
        self._paged = PagedPlaces(library)
        self._found = found.lines

    def count(self) -> int:
        """Return the number of lines."""
        return len(self._found)

    def page(self, first: int, limit: int) -> tuple[ConcordanceLine, ...]:
        """Return up to ``limit`` lines from number ``first`` on."""
        found = self._found[first : first + limit]
        labels = labels_of(self._library, {one.document for one in found})
        return tuple(
            ConcordanceLine(
                self._paged.place(one.document, one.title, Span(one.start, one.end), one.key),
                one.left,
                one.key,
                one.right,
                labels[one.document].file if one.document in labels else "",
            )
            for one in found
        )

    def places(self, keys: Collection[str]) -> dict[str, int]:
        """Return the numbers of the lines with these keys (``key_of``); those that are not listed are left out."""
        named = ((f"{one.document}:{one.start}", number) for number, one in enumerate(self._found))
        return {key: number for key, number in named if key in keys} if keys else {}

    def rows(self, keys: Collection[str]) -> tuple[ConcordanceLine, ...]:
        """Return the lines with these keys."""
        return tuple(line for number in self.places(keys).values() for line in self.page(number, 1))


def key_of(line: ConcordanceLine) -> str:
    """Return what tells a line from all others of its concordance."""
    return f"{line.place.article}:{line.place.span.start}"


def concordance_lines(
    library: Library, request: SearchRequest, *, context: int = 30, sort: str = ""
) -> ConcordanceLines:
    """Return every place of the request's text to be read in pages; ``sort`` is L1 to L3, R1 to R3 or empty."""
    found = library.finder.concordance(
        request.text,
        context=context,
        sort=sort,
        fold=folds_used(request.mode, request.fold),
        allowed=allowed_ids(library, request),
    )
    return ConcordanceLines(library, found)


def concordance(
    library: Library, request: SearchRequest, *, context: int = 30, sort: str = ""
) -> ConcordanceView:
    """Return every place of the request's text with its surroundings, whole: for what is handed on."""
    found = concordance_lines(library, request, context=context, sort=sort)
    return ConcordanceView(found.count(), found.page(0, found.count()))


def collocates(library: Library, request: SearchRequest) -> tuple[Collocate, ...]:
    """Return the words that keep company with the request's text, the closest first."""
    return library.finder.collocates(
        request.text, fold=folds_used(request.mode, request.fold), allowed=allowed_ids(library, request)
    )


def distribution(library: Library, request: SearchRequest) -> tuple[tuple[str, str, tuple[float, ...]], ...]:
    """Return (article id, title, places from 0 to 1) for each article the request's text stands in.

    Articles of one title are told apart by their files.
    """
    found = library.finder.distribution(
        request.text, fold=folds_used(request.mode, request.fold), allowed=allowed_ids(library, request)
    )
    labels = labels_of(library, [document for document, _ in found])
    return tuple(
        (document, told_apart(labels[document].title, labels[document].file), places)
        for document, places in found
        if document in labels
    )


def suggest(library: Library, prefix: str, limit: int = 10) -> tuple[str, ...]:
    """Return words of the library that begin like ``prefix``."""
    return library.finder.suggest(prefix, limit)
