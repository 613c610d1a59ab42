"""The switches of a search: what is not told apart, and whether other names count.

A way of searching decides some of them by itself; such a switch shows what holds there and cannot be pressed, and
what a person chose comes back with a way that heeds it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.finding.search import always_folded, folds_of, mode_of, takes_synonyms
from desktop.widgets import Chip

_SYNONYMS = "synonyms"


class SearchSwitches(QWidget):
    """A row of chips; ``changed`` is sent when a person presses one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = {
            "variants": Chip(_("简繁通检"), checkable=True),
            "punctuation": Chip(_("忽略标点"), checkable=True),
            _SYNONYMS: Chip(_("同义词"), checkable=True),
        }
        self._tips = {
            "variants": _("简体字和繁体字算同一个字"),
            "punctuation": _("标点不同、有无标点都算一样"),
            _SYNONYMS: _("企业的别名、指标的别称也算：GDP 也找地区生产总值"),
        }
        self._chosen = {"variants": False, "punctuation": False, _SYNONYMS: True}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for chip in self.chips.values():
            row.addWidget(chip)
            chip.clicked.connect(self._choose)
        self.show_mode("auto")

    @property
    def folds(self) -> frozenset[str]:
        """Return what a person wants not to be told apart."""
        return frozenset(folds_of([key for key, chosen in self._chosen.items() if chosen]))

    @property
    def synonyms(self) -> bool:
        """Tell whether a person wants other names to count."""
        return self._chosen[_SYNONYMS]

    def show_choice(self, folds: frozenset[str], mode: str, *, synonyms: bool) -> None:
        """Show the switches of a search made before."""
        self._chosen = {key: key in folds for key in self.chips} | {_SYNONYMS: synonyms}
        self.show_mode(mode)

    def show_mode(self, mode: str) -> None:
        """Show what holds in a way of searching, and let only those be pressed that it leaves open."""
        way = mode_of(mode)
        held: dict[str, bool] = dict.fromkeys(always_folded(way), True)
        if not takes_synonyms(way):
            held[_SYNONYMS] = False
        for key, chip in self.chips.items():
            chip.setChecked(held.get(key, self._chosen[key]))
            chip.setEnabled(key not in held)
            chip.setToolTip(_fixed_tip(on=held[key]) if key in held else self._tips[key])

    @Slot()
    def _choose(self) -> None:
        for key, chip in self.chips.items():
            if chip.isEnabled():
                self._chosen[key] = chip.isChecked()
        self.changed.emit()


def _fixed_tip(*, on: bool) -> str:
    return _("这种检索方式总是如此") if on else _("这种检索方式只找原样的字")
