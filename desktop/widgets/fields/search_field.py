"""The search box: quiet while an input method composes, one signal while typing, one for Enter."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QStackedWidget, QToolButton, QWidget

from corpus.language import translate as _
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled

SIGN, BESIDE = 16, 8
"""The side of the magnifier, at 100 %, and the room beside it."""


class SearchField(QLineEdit):
    """A line edit with a magnifier; ``edited`` comes ``delay`` ms after the last change, ``submitted`` on Enter.

    Neither is sent while an input method has something in hand: Enter then belongs to it.
    """

    edited = Signal(str)
    submitted = Signal(str)
    escaped = Signal()
    moved = Signal(int)
    """The arrow keys: -1 up, +1 down."""

    def __init__(
        self, theme: ThemeManager, placeholder: str = "", parent: QWidget | None = None, *, delay: int = 150
    ) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._theme = theme
        self._composing = False
        self._below: QWidget | None = None
        self._sign = QLabel(self)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = QToolButton(self)
        self._clear.setToolTip(_("清空"))
        self._clear.setAccessibleName(_("清空"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self._recolour()
        theme.changed.connect(self._recolour)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(delay)
        self._wait.timeout.connect(self._send_edited)
        self.textChanged.connect(self._on_text_changed)

    @property
    def composing(self) -> bool:
        """Tell whether an input method has something in hand."""
        return self._composing

    def lead_to(self, below: QWidget) -> None:
        """Filter what stands in ``below``: the arrow down goes there, Escape empties the box."""
        self._below = below
        self.moved.connect(self._go_down)

    def show_text(self, text: str) -> None:
        """Show ``text`` without telling anyone."""
        self.setText(text)
        self._wait.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the magnifier and the cross in the middle of the height."""
        super().resizeEvent(event)
        self._place_signs()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether something is being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send what Enter, Escape and the arrows mean here; never while composing."""
        key = event.key()
        if self._composing:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._wait.stop()
            self.submitted.emit(self.text())
        elif key == Qt.Key.Key_Escape and self._below is not None:
            # An empty box leaves Escape to what it stands in.
            self.clear() if self.text() else event.ignore()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _go_down(self, step: int) -> None:
        """Give the keys to what stands below; a list where nothing is chosen chooses its first row, never a heading."""
        shown = self._below
        while isinstance(shown, QStackedWidget):
            shown = shown.currentWidget()
        if step < 0 or shown is None:
            return
        # Before the list has the keys: Qt would have it look at its first row, which may be a heading.
        if isinstance(shown, QAbstractItemView) and not shown.currentIndex().isValid():
            model = shown.model()
            rows = (model.index(number, 0) for number in range(model.rowCount()))
            first = next((row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable), None)
            if first is not None:
                shown.setCurrentIndex(first)
        shown.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._keep_room()
        self._wait.start()

    @Slot()
    def _send_edited(self) -> None:
        if not self._composing:
            self.edited.emit(self.text())

    @Slot()
    def _recolour(self) -> None:
        side = scaled(SIGN)
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._theme.pixmap("search", SIGN, "faint", ratio))
        self._sign.setFixedSize(side, side)
        self._clear.setIcon(self._theme.icon("close", "faint"))
        self._clear.setIconSize(QSize(side, side))
        self._clear.setFixedSize(side + BESIDE, side + BESIDE)
        self._keep_room()
        self._place_signs()

    def _keep_room(self) -> None:
        """Keep what is typed off the signs: nothing typed needs no cross."""
        beside = scaled(SIGN) + BESIDE // 2
        self.setTextMargins(beside, 0, beside if self.text() else 0, 0)

    def _place_signs(self) -> None:
        self._sign.move(BESIDE, (self.height() - self._sign.height()) // 2)
        end = self.width() - self._clear.width() - BESIDE // 2
        self._clear.move(end, (self.height() - self._clear.height()) // 2)
