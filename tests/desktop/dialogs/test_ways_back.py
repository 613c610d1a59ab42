"""The ways back in the window: the daily copies, and what is offered where a library is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, delete_annotation, list_annotations
from corpus.library.upkeep.backup import rotate
from corpus.model.errors import LibraryError
from desktop.dialogs.copies import CopiesDialog
from desktop.dialogs.trouble import TroubleDialog
from desktop.services.context import Context

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
    assert not dialog.back.isEnabled()
    dialog.lost.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.back.click()
    qtbot.waitUntil(lambda: dialog.lost.count() == 0)
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


def test_that_a_missing_library_offers_every_way_on(tmp_path: Path, qtbot: QtBot) -> None:
    root = tmp_path / "库"
    library = open_library(root, write=True)
    copy = rotate(library)
    library.close()
    (root / "library.db").unlink()
    with pytest.raises(LibraryError) as caught:
        open_library(root, write=True)
    (tmp_path / "库 2").mkdir()

    def shown() -> tuple[TroubleDialog, dict[str, QPushButton]]:
        made = TroubleDialog(caught.value, root)
        qtbot.addWidget(made)
        return made, {one.text(): one for one in made.findChildren(QPushButton)}

    dialog, buttons = shown()
    assert copy is not None
    assert dialog.windowTitle() == "文库缺失"
    assert {"从备份恢复…", "把完好的部分救到新文库…", "在旁边另建新文库"} <= buttons.keys()
    with qtbot.waitSignal(dialog.restore) as restored:
        next(button for text, button in buttons.items() if text.startswith("恢复每日备份")).click()
    assert restored.args == [str(copy)]
    dialog, buttons = shown()
    with qtbot.waitSignal(dialog.another) as another:
        buttons["在旁边另建新文库"].click()
    assert another.args == [str(tmp_path / "库 3")]
    assert not (root / "library.db").exists()
