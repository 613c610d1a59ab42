"""The filters above what a check found: one for each standing there is, with its count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.labels import standing_name
from corpus.library.checking.audited import AuditEntry, Standing
from desktop.pages.audit.rows import counted
from desktop.widgets import Chip, FlowLayout


class StandingChips(QWidget):
    """Offers the standings; ``picked`` carries the one pressed, ``None`` for all."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = FlowLayout(self)
        self.chips: dict[Standing | None, Chip] = {}

    def offer(self, entries: Sequence[AuditEntry], *, own: bool) -> None:
        """Offer what the entries have, those that need a look first."""
        for chip in self.chips.values():
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips.clear()
        self._add(None, f"{_('全部')} {len(entries)}")
        for standing, count in counted(entries):
            self._add(standing, f"{standing_name(standing.value, own=own)} {count}")

    def choose(self, standing: Standing | None) -> None:
        """Press one."""
        for key, chip in self.chips.items():
            chip.setChecked(key is standing)

    def _add(self, standing: Standing | None, text: str) -> None:
        chip = Chip(text, self, checkable=True)
        chip.clicked.connect(self._on_chip)
        self.chips[standing] = chip
        self._row.addWidget(chip)
        chip.show()

    @Slot()
    def _on_chip(self) -> None:
        self.picked.emit(next(key for key, chip in self.chips.items() if chip is self.sender()))
