"""指标对照: figures side by side; every cell leads to its sentence or the cell of its table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.model.draft import DraftItem
from corpus.report.labels import ReportLabels
from corpus.report.matrix import LAYOUTS, Matrix, matrix_of
from corpus.report.matrix_files import write_matrix
from desktop.operations.drafts import put_into_latest
from desktop.pages.data.matrix_model import MatrixModel, shown_of
from desktop.pages.data.matrix_names import MatrixNames
from desktop.pages.data.saving import save_as
from desktop.theme.fonts import scaled
from desktop.widgets import EmptyState, FlowLayout, QuietButton, TextLabel
from desktop.widgets.fields.choice import Choice
from desktop.widgets.fields.segments import Segments
from desktop.widgets.frames.question import QuestionStrip
from desktop.widgets.read_only import only_where_writable

if TYPE_CHECKING:
    from desktop.services.context import Context
    from desktop.theme import ThemeManager

ROW = 30
MOST_UNASKED = 200
"""So many figures go into a draft as one table without a question; more are hardly ever meant."""
NARROWEST = 72
WIDEST = 220
LINES = 20
"""So many lines above and below the one come to are in sight at most."""
NAMES = 36
"""So many hundredths of the table the names at the side take at most."""


class _Cells(QTableView):
    """The cells; Enter opens the one looked at. The names at the side leave most of the room to them."""

    entered_cell = Signal(QModelIndex)

    def __init__(self, theme: ThemeManager) -> None:
        super().__init__()
        self.names = MatrixNames(theme, self)
        self.setVerticalHeader(self.names)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and over them the words of the lines that part them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.names.paint_over(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names at the side to their share."""
        self.verticalHeader().setMaximumWidth(self.width() * NAMES // 100)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_cell.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class MatrixPane(QWidget):
    """Shows figures as a matrix; ``looked_at`` and ``opened`` carry the id of the first figure of a cell."""

    looked_at = Signal(str)
    opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._items: Sequence[LocatedStatistic] = ()
        self._note = ""
        self._looked = ""
        self._labels = ReportLabels(**report_labels())
        self.layouts = Segments(_("排列"), [
            ("years", _("年份作列"), _("指标与地区作行，年份作列")),
            ("places", _("地区作列"), _("指标与年份作行，地区作列")),
            ("metrics", _("指标作列"), _("地区与年份作行，指标作列")),
            ("sources", _("出处作列"), _("各家说法并排")),
        ])  # fmt: skip
        self.unit = Choice(_("单位"), width=104)
        self.save = QuietButton(_("导出表…"), context.theme, "export")
        self.into_draft = QuietButton(_("加入文稿"), context.theme, "draft-add")
        only_where_writable(context.library, self.into_draft)
        self.question = QuestionStrip(_("取消"), self)
        self.told = TextLabel("", "second", wrap=True)
        self.empty = EmptyState(
            context.theme, _("这里没有可以对照的数据：要指标、地区或对象、时期都已知。"), icon="table"
        )
        self.empty.hide()
        self.model = MatrixModel(context.theme, self)
        self.table = _Cells(context.theme)
        self._arrange()
        self.layouts.picked.connect(self._lay_out)
        self.unit.picked.connect(self._lay_out)
        self.save.clicked.connect(self.save_table)
        self.into_draft.clicked.connect(self.put_into_draft)
        self.table.doubleClicked.connect(self._open)
        self.table.entered_cell.connect(self._open)
        self.table.selectionModel().currentChanged.connect(self._look)
        context.theme.changed.connect(self.table.viewport().update)

    def show_figures(self, items: Sequence[LocatedStatistic], note: str = "", looked: str = "") -> None:
        """Lay figures side by side; ``note`` tells of those not at hand, ``looked`` is the id of one to come to."""
        self._items, self._note, self._looked = items, note, looked
        self.question.leave()  # it was about other figures
        self._lay_out()

    @Slot()
    def save_table(self) -> None:
        """Save the matrix as a workbook, a table or a page, with its sources."""
        formats = {"xlsx": _("Excel 表格（.xlsx）"), "csv": _("CSV 表格（.csv）"), "html": _("网页（.html）")}
        write = partial(write_matrix, self.model.matrix, self._labels, _("指标对照"))
        save_as(self, self._context, _("指标对照"), formats, write)

    @Slot()
    def put_into_draft(self) -> None:
        """Put the matrix into the draft worked on last; it is made anew of what its figures say then."""
        cells = (self.model.matrix.cells or {}).values()
        figures = dict.fromkeys(one for cell in cells for one in cell.figures)
        item = DraftItem("matrix", " ".join(figures), shape=f"{self.layouts.value} {self.unit.value}".strip())
        put = partial(self._context.operations.run, self, put_into_latest((item,)))
        if len(figures) <= MOST_UNASKED:
            put()
            return
        self.question.ask(
            _("这张表有 {n} 条数据，全部加入文稿？可以先用筛选缩小范围。", n=f"{len(figures):,}"),
            _("全部加入"), put,
        )  # fmt: skip

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 16, 12)
        column.setSpacing(8)
        ground = QWidget()
        row = FlowLayout(ground, spacing=8)
        for widget in (self.layouts, self.unit, self.save, self.into_draft):
            row.addWidget(widget)
        column.addWidget(ground)
        column.addWidget(self.question)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        table = self.table
        table.setModel(self.model)
        table.setObjectName("matrix")
        table.setAccessibleName(_("指标对照"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.horizontalHeader().setHighlightSections(False)

    @Slot()
    def _lay_out(self) -> None:
        unit, layout = self.unit.value, LAYOUTS[self.layouts.value]
        work = partial(matrix_of, self._items, layout, unit=unit, labels=self._labels)
        self._context.tasks.run(self, work, self._take, lane="matrix")

    def _take(self, matrix: Matrix) -> None:
        self.model.show(matrix)
        table = self.table
        table.verticalHeader().setDefaultSectionSize(scaled(ROW))
        for column in range(len(matrix.columns)):
            table.setColumnWidth(column, self._width(matrix, column))
        kept = self.unit.value
        self.unit.set_values([(one, one) for one in matrix.units])
        self.unit.choose(kept)
        self.unit.setVisible(len(matrix.units) > 1)
        for part in (table, self.save, self.into_draft):
            part.setVisible(bool(matrix.rows))
        self.empty.setHidden(bool(matrix.rows))
        self.told.setText(self._summary(matrix))
        self.told.setVisible(bool(self.told.text()))
        self._come_to(self.model.place_of(self._looked))

    def _come_to(self, index: QModelIndex) -> None:
        """Look at a cell and bring it into sight, among the columns that fill the table best; the first is whole."""
        if not index.isValid():
            self.looked_at.emit("")
            return
        table, bar = self.table, self.table.horizontalScrollBar()
        table.doItemsLayout()  # the names at the side take the room they have now
        table.setCurrentIndex(index)
        table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        bar.setValue(table.horizontalHeader().sectionPosition(self._first_column(index)))

    def _first_column(self, index: QModelIndex) -> int:
        """Return the column to begin with: most is held then by the columns in sight in the lines about a cell."""
        header, room = self.table.horizontalHeader(), self.table.viewport().width()
        held = self.model.held(index.row() - LINES, index.row() + LINES)
        start = {column: header.sectionPosition(column) for column in range(header.count() + 1)}
        start[header.count()] = header.length()

        def held_from(first: int) -> tuple[int, int]:
            """Return how much a view that begins at a column holds, and the column, the leftmost first."""
            whole = (
                column
                for column in held
                if start[first] <= start[column] and start[column + 1] <= start[first] + room
            )
            return sum(held[column] for column in whole), -first

        end = start[index.column() + 1]
        able = [column for column in range(index.column() + 1) if end - start[column] <= room]
        return max(able, key=held_from, default=index.column())

    def _width(self, matrix: Matrix, column: int) -> int:
        metrics = self.table.fontMetrics()
        texts = [shown_of(matrix.cell(row, column)) for row in range(min(len(matrix.rows), 300))]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        head = metrics.horizontalAdvance(" · ".join(matrix.columns[column]))
        return min(
            max(widest + 28, min(head + 28, scaled(WIDEST)), scaled(NARROWEST)),
            max(scaled(WIDEST), widest + 28),
        )

    def _summary(self, matrix: Matrix) -> str:
        parts = [
            _("{n} 处有出入", n=matrix.disputed) if matrix.disputed else "",
            _("另有 {n} 条缺地区或时期，未列入", n=matrix.left_out) if matrix.left_out else "",
            self._note,
        ]
        return " · ".join(part for part in parts if part)

    @Slot(QModelIndex, QModelIndex)
    def _look(self, current: QModelIndex, _before: QModelIndex) -> None:
        figures = self.model.cell(current).figures
        if figures:
            self.looked_at.emit(figures[0])

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        figures = self.model.cell(index).figures
        if figures:
            self.opened.emit(figures[0])
