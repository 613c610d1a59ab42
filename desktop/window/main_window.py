"""The window: it only arranges. Rail, top bar, pages, dock, running work, toasts.

It is made in two steps: its frame, which is painted at once, and what stands in it, which needs a library.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from corpus.language import translate as _
from desktop.widgets.drops import local_paths, take_copy
from desktop.window.drop_words import told_of_drop
from desktop.window.page_table import page_entries, rail_entries
from desktop.window.rail import Rail

if TYPE_CHECKING:
    from desktop.actions.page import Page
    from desktop.services.context import Context
    from desktop.services.notices import Notice
    from desktop.services.settings import Settings
    from desktop.theme import ThemeManager
    from desktop.window.import_card import ImportCard
    from desktop.window.import_outcome import ImportOutcome
    from desktop.window.parts import WindowParts

FIRST_SIZE = QSize(1280, 800)
SMALLEST = QSize(960, 560)
_DECORATION = (2, 40)
"""What a desktop draws around a window, its title above all: not known before the window is shown."""


class MainWindow(QMainWindow):
    """Arranges the parts of the window and passes on what they say to each other."""

    context: Context
    parts: WindowParts

    def __init__(self, theme: ThemeManager, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._entries = {entry.key: entry for entry in page_entries()}
        self.setWindowTitle(_("引得"))
        self.setWindowIcon(theme.icon("seal", "cinnabar"))
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.card: ImportCard | None = None
        self.rail = Rail(theme, rail_entries())
        self.centre = QWidget()
        self.centre.setObjectName("centre")
        self._row = QHBoxLayout(self.centre)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.rail)
        self._row.addStretch(1)
        self.setCentralWidget(self.centre)
        form = settings.form("window")
        if form.isEmpty() or not self.restoreGeometry(form):
            self.resize(FIRST_SIZE.boundedTo(self._room()).expandedTo(SMALLEST))

    def _room(self) -> QSize:
        """Return how large the window may be so that all of it, with its title, stands on the screen."""
        return self.screen().availableSize() - QSize(*_DECORATION)

    def furnish(self, context: Context) -> None:
        """Put everything that shows a library into the frame."""
        from desktop.window.general_actions import general_actions
        from desktop.window.parts import WindowParts

        self.context = context
        self.parts = WindowParts(self, self.centre, self.rail, context, self._entries)
        self._row.takeAt(1)
        self._row.addLayout(self.parts.column, 1)
        self._connect()
        self.parts.registry.set_general(general_actions(self, context, self.parts))
        if self.rail.holds_focus():
            self.parts.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        context, parts = self.context, self.parts
        context.navigator.attach(parts.pages)
        context.notices.told.connect(self._show_notice)
        context.notices.barred.connect(self.parts.toasts.stand_above)
        context.notices.withdrawn.connect(self.parts.toasts.leave_place)
        context.tasks.unhandled.connect(context.notices.trouble)
        context.worker.unhandled.connect(context.notices.trouble)
        context.worker.cautioned.connect(context.notices.caution)
        context.scope.changed.connect(parts.pages.look_again)
        self.rail.chosen.connect(parts.navigation.go)
        parts.door.opened.connect(partial(parts.navigation.go, "drafts"))
        parts.topbar.searched.connect(parts.navigation.search)
        parts.topbar.palette_button.clicked.connect(parts.offer_commands)
        parts.pages.shown.connect(self._on_shown)
        parts.pages.asked.connect(self._do)
        parts.importer.imported.connect(self._show_card)
        parts.registry.refused.connect(context.notices.tell)

    # What the parts say

    @Slot(str)
    def _do(self, key: str) -> None:
        self.parts.registry.trigger(key)

    @Slot(object)
    def _on_shown(self, page: Page) -> None:
        entry = self._entries[page.key]
        self.rail.light(entry.rail)
        if self.rail.holds_focus():
            # The ring goes along: on another room than the one shown it would tell of nothing.
            following = self.rail.button(entry.rail) if entry.rail else self.parts.pages
            following.setFocus(Qt.FocusReason.OtherFocusReason)
        own = page.own_field()
        if own is not None and self.parts.topbar.field.hasFocus():
            own.setFocus(Qt.FocusReason.OtherFocusReason)
        self.parts.topbar.offer_search(offered=own is None)
        self.parts.registry.set_page(page.page_actions())
        self.parts.dock.show_widget(page.dock())
        name = page.title() or entry.label
        self.setWindowTitle(_("{name} — 引得", name=name))

    @Slot(object)
    def _show_notice(self, notice: Notice) -> None:
        said = (notice.text, notice.tone, notice.action_text, notice.action)
        if notice.lasting:
            self.parts.bar.show_notice(*said)
        else:
            self.parts.toasts.show_toast(*said, place=notice.place)

    @Slot(object)
    def _show_card(self, outcome: ImportOutcome) -> None:
        if self.card is not None:
            self.card.leave()
        from desktop.window.import_card import ImportCard

        card = ImportCard(self.context.theme, outcome, self.centre)
        card.grouped.connect(self.parts.importer.group)
        card.opened.connect(self.context.navigator.open_article)
        card.reviewed.connect(self.parts.navigation.review)
        card.went_on.connect(self.parts.importer.go_on)
        card.undone.connect(self.parts.importer.undo)
        card.listed.connect(self.parts.navigation.list_documents)
        card.destroyed.connect(self._forget_card)
        self.context.navigator.changed.connect(card.leave)
        card.show()
        self.card = card
        self.parts.toasts.keep_clear_of(card)

    @Slot()
    def _forget_card(self) -> None:
        if self.card is not None and not shiboken6.isValid(self.card):  # else a newer one is shown by now
            self.card = None

    # Files dropped on the window, and its shape

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this computer."""
        paths = local_paths(event.mimeData())
        if paths and self.context.library.writable and take_copy(event):
            self.parts.importer.expect()
            self.parts.veil.tell(told_of_drop(paths))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Say no more what would be imported."""
        self.parts.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what is dropped; the files stay where they are."""
        self.parts.veil.hide()
        if take_copy(event):
            self.parts.importer.import_paths(local_paths(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place and the dock's width."""
        self._settings.keep_form("window", self.saveGeometry())
        if hasattr(self, "parts"):
            self._settings.keep_form("dock", self.parts.split.saveState())
        super().closeEvent(event)
