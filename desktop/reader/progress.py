"""How far one has read an article: remembered a moment after one stopped, and counted as read near the end."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from corpus.model.article import ArticleSummary, ReadState
from desktop.operations.bookkeeping import begin_reading, keep_progress
from desktop.reader.paper import Paper
from desktop.services.context import Context

REMEMBER_MS: Final = 1500
NEARLY_ALL: Final = 0.97
"""An article read this far is counted as read."""


class ReadingProgress(QObject):
    """Keeps where one stands in the article on the paper."""

    def __init__(self, context: Context, paper: Paper) -> None:
        super().__init__(paper)
        self._context = context
        self._paper = paper
        self._summary: ArticleSummary | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REMEMBER_MS)
        self._timer.timeout.connect(self.keep)
        paper.moved.connect(self._timer.start)

    def show_summary(self, summary: ArticleSummary | None) -> None:
        """Keep from now on where one stands in this article, or in none."""
        self._summary = summary

    def begin(self) -> None:
        """Count an article nobody opened before as being read."""
        if self._summary is None or not self._context.library.writable:
            return
        if self._summary.read_state is ReadState.UNREAD:
            self._context.operations.run(self, begin_reading(self._summary.id))

    @Slot()
    def keep(self) -> None:
        """Keep the first line shown, and that the article is read when one is near its end."""
        self._timer.stop()
        summary = self._summary
        if summary is None or not self._context.library.writable:
            return
        bar = self._paper.sheet.verticalScrollBar()
        far = bar.value() + bar.pageStep() >= NEARLY_ALL * (bar.maximum() + bar.pageStep())
        read = far and bar.value() > 0 and summary.read_state is ReadState.READING
        progress = keep_progress(summary.id, self._paper.top_offset(), read=read)
        self._context.operations.run(self, progress)
