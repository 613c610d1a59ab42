"""A long table reads what it draws, and keeps choice and place by id whatever the library does meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QHoverEvent, QPalette
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.services.tasks import TaskRunner
from desktop.widgets import Column, Listing, PagedModel, PagedTable
from desktop.widgets.tables.cell import CellDelegate
from desktop.widgets.tables.listing import PAGE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = 20_000


@dataclass(frozen=True)
class Line:
    id: str
    text: str


@dataclass
class Shelf:
    """Lines kept somewhere else, and how many of them were read."""

    lines: list[Line]
    read: list[int] = field(default_factory=list)
    fails: bool = False

    def page(self, offset: int, limit: int) -> Sequence[Line]:
        if self.fails:
            raise OSError("gone")
        found = self.lines[offset : offset + limit]
        self.read.append(len(found))
        return found

    def places(self, ids: Sequence[str]) -> Mapping[str, int]:
        return {one.id: place for place, one in enumerate(self.lines) if one.id in ids}

    def rows(self, ids: Sequence[str]) -> Sequence[Line]:
        found = [one for one in self.lines if one.id in ids]
        self.read.append(len(found))
        return found

    def listing(self) -> Listing[Line]:
        return Listing(self.page, lambda: len(self.lines), self.places, self.rows)


def shelf(count: int = LONG) -> Shelf:
    return Shelf([Line(f"l{n}", f"行 {n}") for n in range(count)])


def text_of(line: Line) -> str:
    return line.text


def id_of(line: Line) -> str:
    return line.id


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[TaskRunner]:
    assert qapp is not None
    runner = TaskRunner()
    yield runner
    runner.close()


@dataclass
class Shown:
    table: PagedTable
    model: PagedModel[Line]
    settle: Callable[[], None]

    def texts(self) -> list[str]:
        """Return what the rows in sight say."""
        first = self.table.rowAt(0)
        last = max(self.table.rowAt(self.table.viewport().height() - 1), first)
        return [str(self.model.index(row, 0).data()) for row in range(first, last + 1)]

    def chosen(self) -> list[str]:
        return [one.text for one in self.table.chosen_rows()]


@pytest.fixture
def shown(tasks: TaskRunner, qtbot: QtBot) -> Shown:
    columns = [Column("text", "行", text_of, middle=True), Column("id", "号", id_of, width=80, whole=True)]
    model = PagedModel(columns, id_of, tasks)
    table = PagedTable(model, multiple=True)
    qtbot.addWidget(table)
    table.resize(400, 400)
    table.show()

    def settle() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: tasks.running == 0)
            qtbot.wait(1)

    return Shown(table, model, settle)


def test_the_rows_of_a_list_opened_at_its_end_are_counted_by_the_library(shown: Shown) -> None:
    lines, told = shelf(250), list[int]()

    def count() -> int:
        told.append(len(lines.lines))
        return told[-1]

    shown.model.show(replace(lines.listing(), count=count), wanted="l249")
    shown.settle()
    assert told == [250]
    assert shown.model.rowCount() == 250


def test_that_only_what_is_drawn_is_read(shown: Shown) -> None:
    lines = shelf()
    shown.table.show_listing(lines.listing())
    shown.settle()
    assert shown.texts()[0] == "行 0"
    assert shown.model.rowCount() == LONG
    shown.table.choose_row(LONG - 1)
    shown.settle()
    assert shown.texts()[-1] == f"行 {LONG - 1}"
    assert sum(lines.read) <= 3 * PAGE
    assert shown.chosen() == [f"行 {LONG - 1}"]


class Paints(QObject):
    """Counts how often a widget is drawn."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize(("before", "count"), [(50, 50), (3, LONG), (LONG, 50), (LONG, 3), (3, 250)])
def test_that_other_rows_are_drawn_once_with_columns_that_fit_them(
    shown: Shown, before: int, count: int
) -> None:
    shown.table.show_listing(shelf(before).listing())
    shown.settle()
    paints = Paints()
    shown.table.viewport().installEventFilter(paints)
    longer = Shelf([Line(f"a long number {n}", f"行 {n}") for n in range(count)])
    shown.table.show_listing(longer.listing(), anew=True)
    shown.settle()
    shown.table.viewport().removeEventFilter(paints)
    wanted = shown.table.fit.room_for(longer.lines[2].id, shown.table.font())
    assert shown.model.rowCount() == count
    assert shown.table.columnWidth(1) >= wanted
    assert paints.count == 1


def test_that_a_cell_is_drawn_as_its_column_says(tasks: TaskRunner, qtbot: QtBot) -> None:
    bold, red = QFont("serif", 20), QColor("#b40000")
    shades = [red]
    columns = [
        Column("text", "行", text_of, right=True, colour=lambda _row: shades[0], font=lambda _row: bold)
    ]
    model = PagedModel(columns, id_of, tasks)
    table = PagedTable(model)
    qtbot.addWidget(table)
    model.show(shelf(3).listing())
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    drawn, usual = QStyleOptionViewItem(), QStyleOptionViewItem()
    delegate = CellDelegate(model, table)
    delegate.initStyleOption(drawn, model.index(1, 0))
    QStyledItemDelegate(table).initStyleOption(usual, model.index(1, 0))
    for option in (drawn, usual):
        assert option.text == "行 1"
        assert (option.font.family(), option.font.pointSize()) == (bold.family(), bold.pointSize())
        assert option.displayAlignment == Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        assert option.palette.color(QPalette.ColorRole.Text) == red
        assert option.features & QStyleOptionViewItem.ViewItemFeature.HasDisplay
    assert drawn.font == usual.font
    for ground, shade in (("#ffffff", "#b40000"), ("#ffffff", "#0000b4"), ("#000000", "#b40000")):
        shades[0] = QColor(shade)
        drawn.palette = QPalette(QColor(ground))
        delegate.initStyleOption(drawn, model.index(1, 0))
        roles = (QPalette.ColorRole.Button, QPalette.ColorRole.Text)
        assert [drawn.palette.color(role).name() for role in roles] == [ground, shade]


def test_that_names_which_differ_at_their_ends_are_cut_so_that_they_still_do(shown: Shown) -> None:
    shown.model.show(
        Shelf(
            [Line("a", "商品和服务类电子商务交易额"), Line("b", "商品和服务类电子商务交易额增速")]
        ).listing()
    )
    shown.settle()
    delegate = shown.table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    told = []
    for row in (0, 1):
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, shown.model.index(row, 0))
        letters = option.fontMetrics
        told.append(
            letters.elidedText(option.text, option.textElideMode, letters.horizontalAdvance("商品和服务额"))
        )
    assert told[0].endswith("额")
    assert told[1].endswith("速")


def test_that_no_cell_is_lit_where_a_table_came_under_a_pointer_at_rest(shown: Shown) -> None:
    shown.model.show(shelf(3).listing())
    shown.settle()
    shown.table.setStyleSheet("QTableView::item:hover { background: #c03f2b; }")
    viewport = shown.table.viewport()
    before = viewport.grab().toImage()
    place = QPointF(shown.table.visualRect(shown.model.index(1, 1)).center())
    for kind in (QEvent.Type.HoverEnter, QEvent.Type.HoverMove):
        QApplication.sendEvent(viewport, QHoverEvent(kind, place, place, QPointF(-1, -1)))
    shown.table.viewport().update()
    assert viewport.grab().toImage() == before


def test_that_the_whole_row_under_the_pointer_looks_so_and_no_other(shown: Shown) -> None:
    shown.model.show(shelf(3).listing())
    shown.settle()
    delegate = shown.table.itemDelegate()
    assert isinstance(delegate, CellDelegate)

    def looking_so() -> list[tuple[int, int]]:
        under = []
        for place in ((row, column) for row in range(3) for column in range(2)):
            option = QStyleOptionViewItem()
            delegate.initStyleOption(option, shown.model.index(*place))
            if option.state & QStyle.StateFlag.State_MouseOver:
                under.append(place)
        return under

    assert looking_so() == []
    for row in (1, 2):
        shown.table.entered.emit(shown.model.index(row, 1))
        assert looking_so() == [(row, 0), (row, 1)]
    QApplication.sendEvent(shown.table.viewport(), QEvent(QEvent.Type.Leave))
    assert looking_so() == []


def test_that_a_row_chosen_before_it_is_read_is_told_of_once_it_is(shown: Shown, qtbot: QtBot) -> None:
    shown.table.show_listing(shelf().listing())
    shown.settle()
    with qtbot.waitSignal(shown.table.chosen) as told:
        shown.table.choose_row(LONG // 2)
        shown.table.viewport().repaint()
    assert told.args == [Line(f"l{LONG // 2}", f"行 {LONG // 2}")]


def test_that_choice_and_place_stay_when_rows_come_and_go(shown: Shown) -> None:
    lines = shelf()
    shown.table.show_listing(lines.listing())
    shown.settle()
    shown.table.choose_row(LONG // 2)
    shown.settle()
    scroll = shown.table.verticalScrollBar().value()
    lines.lines.insert(0, Line("new", "新"))
    del lines.lines[LONG - 5 :]
    shown.table.show_listing(lines.listing())
    shown.settle()
    assert shown.chosen() == [f"行 {LONG // 2}"]
    assert shown.table.rows_chosen() == [LONG // 2 + 1]
    assert abs(shown.table.verticalScrollBar().value() - scroll) <= shown.table.rowHeight(0)
    assert shown.model.rowCount() == LONG - 5


def test_that_rows_that_stay_where_they_are_are_not_laid_out_anew(shown: Shown) -> None:
    lines = shelf()
    shown.table.show_listing(lines.listing())
    shown.settle()
    resets: list[None] = []
    shown.model.modelReset.connect(lambda: resets.append(None))
    lines.lines[3] = Line("l3", "改过的")
    shown.table.show_listing(lines.listing())
    shown.settle()
    assert shown.texts()[3] == "改过的"
    assert resets == []


def test_that_a_change_reads_the_rows_it_names_and_no_others(shown: Shown) -> None:
    lines = shelf()
    shown.table.show_listing(lines.listing())
    shown.settle()
    shown.table.choose_row(2)
    lines.read.clear()
    lines.lines[2] = replace(lines.lines[2], text="改过的")
    shown.model.update_rows(["l2", f"l{LONG - 1}"])
    shown.settle()
    assert lines.read == [1]
    assert shown.chosen() == ["改过的"]


def test_that_many_chosen_rows_are_read_when_they_are_asked_for(shown: Shown) -> None:
    lines = shelf(1_000)
    shown.table.show_listing(lines.listing())
    shown.settle()
    shown.table.selectAll()
    got: list[list[Line]] = []
    shown.table.ask_chosen(got.append)
    shown.settle()
    assert [len(one) for one in got] == [1_000]


def test_that_one_comes_back_to_the_order_the_choice_and_the_place(shown: Shown) -> None:
    asked: list[None] = []
    shown.model.order_changed.connect(lambda: asked.append(None))
    state = {"order": "id", "descending": True, "chosen": ["l7"], "scroll": 4_000}
    shown.table.restore_view(state)
    shown.table.show_listing(shelf().listing())
    shown.settle()
    assert asked == []
    assert shown.table.view_state() == state
    shown.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert asked == [None]
    assert shown.model.order == ("text", False)


def test_that_a_row_one_is_sent_to_is_chosen_and_in_sight(shown: Shown) -> None:
    shown.table.choose_ids(["l12345"])
    shown.table.show_listing(shelf().listing(), anew=True)
    shown.settle()
    assert shown.chosen() == ["行 12345"]
    assert "行 12345" in shown.texts()


def test_that_a_listing_that_became_short_shows_its_end(shown: Shown) -> None:
    lines = shelf()
    shown.table.show_listing(lines.listing())
    shown.settle()
    shown.table.choose_row(LONG - 1)
    shown.settle()
    del lines.lines[30:]
    shown.table.show_listing(lines.listing())
    shown.settle()
    assert shown.model.rowCount() == 30
    assert shown.texts()[-1] == "行 29"
    lines.lines.clear()
    shown.table.show_listing(lines.listing())
    shown.settle()
    assert shown.model.rowCount() == 0


def test_that_what_cannot_be_read_is_told_and_read_again_later(shown: Shown, tasks: TaskRunner) -> None:
    troubles: list[Exception] = []
    tasks.unhandled.connect(troubles.append)
    lines = shelf()
    shown.table.show_listing(lines.listing())
    shown.settle()
    lines.fails = True
    shown.table.choose_row(5_000)
    shown.settle()
    assert troubles
    lines.fails = False
    shown.table.choose_row(6_000)
    shown.settle()
    assert shown.chosen() == ["行 6000"]


def test_that_the_model_keeps_the_rules_of_models(shown: Shown) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(shown.model, mode, shown.model)
    lines = shelf(3 * PAGE)
    for count in (3 * PAGE, 2 * PAGE + 5, 0, 2):
        del lines.lines[count:]
        lines.lines += [Line(f"m{n}", "新") for n in range(len(lines.lines), count)]
        shown.table.show_listing(lines.listing())
        shown.settle()
        assert shown.model.rowCount() == count
