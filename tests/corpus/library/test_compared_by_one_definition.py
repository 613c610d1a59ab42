"""What figures of two texts say of one another is told in a library as where the two are laid side by side."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from corpus.knowledge.comparing.comparison import FORECAST_DIFFERS, VALUES_DIFFER
from corpus.knowledge.comparing.conflicts import LocatedStatistic, find_conflicts
from corpus.library.core.library import Library
from corpus.library.facts.comparing import comparable_with
from corpus.library.facts.contradictions import comparing_later
from corpus.library.facts.statistics import conflicts, set_verdict
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.reading.organising import restore, trash
from tests.copies import copied

LABELLED = Path(__file__).parents[1] / "knowledge" / "labelled"
EVERY = 14
"""One labelled pair of so many is played through a library, and all whose words are parted otherwise."""
PARTED_OTHERWISE = ("华屏", "枫溪市", "南州市", "岚浦市", "榆浦市", "陇川", "澄湖大桥", "石门村", "沙洲市")
DIRECT = {VALUES_DIFFER, FORECAST_DIFFERS}
CITY = "华屏市图书馆2022年度报告\n2022年，华屏市图书馆接待读者12万人次。"
LIBRARY = "城市书房的灯\n2022年，华屏市图书馆全年接待读者35万人次，周末一座难求。"


def drawn() -> list[dict[str, Any]]:
    files = sorted(LABELLED.glob("conflicts*.jsonl"))
    lines = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [
        one
        for place, one in enumerate(lines)
        if not place % EVERY or any(name in one["texts"][0]["text"] for name in PARTED_OTHERWISE)
    ]


@pytest.fixture
def library(library_template: Path, tmp_path: Path) -> Iterator[Library]:
    copied(library_template, tmp_path / "library")
    opened = open_library(tmp_path / "library", write=True)
    yield opened
    opened.close()


def put(library: Library, text: str) -> list[str]:
    report = import_text(library, text.partition("\n")[0], text)
    return [one.id for source in report.sources for one in source.articles]


def of_article(library: Library, article: str) -> list[LocatedStatistic]:
    (row,) = library.store.database.rows(
        "SELECT a.title, (SELECT issued FROM records r WHERE r.article = a.id) FROM articles a WHERE id = ?",
        article,
    )
    return [LocatedStatistic(article, one, row[0], row[1] or "") for one in library.store.figures.of(article)]


def sides(library: Library) -> set[frozenset[str]]:
    return {frozenset((one.left, one.right)) for one in library.store.relations.conflicts()}


def own(library: Library) -> list[str]:
    return [one.key for one in conflicts(library) if not one.title]


def test_that_a_library_contradicts_what_two_texts_side_by_side_do(library: Library) -> None:
    with comparing_later(library.store):
        pairs = [
            [
                article
                for text in one["texts"]
                for article in put(library, f"{text['title']}\n{text['date']}\n{text['text']}")
            ]
            for one in drawn()
        ]
    told, expected = sides(library), 0
    for articles in pairs:
        figures = [one for article in articles for one in of_article(library, article)]
        where = {one.statistic.id: one.article for one in figures}
        side_by_side = {
            frozenset((one.left, one.right)): one.kind
            for one in find_conflicts(figures)
            if where[one.left] != where[one.right]
        }
        between = {pair for pair in told if pair <= where.keys() and len({where[one] for one in pair}) > 1}
        assert between <= side_by_side.keys()
        direct = {pair for pair, kind in side_by_side.items() if kind in DIRECT}
        assert direct <= between
        expected += len(direct)
    assert expected >= len(PARTED_OTHERWISE) - 3


def test_that_words_parted_otherwise_are_one_in_history_and_come_and_go_with_their_text(
    library: Library,
) -> None:
    one, other = (put(library, text)[0] for text in (CITY, LIBRARY))
    ((mine,), (theirs,)) = (library.store.figures.of(article) for article in (one, other))
    grounds = [library.store.figures.ground_of(figure.id) for figure in (mine, theirs)]
    assert grounds[0].splitlines()[:2] != grounds[1].splitlines()[:2]
    assert {near.statistic.id for near in comparable_with(library, mine.id)} == {mine.id, theirs.id}
    (key,) = own(library)
    set_verdict(library, key, "排除")
    trash(library, [other])
    assert own(library) == []
    restore(library, [other])
    assert [(found.key, found.verdict) for found in conflicts(library) if not found.title] == [(key, "排除")]
    assert library.store.relations.stale() == ()


def test_that_a_library_made_before_is_compared_anew_and_keeps_what_was_decided(
    library: Library, tmp_path: Path
) -> None:
    for text in (CITY, LIBRARY, "又说\n2022年，华屏市图书馆接待读者19万人次。"):
        put(library, text)
    keys = own(library)
    assert len(keys) == 3
    for key, verdict in zip(keys, ("确认", "排除", "确认"), strict=True):
        set_verdict(library, key, verdict)
    decided = {one.key: one.verdict for one in conflicts(library) if not one.title}
    library.close()
    _as_before(tmp_path / "library" / "library.db")
    again = open_library(tmp_path / "library", write=True)
    try:
        assert {one.key: one.verdict for one in conflicts(again) if not one.title} == decided
        old = "SELECT count(*) FROM relation_words WHERE word LIKE '%' || char(10) || '%' AND word NOT LIKE '@%'"
        assert again.store.database.rows(old)[0][0] == 0
        assert again.store.relations.stale() == again.store.relations.left_over() == ()
    finally:
        again.close()


def _as_before(path: Path) -> None:
    """Have figures compared as a version before compared them: two on the words they share, as they are parted."""
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        ((trigger,),) = made.execute("SELECT sql FROM sqlite_master WHERE name = 'figures_differ'").fetchall()
        made.executescript("""
            BEGIN;
            DROP TRIGGER figures_differ;
            DROP INDEX figures_by_shared_ground;
            DROP INDEX figures_by_measured;
            DROP INDEX figure_names_by_paper;
            CREATE INDEX figures_by_ground ON figures(compared, year);
            UPDATE figures SET compared = substr(compared, 1, length(compared) - 9) WHERE compared <> '';
            DELETE FROM relations WHERE (SELECT compared FROM figures f WHERE f.number = one)
                <> (SELECT compared FROM figures f WHERE f.number = other);
            INSERT OR IGNORE INTO relation_words (word)
                SELECT DISTINCT f.compared FROM figures f JOIN relations r ON r.one = f.number WHERE f.compared <> '';
            UPDATE relations SET ground = (SELECT w.number FROM relation_words w JOIN figures f ON f.compared = w.word
                WHERE f.number = one) WHERE (SELECT compared FROM figures f WHERE f.number = one) <> '';
            PRAGMA user_version = 22;
            COMMIT;
        """)
        made.execute(trigger)
