"""Figures written short say what they said in full, in a library of the version before too."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.model.statistic import FactStatus, Period, StatisticKind
from corpus.store.articles.query import ArticleQuery
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.salvage.salvage import salvage
from corpus.store.schema import migration
from corpus.store.schema import tables as schema
from corpus.store.schema.short_figures import SHORT_FIGURES
from corpus.store.schema.told_by_numbers import CODED, KINDS, STATUSES
from tests.corpus.store.test_tables import BARE, WHOLE

BEFORE = schema.STEPS.index(SHORT_FIGURES)
SAID = ("status", "kind", "confidence", "year", "period", "period_from", "period_to")
FIGURES = (
    ("extracted", "actual", 0.9, "2016", "2016年", "2016-01-01", "2016-12-31"),
    ("confirmed", "share", 0.123456, "2018", "截至2018年底", "2018-12-31", "2018-12-31"),
    ("edited", "growth", 1.0, "2018", "2018年上半年", "2018-01-01", "2018-06-30"),
    ("rejected", "anecdote", 0.0, "", "", "", ""),
    ("extracted", "forecast", 0.35, "2020", "2020年", "2020-01-01", ""),
)


def with_figures(made: sqlite3.Connection) -> None:
    """Put the figures into a database of the version before."""
    migration.migrate(made, BEFORE)
    made.execute("PRAGMA foreign_keys = OFF")
    made.execute(
        """INSERT INTO articles (id, source, position, start, stop, title, characters, added, change)
           VALUES ('a1', 's', 0, 0, 1, '集市', 1, '', 1)"""
    )
    told = made.execute("PRAGMA table_info(figures)").fetchall()
    columns = {row[1]: 0 if row[2] == "INTEGER" else "" for row in told if row[3] and row[4] is None}
    for number, said in enumerate(FIGURES, 1):
        values = {
            **columns, "number": number * 2, "id": f"f{number}", "article": "a1", "sign": 1,
            **dict(zip(SAID, said, strict=True)),
        }  # fmt: skip
        made.execute(
            f"INSERT INTO figures ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608
            tuple(values.values()),
        )
    made.execute("DELETE FROM figures WHERE id = 'f3'")
    made.execute("UPDATE figures SET shown = 0 WHERE id = 'f5'")


LEFT = [one for number, one in enumerate(FIGURES) if number != 2]


def test_that_every_status_and_kind_has_a_number() -> None:
    assert set(STATUSES) == set(FactStatus)
    assert set(KINDS) == set(StatisticKind)
    assert set(CODED) == {"status", "kind"}


def test_that_figures_of_the_version_before_say_the_same() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        with_figures(made)
        migration.migrate(made, BEFORE + 1)
        sql = f"SELECT {', '.join(SAID)} FROM figures ORDER BY number"  # noqa: S608 - fixed names
        assert made.execute(sql).fetchall() == LEFT
        counts = "SELECT status_number, kind_number, sign, figures FROM figure_counts WHERE figures > 0"
        assert made.execute(counts).fetchall() == [(0, 6, 1, 1), (2, 0, 1, 1), (3, 1, 1, 1)]
        short = made.execute("SELECT period_told, first_day, last_day, exactly FROM figures").fetchall()
        assert short[0] == (None, None, None, None)
        # What a figure that is gone was given is not given again, and a figure follows its article.
        kept = ", ".join(row[1] for row in made.execute("PRAGMA table_info(figures)").fetchall()[2:])
        made.execute(f"INSERT INTO figures (id, {kept}) SELECT 'f6', {kept} FROM figures LIMIT 1")  # noqa: S608
        assert made.execute("SELECT number FROM figures WHERE id = 'f6'").fetchone() == (11,)
        made.execute("UPDATE articles SET trashed = 'now'")
        assert made.execute("SELECT sum(shown) FROM figures").fetchone() == (0,)
        assert made.execute("SELECT sum(figures) FROM figure_counts").fetchone() == (0,)
        made.execute("DELETE FROM stale_grounds")
        made.execute("DELETE FROM figures WHERE id = 'f6'")
        assert made.execute("SELECT ground FROM stale_grounds").fetchall() == [("@a1",)]


def test_that_figures_are_saved_of_a_database_that_could_not_be_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as made:
        with_figures(made)
        made.execute(
            "INSERT INTO sources VALUES ('s', 'x', '', 'txt', '', 1, '', x'0361', '[]', '[]', '', '')"
        )
        made.execute("INSERT INTO article_texts (article, original) VALUES ('a1', x'0361')")
        made.execute("INSERT INTO contexts (article) VALUES ('a1')")
    migrate, times = migration.migrate, list[int]()

    def once(connection: sqlite3.Connection) -> None:
        times.append(1)
        if len(times) > 1:
            raise sqlite3.DatabaseError("malformed")
        migrate(connection)

    monkeypatch.setattr(migration, "migrate", once)
    (tmp_path / "scratch").mkdir()
    salvage(tmp_path / "old.db", tmp_path / "new.db", tmp_path / "scratch")
    assert len(times) == 2
    with closing(sqlite3.connect(tmp_path / "new.db")) as made:
        sql = f"SELECT {', '.join(SAID)} FROM figures ORDER BY number"  # noqa: S608 - fixed names
        assert made.execute(sql).fetchall() == LEFT


@pytest.mark.parametrize(
    "period", [Period("2016年", "2016-01-01", "2016-12-31"), Period("去年", "", ""), Period()]
)
@pytest.mark.parametrize("confidence", [0.9, 0.35, 1 / 3, 0.0, 1.0])
def test_that_a_figure_comes_back_whatever_its_time_and_however_sure(
    library: Library, period: Period, confidence: float
) -> None:
    article = library.store.articles.ids(ArticleQuery())[0]
    for one in (WHOLE, BARE):
        said = replace(one, period=period, confidence=confidence)
        with library.store.database.transaction():
            library.store.figures.put(article, [said], own=said.own)
        found = library.store.figures.get(said.id)
        assert found == (article, said)
        assert isinstance(found[1].confidence, float)


def test_that_a_status_and_a_kind_nobody_knows_are_found_nowhere(library: Library) -> None:
    for query in (FigureQuery(status="gone", anecdotes=True), FigureQuery(kinds=("gone",))):
        assert library.store.figures.count(query).total == 0
        assert library.store.figures.page(query, 0, 9) == ()


def test_that_figures_are_listed_as_their_times_end(library: Library) -> None:
    times = (
        Period(), Period("2017年", "2017-01-01", "2017-12-31"), Period("2018年起", "2018-01-01", ""),
        Period("2018年上半年", "2018-01-01", "2018-06-30"), Period("2018年6月", "2018-06-01", "2018-06-30"),
        Period("2018年", "2018-01-01", "2018-12-31"), Period("2018年末", "2018-12-31", "2018-12-31"),
        Period("2019年1月", "2019-01-01", "2019-01-31"),
    )  # fmt: skip
    article = library.store.articles.ids(ArticleQuery())[0]
    said = [replace(BARE, id=f"t{n}", period=one) for n, one in enumerate(times)]
    with library.store.database.transaction():
        library.store.figures.clear(article)
        library.store.figures.put(article, reversed(said), own=False)
    for descending in (False, True):
        query = FigureQuery(articles=(article,), order="period", descending=descending, anecdotes=True)
        found = [one.statistic.period for one in library.store.figures.page(query, 0, 99)]
        assert found == list(reversed(times) if descending else times)
        keys = [one.id for one in said]
        places = library.store.figures.places_of(query, keys)
        assert [places[key] for key in (reversed(keys) if descending else keys)] == list(range(len(keys)))
        some = library.store.figures.places_of(query, keys[2:5])
        assert some == {key: places[key] for key in keys[2:5]}
    plan = library.store.database.rows(
        "EXPLAIN QUERY PLAN SELECT number FROM figures f"
        " ORDER BY f.year, (f.last_day IS NULL), f.last_day, f.first_day, f.number"
    )
    assert [row["detail"] for row in plan] == ["SCAN f USING COVERING INDEX figures_by_period"]
