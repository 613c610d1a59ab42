"""A strip of years: how much there is of each, as low bars side by side between the first and the last year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from corpus.language import translate as _
from desktop.theme import ThemeManager
from desktop.theme.fonts import interface_font, scaled

BAR: Final = 10
GAP: Final = 2
HEIGHT: Final = 20
LETTERS: Final = 11
LEAST: Final = 2
"""The height of the lowest bar: one is more than none."""


class YearStrip(QWidget):
    """Bars of ``first``–``last``, the same for strips beside one another, ``most`` as high as there is room for.

    The latest years are drawn where there is no room for all; the tooltip names each year with its number.
    """

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: dict[int, int] = {}
        self._years = range(0)
        self._most = 1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_years(self, counts: Sequence[tuple[int, int]], first: int, last: int, most: int) -> None:
        """Show (year, number) within ``first``–``last``."""
        self._counts, self._years, self._most = dict(counts), range(first, last + 1), max(1, most)
        told = " · ".join(_("{year} 年 {n} 段", year=year, n=n) for year, n in counts)
        self.setToolTip(told)
        self.setAccessibleName(told)
        self.update()

    @property
    def years(self) -> range:
        """Return the years there is room for, the latest of those asked for."""
        room = (self.width() - 2 * self._label() + GAP) // (BAR + GAP)
        return self._years[max(0, len(self._years) - max(1, room)) :]

    def sizeHint(self) -> QSize:
        """Return the room of some bars."""
        return QSize(2 * self._label() + 8 * (BAR + GAP), scaled(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars on a line, between the first and the last year."""
        if not self._counts:
            return
        painter = QPainter(self)
        years, ground, colour = self.years, self.height() - 1, self._theme.colour
        painter.setFont(interface_font(LETTERS))
        painter.setPen(colour("faint"))
        left = 0
        if len(years) > 1:
            painter.drawText(self._box(0), int(Qt.AlignmentFlag.AlignLeft), str(years[0]))
            left = self._label()
        for number, year in enumerate(years):
            count, x = self._counts.get(year, 0), left + number * (BAR + GAP)
            height = max(LEAST, round(count / self._most * (self.height() - 2))) if count else 1
            painter.fillRect(
                x, ground - height + 1, BAR, height, colour("indigo" if count else "line_strong")
            )
        end = left + len(years) * (BAR + GAP) - GAP + 6
        painter.drawText(self._box(end), int(Qt.AlignmentFlag.AlignLeft), str(years[-1]))

    def _label(self) -> int:
        return scaled(30)

    def _box(self, left: int) -> QRect:
        height = scaled(LETTERS + 3)
        return QRect(left, self.height() - height, self._label(), height)
