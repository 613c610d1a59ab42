"""How a report will look, in the colours of the window: links lead to their places, nothing is fetched."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.export.report_sheet import SheetLook, dressed
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.widgets.markdown_html import SafeBrowser

_SIZE: Final = 15
"""Pixels of the text of a report at 100 %."""


class ReportPreview(SafeBrowser):
    """Shows the HTML of a report; ``opened`` carries a ``yinde://`` address that was clicked."""

    opened = Signal(str)

    def __init__(self, theme: ThemeManager, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = ""
        self.setObjectName("sheet")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(24)
        self.anchorClicked.connect(self._on_link)
        theme.changed.connect(self._repaint)

    def show_report(self, html: str) -> None:
        """Show another report, or the same one as it is now without leaving the place."""
        self._html = html
        self._repaint()

    @Slot()
    def _repaint(self) -> None:
        place = self.verticalScrollBar().value()
        self.setHtml(dressed(self._html, SheetLook(self._theme.tokens, scaled(_SIZE))) if self._html else "")
        self.verticalScrollBar().setValue(place)

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        if address.scheme() == "yinde":
            self.opened.emit(address.toString())
        elif address.hasFragment() and not address.scheme():
            self.scrollToAnchor(address.fragment())
