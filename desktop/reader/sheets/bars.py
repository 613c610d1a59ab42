"""The scroll bars of the pages."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractScrollArea

from desktop.reader.sheets.arrangement import Arrangement


def fit_bars(area: QAbstractScrollArea, arrangement: Arrangement) -> None:
    """Have the scroll bars of ``area`` reach over all pages as they are arranged."""
    port = area.viewport().size()
    for bar, whole, seen in (
        (area.verticalScrollBar(), arrangement.height, port.height()),
        (area.horizontalScrollBar(), arrangement.width, port.width()),
    ):
        bar.setRange(0, max(0, whole - seen) if arrangement.sizes else 0)
        bar.setPageStep(seen)
        bar.setSingleStep(48)
