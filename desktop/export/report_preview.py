"""How a report will look, in the colours of the window: links lead to their places, nothing is fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Final

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from desktop.export.report_sheet import SheetLook, dressed
from desktop.export.shown_part import shown_part, slices
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.widgets.markdown_html import SafeBrowser

_SIZE: Final = 15
"""Pixels of the text of a report at 100 %."""
_WIDEST: Final = 48
"""So many letters a line has at most: as on paper, however wide the window."""
_MARGIN: Final = 24
_ALL: Final = "all-of-it"
"""Where the link leads that shows the whole report."""


class ReportPreview(SafeBrowser):
    """Shows the HTML of a report; ``opened`` carries a ``yinde://`` address that was clicked."""

    opened = Signal(str)

    def __init__(self, theme: ThemeManager, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._html = ""
        self._whole = False
        self._coming: Iterator[str] = iter(())
        self._waiting: list[Callable[[], None]] = []
        self._place = 0
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._show_next)
        self.setObjectName("sheet")
        self.setAccessibleName(name)
        self.setPlaceholderText(_("正在准备预览…"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN)
        self.anchorClicked.connect(self._on_link)
        theme.changed.connect(self._repaint)

    def show_report(self, html: str) -> None:
        """Show another report, or the same one as it is now without leaving the place; none where it is empty."""
        self.setPlaceholderText("")
        self._html, self._whole = html, bool(self._waiting)
        self._repaint()

    def show_whole(self, then: Callable[[], None] | None = None) -> None:
        """Show the end of a very long report too, piece by piece; ``then`` is called once all of it is there."""
        if self._whole and not self._next.isActive():
            if then is not None:
                then()
            return
        if then is not None:
            self._waiting.append(then)
        if not self._whole:
            self._whole = True
            self._repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        self._fit_column()
        super().resizeEvent(event)

    def _fit_column(self) -> None:
        spare = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * _MARGIN
        beside = max(spare - _WIDEST * scaled(_SIZE), 0) // 2
        self.setViewportMargins(beside, 0, beside, 0)

    def _line(self) -> int:
        """Return how many pixels wide the text is."""
        margins, bar = self.viewportMargins(), self.verticalScrollBar().sizeHint().width()
        return self.width() - margins.left() - margins.right() - bar - 2 * _MARGIN

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select all of a report, not of what is shown of it."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.show_whole(self.selectAll)
        super().keyPressEvent(event)

    @Slot()
    def _repaint(self) -> None:
        self._next.stop()
        self._place = self.verticalScrollBar().value()
        self._fit_column()
        look = SheetLook(self._theme.tokens, scaled(_SIZE), line=self._line())
        self.setFont(look.heading_font())
        page = dressed(self._html, look) if self._html else ""
        part = shown_part(page)
        growing = self._whole and part is not None
        self._whole = self._whole or part is None
        self._coming = slices(page) if growing else iter((page if part is None else part + _goes_on(),))
        self.setHtml(next(self._coming))
        self.verticalScrollBar().setValue(self._place)
        if growing:
            self._next.start()
        elif self._whole:
            self._do_what_waits()

    @Slot()
    def _show_next(self) -> None:
        """Show the next piece of the whole report."""
        piece = next(self._coming, None)
        if piece is None:
            self._do_what_waits()
            return
        end = QTextCursor(self.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        end.insertBlock()
        end.insertHtml(piece)
        if self.verticalScrollBar().value() < self._place:
            self.verticalScrollBar().setValue(self._place)
        self._next.start()

    def _do_what_waits(self) -> None:
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one()

    @Slot(QUrl)
    def _on_link(self, address: QUrl) -> None:
        if address.fragment() == _ALL and not address.scheme():
            self.show_whole()
        elif address.scheme() == "yinde":
            self.opened.emit(address.toString())
        elif address.hasFragment() and not address.scheme():
            self.scrollToAnchor(address.fragment())


def _goes_on() -> str:
    told = escape(_("预览到这里为止，导出和复制的是全部。"))
    return f'<p>{told} <a href="#{_ALL}">{escape(_("显示全部"))}</a></p>'
