"""What figures say of one another, told by numbers: as a version before had it, and gone when its ground is empty."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from corpus.model.statistic import Conflict
from corpus.store.database.changes import Changes
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.facts.relations import AGREEMENT, CONFLICT, KEYED, Relation
from corpus.store.schema import migration
from corpus.store.schema import tables as schema
from corpus.store.schema.figure_names import FIGURE_NAMES
from corpus.store.schema.relations import RELATIONS
from corpus.store.schema.sounds_alone import SOUNDS_ALONE

if TYPE_CHECKING:
    from corpus.library.core.library import Library

BEFORE = schema.STEPS.index(RELATIONS)
OLD = (
    ("f2", "f1", "conflict", "数值不一致", "k1", "2 − 1 = 1", "额\n市"),
    ("f1", "f3", "agreement", "", "k2", "", "额\n市"),
    ("f3", "f2", "conflict", "合计不符", "k3", "3 ≠ 2", "@a1"),
    ("f1", "gone", "conflict", "数值不一致", "k4", "", "额\n市"),
)


def test_that_relations_of_the_version_before_say_the_same() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        migration.migrate(made, BEFORE)
        made.execute("PRAGMA foreign_keys = OFF")
        columns = [row[1] for row in made.execute("PRAGMA table_info(figures)") if row[3] and row[4] is None]
        for number in (1, 2, 3):
            values = {**dict.fromkeys(columns, ""), "id": f"f{number}", "article": "a1"}
            made.execute(
                f"INSERT INTO figures ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608
                tuple(values.values()),
            )
        for row in OLD:
            made.execute(
                "INSERT INTO relations (one, other, sort, kind, key, sum, ground) VALUES (?,?,?,?,?,?,?)", row
            )
        migration.migrate(made, BEFORE + 1)
        told = made.execute(
            """SELECT l.id, o.id, CASE sort WHEN 0 THEN 'conflict' ELSE 'agreement' END, k.word, key, sum, g.word
               FROM relations r JOIN figures l ON l.number = one JOIN figures o ON o.number = other
               JOIN relation_words k ON k.number = r.kind JOIN relation_words g ON g.number = ground ORDER BY key"""
        ).fetchall()
    assert told == list(OLD[:3])


def test_that_figures_of_the_version_before_keep_their_numbers_and_are_named_by_numbers() -> None:
    names = (("GDP", "青山县", "", ""), ("网店数量", "", "中国", "商务部"), ("GDP", "白水县", "中国", ""))
    fields = ("metric", "subject", "region", "source")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        migration.migrate(made, schema.STEPS.index(FIGURE_NAMES))
        made.execute("PRAGMA foreign_keys = OFF")
        columns = [row[1] for row in made.execute("PRAGMA table_info(figures)") if row[3] and row[4] is None]
        for number, told in enumerate(names, 1):
            values = {
                **dict.fromkeys(columns, ""), "number": number * 2, "id": f"f{number}", "article": "a1", "sign": number,
                **dict(zip(fields, told, strict=True)),
            }  # fmt: skip
            made.execute(
                f"INSERT INTO figures ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608
                tuple(values.values()),
            )
        made.execute("DELETE FROM figures WHERE id = 'f3'")
        whole = schema.STEPS.index(FIGURE_NAMES) + 1
        migration.migrate(made, whole)
        joins = " ".join(
            f"JOIN figure_names n{n} ON n{n}.number = f.{one}_number AND n{n}.field = {n}"
            for n, one in enumerate(fields)
        )
        named = ", ".join(f"n{n}.name" for n in range(len(fields)))
        sql = f"SELECT f.number, f.sign, {named} FROM figures f {joins} ORDER BY f.number"  # noqa: S608
        assert made.execute(sql).fetchall() == [(2, 1, *names[0]), (4, 2, *names[1])]
        keys = made.execute("SELECT key FROM figure_names WHERE field = 0 ORDER BY key").fetchall()
        assert keys == [("gdp",), ("wang dian shu liang",)]
        made.execute("PRAGMA foreign_keys = OFF")
        kept = ", ".join(row[1] for row in made.execute("PRAGMA table_info(figures)").fetchall()[2:])
        made.execute(f"INSERT INTO figures (id, {kept}) SELECT 'f4', {kept} FROM figures LIMIT 1")  # noqa: S608
        # What a figure that is gone was given is not given again.
        assert made.execute("SELECT number FROM figures WHERE id = 'f4'").fetchone() == (7,)


def test_that_a_library_of_the_version_before_keeps_names_and_is_sorted_by_sounds_alone() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        migration.migrate(made, schema.STEPS.index(SOUNDS_ALONE))
        made.execute("PRAGMA foreign_keys = OFF")
        made.executemany(
            "INSERT INTO figure_names (field, name, key) VALUES (0, ?, ?)",
            [("网店数量", "wang dian shu liang 网店数量"), ("GDP", "gdp"), ("", ""), ("a a", "a a")],
        )
        made.execute(
            """INSERT INTO articles (id, source, position, start, stop, title, characters, added, change, title_key)
               VALUES ('a', 's', 0, 0, 1, '集市', 1, '', 1, 'ji shi 集市')"""
        )
        made.executemany(
            "INSERT INTO mentions VALUES ('a', ?, ?, ?, ?)",
            [("乙", 5, 6, "乙"), ("甲厂", 5, 6, "乙"), ("甲厂", 0, 2, "甲厂"), ("甲厂", 0, 2, "甲厂")],
        )
        migration.migrate(made, schema.STEPS.index(SOUNDS_ALONE) + 1)
        keys = made.execute("SELECT key FROM figure_names ORDER BY number").fetchall()
        assert keys == [("wang dian shu liang",), ("gdp",), ("",), ("a a",)]
        assert made.execute("SELECT title_key, origin_key, tags_key FROM articles").fetchall() == [
            ("ji shi", "", "")
        ]
        told = made.execute(
            "SELECT platform, start, stop, text FROM mentions ORDER BY start, platform"
        ).fetchall()
        assert told == [("甲厂", 0, 2, "甲厂"), ("乙", 5, 6, "乙"), ("甲厂", 5, 6, "乙")]


def test_that_relations_come_and_go_with_their_ground(library: Library) -> None:
    store = library.store
    one, other = store.figures.ids(FigureQuery(disputed=True))[:2]
    words = "SELECT count(*) AS n FROM relation_words"
    (before,) = store.database.rows(words)
    with store.transaction(Changes()):
        store.relations.replace(
            "新的\n地", [
                Relation(CONFLICT, Conflict("k", "新的一种", one, other, sum="1 ≠ 2")),
                Relation(CONFLICT, Conflict("k", "新的一种", other, one, sum="1 ≠ 2")),
                Relation(AGREEMENT, Conflict("l", "", one, other)),
                Relation(CONFLICT, Conflict("m", "新的一种", one, "nowhere")),
            ],
        )  # fmt: skip
    (row,) = store.database.rows("SELECT * FROM relations WHERE key = 'k'")
    assert sum(len(str(row[name])) for name in row.keys() if name not in {"key", "sum"}) < 25  # noqa: SIM118
    (told,) = (conflict for conflict in store.relations.conflicts(figure=one) if conflict.key == "k")
    assert (told.kind, {told.left, told.right}, told.sum) == ("新的一种", {one, other}, "1 ≠ 2")
    assert other in store.relations.of([one], AGREEMENT)[one]
    assert "m" not in {conflict.key for conflict in store.relations.conflicts()}
    with store.transaction(Changes()):
        store.relations.replace("新的\n地", [])
    assert "k" not in {conflict.key for conflict in store.relations.conflicts()}
    assert other not in store.relations.of([one], AGREEMENT).get(one, ())
    # The kind is a word of many grounds; the ground is not there any more.
    assert store.database.rows(words)[0]["n"] == before["n"] + 1


def test_that_a_contradiction_is_found_by_its_key_among_those_that_begin_alike(library: Library) -> None:
    store = library.store
    one, other, third = store.figures.ids(FigureQuery())[:3]
    with store.transaction(Changes()):
        told = [
            Relation(CONFLICT, Conflict(f"abcdef{n}", "新的一种", one, o))
            for n, o in enumerate((other, third))
        ]
        store.relations.replace("新的\n地", told)
    for key, ids in (("abcdef0", (one, other)), ("abcdef1", (one, third)), ("abcdef", ()), ("abcdef2", ())):
        articles = {found[0] for name in ids if (found := store.figures.get(name)) is not None}
        assert store.relations.articles_of(key) == articles
    sql = f"EXPLAIN QUERY PLAN SELECT 1 FROM relations r WHERE {KEYED}"  # noqa: S608 - fixed names
    assert "relations_by_key" in store.database.rows(sql, "abcdef0")[0]["detail"]
