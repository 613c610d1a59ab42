"""Restoring and rescuing beside the window's thread: in a process of its own, with progress and a way out."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, delete_annotation, list_annotations
from corpus.library.upkeep.backup import rotate
from corpus.model.progress import Progress
from desktop.dialogs.library_work import LibraryWorkDialog, WorkOutcome
from desktop.dialogs.trouble import TroubleDialog
from desktop.services.notices import Notice, Notices
from desktop.services.worker_link import WorkerLink
from desktop.start.application import Application, make_application
from desktop.start.work_told import tell_outcome
from desktop.widgets import TextLabel
from desktop.widgets.fields.file_dialog import FileDialog
from tests.copies import copied
from tests.desktop.test_worker import SCRIPT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    """Return an application without a window."""
    assert qapp is not None
    made = make_application(tmp_path / "config", tmp_path / "logs")
    yield made
    made.close()


@pytest.fixture
def copy(library_template: Path, library_dir: Path) -> Path:
    """Return a daily copy of a library that lost a note since."""
    copied(library_template, library_dir)
    library = open_library(library_dir, write=True)
    gone = add_note(library, "会删的").annotation
    made = rotate(library)
    delete_annotation(library, gone.id)
    library.close()
    assert made is not None
    return made


def test_that_the_window_restores_in_another_process_and_opens_what_came(
    application: Application, copy: Path, library_dir: Path, qtbot: QtBot
) -> None:
    application.open(library_dir)
    application.restore(str(copy))
    assert application.session is None  # the work has only begun: nothing of it is done in this call
    qtbot.waitUntil(lambda: application.session is not None)
    assert application.session is not None
    notes = [one.annotation.note for one in list_annotations(application.session.context.library)]
    assert notes == ["会删的"]
    latest = application.session.context.notices.latest
    assert latest is not None
    [kept] = library_dir.parent.glob(f"{library_dir.name}.*")
    assert kept.name in latest.text


def spoil(root: Path, table: str) -> None:
    """Overwrite the first page of a table."""
    database = root / "library.db"
    with closing(sqlite3.connect(database)) as connection:
        [(size,)] = connection.execute("PRAGMA page_size")
        [(page,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
    with database.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def shown_troubles() -> list[TroubleDialog]:
    return [
        one for one in QApplication.topLevelWidgets() if isinstance(one, TroubleDialog) and one.isVisible()
    ]


@pytest.mark.logs("library_damaged|work failed")
@pytest.mark.parametrize("table", ["collections", "relations"])
def test_that_damage_found_while_the_window_is_made_or_after_leads_to_the_ways_back(
    application: Application, copy: Path, library_dir: Path, qtbot: QtBot, table: str
) -> None:
    assert copy.exists()
    spoil(library_dir, table)
    application.open(library_dir)
    if table == "relations":  # the frame stands, and a page tells of it
        assert application.session is not None
        notices = application.session.context.notices
        qtbot.waitUntil(lambda: notices.latest is not None and notices.latest.action is not None)
        assert notices.latest is not None
        assert notices.latest.action is not None
        notices.latest.action()
    assert application.session is None
    [trouble] = shown_troubles()
    assert any(one.text().startswith("恢复每日备份") for one in trouble.findChildren(QPushButton))
    trouble.close()


def test_that_what_did_not_come_along_is_named(qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    notices = Notices()
    told: list[Notice] = []
    notices.told.connect(told.append)
    report = {"kept": "", "missing_paths": ["/文/甲.pdf", "乙.docx"]}
    tell_outcome(notices, WorkOutcome("restore", tmp_path, report))
    lost = {"notes": 2, "drafts": 1, "lost": {"annotations": 3}, "lost_originals": ["a" * 64]}
    tell_outcome(notices, WorkOutcome("rescue", tmp_path, lost))
    assert "甲.pdf、乙.docx" in told[1].text
    assert "3 条记录" in told[2].text
    assert "1 个原件" in told[3].text
    assert [one.lasting for one in told] == [False, True, False, True]


def test_that_a_restore_that_fails_opens_the_library_as_it_stood_and_says_why(
    application: Application, copy: Path, library_dir: Path, qtbot: QtBot
) -> None:
    copy.write_bytes(b"no backup")
    application.open(library_dir)
    application.restore(str(copy))
    qtbot.waitUntil(lambda: application.session is not None)
    assert application.session is not None
    latest = application.session.context.notices.latest
    assert latest is not None
    assert copy.name in latest.text


def test_that_the_window_rescues_what_is_sound_of_a_library_that_cannot_be_opened(
    application: Application, library_template: Path, library_dir: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copied(library_template, library_dir)
    library = open_library(library_dir, write=True)
    add_note(library, "要紧的一条")
    library.close()
    database = library_dir / "library.db"
    damaged = b"no database here" + database.read_bytes()[16:]
    database.write_bytes(damaged)
    application.open(library_dir)
    assert application.session is None
    [trouble] = shown_troubles()
    [button] = [one for one in trouble.findChildren(QPushButton) if one.text().startswith("把完好的部分")]
    button.click()
    [chosen] = trouble.findChildren(FileDialog)
    chosen.fileSelected.emit(str(tmp_path / "救出"))
    qtbot.waitUntil(lambda: application.session is not None)
    assert application.session is not None
    rescued = application.session.context.library
    assert rescued.root == tmp_path / "救出"
    assert [one.annotation.note for one in list_annotations(rescued)] == ["要紧的一条"]
    latest = application.session.context.notices.latest
    assert latest is not None
    assert latest.text == "已救出 1 条批注、0 份文稿。"
    assert database.read_bytes() == damaged
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, TroubleDialog)]


def test_that_a_rescue_that_fails_says_why_and_offers_the_ways_on_again(
    application: Application, library_template: Path, library_dir: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    copied(library_template, library_dir)
    (library_dir / "library.db").write_bytes(b"no database here" * 300)
    occupied = tmp_path / "救出"
    occupied.mkdir()
    (occupied / "旧稿.txt").write_text("别人的", encoding="utf-8")

    application.open(library_dir)
    [first] = shown_troubles()
    first.rescue.emit(str(occupied))
    first.accept()
    qtbot.waitUntil(lambda: shown_troubles() not in ([], [first]))
    [again] = shown_troubles()
    assert any("救出" in label.text() for label in again.findChildren(TextLabel))
    assert [one.name for one in occupied.iterdir()] == ["旧稿.txt"]
    again.close()


def test_that_progress_is_shown_and_a_person_can_stop_the_work(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    assert qapp is not None
    script = tmp_path / "work.py"
    script.write_text(SCRIPT, encoding="utf-8")
    link = WorkerLink([sys.executable, str(script)])
    seen: list[Progress] = []
    link.progressed.connect(lambda _title, progress: seen.append(progress))
    dialog = LibraryWorkDialog("正在恢复文库…", tmp_path, link)
    outcomes: list[WorkOutcome] = []
    dialog.over.connect(outcomes.append)
    dialog.run("long", {})
    qtbot.waitUntil(lambda: bool(seen) and seen[-1].done == 5)
    assert (dialog.bar.maximum(), dialog.bar.value(), dialog.count.text()) == (7, 5, "5 / 7  乙")
    dialog.reject()
    qtbot.waitUntil(lambda: bool(outcomes))
    assert (outcomes[0].report, outcomes[0].error) == (None, None)
    link.close()
