"""The preview on its key is what comes out: every kind of block, as it is in the page that is exported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from corpus.library.notes.drafts import get_draft
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import export
from desktop.export.export_choices import ExportChoice, arguments
from desktop.export.report_sheet import SheetLook, dressed
from desktop.pages.drafts.draft_export import subject_of
from desktop.pages.drafts.page import DraftsPage
from desktop.services.changes import ChangeBridge
from desktop.services.context import Context
from desktop.services.targets import DraftsTarget
from desktop.window.main_window import MainWindow
from tests.corpus.report.test_every_block import whole

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot, reading_context: Context) -> Iterator[MainWindow]:
    made = MainWindow(reading_context.theme, reading_context.settings)
    qtbot.addWidget(made)
    made.furnish(reading_context)
    bridge = ChangeBridge(reading_context.library, made)
    bridge.changed.connect(made.parts.pages.take_changes)
    made.resize(1400, 900)
    made.show()
    yield made
    bridge.close()


def test_that_the_preview_on_its_key_is_what_comes_out(
    window: MainWindow, reading_context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    library = reading_context.library
    draft = whole(library)
    reading_context.navigator.go(DraftsTarget(draft.id))
    page = window.findChild(DraftsPage)
    assert page is not None
    qtbot.waitUntil(lambda: page.editing.draft is not None and page.editing.draft.id == draft.id)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F9)
    preview = page.paper_area.preview
    qtbot.waitUntil(lambda: "参考文献" in preview.toPlainText())
    shown: list[bool] = []
    preview.show_whole(lambda: shown.append(True))
    qtbot.waitUntil(lambda: bool(shown))
    kept = get_draft(library, draft.id)
    choice = ExportChoice("html", kept.title)
    path = tmp_path / "稿.html"
    export(library, request_from(arguments(subject_of(kept), choice, str(path))))
    exported = QTextDocument()
    exported.setHtml(dressed(path.read_text("utf-8"), SheetLook(reading_context.theme.tokens)))
    assert preview.toPlainText() == exported.toPlainText()
