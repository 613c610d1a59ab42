"""The searches of before: one a person stays with is remembered by itself, others are kept on wish."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.operations.bookkeeping import forget_search, remember_search, save_search
from desktop.pages.search.query_runner import QueryRunner
from desktop.services.context import Context

REMEMBERED_AFTER_MS: Final = 1500


class SearchHistory(QObject):
    """Writes the search that ``answering`` made into the history of the library."""

    def __init__(self, context: Context, query_runner: QueryRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._query_runner = query_runner
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(REMEMBERED_AFTER_MS)
        self._wait.timeout.connect(self.remember)
        query_runner.answered.connect(self._wait.start)

    @Slot()
    def remember(self) -> None:
        """Remember a search that found something."""
        answer, library = self._query_runner.answer, self._context.library
        if answer is not None and answer.total and library.writable:
            self._context.operations.run(self, remember_search(self._query_runner.request))

    @Slot()
    def keep(self) -> None:
        """Keep the search under its own words."""
        request = self._query_runner.request
        if request.text:
            self._context.operations.run(self, save_search(request))

    @Slot(str)
    def forget(self, name: str) -> None:
        """Forget a search that was kept."""
        self._context.operations.run(self, forget_search(name))
