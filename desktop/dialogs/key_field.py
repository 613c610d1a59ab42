"""A field that takes one key as it is pressed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from corpus.language import translate as _
from desktop.actions.keymap import written

_MODIFIERS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class KeyField(QKeySequenceEdit):
    """Takes one key as it is pressed; ``pressed`` carries it as it is kept."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaximumSequenceLength(1)
        self.setAccessibleName(_("点这里，再按新的键"))
        for field in self.findChildren(QLineEdit):
            field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.invite()
        self.editingFinished.connect(self.invite)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.keySequenceChanged.connect(self._on_changed)

    @Slot()
    def invite(self) -> None:
        """Be empty, and say what to do; Qt writes words of its own there whenever it is cleared."""
        self.clear()
        for field in self.findChildren(QLineEdit):
            field.setPlaceholderText(_("点这里，再按新的键"))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell of Shift or Ctrl pressed by itself, which input methods take."""
        super().keyReleaseEvent(event)
        if event.key() in _MODIFIERS and self.keySequence().isEmpty() and not event.modifiers():
            self.pressed.emit({Qt.Key.Key_Shift: "Shift"}.get(Qt.Key(event.key()), ""))

    def event(self, event: QEvent) -> bool:
        """Keep every key for itself while it is pressed here, shortcuts of the window included."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @Slot(QKeySequence)
    def _on_changed(self, sequence: QKeySequence) -> None:
        if not sequence.isEmpty():
            self.pressed.emit(written(sequence))
