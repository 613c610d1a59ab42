"""Rescue: sound notes of a damaged library come over whole, what is lost is counted, the damaged one stays as it is."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, annotate, list_annotations
from corpus.library.notes.drafts import drafts, new_draft
from corpus.library.reading.articles import list_articles
from corpus.library.upkeep.backup import rotate
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.rescue import rescue
from corpus.model.draft import DraftItem
from corpus.model.errors import InputError, LibraryError
from corpus.model.span import Span
from corpus.store.salvage.salvage import salvage
from corpus.store.salvage.schema_pages import schema_pages
from corpus.store.schema.version import VERSION
from tests.copies import copied
from tests.faults.bad_pages import PAGE, bad_pages

NOTES = 60
LONG = pytest.mark.long


@pytest.fixture(scope="module")
def made(library_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library with sixty notes, a draft, an original and a copy of it, that nobody writes to."""
    folder = tmp_path_factory.mktemp("filled")
    page = folder / "甲.txt"
    page.write_text("题目\n\n一二三四五六七。", encoding="utf-8")
    library = open_library(copied(library_template, folder / "库"), write=True)
    import_paths(library, [page])
    rotate(library)
    article = list_articles(library)[0].id
    for number in range(NOTES // 2):
        add_note(library, f"第{number}条" + "写" * 400)
        annotate(library, article, Span(number, number + 4), note=f"记{number}")
    new_draft(library, "文稿", items=(DraftItem("text", text="要紧的话"),))
    library.close()
    return library.root


@pytest.fixture
def filled(made: Path, tmp_path: Path) -> Iterator[Library]:
    library = open_library(copied(made, tmp_path / "library"), write=True)
    yield library
    library.close()


def words_of(root: Path) -> set[str]:
    opened = open_library(root, write=True)
    assert check(opened).findings == ()
    words = {one.annotation.note for one in list_annotations(opened)}
    opened.close()
    return words


def run(root: Path, *statements: str) -> None:
    with closing(sqlite3.connect(root / "library.db")) as connection:
        for one in statements:
            connection.execute(one)
        connection.commit()


def test_that_a_sound_library_comes_over_whole(filled: Library, tmp_path: Path) -> None:
    words = {one.annotation.note for one in list_annotations(filled)}
    articles = {one.id for one in list_articles(filled)}
    filled.close()
    report = rescue(filled.root, tmp_path / "新")
    assert (report.notes, report.drafts, report.articles, report.originals) == (NOTES, 1, len(articles), 1)
    assert (report.lost, report.imported, report.lost_originals) == ({}, 0, ())
    assert words_of(tmp_path / "新") == words
    opened = open_library(tmp_path / "新", write=False)
    assert {one.id for one in list_articles(opened)} == articles
    assert drafts(opened)[0].items[0].text == "要紧的话"
    opened.close()


def test_that_bad_places_of_the_disk_cost_what_stands_in_them_alone(filled: Library, tmp_path: Path) -> None:
    words = {one.annotation.note for one in list_annotations(filled)}
    filled.close()
    path = filled.root / "library.db"
    data = path.read_bytes()
    noted = [at for at in range(0, len(data), PAGE) if data[at : at + PAGE].count("写写写写".encode()) > 40]
    assert len(noted) > 4
    with bad_pages(path, frozenset(at // PAGE for at in noted[1:3])):
        report = rescue(filled.root, tmp_path / "新")
    assert report.origin == str(path)  # and not the copy, which is older
    assert 0 < report.lost["annotations"] == NOTES - report.notes < NOTES // 4
    assert (report.drafts, report.originals) == (1, 1)
    saved = words_of(tmp_path / "新")
    assert saved < words
    assert len(saved) == report.notes


def test_that_rows_in_no_form_of_ours_lose_their_form_and_never_their_words(
    filled: Library, tmp_path: Path
) -> None:
    words = {one.annotation.note for one in list_annotations(filled)}
    filled.close()
    run(
        filled.root,
        "UPDATE annotations SET colour = 'green', style = 'underline', status = 'approximate' WHERE start IS NOT NULL",
        "UPDATE annotations SET tags = '{broken' WHERE rowid % 5 = 0",
        "UPDATE annotations SET colour = 'no colour', style = '', status = 'lost' WHERE rowid % 5 = 1",
        "UPDATE annotations SET start = 'x' WHERE rowid % 5 = 2",
        'UPDATE drafts SET items = \'[["text", "", "要紧的\'',
        "UPDATE meta SET value = 'no number' WHERE key = 'change'",
        "UPDATE figures SET inherited = '{' WHERE number % 2",
        "UPDATE article_texts SET headings = '{' WHERE article IN (SELECT id FROM articles WHERE pack = '')",
    )
    rescue(filled.root, tmp_path / "新")
    assert words_of(tmp_path / "新") == words
    opened = open_library(tmp_path / "新", write=False)
    assert "要紧的" in drafts(opened)[0].items[0].text
    rows = opened.store.database.rows(
        "SELECT colour, style, status, start IS NOT NULL, rowid % 5 FROM annotations"
    )
    for colour, style, status, placed, number in map(tuple, rows):
        if placed and number not in {1, 2}:
            assert (colour, style, status) == ("green", "underline", "approximate")
        if number == 1:
            assert (colour, style, status) == ("yellow", "highlight", "orphan")
        if number == 2:
            assert (status, placed) == ("orphan", 0)
    opened.close()


@pytest.mark.parametrize("closed", [False, True])
def test_that_nothing_is_left_behind_of_a_library_only_a_newer_version_can_read(
    filled: Library, tmp_path: Path, closed: bool
) -> None:
    if closed:
        filled.close()
    with closing(sqlite3.connect(filled.root / "library.db")) as later:
        later.execute(f"PRAGMA user_version = {VERSION + 1}")
        if not closed:
            later.execute("CREATE TABLE of_later (said TEXT)")
        else:
            later.execute("ALTER TABLE annotations ADD COLUMN of_later TEXT")
        later.commit()
        with pytest.raises(LibraryError, match="library_newer"):
            rescue(filled.root, tmp_path / "saved")
    assert not (tmp_path / "saved").exists()


def test_that_a_library_whose_number_of_version_is_spoilt_comes_over_whole(
    filled: Library, tmp_path: Path
) -> None:
    filled.close()
    with closing(sqlite3.connect(filled.root / "library.db")) as spoilt:
        spoilt.execute(f"PRAGMA user_version = {VERSION + 1}")
    report = rescue(filled.root, tmp_path / "saved")
    assert (report.notes, report.drafts, report.lost) == (NOTES, 1, {})


def test_that_every_row_that_is_saved_is_counted_once(filled: Library, tmp_path: Path) -> None:
    sizes = filled.store.database.sizes()
    filled.close()
    (tmp_path / "scratch").mkdir()
    done = salvage(filled.root / "library.db", tmp_path / "new.db", tmp_path / "scratch")
    assert done.lost == {}
    assert {"annotations", "articles", "drafts", "sources"} <= done.saved.keys()
    assert {name: sizes[name] for name in done.saved} == done.saved


@pytest.mark.parametrize(("start", "end"), [(0, 16), (16, 18), (16, 24), (40, 64), (0, 100)], ids=str)
@pytest.mark.parametrize(
    "rubbish",
    [
        pytest.param(b"no database here", id="words"),
        pytest.param(b"\x00", id="nought", marks=LONG),
        pytest.param(b"\xff", id="ones"),
    ],
)
def test_that_a_spoilt_head_of_the_file_costs_no_word(
    filled: Library, tmp_path: Path, start: int, end: int, rubbish: bytes
) -> None:
    words = {one.annotation.note for one in list_annotations(filled)}
    filled.close()
    database = filled.root / "library.db"
    data = bytearray(database.read_bytes())
    data[start:end] = (rubbish * 100)[: end - start]
    database.write_bytes(data)
    report = rescue(filled.root, tmp_path / "新")
    assert words_of(tmp_path / "新") == words
    assert (report.notes, report.drafts, report.origin) == (NOTES, 1, str(database))
    assert database.read_bytes() == data


@pytest.mark.parametrize("seed", [0, 3, *(pytest.param(one, marks=LONG) for one in (1, 2, 4, 5))])
def test_that_what_can_be_read_of_broken_pages_comes_over(filled: Library, tmp_path: Path, seed: int) -> None:
    words = {one.annotation.note for one in list_annotations(filled)}
    filled.close()
    chance = random.Random(seed)  # noqa: S311 - places, no secrets
    database = filled.root / "library.db"
    data = bytearray(database.read_bytes())
    pages = len(data) // 4096
    for page in chance.sample(range(2, pages), 3):
        data[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
    database.write_bytes(data)
    before = {one.name: one.read_bytes() for one in filled.root.iterdir() if one.is_file()}
    report = rescue(filled.root, tmp_path / "新")
    assert {one.name: one.read_bytes() for one in filled.root.iterdir() if one.is_file()} == before
    saved = words_of(tmp_path / "新")
    assert saved <= words
    assert len(saved) == report.notes >= NOTES // 2


@pytest.mark.parametrize("first", [0, 1], ids=["the head of the file too", "but for the first page"])
def test_that_a_copy_lends_the_pages_that_say_what_is_where(
    filled: Library, tmp_path: Path, first: int
) -> None:
    rotate(filled)
    add_note(filled, "写在备份之后")
    words = {one.annotation.note for one in list_annotations(filled)}
    filled.close()
    database = filled.root / "library.db"
    data = bytearray(database.read_bytes())
    for page in schema_pages(bytes(data))[first:]:
        data[(page - 1) * 4096 : page * 4096] = bytes(4096)
    database.write_bytes(data)
    report = rescue(filled.root, tmp_path / "新")
    assert report.origin == str(database)
    assert words_of(tmp_path / "新") == words


@pytest.mark.parametrize(
    ("table", "place", "letters"),
    [
        ("annotations", 8, b"\x89\xff"),
        ("annotations", 1, b"\x89\xff"),
        ("annotations", 8, b"(("),
        *((table, 8, b"\x89\xff") for table in ("edits", "drafts", "articles")),
        *(pytest.param(table, 1, b"\x89\xff", marks=LONG) for table in ("edits", "drafts", "articles")),
        *(pytest.param(table, 8, b"((", marks=LONG) for table in ("edits", "drafts", "articles")),
    ],
)
def test_that_spoilt_letters_in_what_says_what_is_where_are_damage_and_cost_no_word(
    filled: Library, tmp_path: Path, table: str, place: int, letters: bytes
) -> None:
    words = {one.annotation.note for one in list_annotations(filled)}
    filled.close()
    shutil.rmtree(filled.root / "backups")
    run(filled.root, "PRAGMA wal_checkpoint(TRUNCATE)")
    database = filled.root / "library.db"
    data = bytearray(database.read_bytes())
    at = next(iter(re.finditer(rb"CREATE TABLE \"?%b\"? ?\(" % table.encode(), data))).start()
    data[at + place : at + place + 2] = letters
    database.write_bytes(data)
    for write in (False, True):
        with pytest.raises(LibraryError, match="library_damaged"):
            open_library(filled.root, write=write)
    report = rescue(filled.root, tmp_path / "新")
    assert (report.origin, report.lost, report.imported) == (str(database), {}, 0)
    assert words_of(tmp_path / "新") == words
    opened = open_library(tmp_path / "新", write=False)
    assert [one.title for one in drafts(opened)] == ["文稿"]
    opened.close()


def test_that_without_a_database_the_newest_copy_or_the_originals_are_taken(
    filled: Library, tmp_path: Path
) -> None:
    filled.close()
    (filled.root / "library.db").unlink()
    report = rescue(filled.root, tmp_path / "一")
    assert "backups" in report.origin
    assert (report.notes, report.originals, report.imported) == (0, 1, 0)
    shutil.rmtree(filled.root / "backups")
    report = rescue(filled.root, tmp_path / "二")
    assert (report.origin, report.originals, report.imported) == ("", 1, 1)
    opened = open_library(tmp_path / "二", write=False)
    assert "题目" in {one.title for one in list_articles(opened)}
    opened.close()


def test_that_an_original_no_reader_knows_comes_over_and_holds_nothing_up(
    filled: Library, tmp_path: Path
) -> None:
    unknown = [b"PK\x03\x04 of no kind we know", b"\x00\x01\x02", b""]
    names = {hashlib.sha256(one).hexdigest(): one for one in unknown}
    for name, data in names.items():
        (filled.root / "originals" / name).write_bytes(data)
    filled.close()
    report = rescue(filled.root, tmp_path / "新")
    assert (report.notes, report.originals, report.lost_originals) == (NOTES, 1 + len(unknown), ())
    for name, data in names.items():
        assert (tmp_path / "新" / "originals" / name).read_bytes() == data


def test_that_nothing_is_saved_onto_something_and_nothing_out_of_nothing(
    filled: Library, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="not_empty"):
        rescue(filled.root, filled.root)
    with pytest.raises(InputError, match="missing"):
        rescue(tmp_path / "没有", tmp_path / "新")
    assert not (tmp_path / "新").exists()


@pytest.mark.broken_values
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE annotations SET tags = '{'",
        "UPDATE annotations SET colour = 'none of ours'",
        "UPDATE annotations SET note = CAST(x'ff00fe' AS TEXT)",
        "UPDATE article_texts SET headings = '{'",
        "UPDATE records SET derived = '['",
        "UPDATE figures SET value = 'x'",
        "UPDATE edits SET certainty = 'x'",
        "UPDATE sources SET pieces = '[[1]]'",
        "UPDATE drafts SET items = '[[1,2,3,4,5]]'",
        "UPDATE meta SET value = 'x' WHERE key = 'change'",
    ],
)
def test_that_a_row_that_cannot_be_understood_is_an_error_of_ours(filled: Library, statement: str) -> None:
    filled.close()
    run(filled.root, statement)
    opened = open_library(filled.root, write=False)
    for look in (
        lambda: list_annotations(opened),
        lambda: [opened.texts.get(one) for one in opened.store.article_changes.changes()],
        lambda: drafts(opened),
        opened.store.database.last_change,
        lambda: [opened.store.facts.statistics_of(one) for one in opened.store.article_changes.changes()],
        lambda: [opened.store.sources.by_hash(one) for one in opened.store.sources.hashes()],
    ):
        with suppress(LibraryError):
            look()
    opened.close()
