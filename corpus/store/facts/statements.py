"""Statements of the whole library, page by page: passages of trends, and mentions and facts of platforms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.model.collection import Scope
from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.trend import TrendPassage
from corpus.store.database.database import Database
from corpus.store.database.scopes import scope_condition
from corpus.store.facts.facts import mention_of, passage_of
from corpus.store.facts.figure_query import FigureRow
from corpus.store.sqlite.boundary import guarded
from corpus.store.sqlite.payload import fact_of_row

_PASSAGES: Final = """trend_passages p CROSS JOIN articles a ON a.id = p.article
    WHERE p.trend = ? AND a.trashed = '' AND a.duplicate_of IS NULL
    AND (p.id <> '' OR NOT EXISTS (SELECT 1 FROM trend_passages o WHERE o.article = p.article AND +o.trend = p.trend
        AND o.id <> '' AND o.start < p.stop AND p.start < o.stop))"""
"""The passages of a trend; one that was found where a person put one too is told once."""


@dataclass(frozen=True, slots=True)
class PassageCounts:
    """How many passages a trend has and how many of them were reviewed; ``years`` has those whose year is known."""

    passages: int = 0
    reviewed: int = 0
    years: tuple[tuple[str, int], ...] = ()

    def plus(self, year: str, passages: int, reviewed: int) -> PassageCounts:
        """Return the counts with the passages of one more year, later than the others; empty: nobody knows it."""
        years = (*self.years, (year, passages)) if year else self.years
        return PassageCounts(self.passages + passages, self.reviewed + reviewed, years)


@guarded
class Statements:
    """What the pages of trends and platforms show."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def passages(
        self, trend: str, scope: Scope, offset: int, limit: int
    ) -> tuple[tuple[TrendPassage, bool], ...]:
        """Return (passage, reviewed) of a trend, those of people and packs first, then the best."""
        condition, values = scope_condition(scope, "p.article")
        sql = f"""SELECT p.* FROM {_PASSAGES} AND {condition}
                  ORDER BY p.reviewed DESC, p.score DESC, p.id DESC LIMIT ? OFFSET ?"""
        rows = self._database.rows(sql, trend, *values, limit, offset)
        return tuple((passage_of(row), bool(row["reviewed"])) for row in rows)

    def passages_with(
        self, trend: str, cues: Sequence[str], scope: Scope, offset: int, limit: int
    ) -> tuple[tuple[TrendPassage, bool], ...]:
        """Return those of a trend's passages whose words hold one of some cues, in the same order."""
        where, values = _with_cues(trend, cues, scope)
        sql = f"SELECT p.* FROM {where} ORDER BY p.reviewed DESC, p.score DESC, p.id DESC LIMIT ? OFFSET ?"
        rows = self._database.rows(sql, *values, limit, offset)
        return tuple((passage_of(row), bool(row["reviewed"])) for row in rows)

    def count_passages_with(self, trend: str, cues: Sequence[str], scope: Scope) -> int:
        """Return how many of a trend's passages hold one of some cues."""
        where, values = _with_cues(trend, cues, scope)
        row = self._database.row(f"SELECT count(*) FROM {where}", *values)
        return int(row[0]) if row else 0

    def count_passages(self, scope: Scope) -> dict[str, PassageCounts]:
        """Return for each trend how many passages speak of it, by the years of their articles."""
        condition, values = scope_condition(scope, "p.article")
        tables = "articles a CROSS JOIN trend_passages p ON p.article = a.id"
        sql = f"""SELECT p.trend, substr(a.dated, 1, 4), count(*), sum(p.reviewed) FROM {tables}
                  WHERE {_COUNTED.format("p.article")} AND {condition} GROUP BY 1, 2 ORDER BY 1, 2"""
        found: dict[str, PassageCounts] = {}
        for trend, year, number, reviewed in self._database.rows(sql, *values):
            found[trend] = found.get(trend, PassageCounts()).plus(year, int(number), int(reviewed))
        return found

    def trend_figures(self, trend: str, scope: Scope, offset: int, limit: int) -> tuple[FigureRow, ...]:
        """Return the figures that stand in passages of a trend, those of the best passages first."""
        condition, values = scope_condition(scope, "p.article")
        sql = f"""SELECT f.*, a.title, a.as_of, a.pack FROM {_PASSAGES.replace("WHERE", _INSIDE)} AND {condition}
                  ORDER BY p.reviewed DESC, p.score DESC, p.id DESC LIMIT ? OFFSET ?"""
        rows = self._database.rows(sql, trend, *values, limit, offset)
        return tuple({row["id"]: FigureRow.of(row) for row in rows}.values())

    def count_trend_figures(self, scope: Scope) -> dict[str, int]:
        """Return for each trend how many figures stand in its passages."""
        condition, values = scope_condition(scope, "f.article")
        tables = "figures f CROSS JOIN trend_passages p ON p.article = f.article"
        sql = f"""SELECT p.trend, count(DISTINCT f.number) FROM {tables}
                  WHERE {_COUNTED.format("f.article")} AND {condition} AND {_OF_PASSAGE} GROUP BY p.trend"""
        return {row[0]: int(row[1]) for row in self._database.rows(sql, *values)}

    def count_mentions(self, scope: Scope) -> dict[str, int]:
        """Return for each platform how often it is named."""
        return self._counted("mentions", scope)

    def count_facts(self, scope: Scope) -> dict[str, int]:
        """Return for each platform how many facts are known."""
        return self._counted("platform_facts", scope)

    def ages_of_facts(self, scope: Scope) -> dict[str, str]:
        """Return for each platform how old the newest of its facts from packs are."""
        condition, values = scope_condition(scope, "m.article")
        sql = f"""SELECT m.platform, max(a.as_of) FROM platform_facts m CROSS JOIN articles a ON a.id = m.article
                  WHERE a.trashed = '' AND {condition} GROUP BY m.platform"""
        return {row[0]: row[1] for row in self._database.rows(sql, *values)}

    def forms_of(self, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return for each company the other forms of its name that texts use."""
        found: dict[str, list[str]] = {}
        for name in names:
            rows = self._database.rows(
                "SELECT DISTINCT text FROM mentions WHERE platform = ? ORDER BY text", name
            )
            found[name] = [row[0] for row in rows if row[0] != name]
        return {name: tuple(forms) for name, forms in found.items()}

    def articles_naming(self, forms: Sequence[str]) -> tuple[str, ...]:
        """Return the articles in which a company goes by one of some names, or is known by it."""
        marks = ",".join("?" * len(forms))
        sql = f"SELECT DISTINCT article FROM mentions WHERE platform IN ({marks}) OR text IN ({marks})"
        return tuple(row[0] for row in self._database.rows(sql, *forms, *forms))

    def articles_under(self, trends: Sequence[str]) -> tuple[str, ...]:
        """Return the articles with a passage under one of some trends."""
        marks = ",".join("?" * len(trends))
        sql = f"SELECT DISTINCT article FROM trend_passages WHERE trend IN ({marks})"
        return tuple(row[0] for row in self._database.rows(sql, *trends))

    def company_called(self, name: str) -> str:
        """Return the company a text calls so, empty where none does."""
        for column in ("platform", "text"):
            rows = self._database.rows(f"SELECT platform FROM mentions WHERE {column} = ? LIMIT 1", name)
            for row in rows:
                return str(row[0])
        return ""

    def mentions(
        self, platform: str, scope: Scope, offset: int, limit: int
    ) -> tuple[tuple[str, PlatformMention], ...]:
        """Return (article id, mention) of a platform, article by article in the order of the texts."""
        condition, values = scope_condition(scope, "m.article")
        sql = f"""SELECT m.* FROM mentions m CROSS JOIN articles a ON a.id = m.article
                  WHERE m.platform = ? AND a.trashed = '' AND {condition}
                  ORDER BY m.article, m.start LIMIT ? OFFSET ?"""
        return tuple(
            (row["article"], mention_of(row))
            for row in self._database.rows(sql, platform, *values, limit, offset)
        )

    def facts(self, platform: str, scope: Scope, offset: int, limit: int) -> tuple[PlatformFact, ...]:
        """Return the facts of a platform, dated ones first, in the order of time."""
        condition, values = scope_condition(scope, "m.article")
        sql = f"""SELECT m.* FROM platform_facts m CROSS JOIN articles a ON a.id = m.article
                  WHERE m.platform = ? AND a.trashed = '' AND {condition}
                  ORDER BY m.date = '', m.date, m.predicate LIMIT ? OFFSET ?"""
        rows = self._database.rows(sql, platform, *values, limit, offset)
        return tuple(map(fact_of_row, rows))

    def _counted(self, table: str, scope: Scope) -> dict[str, int]:
        condition, values = scope_condition(scope, "m.article")
        sql = f"""SELECT m.platform, count(*) FROM {table} m CROSS JOIN articles a ON a.id = m.article
                  WHERE a.trashed = '' AND {condition} GROUP BY m.platform"""
        return {row[0]: int(row[1]) for row in self._database.rows(sql, *values)}


def _with_cues(trend: str, cues: Sequence[str], scope: Scope) -> tuple[str, tuple[object, ...]]:
    condition, values = scope_condition(scope, "p.article")
    tables = _PASSAGES.replace("WHERE", "CROSS JOIN article_texts t ON t.article = p.article WHERE")
    return (
        f"{tables} AND {condition} AND part_holds(t.original, p.start, p.stop, ?)",
        (trend, *values, "\n".join(cues)),
    )


_OF_PASSAGE: Final = """f.shown = 1 AND f.status <> 'rejected' AND f.kind <> 'anecdote'
    AND f.evidence_start < p.stop AND p.start < f.evidence_stop"""
"""Figures whose sentence overlaps a passage."""
_INSIDE: Final = f"CROSS JOIN figures f ON f.article = p.article AND {_OF_PASSAGE} WHERE"
_COUNTED: Final = """{0} NOT IN (SELECT id FROM articles WHERE trashed <> '')
    AND {0} NOT IN (SELECT id FROM articles WHERE duplicate_of IS NOT NULL)
    AND (p.id <> '' OR {0} NOT IN (SELECT article FROM own_facts WHERE sort = 'passage')
        OR NOT EXISTS (SELECT 1 FROM trend_passages o WHERE o.article = p.article AND +o.trend = p.trend
        AND o.id <> '' AND o.start < p.stop AND p.start < o.stop))"""
"""The same passages as of one trend, for counting all of them: what is left out is found first.

Their article is asked for by a column of the table that is read first: once for all that is joined to its row.
"""
