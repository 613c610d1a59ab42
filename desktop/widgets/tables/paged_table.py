"""A long table: what is chosen and where one has scrolled to stay, by id, whatever the library does meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.tables.listing import Listing, RowStretch
from desktop.widgets.tables.paged_model import PagedModel
from desktop.widgets.tables.table import ListTable, ranges_of

_MOST_KEPT: Final = 500
"""So many chosen rows are found again in another order."""


class PagedTable(ListTable):
    """A ``ListTable`` over a ``PagedModel``; where ``always`` is set a row is chosen as soon as there is one.

    ``settled`` tells that rows are shown, with what was chosen before chosen again, or say something else now.
    """

    settled = Signal()

    def __init__(
        self,
        model: PagedModel[Any],
        parent: QWidget | None = None,
        *,
        multiple: bool = False,
        always: bool = False,
    ) -> None:
        super().__init__(model, parent, multiple=multiple)
        self.paged = model
        self._always = always
        self._wanted: list[str] = []
        self._reveal = False
        self._scroll = -1
        self._stood: dict[str, int] = {}
        self._unseen = False
        self._by_itself = ""
        self._ids: dict[int, str] = {}
        """The ids of chosen rows by their places, for they may be no longer at hand."""
        model.came.connect(self._on_came)
        model.updated.connect(self.settled)
        model.dataChanged.connect(self._on_read)
        model.rowsInserted.connect(self._on_more)
        self.pressed.connect(self._on_pressed)

    def show_listing(self, listing: Listing[Any], *, anew: bool = False) -> None:
        """Show a listing; ``anew`` from its top, otherwise from where one has scrolled to."""
        self._stood = {row_id: place for place, row_id in self._chosen_by_id()}
        kept = self._wanted or list(self._stood)[:_MOST_KEPT]
        height = self.verticalHeader().defaultSectionSize()
        if anew or self._scroll < 0:
            self._scroll = 0 if anew else self.verticalScrollBar().value()
        first = self._scroll // height
        last = first + self.viewport().height() // height + 1
        wanted = kept[0] if self._wanted and self._reveal else ""
        self.paged.show(listing, first, last, kept, wanted)

    def choose_ids(self, ids: Sequence[str]) -> None:
        """Choose these rows, and scroll to the first, when a listing is shown next."""
        self._wanted, self._reveal = list(ids), True

    def chosen_ids(self) -> list[str]:
        """Return the ids of the chosen rows, or of those to be chosen as soon as they are there."""
        return list(self._wanted) or [row_id for _place, row_id in self._chosen_by_id()]

    def picked_ids(self) -> list[str]:
        """Return the ids of the chosen rows, none where the table itself chose the first."""
        chosen = self.chosen_ids()
        return [] if chosen == [self._by_itself] else chosen

    def ask_chosen(self, done: Callable[[list[Any]], None]) -> None:
        """Call ``done`` with all chosen rows, at once where they are at hand."""
        places, rows = self.rows_chosen(), self.chosen_rows()
        listing = self.paged.listing
        if len(rows) == len(places) or listing is None:
            done(rows)
            return
        self.paged.tasks.run(self, partial(_read_places, listing, places), done, lane="chosen")

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's own
        """Remember who is chosen."""
        super().selectionChanged(selected, deselected)
        for one in ranges_of(selected):
            self._remember(one.top(), one.bottom())

    def view_state(self) -> dict[str, object]:
        """Return the order, the rows chosen (their ids) and the scroll place."""
        order, descending = self.paged.order
        return {
            "order": order,
            "descending": descending,
            "chosen": self.picked_ids()[:_MOST_KEPT],
            "scroll": self.verticalScrollBar().value() if self._scroll < 0 else self._scroll,
        }

    def restore_view(self, state: Mapping[str, object]) -> None:
        """Come back as ``state`` says when a listing is shown next."""
        keys = [column.key for column in self.paged.columns]
        order, scroll, chosen = state.get("order"), state.get("scroll"), state.get("chosen")
        if isinstance(order, str) and order in keys:
            # Told to the model first, so that it has nothing to ask for.
            self.paged.order = (order, bool(state.get("descending")))
            self.show_order()
        if isinstance(chosen, list):
            self._wanted, self._reveal = [str(one) for one in chosen], False
        if isinstance(scroll, int):
            self._scroll = scroll

    def show_order(self) -> None:
        """Show the model's order in the head."""
        order, descending = self.paged.order
        section = next((n for n, one in enumerate(self.paged.columns) if one.key == order), -1)
        turn = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, turn)

    @Slot(object, bool)
    def _on_came(self, read: RowStretch[Any], other: bool) -> None:
        if other:
            self._ids.clear()
        self._ids |= {place: row_id for row_id, place in read.places.items()}
        moved = any(self._stood.get(one) != place for one, place in read.places.items())
        if other or moved or self._wanted:
            self._choose_again(read)
        if other and self._scroll >= 0 and not self._shows_wanted(read):
            self.verticalScrollBar().setValue(self._scroll)
        self._wanted, self._reveal, self._scroll = [], False, -1
        if self._always and not self.rows_chosen() and self.paged.rowCount():
            self.choose_row(0)
            self._by_itself = next(iter(self.chosen_ids()), "")
        self.settled.emit()

    @Slot()
    def _on_pressed(self) -> None:
        self._by_itself = ""

    @Slot(QModelIndex, int, int)
    def _on_more(self, _parent: QModelIndex, first: int, _last: int) -> None:
        """Take up rows below those in sight: only the scroll bar tells of them, nothing else is painted again."""
        if 0 <= self.rowAt(self.viewport().height() - 1) < first:
            self.viewport().setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, True)
            self.executeDelayedItemsLayout()
            self.viewport().setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)

    def _choose_again(self, read: RowStretch[Any]) -> None:
        model, selection, flags = self.paged, QItemSelection(), QItemSelectionModel.SelectionFlag
        last = len(model.columns) - 1
        places = list(read.places.values())
        for place in places:
            selection.select(model.index(place, 0), model.index(place, last))
        self.selectionModel().select(selection, flags.ClearAndSelect)
        if places:
            self.selectionModel().setCurrentIndex(model.index(places[0], 0), flags.NoUpdate)
        if self._shows_wanted(read):
            self.scrollTo(model.index(places[0], 0))

    def _shows_wanted(self, read: RowStretch[Any]) -> bool:
        return self._reveal and bool(self._wanted) and self._wanted[0] in read.places

    def _chosen_by_id(self) -> list[tuple[int, str]]:
        """Return place and id of the chosen rows, the current one first; those never read are left out."""
        current = self.currentIndex().row()
        places = sorted(self.rows_chosen(), key=lambda place: place != current)
        return [(place, self._ids[place]) for place in places if place in self._ids]

    def _remember(self, first: int, last: int) -> None:
        for place in range(first, min(last, first + _MOST_KEPT) + 1):
            row = self.paged.row_at(self.paged.index(place, 0))
            if row is not None:
                self._ids[place] = self.paged.key(row)

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._unseen = current.isValid() and self.paged.row_at(current) is None
        super()._choose(current, previous)

    @Slot(QModelIndex, QModelIndex)
    def _on_read(self, first: QModelIndex, last: QModelIndex) -> None:
        """Tell of a row that was chosen before it was read."""
        current = self.currentIndex()
        for place in self.rows_chosen()[:_MOST_KEPT]:
            if first.row() <= place <= last.row():
                self._remember(place, place)
        if self._unseen and first.row() <= current.row() <= last.row():
            self._choose(current, current)
            self.settled.emit()


def _read_places(listing: Listing[Any], places: Sequence[int]) -> list[Any]:
    """Read the rows at some places, neighbours at once."""
    found: list[Any] = []
    for _run, group in groupby(enumerate(places), key=_distance):
        run = [place for _n, place in group]
        found += listing.page(run[0], len(run))
    return found


def _distance(numbered: tuple[int, int]) -> int:
    return numbered[1] - numbered[0]
