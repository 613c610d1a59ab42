"""Daily copies: listed with what changed since, looked into beside, and single notes and drafts taken out of them."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.core.remains import remains_of
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_as_far_as_possible, open_library
from corpus.library.notes.annotating import (
    add_note,
    annotate,
    change_annotation,
    delete_annotation,
    get_annotation,
    list_annotations,
)
from corpus.library.notes.drafts import delete_draft, drafts, new_draft
from corpus.library.reading.organising import delete_for_good
from corpus.library.upkeep.backup import rotate
from corpus.library.upkeep.copies import (
    Difference,
    LostNotes,
    bring_back,
    find_copy,
    list_copies,
    look_into,
    lost_since,
)
from corpus.model.annotation import AnchorStatus
from corpus.model.errors import LibraryError, UnknownIdError, YindeError
from corpus.model.span import Span
from tests.processes.standing import StandingProgram

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def copied(library: Library) -> Library:
    """Return a library with a copy of the day, since which a note was changed, one deleted and one written."""
    for name in ("会改的", "会删的", "不动的"):
        add_note(library, name)
    new_draft(library, "会删的文稿")
    rotate(library)
    notes = {one.annotation.note: one.annotation for one in list_annotations(library)}
    change_annotation(library, replace(notes["会改的"], note="改过了"))
    delete_annotation(library, notes["会删的"].id)
    add_note(library, "后来写的")
    delete_draft(library, drafts(library)[0].id)
    import_text(library, "甲", "乙丙丁。")
    return library


def test_that_copies_are_listed_with_what_changed_since(copied: Library) -> None:
    (copied.root / "backups" / "library-2001-01-01.db").write_bytes(b"nothing of ours")
    newest, broken = list_copies(copied.root, copied)
    assert newest.since is not None
    assert (newest.readable, newest.notes, newest.drafts, newest.size > 0) == (True, 3, 1, True)
    assert (newest.since.notes, newest.since.drafts) == (Difference(1, 1, 1), Difference(0, 0, 1))
    assert newest.since.articles == Difference(1, 0, 0)
    assert (broken.date, broken.readable, broken.since) == ("2001-01-01", False, None)
    assert list_copies(copied.root)[0].since is None


def test_that_a_copy_of_a_day_to_come_is_never_the_newest(copied: Library) -> None:
    made = find_copy(copied.root, "newest")
    for day in ("1999-12-31", "2999-01-01"):
        made.with_name(f"library-{day}.db").write_bytes(b"")
    assert [one.date for one in list_copies(copied.root)][1:3] == ["1999-12-31", "2999-01-01"]
    assert find_copy(copied.root, "newest") == made
    assert remains_of(copied.root).newest_sound_copy() == made


def test_that_copies_come_newest_first_those_of_days_before_those_made_before_a_work(copied: Library) -> None:
    made = find_copy(copied.root, "newest")
    beside = (
        "library-2001-02-03.db",
        "before-merge-1.db",
        "before-merge-3.db",
        "before-repair-2.db",
        "merged-4.db",
    )
    for name in (*beside, "other.db"):
        made.with_name(name).write_bytes(made.read_bytes())
    for version in (12, 19):
        (copied.root / f"library.v{version}.bak.db").write_bytes(made.read_bytes())
    assert [one.name for one in list_copies(copied.root)] == [
        made.name, "library-2001-02-03.db", "merged-4.db", "before-repair-2.db", "before-merge-3.db",
        "before-merge-1.db", "library.v19.bak.db", "library.v12.bak.db",
    ]  # fmt: skip
    assert [one.date for one in list_copies(copied.root)][1:4] == ["2001-02-03", "", ""]
    assert find_copy(copied.root, "before-merge-3.db").name == "before-merge-3.db"


def test_that_a_copy_is_looked_into_beside_and_nothing_of_it_changes(copied: Library) -> None:
    copy = find_copy(copied.root, "newest")
    before = copy.read_bytes()
    look = open_library(look_into(copied.root, copy.name), write=False)
    assert {one.annotation.note for one in list_annotations(look)} == {"会改的", "会删的", "不动的"}
    look.close()
    with pytest.raises(LibraryError, match="library_look"):
        open_library(look.root, write=True)
    look = open_as_far_as_possible(look.root)
    assert [one.kind for one in look.take_cautions()] == ["looking"]
    look.close()
    assert copy.read_bytes() == before
    assert {one.annotation.note for one in list_annotations(copied)} == {"改过了", "不动的", "后来写的"}


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EIO])
def test_that_a_copy_is_looked_into_elsewhere_where_the_library_s_disk_takes_nothing(
    copied: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """Only a disk that fails, which is told of by the library, ends it."""
    copy = list_copies(copied.root)[0]
    (tmp_path / "passing").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "passing"))
    real = Path.mkdir

    def mkdir(path: Path, *given: Any, **named: Any) -> None:
        if path.is_relative_to(copied.root) or (tmp_path / "full").exists():
            raise OSError(number, os.strerror(number), str(path))
        real(path, *given, **named)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    if number == errno.EIO:
        with pytest.raises(LibraryError) as failed:
            look_into(copied.root, copy.name)
        assert (failed.value.kind, failed.value.values["path"]) == ("disk_failed", str(copied.root))
        return
    place = look_into(copied.root, copy.name)
    assert place.is_relative_to(tmp_path / "passing")
    look = open_library(place, write=False)
    assert len(list_annotations(look)) == copy.notes
    look.close()
    (tmp_path / "full").touch()
    with pytest.raises(YindeError) as nowhere:
        look_into(copied.root, copy.name)
    kind = "disk_full" if number == errno.ENOSPC else "not_writable"
    assert (nowhere.value.kind, nowhere.value.values["path"]) == (kind, str(tmp_path / "passing"))


def test_that_what_is_gone_or_different_is_taken_out_of_a_copy_and_nothing_is_written_over(
    copied: Library,
) -> None:
    lost = lost_since(copied, "newest")
    assert {one.note for one in lost.notes} == {"会改的", "会删的"}
    assert [one.title for one in lost.drafts] == ["会删的文稿"]
    assert lost.changed == tuple(one.id for one in lost.notes if one.note == "会改的")
    back = bring_back(
        copied,
        "newest",
        notes=tuple(one.id for one in lost.notes),
        drafts=tuple(one.id for one in lost.drafts),
    )
    assert {one.note for one in back.notes} == {"会改的", "会删的"}
    notes = sorted(one.annotation.note for one in list_annotations(copied))
    assert notes == sorted(["改过了", "不动的", "后来写的", "会改的", "会删的"])
    assert [one.title for one in drafts(copied)] == ["会删的文稿"]
    gone = next(one for one in lost.notes if one.note == "会删的")
    assert get_annotation(copied, gone.id) == gone
    assert lost_since(copied, "newest") == LostNotes((), ())
    assert not (copied.root / "cache" / "looks").exists()


def test_that_a_note_of_an_article_that_is_gone_waits_for_a_place(library: Library) -> None:
    article = import_text(library, "甲", "乙丙丁戊己庚。").sources[0].articles[0].id
    note = annotate(library, article, Span(2, 5), note="记").annotation
    rotate(library)
    delete_annotation(library, note.id)
    delete_for_good(library, [article])
    (back,) = bring_back(library, "newest", notes=(note.id,)).notes
    assert (back.id, back.note, back.status, back.span) == (note.id, "记", AnchorStatus.ORPHAN, None)
    assert lost_since(library, "newest").notes == ()


def test_that_of_two_marks_on_the_same_words_the_one_that_is_gone_is_lost(library: Library) -> None:
    article = import_text(library, "甲", "乙丙，乙丙。").sources[0].articles[0].id
    kept = annotate(library, article, Span(2, 4)).annotation
    gone = annotate(library, article, Span(5, 7)).annotation
    assert kept.selector.exact == gone.selector.exact
    rotate(library)
    delete_annotation(library, gone.id)
    assert [one.id for one in lost_since(library, "newest").notes] == [gone.id]


def test_that_unknown_names_and_ids_change_nothing(copied: Library) -> None:
    with pytest.raises(UnknownIdError, match="unknown_copy"):
        find_copy(copied.root, "library-1999-01-01.db")
    before = copied.store.database.last_change()
    lost = lost_since(copied, "newest")
    with pytest.raises(UnknownIdError, match="unknown_draft"):
        bring_back(copied, "newest", notes=(lost.notes[0].id,), drafts=("nobody",))
    assert copied.store.database.last_change() == before


def test_that_the_command_lists_restores_and_brings_back(copied: Library, program: StandingProgram) -> None:
    def asked(*arguments: str) -> Any:
        return json.loads(program.run("--library", str(copied.root), "--json", *arguments).out)

    gone = next(one for one in lost_since(copied, "newest").notes if one.note == "会删的")
    copied.close()
    (listed,) = asked("copies")
    assert listed["since"]["notes"] == {"added": 1, "changed": 1, "removed": 1}
    assert asked("copies", "--from", listed["date"], "--note", gone.id) == {
        "brought_back": {"notes": [gone.id], "drafts": []}
    }
    (copied.root / "library.db").unlink()
    told = asked("annotations")["error"]
    assert (told["kind"], listed["name"] in told["message"]) == ("library_missing", True)
    assert asked("copies")[0]["since"] is None
    assert asked("copies", "--restore", listed["name"])["missing"] == 0
    assert {one["note"] for one in asked("annotations")} == {"会改的", "会删的", "不动的"}
