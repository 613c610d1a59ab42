"""What people recorded themselves: kept apart from what was found, so that finding anew leaves it alone.

Those whose words stand in the text are written into the tables of what was found too, so that both are read as one.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Final

from corpus.model.annotation import Selector
from corpus.model.own_fact import OwnFact, Stated
from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.model.trend import RemovedPassage, TrendPassage
from corpus.store.database.database import Database
from corpus.store.facts.figures import Figures
from corpus.store.sqlite.boundary import from_row, guarded
from corpus.store.sqlite.payload import (
    FACT_COLUMNS,
    fact_from_json,
    fact_to_json,
    row_of_fact,
    statistic_from_json,
    statistic_to_json,
)

FIGURE: Final = "figure"
PLATFORM: Final = "platform"
PASSAGE: Final = "passage"
NO_PASSAGE: Final = "no passage"
REASON: Final = "own"
"""The reason of a passage that a person put under a trend."""


@guarded
class OwnFacts:
    """The table of facts people recorded."""

    def __init__(self, database: Database, figures: Figures) -> None:
        """Work on ``database``; ``figures`` shows the figures among them."""
        self._database = database
        self._figures = figures

    def put(self, own: OwnFact) -> None:
        """Write a fact, new or changed."""
        sort, about, payload = _columns(own)
        start, stop = (None, None) if own.span is None else (own.span.start, own.span.end)
        words = own.selector
        self._database.run(
            "INSERT OR REPLACE INTO own_facts VALUES (?,?,?,?,?,?,?,?,?,?)",
            own.id, own.article, sort, about, start, stop, words.exact, words.prefix, words.suffix, payload,
        )  # fmt: skip
        self._take_away(own.id)
        self._show(own)

    def get(self, own_id: str) -> OwnFact | None:
        """Return one fact."""
        row = self._database.row("SELECT * FROM own_facts WHERE id = ?", own_id)
        return None if row is None else _own(row)

    def of(self, article_id: str) -> tuple[OwnFact, ...]:
        """Return the facts recorded in an article, with those whose words stand nowhere."""
        rows = self._database.rows("SELECT * FROM own_facts WHERE article = ? ORDER BY start, id", article_id)
        return tuple(_own(row) for row in rows)

    def about(self, platform: str) -> tuple[OwnFact, ...]:
        """Return the facts recorded of a platform."""
        rows = self._database.rows(
            "SELECT * FROM own_facts WHERE sort = ? AND about = ? ORDER BY id", PLATFORM, platform
        )
        return tuple(_own(row) for row in rows)

    def delete(self, own_id: str) -> None:
        """Delete a fact, and what was decided about it; a passage taken out of a trend stands there again."""
        self._take_away(own_id)
        own = self.get(own_id)
        if own is not None and own.span is not None and isinstance(own.fact, RemovedPassage):
            found = own.fact.passage
            self._put_passage(replace(found, span=own.span), reviewed=own.fact.reviewed)
        self._database.run("DELETE FROM own_facts WHERE id = ?", own_id)
        self._database.run("DELETE FROM fact_decisions WHERE id = ?", own_id)

    def give_back(self, own_id: str) -> None:
        """Count a figure that was found again as found; what was decided about it stands."""
        self._take_away(own_id)
        self._database.run("DELETE FROM own_facts WHERE id = ?", own_id)

    def put_beside(self, article_id: str) -> None:
        """Show the facts recorded in an article beside what was found in it anew."""
        for own in self.of(article_id):
            self._show(own)

    def _show(self, own: OwnFact) -> None:
        """Write a fact whose words stand in the text among those found; a figure found as well counts as found."""
        if own.span is None:
            return
        run, fact = self._database.run, own.fact
        if isinstance(fact, TrendPassage):
            self._put_passage(replace(fact, article=own.article, span=own.span, id=own.id), reviewed=True)
        elif isinstance(fact, RemovedPassage):
            run(
                """DELETE FROM trend_passages
                   WHERE article = ? AND trend = ? AND id = '' AND start < ? AND stop > ?""",
                own.article, fact.trend, own.span.end, own.span.start,
            )  # fmt: skip
        elif isinstance(fact, PlatformFact):
            run(
                f"INSERT OR REPLACE INTO platform_facts ({', '.join(FACT_COLUMNS)}, own) VALUES (?,?,?,?,?,?,?,?,1)",
                *row_of_fact(fact, own.id, own.article, own.span),
            )
        elif self._figures.get(own.id) is None:
            self._figures.put(own.article, [self._decided(fact)], own=True)

    def _put_passage(self, one: TrendPassage, *, reviewed: bool) -> None:
        self._database.run(
            """INSERT INTO trend_passages (article, trend, start, stop, score, reason, reviewed, id)
               VALUES (?,?,?,?,?,?,?,?)""",
            one.article, one.trend, one.span.start, one.span.end, one.score, one.reason, int(reviewed), one.id,
        )  # fmt: skip

    def _decided(self, stated: Statistic) -> Statistic:
        row = self._database.row("SELECT payload FROM fact_decisions WHERE id = ?", stated.id)
        if row is None:
            return stated
        self._database.run(
            "UPDATE fact_decisions SET found = ? WHERE id = ?", statistic_to_json(stated), stated.id
        )
        kept = statistic_from_json(row["payload"])
        return replace(kept, evidence=stated.evidence, figure=stated.figure)

    def _take_away(self, own_id: str) -> None:
        """Show a fact no more; a figure that is found as well stays as found."""
        self._database.run("DELETE FROM figures WHERE id = ? AND own = 1", own_id)
        self._database.run("DELETE FROM platform_facts WHERE id = ? AND own = 1", own_id)
        self._database.run(
            "DELETE FROM trend_passages WHERE id = ? AND article = (SELECT article FROM own_facts WHERE id = ?)",
            own_id, own_id,
        )  # fmt: skip


def _columns(own: OwnFact) -> tuple[str, str, str]:
    """Return sort, what it is about, and payload."""
    if isinstance(own.fact, Statistic):
        return FIGURE, own.fact.metric, statistic_to_json(own.fact)
    if isinstance(own.fact, PlatformFact):
        return PLATFORM, own.fact.platform, fact_to_json(own.fact)
    if isinstance(own.fact, RemovedPassage):
        found = own.fact.passage
        told = {"score": found.score, "reason": found.reason, "reviewed": own.fact.reviewed}
        return NO_PASSAGE, own.fact.trend, json.dumps(told, ensure_ascii=False)
    return PASSAGE, own.fact.trend, ""


@from_row
def _own(row: sqlite3.Row) -> OwnFact:
    span = None if row["start"] is None else Span(row["start"], row["stop"])
    selector = Selector(row["exact"], row["prefix"], row["suffix"])
    return OwnFact(row["id"], row["article"], selector, span, _fact(row, span))


def _fact(row: sqlite3.Row, span: Span | None) -> Stated:
    if row["sort"] == FIGURE:
        return statistic_from_json(row["payload"])
    if row["sort"] == PLATFORM:
        return fact_from_json(row["payload"])
    if row["sort"] == NO_PASSAGE:
        told = json.loads(row["payload"])
        found = TrendPassage(row["about"], span or Span(0, 0), told["score"], told["reason"], row["article"])
        return RemovedPassage(found, told["reviewed"])
    return TrendPassage(row["about"], span or Span(0, 0), 1.0, REASON, row["article"], row["id"])
