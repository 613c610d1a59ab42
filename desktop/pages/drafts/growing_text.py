"""A field that is as high as its words, and tells when a hand wants to leave it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from desktop.theme.fonts import resized
from desktop.widgets.fields.plain_field import has_room


class FieldStep(StrEnum):
    """Where a hand wants to go from a field."""

    UP = "up"
    DOWN = "down"
    BELOW = "below"
    GONE = "gone"
    OUT = "out"
    DEEPER = "deeper"
    HIGHER = "higher"


_LINE_HEIGHT = 150
"""Percent of the letters' own height."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_COMES_BACK = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Why a focus goes that comes back to the same field by itself."""


def space_lines(document: QTextDocument) -> None:
    """Give the lines of a document the room they have on paper."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setTopMargin(0)
    form.setBottomMargin(4)
    cursor.mergeBlockFormat(form)


class GrowingText(QTextEdit):
    """Plain text; ``stepped`` carries a Step, ``focused`` and ``left`` say that the focus came and went.

    ``grown`` says that there is more room or less.

    Ctrl+Enter (in a field of one ``line``: Enter) goes on below, Up and Down leave at the edges, Backspace in an
    empty field takes it away, Delete the block it stands in, Tab and Shift+Tab in a field of one line change its depth.
    """

    stepped = Signal(str)
    focused = Signal()
    left = Signal()
    grown = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, line: bool = False) -> None:
        super().__init__(parent)
        self._line = line
        self._lent = 0
        self._worn: QFont | None = None
        self.setObjectName("growing")
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(not line)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._space_lines()

    def wear(self, font: QFont) -> None:
        """Write in a font from now on, whatever the theme sets meanwhile."""
        self._worn = font
        self.setFont(font)
        self.document().setDefaultFont(font)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the font: a theme that is put on gives the words its own."""
        super().changeEvent(event)
        worn = getattr(self, "_worn", None)
        if resized(event) and worn is not None and self.document().defaultFont() != worn:
            self.document().setDefaultFont(worn)

    def show_words(self, words: str) -> None:
        """Show other words without telling; those that stand there already are left alone."""
        if self.toPlainText() != words:
            self.blockSignals(True)
            self.setPlainText(words)
            self._space_lines()
            self.blockSignals(False)
            self._grow()

    def sizeHint(self) -> QSize:
        """Return room for all lines."""
        return QSize(200, self._height())

    def minimumSizeHint(self) -> QSize:
        """Return room for all lines at any width."""
        return QSize(40, self._height())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where nothing of one's own can be taken back or done again."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            document = self.document()
            spent = (event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()) or (
                event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            )
            if spent:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave where a key asks for it."""
        step = self._step_of(event)
        if step is not None:
            self.stepped.emit(step.value)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the focus came."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the focus went."""
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.forget_steps()
        self.left.emit()

    def forget_steps(self) -> None:
        """Take back nothing by itself any more: something else was done since, and the window knows in which order."""
        self.document().clearUndoRedoStacks()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, unless others cover them."""
        if not self._lent:
            super().paintEvent(event)

    def lend_height(self, height: int) -> None:
        """Be as high as what covers the words; 0: as the words themselves."""
        if height != self._lent:
            self._lent = height
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be higher where the lines are shorter."""
        super().resizeEvent(event)
        self._grow()
        self.grown.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take words in where there is room for them; a heading takes one line."""
        words = source.text()
        if has_room(self, words):
            self.insertPlainText(" ".join(words.split()) if self._line else words)

    def _space_lines(self) -> None:
        """Give the lines the room they have on paper; paragraphs typed later take it over."""
        if self._line:
            return
        self.document().setUndoRedoEnabled(False)
        space_lines(self.document())
        self.document().setUndoRedoEnabled(True)

    def _height(self) -> int:
        return max(self._lent or int(self.document().size().height()), self.fontMetrics().lineSpacing()) + 4

    def _step_of(self, event: QKeyEvent) -> FieldStep | None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER and (self._line or control):
            return FieldStep.BELOW
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return None
        if key == Qt.Key.Key_Backspace and not self.toPlainText():
            return FieldStep.GONE
        if key == Qt.Key.Key_Delete and not self.toPlainText() and not event.isAutoRepeat():
            return FieldStep.OUT
        if self._line and key == Qt.Key.Key_Tab:
            return FieldStep.DEEPER
        if self._line and key == Qt.Key.Key_Backtab:
            return FieldStep.HIGHER
        if key == Qt.Key.Key_Up and self._at_edge(QTextCursor.MoveOperation.Up):
            return FieldStep.UP
        if key == Qt.Key.Key_Down and self._at_edge(QTextCursor.MoveOperation.Down):
            return FieldStep.DOWN
        return None

    def _at_edge(self, way: QTextCursor.MoveOperation) -> bool:
        cursor = self.textCursor()
        return not cursor.hasSelection() and not QTextCursor(cursor).movePosition(way)

    @Slot()
    def _grow(self) -> None:
        height = self._height()
        if self.height() != height:
            self.setFixedHeight(height)
            self.updateGeometry()
