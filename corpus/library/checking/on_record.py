"""What a library has on record under the very name a paper lists a figure by, and sentences copied word for word."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from corpus.audit.paper.disagreements import Disagreement
from corpus.audit.paper.listed_figures import ListedFigure
from corpus.knowledge.document.places import COUNTRY
from corpus.knowledge.tables.times import Account, period_of
from corpus.library.checking.audited import Standing
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.statistic import Statistic
from corpus.report.figure_words import change_words, figure_words, joined, number_and_unit, printed_period
from corpus.store.facts.figure_query import FigureQuery, FigureRow
from corpus.store.facts.relations import CONFLICT
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_ROWS: Final = 200
"""Figures of one name that are looked through."""
_OF_YEAR: Final = 2000
"""Figures of one year that are looked through for the cell of a matrix."""
_MOST_LETTERS: Final = 0.8
"""Share of the letters of a name in a matrix that the name on record must have."""
_NUMBER: Final = LazyPattern(r"\d[\d,]*(?:\.\d+)?")
_BLANKS: Final = LazyPattern(r"[\s\u2060]+")
_BETWEEN_SCRIPTS: Final = LazyPattern(
    r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u4e00-\u9fff])"
)
_BESIDE_LATIN: Final = LazyPattern(
    r"(?<=[\u4e00-\u9fff]) +(?=[A-Za-z0-9])|(?<=[A-Za-z0-9]) +(?=[\u4e00-\u9fff])"
)
"""A blank between scripts, which a page may drop or put in."""
_OF_A_NUMBER: Final = LazyPattern(r"[\d.,，+-]$")
_LIKE: Final = str.maketrans("−－–（）", "---()")
"""Signs printed otherwise that mean the same."""

Found = tuple[Standing, Place]
"""How a figure stands to the record, and where that one is told."""


class OnRecord:
    """The figures on record by the name of what they measure; each name is asked for once."""

    def __init__(self, library: Library, scope: Scope = EVERYTHING) -> None:
        self._library = library
        self._scope = scope
        self._rows: dict[str, tuple[FigureRow, ...]] = {}
        self._years: dict[str, tuple[FigureRow, ...]] = {}

    def listed(self, one: ListedFigure) -> Found | None:
        """Return how what a row lists stands to the record of that name, subject and time; ``None`` without one.

        Where several are on record and none has its number, it is not known which one is meant.
        """
        if one.under_time:
            place = self._in_matrix(one)
            return None if place is None else (Standing.SAME, place)
        alike = [
            row
            for row in self._called(one.metric)
            if _same(one.period, printed_period(row.statistic.period)) and _is_of(one.subject, row.statistic)
        ]
        for row in alike:
            if _same(*_printed(one, row.statistic)):
                return Standing.SAME, self._place(row)
        if len(alike) == 1 and one.sure:
            return Standing.CHANGED, self._place(alike[0])
        return None

    def _in_matrix(self, one: ListedFigure) -> Place | None:
        """Return where the number of a matrix's cell is on record for its time, of what its row names.

        A matrix calls things by the name they are compared by, so most of their letters are enough.
        """
        period = period_of(one.period, Account())
        number = _NUMBER.search(one.value)
        if number is None or not period.end:
            return None
        size = expand(Decimal(number[0].replace(",", "")), one.unit)
        for row in self._of_year(period.end[:4]):
            known = row.statistic
            same_time = (known.period.start, known.period.end) == (period.start, period.end)
            if same_time and _size(known) == size and _is_called(one, known):
                return self._place(row)
        return None

    def disagreement(self, one: Disagreement) -> Place | None:
        """Return where the figure that is disagreed about is on record, with all that is set against it."""
        for row in self._called(one.metric):
            against = [*self._against(row.statistic)]
            told = [any(_ends_in(_plain(said), other) for other in against) for said in one.against]
            if _same(joined(*number_and_unit(row.statistic)), one.value) and all(told):
                return self._place(row)
        return None

    def _against(self, known: Statistic) -> Iterator[str]:
        """Yield what contradicts a figure, as it is printed."""
        store = self._library.store
        for key in store.relations.of((known.id,), CONFLICT).get(known.id, ()):
            other = store.figures.get(key)
            if other is not None:
                yield _plain(figure_words(other[1]))

    def _called(self, metric: str) -> tuple[FigureRow, ...]:
        name = " ".join(metric.split())
        if name not in self._rows:
            close = _BESIDE_LATIN.sub("", name)
            spelt = dict.fromkeys((name, close, _BETWEEN_SCRIPTS.sub(" ", close)))
            query = FigureQuery(self._scope, metrics=tuple(spelt), anecdotes=True)
            self._rows[name] = self._library.store.figures.page(query, 0, _ROWS)
        return self._rows[name]

    def _of_year(self, year: str) -> tuple[FigureRow, ...]:
        if year not in self._years:
            query = FigureQuery(self._scope, years=(year,), anecdotes=True)
            self._years[year] = self._library.store.figures.page(query, 0, _OF_YEAR)
        return self._years[year]

    def _place(self, row: FigureRow) -> Place:
        return self._library.texts.get(row.article).place(row.statistic.evidence)


def _printed(one: ListedFigure, known: Statistic) -> tuple[str, str]:
    """Return what a row lists and what the record would print there."""
    if one.change:
        return one.change, change_words(known.change)
    return f"{one.value} {one.unit}", " ".join(number_and_unit(known))


def _is_of(subject: str, known: Statistic) -> bool:
    """Tell whether a figure on record is told of whom a row names."""
    both = f"{known.subject}（{known.region}）"
    return any(_same(subject, name) for name in (known.subject or known.region, both))


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(words: str) -> str:
    return _BLANKS.sub("", words).translate(_LIKE)


def _ends_in(words: str, figure: str) -> bool:
    """Tell whether words end in a figure that is not itself the end of a longer number."""
    before = words.removesuffix(figure)
    return before != words and not _OF_A_NUMBER.search(before)


def _is_called(one: ListedFigure, known: Statistic) -> bool:
    """Tell whether a row names a figure on record, and of whom it is."""
    shared = sum(letter in known.metric for letter in one.metric)
    whom = (known.subject, known.region)
    of_it = one.subject in ("", *COUNTRY) or any(
        name and (name in one.subject or one.subject in name) for name in whom
    )
    return of_it and shared >= len(one.metric) * _MOST_LETTERS


def _size(one: Statistic) -> tuple[Decimal, str] | None:
    return None if one.value is None else expand(abs(one.value), one.unit)
