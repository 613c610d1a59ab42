"""One block on the paper: a handle to drag it by, its content, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QDrag, QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.draft import DraftItem
from desktop.operations.carrying import of_block
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled

_HANDLE = 20


class Handle(QLabel):
    """Six dots at the left of a block, seen under hand or focus; dragging them drags the block."""

    pulled = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._from: QPoint | None = None
        self.setFixedWidth(_HANDLE)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("拖动以移动（Alt+↑、Alt+↓）"))

    def light(self, on: bool) -> None:
        """Show the dots, or only keep their room."""
        side = scaled(16) if on else 0
        self.setPixmap(self._theme.icon("drag").pixmap(side, side))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the hand went down."""
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the hand has moved far enough."""
        far = self._from is not None and (
            (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance()
        )
        if far:
            self._from = None
            self.pulled.emit()


class DraftBlock(QFrame):
    """Shows ``item``; ``number`` is its place in the draft."""

    typed = Signal(object)
    """The item with what was typed into it."""
    changed = Signal(object)
    """The item as a choice has made it."""
    stepped = Signal(str)
    chosen = Signal()
    removed = Signal()
    opened = Signal(object)
    """The Place of the evidence."""
    asked = Signal(QPoint)

    def __init__(self, theme: ThemeManager, item: DraftItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("block")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.theme = theme
        self.item = item
        self.number = 0
        self._lit = False
        self._handle = Handle(theme, self)
        self._handle.pulled.connect(self._drag)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(4)
        row.addWidget(self._handle)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        row.addLayout(self.body, 1)

    def words(self) -> str:
        """Return what other programs get when the block is dragged to them."""
        return self.item.text or self.item.quote

    def write(self) -> None:
        """Take the focus where it can be written, at the end of the words."""
        self.setFocus()

    def be_chosen(self, on: bool) -> None:
        """Look chosen, or not."""
        if self._lit != on:
            self._lit = on
            self.setProperty("chosen", on)
            self.style().unpolish(self)
            self.style().polish(self)
            self._handle.light(on)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the handle under the hand."""
        super().enterEvent(event)
        self._handle.light(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the handle where the block is not chosen."""
        super().leaveEvent(event)
        self._handle.light(self._lit)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the chosen block."""
        super().focusInEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be taken out by Delete, open its place with Enter, go up and down."""
        keys = {
            Qt.Key.Key_Up: "up",
            Qt.Key.Key_Down: "down",
            Qt.Key.Key_Return: "open",
            Qt.Key.Key_Enter: "open",
        }
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.stepped.emit(keys[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for what can be done with the block."""
        self.chosen.emit()
        self.asked.emit(event.globalPos())

    @Slot()
    def _drag(self) -> None:
        data: QMimeData = of_block(self.number, self.words())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.grab().scaledToWidth(min(self.width(), 360)))
        drag.exec(Qt.DropAction.CopyAction)
