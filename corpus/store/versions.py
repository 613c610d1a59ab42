"""The texts an article had before an update, each with its repairs, what was found in it and where its notes stood.

A version is one JSON value, of the same shape since there are versions, so that it comes back exactly; the sources
it names stay.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from corpus.model.article import Article
from corpus.model.platform import PlatformMention
from corpus.model.record import Origin, Record, metadata_of
from corpus.model.source import Heading, Metadata, Page, Source, Table
from corpus.model.span import Span
from corpus.model.trend import TrendPassage
from corpus.store.articles.articles import Articles
from corpus.store.articles.bibliography import Records
from corpus.store.database.database import Database
from corpus.store.facts.facts import Facts, StoredFacts
from corpus.store.sqlite.boundary import from_row, guarded
from corpus.store.sqlite.packing import pack_text
from corpus.store.sqlite.payload import (
    fact_from_json,
    fact_of_row,
    fact_to_json,
    statistic_from_json,
    statistic_to_json,
)

_ARTICLE: Final = (
    "source", "position", "start", "stop", "title", "characters", "kind", "as_of", "duplicate_of", "similarity",
    "trashed",
)  # fmt: skip
"""What of an article belongs to its text; reading, stars and tags are the person's and stay."""
_PARTS: Final = ("edits", "mentions")
_ANCHORS: Final = ("id", "start", "stop", "exact", "prefix", "suffix", "status", "confidence")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Version:
    """A text an article had; ``path`` is where its file stood, ``notes`` the anchors of its notes by note id."""

    number: int
    article: str
    source: str
    path: str
    rows: dict[str, list[Row]]
    notes: dict[str, Row]


@guarded
class Versions:
    """The table of versions."""

    def __init__(self, database: Database, articles: Articles, facts: Facts, records: Records) -> None:
        """Work on ``database``; the others hold what a version is of."""
        self._database = database
        self._records = records
        self._articles = articles
        self._facts = facts

    def keep(self, article_id: str, batch: str, path: str, read: Source | None = None) -> None:
        """Keep an article as it stands before ``batch`` changes it; an empty batch: an update taken back did.

        ``read`` is its source as it was read, where the same bytes are read anew and the source will say otherwise.
        """
        columns = ", ".join(_ARTICLE)
        row = self._database.row(f"SELECT {columns} FROM articles WHERE id = ?", article_id)
        article = self._articles.get(article_id)
        if row is None or article is None:
            return
        text = self._rows("headings", "article_texts", article_id)[0]
        structure = {
            "headings": json.loads(text["headings"]),
            "pages": [[one.number, one.start] for one in article.pages],
            "tables": [[one.span.start, one.span.end] for one in article.tables],
        }
        derived, origins = self._records.derived(article_id)
        stated = metadata_of(derived)
        whole = {
            "article": [
                {**dict(row), "original": article.original,
             "shingles": json.dumps(self._articles.fingerprint(article_id)),
                 "structure": json.dumps(structure), "metadata": json.dumps(asdict(stated)),
                 "record": {"derived": derived, "origins": {key: asdict(one) for key, one in origins.items()}}}
            ],
            "notes": self._rows(", ".join(_ANCHORS), "annotations", article_id),
            **{table: self._rows("*", table, article_id, "start") for table in _PARTS},
            **self._found(article_id),
            **({"source": [_source_row(read)]} if read is not None else {}),
        }  # fmt: skip
        payload = zlib.compress(json.dumps(whole).encode("ascii"))
        self._database.run(
            "INSERT INTO versions (article, batch, source, path, payload) VALUES (?,?,?,?,?)",
            article_id, batch, row["source"], path, payload,
        )  # fmt: skip

    def replaced_by(self, batch: str) -> tuple[Version, ...]:
        """Return the texts an update replaced, of the articles no later update replaced again."""
        rows = self._database.rows(
            """SELECT * FROM versions v WHERE batch = ? AND batch <> '' AND number =
               (SELECT max(number) FROM versions w WHERE w.article = v.article AND w.batch <> '')
               ORDER BY number""",
            batch,
        )
        return tuple(map(_version, rows))

    def left(self, source_id: str) -> bool:
        """Tell whether an article that came of this source has another text by now."""
        sql = """SELECT 1 FROM versions v JOIN articles a ON a.id = v.article
                 WHERE v.source = ? AND a.source <> v.source LIMIT 1"""
        return self._database.row(sql, source_id) is not None

    def bring_back(self, version: Version, change: int) -> None:
        """Write the rows of ``version`` in place of what stands there, in the transaction at hand.

        What a person corrected of the article's metadata since then stays; the notes are left to the caller.
        """
        (row,) = version.rows["article"]
        article = self._articles.get(version.article)
        if article is None:
            return
        whole = replace(_article_of(article, row), change=change)
        self._articles.put(whole, position=row["position"], shingles=json.loads(row["shingles"]))
        self._articles.set_field("trashed", row["trashed"], [version.article])
        self._database.run("DELETE FROM edits WHERE article = ?", version.article)
        for one in version.rows["edits"]:
            marks = ", ".join("?" for _ in one)
            sql = f"INSERT OR REPLACE INTO edits ({', '.join(one)}) VALUES ({marks})"
            self._database.run(sql, *one.values())
        self._facts.replace(version.article, _facts_of(version))
        for one in version.rows.get("source", ()):
            self._database.run(
                "UPDATE sources SET text = ?, pieces = ?, encoding = ?, warnings = ?, reader = ? WHERE id = ?",
                pack_text(one["text"]), one["pieces"], one["encoding"], one["warnings"], one["reader"], version.source,
            )  # fmt: skip
        self._database.run("DELETE FROM versions WHERE number = ?", version.number)

    def _found(self, article_id: str) -> dict[str, list[Row]]:
        """Return what was found in the article, without what people recorded and decided."""
        rows = self._database.rows(
            "SELECT * FROM platform_facts WHERE article = ? AND own = 0 ORDER BY rowid", article_id
        )
        passages = self._database.rows(
            "SELECT * FROM trend_passages WHERE article = ? AND id = '' ORDER BY rowid", article_id
        )
        return {
            "statistics": [
                {"id": one.id, "payload": statistic_to_json(one)} for one in self._facts.found_in(article_id)
            ],
            "platform_facts": [
                {"id": one.id, "platform": one.platform, "payload": fact_to_json(one)}
                for one in map(fact_of_row, rows)
            ],
            "trend_passages": [dict(row) for row in passages],
        }

    def _rows(self, columns: str, table: str, article_id: str, order: str = "rowid") -> list[Row]:
        sql = f"SELECT {columns} FROM {table} WHERE article = ? ORDER BY {order}"
        return [dict(row) for row in self._database.rows(sql, article_id)]


@from_row
def _version(row: sqlite3.Row) -> Version:
    whole = json.loads(zlib.decompress(row["payload"]))
    notes = {note["id"]: note for note in whole.pop("notes")}
    return Version(row["number"], row["article"], row["source"], row["path"], whole, notes)


@from_row
def _article_of(article: Article, row: Row) -> Article:
    """Return an article as a row of a version tells it."""
    structure = json.loads(row["structure"])
    stated = {name: value for name, value in json.loads(row["metadata"]).items() if name != "corrected"}
    summary = replace(
        article.summary, source=row["source"], title=row["title"], characters=row["characters"],
        kind=row["kind"], as_of=row["as_of"], duplicate_of=row["duplicate_of"], similarity=row["similarity"],
        metadata=Metadata(**stated),
    )  # fmt: skip
    return replace(
        article, summary=summary, record=_record_of(row), original=row["original"], start=row["start"],
        end=row["stop"],
        headings=tuple(Heading(*one) for one in structure["headings"]),
        pages=tuple(Page(*one) for one in structure["pages"]),
        tables=tuple(Table(Span(*one)) for one in structure["tables"]),
    )  # fmt: skip


def _record_of(row: Row) -> Record | None:
    """Return the record found in the text of a version; ``None`` of versions that kept only its short form."""
    kept = row.get("record")
    if kept is None:
        return None
    return Record(kept["derived"], origins={key: Origin(**one) for key, one in kept["origins"].items()})


@from_row
def _facts_of(version: Version) -> StoredFacts:
    """Return what was found in the text of a version."""
    rows = version.rows
    passages = [
        TrendPassage(
            one["trend"], Span(one["start"], one["stop"]), one["score"], one["reason"], version.article
        )
        for one in rows["trend_passages"]
    ]
    return StoredFacts(
        statistics=tuple(statistic_from_json(one["payload"]) for one in rows["statistics"]),
        mentions=tuple(
            PlatformMention(one["platform"], Span(one["start"], one["stop"]), one["text"])
            for one in rows["mentions"]
        ),
        facts=tuple(fact_from_json(one["payload"]) for one in rows["platform_facts"]),
        passages=tuple(passages),
        reviewed=frozenset(n for n, one in enumerate(rows["trend_passages"]) if one["reviewed"]),
    )


def _source_row(source: Source) -> Row:
    """Return what reading a file anew changes of its source, as the columns hold it."""
    return {
        "text": source.text,
        "pieces": json.dumps([[one.kind, one.span.start, one.span.end] for one in source.pieces]),
        "encoding": source.encoding,
        "warnings": json.dumps(source.warnings),
        "reader": source.reader,
    }
