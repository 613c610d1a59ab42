"""Totals of the whole library, which triggers keep: nobody counts to show them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model.collection import Scope, ScopeKind
from corpus.store.database.database import Database
from corpus.store.database.scopes import scope_condition
from corpus.store.sqlite.boundary import guarded


@dataclass(frozen=True, slots=True)
class Total:
    """What there is of a part of the library; ``repairing`` articles have repairs to offer, ``waiting`` figures."""

    articles: int = 0
    starred: int = 0
    repairing: int = 0
    offered: int = 0
    figures: int = 0
    waiting: int = 0

    def plus(self, other: Total) -> Total:
        """Return both parts together."""
        return Total(
            self.articles + other.articles, self.starred + other.starred, self.repairing + other.repairing,
            self.offered + other.offered, self.figures + other.figures, self.waiting + other.waiting,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class LibraryTotals:
    """The parts of the library: what is one's own, the packs', and in the trash."""

    own: Total
    pack: Total
    trash: Total

    @property
    def live(self) -> Total:
        """Return what lies outside the trash."""
        return self.own.plus(self.pack)


@guarded
class Totals:
    """The table of totals."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def read(self) -> LibraryTotals:
        """Return the totals as they are now."""
        rows = self._database.rows("SELECT * FROM totals")
        parts = {row["part"]: Total(*tuple(row)[1:]) for row in rows}
        return LibraryTotals(parts["own"], parts["pack"], parts["trash"])

    def within(self, scope: Scope) -> LibraryTotals:
        """Return the totals of a scope: counted in one statement where nobody keeps them. The trash is whole."""
        whole = self.read()
        if scope.kind is ScopeKind.ALL:
            return whole
        if scope.kind is ScopeKind.MINE:
            return LibraryTotals(whole.own, Total(), whole.trash)
        if scope.kind is ScopeKind.PACK:
            return LibraryTotals(Total(), whole.pack, whole.trash)
        condition, values = scope_condition(scope)
        sql = f"""SELECT a.pack <> '' AS packed, count(*), sum(a.star), sum(a.offered > 0), sum(a.offered),
                  sum(a.figures), sum(a.waiting) FROM articles a
                  WHERE {condition} AND a.trashed = '' GROUP BY 1"""
        parts = {bool(row["packed"]): Total(*tuple(row)[1:]) for row in self._database.rows(sql, *values)}
        return LibraryTotals(parts.get(False, Total()), parts.get(True, Total()), whole.trash)
