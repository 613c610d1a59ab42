"""The dialogs of the window, each made when it is asked for; the manual is opened here, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from corpus.language import translate as _
from desktop.services.targets import ManualTarget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.actions.keymap import KnownAction
    from desktop.actions.registry import ActionRegistry
    from desktop.dialogs.library_actions import LibraryActions
    from desktop.dialogs.settings import SettingsDialog
    from desktop.services.context import Context
    from desktop.window.page_stack import PageStack


class WindowDialogs(QObject):
    """Opens dialogs over ``window``, about the page shown and the actions of the window."""

    def __init__(
        self,
        context: Context,
        pages: PageStack,
        registry: ActionRegistry,
        library_actions: LibraryActions,
        known_actions: Callable[[], tuple[KnownAction, ...]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._pages = pages
        self._registry = registry
        self._library_actions = library_actions
        self._known_actions = known_actions
        self._window = window

    def export_notes(self) -> None:
        """Open the export of all notes of the scope; pages with something of their own to export do that."""
        from desktop.export.export_choices import ExportSubject
        from desktop.export.export_dialog import ExportDialog

        ExportDialog(self._context, ExportSubject("annotations", _("批注")), self._window).open()

    def can_print(self) -> bool:
        """Tell whether the page shown has something to print."""
        page = self._pages.current
        return page is not None and bool(page.print_sources())

    def print_page(self) -> None:
        """Offer to print what the page shows."""
        from desktop.export.print_dialog import PrintDialog

        page = self._pages.current
        if page is not None:
            PrintDialog(self._context, page.print_sources(), self._window).open()

    def show_settings(self) -> None:
        """Open the settings."""
        self._settings_dialog().open()

    def show_keys(self) -> None:
        """Open the settings where keys are changed."""
        dialog = self._settings_dialog()
        dialog.show_part("keys")
        dialog.open()

    def show_shortcuts(self) -> None:
        """Open the sheet of keys."""
        from desktop.window.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self._registry.actions, self._window)
        dialog.change_wanted.connect(self.show_keys)
        dialog.open()

    def show_manual(self) -> None:
        """Open the manual at the chapter about the page shown."""
        from desktop.pages.manual.chapters import chapter_of_page

        page = self._pages.current
        chapter = chapter_of_page(page.key if page is not None else "")
        self._context.navigator.go(ManualTarget(chapter=chapter))

    def show_dictionary(self) -> None:
        """Open the words the person added."""
        from desktop.dialogs.dictionary import DictionaryDialog

        DictionaryDialog(self._context, self._window).open()

    def import_highlights(self) -> None:
        """Ask for a file of highlights made in another program."""
        from desktop.dialogs.importing_highlights import HighlightImport

        HighlightImport(self._context, self._window).ask()

    def renew_document(self) -> None:
        """Ask for an edited Word document whose citations are to be renewed."""
        from desktop.dialogs.renewing import Renewal

        Renewal(self._context, self._window).ask()

    def show_about(self) -> None:
        """Open the words about the program."""
        from desktop.dialogs.about import AboutDialog

        AboutDialog(self._context, self._window).open()

    def show_packs(self) -> None:
        """Open the packs of the library."""
        from desktop.dialogs.packs import PacksDialog

        PacksDialog(self._context, self._window).open()

    def show_components(self) -> None:
        """Open the list of what the program is made of."""
        from desktop.dialogs.components import ComponentsDialog

        ComponentsDialog(self._window).open()

    def show_diagnosis(self) -> None:
        """Open the report for somebody who helps."""
        from desktop.dialogs.diagnosis import DiagnosisDialog

        DiagnosisDialog(self._context, self._window).open()

    def _settings_dialog(self) -> SettingsDialog:
        from desktop.dialogs.settings import SettingsDialog

        return SettingsDialog(self._context, self._library_actions, self._known_actions, self._window)
