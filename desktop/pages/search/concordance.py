"""The concordance: every place in one line, the key word in the middle, one under the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language import translate_as
from corpus.language.phrases import page_name
from corpus.library.finding.concordance import ConcordanceLine, ConcordanceLines, key_of
from corpus.model.article import told_apart
from desktop.operations.carrying import of_rows
from desktop.services.context import Context
from desktop.theme.fonts import interface_font
from desktop.widgets import Column, Listing, PagedModel, PagedTable, TextLabel
from desktop.widgets.fields.choice import Choice
from desktop.widgets.tables.cell import CellDelegate
from desktop.widgets.tables.listing import RowStretch
from desktop.wording.shortening import in_one_line

SORTS: Final = ("L1", "L2", "L3", "R1", "R2", "R3")
CONTEXTS: Final = ("20", "30", "60", "100")
_PAGE: Final = 4
"""The column of pages; hidden where nothing stands on a page."""


class ConcordanceTable(QWidget):
    """Shows the lines of a concordance; ``opened`` carries the place of a line."""

    opened = Signal(object)
    changed = Signal()
    """Another order or another length of context is wanted."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = context.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(8)
        self.order = Choice(_("按文章与位置"), width=152)
        self.order.set_values([(key, _sort_name(key)) for key in SORTS])
        self.context = Choice(_("前后各 {n} 字", n=30), width=128)
        self.context.set_values([(n, _("前后各 {n} 字", n=n)) for n in CONTEXTS if n != "30"])
        bar.addWidget(TextLabel(_("排序"), "faint"))
        bar.addWidget(self.order)
        bar.addSpacing(8)
        bar.addWidget(TextLabel(_("上下文"), "faint"))
        bar.addWidget(self.context)
        bar.addStretch(1)
        column.addLayout(bar)
        self.model: PagedModel[ConcordanceLine] = PagedModel(self._columns(), key_of, context.tasks)
        self.table = PagedTable(self.model, multiple=True)
        self.table.setObjectName("flat")
        self.table.setAccessibleName(translate_as("view", "引得"))
        self.table.setSortingEnabled(False)
        self.table.setItemDelegateForColumn(0, _LeftDelegate(self.model, self.table))
        column.addWidget(self.table, 1)
        self.order.picked.connect(self._on_change)
        self.context.picked.connect(self._on_change)
        self.model.came.connect(self._fit)
        self.table.opened.connect(self._open)
        self.table.clicked.connect(self._on_clicked)

    def show_lines(self, lines: ConcordanceLines) -> None:
        """Show lines from the first on; they are read as one scrolls."""
        self.table.show_listing(Listing(lines.page, lines.count, lines.places, lines.rows), anew=True)

    @Slot(object, bool)
    def _fit(self, read: RowStretch[ConcordanceLine], _other: bool) -> None:
        """Make the middle column as wide as the widest key word, and leave the pages out where there are none."""
        metrics = QFontMetrics(self._key_font())
        widest = max((metrics.horizontalAdvance(one.key) for one in read.rows), default=40)
        self.table.setColumnWidth(1, min(widest + 26, 280))
        if self.table.hide_columns(set() if any(one.place.page for one in read.rows) else {_PAGE}):
            self.table.fit.share()  # before they are drawn: shared out later, all of them would be once more

    def carried(self) -> QMimeData | None:
        """Return the chosen lines on their way elsewhere."""
        rows = self.table.chosen_rows()
        return of_rows(
            [one.place for one in rows], "\n".join(f"{one.left}{one.key}{one.right}" for one in rows)
        )

    def _columns(self) -> tuple[Column[ConcordanceLine], ...]:
        return (
            Column("left", _("前文"), _left, right=True, colour=self._second),
            Column("key", _("关键词"), _key, width=80, colour=self._ink, font=self._font),
            Column("right", _("后文"), _right, colour=self._second),
            Column(
                "article", _("文章"), _article, width=128, late=True, colour=self._second, tooltip=_article
            ),
            Column("page", _("页码"), _page, width=96, colour=self._second, whole=True),
        )

    def _second(self, _line: ConcordanceLine) -> QColor:
        return self._theme.colour("second")

    def _ink(self, _line: ConcordanceLine) -> QColor:
        return self._theme.colour("ink")

    def _font(self, _line: ConcordanceLine) -> QFont:
        return self._key_font()

    def _key_font(self) -> QFont:
        return interface_font(weight=QFont.Weight.DemiBold)

    @Slot()
    def _on_change(self) -> None:
        self.changed.emit()

    @Slot(object)
    def _open(self, line: ConcordanceLine) -> None:
        self.opened.emit(line.place)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        choosing = QGuiApplication.keyboardModifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if row is not None and index.column() == 1 and not choosing:
            self.opened.emit(row.place)


class _LeftDelegate(CellDelegate):
    """Cuts the left side at its beginning: what stands next to the key word stays."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say that the left side is cut at its beginning."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


def _sort_name(key: str) -> str:
    side = _("左") if key[0] == "L" else _("右")
    return _("{side}边第 {n} 字", side=side, n=key[1])


def _left(line: ConcordanceLine) -> str:
    return in_one_line(line.left)


def _key(line: ConcordanceLine) -> str:
    return line.key


def _right(line: ConcordanceLine) -> str:
    return in_one_line(line.right)


def _article(line: ConcordanceLine) -> str:
    return told_apart(line.place.title, line.file)


def _page(line: ConcordanceLine) -> str:
    return page_name(line.place.page)
