"""Keys of somebody who reads: the arrows scroll until a caret is called for, which then selects."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QKeyEvent
from PySide6.QtWidgets import QTextEdit

_CARET: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_F7)


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether a key was pressed without Ctrl, Shift, Alt or Meta."""
    return event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def shows_caret(view: QTextEdit) -> bool:
    """Tell whether keys move a caret."""
    return bool(view.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)


def show_caret(view: QTextEdit, *, on: bool) -> None:
    """Show the caret or take it away; Qt draws one whatever its width, so it is the interaction that changes."""
    flags = Qt.TextInteractionFlag.TextSelectableByMouse
    view.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard if on else flags)
    view.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)


def scrolls(view: QTextEdit, event: QKeyEvent) -> bool:
    """Scroll with the space bar and Page keys, with arrows, Home and End while no caret is shown; tell if done."""
    bar, step = view.verticalScrollBar(), QFontInfo(view.document().defaultFont()).pixelSize() * 2
    page = view.viewport().height() - step
    by = {Qt.Key.Key_Space: page, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
    if not shows_caret(view):
        by |= {Qt.Key.Key_Down: step, Qt.Key.Key_Up: -step}
        by |= {Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum()}
    if not is_plain(event) or event.key() not in by:
        return False
    bar.setValue(bar.value() + by[Qt.Key(event.key())])
    return True


def calls_caret(view: QTextEdit, event: QKeyEvent) -> bool:
    """Tell whether a key asks for the caret that is not there yet; Escape takes it away."""
    if event.key() == Qt.Key.Key_Escape:
        show_caret(view, on=False)
        return False
    return not shows_caret(view) and event.key() in _CARET
