"""合并文库 in the window: twins are offered, the worker merges, and what came of it is told."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from corpus.library.core.twins import twins_of
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, list_annotations
from desktop.dialogs.merging import LibraryMerge, MergedDialog, MergeDialog
from desktop.services.context import Context
from tests.copies import copied

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def twin(reading_context: Context, library_template: Path, tmp_path: Path) -> Path:
    """Return a second database beside that of the library, with a note that is not there."""
    there = tmp_path / "那边"
    copied(library_template, there)
    library = open_library(there, write=True)
    add_note(library, "那边写的")
    library.close()
    return Path(shutil.copyfile(there / "library.db", reading_context.library.root / "library (冲突副本).db"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Return a window to open dialogs over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_that_twins_are_offered_ticked_and_others_can_be_chosen(
    twin: Path, reading_context: Context, window: QWidget, qtbot: QtBot
) -> None:
    dialog = MergeDialog(reading_context, window)
    assert dialog.chosen() == [str(twin)]
    dialog.offer("/别处/文库")
    dialog.others.item(0).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.agreed) as agreed:
        dialog.button.click()
    assert agreed.args == [["/别处/文库"]]
    assert not MergeDialog(reading_context, window).button.isHidden()


def test_that_the_worker_merges_and_the_way_back_is_offered(
    twin: Path, reading_context: Context, window: QWidget, qtbot: QtBot
) -> None:
    merging = LibraryMerge(reading_context, window)
    merging.merge([str(twin)])
    qtbot.waitUntil(lambda: bool(window.findChildren(MergedDialog)))
    (dialog,) = window.findChildren(MergedDialog)
    assert dialog.lines.item(0).text() == "批注：新增 1"
    notes = {one.annotation.note for one in list_annotations(reading_context.library)}
    assert "那边写的" in notes
    assert twins_of(reading_context.library.root) == ()
    back = next(one for one in dialog.findChildren(QPushButton) if one.text() == "退回合并前…")
    with qtbot.waitSignal(merging.restore) as restored:
        back.click()
    assert Path(restored.args[0]).name.startswith("before-merge-")
