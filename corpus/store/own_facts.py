"""What people recorded themselves: kept apart from what was found, so that finding anew leaves it alone.

The views ``all_statistics``, ``all_platform_facts`` and ``all_trend_passages`` show both together.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from corpus.model.annotation import Selector
from corpus.model.own_fact import OwnFact
from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.model.trend import TrendPassage
from corpus.store.boundary import guarded
from corpus.store.database import Database
from corpus.store.payload import fact_from_json, fact_to_json, statistic_from_json, statistic_to_json

FIGURE: Final = "figure"
PLATFORM: Final = "platform"
PASSAGE: Final = "passage"
REASON: Final = "own"
"""The reason of a passage that a person put under a trend."""


@guarded
class OwnFacts:
    """The table of facts people recorded."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def put(self, own: OwnFact) -> None:
        """Write a fact, new or changed."""
        sort, about, payload = _columns(own)
        start, stop = (None, None) if own.span is None else (own.span.start, own.span.end)
        words = own.selector
        self._database.run(
            "INSERT OR REPLACE INTO own_facts VALUES (?,?,?,?,?,?,?,?,?,?)",
            own.id, own.article, sort, about, start, stop, words.exact, words.prefix, words.suffix, payload,
        )  # fmt: skip

    def get(self, own_id: str) -> OwnFact | None:
        """Return one fact."""
        row = self._database.row("SELECT * FROM own_facts WHERE id = ?", own_id)
        return None if row is None else _own(row)

    def of(self, article_id: str) -> tuple[OwnFact, ...]:
        """Return the facts recorded in an article, with those whose words stand nowhere."""
        rows = self._database.rows("SELECT * FROM own_facts WHERE article = ? ORDER BY start, id", article_id)
        return tuple(_own(row) for row in rows)

    def delete(self, own_id: str) -> None:
        """Delete a fact, and what was decided about it."""
        self._database.run("DELETE FROM own_facts WHERE id = ?", own_id)
        self._database.run("DELETE FROM fact_decisions WHERE id = ?", own_id)


def _columns(own: OwnFact) -> tuple[str, str, str]:
    """Return sort, what it is about, and payload."""
    if isinstance(own.fact, Statistic):
        return FIGURE, own.fact.metric, statistic_to_json(own.fact)
    if isinstance(own.fact, PlatformFact):
        return PLATFORM, own.fact.platform, fact_to_json(own.fact)
    return PASSAGE, own.fact.trend, ""


def _own(row: sqlite3.Row) -> OwnFact:
    span = None if row["start"] is None else Span(row["start"], row["stop"])
    selector = Selector(row["exact"], row["prefix"], row["suffix"])
    return OwnFact(row["id"], row["article"], selector, span, _fact(row, span))


def _fact(row: sqlite3.Row, span: Span | None) -> Statistic | PlatformFact | TrendPassage:
    if row["sort"] == FIGURE:
        return statistic_from_json(row["payload"])
    if row["sort"] == PLATFORM:
        return fact_from_json(row["payload"])
    return TrendPassage(row["about"], span or Span(0, 0), 1.0, REASON, row["article"], row["id"])
