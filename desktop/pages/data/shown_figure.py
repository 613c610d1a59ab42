"""The figure looked at: read a moment after its row was come to, and shown beside the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.pages.data.detail import DetailPane, FigureDetail, read_detail
from desktop.widgets.read_only import only_where_writable

if TYPE_CHECKING:
    from desktop.services.context import Context

AFTER_MS: Final = 40
"""So long a row must be looked at until its pane is read: holding an arrow key reads none on the way."""
AFTER_TYPING_MS: Final = 250
"""So long nobody must have typed in the filter: the first row of each letter's answer is looked at by nobody."""


class ShownFigure(QObject):
    """Fills the pane of the figure that was looked at last."""

    def __init__(self, context: Context, pane: DetailPane, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._pane = context, pane
        self._figure = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self._read)

    @Slot(str)
    def at(self, figure: str) -> None:
        """Look at a figure; at none where it is empty."""
        self._figure = figure
        if figure:
            self._later.start()
        else:
            self._later.stop()
            self._pane.clear()

    def wait(self) -> None:
        """Give the next figure a little longer: it comes of a filter that may be typed in still."""
        self._later.setInterval(AFTER_TYPING_MS)

    @Slot()
    def _read(self) -> None:
        self._later.setInterval(AFTER_MS)
        work = partial(read_detail, self._context.library, self._figure)
        self._context.tasks.run(self, work, self._show, lane="detail")

    def _show(self, detail: FigureDetail | None) -> None:
        if detail is None or detail.view.statistic.id != self._figure:
            return
        self._pane.show_detail(detail)
        only_where_writable(self._context.library, self._pane.confirm, self._pane.edit, self._pane.reject)
