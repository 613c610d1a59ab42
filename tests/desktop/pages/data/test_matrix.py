"""指标对照 in the page of figures: what it holds, where it begins, and how its lines are named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QTableView

from corpus.library.facts.statistics import statistic
from corpus.library.notes.drafts import drafts
from corpus.report.matrix import MatrixCell, Value
from desktop.pages.data import DataPage
from desktop.pages.data.matrix_model import FIRST_ROWS, INDENT, MatrixModel, shown_of
from desktop.pages.data.matrix_pane import NAMES
from tests.desktop.pages.data.test_page import choose, place_of

if TYPE_CHECKING:
    import pytest

    from tests.desktop.pages.conftest import Pages


def test_the_matrix_and_the_chart_hold_what_is_filtered_and_open_their_sentences(pages: Pages) -> None:
    page = pages.open(DataPage)
    page.bar.field.setText("社交电商市场规模")
    pages.do(page.bar.changed.emit)
    pages.do(lambda: page.show_view("matrix"))
    model, matrix = page.panes.matrix.model, page.panes.matrix.model.matrix
    assert matrix.disputed == 1
    parted = [line for line in range(model.rowCount()) if model.parting(line)]
    sides = [model.headerData(line, Qt.Orientation.Vertical) for line in range(model.rowCount())]
    assert parted[0] == 0
    assert [line for line, side in enumerate(sides) if not str(side).startswith(INDENT)] == parted
    assert not any(model.cell(model.index(line, 0)).values for line in parted)
    counts = [
        sum((row, column) in (matrix.cells or {}) for row in range(FIRST_ROWS))
        for column in range(model.columnCount())
    ]
    assert counts[model.fullest] == max(counts)
    index = next(
        model.index(line, column)
        for line in range(model.rowCount()) for column in range(model.columnCount())
        if model.cell(model.index(line, column)).disputed
    )  # fmt: skip
    assert model.data(index, Qt.ItemDataRole.ForegroundRole) == pages.context.theme.colour("cinnabar")
    pages.do(lambda: page.panes.matrix.table.doubleClicked.emit(index))
    figure = model.cell(index).figures[0]
    assert pages.gone[-1] == place_of(statistic(pages.context.library, figure))
    pages.do(lambda: page.show_view("chart"))
    assert set(page.panes.chart.chart.figures) <= {
        one for cell in (matrix.cells or {}).values() for one in cell.figures
    }
    assert page.panes.chart.view.marks()


def test_the_matrix_begins_with_the_figure_looked_at_and_tells_of_no_other(pages: Pages) -> None:
    page = pages.open(DataPage)
    for metric in ("电子商务交易额增速", "社交电商市场规模"):
        view = choose(pages, page, metric)
        pages.do(lambda: page.show_view("matrix"))
        table, model = page.panes.matrix.table, page.panes.matrix.model
        assert view.statistic.id in model.cell(table.currentIndex()).figures
        seen = table.visualRect(table.currentIndex())
        assert table.viewport().rect().contains(seen)
        assert table.verticalHeader().width() <= table.width() * NAMES // 100
        assert table.columnViewportPosition(
            table.columnAt(0)
        ) == 0 or table.horizontalScrollBar().value() == (table.horizontalScrollBar().maximum())
        shown = page.detail.figure
        assert shown is not None
        assert shown.statistic.id in model.cell(table.currentIndex()).figures
        pages.do(lambda: page.show_view("list"))
    page.bar.field.setText("没有这样的指标")
    page.show_view("matrix")
    pages.do(page.bar.changed.emit)
    pages.qtbot.waitUntil(lambda: page.detail.figure is None)


def test_the_words_of_a_parting_line_run_on_over_the_cells_and_take_no_room_from_them(pages: Pages) -> None:
    page = pages.open(DataPage)
    pages.do(lambda: page.show_view("matrix"))
    table, model = page.panes.matrix.table, page.panes.matrix.model
    names = [str(model.headerData(line, Qt.Orientation.Vertical) or "") for line in range(model.rowCount())]
    widest = max(table.verticalHeader().fontMetrics().horizontalAdvance(one) for one in names)
    line = max(range(model.rowCount()), key=lambda one: len(model.parting(one)))
    table.verticalHeader().setFixedWidth(24)
    table.scrollTo(model.index(line, 0), QAbstractItemView.ScrollHint.PositionAtTop)
    assert table.verticalHeader().sizeHint().width() <= widest + 2 * 24
    words = QRect(0, table.rowViewportPosition(line) + 4, 60, table.rowHeight(line) - 8)
    picture = table.viewport().grab(words).toImage()
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) > 2


def test_the_matrix_opens_where_most_is_held_unless_a_person_chose_a_figure(pages: Pages) -> None:
    page = pages.open(DataPage)
    table = page.figures.table
    pages.do(
        lambda: table.sortByColumn(
            [one.key for one in table.list_model.columns].index("value"), Qt.SortOrder.DescendingOrder
        )
    )
    first = table.chosen_ids()
    assert len(first) == 1
    assert table.picked_ids() == []
    pages.do(lambda: page.show_view("matrix"))
    cells, model = page.panes.matrix.table, page.panes.matrix.model
    assert first[0] not in model.cell(cells.currentIndex()).figures
    assert held_in_sight(cells, model) > 0
    best, bar = held_in_sight(cells, model), cells.horizontalScrollBar()
    for column in range(model.columnCount()):
        bar.setValue(cells.horizontalHeader().sectionPosition(column))
        inside = cells.viewport().rect().contains(cells.visualRect(cells.currentIndex()))
        assert not inside or held_in_sight(cells, model) <= best
    pages.do(lambda: page.show_view("list"))
    QTest.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.currentIndex()).center()
    )
    pages.do(lambda: page.show_view("matrix"))
    assert first[0] in model.cell(cells.currentIndex()).figures


def held_in_sight(cells: QTableView, model: MatrixModel) -> int:
    room = cells.viewport().rect()
    last = cells.rowAt(room.bottom())
    held = model.held(max(cells.rowAt(0), 0), last if last >= 0 else model.rowCount())
    seen = (
        column for column in held
        if cells.columnViewportPosition(column) >= 0
        and cells.columnViewportPosition(column) + cells.columnWidth(column) <= room.width()
    )  # fmt: skip
    return sum(held[column] for column in seen)


def test_that_a_cell_of_many_values_shows_the_first_and_how_many_there_are() -> None:
    values = tuple(Value(f"{number}.5%", (str(number),), ("甲",)) for number in range(1, 8))
    assert shown_of(MatrixCell(values[:3])) == "1.5% / 2.5% / 3.5%"
    assert shown_of(MatrixCell(values, disputed=True)) == "1.5% ≠ 2.5% 等 7 个"


def test_that_nothing_found_is_told_alike_in_every_view(pages: Pages) -> None:
    page = pages.open(DataPage)
    page.bar.field.setText("没有这样的指标")
    pages.do(page.bar.changed.emit)
    for view in ("list", "matrix", "chart"):
        pages.do(partial(page.show_view, view))
        pages.qtbot.waitUntil(page.figures.empty.isVisible)
        assert page.left.currentWidget() is page.figures
        assert page.figures.empty.button.text() == "清除筛选"
    page.bar.field.clear()
    pages.do(page.bar.changed.emit)
    assert page.left.currentWidget() is not page.figures


def test_that_many_figures_go_into_a_draft_only_after_a_question(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = pages.open(DataPage)
    pages.do(lambda: page.show_view("matrix"))
    monkeypatch.setattr("desktop.pages.data.matrix_pane.MOST_UNASKED", 0)
    pane, library = page.panes.matrix, pages.context.library
    pages.do(pane.put_into_draft)
    assert pane.question.isVisible()
    pages.do(pane.question.no.click)
    assert drafts(library) == ()
    pages.do(pane.put_into_draft)
    pages.do(pane.question.yes.click)
    assert [one.kind for one in drafts(library)[0].items] == ["matrix"]
    assert not pane.question.isVisible()
