"""Ends nobody wishes for: killed at any moment, the folder gone or emptied while it is open."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.indexing import catch_up, sync_index
from corpus.library.finding.search import SearchRequest, search
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, annotate, change_annotation, list_annotations
from corpus.library.notes.drafts import get_draft, new_draft, save_draft
from corpus.library.notes.several import merge_notes
from corpus.library.reading.articles import list_articles
from corpus.library.upkeep.backup import backup, rotate
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.draft import DraftItem
from corpus.model.errors import LibraryError
from corpus.model.span import Span
from tests.copies import copied

ROOT = Path(__file__).resolve().parents[3]
posix = pytest.mark.skipif(os.name != "posix", reason="an open folder can be moved on POSIX")

BUSY = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from corpus.library.notes.annotating import add_note, change_annotation, delete_annotation
    from corpus.library.intake.importing import import_text
    from corpus.library.intake.opening import open_library
    from corpus.library.reading.organising import restore, trash
    from dataclasses import replace
    library = open_library(Path(sys.argv[1]), write=True)
    for number in range(10_000):
        note = add_note(library, f"第{number}条").annotation
        print("kept", note.id, note.note, flush=True)
        changed = change_annotation(library, replace(note, note=f"改{number}")).annotation
        print("kept", note.id, changed.note, flush=True)
        if number % 3 == 0:
            print("leaving", note.id, "-", flush=True)
            delete_annotation(library, note.id)
            print("gone", note.id, "-", flush=True)
        made = import_text(library, "", f"第{number}篇\\n\\n句子。" * 30).sources[0].articles[0].id
        trash(library, [made])
        restore(library, [made])
    """
)


def notes_of(root: Path) -> dict[str, str]:
    library = open_library(root, write=True)
    assert check(library).findings == ()
    notes = {one.annotation.id: one.annotation.note for one in list_annotations(library)}
    library.close()
    return notes


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a kill nothing can be done about")
def test_that_no_note_said_to_be_kept_is_lost_to_a_kill(library_template: Path, tmp_path: Path) -> None:
    root = copied(library_template, tmp_path / "库")
    chance = random.Random(7)  # noqa: S311 - moments, no secrets
    told: dict[str, set[str | None]] = {}
    for _ in range(2):
        command = [sys.executable, "-c", BUSY, str(root)]
        busy = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        assert busy.stdout is not None
        lines = [busy.stdout.readline() for _ in range(chance.randrange(3, 60))]
        busy.kill()
        lines += busy.stdout.readlines()
        busy.wait()
        busy.stdout.close()
        latest: str | None = None
        for what, key, text in (line.split() for line in lines if line.endswith("\n")):
            kept: dict[str, set[str | None]] = {
                "kept": {text}, "leaving": {*told.get(key, ()), None}, "gone": {None}
            }  # fmt: skip
            told[key], latest = kept[what], key
        found = notes_of(root)
        for key, texts in told.items():
            # The last one may have been changed or deleted without there being time to say so.
            assert found.get(key) in texts or key == latest
        told = {key: {found.get(key)} for key in told}
    assert len(told) > 3


@posix
@pytest.mark.parametrize("deleted", [False, True])
def test_that_a_folder_gone_while_open_is_told_of_and_nothing_grows_in_its_place(
    library: Library, tmp_path: Path, *, deleted: bool
) -> None:
    page = tmp_path / "甲.txt"
    page.write_text("题目\n\n一二三四五六七。", encoding="utf-8")
    kept = add_note(library, "早就写的").annotation
    if deleted:
        shutil.rmtree(library.root)
    else:
        library.root.rename(tmp_path / "别处")
    attempts = (
        lambda: add_note(library, "新写的"),
        lambda: import_paths(library, [page]),
        lambda: import_text(library, "甲", "乙丙丁"),
        lambda: sync_index(library),
        lambda: rotate(library),
        lambda: check(library),
    )
    for attempt in attempts:
        with pytest.raises(LibraryError, match="library_gone"):
            attempt()
    assert search(library, SearchRequest("电商")).total > 0
    rescued = backup(library, tmp_path / "救.zip").path
    library.close()
    assert not library.root.exists()
    restore_backup(rescued, library.root)
    assert notes_of(library.root) == {kept.id: kept.note}


@posix
def test_that_what_is_derived_may_be_deleted_at_any_time(library: Library) -> None:
    sync_index(library)
    whole = search(library, SearchRequest("电商")).total
    for name in ("index", "cache"):
        shutil.rmtree(library.root / name, ignore_errors=True)
    assert search(library, SearchRequest("电商")).total == whole
    note = annotate(library, list_articles(library)[0].id, Span(0, 4)).annotation
    catch_up(library)
    assert library.take_cautions() == ()
    assert search(library, SearchRequest("电商")).total == whole
    assert library.store.annotations.get(note.id) == note
    assert library.finder.state().characters_ok


def test_that_a_backup_without_all_originals_says_so(library: Library, tmp_path: Path) -> None:
    page = tmp_path / "甲.txt"
    page.write_text("题目\n\n一二三四五六七。", encoding="utf-8")
    import_paths(library, [page])
    shutil.rmtree(library.root / "originals")
    report = backup(library, tmp_path / "备份.zip")
    assert (report.originals, report.missing) == (0, 1)
    assert [(one.kind, one.values) for one in library.take_cautions()] == [("originals_missing", {"n": 1})]


def test_that_a_clock_set_back_makes_no_note_or_draft_older_than_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus.library.core import clock

    note, other = (add_note(library, words).annotation for words in ("先", "后"))
    draft = new_draft(library, "稿", items=(DraftItem("annotation", other.id),))
    monkeypatch.setattr(clock, "now", lambda: "2001-01-01T00:00:00.000+00:00")
    changed = change_annotation(library, note).annotation
    assert changed.modified > note.modified
    merged = merge_notes(library, (note.id, other.id))
    assert merged.now[0].modified > changed.modified
    times = [draft.modified, *(now.modified for _was, now in merged.drafts)]
    times += [
        save_draft(library, replace(get_draft(library, draft.id), items=items)).modified
        for items in ((), (DraftItem("text", text="写"),))
    ]
    assert times == sorted(set(times))
    assert len(times) == 4


def test_that_a_full_disk_is_told_as_one_and_takes_nothing_that_was_there(library: Library) -> None:
    article = list_articles(library)[0].id
    note = annotate(library, article, Span(0, 4), note="早就写的").annotation
    (pages,) = library.store.database.rows("PRAGMA page_count")[0]
    library.store.database.run(f"PRAGMA max_page_count = {pages}")
    for attempt in (
        lambda: add_note(library, "写" * 99_999),
        lambda: change_annotation(library, replace(note, note="改" * 99_999)),
        lambda: import_text(library, "甲", "".join(chr(0x4E00 + n * 7919 % 20_000) for n in range(99_999))),
    ):
        with pytest.raises(LibraryError, match="disk_full"):
            attempt()
    assert [one.annotation for one in list_annotations(library)] == [note]
    assert check(library).findings == ()
    library.store.database.run("PRAGMA max_page_count = 999999")
    assert add_note(library, "有地方了").annotation.note == "有地方了"
