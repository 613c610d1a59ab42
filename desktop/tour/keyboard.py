"""A person's hands, for playing in the window: keys pressed and words typed, as the keyboard would send them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_NONE = Qt.KeyboardModifier.NoModifier


def press(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, text: str | None = None
) -> None:
    """Press a key and let it go; a letter or digit writes itself unless ``text`` says otherwise."""
    plain = chr(key).lower() if text is None and 0x20 <= int(key) < 0x7F and modifiers == _NONE else text
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, int(key), modifiers, plain or ""))


def write(widget: QWidget, words: str) -> None:
    """Type words, as an input method commits them one character after the other."""
    for character in words:
        press(widget, Qt.Key.Key_unknown, text=character)
