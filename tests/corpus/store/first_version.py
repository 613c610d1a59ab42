"""A library as the first version left it, with two hundred things a person made: written in the SQL of its schema.

`python -m tests.corpus.store.first_version FOLDER` makes one to look at. Only the schema's first three steps and plain
rows are used, so that what the program does today cannot colour it.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from corpus.store.schema import tables as schema
from tests.benchmarks.generated import Generated, articles

ARTICLES: Final = 12
FIRST: Final = 3
"""The version of the schema the first release wrote."""
_TIME: Final = "2026-05-01T08:00:00.000+00:00"


@dataclass(slots=True)
class Made:
    """What the person made, by id: everything that must still stand."""

    decided: dict[str, dict[str, Any]] = field(default_factory=dict)
    repairs: dict[str, str] = field(default_factory=dict)
    notes: dict[str, tuple[str, str]] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    platform_facts: dict[str, str] = field(default_factory=dict)
    passages: dict[str, str] = field(default_factory=dict)
    adrift: list[str] = field(default_factory=list)
    tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    collected: dict[str, str] = field(default_factory=dict)
    trashed: list[str] = field(default_factory=list)

    @property
    def number(self) -> int:
        """Return how many things there are."""
        parts: Sequence[Any] = (
            self.decided, self.repairs, self.notes, self.drafts, self.verdicts, self.figures, self.platform_facts,
            self.passages, self.adrift, self.tags, self.authors, self.collected, self.trashed,
        )  # fmt: skip
        return sum(map(len, parts))


def make(root: Path) -> Made:
    """Write the library into ``root`` and return what the person made in it."""
    root.mkdir(parents=True, exist_ok=True)
    made = Made()
    with closing(sqlite3.connect(root / "library.db", isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = ON")
        for number in range(FIRST):
            step = schema.STEPS[number]
            database.executescript(f"BEGIN;{step};PRAGMA user_version = {number + 1};COMMIT;")
        database.execute("BEGIN")
        for one in articles(ARTICLES):
            _article(database, one, made)
        _beside(database, made)
        database.execute("UPDATE meta SET value = '40' WHERE key = 'change'")
        database.execute("COMMIT")
    return made


def _article(database: sqlite3.Connection, one: Generated, made: Made) -> None:
    source, identity = f"s{one.number}", f"a{one.number}"
    digest = sha256(one.text.encode()).hexdigest()
    corrected = {"corrected": {"author": f"{one.names[0]}编"}} if one.number % 3 == 0 else {}
    stated = {
        "title": "",
        "author": "旧作者",
        "publisher": "江北日报",
        "date": "2019-05-01",
        "language": "",
        "address": "",
    }
    trashed = _TIME if one.number == ARTICLES - 1 else ""
    database.execute(
        "INSERT INTO sources VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        (
            source,
            digest,
            f"/papers/{one.number}.txt",
            "txt",
            "utf-8",
            len(one.text),
            _TIME,
            one.text,
            "[]",
            "[]",
            "",
        ),
    )
    database.execute("INSERT INTO source_paths VALUES (?, ?)", (f"/papers/{one.number}.txt", source))
    structure = {"headings": [[2, "甲", 0]], "pages": [["1", 0], ["2", 300]], "tables": [[10, 20]]}
    columns = """id, source, position, start, stop, title, original, characters, structure, metadata, added, change,
                 trashed"""
    database.execute(
        f"INSERT INTO articles ({columns}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",  # noqa: S608 - fixed names
        (identity, source, 0, 0, len(one.text), one.title, one.text, len(one.text), json.dumps(structure),
         json.dumps({**stated, **corrected}), _TIME, one.number + 1, trashed),
    )  # fmt: skip
    if corrected:
        made.authors[identity] = corrected["corrected"]["author"]
    if trashed:
        made.trashed.append(identity)
    database.execute("INSERT INTO article_tags VALUES (?, '要读')", (identity,))
    made.tags[identity] = ("要读",)
    _figures(database, one, identity, made)
    _repairs(database, identity, made)
    _notes(database, one, identity, made)
    _own(database, one, identity, made)


def _payload(one: Generated, number: int, **changed: Any) -> dict[str, Any]:
    """Return a figure as the first version wrote it: a rate told alone is a change without a value."""
    figure = one.figures[number]
    rate = figure.change
    return {
        "id": f"f{one.number}-{number}", "metric": figure.metric,
        "value": None if figure.value is None else format(figure.value, "f"), "unit": figure.unit,
        "evidence": {"start": figure.evidence.start, "end": figure.evidence.end},
        "figure": {"start": figure.figure.start, "end": figure.figure.end}, "subject": figure.subject,
        "region": figure.region,
        "period": {"text": figure.period.text, "start": figure.period.start, "end": figure.period.end},
        "low": None, "high": None,
        "base_value": None if figure.base_value is None else format(figure.base_value, "f"),
        "base_unit": figure.base_unit, "qualifier": figure.qualifier, "kind": "actual",
        "change": None if rate is None else {"direction": rate.direction.value, "value": str(rate.value), "unit": "%",
                                             "basis": rate.basis},
        "source": "", "confidence": 0.8, "status": "extracted", "inferred": False, "reviewed": False, "own": False,
        **changed,
    }  # fmt: skip


def _figures(database: sqlite3.Connection, one: Generated, identity: str, made: Made) -> None:
    states = ("confirmed", "edited", "rejected")
    for number, figure in enumerate(one.figures):
        found = _payload(one, number)
        row = (found["id"], identity, figure.figure.start, json.dumps(found, ensure_ascii=False))
        database.execute("INSERT INTO statistics VALUES (?,?,?,?)", row)
        if number >= 5:
            continue
        status = states[(one.number + number) % 3]
        said = _payload(
            one, number, status=status, subject="我改的对象" if status == "edited" else found["subject"]
        )
        decision = (found["id"], identity, json.dumps(said, ensure_ascii=False))
        database.execute("INSERT INTO fact_decisions VALUES (?,?,?)", decision)
        made.decided[found["id"]] = said
    database.execute("INSERT INTO verdicts VALUES (?, ?)", (f"v{one.number}", "两个都对"))
    made.verdicts[f"v{one.number}"] = "两个都对"


def _repairs(database: sqlite3.Connection, identity: str, made: Made) -> None:
    for number, (state, decided) in enumerate(
        (("applied", 1), ("rejected", 1), ("undone", 1), ("offered", 0))
    ):
        key = f"r-{identity}-{number}"
        row = (key, identity, "spacing", "form", number, number, "", " ", "certain", state, decided)
        database.execute("INSERT INTO edits VALUES (?,?,?,?,?,?,?,?,?,?,?)", row)
        if decided:
            made.repairs[key] = state


def _notes(database: sqlite3.Connection, one: Generated, identity: str, made: Made) -> None:
    quote = one.unique[0]
    start = one.text.index(quote)
    for number, (where, status) in enumerate(((start, "placed"), (None, "orphan"))):
        key = f"n-{identity}-{number}"
        stop = None if where is None else where + len(quote)
        row = (key, identity, where, stop, quote, "", "", "yellow", "highlight", f"我的批注 {key}", '["疑问"]', "张三",
               _TIME, _TIME, status, 1.0, 0)  # fmt: skip
        database.execute("INSERT INTO annotations VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", row)
        made.notes[key] = (f"我的批注 {key}", status)


def _own(database: sqlite3.Connection, one: Generated, identity: str, made: Made) -> None:
    quote = one.unique[1]
    start = one.text.index(quote)
    span = {"start": start, "end": start + len(quote)}
    figure = _payload(one, 0, id=f"o-{identity}-figure", metric="我记的指标", evidence=span, figure=span, own=True,
                      value="7", unit="家", status="edited", change=None)  # fmt: skip
    fact = {
        "id": f"o-{identity}-platform", "platform": "京东", "predicate": "scale", "label": "规模",
        "value": {"text": "七家"}, "evidence": span, "article": identity, "date": "2019", "inferred": False,
        "status": "confirmed", "own": True,
    }  # fmt: skip
    rows = [
        (f"o-{identity}-figure", "figure", "我记的指标", json.dumps(figure, ensure_ascii=False), start),
        (f"o-{identity}-platform", "platform", "京东", json.dumps(fact, ensure_ascii=False), start),
        (f"o-{identity}-passage", "passage", "regulation", "", start),
        (f"o-{identity}-adrift", "passage", "extension", "", None),
    ]
    for key, sort, about, payload, place in rows:
        stop = None if place is None else place + len(quote)
        words = quote if place is not None else "此句不在"
        row = (key, identity, sort, about, place, stop, words, "", "", payload)
        database.execute("INSERT INTO own_facts VALUES (?,?,?,?,?,?,?,?,?,?)", row)
    made.figures[f"o-{identity}-figure"] = "我记的指标"
    made.platform_facts[f"o-{identity}-platform"] = identity
    made.passages[f"o-{identity}-passage"] = identity
    made.adrift.append(f"o-{identity}-adrift")


def _beside(database: sqlite3.Connection, made: Made) -> None:
    database.execute("INSERT INTO collections VALUES ('c1', '论文', '')")
    for number in range(4):
        database.execute("INSERT INTO collection_articles VALUES ('c1', ?)", (f"a{number}",))
        made.collected[f"a{number}"] = "c1"
    for number in range(6):
        items = json.dumps(
            [["annotation", f"n-a{number}-0", ""], ["text", "", "我写的话"]], ensure_ascii=False
        )
        row = (f"d{number}", f"文稿 {number}", "free", items, _TIME, _TIME)
        database.execute("INSERT INTO drafts VALUES (?,?,?,?,?,?)", row)
        made.drafts[f"d{number}"] = f"文稿 {number}"


if __name__ == "__main__":
    print(make(Path(sys.argv[1])).number)  # noqa: T201 - a script
