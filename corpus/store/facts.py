"""What was found in the articles: figures, names, facts of platforms, passages of trends.

What was found is derived and written anew when an article changes; what people recorded and decided lies in
tables of its own and is put beside or laid over it, so that extraction never overwrites it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic
from corpus.model.trend import TrendPassage
from corpus.store.boundary import guarded
from corpus.store.database import Database
from corpus.store.payload import fact_from_json, fact_to_json, statistic_from_json, statistic_to_json


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """Everything found in one article; all spans are of its original."""

    statistics: tuple[Statistic, ...] = ()
    mentions: tuple[PlatformMention, ...] = ()
    facts: tuple[PlatformFact, ...] = ()
    passages: tuple[TrendPassage, ...] = ()
    reviewed: frozenset[int] = frozenset()
    """Places in ``passages`` that a person (or the pack) vouches for."""


@guarded
class Facts:
    """The tables of facts."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def mark_changed(self, number: int) -> None:
        """Record that the change of this number touched facts, or articles they stand in."""
        self._database.run("INSERT OR REPLACE INTO meta VALUES ('facts', ?)", str(number))

    def last_change(self) -> int:
        """Return the number of the last change that touched facts; notes and settings do not."""
        row = self._database.row("SELECT value FROM meta WHERE key = 'facts'")
        return int(row[0]) if row else 0

    def replace(self, article_id: str, found: StoredFacts) -> None:
        """Write what was found in an article in place of what was there."""
        run, many = self._database.run, self._database.run_many
        for table in ("statistics", "mentions", "platform_facts", "trend_passages"):
            run(f"DELETE FROM {table} WHERE article = ?", article_id)  # noqa: S608 - the names above
        many(
            "INSERT OR REPLACE INTO statistics VALUES (?,?,?,?)",
            [(s.id, article_id, s.figure.start, statistic_to_json(s)) for s in found.statistics],
        )
        many(
            "INSERT INTO mentions VALUES (?,?,?,?,?)",
            [(article_id, m.platform, m.span.start, m.span.end, m.text) for m in found.mentions],
        )
        many(
            "INSERT OR REPLACE INTO platform_facts VALUES (?,?,?,?)",
            [
                (f.id, article_id, f.platform, fact_to_json(replace(f, article=article_id)))
                for f in found.facts
            ],
        )
        many(
            "INSERT INTO trend_passages VALUES (?,?,?,?,?,?,?)",
            [
                (article_id, p.trend, p.span.start, p.span.end, p.score, p.reason, int(n in found.reviewed))
                for n, p in enumerate(found.passages)
            ],
        )

    def statistics(self, articles: Iterable[str] | None = None) -> tuple[tuple[str, Statistic], ...]:
        """Return (article id, figure) for the given articles or all, people's decisions laid over them."""
        rows = self._database.rows(
            """SELECT s.article, s.payload FROM all_statistics s JOIN articles a ON a.id = s.article
               ORDER BY a.added, a.rowid, s.start, s.id"""
        )
        decided = self._decisions()
        wanted = None if articles is None else frozenset(articles)
        found = ((row["article"], statistic_from_json(row["payload"])) for row in rows
                 if wanted is None or row["article"] in wanted)  # fmt: skip
        return tuple((article, _as_decided(one, decided)) for article, one in found)

    def statistics_of(self, article_id: str) -> tuple[Statistic, ...]:
        """Return one article's figures in the order of the text."""
        decided = self._decisions(article_id)
        sql = "SELECT payload FROM all_statistics WHERE article = ? ORDER BY start, id"
        stated = (statistic_from_json(row[0]) for row in self._database.rows(sql, article_id))
        return tuple(_as_decided(one, decided) for one in stated)

    def found_in(self, article_id: str) -> tuple[Statistic, ...]:
        """Return one article's figures as they were found, without what people recorded and decided."""
        sql = "SELECT payload FROM statistics WHERE article = ? ORDER BY start, id"
        return tuple(statistic_from_json(row[0]) for row in self._database.rows(sql, article_id))

    def statistic(self, statistic_id: str) -> tuple[str, Statistic] | None:
        """Return (article id, figure) of one figure."""
        row = self._database.row("SELECT article FROM all_statistics WHERE id = ?", statistic_id)
        if row is None:
            return None
        return next(((row[0], one) for one in self.statistics_of(row[0]) if one.id == statistic_id), None)

    def _decisions(self, article_id: str | None = None) -> dict[str, Statistic]:
        condition, values = ("1", ()) if article_id is None else ("article = ?", (article_id,))
        rows = self._database.rows(f"SELECT id, payload FROM fact_decisions WHERE {condition}", *values)  # noqa: S608
        return {row["id"]: statistic_from_json(row["payload"]) for row in rows}

    def decide(self, article_id: str, statistic: Statistic) -> None:
        """Keep a person's version of a figure; a status of EXTRACTED takes the decision back."""
        if statistic.status is FactStatus.EXTRACTED:
            self._database.run("DELETE FROM fact_decisions WHERE id = ?", statistic.id)
            return
        sql = "INSERT OR REPLACE INTO fact_decisions VALUES (?, ?, ?)"
        self._database.run(sql, statistic.id, article_id, statistic_to_json(statistic))

    def verdicts(self) -> dict[str, str]:
        """Return people's verdicts on contradictions, by the contradiction's key."""
        return {row["key"]: row["verdict"] for row in self._database.rows("SELECT * FROM verdicts")}

    def set_verdict(self, key: str, verdict: str) -> None:
        """Keep a verdict; an empty one is taken back."""
        self._database.run("DELETE FROM verdicts WHERE key = ?", key)
        if verdict:
            self._database.run("INSERT INTO verdicts VALUES (?, ?)", key, verdict)

    def mentions(self, articles: Sequence[str] | None = None) -> tuple[tuple[str, PlatformMention], ...]:
        """Return (article id, mention) for the given articles or all, in the order of the texts."""
        wanted = None if articles is None else frozenset(articles)
        rows = self._database.rows(
            """SELECT m.* FROM mentions m JOIN articles a ON a.id = m.article
               ORDER BY a.added, a.rowid, m.start"""
        )
        return tuple(
            (row["article"], PlatformMention(row["platform"], Span(row["start"], row["stop"]), row["text"]))
            for row in rows
            if wanted is None or row["article"] in wanted
        )

    def mentions_of(self, article_id: str) -> tuple[PlatformMention, ...]:
        """Return the mentions in one article."""
        rows = self._database.rows("SELECT * FROM mentions WHERE article = ? ORDER BY start", article_id)
        return tuple(PlatformMention(r["platform"], Span(r["start"], r["stop"]), r["text"]) for r in rows)

    def count_platforms(self, article_id: str) -> int:
        """Return how many platforms are named in an article."""
        row = self._database.row(
            "SELECT count(DISTINCT platform) FROM mentions WHERE article = ?", article_id
        )
        return int(row[0]) if row else 0

    def platform_facts(self) -> tuple[PlatformFact, ...]:
        """Return the facts of all platforms."""
        rows = self._database.rows("SELECT payload FROM all_platform_facts ORDER BY article, id")
        return tuple(fact_from_json(row[0]) for row in rows)

    def platform_facts_of(self, article_id: str) -> tuple[PlatformFact, ...]:
        """Return the facts of platforms that one article tells."""
        rows = self._database.rows(
            "SELECT payload FROM all_platform_facts WHERE article = ? ORDER BY id", article_id
        )
        return tuple(fact_from_json(row[0]) for row in rows)

    def passages(self, article_id: str | None = None) -> tuple[tuple[TrendPassage, bool], ...]:
        """Return (passage, reviewed) of one article or all, best first, those a person put there before the rest."""
        condition, values = ("1", ()) if article_id is None else ("article = ?", (article_id,))
        sql = (
            f"SELECT * FROM all_trend_passages WHERE {condition} ORDER BY reviewed DESC, score DESC, id DESC"  # noqa: S608
        )
        return tuple(
            (
                TrendPassage(
                    *(r["trend"], Span(r["start"], r["stop"]), r["score"], r["reason"], r["article"], r["id"])
                ),
                bool(r["reviewed"]),
            )
            for r in self._database.rows(sql, *values)
        )


def _as_decided(found: Statistic, decided: Mapping[str, Statistic]) -> Statistic:
    """Return a figure as a person left it, where it stands now: an updated file may have moved it."""
    kept = decided.get(found.id)
    return found if kept is None else replace(kept, evidence=found.evidence, figure=found.figure)
