"""What figures say of one another: contradictions and agreements, kept by the ground they are compared on.

A ground is what figures must share to be compared at all (the last line of what they stand on, which tells a metric
and its subject together), or ``@`` and an article's id for
what its figures say of one another beyond that, ``@#`` with an owner and a year for what its figures in different
articles come to together, or ``@《`` and a title for what is told on the word of the document of that title. Triggers
note which grounds a change touched. The table tells figures by their numbers, grounds and kinds by those they have in
a table of words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.model.collection import EVERYTHING, Scope
from corpus.model.statistic import Conflict, Statistic
from corpus.store.database.database import Database
from corpus.store.database.scopes import scope_condition
from corpus.store.facts.figure_query import AGREED, ALONE, DISPUTED
from corpus.store.facts.figure_rows import statistic_of
from corpus.store.schema.shared_grounds import SHARED
from corpus.store.sqlite.boundary import guarded

CONFLICT: Final = DISPUTED
AGREEMENT: Final = AGREED
ARTICLE: Final = "@"
PACKS: Final = "@@"
"""The ground of the contradictions packs have looked into; they are told with the packs' own words."""
OWNER: Final = "@#"
"""What the ground of an owner begins with; its key, the year and its short name follow, each in a line."""
CITED: Final = "@《"
"""What the ground of what is told on the word of a document begins with; its title follows."""
BY_ITS_SIDES: Final = "="
"""The sum of a contradiction that is the difference of its two figures: it is told anew, not kept."""
_MANY: Final = 400
_WORD: Final = "(SELECT number FROM relation_words WHERE word = {})"
KEYED: Final = "substr(r.key, 1, 6) = substr(?1, 1, 6) AND +r.key = ?1"
"""The condition for a key by its index; without the sign SQLite would put the key into the expression of the index."""
_INSERT: Final = f"""INSERT INTO relations (one, other, sort, kind, key, sum, ground)
    VALUES (?, ?, ?, {_WORD.format("?")}, ?, ?, {_WORD.format("?")})"""
_ON_IT: Final = f"f.compared <> '' AND {SHARED.format('f.compared')} = ?"
_Row = tuple[int, int, int, str, str, str, str]
_SHOWN: Final = """figures {0} CROSS JOIN articles {1} ON {1}.id = {0}.article
    WHERE {2} AND {0}.shown = 1 AND {0}.status <> 'rejected' AND {1}.duplicate_of IS NULL"""


@dataclass(frozen=True, slots=True)
class Relation:
    """Two figures (their ids) and what they say of each other: CONFLICT or AGREEMENT."""

    sort: int
    conflict: Conflict


@guarded
class Relations:
    """The table of relations; each stands there once, with both of its sides."""

    def __init__(self, database: Database) -> None:
        """Work on ``database``."""
        self._database = database

    def of(self, figure_ids: Sequence[str], sort: int) -> dict[str, tuple[str, ...]]:
        """Return for each of these figures the ids of those it stands in such a relation to."""
        found: dict[str, list[str]] = {}
        for at in range(0, len(figure_ids), _MANY):
            part = figure_ids[at : at + _MANY]
            marks = ", ".join("?" * len(part))
            found_by = "SELECT f.id AS figure, o.id AS other, r.key FROM figures f CROSS JOIN relations r"
            sql = f"""{found_by} ON r.one = f.number CROSS JOIN figures o ON o.number = r.other
                      WHERE f.id IN ({marks}) AND r.sort = ?
                      UNION ALL {found_by} ON r.other = f.number CROSS JOIN figures o ON o.number = r.one
                      WHERE f.id IN ({marks}) AND r.sort = ?
                      ORDER BY figure, key, other"""
            for row in self._database.rows(sql, *part, sort, *part, sort):
                found.setdefault(row["figure"], []).append(row["other"])
        return {key: tuple(dict.fromkeys(others)) for key, others in found.items()}

    def conflicts(
        self, scope: Scope = EVERYTHING, figure: str = "", limit: int = -1, offset: int = 0
    ) -> tuple[Conflict, ...]:
        """Return contradictions both of whose sides stand in a scope, or those of one figure, with verdicts."""
        left, values = scope_condition(scope, "l.article")
        right, more = scope_condition(scope, "r.article")
        one, order = ("1", "r1.kind, r1.one, r1.other")
        if figure:
            of_it = "(SELECT number FROM figures WHERE id = ?1)"
            one, order = f"(r1.one = {of_it} OR r1.other = {of_it})", "r1.kind, r1.key"
        packed = _WORD.format(f"'{PACKS}'")
        sql = f"""SELECT r1.key, k.word AS kind, l.id AS one, r.id AS other, r1.sum,
                      coalesce(v.verdict, '') AS verdict FROM relations r1
                  CROSS JOIN figures l ON l.number = r1.one CROSS JOIN figures r ON r.number = r1.other
                  CROSS JOIN relation_words k ON k.number = r1.kind
                  LEFT JOIN verdicts v ON v.key = r1.key
                  WHERE {one} AND r1.sort = {CONFLICT} AND r1.ground IS NOT {packed} AND l.shown = 1 AND r.shown = 1
                  AND {left} AND {right} ORDER BY {order} LIMIT ? OFFSET ?"""
        rows = self._database.rows(sql, *((figure,) if figure else ()), *values, *more, limit, offset)
        return tuple(
            Conflict(
                row["key"], row["kind"], row["one"], row["other"], sum=row["sum"], verdict=row["verdict"]
            )
            for row in rows
        )

    def articles_of(self, key: str) -> frozenset[str]:
        """Return the articles in which the sides of a contradiction stand."""
        sql = "SELECT f.article FROM relations r CROSS JOIN figures f ON f.number IN (r.one, r.other) WHERE "
        return frozenset(row[0] for row in self._database.rows(sql + KEYED, key))

    def leave_over(self, articles: Iterable[str]) -> None:
        """Note articles whose figures are still to be compared."""
        self._database.run_many(
            "INSERT INTO uncompared SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM uncompared WHERE article = ?1)",
            [(one,) for one in articles],
        )

    def left_over(self) -> tuple[str, ...]:
        """Return the articles whose figures are not compared: of an older version, of a pack, or of an import."""
        return tuple(row[0] for row in self._database.rows("SELECT DISTINCT article FROM uncompared"))

    def set_grounds(self, grounds: Mapping[str, str], articles: Iterable[str]) -> None:
        """Write on which ground each figure (by id) is compared; its articles are compared with that."""
        sql = "UPDATE figures SET compared = ? WHERE id = ? AND compared <> ?"
        self._database.run_many(sql, [(ground, one, ground) for one, ground in grounds.items()])
        self._database.run_many(
            "INSERT INTO stale_grounds VALUES (?)", [(ARTICLE + one,) for one in articles]
        )

    def take_up(self, articles: Iterable[str]) -> None:
        """Note that the figures of articles are no longer left over."""
        self._database.run_many("DELETE FROM uncompared WHERE article = ?", [(one,) for one in articles])

    def drop_lone_grounds(self) -> None:
        """Drop the noted grounds on which no two figures stand or stood: nothing is to be compared there.

        Of the others only what figures share is noted from now on; whose they are is no longer known by them.
        """
        self._database.run(
            f"""UPDATE stale_grounds SET ground = {SHARED.format("ground")}
                WHERE ground NOT LIKE '{ARTICLE}%' AND ground LIKE '%' || char(10) || '%' || char(10) || '%'"""
        )
        self._database.run(
            f"""DELETE FROM stale_grounds WHERE ground IN (
                SELECT g.ground FROM (SELECT DISTINCT ground FROM stale_grounds) g
                WHERE g.ground <> '{PACKS}' AND g.ground NOT LIKE '{OWNER}%' AND g.ground NOT LIKE '{CITED}%'
                AND NOT EXISTS (SELECT 1 FROM relations r WHERE r.ground = {_WORD.format("g.ground")})
                AND CASE WHEN g.ground LIKE '{ARTICLE}%'
                    THEN (SELECT count(*) FROM (SELECT 1 FROM figures f WHERE f.article = substr(g.ground, 2) LIMIT 2))
                    ELSE (SELECT count(*) FROM (SELECT 1 FROM figures f
                        WHERE f.compared <> '' AND {SHARED.format("f.compared")} = +g.ground LIMIT 2))
                    END < 2)"""
        )

    def stale(self) -> tuple[str, ...]:
        """Return the grounds on which something changed, first those of a version before, which go."""
        sql = f"""SELECT DISTINCT ground FROM stale_grounds
                  ORDER BY ground LIKE '{ARTICLE}%' OR instr(ground, char(10)) = 0"""
        return tuple(row[0] for row in self._database.rows(sql))

    def standing_on(
        self, ground: str, known: dict[str, Statistic]
    ) -> tuple[tuple[str, Statistic, str, str], ...]:
        """Return (article, figure, title, date) of what is compared on a ground, of no rejected or repeated one.

        Figures are read once for all grounds that are asked about with the same ``known`` (by id).
        """
        found_by, value = ("f.article = ?", ground[1:]) if ground.startswith(ARTICLE) else (_ON_IT, ground)
        tables = _SHOWN.format("f", "a", found_by)
        dated = "(SELECT issued FROM records r WHERE r.article = a.id) AS written"
        order = "ORDER BY a.added, a.id, f.start, f.id"
        sql = f"SELECT f.*, a.title, {dated} FROM {tables} {order}"
        rows = self._database.rows(sql, value)
        return tuple(
            (
                row["article"],
                known.get(row["id"]) or known.setdefault(row["id"], statistic_of(row)),
                row["title"],
                row["written"] or "",
            )
            for row in rows
        )

    def replace(self, ground: str, found: Iterable[Relation]) -> None:
        """Write what figures on a ground say of one another in place of what was there."""
        here = _WORD.format("?")
        sql = f"SELECT one, other FROM relations WHERE ground = {here}"
        touched = {figure for row in self._database.rows(sql, ground) for figure in row}
        if touched:
            self._database.run(f"DELETE FROM relations WHERE ground = {here}", ground)
        rows = self._rows_of(found, ground)
        self._database.run("DELETE FROM stale_grounds WHERE ground = ?", ground)
        if not touched and not rows:
            return
        self._name(ground, {row[3] for row in rows})
        # What another ground had of the same two is told here now.
        self._database.run_many(
            f"DELETE FROM relations AS r WHERE {KEYED} AND sort = ?2 AND ?3 IN (one, other) AND ?4 IN (one, other)",
            [(key, sort, one, other) for one, other, sort, _, key, _, _ in rows],
        )
        self._database.run_many(_INSERT, rows)
        self._mark(touched.union(*(row[:2] for row in rows)))

    def _rows_of(self, found: Iterable[Relation], ground: str) -> list[_Row]:
        """Return relations as rows, two figures once in each sort and by each key."""
        told = {(one.sort, one.conflict.key, _sides(one)): one for one in found}
        numbers = self._numbers({side for _, _, sides in told for side in sides})
        return [
            (
                numbers[one.conflict.left], numbers[one.conflict.right], one.sort, one.conflict.kind,
                one.conflict.key, one.conflict.sum, ground,
            )
            for one in told.values()
            if _sides(one) <= numbers.keys()
        ]  # fmt: skip

    def _numbers(self, ids: Collection[str]) -> dict[str, int]:
        """Return the numbers of figures by their ids."""
        found: dict[str, int] = {}
        wanted = sorted(ids)
        for at in range(0, len(wanted), _MANY):
            part = wanted[at : at + _MANY]
            sql = f"SELECT id, number FROM figures WHERE id IN ({', '.join('?' * len(part))})"
            found |= {row["id"]: row["number"] for row in self._database.rows(sql, *part)}
        return found

    def _name(self, ground: str, kinds: Collection[str]) -> None:
        """Have a ground and the kinds of what is told on it among the words; without any it goes from them."""
        if kinds:
            words = [(word,) for word in (*sorted(kinds), ground)]
            self._database.run_many("INSERT OR IGNORE INTO relation_words (word) VALUES (?)", words)
        else:
            self._database.run("DELETE FROM relation_words WHERE word = ?", ground)

    def _mark(self, figures: Iterable[int]) -> None:
        sql = f"""UPDATE figures SET sign = coalesce((SELECT min(sort) FROM relations r
                  WHERE r.one = figures.number OR r.other = figures.number), {ALONE}) WHERE number = ?"""
        self._database.run_many(sql, [(one,) for one in figures])


def shared_of(ground: str) -> str:
    """Return what figures must have in common to be compared: the last line of the ground they stand on."""
    return ground.rpartition("\n")[2]


def _sides(one: Relation) -> frozenset[str]:
    return frozenset((one.conflict.left, one.conflict.right))
