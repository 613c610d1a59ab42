"""The searches of before: one a person stays with is remembered by itself, others are kept on wish."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from corpus.language import translate as _
from corpus.library.home import tick
from corpus.library.search_history import delete_search, remember, save_search
from desktop.context import Context
from desktop.pages.search.answering import Answering

REMEMBERED_AFTER_MS: Final = 1500


class Remembering(QObject):
    """Writes the search that ``answering`` made into the history of the library."""

    def __init__(self, context: Context, answering: Answering, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._answering = answering
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(REMEMBERED_AFTER_MS)
        self._wait.timeout.connect(self.remember)
        answering.answered.connect(self._wait.start)

    @Slot()
    def remember(self) -> None:
        """Remember a search that found something."""
        answer, library = self._answering.answer, self._context.library
        if answer is not None and answer.total and library.writable:
            remember(library, self._answering.request)
            tick(library, "find")

    @Slot()
    def keep(self) -> None:
        """Keep the search under its own words."""
        request = self._answering.request
        if request.text:
            save_search(self._context.library, request.text, request)
            self._context.notices.tell(_("已收藏检索“{text}”", text=request.text), tone="good")

    @Slot(str)
    def forget(self, name: str) -> None:
        """Forget a search that was kept."""
        delete_search(self._context.library, name)
