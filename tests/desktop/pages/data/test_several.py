"""More than one row chosen: the page says how many, and does to all of them what its buttons say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from corpus.library.facts.statistics import statistic
from corpus.model.statistic import FactStatus
from desktop.pages.data import DataPage
from desktop.pages.data.columns import key_of
from tests.desktop.lane import undo

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


def test_several_figures_are_judged_at_once_and_the_bar_is_gone_with_the_choice(pages: Pages) -> None:
    page = pages.open(DataPage)
    model, library = page.figures.model, pages.context.library
    rows = [model.row_at(model.index(number, 0)) for number in range(3)]
    chosen = [key_of(row) for row in rows if row is not None]
    assert len(chosen) == 3
    assert not page.several.isVisible()

    table = page.figures.table
    flags = QItemSelectionModel.SelectionFlag
    three = QItemSelection(model.index(0, 0), model.index(2, 0))
    pages.do(lambda: table.selectionModel().select(three, flags.ClearAndSelect | flags.Rows))
    assert page.several.isVisible()
    assert "3" in page.several.told.text()
    before = [statistic(library, one).statistic.status for one in chosen]
    reject = next(one for one in page.several.buttons if one.text() == "排除")
    pages.do(reject.click)
    assert {statistic(library, one).statistic.status for one in chosen} == {FactStatus.REJECTED}
    assert not page.several.isVisible()
    undo(pages.context)
    assert [statistic(library, one).statistic.status for one in chosen] == before

    pages.do(lambda: table.choose_row(1))
    assert not page.several.isVisible()


def test_what_compares_the_rows_chosen_says_so_and_offers_all_of_them(pages: Pages) -> None:
    page = pages.open(DataPage)
    model, table = page.figures.model, page.figures.table
    flags = QItemSelectionModel.SelectionFlag
    three = QItemSelection(model.index(0, 0), model.index(2, 0))
    pages.do(lambda: table.selectionModel().select(three, flags.ClearAndSelect | flags.Rows))
    for view in ("matrix", "chart"):
        pages.do(lambda view=view: page.show_view(view))  # type: ignore[misc]  # mypy knows no default of a lambda
        assert page.several.isVisible()
        assert "3" in page.several.told.text()
        assert not any(one.isVisible() for one in page.several.buttons)
    compared = len(page.panes.chart.chart.figures)
    pages.do(page.several.whole.click)
    assert not page.several.isVisible()
    assert len(page.panes.chart.chart.figures) > compared
    pages.do(lambda: page.show_view("list"))
    assert page.several.whole.isHidden()
