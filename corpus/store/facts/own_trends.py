"""The categories of trends a person made: kept among the settings that travel with the library."""

from __future__ import annotations

import json
from typing import Final

from corpus.model.trend import Cue, Trend
from corpus.store.database.database import Database
from corpus.store.notes.records import Settings
from corpus.store.sqlite.boundary import from_row, guarded

_KEY: Final = "own-trends"


@guarded
class OwnTrends:
    """A person's own categories, in the order they were made."""

    def __init__(self, database: Database, settings: Settings) -> None:
        """Keep them among the ``settings`` of ``database``."""
        self._database = database
        self._settings = settings

    def all(self) -> tuple[Trend, ...]:
        """Return the categories."""
        return _trends(self._settings.get(_KEY, "[]"))

    def put_all(self, trends: tuple[Trend, ...]) -> None:
        """Keep these categories in place of those there were."""
        self._settings.put(_KEY, json.dumps([_plain(one) for one in trends], ensure_ascii=False))


@from_row
def _trends(text: str) -> tuple[Trend, ...]:
    return tuple(_trend(one) for one in json.loads(text))


def _plain(one: Trend) -> dict[str, object]:
    return {
        "key": one.key, "name": one.name, "definition": one.definition, "examples": list(one.examples),
        "cues": [[cue.word, cue.weight] for cue in one.cues],
    }  # fmt: skip


def _trend(told: dict[str, list[list[object]]]) -> Trend:
    cues = tuple(Cue(str(word), float(str(weight))) for word, weight in told["cues"])
    return Trend(
        str(told["key"]), str(told["name"]), str(told["definition"]), cues=cues,
        examples=tuple(map(str, told["examples"])),
    )  # fmt: skip
