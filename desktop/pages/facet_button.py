"""A filter of one field: a button that opens the values that occur, each with its true number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import shiboken6
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from corpus.language import translate as _
from corpus.language.phrases import labelled, listed
from desktop.theme import ThemeManager
from desktop.theme.fonts import figures_font, scaled
from desktop.widgets import Popover, SearchField
from desktop.widgets.buttons import TextButton
from desktop.widgets.label import TextLabel, cut_inside
from desktop.widgets.lists.rows import Row, RowModel
from desktop.widgets.tables.mark_column import Index
from desktop.wording.ordering import sounds_like

ROW = 30
MOST_ROWS = 12
WIDEST = 176
"""Pixels of a button at most, at 100 %; what is chosen is cut to it."""
SIDE = 11
"""Pixels beside the words of a button, with its line."""
_OPENS: Final = "  ▾"


@dataclass(frozen=True, slots=True)
class Offer:
    """A value one can choose: the forms it has in the library, what it is called, and how often it occurs."""

    forms: tuple[str, ...]
    name: str
    count: int


def joined(
    counts: Sequence[tuple[str, str, int]], usual: Callable[[str], str], named: Callable[[str, str], str]
) -> tuple[Offer, ...]:
    """Return the offers of counted (value, title) pairs: forms of one thing together, the commonest first.

    ``usual`` gives the one name of a form, ``named`` what it is called by value and title.
    """
    groups: dict[str, list[tuple[str, str, int]]] = {}
    for one in counts:
        groups.setdefault(usual(one[0]) or one[0], []).append(one)
    offers = (
        Offer(
            tuple(value for value, _title, _n in group),
            named(group[0][0] if len(group) == 1 else name, group[0][1]),
            sum(n for *_, n in group),
        )
        for name, group in groups.items()
    )
    return tuple(sorted(offers, key=lambda one: -one.count))


class _OfferDelegate(QStyledItemDelegate):
    """Draws the name at the left, cut where it must be, and the number whole at the right."""

    def __init__(self, theme: ThemeManager, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(scaled(240), scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground as usual, then name and number."""
        super().paint(painter, option, QModelIndex())
        row = index.data(RowModel.RowRole)
        box: QRect = option.rect.adjusted(scaled(10), 0, -scaled(10), 0)
        painter.save()
        font = figures_font()
        painter.setFont(font)
        number = painter.fontMetrics().horizontalAdvance(row.side)
        painter.setPen(self._theme.colour("indigo" if row.sign else "ink"))
        room = box.adjusted(0, 0, -number - scaled(12), 0)
        told = painter.fontMetrics().elidedText(
            f"{row.sign}{row.title}", Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), told)
        painter.setPen(self._theme.colour("second"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), row.side)
        painter.restore()


class OfferList(Popover):
    """The values of a field in a popover, narrowed as one types; ``picked`` carries an ``Offer`` (or ``None``: all)."""

    picked = Signal(object, bool)
    """The offer, and whether it joins those chosen before (Ctrl)."""

    def __init__(self, theme: ThemeManager, name: str, parent: QWidget) -> None:
        super().__init__(parent, padding=8)
        self._offers: tuple[Offer, ...] = ()
        self._shown: list[Offer] = []
        self._chosen: frozenset[str] = frozenset()
        self.field = SearchField(theme, _("筛选{name}…", name=name), delay=0)
        self.field.setMinimumWidth(scaled(280))
        self.list = QListView()
        self.list.setObjectName("rows")
        self.list.setAccessibleName(name)
        self.model = RowModel(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_OfferDelegate(theme, self.list))
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = TextLabel(_("正在数…"), "small")
        self.body.addWidget(self.field)
        self.body.addWidget(self.note)
        self.body.addWidget(self.list)
        self.list.hide()
        self.field.edited.connect(self._narrow)
        self.field.submitted.connect(self._enter)
        self.field.moved.connect(self._move)
        self.field.escaped.connect(self.close)
        self.list.clicked.connect(self._pick)

    def show_offers(self, offers: Sequence[Offer], chosen: Sequence[str]) -> None:
        """Show the values counted, those chosen first."""
        self._offers, self._chosen = tuple(offers), frozenset(chosen)
        self._narrow(self.field.text())

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        offers = [one for one in self._offers if not typed.strip() or sounds_like(typed, one.name)]
        offers.sort(key=lambda one: not self._chosen.intersection(one.forms))
        whole = sum(one.count for one in self._offers)
        rows = [Row("", _("全部"), side=f"{whole:,}")] if self._chosen and not typed.strip() else []
        rows += [
            Row(
                str(n),
                one.name,
                side=f"{one.count:,}",
                sign="✓ " if self._chosen.intersection(one.forms) else "",
            )
            for n, one in enumerate(offers)
        ]
        self._shown = offers
        self.model.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.note.setText("" if rows else _("没有可选的值"))
        self.note.setVisible(not rows)
        self.list.setFixedHeight(scaled(ROW) * min(len(rows), MOST_ROWS) + 4)
        if rows:
            self.list.setCurrentIndex(self.model.index(0))
        self.adjustSize()

    @Slot(str)
    def _enter(self, typed: str) -> None:
        self._narrow(typed)
        self._pick(self.list.currentIndex())

    @Slot(int)
    def _move(self, by: int) -> None:
        row = min(max(self.list.currentIndex().row() + by, 0), self.model.rowCount() - 1)
        self.list.setCurrentIndex(self.model.index(row))

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        joins = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        key = self.model.rows[index.row()].key
        self.picked.emit(self._shown[int(key)] if key else None, joins)
        if not joins:
            self.close()


class FacetButton(TextButton):
    """Shows what is chosen of a field; ``opening`` asks for the values, ``changed`` tells of another choice."""

    opening = Signal()
    changed = Signal()

    def __init__(self, theme: ThemeManager, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setObjectName("facet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        self.name = name
        self.value: tuple[str, ...] = ()
        """The forms chosen; empty: everything."""
        self._names: list[str] = []
        self.popover: OfferList | None = None
        self.setAccessibleName(name)
        self.setProperty("chosen", False)
        self.clicked.connect(self.open)
        self._tell()

    def choose(self, value: Sequence[str], names: Sequence[str] = ()) -> None:
        """Show a choice without telling; ``names`` are what its values are called."""
        self.value, self._names = tuple(value), list(names or value)[:6]
        self._tell()

    def sizeHint(self) -> QSize:
        """Return room for the words, as long as they are not too many."""
        return QSize(min(super().sizeHint().width(), scaled(WIDEST)), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the arrow down as well."""
        if event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)

    @Slot()
    def open(self) -> None:
        """Open the values; they are counted by whoever hears ``opening``."""
        self.popover = OfferList(self._theme, self.name, self)
        self.popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.popover.picked.connect(self._take)
        self.popover.show_beside(self)
        self.popover.field.setFocus()
        self.opening.emit()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show the values that were counted, if the popover is still there."""
        if self.popover is not None and shiboken6.isValid(self.popover):
            self.popover.show_offers(offers, self.value)

    @Slot(object, bool)
    def _take(self, offer: Offer | None, joins: bool) -> None:
        if offer is None:
            self.value, self._names = (), []
        elif set(offer.forms) & set(self.value):
            self.value = tuple(one for one in self.value if one not in offer.forms)
            self._names = [one for one in self._names if one != offer.name]
        elif joins:
            self.value, self._names = (*self.value, *offer.forms), [*self._names, offer.name]
        else:
            self.value, self._names = offer.forms, [offer.name]
        self._tell()
        # The popover is still handling the click: what follows may rebuild what it stands on.
        QTimer.singleShot(0, self, self.changed.emit)

    def _tell(self) -> None:
        told = listed(self._names)
        room = scaled(WIDEST - 2 * SIDE) - self.fontMetrics().horizontalAdvance(_OPENS)
        self.setText(cut_inside(told or self.name, self.fontMetrics(), room) + _OPENS)
        self.setToolTip(
            labelled(self.name, told) if told else _("按{name}筛选；按住 Ctrl 可选多个", name=self.name)
        )
        if self.property("chosen") != bool(self.value):
            self.setProperty("chosen", bool(self.value))
            self.style().unpolish(self)
            self.style().polish(self)
        self.updateGeometry()
