"""The tree on the left: the whole library, collections, tags and the trash."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from corpus.language import translate as _
from corpus.model.collection import Collection
from desktop.pages.documents.columns import ids_of
from desktop.pages.documents.places import Shelves
from desktop.services.targets import PlaceKind, ShelfPlace
from desktop.theme import ThemeManager
from desktop.theme.fonts import resized, scaled
from desktop.widgets.drops import take_copy
from desktop.widgets.key_bar import draw_key_bar

PLACE: Final = Qt.ItemDataRole.UserRole
HEIGHT: Final = 32
_BESIDE_COUNT: Final = 26
"""What a cell keeps free beside its number: what the style sheet pads it by, and Qt's own margin."""


class LibraryTree(QTreeWidget):
    """Shows ``Shelves`` as a tree; ``chosen`` carries the place shown now."""

    chosen = Signal(object)
    dropped = Signal(str, list)
    """Articles (ids) were dropped on a collection (its id)."""
    renamed = Signal(str, str)
    """A collection's id and the name typed."""
    asked = Signal(object, QPoint)
    """The context menu of a place, global."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Shelves | None = None
        self._items: dict[ShelfPlace, QTreeWidgetItem] = {}
        self._sections: list[QTreeWidgetItem] = []
        self._filling = False
        self.setObjectName("shelf")
        self.setAccessibleName(_("文库目录"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setRootIsDecorated(True)
        self.setIndentation(14)
        self.setIconSize(QSize(scaled(16), scaled(16)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, header.ResizeMode.Stretch)
        header.setSectionResizeMode(1, header.ResizeMode.Fixed)
        self._fit_counts()
        self.currentItemChanged.connect(self._choose)
        self.itemChanged.connect(self._rename)
        self.customContextMenuRequested.connect(self._ask)
        theme.changed.connect(self._recolour)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a bar at the one the keys are on."""
        super().paintEvent(event)
        draw_key_bar(self)

    @property
    def place(self) -> ShelfPlace:
        """Return the place chosen."""
        item = self.currentItem()
        place = item.data(0, PLACE) if item is not None else None
        return place if isinstance(place, ShelfPlace) else ShelfPlace()

    def show_shelves(self, shelves: Shelves) -> None:
        """Show the library; the place chosen stays where it is still there."""
        if shelves == self._shown:
            return
        self._shown, kept = shelves, self.place
        closed = {place for place, item in self._items.items() if item.childCount() and not item.isExpanded()}
        self._filling = True
        self.clear()
        self._items.clear()
        self._sections = []
        totals, live = shelves.totals, shelves.totals.live
        for kind, name, icon, count in (
            (PlaceKind.ALL, _("全部"), "library", live.articles),
            (PlaceKind.MINE, _("我的文献"), "documents", totals.own.articles),
            (PlaceKind.PACK, _("内置资料包"), "pack", totals.pack.articles),
            (PlaceKind.STARRED, _("星标"), "star", live.starred),
        ):
            self._add(None, ShelfPlace(kind), name, icon, count)
        waiting = live.repairing
        if waiting or kept.kind is PlaceKind.REPAIRS:
            self._add(None, ShelfPlace(PlaceKind.REPAIRS), _("待审校订"), "repair", waiting)
        if shelves.incomplete or kept.kind is PlaceKind.INCOMPLETE:
            self._add(None, ShelfPlace(PlaceKind.INCOMPLETE), _("著录不全"), "pencil", shelves.incomplete)
        self._section(_("课题"))
        self._add_collections(shelves.collections, "", None)
        if not shelves.collections:
            self._section(_("还没有；用上面的 ＋ 建"))
        if shelves.tags:
            self._section(_("标签"))
            for tag, count in shelves.tags:
                self._add(None, ShelfPlace(PlaceKind.TAG, tag), tag, "tag", count)
        self._section("")
        self._add(None, ShelfPlace(PlaceKind.TRASH), _("回收站"), "trash", totals.trash.articles)
        for place, item in self._items.items():
            item.setExpanded(place not in closed)
        self._filling = False
        self._fit_counts()
        self.choose(kept)

    def choose(self, place: ShelfPlace) -> None:
        """Go to a place; one that is gone means the whole library."""
        item = self._items.get(place) or self._items.get(ShelfPlace())
        if item is not None:
            self.setCurrentItem(item)

    def edit_name(self, collection: str) -> bool:
        """Let a person type the name of a collection; tell whether the tree shows it."""
        item = self._items.get(ShelfPlace(PlaceKind.COLLECTION, collection))
        if item is not None:
            self.setCurrentItem(item)
            self.editItem(item, 0)
        return item is not None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles."""
        if ids_of(event.mimeData()):
            take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take articles over a collection only."""
        if self._collection_at(event.position().toPoint()):
            take_copy(event)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which articles were dropped on which collection."""
        collection, ids = self._collection_at(event.position().toPoint()), ids_of(event.mimeData())
        if collection and ids and take_copy(event):
            self.dropped.emit(collection, ids)

    def _collection_at(self, point: QPoint) -> str:
        item = self.itemAt(point)
        place = item.data(0, PLACE) if item is not None else None
        return place.key if isinstance(place, ShelfPlace) and place.kind is PlaceKind.COLLECTION else ""

    def _add_collections(
        self, groups: Sequence[Collection], parent: str, under: QTreeWidgetItem | None
    ) -> None:
        known = {one.id for one in groups}
        own = [one for one in groups if one.parent == parent or (not parent and one.parent not in known)]
        for one in own:
            item = self._add(
                under, ShelfPlace(PlaceKind.COLLECTION, one.id), one.name, "collection", one.count
            )
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDropEnabled)
            self._add_collections(groups, one.id, item)

    def _add(
        self, under: QTreeWidgetItem | None, place: ShelfPlace, name: str, icon: str, count: int
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name, f"{count:,}" if count else ""])
        item.setData(0, PLACE, place)
        item.setData(0, PLACE + 1, icon)
        item.setToolTip(0, name)
        item.setSizeHint(0, QSize(0, HEIGHT))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if under is None:
            self.addTopLevelItem(item)
        else:
            under.addChild(item)
        self._items[place] = item
        self._colour(item)
        return item

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the window's letters."""
        super().changeEvent(event)
        if resized(event) and hasattr(self, "_items"):
            self._fit_counts()

    def _fit_counts(self) -> None:
        """Give the counts the room of the longest: a number is never cut."""
        wide = (self.fontMetrics().horizontalAdvance(item.text(1)) for item in self._items.values())
        self.header().resizeSection(1, max(*wide, 0, 0) + _BESIDE_COUNT)

    def _section(self, name: str) -> None:
        item = QTreeWidgetItem([name])
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(0, QSize(0, HEIGHT + 4 if name else 12))
        item.setForeground(0, self._theme.colour("faint"))
        self.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)
        self._sections.append(item)

    def _colour(self, item: QTreeWidgetItem) -> None:
        item.setIcon(0, self._theme.icon(str(item.data(0, PLACE + 1)), "second", "second"))
        item.setForeground(1, self._theme.colour("faint"))

    @Slot()
    def _recolour(self) -> None:
        self._filling = True
        self.setIconSize(QSize(scaled(16), scaled(16)))
        for item in self._items.values():
            self._colour(item)
        for item in self._sections:
            item.setForeground(0, self._theme.colour("faint"))
        self._filling = False

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _choose(self, _item: QTreeWidgetItem | None, _previous: QTreeWidgetItem | None) -> None:
        if not self._filling:
            self.chosen.emit(self.place)

    @Slot(QTreeWidgetItem, int)
    def _rename(self, item: QTreeWidgetItem, column: int) -> None:
        place = item.data(0, PLACE)
        if not self._filling and column == 0 and isinstance(place, ShelfPlace):
            self.renamed.emit(place.key, item.text(0))

    @Slot(QPoint)
    def _ask(self, point: QPoint) -> None:
        item = self.itemAt(point)
        place = item.data(0, PLACE) if item is not None else None
        self.asked.emit(place if isinstance(place, ShelfPlace) else None, self.viewport().mapToGlobal(point))
