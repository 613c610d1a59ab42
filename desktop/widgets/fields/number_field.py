"""A field for a whole number, with its letters as far from the edge as in every other field."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QSpinBox, QWidget

_BEFORE: Final = 7
"""A style sheet cannot reach the field inside a spin box."""


class NumberField(QSpinBox):
    """Takes numbers from ``first`` to ``last``; ``name`` is what a screen reader calls it."""

    def __init__(self, name: str, first: int, last: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(first, last)
        self.lineEdit().setTextMargins(_BEFORE, 0, 0, 0)
