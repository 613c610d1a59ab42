"""What happens on a sheet, the text or the pages, told by one widget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.reader.sheets.page_view import PageView
from desktop.reader.text.view import TextView


class TellsOfSheets(QWidget):
    """Tells by its own signals what happens on any sheet it hears, as ``TextView`` tells it."""

    selected = Signal(object)
    pressed = Signal(object)
    asked = Signal(object, QPoint)
    deleted = Signal()
    keyed = Signal(str)
    moved = Signal()

    def hear(self, sheet: TextView | PageView) -> None:
        """Tell from now on what happens on a sheet."""
        sheet.selected.connect(self.selected)
        sheet.pressed.connect(self.pressed)
        sheet.asked.connect(self.asked)
        sheet.deleted.connect(self.deleted)
        sheet.keyed.connect(self.keyed)
        sheet.moved.connect(self.moved)
