"""A list of rows of several lines: notes, figures, repairs, names and headings all look alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QPainter, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, reading_font

Index = QModelIndex | QPersistentModelIndex
PAD: Final = 12
_EM_OF_ASCII: Final = 0.56


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``title`` in ink (serif where ``quoted``), ``body`` below it, ``footer`` small and faint.

    ``bar`` and ``tint`` are colour names of the theme; ``sign`` (○ ● ≠ …) stands before the title in
    ``tint``, ``side`` at the end of its line in ``side_tint``. A ``heading`` parts groups and cannot be chosen.
    """

    key: str
    title: str
    body: str = ""
    footer: str = ""
    bar: str = ""
    sign: str = ""
    tint: str = "second"
    side: str = ""
    side_tint: str = "second"
    heading: bool = False
    quoted: bool = False
    faded: bool = False
    indent: int = 0


class RowModel(QAbstractListModel):
    """Holds rows; ``RowRole`` gives the value."""

    RowRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only values changed, the view keeps its place and choice."""
        new = tuple(rows)
        if [row.key for row in new] == [row.key for row in self.rows]:
            self.rows = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, or the row itself."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == self.RowRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ".join(part for part in (row.sign, row.title, row.side, row.body, row.footer) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything but headings be chosen."""
        row = self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None
        if row is None or row.heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowDelegate(QStyledItemDelegate):
    """Draws rows; heights are reckoned from the number of characters, so long lists open at once."""

    def __init__(self, theme: ThemeManager, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._title = interface_font(13)
        self._quote = reading_font("serif", 14)
        self._strong = interface_font(12, QFont.Weight.DemiBold)
        self._small = interface_font(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for every line of the row."""
        row = index.data(RowModel.RowRole)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        return QSize(0, self._height(row, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, bar, sign and lines of a row."""
        row: Row = index.data(RowModel.RowRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect
        if row.heading:
            self._draw_heading(painter, box, row)
        else:
            self._draw_ground(painter, option, row)
            self._draw_lines(painter, box, row)
        painter.restore()

    def _height(self, row: Row, width: int) -> int:
        if row.heading:
            return 34
        room = width - 2 * PAD - self._left(row)
        side = 64 if row.side else 0
        title = lines_of(row.title, room - side, 14 if row.quoted else 13, self._lines[0])
        height = 16 + title * self._line(row)
        if row.body:
            height += 2 + lines_of(row.body, room, 13, self._lines[1]) * 19
        return height + (20 if row.footer else 0)

    @staticmethod
    def _line(row: Row) -> int:
        return 22 if row.quoted else 20

    @staticmethod
    def _left(row: Row) -> int:
        return row.indent * 14 + (18 if row.sign else 0)

    def _draw_heading(self, painter: QPainter, box: QRect, row: Row) -> None:
        inner = box.adjusted(PAD, 0, -PAD, -6)
        painter.setFont(self._strong)
        painter.setPen(self._theme.colour("second"))
        room = inner.width() - (painter.fontMetrics().horizontalAdvance(row.side) + 12 if row.side else 0)
        text = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour("faint"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, row.side)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        box = option.rect.adjusted(4, 1, -4, -1)
        ground = None
        if option.state & QStyle.StateFlag.State_Selected:
            ground = "indigo_pale"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        painter.setPen(Qt.PenStyle.NoPen)
        if ground:
            painter.setBrush(self._theme.colour(ground))
            painter.drawRoundedRect(box, 6, 6)
        if row.bar:
            painter.setBrush(self._theme.colour(row.bar))
            painter.drawRoundedRect(QRect(box.left() + 1, box.top() + 7, 3, box.height() - 14), 1.5, 1.5)

    def _draw_lines(self, painter: QPainter, box: QRect, row: Row) -> None:
        left = box.left() + PAD + row.indent * 14
        top = box.top() + 8
        if row.sign:
            painter.setFont(self._title)
            painter.setPen(self._theme.colour(row.tint))
            painter.drawText(QRect(left, top, 18, self._line(row)), Qt.AlignmentFlag.AlignVCenter, row.sign)
            left += 18
        room = QRect(left, top, box.right() - PAD - left, box.height())
        if row.side:
            painter.setFont(self._small)
            painter.setPen(self._theme.colour(row.side_tint))
            line = QRect(room.left(), top, room.width(), self._line(row))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.side)
        ink = self._theme.colour("faint" if row.faded else "ink")
        title = room.adjusted(0, 0, -64 if row.side else 0, 0)
        font = self._quote if row.quoted else self._title
        top += draw_lines(painter, title, row.title, font, ink, self._line(row), self._lines[0])
        if row.body:
            second = self._theme.colour("faint" if row.faded else "second")
            below = QRect(room.left(), top + 2, room.width(), box.height())
            top += 2 + draw_lines(painter, below, row.body, self._title, second, 19, self._lines[1])
        if row.footer:
            faint = self._theme.colour("faint")
            draw_lines(
                painter, QRect(room.left(), top + 1, room.width(), 20), row.footer, self._small, faint, 19, 1
            )


def lines_of(text: str, width: int, pixels: int, most: int) -> int:
    """Return how many lines ``text`` will about fill, at least one and at most ``most``."""
    total = 0
    for line in text.split("\n", most):
        wide = sum(_EM_OF_ASCII if character.isascii() else 1.0 for character in line[:200])
        # One character of slack in each line for punctuation that may not begin the next.
        total += max(1, -(-int(wide * pixels) // max(width - pixels, pixels)))
    return min(max(total, 1), most)


def draw_lines(
    painter: QPainter, room: QRect, text: str, font: QFont, colour: QColor, height: int, most: int
) -> int:
    """Draw at most ``most`` lines, the last one cut with …; return the height they took."""
    layout = QTextLayout(text.replace("\n", "\u2028")[:400], font)
    painter.setFont(font)
    painter.setPen(colour)
    layout.beginLayout()
    drawn = 0
    while drawn < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(room.width(), 20))
        start, end = line.textStart(), line.textStart() + line.textLength()
        piece = layout.text()[start:] if drawn == most - 1 else layout.text()[start:end]
        shown = painter.fontMetrics().elidedText(
            piece.replace("\u2028", " ").rstrip(), Qt.TextElideMode.ElideRight, room.width()
        )
        box = QRect(room.left(), room.top() + drawn * height, room.width(), height)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        drawn += 1
    layout.endLayout()
    return max(drawn, 1) * height


class RowList(QListView):
    """A list of rows: ``chosen`` when the choice changes, ``opened`` on click and Enter; both carry the key."""

    chosen = Signal(str)
    opened = Signal(str)
    asked = Signal(str, QPoint)
    deleted = Signal(str)

    def __init__(
        self,
        theme: ThemeManager,
        name: str,
        parent: QWidget | None = None,
        *,
        lines: tuple[int, int] = (3, 4),
    ) -> None:
        super().__init__(parent)
        self.row_model = RowModel(self)
        self.setModel(self.row_model)
        self._delegate = RowDelegate(theme, lines, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setObjectName("rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the chosen one stays chosen where it is still there."""
        kept = self.current_key()
        self.row_model.set_rows(rows)
        self.scheduleDelayedItemsLayout()
        if kept and self.current_key() != kept:
            self.choose(kept, tell=False)

    def current_key(self) -> str:
        """Return the key of the chosen row, empty when there is none."""
        row = self.currentIndex().data(RowModel.RowRole) if self.currentIndex().isValid() else None
        return row.key if isinstance(row, Row) and not row.heading else ""

    def choose(self, key: str, *, tell: bool = True) -> None:
        """Choose the row with ``key`` and scroll to it; ``tell`` sends ``chosen``."""
        for number, row in enumerate(self.row_model.rows):
            if row.key == key and not row.heading:
                self.blockSignals(not tell)
                self.setCurrentIndex(self.row_model.index(number))
                self.blockSignals(False)
                self.scrollTo(self.currentIndex())
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, delete with Delete."""
        key = self.current_key()
        if key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif key and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row."""
        row = self.indexAt(event.pos()).data(RowModel.RowRole)
        if isinstance(row, Row) and not row.heading:
            self.asked.emit(row.key, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reckon the heights anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = index.data(RowModel.RowRole)
        if isinstance(row, Row) and not row.heading:
            self.opened.emit(row.key)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = current.data(RowModel.RowRole) if current.isValid() else None
        if isinstance(row, Row) and not row.heading:
            self.chosen.emit(row.key)
