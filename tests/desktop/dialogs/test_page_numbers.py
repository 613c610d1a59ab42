from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.reading.page_numbers import PageNumbering
from corpus.model.numbering import PageStretch
from desktop.dialogs.page_numbers import PageNumbersDialog
from desktop.services.context import Context

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def opened(qtbot: QtBot, context: Context, *stretches: PageStretch, here: int = 3) -> PageNumbersDialog:
    numbering = PageNumbering("s1", (1, 20), stretches, stretches)
    dialog = PageNumbersDialog(context, "a1", numbering, here, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_one_match_numbers_the_file_from_there(qtbot: QtBot, reading_context: Context) -> None:
    dialog = opened(qtbot, reading_context)
    dialog.rows[0].label.setText("45")
    assert dialog.stretches == (PageStretch(3, "45"),)
    assert "PDF 第 3–20 页 = 印刷 45–62" in dialog.told.text()


def test_several_stretches_roman_and_spreads(qtbot: QtBot, reading_context: Context) -> None:
    dialog = opened(qtbot, reading_context, PageStretch(1, "i"), here=6)
    dialog._on_more()
    assert dialog.rows[1].label.text() == "vi"
    dialog.rows[1].label.setText("1")
    dialog.rows[1].each.setCurrentIndex(1)
    assert dialog.stretches == (PageStretch(1, "i"), PageStretch(6, "1", 2))
    assert "PDF 第 1–5 页 = 印刷 i–v" in dialog.told.text()
    assert "PDF 第 6–20 页 = 印刷 1–30" in dialog.told.text()
    dialog._on_removed(dialog.rows[0])
    assert list(dialog.stretches) == [PageStretch(6, "1", 2)]


def test_what_is_no_number_cannot_be_kept(qtbot: QtBot, reading_context: Context) -> None:
    dialog = opened(qtbot, reading_context, PageStretch(1, "1"))
    dialog.rows[0].label.setText("iiii")
    assert not dialog.save.isEnabled()
    dialog.rows[0].label.setText("")
    assert dialog.save.isEnabled()
