"""On the paper of a draft the words of title and blocks begin on one line, however large the letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor

from corpus.library.notes.drafts import new_draft
from corpus.model.draft import DraftItem
from desktop.pages.drafts import DraftsPage
from desktop.pages.drafts.growing_text import GrowingText
from desktop.services.targets import DraftsTarget
from desktop.start.application import qt_application

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("dressed", [False, True])
def test_title_headings_and_paragraphs_begin_under_one_another(
    page: DraftsPage, qtbot: QtBot, dressed: bool
) -> None:
    application = qt_application()
    if dressed:
        page.context.theme.apply()
    else:
        application.setStyleSheet("")
    items = (DraftItem("heading", text="一节"), DraftItem("text", text="一段"))
    draft = new_draft(page.context.library, "题目", "blank", items)
    page.show_target(DraftsTarget(draft=draft.id))

    def fields() -> list[GrowingText]:
        return [one for one in page.findChildren(GrowingText) if one.isVisible() and one.toPlainText()]

    qtbot.waitUntil(lambda: {one.toPlainText() for one in fields()} == {"题目", "一节", "一段"})
    begin = {
        one.toPlainText(): one.viewport()
        .mapTo(page, QPoint(one.cursorRect(QTextCursor(one.document())).left(), 0))
        .x()
        for one in fields()
    }
    assert len(set(begin.values())) == 1, begin
