"""The ways back in the window: the daily copies, and what is offered where a library is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, delete_annotation, list_annotations
from corpus.library.upkeep.backup import rotate
from corpus.library.upkeep.copies import _copy
from corpus.model.errors import InputError, LibraryError
from desktop.dialogs.check import CheckDialog
from desktop.dialogs.copies import CopiesDialog, name_of
from desktop.dialogs.trouble import TroubleDialog
from desktop.services.context import Context
from desktop.widgets import TextLabel
from desktop.widgets.buttons import PrimaryButton
from desktop.widgets.lists.line_list import LineList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def dialog(reading_context: Context, qtbot: QtBot) -> Iterator[CopiesDialog]:
    """Return the dialog over a library that lost one note since its copy was made."""
    library = reading_context.library
    add_note(library, "还在的")
    gone = add_note(library, "会删的").annotation
    rotate(library)
    delete_annotation(library, gone.id)
    parent = QWidget()
    qtbot.addWidget(parent)
    made = CopiesDialog(reading_context, parent)
    qtbot.waitUntil(lambda: made.lost.count() == 1)
    yield made
    assert parent is made.parent()


def test_that_a_note_is_brought_back_out_of_a_copy(
    dialog: CopiesDialog, reading_context: Context, qtbot: QtBot
) -> None:
    assert "删除 1" in dialog.copies.item(0).text()
    assert "已删除" in dialog.lost.item(0).text()
    assert not dialog.back.isEnabled()
    dialog.lost.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.back.click()
    qtbot.waitUntil(lambda: dialog.lost.count() == 0 and "没有改动" in dialog.copies.item(0).text())
    notes = {one.annotation.note for one in list_annotations(reading_context.library)}
    assert notes == {"还在的", "会删的"}


def test_that_a_copy_is_opened_beside_and_restored_whole(
    dialog: CopiesDialog, reading_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda _program, given: started.append(given))
    dialog.look.click()
    qtbot.waitUntil(lambda: bool(started))
    look = Path(started[0][-1])
    assert look.is_relative_to(reading_context.library.root / "cache")
    assert (look / "library.db").exists()
    with qtbot.waitSignal(dialog.restore) as asked:
        dialog.whole.click()
    assert Path(asked.args[0]).parent == reading_context.library.root / "backups"


def test_that_a_copy_that_cannot_be_read_is_told_of_and_offers_nothing(
    dialog: CopiesDialog, reading_context: Context, qtbot: QtBot
) -> None:
    (reading_context.library.root / "backups" / "library-2001-01-01.db").write_bytes(b"nothing of ours")
    again = CopiesDialog(reading_context, dialog)
    qtbot.waitUntil(lambda: again.lost.count() == 1)
    again.copies.setCurrentRow(1)
    assert (again.lost.count(), again.look.isEnabled(), again.whole.isEnabled()) == (0, False, False)
    assert "读不出来" in again.state.text()


@pytest.mark.parametrize(
    ("kind", "offered"),
    [("row", ["怎么办…"]), ("database", ["怎么办…"]), ("twin", ["合并…"]), ("original", []), ("note", [])],
)
def test_that_a_check_offers_the_ways_on_of_what_it_found(
    qtbot: QtBot, kind: str, offered: list[str]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    found = {"kind": kind, "where": "note 甲", "detail": "/文/甲.pdf"}
    report = {"articles": 1, "notes": 1, "originals": 1, "indexed": 1, "findings": [found], "healed": []}
    dialog = CheckDialog(report, parent)
    ways = [one for one in dialog.findChildren(QPushButton) if one.text() != "关闭"]
    assert [one.text() for one in ways] == offered
    for way in ways:
        with qtbot.waitSignal(dialog.merging if kind == "twin" else dialog.distrusted):
            way.click()
    hints = [one.text() for one in dialog.findChildren(TextLabel)]
    assert ("重新导入" in " ".join(hints)) == (kind == "original")
    [lines] = dialog.findChildren(LineList)
    assert lines.item(0).text().split("  ")[1] == {
        "row": "批注 甲",
        "twin": "note 甲",
        "original": "甲.pdf",
    }.get(kind, "/文/甲.pdf")


def test_that_a_missing_library_offers_every_way_on(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "库"
    library = open_library(root, write=True)
    copy = rotate(library)
    library.close()
    assert copy is not None
    older = Path(shutil.copy(copy, copy.with_name("library-2001-02-03.db")))
    (root / "library.db").unlink()
    with pytest.raises(LibraryError) as caught:
        open_library(root, write=True)
    (tmp_path / "库 2").mkdir()

    def shown() -> tuple[TroubleDialog, dict[str, QPushButton]]:
        made = TroubleDialog(caught.value, root)
        qtbot.addWidget(made)
        return made, {one.text(): one for one in made.findChildren(QPushButton)}

    dialog, buttons = shown()
    assert dialog.windowTitle() == "文库缺失"
    assert "copies" not in " ".join(one.text() for one in dialog.findChildren(TextLabel))
    assert [dialog.listed.item(row).text()[:10] for row in range(dialog.listed.count())] == [
        copy.stem.removeprefix("library-"), "2001-02-03",
    ]  # fmt: skip
    started: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda _program, given: started.append(given))
    buttons["先看一眼"].click()
    assert (Path(started[0][-1]) / "library.db").read_bytes() == copy.read_bytes()
    assert {"从备份恢复…", "把完好的部分救到新文库…", "在旁边另建新文库"} <= buttons.keys()
    with qtbot.waitSignal(dialog.restore) as restored:
        next(button for text, button in buttons.items() if text.startswith("恢复每日备份")).click()
    assert restored.args == [str(copy)]
    dialog, buttons = shown()
    dialog.listed.setCurrentRow(1)
    with qtbot.waitSignal(dialog.restore) as restored:
        dialog.back.click()
    assert restored.args == [str(older)]
    dialog, buttons = shown()
    with qtbot.waitSignal(dialog.another) as another:
        buttons["在旁边另建新文库"].click()
    assert another.args == [str(tmp_path / "库 3")]
    assert not (root / "library.db").exists()


@pytest.mark.parametrize(("kind", "leads"), [("library_damaged", False), ("library_missing", True)])
def test_that_to_try_again_leads_only_where_it_can_help(
    kind: str, leads: bool, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = TroubleDialog(InputError(kind, path=str(tmp_path)), tmp_path)
    qtbot.addWidget(dialog)
    primary = [one.text() for one in dialog.findChildren(PrimaryButton)]
    assert primary == (["再试一次"] if leads else [])


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("library-2026-12-01.db", "2026-12-01"),
        ("library.v23.bak.db", "升级前，第 23 版"),
        ("before-merge-2026-12-01T050000123.db", "合并前，2026-12-01"),
        ("merged-library (冲突).db", "已并入的副本，library (冲突)"),
    ],
)
def test_every_copy_the_program_keeps_is_called_by_what_it_is(tmp_path: Path, file: str, told: str) -> None:
    (tmp_path / file).write_bytes(b"")
    assert name_of(_copy(tmp_path / file, None)) == told
