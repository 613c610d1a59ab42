"""Companies a person added, and the other names each goes by."""

from __future__ import annotations

from corpus.model.platform import Platform
from corpus.store.database.database import Database
from corpus.store.sqlite.boundary import guarded


@guarded
class Companies:
    """The tables of companies and their aliases."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def all(self) -> tuple[Platform, ...]:
        """Return the person's companies by name."""
        aliases: dict[str, list[str]] = {}
        for row in self._database.rows("SELECT company, alias FROM company_aliases ORDER BY company, alias"):
            aliases.setdefault(row["company"], []).append(row["alias"])
        rows = self._database.rows("SELECT * FROM companies ORDER BY name")
        return tuple(
            Platform(row["name"], tuple(aliases.get(row["name"], ())), row["english"], row["kind"])
            for row in rows
        )

    def put(self, company: Platform) -> None:
        """Write a company, new or changed; an alias belongs to one company only."""
        self._database.run(
            "INSERT OR REPLACE INTO companies VALUES (?, ?, ?)", company.name, company.english, company.kind
        )
        self._database.run("DELETE FROM company_aliases WHERE company = ?", company.name)
        self._database.run_many(
            "INSERT OR REPLACE INTO company_aliases VALUES (?, ?)",
            [(alias, company.name) for alias in company.aliases],
        )

    def delete(self, name: str) -> None:
        """Forget a company and its aliases."""
        self._database.run("DELETE FROM companies WHERE name = ?", name)
