"""The dock of the reader: five panels about one article."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.reading.articles import Reading
from desktop.reader.dock.figures import FiguresPanel
from desktop.reader.dock.names import NamesPanel
from desktop.reader.dock.notes import NotesPanel
from desktop.reader.dock.outline import OutlinePanel
from desktop.reader.dock.panel import Panel
from desktop.reader.dock.repairs import RepairsPanel
from desktop.reader.text.marks import Mark, MarkKind
from desktop.services.context import Context
from desktop.services.targets import PanelKind


class ReaderDock(QWidget):
    """Shows the panels of an article as tabs; ``went`` carries the span of the clean text to go to."""

    went = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dock")
        self.outline = OutlinePanel(context.theme)
        self.notes = NotesPanel(context)
        self.figures = FiguresPanel(context)
        self.names = NamesPanel(context)
        self.repairs = RepairsPanel(context)
        self._counts = (0, 0, 0, 0, 0)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.tabBar().setDrawBase(False)
        for part in (self._tabs, self._tabs.tabBar()):
            part.setAccessibleName(_("本文"))
        for panel, name in self._panels():
            panel.went.connect(self.went)
            self._tabs.addTab(panel, name)
        self._tabs.currentChanged.connect(self._catch_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._tabs)

    def show_reading(self, reading: Reading) -> None:
        """Show everything about an article; each tab tells how much it holds.

        Thousands of figures, names or repairs are listed when their panel is turned to.
        """
        for panel, _name in self._panels():
            later = panel is self.outline and self.outline.has_many(reading)
            few = panel in (self.outline, self.notes)
            seen = not later and (few or panel is self._tabs.currentWidget())
            panel.show_reading(reading, seen=seen)
            if later:
                QTimer.singleShot(0, self, self._catch_up)
        self._count(reading)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell how much the tabs hold where there is room for it."""
        super().resizeEvent(event)
        self._name_tabs()

    def show_notes_of(self, reading: Reading) -> None:
        """Show other notes of the article shown; the other panels stay."""
        self.notes.show_reading(reading)
        self._count(reading)

    def _count(self, reading: Reading) -> None:
        self._counts = (0, len(reading.annotations), len(reading.figures), 0, len(reading.edits))
        self._name_tabs()

    def _name_tabs(self) -> None:
        """Tell on the tabs how much they hold, or only when they are pointed at where there is no room for all."""
        bar = self._tabs.tabBar()
        names = [name for _panel, name in self._panels()]
        whole = [
            f"{name} {count}" if count else name for name, count in zip(names, self._counts, strict=True)
        ]
        for shown in (whole, names):
            for index, words in enumerate(shown):
                self._tabs.setTabText(index, words)
                self._tabs.setTabToolTip(index, "" if shown is whole else whole[index])
            if bar.sizeHint().width() <= self.width():
                return

    @Slot()
    def show_outline(self) -> None:
        """Turn to the outline."""
        self.turn_to(self.outline)

    @Slot()
    def show_notes(self) -> None:
        """Turn to the notes."""
        self.turn_to(self.notes)

    @Slot()
    def show_repairs(self) -> None:
        """Turn to the ledger of repairs."""
        self.turn_to(self.repairs)

    @Slot()
    def _catch_up(self) -> None:
        for panel, _name in self._panels():
            if panel is self._tabs.currentWidget():
                panel.catch_up()

    def turn_to(self, panel: Panel) -> None:
        """Show one panel."""
        self._tabs.setCurrentWidget(panel)

    def show_panel(self, kind: PanelKind, *, pending: bool = False) -> None:
        """Turn to a panel; with ``pending`` the ledger of repairs shows those that wait."""
        panels = dict(zip(PanelKind, (panel for panel, _name in self._panels()), strict=True))
        self.turn_to(panels[kind])
        if kind is PanelKind.REPAIRS:
            self.repairs.show_pending(on=pending)

    @Slot(str)
    def show_note(self, note_id: str, *, write: bool = False) -> None:
        """Turn to a note; ``write`` puts the cursor into its text."""
        self.turn_to(self.notes)
        self.notes.edit(note_id, write=write)

    @Slot(str)
    def begin_note(self, quote: str) -> None:
        """Turn to a note whose mark is being written, of the words ``quote``, and take the keys for it."""
        self.turn_to(self.notes)
        self.notes.begin(quote)

    @Slot(object)
    def show_mark(self, mark: Mark) -> None:
        """Turn to what a mark in the text stands for: a note, a figure or a repair."""
        if mark.kind in (MarkKind.HIGHLIGHT, MarkKind.UNDERLINE):
            self.show_note(mark.id)
        elif mark.kind is MarkKind.FIGURE:
            self.turn_to(self.figures)
            self.figures.list.choose(mark.id)
        elif mark.kind is MarkKind.REPAIR:
            self.turn_to(self.repairs)
            self.repairs.list.choose(mark.id)

    def _panels(self) -> tuple[tuple[Panel, str], ...]:
        return (
            (self.outline, _("目录")),
            (self.notes, _("批注")),
            (self.figures, _("数据")),
            (self.names, _("名称")),
            (self.repairs, _("校订")),
        )
