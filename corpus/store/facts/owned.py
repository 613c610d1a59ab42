"""Figures of one owner and one year over all articles: what is added up and divided without being of one metric."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.model.statistic import Statistic
from corpus.store.database.database import Database
from corpus.store.facts.figure_rows import statistic_of
from corpus.store.facts.relations import ARTICLE, OWNER
from corpus.store.schema.shared_grounds import LENGTH, SHARED
from corpus.store.schema.told_by_numbers import NAMED
from corpus.store.sqlite.boundary import guarded

MOST: Final = 300
"""An owner with more figures of a year is passed over: what is told of it is no longer about a few things."""
_WALKED: Final = 4000
"""So many figures of a name are looked through for those of a year; a name with more is passed over."""
_WHOSE: Final = (
    f"substr({{0}}, instr({{0}}, char(10)) + 1, length({{0}}) - instr({{0}}, char(10)) - {LENGTH + 1})"
)
"""The second line of a ground: whose the figures on it are."""
_NAMES: Final = "SELECT number FROM figure_names WHERE field = {} AND name IN ({})"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose figures of which year (as ISO): by the key they share, and by the short name that they are found by."""

    key: str
    year: str
    name: str

    @property
    def ground(self) -> str:
        """The ground on which what they come to together is kept."""
        return f"{OWNER}{self.key}\n{self.year}\n{self.name}"

    @staticmethod
    def of(ground: str) -> Owner:
        """Return the owner of such a ground."""
        key, year, name = ground.removeprefix(OWNER).split("\n", 2)
        return Owner(key, year, name)


@guarded
class Owned:
    """The table of figures, asked by whose they are."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def changed(self, articles: Iterable[str]) -> tuple[tuple[str, str, str, str], ...]:
        """Return (key, year, subject, region) of the dated figures of articles that stand on a ground that changed."""
        sql = f"""SELECT DISTINCT {_WHOSE.format("f.compared")} AS whose, f.year, f.subject, f.region FROM figures f
                  WHERE f.article = ? AND f.year <> '' AND f.compared <> ''
                  AND EXISTS (SELECT 1 FROM stale_grounds s
                      WHERE s.ground IN (f.compared, {SHARED.format("f.compared")}))"""
        return tuple(
            (row["whose"], row["year"], row["subject"], row["region"])
            for one in articles
            for row in self._database.rows(sql, one)
        )

    def note(self, owners: Iterable[Owner]) -> None:
        """Note that the figures of owners are to be compared anew.

        So are those of which anything is kept and whose grounds changed: they are found without figures that are gone.
        """
        self._database.run_many(
            "INSERT INTO stale_grounds VALUES (?)", [(one.ground,) for one in dict.fromkeys(owners)]
        )
        self._database.run(
            f"""INSERT INTO stale_grounds SELECT w.word FROM (
                    SELECT DISTINCT '{OWNER}' || {_WHOSE.format("ground")} || char(10) AS first FROM stale_grounds
                    WHERE ground NOT LIKE '{ARTICLE}%') s
                CROSS JOIN relation_words w ON w.word >= s.first AND w.word < s.first || char(1114111)"""
        )

    def figures(
        self, owner: Owner, names: Sequence[str], known: dict[str, Statistic]
    ) -> tuple[tuple[str, Statistic, str, str], ...]:
        """Return (article, figure, title, date) of an owner's figures of its year, of no rejected or repeated one.

        None where they all stand in one article, and none of an owner with more than is compared. ``names`` are those
        it is called by; figures are read once for all that are asked about with the same ``known`` (by id).
        """
        numbers = self._numbers(owner, names)
        if not numbers:
            return ()
        sql = f"""SELECT f.*, a.title, (SELECT issued FROM records r WHERE r.article = a.id) AS written
                  FROM figures f CROSS JOIN articles a ON a.id = f.article
                  WHERE f.number IN ({", ".join("?" * len(numbers))})
                  ORDER BY a.added, a.id, f.start, f.id"""
        return tuple(
            (
                row["article"],
                known.get(row["id"]) or known.setdefault(row["id"], statistic_of(row)),
                row["title"],
                row["written"] or "",
            )
            for row in self._database.rows(sql, *numbers)
        )

    def _numbers(self, owner: Owner, names: Sequence[str]) -> tuple[int, ...]:
        """Return the numbers of an owner's figures; none where they are too many, or all of one article."""
        marks = ", ".join("?" * len(names))
        found: dict[int, str] = {}
        for field in ("subject", "region"):
            by = _NAMES.format(NAMED.index(field), marks)
            walked, its = f"figures f INDEXED BY figures_by_{field}", f"WHERE f.{field}_number IN ({by})"
            row = self._database.row(
                f"SELECT count(*) FROM (SELECT 1 FROM {walked} {its} LIMIT {_WALKED + 1})", *names
            )
            if row is None or row[0] > _WALKED:
                return ()
            own = "f.subject = ''" if field == "region" else "1"
            sql = f"""SELECT f.number, f.article FROM {walked} CROSS JOIN articles a ON a.id = f.article
                      {its} AND {own} AND f.year = ? AND f.shown = 1 AND f.status <> 'rejected'
                      AND f.compared <> '' AND instr(f.compared, ?) AND a.duplicate_of IS NULL
                      LIMIT {MOST + 1}"""
            found |= {
                row[0]: row[1] for row in self._database.rows(sql, *names, owner.year, f"\n{owner.key}\n")
            }
        few = len(found) <= MOST and len(set(found.values())) > 1
        return tuple(found) if few else ()
