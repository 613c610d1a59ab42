from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.own_facts import own_fact
from corpus.library.facts.statistics import count_figures, decide, statistic
from corpus.library.facts.trends import trends
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts
from corpus.library.reading.articles import list_articles, reading
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.edit import RepairState
from corpus.model.errors import InputError
from corpus.model.statistic import FactStatus
from corpus.store.facts.figure_query import FigureQuery
from tests.corpus.store.first_version import FIRST, Made, make


@pytest.fixture(scope="module")
def first_version(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Made]:
    root = tmp_path_factory.mktemp("first") / "library"
    return root, make(root)


@pytest.fixture
def made(first_version: tuple[Path, Made]) -> Made:
    return first_version[1]


@pytest.fixture
def migrated(first_version: tuple[Path, Made], tmp_path: Path) -> Iterator[Library]:
    root = tmp_path / "library"
    shutil.copytree(first_version[0], root)
    library = open_library(root, write=True)
    yield library
    library.close()


def test_that_a_copy_of_the_first_version_is_restored_and_nothing_that_stands_beside_its_schema(
    first_version: tuple[Path, Made], made: Made, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(first_version[0] / "library.db", tmp_path / "old.db"))
    restore_backup(copy, tmp_path / "restored")
    library = open_library(tmp_path / "restored", write=False)
    assert {one.id for one in library.store.annotations.all()} >= set(made.notes)
    library.close()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("CREATE TABLE strange (a)")
    with pytest.raises(InputError, match="foreign_backup"):
        restore_backup(copy, tmp_path / "again")
    assert not (tmp_path / "again").exists()


def test_that_about_two_hundred_things_were_made(made: Made) -> None:
    assert made.number >= 200


def test_that_every_decision_on_a_figure_stands(migrated: Library, made: Made) -> None:
    for key, said in made.decided.items():
        view = statistic(migrated, key)
        kept = view.statistic
        assert (kept.status, kept.subject) == (said["status"], said["subject"]), key
        assert (kept.figure.start, kept.evidence.end) == (said["figure"]["start"], said["evidence"]["end"])


def test_that_a_decision_can_be_taken_back_to_what_was_found(migrated: Library, made: Made) -> None:
    key = next(key for key, said in made.decided.items() if said["status"] == "edited")
    assert statistic(migrated, key).statistic.subject == "我改的对象"
    found = decide(migrated, key, FactStatus.EXTRACTED).statistic
    assert (found.status, found.subject == "我改的对象") == (FactStatus.EXTRACTED, False)


def test_that_a_rate_told_alone_is_a_figure_of_its_own(migrated: Library, made: Made) -> None:
    rates = [
        key for key, said in made.decided.items() if said["change"] is not None and said["value"] is None
    ]
    assert rates
    for key in rates:
        told, said = statistic(migrated, key).statistic, made.decided[key]["change"]
        assert (str(told.value), told.unit, told.direction, told.basis) == (
            said["value"], "%", said["direction"], said["basis"],
        )  # fmt: skip
        assert told.change is None


def test_that_repairs_notes_drafts_and_verdicts_stand(migrated: Library, made: Made) -> None:
    decided = {
        key: state
        for one in (*list_articles(migrated), *list_articles(migrated, trashed=True))
        for key, state in migrated.store.edits.decisions(one.id).items()
    }
    assert decided == {key: RepairState(state) for key, state in made.repairs.items()}
    for key, (note, status) in made.notes.items():
        kept = migrated.store.annotations.get(key)
        assert kept is not None, key
        assert (kept.note, kept.status, kept.tags) == (note, status, ("疑问",))
    assert {one.id: one.title for one in drafts(migrated)} == made.drafts
    assert all([item.kind for item in one.items] == ["annotation", "text"] for one in drafts(migrated))
    assert migrated.store.facts.verdicts() == made.verdicts


def test_that_what_a_person_recorded_stands_and_is_shown(migrated: Library, made: Made) -> None:
    for key, metric in made.figures.items():
        view = statistic(migrated, key).statistic
        assert (view.metric, view.own, str(view.value)) == (metric, True, "7"), key
    for key, article in (*made.platform_facts.items(), *made.passages.items()):
        assert own_fact(migrated, key).article == article
    shown = {one.id for view in trends(migrated) for one in view.passages if one.id}
    assert shown == {key for key, article in made.passages.items() if article not in made.trashed}
    adrift = {one.id for key in made.passages.values() for one in reading(migrated, key).adrift}
    assert adrift == set(made.adrift)


def test_that_articles_keep_what_is_known_of_them(migrated: Library, made: Made) -> None:
    listed = {one.id: one for one in (*list_articles(migrated), *list_articles(migrated, trashed=True))}
    for key, tags in made.tags.items():
        one = listed[key]
        author = made.authors.get(key, "旧作者")
        assert (one.tags, one.metadata.author, one.metadata.publisher) == (tags, author, "江北日报"), key
        assert one.collections == ((made.collected[key],) if key in made.collected else ())
    assert [one.id for one in list_articles(migrated, trashed=True)] == made.trashed
    article = migrated.texts.get("a3").article
    assert ([one.number for one in article.pages], len(article.headings), len(article.tables)) == (
        ["1", "2"],
        1,
        1,
    )


def test_that_counts_and_filters_are_those_of_the_rows(migrated: Library, made: Made) -> None:
    listed = list_articles(migrated)
    totals = migrated.store.totals.read()
    assert totals.live.articles == len(listed)
    assert totals.live.offered == sum(one.repairs_offered for one in listed)
    assert totals.live.figures == sum(one.figures for one in listed)
    assert {one.annotations for one in listed if not one.pack} == {2}
    assert count_figures(migrated, FigureQuery(text="我记的指标")).total == len(made.figures) - len(
        made.trashed
    )
    assert len(list_annotations(migrated)) == len(made.notes) - 2 * len(made.trashed)


def test_that_the_library_is_sound_and_the_older_one_is_kept(migrated: Library) -> None:
    # The files themselves never were beside this database.
    assert [one for one in check(migrated).findings if one.kind != "original"] == []
    with closing(sqlite3.connect(migrated.root / f"library.v{FIRST}.bak.db")) as kept:
        assert kept.execute("PRAGMA user_version").fetchone()[0] == FIRST
        assert kept.execute("SELECT count(*) FROM fact_decisions").fetchone()[0] == 60
