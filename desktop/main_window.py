"""The window: it only arranges. Rail, top bar, pages, dock, running work, toasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.actions.general import general_actions
from desktop.actions.offers import Offers
from desktop.actions.palette import Palette
from desktop.actions.registry import ActionRegistry
from desktop.dock import Dock
from desktop.import_card import ImportCard
from desktop.importing import Importer
from desktop.keeper import LibraryKeeper
from desktop.navigation import Target
from desktop.page_stack import PageStack
from desktop.pages.table import page_entries, rail_entries
from desktop.rail import Rail
from desktop.running import RunningWork
from desktop.topbar import TopBar
from desktop.widgets import ProgressStrip, SplitPane, ToastArea

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.context import Context
    from desktop.import_outcome import ImportOutcome
    from desktop.notices import Notice
    from desktop.pages.page import Page

FIRST_SIZE = QSize(1280, 800)
SMALLEST = QSize(960, 560)


class MainWindow(QMainWindow):
    """Arranges the parts of the window and passes on what they say to each other."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._entries = {entry.key: entry for entry in page_entries()}
        self.setWindowTitle(_("引得"))
        self.setWindowIcon(context.theme.seal())
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        self.rail = Rail(context.theme, rail_entries())
        self.topbar = TopBar(context)
        self.pages = PageStack(context, self._entries)
        self.dock = Dock()
        self.strip = ProgressStrip(_("取消"))
        self.centre = self._arrange()
        self.toasts = ToastArea(context.theme, self.centre, close_text=_("关闭"))
        self.palette_box = Palette(context.theme, self)
        self.importer = Importer(context, self)
        self.keeper = LibraryKeeper(context, self)
        self.running = RunningWork(context.worker, self.strip, self)
        self.offers = Offers(context, self.palette_box, self)
        self.registry = ActionRegistry(self, context.theme)
        self.card: ImportCard | None = None
        self._connect()
        self.registry.set_general(general_actions(self))
        self._restore_form()

    def _arrange(self) -> QWidget:
        centre = QWidget()
        centre.setObjectName("centre")
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        self._split = SplitPane(self.pages, self.dock, stretch=0)
        self._split.setSizes([900, Dock.WIDTH])
        column.addWidget(self.topbar)
        column.addWidget(self._split, 1)
        column.addWidget(self.strip)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(centre)
        return centre

    def _connect(self) -> None:
        context = self.context
        context.navigator.attach(self.pages)
        context.notices.told.connect(self._show_notice)
        context.tasks.unhandled.connect(context.notices.trouble)
        context.worker.unhandled.connect(context.notices.trouble)
        context.scope.changed.connect(self.pages.look_again)
        self.rail.chosen.connect(self._go)
        self.topbar.searched.connect(self._search)
        self.topbar.palette_button.clicked.connect(self.offer_commands)
        self.pages.shown.connect(self._on_shown)
        self.pages.asked.connect(self._do)
        self.importer.imported.connect(self._show_card)

    # What the actions do

    @Slot()
    def focus_search(self) -> None:
        """Put the cursor into the search box."""
        page = self.pages.current
        own = page.own_field() if page is not None else None
        if own is None:
            self.topbar.focus_search()
        else:
            own.setFocus(Qt.FocusReason.ShortcutFocusReason)
            own.selectAll()

    @Slot()
    def offer_commands(self) -> None:
        """Show the command palette."""
        self.offers.commands(self.registry)

    def quick_open(self) -> None:
        """Offer articles, platforms, trends and notes to open."""
        self.offers.quick_open()

    def offer_libraries(self) -> None:
        """Offer the libraries opened before."""
        self.offers.libraries(self.keeper)

    def undo(self) -> None:
        """Take the newest step back and say what it was."""
        text = self.context.undo.undo_text
        self.context.undo.undo()
        self.context.notices.tell(_("已撤销：{step}", step=text), _("重做"), self.redo)

    def redo(self) -> None:
        """Do the step taken back last again."""
        text = self.context.undo.redo_text
        self.context.undo.redo()
        self.context.notices.tell(_("已重做：{step}", step=text), _("撤销"), self.undo)

    def refresh(self) -> None:
        """Have every page look at the library again."""
        self.pages.look_again()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def export_notes(self) -> None:
        """Open the export of all notes of the scope; pages with something of their own to export do that."""
        from desktop.dialogs.export import ExportDialog
        from desktop.dialogs.export_choices import ExportSubject

        ExportDialog(self.context, ExportSubject("annotations", _("批注")), self).open()

    def show_settings(self) -> None:
        """Open the settings."""
        from desktop.dialogs.settings import SettingsDialog

        SettingsDialog(self.context, self.keeper, self).open()

    def show_shortcuts(self) -> None:
        """Open the sheet of keys."""
        from desktop.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.registry.actions, self).open()

    def show_dictionary(self) -> None:
        """Open the words the person added."""
        from desktop.dialogs.dictionary import DictionaryDialog

        DictionaryDialog(self.context, self).open()

    def show_about(self) -> None:
        """Open the words about the program."""
        from desktop.dialogs.about import AboutDialog

        AboutDialog(self.context, self).open()

    # What the parts say

    @Slot(str)
    def _go(self, key: str) -> None:
        self.context.navigator.go(Target(key))

    @Slot(str)
    def _do(self, key: str) -> None:
        self.registry.trigger(key)

    @Slot(str)
    def _search(self, text: str) -> None:
        self.context.navigator.go(Target("search", {"text": text}))

    @Slot(object)
    def _on_shown(self, page: Page) -> None:
        entry = self._entries[page.key]
        self.rail.light(entry.rail)
        self.topbar.offer_search(offered=page.own_field() is None)
        self.registry.set_page(page.page_actions())
        self.dock.show_widget(page.dock())
        name = page.title() or entry.label
        self.setWindowTitle(_("{name} — 引得", name=name))

    @Slot(object)
    def _show_notice(self, notice: Notice) -> None:
        self.toasts.show_toast(
            notice.text, notice.tone, notice.action_text, notice.action, lasting=notice.lasting
        )

    @Slot(object)
    def _show_card(self, outcome: ImportOutcome) -> None:
        if self.card is not None:
            self.card.close()
        card = ImportCard(self.context.theme, outcome, self.centre)
        card.opened.connect(self.context.navigator.open_article)
        card.reviewed.connect(self._review)
        card.undone.connect(self.importer.undo)
        card.listed.connect(self._list_documents)
        card.destroyed.connect(self._forget_card)
        card.show()
        self.card = card

    @Slot()
    def _forget_card(self) -> None:
        self.card = None

    @Slot()
    def _list_documents(self) -> None:
        self._go("documents")

    @Slot(str)
    def _review(self, article: str) -> None:
        self.context.navigator.go(Target("reader", {"article": article, "view": "repairs"}))

    # Files dropped on the window, and its shape

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders of this computer."""
        if _local_paths(event.mimeData()) and self.context.library.writable:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what is dropped."""
        event.acceptProposedAction()
        self.importer.import_paths(_local_paths(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place and the dock's width."""
        self.context.settings.keep_form("window", self.saveGeometry())
        self.context.settings.keep_form("dock", self._split.saveState())
        super().closeEvent(event)

    def _restore_form(self) -> None:
        form = self.context.settings.form("window")
        if form.isEmpty() or not self.restoreGeometry(form):
            self.resize(FIRST_SIZE)
        dock = self.context.settings.form("dock")
        if not dock.isEmpty():
            self._split.restoreState(dock)


def _local_paths(data: QMimeData) -> list[str | Path]:
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
