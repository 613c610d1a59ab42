"""How wide the columns of a table are: a number is never cut, and room that is left goes where text is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication

from desktop.theme.fonts import scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from desktop.widgets.tables.column import Column
    from desktop.widgets.tables.column_model import ColumnModel

CELL: Final = 24
"""What a cell keeps free beside its words, as the style sheet pads it."""
HEAD: Final = 28
"""What a head keeps free: its padding, and half of the arrow that tells the order."""
NARROWEST: Final = 56
"""So much of a text that may be cut stays in any case, at 100 %."""
LEAST_OF_TEXT: Final = 140
"""So much of a text without end: of fewer letters nothing is to be read."""
MOST_MEASURED: Final = 200
MOST_KNOWN: Final = 5_000


@dataclass(frozen=True, slots=True)
class ColumnWish:
    """What a column asks for, in pixels: never less than ``least``, ``usual`` before any has more, then ``enough``.

    One that is ``late`` gets more than is usual only when all others have enough.
    """

    least: int
    usual: int
    enough: int
    stretch: bool = False
    late: bool = False


def shared_out(room: int, wishes: Sequence[ColumnWish]) -> list[int]:
    """Return a width for each wish: the least first, then by what is cut, what is left to those that stretch.

    Of these the late ones have it all, where there are any: they are the texts without end.
    Where not even the least fits, the widths add up to more than ``room``.
    """
    widths = [wish.least for wish in wishes]
    for wanted in (
        [wish.usual for wish in wishes],
        [wish.usual if wish.late else wish.enough for wish in wishes],
        [wish.enough for wish in wishes],
    ):
        _fill(widths, wanted, room - sum(widths))
    left = room - sum(widths)
    stretched = [n for n, wish in enumerate(wishes) if wish.stretch] or list(range(len(wishes)))[-1:]
    stretched = [n for n in stretched if wishes[n].late] or stretched
    for place, number in enumerate(stretched):
        widths[number] += max(left, 0) // len(stretched) + (place < max(left, 0) % len(stretched))
    return widths


def _fill(widths: list[int], wanted: Sequence[int], left: int) -> None:
    """Bring widths nearer to those wanted, all by the same, until what is left is used up."""
    while left > 0 and (short := [n for n, width in enumerate(widths) if wanted[n] > width]):
        part = max(left // len(short), 1)
        for number in short:
            given = min(part, wanted[number] - widths[number], left)
            widths[number] += given
            left -= given


class ColumnFit(QObject):
    """Measures the rows in sight and sets the widths; a column a person has drawn wider or narrower stays so.

    While one scrolls, columns that may not be cut only grow.
    """

    crowded = Signal()
    """Not even the least widths have room: whoever chose the columns leaves one out."""

    def __init__(self, table: QTableView, model: ColumnModel[Any], lay_out: Callable[[], None]) -> None:
        """``lay_out`` places rows and columns of the table at once."""
        super().__init__(table)
        self._table = table
        self._model = model
        self._lay_out = lay_out
        self._needs: dict[str, int] = {}
        self._drawn: dict[str, int] = {}
        self._wide: dict[tuple[int, str], int] = {}
        """How wide texts are, by the weight of their letters."""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(0)
        self._wait.timeout.connect(self.share)
        model.modelReset.connect(self._begin_anew)
        model.layoutChanged.connect(self.share_later)
        model.dataChanged.connect(self.share_later)
        table.verticalScrollBar().valueChanged.connect(self.share_later)
        table.horizontalHeader().sectionResized.connect(self._on_drawn)

    def forget(self) -> None:
        """Measure everything anew."""
        self._needs.clear()
        self._wide.clear()

    @Slot()
    def share_later(self) -> None:
        """Set the widths as soon as the window comes to it."""
        self._wait.start()

    @Slot()
    def share(self) -> None:
        """Set the widths now."""
        self._wait.stop()
        table = self._table
        room = table.viewport().width()
        shown = [
            (section, column)
            for section, column in enumerate(self._model.columns)
            if not table.isColumnHidden(section)
        ]
        if not shown or room <= 0:
            return
        self._measure(shown)
        wishes = [self._wish(column) for _section, column in shown]
        widths = {section: width for (section, _), width in zip(shown, shared_out(room, wishes), strict=True)}
        other = {section: width for section, width in widths.items() if table.columnWidth(section) != width}
        if other:
            self._set(other)
        if sum(widths.values()) > room:
            self.crowded.emit()

    def _set(self, widths: Mapping[int, int]) -> None:
        """Set the widths of sections; the table hears of all of them at once and is drawn once."""
        header = self._table.horizontalHeader()
        heard = header.blockSignals(True)
        for section, width in widths.items():
            header.resizeSection(section, width)
        header.blockSignals(heard)
        self._lay_out()

    def room_for(self, text: str, font: QFont) -> int:
        """Return how wide a cell must be that shows ``text`` whole."""
        return QFontMetrics(font).horizontalAdvance(text) + CELL

    def _width_of(self, text: str, font: QFont) -> int:
        key = (font.weight().value, text)
        if key not in self._wide:
            self._wide[key] = self.room_for(text, font)
        return self._wide[key]

    def _wish(self, column: Column[Any]) -> ColumnWish:
        drawn = self._drawn.get(column.key)
        if drawn is not None:
            return ColumnWish(drawn, drawn, drawn)
        own = scaled(column.width)
        name = self._table.horizontalHeader().fontMetrics().horizontalAdvance(column.title)
        if column.mark:
            own = max(own, name + CELL) if name else own
            return ColumnWish(own, own, own)
        head = name + HEAD
        need = max(self._needs.get(column.key, 0), head)
        if column.whole:
            return ColumnWish(need, need, need)
        least = max(scaled(LEAST_OF_TEXT if column.late else NARROWEST), head)
        usual = max(min(own or scaled(NARROWEST) * 2, need), least)
        return ColumnWish(least, usual, max(need, least), stretch=not column.width, late=column.late)

    def _measure(self, shown: Sequence[tuple[int, Column[Any]]]) -> None:
        table, model = self._table, self._model
        usual = table.font()
        first = max(table.rowAt(0), 0)
        last = table.rowAt(table.viewport().height() - 1)
        end = last + 1 if last >= 0 else min(model.rowCount(), first + MOST_MEASURED)
        words = [column for _section, column in shown if not column.mark]
        for number in range(first, end):
            row = model.row_at(model.index(number, 0))
            if row is None:
                continue
            for column in words:
                font = (column.font(row) if column.font is not None else None) or usual
                wide = self._width_of(column.text(row), font)
                if wide > self._needs.get(column.key, 0):
                    self._needs[column.key] = wide

    @Slot()
    def _begin_anew(self) -> None:
        """Fit other rows before they are drawn; how wide a text is stays known."""
        self._needs.clear()
        if len(self._wide) > MOST_KNOWN:
            self._wide.clear()
        if self._table.isVisible():
            self._lay_out()
            self.share()
        else:
            self.share_later()

    @Slot(int, int, int)
    def _on_drawn(self, section: int, _before: int, width: int) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            column = self._model.columns[section]
            self._drawn[column.key] = max(width, scaled(NARROWEST))
            self.share_later()
