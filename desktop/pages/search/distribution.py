"""The distribution: for each article a strip with a stroke at every place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.finding.concordance import ConcordanceView, concordance, distribution
from corpus.library.finding.search import SearchRequest
from corpus.model.place import Place
from desktop.theme import ThemeManager
from desktop.theme.fonts import SMALL, interface_font, scaled
from desktop.widgets.key_bar import draw_key_bar
from desktop.widgets.label import cut_inside

NAME: Final = 30
"""So many hundredths of a row its name takes, as far as a strip stays beside it."""
COUNT: Final = 56
HEIGHT: Final = 40
NEAR: Final = 6

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DistributionStrip:
    """An article with its places, each with where it stands, from 0 (beginning) to 1 (end)."""

    article: str
    title: str
    places: tuple[tuple[float, Place], ...]


def strips_of(
    found: ConcordanceView, spread: Sequence[tuple[str, str, tuple[float, ...]]]
) -> tuple[DistributionStrip, ...]:
    """Return the strips of a distribution; ``found`` tells the places themselves."""
    places: dict[str, list[Place]] = {}
    for line in found.lines:
        places.setdefault(line.place.article, []).append(line.place)
    return tuple(
        DistributionStrip(
            article, title, tuple(zip(at, sorted(places.get(article, []), key=_start), strict=False))
        )
        for article, title, at in spread
    )


def read_strips(library: Library, request: SearchRequest) -> tuple[DistributionStrip, ...]:
    """Read the distribution of the request's text with the places themselves."""
    return strips_of(concordance(library, request), distribution(library, request))


class StripModel(QAbstractListModel):
    """A list of strips."""

    StripRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strips: tuple[DistributionStrip, ...] = ()

    def set_strips(self, strips: Sequence[DistributionStrip]) -> None:
        """Show other strips."""
        self.beginResetModel()
        self.strips = tuple(strips)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of articles."""
        return 0 if parent is not None and parent.isValid() else len(self.strips)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the strip, or its title with the number of places."""
        if not index.isValid() or index.row() >= len(self.strips):
            return None
        strip = self.strips[index.row()]
        if role == self.StripRole:
            return strip
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("{title}，{n} 处", title=strip.title, n=len(strip.places))
        return None


class StripList(QListView):
    """Shows strips; ``opened`` carries the place whose stroke was clicked, the first one on Enter."""

    opened = Signal(object)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statements")
        self.setAccessibleName(_("分布"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.strip_model = StripModel(self)
        self.setModel(self.strip_model)
        self.setItemDelegate(_StripDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and a bar at the one the keys are on."""
        super().paintEvent(event)
        draw_key_bar(self)

    def place_at(self, point: QPoint) -> Place | None:
        """Return the place whose stroke is under ``point`` of the viewport, the nearest one within some pixels."""
        index = self.indexAt(point)
        strip: DistributionStrip | None = index.data(StripModel.StripRole) if index.isValid() else None
        if strip is None or not strip.places:
            return None
        box = track(self.visualRect(index))
        at, place = min(strip.places, key=lambda one: abs(_x(box, one[0]) - point.x()))
        return place if abs(_x(box, at) - point.x()) <= NEAR else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the place under the pointer."""
        super().mouseReleaseEvent(event)
        place = self.place_at(event.position().toPoint())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a stroke."""
        super().mouseMoveEvent(event)
        over = self.place_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the first place of the article chosen with Enter."""
        strip: DistributionStrip | None = self.currentIndex().data(StripModel.StripRole)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and strip is not None and strip.places:
            self.opened.emit(strip.places[0][1])
        else:
            super().keyPressEvent(event)


class _StripDelegate(QStyledItemDelegate):
    def __init__(self, theme: ThemeManager, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return how high a strip is."""
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an article's name and where in it the word stands."""
        strip: DistributionStrip = index.data(StripModel.StripRole)
        row: QRect = option.rect
        colour = self._theme.colour
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, colour("indigo_pale"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, colour("hover"))
        painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), colour("line"))
        painter.setFont(interface_font())
        painter.setPen(colour("ink"))
        name = QRect(row.left() + 16, row.top(), _name(row) - 24, row.height())
        shown = cut_inside(strip.title, painter.fontMetrics(), name.width())
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), shown)
        box = track(row)
        painter.fillRect(box, colour("window"))
        for at, _place in strip.places:
            painter.fillRect(QRect(_x(box, at) - 1, box.top(), 2, box.height()), colour("indigo"))
        painter.setFont(interface_font(SMALL))
        painter.setPen(colour("second"))
        count = QRect(row.right() - COUNT, row.top(), COUNT - 16, row.height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(count, int(right), str(len(strip.places)))
        painter.restore()


def track(row: QRect) -> QRect:
    """Return where the strip of a row is drawn."""
    name = _name(row)
    return QRect(row.left() + name, row.top() + 12, max(row.width() - name - COUNT - 8, 40), HEIGHT - 24)


def _name(row: QRect) -> int:
    return min(row.width() * NAME // 100, scaled(480))


def _x(box: QRect, at: float) -> int:
    return box.left() + round(at * (box.width() - 2)) + 1


def _start(place: Place) -> int:
    return place.span.start
