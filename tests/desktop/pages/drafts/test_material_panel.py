"""Material beside a draft: sentences found by a word, and what is said where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.library.notes.annotating import list_annotations
from corpus.model.draft import DraftItem
from desktop.pages.drafts.material import MaterialPanel
from desktop.services.context import Context

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def panel(qtbot: QtBot, reading_context: Context) -> MaterialPanel:
    shown = MaterialPanel(reading_context)
    qtbot.addWidget(shown)
    shown.resize(300, 600)
    shown.show()
    shown.kinds.choose("passage")
    shown.look()
    qtbot.waitUntil(lambda: shown.told.text() == "写几个字，找库中的原句。")
    return shown


def test_what_an_empty_panel_says_stands_under_its_field(panel: MaterialPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel.told.geometry().bottom() < panel.height() / 2)
    assert panel.put_button.geometry().top() > panel.height() / 2


def test_that_sentences_are_found_and_put_in_unmarked(
    panel: MaterialPanel, reading_context: Context, qtbot: QtBot
) -> None:
    marked = len(list_annotations(reading_context.library))
    put: list[DraftItem] = []
    panel.wanted.connect(put.extend)
    panel.word.setText("社交电商")
    panel.look()
    qtbot.waitUntil(lambda: bool(panel.rows.row_model.rows))
    assert panel.rows.isVisible()
    panel.rows.choose("0")
    panel.put()
    (item,) = put
    assert item.kind == "passage"
    assert item.quote.strip() == panel.rows.row_model.rows[0].title
    assert len(list_annotations(reading_context.library)) == marked
