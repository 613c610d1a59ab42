"""The palette: one box, a list under it, Enter does it. Used for commands and for opening things quickly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.widgets import SearchField, TextLabel
from desktop.widgets.tables.column_model import Index

WIDTH = 600
ROW, SIGN = 36, 18
MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class PaletteItem:
    """A line of the palette; ``detail`` stands at its end, ``words`` are found but not shown."""

    label: str
    run: Callable[[], object]
    detail: str = ""
    icon: str = ""
    words: str = ""


def matching(items: Sequence[PaletteItem], text: str) -> list[PaletteItem]:
    """Return the items that hold every word of ``text``, those beginning with it first."""
    words = text.lower().split()
    found = [item for item in items if all(word in f"{item.label} {item.words}".lower() for word in words)]
    return sorted(found, key=lambda item: not item.label.lower().startswith(text.lower())) if text else found


class _Items(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.items: list[PaletteItem] = []

    def show_items(self, items: list[PaletteItem]) -> None:
        """Show these items in place of those before."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many items there are."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what an item is called."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        return self.items[index.row()].label if role == Qt.ItemDataRole.DisplayRole else None


class _Line(QStyledItemDelegate):
    def __init__(self, theme: ThemeManager, model: _Items, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return how high a line is."""
        return QSize(0, scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw sign, name and shortcut of an item."""
        item = self._model.items[index.row()]
        box: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("indigo_pale"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 4, 4)
        if item.icon:
            ratio = painter.device().devicePixelRatioF()
            picture = self._theme.pixmap(item.icon, SIGN, "second", ratio)
            painter.drawPixmap(box.left() + 14, box.top() + (box.height() - scaled(SIGN)) // 2, picture)
        painter.setFont(option.font)
        metrics = option.fontMetrics
        detail = metrics.elidedText(item.detail, Qt.TextElideMode.ElideRight, box.width() // 3)
        middle = Qt.AlignmentFlag.AlignVCenter
        end = box.adjusted(0, 0, -16, 0)
        painter.setPen(self._theme.colour("second"))
        painter.drawText(end, int(middle | Qt.AlignmentFlag.AlignRight), detail)
        start = box.adjusted(26 + scaled(SIGN), 0, -32 - metrics.horizontalAdvance(detail), 0)
        painter.setPen(self._theme.colour("ink"))
        label = metrics.elidedText(item.label, Qt.TextElideMode.ElideRight, start.width())
        painter.drawText(start, int(middle | Qt.AlignmentFlag.AlignLeft), label)
        painter.restore()


class Palette(QFrame):
    """Floats at the top of ``window``; Escape and clicks elsewhere close it."""

    def __init__(self, theme: ThemeManager, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self._items: Sequence[PaletteItem] = ()
        self._ask: Callable[[str], None] | None = None
        self._waiting = self._entered = False
        self.field = SearchField(theme, "", delay=0)
        self._model = _Items(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Line(theme, self._model, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self._nothing = TextLabel("", "second")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._filter)
        self.field.submitted.connect(self._run_current)
        self.field.escaped.connect(self.close)
        self.field.moved.connect(self._move)
        self.list.clicked.connect(self._run)

    @property
    def shown(self) -> list[PaletteItem]:
        """Return the lines shown now."""
        return self._model.items

    def offer(
        self,
        placeholder: str,
        nothing: str,
        items: Sequence[PaletteItem],
        *,
        asking: Callable[[str], None] | None = None,
    ) -> None:
        """Show those of ``items`` that match what is typed; ``nothing`` is said when none does.

        Where there are too many to hold them all, ``asking`` looks up what is typed and has it shown by ``answer``.
        """
        self._items = items
        self._ask = asking
        self._entered = False
        self.field.setPlaceholderText(placeholder)
        self.field.setAccessibleName(placeholder)
        self.field.clear()
        self._nothing.setText(nothing)
        self._filter("")
        window = self.parentWidget()
        if window is not None:
            corner = window.mapToGlobal(window.rect().topLeft())
            self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 84)
        self.show()
        self.field.setFocus()

    def answer(self, items: Sequence[PaletteItem]) -> None:
        """Show what was looked up; who has pressed Enter meanwhile gets the first of it."""
        self._waiting = False
        self._show(items)
        if self._entered:
            self._entered = False
            self._run_current()

    @Slot(str)
    def _filter(self, text: str) -> None:
        if self._ask is None:
            self._waiting = False
            self._show(matching(self._items, text.strip()))
            return
        if not self._waiting and not self._model.items:
            self._show(())
        self._waiting = True
        self._ask(text.strip())

    def _show(self, items: Sequence[PaletteItem]) -> None:
        self._model.show_items(list(items))
        rows = len(self._model.items)
        self.list.setVisible(rows > 0)
        self._nothing.setVisible(rows == 0)
        self.list.setFixedHeight(min(rows, MOST_ROWS) * scaled(ROW) + 2)
        if rows:
            self.list.setCurrentIndex(self._model.index(0, 0))
        window = self.parentWidget()
        self.setFixedWidth(min(scaled(WIDTH), window.width() - 64) if window is not None else WIDTH)
        self.adjustSize()

    @Slot(int)
    def _move(self, by: int) -> None:
        rows = self._model.rowCount()
        if rows:
            self.list.setCurrentIndex(self._model.index((self.list.currentIndex().row() + by) % rows, 0))

    @Slot()
    def _run_current(self) -> None:
        if self._waiting:
            self._entered = True
        else:
            self._run(self.list.currentIndex())

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        if index.isValid():
            item = self._model.items[index.row()]
            self.close()
            item.run()
