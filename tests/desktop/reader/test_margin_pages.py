"""What the margin tells of pages: never a part of a name."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from corpus.language.phrases import page_name
from corpus.model.numbering import PageRef
from desktop.reader.text.margin import MarginPage
from desktop.theme.fonts import interface_font


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    "ref", [PageRef("12"), PageRef("12", pdf=True), PageRef("3", "xii"), PageRef("120", "118-119")]
)
def test_the_name_of_a_page_is_told_whole_or_as_its_number(ref: PageRef) -> None:
    metrics = QFontMetrics(interface_font(11))
    page = MarginPage(page_name(ref), 0, ref.cited)
    wide = metrics.horizontalAdvance(page.label)
    assert page.shown(metrics, wide) == page.label
    assert page.shown(metrics, wide - 1) == ref.cited
