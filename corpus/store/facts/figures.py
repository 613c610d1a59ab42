"""The table of figures as people see them: what was found, with decisions laid over, and what they recorded."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

from corpus.model.collection import EVERYTHING, Scope
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic, StatisticKind
from corpus.store.articles.rows import FILE_BESIDE
from corpus.store.database.database import Database
from corpus.store.database.own_first import joined, places_in_parts
from corpus.store.database.scopes import scope_condition
from corpus.store.facts.figure_query import (
    BLANK,
    DISPUTED,
    FACETS,
    ONE_IN,
    RATE_BESIDE,
    SPARSE,
    WALK,
    FigureCounts,
    FigureQuery,
    FigureRow,
    counted_already,
    one_of,
    order_of,
    ordered,
    parts_of,
    told_in,
    where_of,
)
from corpus.store.facts.figure_rows import COLUMNS, MARKS, names_of, statistic_of, values_of
from corpus.store.facts.figure_walk import walked
from corpus.store.facts.relations import ARTICLE, shared_of
from corpus.store.schema.shared_grounds import MEASURED, SHARED
from corpus.store.schema.told_by_numbers import CODED, KINDS, NAMED, STATUSES
from corpus.store.sources.originals_of_articles import originals_of
from corpus.store.sqlite.boundary import guarded
from corpus.store.sqlite.packing import unpack_text
from corpus.text.filter_words import filter_question, filter_words

_INSERT: Final = (
    f"INSERT OR REPLACE INTO figures (number, compared, shown, {', '.join(COLUMNS)})"
    f" VALUES (?, ?, (SELECT trashed = '' FROM articles WHERE id = ?), {MARKS})"
)
_ROW: Final = "SELECT f.*, a.title, a.as_of, a.pack FROM figures f CROSS JOIN articles a ON a.id = f.article"
_SHARING: Final = f"""INDEXED BY figures_by_shared_ground
    WHERE f.compared <> '' AND {SHARED.format("f.compared")} = ?"""
_MEASURING: Final = f"""INDEXED BY figures_by_measured
    WHERE f.compared <> '' AND {MEASURED.format("f.compared")} = ?"""
_MANY: Final = 500
_NEAR: Final = 200
"""How far around a figure, in code points, the words of its sentence are what it is filtered by."""
_OFFERED: Final = 5000
"""Values of a field that are offered to choose from, the commonest."""


@guarded
class Figures:
    """Figures by id, by article, and page by page as a query asks for them."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database
        self.laid_out: set[str] = set()
        """Articles all of whose figures were written with their grounds since they were last compared."""
        self.untold: set[str] = set()
        """Articles some of whose figures were written without since then."""

    def put(
        self,
        article: str,
        figures: Iterable[Statistic],
        *,
        own: bool,
        grounds: Mapping[str, str] | None = None,
    ) -> None:
        """Write figures, new or changed; each gets a new number, by which what it is filtered by is found.

        With ``grounds`` (of all these) they need not be told before these are compared; what the article has beside
        them stands on its own already.
        """
        ones = tuple(figures)
        if grounds is None:
            self.untold.add(article)
            self.laid_out.discard(article)
        elif article not in self.untold:
            self.laid_out.add(article)
        told_of = grounds or {}
        told = self._database.row(
            "SELECT a.title, t.original FROM articles a JOIN article_texts t ON t.article = a.id WHERE a.id = ?",
            article,
        )
        if not ones or told is None:
            return
        original = unpack_text(told["original"])
        # Deleted by name, for what replaces a row on the way fires no trigger.
        self._database.run_many("DELETE FROM figures WHERE id = ?", [(one.id,) for one in ones])
        first = self._last_number() + 1
        self._database.run_many(
            "INSERT OR IGNORE INTO figure_names (field, name, key) VALUES (?, ?, ?)", names_of(ones)
        )
        self._database.run_many(
            _INSERT,
            [
                (first + n, told_of.get(one.id, ""), article, *values_of(article, one, own=own))
                for n, one in enumerate(ones)
            ],
        )
        stale = sorted({*told_of.values(), ARTICLE + article} - {""})
        self._database.run_many("INSERT INTO stale_grounds VALUES (?)", [(one,) for one in stale])
        self._database.run_many(
            "INSERT INTO figure_words (rowid, words) VALUES (?, ?)",
            [(first + n, _words(one, told["title"], original)) for n, one in enumerate(ones)],
        )

    def waits(self, article: str) -> bool:
        """Tell whether the figures of an article are still to be compared, all of them."""
        return self._database.row("SELECT 1 FROM uncompared WHERE article = ?", article) is not None

    def delete(self, figure_id: str) -> None:
        """Delete one figure."""
        self._database.run("DELETE FROM figures WHERE id = ?", figure_id)

    def clear(self, article: str) -> None:
        """Delete the figures of an article."""
        self._database.run("DELETE FROM figures WHERE article = ?", article)

    def get(self, figure_id: str) -> tuple[str, Statistic] | None:
        """Return (article id, figure) of one figure."""
        row = self._database.row("SELECT * FROM figures WHERE id = ?", figure_id)
        return None if row is None else (row["article"], statistic_of(row))

    def of(self, article: str) -> tuple[Statistic, ...]:
        """Return one article's figures in the order of the text."""
        rows = self._database.rows("SELECT * FROM figures WHERE article = ? ORDER BY start, id", article)
        return tuple(statistic_of(row) for row in rows)

    def at(self, article: str, number: Span) -> tuple[str, ...]:
        """Return the ids of the figures of an article whose number begins in a span of its original."""
        sql = "SELECT id FROM figures WHERE article = ? AND start >= ? AND start < ? AND shown = 1 ORDER BY start"
        return tuple(row[0] for row in self._database.rows(sql, article, number.start, number.end))

    def rows(self, ids: Sequence[str]) -> tuple[FigureRow, ...]:
        """Return the rows of these figures, in this order; those that are gone are left out."""
        found: dict[str, FigureRow] = {}
        for at in range(0, len(ids), _MANY):
            part = ids[at : at + _MANY]
            marks = ", ".join("?" * len(part))
            for row in self._database.rows(f"{_ROW} WHERE f.id IN ({marks})", *part):
                found[row["id"]] = FigureRow.of(row)
        return tuple(found[one] for one in ids if one in found)

    def page(self, query: FigureQuery, offset: int, limit: int) -> tuple[FigureRow, ...]:
        """Return ``limit`` rows of what a query asks for, from ``offset`` on, in its order."""
        rows = walked(self._database, query, offset, limit)
        if rows is not None:
            return tuple(map(FigureRow.of, rows))
        where, values = where_of(query)

        def page(part: str, first: int, number: int) -> list[sqlite3.Row]:
            tables, order = order_of(query, part)
            sql = f"SELECT f.*, a.title, a.as_of, a.pack FROM {tables} WHERE {part} AND {where} ORDER BY {order}"
            return list(self._database.rows(f"{sql} LIMIT ? OFFSET ?", *values, number, first))

        found = joined(parts_of(query), page, partial(self._count, query), offset, limit)
        return tuple(map(FigureRow.of, found))

    def ids(self, query: FigureQuery) -> tuple[str, ...]:
        """Return the ids of everything a query asks for, in its order: for what is handed on whole."""
        where, values = where_of(query)
        found: list[str] = []
        for part in parts_of(query):
            tables, order = order_of(query, part)
            sql = f"SELECT f.id FROM {tables} WHERE {part} AND {where} ORDER BY {order}"
            found += (row[0] for row in self._database.rows(sql, *values))
        return tuple(found)

    def places_of(self, query: FigureQuery, ids: Sequence[str]) -> dict[str, int]:
        """Return how many figures of a query stand before each of these; those not among them are left out."""
        rows, count = partial(ordered, query), partial(self._count, query)
        return places_in_parts(self._database, parts_of(query), rows, count, ids)

    def _count(self, query: FigureQuery, part: str) -> int:
        where, values = where_of(query)
        row = self._database.row(f"SELECT count(*) FROM {WALK} WHERE {part} AND {where}", *values)
        return int(row[0]) if row else 0

    def sentences(self, ids: Sequence[str]) -> dict[str, str]:
        """Return the sentences of figures as the original has them, by the figures' ids."""
        rows = []
        for at in range(0, len(ids), _MANY):
            part = ids[at : at + _MANY]
            marks = ", ".join("?" * len(part))
            sql = f"SELECT id, article, evidence_start, evidence_stop FROM figures WHERE id IN ({marks})"
            rows += self._database.rows(sql, *part)
        texts = originals_of(self._database, {row["article"] for row in rows})
        return {
            row["id"]: texts[row["article"]][row["evidence_start"] : row["evidence_stop"]]
            for row in rows
            if row["article"] in texts
        }

    def on_ground(
        self, ground: str, limit: int, ends: str = "", scope: Scope = EVERYTHING, first: str = ""
    ) -> tuple[tuple[str, Statistic, str], ...]:
        """Return (article, figure, title) of the figures that share a ground, in order of the texts.

        Of a metric and the end of a line alone, those of whomever whose metric it is.
        ``ends`` narrows them to a time by its last day (ISO). Where there are more than the limit, those whose subject
        or place is printed as ``first`` come before others: 云岭镇 and 云岭县 are on one ground.
        """
        when = "AND f.year = ? AND f.period_to = ?" if ends else ""
        inside, scoped = scope_condition(scope, "f.article")
        order = "ORDER BY (f.subject = ? OR f.region = ?) DESC" if first else ""
        whole = not ground.endswith("\n")
        found_by = _SHARING if whole else _MEASURING
        sql = f"""SELECT f.*, a.title FROM (SELECT number FROM figures f {found_by} {when} AND {inside}
                      {order} LIMIT ?) found
                  CROSS JOIN figures f ON f.number = found.number CROSS JOIN articles a ON a.id = f.article
                  WHERE f.shown = 1 AND f.status <> 'rejected' ORDER BY a.added, a.id, f.start"""
        values = (
            shared_of(ground) if whole else ground,
            *((ends[:4], ends) if ends else ()),
            *scoped,
            *((first, first) if first else ()),
            limit,
        )
        rows = self._database.rows(sql, *values)
        return tuple((row["article"], statistic_of(row), row["title"]) for row in rows)

    def ground_of(self, figure_id: str) -> str:
        """Return the ground a figure is compared on, empty where it is compared to none."""
        row = self._database.row("SELECT compared FROM figures WHERE id = ?", figure_id)
        return "" if row is None else str(row[0])

    def alike(self, figure_id: str, field: str, value: str) -> tuple[str, ...]:
        """Return the ids of other figures of the same article nobody decided on that say ``value`` in a field."""
        sql = f"""SELECT o.id FROM figures f CROSS JOIN figures o ON o.article = f.article
                  WHERE f.id = ? AND o.id <> f.id AND o.{FACETS[field]} = ? AND o.status = 'extracted'
                  ORDER BY o.start"""
        return tuple(row[0] for row in self._database.rows(sql, figure_id, value))

    def count(self, query: FigureQuery) -> FigureCounts:
        """Return how many figures a query asks for, and how many of them are disputed; one grouped statement.

        Where only status, kind and sign are asked for, what is kept of them is added up.
        """
        if counted_already(query):
            where, values = where_of(query, shown=False)
            sql = f"SELECT total(figures), total(figures * (sign = 0)) FROM figure_counts f WHERE {where}"
            row = self._database.row(sql, *values)
            return FigureCounts(0, 0) if row is None else FigureCounts(int(row[0]), int(row[1]))
        where, values = where_of(query)
        sql = f"SELECT count(*), coalesce(sum(f.sign = 0), 0) FROM figures f WHERE {where}"
        row = self._database.row(sql, *values)
        return FigureCounts(0, 0) if row is None else FigureCounts(int(row[0]), int(row[1]))

    def spare(self, query: FigureQuery, total: int) -> frozenset[str]:
        """Return the fields (of ``BLANK``) no figure of a query tells, of ``SPARSE`` ones fewer than one in ``ONE_IN``.

        ``total`` is how many figures the query asks for. One statement, which looks no further than that takes.
        """
        where, values = where_of(query)
        enough = max(1, -(-total // ONE_IN))
        least = {name: enough if name in SPARSE else 1 for name in BLANK}
        told = (
            f"(SELECT count(*) FROM (SELECT 1 FROM figures f WHERE {where} AND {one} LIMIT {least[name]}))"
            for name, one in BLANK.items()
        )
        row = self._database.row(f"SELECT {', '.join(told)}", *(values * len(BLANK)))
        return frozenset(name for name, found in zip(BLANK, row or (), strict=False) if found < least[name])

    def disputed(self) -> int:
        """Return how many figures others contradict, nobody has rejected and are no anecdotes: nothing is counted."""
        row = self._database.row(
            "SELECT total(figures) FROM figure_counts WHERE sign = ? AND status_number <> ? AND kind_number <> ?",
            DISPUTED, STATUSES.index(FactStatus.REJECTED), KINDS.index(StatisticKind.ANECDOTE),
        )  # fmt: skip
        return 0 if row is None else int(row[0])

    def facet(self, query: FigureQuery, name: str) -> tuple[tuple[str, str, int], ...]:
        """Return (value, title, number) of what occurs in a field among what a query asks for, the commonest first.

        What the query chose of that very field is left aside, so that another value can be chosen. The title is that
        of an article; of everything else it is the value. Rates beside a level are counted with growth, as they are
        found with it.
        """
        column = FACETS[name]
        by = f"{column}_number" if column in NAMED or column in CODED else column
        told_at_all = told_in(column) if column in NAMED else "1"
        nothing: dict[str, Any] = {name: "" if name == "status" else ()}
        free = replace(query, **nothing, rejected=query.rejected or name == "status")
        where, values = where_of(free)
        articles = name == "articles"
        told, tables = (
            (f"told_apart(a.title, {FILE_BESIDE})", "figures f CROSS JOIN articles a ON a.id = f.article")
            if articles
            else (f"f.{column}", "figures f")
        )
        sql = f"""SELECT f.{column}, {told}, count(*) FROM {tables} WHERE {where} AND {told_at_all} AND f.{column} <> ''
                  GROUP BY f.{by} ORDER BY 3 DESC, 1 LIMIT ?"""
        found = tuple((row[0], row[1], int(row[2])) for row in self._database.rows(sql, *values, _OFFERED))
        return found if name != "kinds" else _with_rates(self._database, found, where, values)

    def subjects_like(self, name: str, aliases: Sequence[str]) -> tuple[str, ...]:
        """Return the subjects that are this name or one of its aliases, or hold the name."""
        question = filter_question(name)
        if not question:
            return (name, *aliases)
        sql = """SELECT DISTINCT subject FROM figures
                 WHERE number IN (SELECT rowid FROM figure_words WHERE figure_words MATCH ?) AND instr(subject, ?)"""
        holding = (str(row[0]) for row in self._database.rows(sql, question, name))
        return tuple(dict.fromkeys((name, *aliases, *holding)))

    def about(self, subjects: Sequence[str], scope: Scope, offset: int, limit: int) -> tuple[FigureRow, ...]:
        """Return some of the figures about any of these subjects, without anecdotes and rejected ones."""
        where, values = _about(subjects, scope)
        sql = f"""SELECT f.*, a.title, a.as_of, a.pack FROM figures f CROSS JOIN articles a ON a.id = f.article
                  WHERE {where} ORDER BY +a.added, +a.id, +f.start, +f.number LIMIT ? OFFSET ?"""
        return tuple(FigureRow.of(row) for row in self._database.rows(sql, *values, limit, offset))

    def count_about(self, subjects: Sequence[str], scope: Scope) -> int:
        """Return how many figures there are about any of these subjects."""
        where, values = _about(subjects, scope)
        row = self._database.row(f"SELECT count(*) FROM figures f WHERE {where}", *values)
        return int(row[0]) if row else 0

    def _last_number(self) -> int:
        row = self._database.row("SELECT seq FROM sqlite_sequence WHERE name = 'figures'")
        return int(row[0]) if row else 0


def _with_rates(
    database: Database, found: tuple[tuple[str, str, int], ...], where: str, values: Sequence[object]
) -> tuple[tuple[str, str, int], ...]:
    row = database.row(f"SELECT count(*) FROM figures f WHERE {where} AND {RATE_BESIDE}", *values)
    beside, growth = 0 if row is None else int(row[0]), StatisticKind.GROWTH.value
    counts = {kind: n for kind, _, n in found}
    if beside:
        counts[growth] = counts.get(growth, 0) + beside
    return tuple((kind, kind, n) for kind, n in sorted(counts.items(), key=lambda one: -one[1]))


def _about(subjects: Sequence[str], scope: Scope) -> tuple[str, tuple[object, ...]]:
    where, values = where_of(FigureQuery(scope))
    return f"{one_of('subject', len(subjects))} AND f.subject <> '' AND {where}", (
        *subjects,
        *values,
    )


def _words(one: Statistic, title: str, original: str) -> str:
    """Return what a figure is filtered by: its fields, its article, and of its sentence what is near."""
    quote = original[
        max(one.evidence.start, one.figure.start - _NEAR) : min(one.evidence.end, one.figure.end + _NEAR)
    ]
    return filter_words(one.metric, one.subject, one.region, one.period.text, one.source, title, quote)
