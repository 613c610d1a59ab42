"""A layout that fills lines like words do."""

from __future__ import annotations

from typing import Final

import shiboken6
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

UNBOUNDED: Final = 4096
"""From this width on a field has no largest: it does not grow."""


class FlowLayout(QLayout):
    """Puts widgets side by side and begins a new line where they no longer fit."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """The height at each width that was asked for; what is in the layout has not changed since."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item (called by ``addWidget``)."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, ``None`` beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Give an item away, ``None`` beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at ``width``."""
        if width not in self._heights:
            edges = self.contentsMargins()
            inside = QRect(0, 0, width - edges.left() - edges.right(), 0)
            self._heights[width] = self._arrange(inside, move=False) + edges.top() + edges.bottom()
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was measured: something in the layout changed."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), move=True)

    def sizeHint(self) -> QSize:
        """Return the smallest size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest item that is shown."""
        size = QSize()
        for item in self._living():
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _living(self) -> list[QLayoutItem]:
        """Return the items Qt still has: a window that ends measures its layouts once more while their items go."""
        return [item for item in self._items if shiboken6.isValid(item)]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Fill the lines, each item in the middle of its line's height; return the height of all."""
        y, line = rect.y(), list[tuple[QLayoutItem, int, QSize]]()
        x = rect.x()
        for item in self._living():
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            if line and x + hint.width() > rect.x() + rect.width():
                y += self._place(line, y, rect.right(), move=move) + self.spacing()
                x, line = rect.x(), []
            line.append((item, x, hint))
            x += hint.width() + self.spacing()
        return y + self._place(line, y, rect.right(), move=move) - rect.y()

    def _place(self, line: list[tuple[QLayoutItem, int, QSize]], y: int, right: int, *, move: bool) -> int:
        height = max((hint.height() for _item, _x, hint in line), default=0)
        if not line or not move:
            return height
        _last, at, end = line[-1]
        left, moved = right - at - end.width() + 1, 0
        for item, x, hint in line:
            more = max(min(_wanted(item) - hint.width(), left), 0)
            size = QSize(hint.width() + more, hint.height())
            item.setGeometry(QRect(QPoint(x + moved, y + (height - hint.height()) // 2), size))
            left, moved = left - more, moved + more
        return height


def _wanted(item: QLayoutItem) -> int:
    """Return the width a field would have where its line has room: up to its largest, if it has one."""
    widest = item.maximumSize().width()
    grows = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
    return widest if grows and widest < UNBOUNDED else 0
