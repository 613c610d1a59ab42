"""Files taken in: what they are, every path they were seen at."""

from __future__ import annotations

import json
import sqlite3

from corpus.model.article import Article
from corpus.model.source import Piece, Source
from corpus.model.span import Span
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import from_row, guarded
from corpus.store.sqlite.packing import is_apart, pack_apart, pack_text, unpack_apart, unpack_text

_OF_ARTICLE = """SELECT t.original, a.start FROM articles a JOIN article_texts t ON t.article = a.id
    WHERE a.source = ?"""


@guarded
class Sources:
    """The table of sources and of the paths each was seen at."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def add(self, source: Source, pack: str = "") -> None:
        """Record a source and its paths, in the transaction at hand."""
        pieces = json.dumps([[p.kind, p.span.start, p.span.end] for p in source.pieces])
        self._database.run(
            """INSERT OR REPLACE INTO sources (id, sha256, path, format, encoding, size, imported, text, pieces,
               warnings, pack, reader) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)""",
            source.id, source.sha256, source.path, source.format, source.encoding, source.size,
            source.imported, pack_text(source.text), pieces, json.dumps(source.warnings), pack, source.reader,
        )  # fmt: skip
        for path in source.paths:
            self.see(source.id, path)

    def set_apart(self, source: Source, article: Article) -> None:
        """Keep of a source's text only what is not its one article's, in the transaction at hand."""
        self._database.run(
            """UPDATE sources SET text = ? WHERE id = ?
               AND (SELECT count(*) FROM articles a WHERE a.source = sources.id) = 1""",
            pack_apart(source.text, article.original, article.start), source.id,
        )  # fmt: skip

    def see(self, source_id: str, path: str) -> None:
        """Record that ``source_id`` stands at ``path`` now."""
        self._database.run("INSERT OR REPLACE INTO source_paths VALUES (?, ?)", path, source_id)

    def by_id(self, source_id: str) -> Source | None:
        """Return a source with its text."""
        return self._whole(self._database.row("SELECT * FROM sources WHERE id = ?", source_id))

    def by_hash(self, sha256: str) -> Source | None:
        """Return the source with these very bytes."""
        return self._whole(self._database.row("SELECT * FROM sources WHERE sha256 = ?", sha256))

    def by_path(self, path: str) -> Source | None:
        """Return the source last seen at ``path``."""
        sql = "SELECT s.* FROM sources s JOIN source_paths p ON p.source = s.id WHERE p.path = ?"
        return self._whole(self._database.row(sql, path))

    def format_of(self, source_id: str) -> str:
        """Return the format of a source, empty where there is none."""
        row = self._database.row("SELECT format FROM sources WHERE id = ?", source_id)
        return "" if row is None else str(row["format"])

    def drawn(self, source_id: str) -> tuple[str, str] | None:
        """Return the hash and format of a source that has pages or may have pictures, ``None`` for all others."""
        row = self._database.row(
            "SELECT sha256, format FROM sources"
            " WHERE id = ? AND format IN ('pdf', 'docx', 'html', 'mhtml') AND pack = ''",
            source_id,
        )
        return None if row is None else (str(row["sha256"]), str(row["format"]))

    def hashes(self) -> tuple[str, ...]:
        """Return the hashes of all files that must lie among the originals."""
        return tuple(self.kept())

    def kept(self) -> dict[str, str]:
        """Return where the files that must lie among the originals came from, by their hashes."""
        return dict(map(tuple, self._database.rows("SELECT sha256, path FROM sources WHERE pack = ''")))

    def remove_unused(self) -> tuple[str, ...]:
        """Forget sources no article stands in any more; return the hashes of their files."""
        sql = """SELECT id, sha256 FROM sources WHERE id NOT IN (SELECT source FROM articles)
                 AND id NOT IN (SELECT source FROM versions) AND format <> 'pack'"""
        rows = self._database.rows(sql)
        for row in rows:
            self.forget(row["id"])
        return tuple(row["sha256"] for row in rows)

    def forget(self, source_id: str) -> None:
        """Forget a source that no article stands in, in the transaction at hand."""
        self._database.run("DELETE FROM source_paths WHERE source = ?", source_id)
        self._database.run("DELETE FROM sources WHERE id = ?", source_id)
        for table in ("page_numbers", "recognised", "doubtful"):
            self._database.run(f"DELETE FROM {table} WHERE source = ?", source_id)

    def _text(self, row: sqlite3.Row) -> str:
        """Return the text of a source, which may stand in its one article only; ValueError where that is gone."""
        if not is_apart(row["text"]):
            return unpack_text(row["text"])
        article = self._database.row(_OF_ARTICLE, row["id"])
        if article is None:
            raise ValueError("a text without that of its article")
        return unpack_apart(row["text"], unpack_text(article["original"]), article["start"])

    def _whole(self, row: sqlite3.Row | None) -> Source | None:
        if row is None:
            return None
        sql = "SELECT path FROM source_paths WHERE source = ? ORDER BY rowid"
        paths = tuple(found[0] for found in self._database.rows(sql, row["id"]))
        return Source(
            id=row["id"], sha256=row["sha256"], path=row["path"], paths=paths, format=row["format"],
            encoding=row["encoding"], size=row["size"], imported=row["imported"], text=self._text(row),
            pieces=_pieces(row["pieces"]),
            warnings=_warnings(row["warnings"]), reader=row["reader"],
        )  # fmt: skip


@from_row
def _pieces(text: str) -> tuple[Piece, ...]:
    return tuple(Piece(kind, Span(start, stop)) for kind, start, stop in json.loads(text))


@from_row
def _warnings(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
