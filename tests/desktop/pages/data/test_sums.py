"""A total that the parts of another article do not come to stands in the list of disputed figures until one goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from corpus.library.intake.importing import import_text
from corpus.library.reading.organising import restore, trash
from desktop.pages.data import DataPage
from desktop.pages.data.columns import key_of
from desktop.pages.data.contradiction import ContradictionCard

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages

TOLD = {
    "柏林镇卫生院年报": "2022年末，柏林镇有医生和护士86人。",
    "柏林镇卫生人员": "2022年末柏林镇有医生32人、护士44人。",
}
SUM = "32 + 44 = 76 ≠ 86 人"


def disputed(page: DataPage, article: str) -> list[int]:
    """Return the rows of the list in which an article tells a figure."""
    model = page.figures.model
    rows = ((number, model.row_at(model.index(number, 0))) for number in range(model.rowCount()))
    return [number for number, row in rows if row is not None and row.figure.article == article]


def test_a_total_beside_the_parts_of_another_article_is_listed_until_that_goes(pages: Pages) -> None:
    library = pages.context.library
    total, parts = (
        import_text(library, title, f"{title}\n\n{text}").sources[0].articles[0].id
        for title, text in TOLD.items()
    )
    page = pages.open(DataPage)
    pages.do(lambda: page.bar.disputed.setChecked(True))
    (row,) = disputed(page, total)
    pages.do(lambda: page.figures.table.choose_row(row))
    listed = page.figures.model.row_at(page.figures.model.index(row, 0))
    pages.qtbot.waitUntil(
        lambda: (
            page.detail.figure is not None
            and listed is not None
            and page.detail.figure.statistic.id == key_of(listed)
        )
    )
    (card,) = page.detail.findChildren(ContradictionCard)
    told = "\n".join(label.text() for label in card.findChildren(QLabel))
    assert "合计不符" in told
    assert SUM in told
    pages.do(lambda: trash(library, [parts]))
    assert disputed(page, total) == []
    pages.do(lambda: restore(library, [parts]))
    assert len(disputed(page, total)) == 1
