"""The model of a long table: it holds the rows near those drawn, and reads others when they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Final, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal, Slot

from desktop.services.tasks import TaskRunner
from desktop.widgets.tables.column import Column
from desktop.widgets.tables.column_model import ColumnModel, Index
from desktop.widgets.tables.listing import PAGE, Listing, RowStretch, read_stretch

Row = TypeVar("Row")
KEPT: Final = 30
"""Pages held at most: those read last and their neighbours."""
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_AT_ONCE: Final = 3
"""Pages read in one go while one scrolls: what was drawn before is passed by already."""


class PagedModel(ColumnModel[Row]):
    """Shows a ``Listing``. Rows are known by ``key``; those not at hand are empty until they are read.

    The number of rows is at first what is known from the rows read; the true one follows.
    """

    came = Signal(object, bool)
    """What ``show`` asked for is there: the ``RowStretch``, and whether other rows stand in it than before."""
    counted = Signal(int)
    """The true number of rows is known."""
    updated = Signal()
    """Rows say something else than before; they stand where they stood."""
    order_changed = Signal()
    """Another order is asked for: whoever made the listing shows one in ``order``."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], str],
        tasks: TaskRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, parent)
        self.order: tuple[str, bool] = ("", False)
        """The column (its key) rows are sorted by, and whether the last come first."""
        self.listing: Listing[Row] | None = None
        self.key = key
        self.tasks = tasks
        self._pages: dict[int, tuple[Row, ...]] = {}
        self._total = 0
        self._drawn: dict[int, None] = {}
        self._changed: set[str] = set()
        self._reading = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._read_drawn)

    def show(
        self,
        listing: Listing[Row],
        first: int = 0,
        last: int = 0,
        kept: Sequence[str] = (),
        wanted: str = "",
    ) -> None:
        """Show a listing as soon as its rows ``first`` to ``last``, or those around ``wanted``, are read.

        Until then what is shown stays. ``came`` tells where the rows with the ids ``kept`` stand.
        """
        work = partial(read_stretch, listing, first, last, self.key, tuple(kept), wanted)
        self.tasks.run(self, work, partial(self._take, listing), lane="stretch")

    def update_rows(self, ids: Iterable[str]) -> None:
        """Read some rows anew, as far as they are at hand, and leave them where they stand."""
        self._changed.update(ids)
        here = [one for one in self._changed if self.place_of(one) >= 0]
        if here and self.listing is not None:
            work = partial(self.listing.rows, here)
            self.tasks.run(self, work, partial(self._take_rows, self.listing), lane="rows")
        else:
            self._changed.clear()

    def place_of(self, row_id: str) -> int:
        """Return where a row stands, -1 where it is not at hand."""
        for number, rows in self._pages.items():
            for place, row in enumerate(rows):
                if self.key(row) == row_id:
                    return number * PAGE + place
        return -1

    def row_at(self, index: Index) -> Row | None:
        """Return the value of a row, ``None`` where it is not at hand."""
        page, place = divmod(index.row(), PAGE)
        rows = self._pages.get(page, ())
        return rows[place] if place < len(rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows, as far as it is known."""
        return 0 if parent is not None and parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what ``index`` shows in ``role``; a row that is drawn and not at hand is read."""
        if role == _DISPLAY and index.isValid():
            page = index.row() // PAGE
            if page not in self._pages:
                self._drawn.pop(page, None)
                self._drawn[page] = None
                if not self._reading:
                    self._soon.start()
                return None
        return super().data(index, role)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the order of a column; -1 leaves it."""
        if not 0 <= column < len(self.columns):
            return
        asked = (self.columns[column].key, order is Qt.SortOrder.DescendingOrder)
        if asked != self.order:
            self.order = asked
            self.order_changed.emit()

    def _take(self, listing: Listing[Row], read: RowStretch[Row]) -> None:
        pages = {
            (read.start + at) // PAGE: read.rows[at : at + PAGE] for at in range(0, len(read.rows), PAGE)
        }
        end = read.start + len(read.rows)
        same = self.listing is not None and (end == self._total if read.ended else end <= self._total)
        same = same and all(
            self._keys(self._pages.get(page, ())) == self._keys(pages[page]) for page in pages
        )
        self.listing = listing
        self._drawn.clear()
        if same:
            self._pages = pages
            if end > read.start:
                self.dataChanged.emit(self.index(read.start, 0), self.index(end - 1, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self._pages, self._total = pages, max(end, *(place + 1 for place in read.places.values()), 0)
            self.endResetModel()
        self.came.emit(read, not same)
        if read.ended and not read.start:
            self.counted.emit(end)  # all rows are at hand
        else:
            self.tasks.run(self, listing.count, partial(self._take_count, listing), lane="count")

    def _take_count(self, listing: Listing[Row], total: int) -> None:
        if listing is not self.listing:
            return
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < self._total:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            self._pages = {page: rows for page, rows in self._pages.items() if page * PAGE < total}
            self.endRemoveRows()
        self.counted.emit(total)

    @Slot()
    def _read_drawn(self) -> None:
        pages = [one for one in self._drawn if one not in self._pages][-_AT_ONCE:]
        self._drawn.clear()
        if pages and self.listing is not None and not self._reading:
            self._reading = True
            work = partial(_read_pages, self.listing, pages)
            done = partial(self._take_pages, self.listing)
            self.tasks.run(self, work, done, self._fail_to_read, lane="pages")

    def _take_pages(self, listing: Listing[Row], read: dict[int, tuple[Row, ...]]) -> None:
        self._reading = False
        if listing is self.listing:
            self._pages.update(read)
            newest = next(iter(read))
            for page in sorted(self._pages, key=lambda one: abs(one - newest))[KEPT:]:
                del self._pages[page]
            for page, rows in read.items():
                self._tell_changed(page * PAGE, page * PAGE + len(rows) - 1)
        if self._drawn:
            self._soon.start()

    def _fail_to_read(self, error: Exception) -> None:
        self._reading = False
        self.tasks.unhandled.emit(error)

    def _take_rows(self, listing: Listing[Row], read: Sequence[Row]) -> None:
        self._changed.clear()
        if listing is not self.listing:
            return
        for row in read:
            place = self.place_of(self.key(row))
            if place >= 0:
                page, at = divmod(place, PAGE)
                rows = self._pages[page]
                self._pages[page] = (*rows[:at], row, *rows[at + 1 :])
                self._tell_changed(place, place)
        self.updated.emit()

    def _tell_changed(self, first: int, last: int) -> None:
        last = min(last, self._total - 1)
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _keys(self, rows: Sequence[Row]) -> list[str]:
        return [self.key(row) for row in rows]


def _read_pages(listing: Listing[Row], pages: Sequence[int]) -> dict[int, tuple[Row, ...]]:
    """Read pages by their numbers, the one drawn last first."""
    return {page: tuple(listing.page(page * PAGE, PAGE)) for page in reversed(pages)}
