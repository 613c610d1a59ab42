"""How a report will look, in the colours of the window: links lead to their places, nothing is fetched."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.reader.markdown_html import SafeBrowser
from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, reading_font

_STYLE: Final = re.compile(r"<style>.*?</style>", re.DOTALL)
_QUOTE: Final = re.compile(r'<blockquote class="quote (\w+)[^"]*">(.*?)</blockquote>', re.DOTALL)
_NUMBER_CELL: Final = '<td class="number">'


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
        self.setHtml(self._dressed(self._html) if self._html else "")
        self.verticalScrollBar().setValue(place)

    def _dressed(self, html: str) -> str:
        """Return the page with a style Qt understands: no variables, borders of quotations as cells."""
        styled = _STYLE.sub(lambda _match: f"<style>{self._css()}</style>", html)
        styled = _QUOTE.sub(self._quote, styled).replace(_NUMBER_CELL, '<td align="right">')
        return styled.replace("<table><thead>", '<table width="100%" cellpadding="5" cellspacing="0"><thead>')

    def _quote(self, match: re.Match[str]) -> str:
        marks = self._theme.tokens.marks
        colour = marks.get(match[1], self._theme.tokens.colours["line_strong"])
        cells = (
            f'<td width="4" bgcolor="{colour}"></td><td width="12"></td><td class="quoted">{match[2]}</td>'
        )
        return f'<table width="100%" cellspacing="0" cellpadding="0"><tr>{cells}</tr></table>'

    def _css(self) -> str:
        colours = self._theme.tokens.colours
        serif = ", ".join(f"'{one}'" for one in reading_font("serif").families())
        sans = ", ".join(f"'{one}'" for one in interface_font().families())
        ink, second, indigo = colours["ink"], colours["second"], colours["indigo"]
        return (
            f"body {{ font-family: {serif}; font-size: 15px; color: {ink}; line-height: 160%; }}"
            f"h1, h2, h3, h4, th, td {{ font-family: {sans}; line-height: 130%; }}"
            "h1 { font-size: 22px; margin-top: 0; margin-bottom: 4px; }"
            "h2 { font-size: 17px; margin-top: 24px; margin-bottom: 8px; }"
            "h3 { font-size: 15px; margin-top: 16px; margin-bottom: 6px; } p { margin: 0 0 4px 0; }"
            f".meta, .source, .tags, .about, .caption {{ font-family: {sans}; font-size: 12px; }}"
            f".meta, .source, .tags, .about, .caption {{ color: {second}; }}"
            f".source, .tags {{ margin-left: 16px; }} .note {{ margin: 4px 0 4px 16px; font-size: 14px; }}"
            f".subhead {{ font-family: {sans}; font-size: 13px; font-weight: 600; margin-top: 10px; }}"
            f".around {{ color: {second}; }} a {{ color: {indigo}; text-decoration: none; }}"
            f"th {{ font-size: 12px; color: {second}; text-align: left; }} td {{ font-size: 13px; }}"
            f".quoted, .quoted p {{ font-family: {serif}; font-size: 15px; line-height: 160%; }}"
            ".sentence, .reference { font-size: 14px; }"
        )

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        if address.scheme() == "yinde":
            self.opened.emit(address.toString())
        elif address.hasFragment() and not address.scheme():
            self.scrollToAnchor(address.fragment())
