"""What was found in the articles: figures, names, facts of platforms, passages of trends.

What was found is derived and written anew when an article changes; what people recorded and decided lies in
tables of its own and is put beside or laid over it, so that extraction never overwrites it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic
from corpus.model.trend import TrendPassage
from corpus.store.database.database import Database
from corpus.store.facts.figures import Figures
from corpus.store.facts.own_facts import OwnFacts
from corpus.store.sqlite.boundary import from_row, guarded
from corpus.store.sqlite.payload import (
    FACT_COLUMNS,
    fact_of_row,
    row_of_fact,
    statistic_from_json,
    statistic_to_json,
)


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """Everything found in one article; all spans are of its original."""

    statistics: tuple[Statistic, ...] = ()
    mentions: tuple[PlatformMention, ...] = ()
    facts: tuple[PlatformFact, ...] = ()
    passages: tuple[TrendPassage, ...] = ()
    reviewed: frozenset[int] = frozenset()
    """Places in ``passages`` that a person (or the pack) vouches for."""
    grounds: Mapping[str, str] | None = None
    """The grounds figures (by id) are compared on, empty for those compared to none; ``None``: still to be told."""


@guarded
class Facts:
    """The tables of facts."""

    def __init__(self, database: Database, figures: Figures, own: OwnFacts) -> None:
        """Work on ``database``; ``own`` are put beside what is found, decisions laid over ``figures``."""
        self._database = database
        self._figures = figures
        self._own = own

    def mark_changed(self, number: int) -> None:
        """Record that the change of this number touched facts, or articles they stand in."""
        self._database.run("INSERT OR REPLACE INTO meta VALUES ('facts', ?)", str(number))

    def last_change(self) -> int:
        """Return the number of the last change that touched facts; notes and settings do not."""
        row = self._database.row("SELECT value FROM meta WHERE key = 'facts'")
        return int(row[0]) if row else 0

    def replace(self, article_id: str, found: StoredFacts) -> None:
        """Write what was found in an article in place of what was there."""
        run = self._database.run
        for table in ("figures", "platform_facts", "trend_passages"):
            run(f"DELETE FROM {table} WHERE article = ?", article_id)
        self._put_figures(article_id, found.statistics, found.grounds)
        self._put_names(article_id, found.mentions, found.facts)
        self._put_passages(article_id, found.passages, found.reviewed)
        self._own.put_beside(article_id)

    def amend(self, article_id: str, found: StoredFacts, gone: Iterable[str]) -> None:
        """Write what was found in a text that stands as it did under its title: of its figures only those that differ.

        ``gone`` are the ids of those that are found no more. All others are left alone, with what was compared of
        them. ``grounds`` are told of all figures given.
        """
        for one in gone:
            self._figures.delete(one)
        for table in ("platform_facts", "trend_passages"):
            self._database.run(f"DELETE FROM {table} WHERE article = ?", article_id)
        waits = self._figures.waits(article_id)
        self._put_figures(article_id, found.statistics, None if waits else found.grounds)
        self._put_names(article_id, found.mentions, found.facts)
        self._put_passages(article_id, found.passages, found.reviewed)
        self._own.put_beside(article_id)

    def sort_passages(
        self, article_id: str, passages: Sequence[TrendPassage], reviewed: frozenset[int] = frozenset()
    ) -> None:
        """Write the passages found in an article in place of those that were there; other things found stay."""
        self._database.run("DELETE FROM trend_passages WHERE article = ?", article_id)
        self._put_passages(article_id, passages, reviewed)
        self._own.put_beside(article_id)

    def _put_passages(
        self, article_id: str, passages: Sequence[TrendPassage], reviewed: frozenset[int]
    ) -> None:
        self._database.run_many(
            """INSERT INTO trend_passages (article, trend, start, stop, score, reason, reviewed)
               VALUES (?,?,?,?,?,?,?)""",
            [
                (article_id, p.trend, p.span.start, p.span.end, p.score, p.reason, int(n in reviewed))
                for n, p in enumerate(passages)
            ],
        )

    def _put_names(
        self, article_id: str, mentions: Sequence[PlatformMention], facts: Sequence[PlatformFact]
    ) -> None:
        many = self._database.run_many
        self._database.run("DELETE FROM mentions WHERE article = ?", article_id)
        many(
            "INSERT OR IGNORE INTO mentions VALUES (?,?,?,?,?)",
            [(article_id, m.platform, m.span.start, m.span.end, m.text) for m in mentions],
        )
        many(
            f"INSERT OR REPLACE INTO platform_facts ({', '.join(FACT_COLUMNS)}) VALUES (?,?,?,?,?,?,?,?)",
            [row_of_fact(replace(f, article=article_id)) for f in facts],
        )

    def _put_figures(
        self, article_id: str, found: Sequence[Statistic], grounds: Mapping[str, str] | None
    ) -> None:
        """Write figures as people left them; what was found is kept with each decision."""
        decided = self.decisions(article_id)
        # Figures that were given other ids, or that people decided on, may stand elsewhere.
        told = {one.id for one in found}
        known = grounds if grounds is not None and told <= grounds.keys() - decided.keys() else None
        figures = (_as_decided(one, decided) for one in found)
        self._figures.put(article_id, figures, own=False, grounds=known)
        self._database.run_many(
            "UPDATE fact_decisions SET found = ? WHERE id = ?",
            [(statistic_to_json(one), one.id) for one in found if one.id in decided],
        )

    def statistics(self, articles: Iterable[str]) -> tuple[tuple[str, Statistic], ...]:
        """Return (article id, figure) for the given articles, as people left them."""
        return tuple((article, one) for article in articles for one in self._figures.of(article))

    def statistics_of(self, article_id: str) -> tuple[Statistic, ...]:
        """Return one article's figures in the order of the text."""
        return self._figures.of(article_id)

    def found_in(self, article_id: str) -> tuple[Statistic, ...]:
        """Return one article's figures as they were found, without what people recorded and decided."""
        sql = "SELECT id, found FROM fact_decisions WHERE article = ? AND found <> ''"
        before = {
            row["id"]: statistic_from_json(row["found"]) for row in self._database.rows(sql, article_id)
        }
        return tuple(
            replace(before[one.id], evidence=one.evidence, figure=one.figure) if one.id in before else one
            for one in self._figures.of(article_id)
            if not one.own
        )

    def statistic(self, statistic_id: str) -> tuple[str, Statistic] | None:
        """Return (article id, figure) of one figure."""
        return self._figures.get(statistic_id)

    def decisions(self, article_id: str) -> dict[str, Statistic]:
        """Return the figures of an article as a person decided on them, by id."""
        rows = self._database.rows("SELECT id, payload FROM fact_decisions WHERE article = ?", article_id)
        return {row["id"]: statistic_from_json(row["payload"]) for row in rows}

    def decide(self, article_id: str, statistic: Statistic) -> None:
        """Keep a person's version of a figure; a status of EXTRACTED takes the decision back."""
        shown = self._figures.get(statistic.id)
        row = self._database.row("SELECT found FROM fact_decisions WHERE id = ?", statistic.id)
        if shown is None:
            return
        found = statistic_from_json(row["found"]) if row is not None and row["found"] else shown[1]
        if statistic.status is FactStatus.EXTRACTED:
            self._database.run("DELETE FROM fact_decisions WHERE id = ?", statistic.id)
            left = found
        else:
            sql = "INSERT OR REPLACE INTO fact_decisions (id, article, payload, found) VALUES (?, ?, ?, ?)"
            self._database.run(
                sql, statistic.id, article_id, statistic_to_json(statistic), statistic_to_json(found)
            )
            left = statistic
        placed = replace(left, evidence=shown[1].evidence, figure=shown[1].figure)
        self._figures.put(article_id, [placed], own=shown[1].own)

    def verdicts(self) -> dict[str, str]:
        """Return people's verdicts on contradictions, by the contradiction's key."""
        return {row["key"]: row["verdict"] for row in self._database.rows("SELECT * FROM verdicts")}

    def set_verdict(self, key: str, verdict: str) -> None:
        """Keep a verdict; an empty one is taken back."""
        self._database.run("DELETE FROM verdicts WHERE key = ?", key)
        if verdict:
            self._database.run("INSERT INTO verdicts VALUES (?, ?)", key, verdict)

    def mentions_of(self, article_id: str) -> tuple[PlatformMention, ...]:
        """Return the mentions in one article."""
        rows = self._database.rows("SELECT * FROM mentions WHERE article = ? ORDER BY start", article_id)
        return tuple(map(mention_of, rows))

    def names_in(self, article_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the platforms named in an article and the trends it speaks of, each once, in order."""
        platforms = self._database.rows(
            "SELECT DISTINCT platform FROM mentions WHERE article = ? ORDER BY 1", article_id
        )
        trends = self._database.rows(
            "SELECT DISTINCT trend FROM trend_passages WHERE article = ? ORDER BY 1", article_id
        )
        return tuple(row[0] for row in platforms), tuple(row[0] for row in trends)

    def platforms_named(self, article_id: str) -> tuple[str, ...]:
        """Return the platforms that are named in an article."""
        sql = "SELECT DISTINCT platform FROM mentions WHERE article = ? ORDER BY 1"
        return tuple(row[0] for row in self._database.rows(sql, article_id))

    def platform_facts_of(self, article_id: str) -> tuple[PlatformFact, ...]:
        """Return the facts of platforms that stand in one article."""
        sql = "SELECT * FROM platform_facts WHERE article = ? ORDER BY id"
        return tuple(map(fact_of_row, self._database.rows(sql, article_id)))

    def passages(self, article_id: str) -> tuple[tuple[TrendPassage, bool], ...]:
        """Return (passage, reviewed) of one article, best first, those a person put there before the rest."""
        sql = "SELECT * FROM trend_passages WHERE article = ? ORDER BY reviewed DESC, score DESC, id DESC"
        return tuple((passage_of(row), bool(row["reviewed"])) for row in self._database.rows(sql, article_id))


@from_row
def mention_of(row: sqlite3.Row) -> PlatformMention:
    """Return the mention of a row."""
    return PlatformMention(row["platform"], Span(row["start"], row["stop"]), row["text"])


@from_row
def passage_of(row: sqlite3.Row) -> TrendPassage:
    """Return the passage of a row."""
    span = Span(row["start"], row["stop"])
    return TrendPassage(row["trend"], span, row["score"], row["reason"], row["article"], row["id"])


def _as_decided(found: Statistic, decided: Mapping[str, Statistic]) -> Statistic:
    """Return a figure as a person left it, where it stands now: an updated file may have moved it."""
    kept = decided.get(found.id)
    return found if kept is None else replace(kept, evidence=found.evidence, figure=found.figure)
