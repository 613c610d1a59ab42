"""The colours there are among the notes, each with its name and how many have it, to be switched on and off."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Signal, Slot

from corpus.language.phrases import with_aside
from corpus.model.annotation import Colour
from desktop.theme import ThemeManager
from desktop.theme.fonts import scaled
from desktop.widgets import Chip
from desktop.widgets.fields.colour_row import colour_icon
from desktop.wording.words import colour_name


class ColourFilter(QObject):
    """A chip for every colour (``chips``); those of no note are hidden unless they are switched on."""

    changed = Signal()

    def __init__(self, theme: ThemeManager, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: Mapping[Colour, int] = {}
        self.chips = {colour: Chip("", checkable=True) for colour in Colour}
        for chip in self.chips.values():
            chip.clicked.connect(self.changed)
        theme.changed.connect(self._say)
        self._say()

    def chosen(self) -> frozenset[Colour]:
        """Return the colours switched on."""
        return frozenset(colour for colour, chip in self.chips.items() if chip.isChecked())

    def choose(self, colours: frozenset[Colour]) -> None:
        """Switch these colours on, the others off."""
        for colour, chip in self.chips.items():
            chip.setChecked(colour in colours)
        self._say()

    def show_counts(self, counts: Mapping[Colour, int]) -> None:
        """Say how many notes have each colour."""
        self._counts = counts
        self._say()

    @Slot()
    def _say(self) -> None:
        for colour, chip in self.chips.items():
            name, count = colour_name(colour, self._theme.mark_names), self._counts.get(colour, 0)
            chip.setText(with_aside(name, count) if count else name)
            chip.setAccessibleName(name)
            chip.setIconSize(QSize(scaled(12), scaled(12)))
            chip.setIcon(colour_icon(self._theme, colour))
            chip.setVisible(bool(count) or chip.isChecked())
