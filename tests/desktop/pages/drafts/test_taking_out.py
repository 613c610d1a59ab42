"""Delete takes out the block that was clicked, wherever on it the click came down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from corpus.library.facts.statistics import statistics
from corpus.library.notes.passages import sentence_passage
from corpus.library.reading.articles import list_articles, reading
from corpus.model.draft import DraftItem
from desktop.pages.drafts import DraftsPage
from tests.desktop.lane import settle
from tests.desktop.pages.drafts.at_hand import begun

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _items(page: DraftsPage) -> dict[str, DraftItem]:
    library = page.context.library
    figures = [one.statistic.id for one in statistics(library)]
    article = next(one.id for one in list_articles(library) if one.figures > 5)
    return {
        "passage": sentence_passage(library, article, reading(library, article).sentences[6]),
        "figure": DraftItem("figure", figures[0]),
        "figures": DraftItem("figures", " ".join(figures[:4])),
        "matrix": DraftItem("matrix", " ".join(figures), shape="years"),
        "chart": DraftItem("chart", " ".join(figures)),
        "hits": DraftItem("hits", figures[0], text="电商"),
    }


PARTS = (
    "Handle", "QuotedLabel", "ComparedTable", "ChartView", "DrawingView", "TextLabel", "EvidenceBlock", "Segments",
    "segment", "GrowingText",
)  # fmt: skip
KINDS = ("passage", "figure", "figures", "matrix", "chart", "hits")


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
@pytest.mark.parametrize("kind", KINDS)
def test_that_delete_takes_out_a_block_clicked_anywhere(
    page: DraftsPage, qtbot: QtBot, kind: str, key: Qt.Key
) -> None:
    begun(page, qtbot, "blank")
    number, item = len(page.paper_area.paper.blocks()), _items(page)[kind]
    page.activateWindow()
    kept = []
    # Backspace in an empty field leaves it first, and a choice of use goes on to the field.
    for name in PARTS if key == Qt.Key.Key_Delete else PARTS[:-3]:
        page.editing.put((item,), number - 1)
        settle(page.context)
        qtbot.waitUntil(lambda: len(page.paper_area.paper.blocks()) == number + 1)
        block = page.paper_area.paper.blocks()[number]
        QTest.mouseClick(block, Qt.MouseButton.LeftButton, pos=QPoint(block.width() - 2, 2))
        part = next((one for one in _parts(block) if name in (type(one).__name__, one.objectName())), None)
        if part is not None:
            QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        at_hand = QApplication.focusWidget()
        assert at_hand is not None
        QTest.keyClick(at_hand, key)
        settle(page.context)
        if len(page.paper_area.paper.blocks()) != number:
            kept.append(name)
            page.editing.remove(number)
            settle(page.context)
        qtbot.waitUntil(lambda: len(page.paper_area.paper.blocks()) == number)
    assert kept == []


def _parts(block: QWidget) -> list[QWidget]:
    return [block, *(one for one in block.findChildren(QWidget) if one.isVisible())]
