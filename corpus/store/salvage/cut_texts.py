"""Originals of which the beginning is all that is sure, and that stand nowhere else in the database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.store.sqlite.packing import is_apart, pack_text, unpack_text

if TYPE_CHECKING:
    from corpus.store.database.database import Database

_SURE: Final = 200
"""Characters at the beginning that have to be the same; behind a spoilt place what is unpacked may be anything."""


@dataclass(frozen=True, slots=True)
class CutText:
    """The original of the one article of the file ``sha256`` (once at ``path``), as far as it was saved."""

    article: str
    source: str
    sha256: str
    path: str
    start: int
    stop: int
    kept: bytes
    saved: str

    def whole_in(self, text: str) -> str:
        """Return the original as a text of the file has it; empty where that text is another."""
        found = text[self.start : self.stop]
        if len(found) != self.stop - self.start:
            return ""
        return found if found.startswith(self.saved[:_SURE]) else ""


def cut_texts(database: Database, articles: Iterable[str]) -> tuple[CutText, ...]:
    """Return the originals of those of the articles that are alone in their files."""
    rows = database.rows(
        """SELECT a.id, a.source, s.sha256, s.path, a.start, a.stop, s.text AS kept, t.original FROM sources s
           JOIN articles a ON a.source = s.id JOIN article_texts t ON t.article = a.id"""
    )
    wanted = frozenset(articles)
    found: list[CutText] = []
    for article, source, sha256, path, start, stop, kept, original in rows:
        if is_apart(kept) and article in wanted:
            found.append(CutText(article, source, sha256, path, start, stop, kept, unpack_text(original)))
    return tuple(found)


def complete(database: Database, cut: CutText, original: str) -> None:
    """Write the whole original of an article, in the transaction at hand."""
    database.run("UPDATE article_texts SET original = ? WHERE article = ?", pack_text(original), cut.article)
    database.run("UPDATE sources SET text = ? WHERE id = ?", cut.kept, cut.source)
