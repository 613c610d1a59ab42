"""What of the figures is asked for, and in which order: plain conditions turned into SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.statistic import SURE, FactStatus, Statistic, StatisticKind
from corpus.store.database.own_first import PACKED, PARTS, WHOLE
from corpus.store.database.places import Ordered
from corpus.store.database.scopes import scope_condition
from corpus.store.facts.figure_rows import statistic_of
from corpus.store.schema.told_by_numbers import KINDS, NAMED, STATUSES
from corpus.text.filter_words import filter_question, runs_of

DISPUTED: Final = 0
AGREED: Final = 1
ALONE: Final = 2
"""What other figures say of one: another thing, the same, or nothing."""

_ORDERS: Final = {
    "sign": ("f.sign",), **dict.fromkeys(NAMED, ("n.key", "n.number")),
    "doubt": ("f.status_number", "f.doubt"),
    "period": ("f.year", "(f.last_day IS NULL)", "f.last_day", "f.first_day"),
    "value": ("f.base_unit", "f.amount"), "unit": ("f.unit",),
    "change": ("f.rate",), "kind": ("f.kind_number",),
    "status": ("f.status_number", "f.doubt"),
}  # fmt: skip
"""The columns of each order; each has an index that ends in the figure's number. Names are those in ``n``.

What is told of a whole year comes last in it; what has no end comes first in the year it begins.
"""
WALK: Final = "articles a CROSS JOIN figures f ON f.article = a.id"
"""Figures by article: the order of these is given by an index."""
TEXT_ORDER: Final = ("a.added", "a.id", "f.start", "f.number")
_MOST_TYPED: Final = 20
"""Words of a filter that are looked for in the names of metrics."""
_DECIDED: Final = ", ".join(str(STATUSES.index(one)) for one in (FactStatus.CONFIRMED, FactStatus.EDITED))
_CERTAIN: Final = f"(f.doubt >= {round(SURE * 100)} OR f.status_number IN ({_DECIDED}))"
_OWN_PARTS: Final = (f"{PARTS[0]} AND {_CERTAIN}", f"{PARTS[0]} AND NOT {_CERTAIN}")
"""Of one's own figures those that were surely read, or that a person decided on, come before the others."""
_ARTICLE_ORDER: Final = ("a.title_key", "a.id", "f.start", "f.number")


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """Empty fields let everything pass, others any of their values; anecdotes and rejected ones only where asked for.

    ``order`` is one of metric, subject, region, period, value, unit, change, kind, source, status, sign, doubt (the
    least certain first, those nobody looked at together) or article; empty: by article as it was taken in, and place.
    Of that those come first whose metric bears what was typed, then those of one's own articles; where nothing is
    typed or chosen, of these first what was surely read or decided on.
    ``names`` are words of ``text``, each with the other names that will do for it.
    """

    scope: Scope = field(default=EVERYTHING)
    text: str = ""
    metrics: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    collection: str = ""
    status: str = ""
    disputed: bool = False
    anecdotes: bool = False
    rejected: bool = False
    order: str = ""
    descending: bool = False
    names: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as a table shows it: spans are of the original; ``sign`` is DISPUTED, AGREED or ALONE."""

    statistic: Statistic
    article: str
    title: str
    as_of: str
    pack: str
    sign: int

    @classmethod
    def of(cls, row: sqlite3.Row) -> FigureRow:
        """Return the row of a figure joined with its article."""
        return cls(statistic_of(row), row["article"], row["title"], row["as_of"], row["pack"], row["sign"])


@dataclass(frozen=True, slots=True)
class FigureCounts:
    """How many figures there are, and how many of them others contradict."""

    total: int
    disputed: int


_CHOSEN: Final = (
    ("metric", "metrics"), ("subject", "subjects"), ("region", "regions"), ("source", "sources"), ("year", "years"),
    ("article", "articles"),
)  # fmt: skip
_RATES: Final = ", ".join(str(KINDS.index(one)) for one in (StatisticKind.GROWTH, StatisticKind.FORECAST))
RATE_BESIDE: Final = f"f.rate IS NOT NULL AND f.kind_number NOT IN ({_RATES})"
"""A level with its rate of growth beside it (4亿元，同比增长12%): who asks for growth asks for it too."""
FACETS: Final = {
    "metrics": "metric", "subjects": "subject", "regions": "region", "kinds": "kind", "years": "year",
    "sources": "source", "articles": "article", "status": "status",
}  # fmt: skip
"""What one can choose values of, with the column they stand in."""


BLANK: Final = {
    "region": "f.region <> ''", "subject": "f.subject <> ''", "change": "f.change_direction IS NOT NULL",
    "source": "f.source <> ''", "unit": "f.unit <> ''",
}  # fmt: skip
"""What may be told of no figure at all, with the condition that it is told of one."""
SPARSE: Final = ("region", "subject", "source")
"""What of these may be told of so few that a column for it stands empty."""
ONE_IN: Final = 20
"""Told of fewer than one figure in so many, a column stands empty wherever one looks."""


def one_of(column: str, number: int) -> str:
    """Return the condition that a column of ``f`` holds one of so many values; names are found by their numbers."""
    marks = ", ".join("?" * number)
    if column not in NAMED:
        return f"f.{column} IN ({marks})"
    numbers = f"SELECT number FROM figure_names WHERE field = {NAMED.index(column)} AND name IN ({marks})"
    return f"f.{column}_number IN ({numbers})"


def told_in(field: str) -> str:
    """Return the condition that ``f`` has a name in a field, told by its index alone."""
    place = NAMED.index(field)
    nothing = f"SELECT number FROM figure_names WHERE field = {place} AND name = ''"
    return f"f.{field}_number IS NOT ({nothing})"


MATCHING: Final = "f.number IN (SELECT rowid FROM figure_words WHERE figure_words MATCH ?)"
"""The condition that a figure bears what was typed."""


def counted_already(query: FigureQuery) -> bool:
    """Tell whether a query asks for nothing but kinds, a status and signs, of which the numbers are kept.

    Of growth they are not, for rates beside a level are asked for with it.
    """
    kept = FigureQuery(
        kinds=query.kinds, status=query.status, disputed=query.disputed, anecdotes=query.anecdotes,
        rejected=query.rejected, order=query.order, descending=query.descending,
    )  # fmt: skip
    return query == kept and StatisticKind.GROWTH not in query.kinds


def where_of(query: FigureQuery, *, shown: bool = True) -> tuple[str, tuple[object, ...]]:
    """Return the condition on ``f`` (figures) of a query, and its values; of those ``shown`` (not deleted) only."""
    conditions, values = ["f.shown = 1"] if shown else ["1"], list[object]()
    question = filter_question(query.text, query.names)
    for column, name in _CHOSEN:
        wanted = getattr(query, name)
        if wanted:
            # Beside a text the index would be asked for each name with each figure that bears the text.
            conditions.append(f"{'+' if question else ''}{one_of(column, len(wanted))}")
            values += wanted
    if query.kinds:
        kinds = f"f.kind_number IN ({', '.join('?' * len(query.kinds))})"
        conditions.append(f"({kinds} OR {RATE_BESIDE})" if StatisticKind.GROWTH in query.kinds else kinds)
        values += (_place(one, KINDS) for one in query.kinds)
    if query.status:
        conditions.append("f.status_number = ?")
        values.append(_place(query.status, STATUSES))
    if query.collection:
        inside, named = scope_condition(Scope(ScopeKind.COLLECTION, query.collection), "f.article")
        conditions.append(inside)
        values += named
    if not query.status and not query.rejected:
        conditions.append(f"f.status_number <> {STATUSES.index(FactStatus.REJECTED)}")
    if not query.anecdotes and StatisticKind.ANECDOTE not in query.kinds:
        conditions.append(f"f.kind_number <> {KINDS.index(StatisticKind.ANECDOTE)}")
    if query.disputed:
        conditions.append(f"f.sign = {DISPUTED}")
    scope, scoped = scope_condition(query.scope, "f.article")
    if question:
        conditions.append(MATCHING)
        values.append(question)
    elif query.text.strip():
        conditions.append("0")
    return " AND ".join((*conditions, scope)), (*values, *scoped)


def _place(told: str, known: Sequence[str]) -> int:
    """Return the number that stands for a status or kind; for what is none, one that stands nowhere."""
    return known.index(told) if told in known else -1


def parts_of(query: FigureQuery) -> tuple[str, ...]:
    """Return the conditions of the parts a query comes in, one after the other."""
    if query.order or _is_narrow(query):
        return WHOLE
    parts = _OWN_PARTS if query.scope.kind is ScopeKind.MINE else (*_OWN_PARTS, PARTS[1])
    return parts[::-1] if query.descending else parts


def ordered(query: FigureQuery, part: str) -> Ordered:
    """Return the rows of a part of a query in its order, to tell where one of them stands."""
    columns = _ORDERS.get(query.order)
    where, values = where_of(query)
    if columns is not None:
        columns, tables = (*columns, "f.number"), "figures f"
        if query.order in NAMED:
            tables = f"figure_names n JOIN figures f ON {_named(query.order)}"
    else:
        columns, tables = _whole_order(query), WALK
        if _is_narrow(query):
            tables = "figures f JOIN articles a ON a.id = f.article"
    return Ordered("f.id", tables, f"{part} AND {where}", values, columns, query.descending)


def order_of(query: FigureQuery, part: str) -> tuple[str, str]:
    """Return the tables in the order they are walked through, and the order of the rows of a part of a query.

    Where few figures are asked for they are found first and sorted; where many may be, an index gives the order.
    """
    columns = _ORDERS.get(query.order)
    few = _is_narrow(query)
    if columns is None:
        ordered: tuple[str, ...] = _whole_order(query)
        tables = "figures f JOIN articles a ON a.id = f.article" if few else WALK
        few = few or part == PARTS[-1]
    else:
        ordered = (*columns, "f.number")
        tables = "figures f CROSS JOIN articles a ON a.id = f.article"
        if query.order in NAMED:
            names, on = "figure_names n", _named(query.order)
            tables = (
                f"{tables} CROSS JOIN {names} ON {on}" if few else f"{names} CROSS JOIN {tables} AND {on}"
            )
    turn = " DESC" if query.descending else ""
    return tables, ", ".join(f"{'+' if few else ''}{one}{turn}" for one in ordered)


def _named(field: str) -> str:
    """Return the condition that ``n`` is the name of ``f`` in a field."""
    return f"n.number = f.{field}_number AND n.field = {NAMED.index(field)}"


def _whole_order(query: FigureQuery) -> tuple[str, ...]:
    """Return the columns of an order by article: those first that bear what was typed in their metric."""
    if query.order == "article":
        return _ARTICLE_ORDER
    first = bears(query)
    named = (f"(NOT ({first}))",) if first else ()
    return (*named, PACKED, *TEXT_ORDER) if _is_narrow(query) else (*named, *TEXT_ORDER)


def bears(query: FigureQuery, metric: str = "f.metric") -> str:
    """Return the condition that a metric (a column) bears a word that was typed, empty where none was."""
    known = {one[0]: one for one in query.names}
    words = runs_of(query.text)[:_MOST_TYPED]
    names = {run for word in words for name in known.get(word, ()) for run in runs_of(name) if len(run) > 1}
    # Runs are letters and digits: they need no quoting.
    return " OR ".join(f"instr(lower({metric}), '{run}')" for run in sorted({*words, *names}))


def _is_narrow(query: FigureQuery) -> bool:
    few = (
        query.text.strip(), query.metrics, query.subjects, query.regions, query.sources, query.articles,
        query.collection, query.disputed,
    )  # fmt: skip
    return any(few) or query.scope.kind in {ScopeKind.PACK, ScopeKind.COLLECTION}
