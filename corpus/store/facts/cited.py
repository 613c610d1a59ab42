"""Figures told on the word of a document of the library, named by its title, beside the figures of that document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corpus.model.statistic import Statistic
from corpus.store.database.database import Database
from corpus.store.facts.figure_rows import statistic_of
from corpus.store.facts.relations import CITED
from corpus.store.schema.papers_named import NAMES_PAPER, PAPER
from corpus.store.schema.told_by_numbers import NAMED
from corpus.store.sqlite.boundary import guarded
from corpus.text.sounds import sort_key

MOST: Final = 400
"""A document of which more is told, by itself and by others, is passed over."""
_SOURCE: Final = NAMED.index("source")
_OF_TITLE: Final = "title_key = ?1 AND title = ?2 AND trashed = '' AND duplicate_of IS NULL"
_NUMBERS: Final = f"""SELECT number FROM figure_names WHERE field = {_SOURCE} AND name = ?2 UNION
                      SELECT number FROM figure_names WHERE {NAMES_PAPER} AND {PAPER} = '《' || ?2 || '》'"""
"""The sources that are a paper of a title, or name it first."""


@guarded
class Cited:
    """The table of figures, asked by whose word they are told on."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def sources(self, articles: Iterable[str]) -> frozenset[str]:
        """Return the sources the figures of articles name."""
        sql = "SELECT DISTINCT source FROM figures WHERE article = ? AND source <> ''"
        return frozenset(row[0] for one in articles for row in self._database.rows(sql, one))

    def note(self, titles: Iterable[str], articles: Iterable[str]) -> None:
        """Note that what is told on the word of documents of some titles is to be compared with them anew.

        So is what is told on the word of articles that changed, where anybody tells it, and what is kept of them.
        """
        changed = tuple(articles)
        cited = {one for one in titles if self._stands(one)}
        for article in changed:
            row = self._database.row("SELECT title FROM articles WHERE id = ?", article)
            if row is not None and row[0] and self._is_source(row[0]):
                cited.add(row[0])
            cited |= self._kept(article)
        self._database.run_many(
            "INSERT INTO stale_grounds VALUES (?)", [(CITED + one,) for one in sorted(cited)]
        )

    def _stands(self, title: str) -> bool:
        """Tell whether a document of a title stands in the library."""
        return (
            self._database.row(f"SELECT 1 FROM articles WHERE {_OF_TITLE} LIMIT 1", sort_key(title), title)
            is not None
        )

    def _is_source(self, title: str) -> bool:
        """Tell whether a figure is told on the word of a document of a title."""
        sql = f"""SELECT 1 FROM figures INDEXED BY figures_by_source
                  WHERE source_number IN ({_NUMBERS.replace("?2", "?1")}) LIMIT 1"""
        return self._database.row(sql, title) is not None

    def _kept(self, article: str) -> frozenset[str]:
        """Return the titles under which a figure of an article is kept as told wrongly on the word of another."""
        grounds = " UNION ".join(
            f"SELECT r.ground FROM figures f CROSS JOIN relations r ON r.{side} = f.number WHERE f.article = ?1"
            for side in ("one", "other")
        )
        sql = f"SELECT word FROM relation_words WHERE number IN ({grounds}) AND word LIKE '{CITED}%'"
        return frozenset(row[0].removeprefix(CITED) for row in self._database.rows(sql, article))

    def figures(
        self, ground: str, known: dict[str, Statistic]
    ) -> tuple[tuple[str, Statistic, str, str], ...]:
        """Return (article, figure, title, date) of a document's figures and of those told on its word.

        None where several documents have the title, or where there are too many.
        """
        title = ground.removeprefix(CITED)
        of_title = [
            row[0]
            for row in self._database.rows(
                f"SELECT id FROM articles WHERE {_OF_TITLE}", sort_key(title), title
            )
        ]
        if len(of_title) != 1:
            return ()
        shown = "f.shown = 1 AND f.status <> 'rejected' AND a.duplicate_of IS NULL"
        fields = "f.*, a.title, (SELECT issued FROM records r WHERE r.article = a.id) AS written"
        sql = f"""SELECT {fields} FROM figures f CROSS JOIN articles a ON a.id = f.article
                  WHERE f.article = ?1 AND {shown} UNION
                  SELECT {fields} FROM figures f INDEXED BY figures_by_source CROSS JOIN articles a ON a.id = f.article
                  WHERE f.source_number IN ({_NUMBERS}) AND {shown} LIMIT {MOST + 1}"""
        rows = self._database.rows(sql, of_title[0], title)
        if len(rows) > MOST:
            return ()
        return tuple(
            (
                row["article"],
                known.get(row["id"]) or known.setdefault(row["id"], statistic_of(row)),
                row["title"],
                row["written"] or "",
            )
            for row in rows
        )
