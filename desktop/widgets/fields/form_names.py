"""The names of the rows of forms that stand below one another."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout


def line_up(*forms: QFormLayout) -> None:
    """Give the names of the rows shown of several forms one width, so that their fields stand in one column."""
    shown = [
        label
        for form in forms
        for row in range(form.rowCount())
        if form.isRowVisible(row)
        and (item := form.itemAt(row, QFormLayout.ItemRole.LabelRole)) is not None
        and (label := item.widget()) is not None
    ]
    widest = max(label.sizeHint().width() for label in shown)
    for label in shown:
        label.setMinimumWidth(widest)
