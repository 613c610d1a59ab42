"""A check names every row, file and leftover that is not sound, heals what is derived, and stops further writing."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest

from corpus.language.labels import finding_name, finding_place
from corpus.library.core.library import Library
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import list_articles
from corpus.library.upkeep.checking import DAMAGE, CheckReport, check
from corpus.model.errors import LibraryError
from corpus.model.span import Span


def checked(root: Path, *, write: bool = False) -> CheckReport:
    library = open_library(root, write=write)
    report = check(library)
    library.close()
    return report


def run(root: Path, statement: str) -> None:
    with closing(sqlite3.connect(root / "library.db")) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE annotations SET tags = '{'", "note "),
        ("UPDATE annotations SET colour = 'x'", "note "),
        ("UPDATE article_texts SET headings = '{' WHERE rowid = 1", "article "),
        ("UPDATE sources SET pieces = '{' WHERE pack = ''", "source "),
        ("UPDATE drafts SET items = '{'", "draft"),
    ],
)
def test_that_a_row_that_cannot_be_read_is_named_and_nothing_more_is_written(
    library: Library, tmp_path: Path, statement: str, where: str
) -> None:
    page = tmp_path / "甲.txt"
    page.write_text("题目\n\n一二三四五六七。", encoding="utf-8")
    import_paths(library, [page])
    add_note(library, "记")
    new_draft(library, "稿")
    names = {one.id for one in list_articles(library)} | {one.id for one in library.store.annotations.all()}
    names |= set(library.store.sources.hashes())
    library.close()
    run(library.root, statement)
    report = checked(library.root)
    assert [one.where.startswith(where) for one in report.findings if one.kind == "row"] == [True]
    assert {name for one in report.findings if one.kind == "row" for name in one.where.split()[1:]} <= names
    with pytest.raises(LibraryError, match="library_damaged"):
        open_library(library.root, write=True)
    assert checked(library.root).findings == report.findings


def test_that_an_original_comes_back_from_where_its_file_still_lies_or_is_named_by_it(
    library: Library, tmp_path: Path
) -> None:
    pages = [tmp_path / name for name in ("甲.txt", "乙.txt", "丙.txt")]
    for number, page in enumerate(pages):
        page.write_text(f"题目\n\n一二三四五六七{number}。", encoding="utf-8")
    import_paths(library, pages)
    for original in (library.root / "originals").iterdir():
        original.write_bytes(b"spoilt")
    pages[1].unlink()
    pages[2].write_text("别的", encoding="utf-8")
    report = check(library)
    assert [Path(one.detail).name for one in report.healed if one.kind == "original"] == ["甲.txt"]
    assert {Path(one.detail).name for one in report.findings} == {"乙.txt", "丙.txt"}
    pages[1].write_text("题目\n\n一二三四五六七1。", encoding="utf-8")
    import_paths(library, [pages[1]])
    assert [Path(one.detail).name for one in check(library).findings] == ["丙.txt"]


def test_that_places_outside_the_text_or_on_other_words_are_named(library: Library) -> None:
    text = "小店\n2018年，全镇零售额达到150万元。2017年，全镇零售额达到120万元。"
    (article,) = import_text(library, "小店", text).sources[0].articles
    beyond, other, near, whole, free = (
        annotate(library, article.id, Span(3 + n, 9 + n)).annotation
        if n < 4
        else add_note(library, "话").annotation
        for n in range(5)
    )
    first, second = library.store.facts.statistics_of(article.id)
    assert check(library).findings == ()
    end = len(library.texts.get(article.id).article.original)
    library.close()
    for table, column, value, identity in (
        ("annotations", "stop", end + 1, beyond.id), ("annotations", "exact", "别的", other.id),
        ("annotations", "exact", "近的", near.id), ("annotations", "status", "approximate", near.id),
        ("annotations", "stop", end, near.id), ("figures", "evidence_stop", end + 1, first.id),
        ("figures", "start", 0, second.id),
    ):  # fmt: skip
        run(library.root, f"UPDATE {table} SET {column} = '{value}' WHERE id = '{identity}'")  # noqa: S608 - own words
    report = checked(library.root)
    assert [(one.kind, one.where, one.detail) for one in report.findings] == [
        ("note", beyond.id, beyond.selector.exact), ("note", other.id, "别的"),
        ("fact", second.id, second.metric), ("fact", first.id, first.metric),
    ]  # fmt: skip
    assert report.notes == len({beyond, other, near, whole, free})


def test_that_a_library_found_whole_again_may_be_written(library: Library) -> None:
    # A copied index is not trusted: it is made anew, as any program that opens the library does.
    sync_index(library)
    add_note(library, "记")
    library.close()
    run(library.root, "UPDATE annotations SET tags = '{'")
    assert {one.detail for one in checked(library.root).findings} == {"unreadable"}, "no word of Python"
    run(library.root, "UPDATE annotations SET tags = '[]'")
    assert checked(library.root).findings == ()
    open_library(library.root, write=True).close()


def test_that_pages_of_rubbish_never_stop_a_check(library: Library) -> None:
    for number in range(50):
        add_note(library, f"第{number}条" + "写" * 500)
    library.close()
    database = library.root / "library.db"
    data = bytearray(database.read_bytes())
    data[-40_000:-20_000] = b"\xff" * 20_000
    database.write_bytes(data)
    report = checked(library.root)
    assert {one.kind for one in report.findings} >= {"database"}


@pytest.mark.parametrize("table", ["annotations", "drafts", "articles", "article_texts", "sources"])
def test_that_a_table_that_is_gone_is_damage_of_the_database_and_stops_writing(
    library: Library, table: str
) -> None:
    library.close()
    run(library.root, f"ALTER TABLE {table} RENAME TO lost")
    report = checked(library.root)
    kinds = {one.kind for one in report.findings}
    assert kinds & DAMAGE
    assert ("database" in kinds) == (table in {"annotations", "drafts", "articles"}), (
        "what is read first of all"
    )
    assert set(map(finding_name, kinds)).isdisjoint(kinds), "each has a name of its own"
    with pytest.raises(LibraryError, match="library_damaged"):
        open_library(library.root, write=True)


def test_that_a_damaged_index_and_what_was_left_behind_are_put_right(library: Library) -> None:
    sync_index(library)
    library.close()
    for file in (library.root / "index").rglob("*"):
        if file.is_file():
            file.write_bytes(b"rubbish")
    (library.root / "originals").mkdir(exist_ok=True)
    (library.root / "originals" / "ab.part").touch()
    (library.root / ".new-x").mkdir()
    named = {(one.kind, one.where) for one in checked(library.root).findings}
    assert named == {("index", str(library.index_folder))}
    report = checked(library.root, write=True)
    assert report.findings == ()
    assert {one.kind for one in report.healed} == {"index", "leftover"}
    again = checked(library.root, write=True)
    assert (again.findings, again.healed) == ((), ())
    assert again.indexed == again.articles


class FailingDisk:
    """Has a method of the store meet a disk that fails, so many times or for ever."""

    def __init__(self, read: Callable[..., object], times: int) -> None:
        self._read, self._left = read, times

    def __call__(self, *given: object) -> object:
        if self._left:
            self._left -= 1
            raise LibraryError("disk_failed", path="x")
        return self._read(*given)


@pytest.mark.parametrize(
    ("room", "method", "named"),
    [
        ("articles", "get", "article "), ("annotations", "get", "note "), ("sources", "by_hash", "source "),
        ("drafts", "all", "draft"), ("facts", "statistics_of", "article "), ("database", "problems", "/"),
    ],
)  # fmt: skip
def test_that_what_only_the_disk_does_not_give_out_is_no_damage_and_asked_for_twice(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: str, method: str, named: str
) -> None:
    page = tmp_path / "甲.txt"
    page.write_text("题目\n\n一二三四五六七。", encoding="utf-8")
    import_paths(library, [page])
    add_note(library, "记")
    new_draft(library, "稿")
    part = getattr(library.store, room)
    read = getattr(part, method)
    with monkeypatch.context() as patched:
        patched.setattr(type(part), method, FailingDisk(partial(read), 1))
        assert check(library).findings == ()
    with monkeypatch.context() as patched:
        patched.setattr(type(part), method, FailingDisk(partial(read), 100_000))
        report = check(library)
    assert {one.kind for one in report.findings} == {"disk"}
    assert all(one.where.startswith(named) for one in report.findings)
    assert all(finding_place(asdict(one)) for one in report.findings)
    library.close()
    open_library(library.root, write=True).close()  # it is not marked as damaged


def test_that_an_original_the_disk_does_not_give_out_is_neither_gone_nor_changed(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "甲.txt"
    page.write_text("题目\n\n一二三四五六七。", encoding="utf-8")
    import_paths(library, [page])
    page.unlink()
    (name,) = library.store.sources.hashes()
    as_ever = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == name:
            raise OSError(errno.EIO, "bad sector", str(self))
        return as_ever(self)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refuse)
        findings = check(library).findings
    assert [(one.kind, one.where, one.detail) for one in findings] == [("disk", name, str(page))]
    assert finding_place(asdict(findings[0])) == "甲.txt"
    assert check(library).findings == ()
