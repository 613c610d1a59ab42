"""A page of figures that are filtered by a text many hold: walked through in order until the page is full.

Found first and then sorted, 12,000 figures take ten times as long as the hundred of them that are shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from corpus.model.collection import ScopeKind
from corpus.store.database.database import Database
from corpus.store.database.own_first import PACKED, PARTS, WHOLE, joined
from corpus.store.facts.figure_query import MATCHING, TEXT_ORDER, WALK, FigureQuery, bears, where_of
from corpus.store.schema.told_by_numbers import NAMED
from corpus.text.filter_words import filter_question

ONE_IN: Final = 10
"""From so large a part of all figures on the next that is asked for is never far."""
FEW: Final = 1000
NEAR: Final = 4
"""A page that ends beyond this part of what is found is reached sooner by sorting."""
_ROW: Final = "SELECT f.*, a.title, a.as_of, a.pack FROM"
_FOUND: Final = "figures f INDEXED BY figures_by_metric CROSS JOIN articles a ON a.id = f.article"
_METRICS: Final = f"SELECT n.number FROM figure_names n WHERE n.field = {NAMED.index('metric')} AND"
"""The numbers of metrics; of some there may be no figure any more."""
_NAMED: Final = 200
"""So many metrics that bear a word are named one by one."""


def walked(database: Database, query: FigureQuery, offset: int, limit: int) -> list[sqlite3.Row] | None:
    """Return the rows of a page in the order by article, or ``None`` where walking does not pay."""
    if query != FigureQuery(scope=query.scope, text=query.text, names=query.names):
        return None
    question = filter_question(query.text, query.names)
    if not question:
        return None
    many = max(FEW, _number(database, "SELECT count(*) FROM figures") // ONE_IN)
    matching = "SELECT count(*) FROM figure_words WHERE figure_words MATCH ?"
    if _number(database, matching, question) < max(many, (offset + limit) * NEAR):
        return None
    first = bears(query, "n.name")
    metrics = [row[0] for row in database.rows(f"{_METRICS} ({first}) LIMIT {_NAMED + 1}")] if first else []
    if not metrics:
        return _part(database, query, ("1", ()), (offset, limit), many=True)
    if len(metrics) > _NAMED:
        return None
    marks = ", ".join("?" * len(metrics))
    bearing = _number(database, f"SELECT count(*) FROM figures WHERE metric_number IN ({marks})", *metrics)
    inside = f"f.metric_number IN ({marks})"
    rows = _part(database, query, (inside, metrics), (offset, limit), many=bearing >= many)
    if len(rows) == limit:
        return rows
    before = len(rows)
    if offset:
        where, values = where_of(query)
        counted = f"SELECT count(*) FROM figures f WHERE {where} AND {inside}"
        before = _number(database, counted, *values, *metrics)
    rest = (max(0, offset - before), limit - len(rows))
    return rows + _part(database, query, (f"f.metric_number NOT IN ({marks})", metrics), rest, many=True)


def _part(
    database: Database,
    query: FigureQuery,
    condition: tuple[str, Sequence[int]],
    page: tuple[int, int],
    *,
    many: bool,
) -> list[sqlite3.Row]:
    """Return rows that meet a condition on their metric; where they are ``many``, an index gives the order.

    ``condition`` is SQL and the numbers it asks for, ``page`` how many rows are passed over and how many are wanted.
    """
    metric, named = condition
    where, values = where_of(query)
    # Looked up for each figure: the index would be asked for each metric with each figure that bears the text.
    where = f"{where.replace(MATCHING, f'+{MATCHING}')} AND {metric}"

    def rows(part: str, first: int, number: int) -> list[sqlite3.Row]:
        columns = (PACKED, *TEXT_ORDER) if part in WHOLE else TEXT_ORDER
        order = ", ".join(one if part == PARTS[0] else f"+{one}" for one in columns)
        sql = f"{_ROW} {_FOUND if part in WHOLE else WALK} WHERE {part} AND {where} ORDER BY {order} LIMIT ? OFFSET ?"
        return list(database.rows(sql, *values, *named, number, first))

    def count(part: str) -> int:
        return _number(database, f"SELECT count(*) FROM {WALK} WHERE {part} AND {where}", *values, *named)

    parts = PARTS[1:] if query.scope.kind is ScopeKind.PACK else PARTS
    return list(joined(parts if many else WHOLE, rows, count, *page))


def _number(database: Database, sql: str, *values: object) -> int:
    row = database.row(sql, *values)
    return int(row[0]) if row else 0
