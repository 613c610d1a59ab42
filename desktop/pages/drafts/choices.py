"""What is chosen for a draft as a whole: how it begins, its settings, a template made of it, its way out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.templates import template_name
from corpus.library.reports.beginning import OwnTemplate
from corpus.library.reports.draft_request import preset_of
from corpus.library.reports.example import EXAMPLE, example_title
from corpus.model.draft import Draft, DraftItem, DraftSettings
from corpus.model.link import Link, LinkKind
from desktop.dialogs.text_prompt import TextPrompt
from desktop.operations import drafts as operations
from desktop.operations.linking import copy_links
from desktop.pages.drafts.draft_export import export_draft
from desktop.pages.drafts.editing import DraftEditing
from desktop.pages.drafts.gathering import filled
from desktop.pages.drafts.settings_dialog import DraftSettingsDialog
from desktop.services.context import Context
from desktop.services.targets import AuditTarget


class DraftChoices(QObject):
    """Asks and carries out; ``begun`` carries a Draft that was just begun."""

    begun = Signal(object)

    def __init__(self, context: Context, editing: DraftEditing, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._editing, self._page = context, editing, page
        self.own: tuple[OwnTemplate, ...] = ()

    def begin(self, key: str) -> None:
        """Begin a draft with a template, filled from the scope at hand."""
        work = partial(filled, self._context.library, self._context.scope.current, key)
        self._context.tasks.run(self, work, partial(self._on_filled, key), lane="template")

    @Slot()
    def ask_settings(self) -> None:
        """Ask for the settings of the draft at hand."""
        draft = self._editing.draft
        if draft is not None:
            dialog = DraftSettingsDialog(draft.settings, preset_of(draft).value, self._page.window())
            dialog.settled.connect(self._editing.settle)
            dialog.open()

    @Slot()
    def ask_template(self) -> None:
        """Ask under which name the draft at hand shall be kept as a template."""
        self._editing.keep()
        draft = self._editing.draft
        if draft is None:
            return
        about = _("标题留作提纲，写下的文字留作提示，引文和数据不留；同名的模板会被换掉。")
        prompt = TextPrompt(_("存为模板"), about, self._page.window(), text=draft.title)
        prompt.given.connect(partial(self._keep_template, prompt, draft))
        prompt.open()

    def _keep_template(self, prompt: TextPrompt, draft: Draft, name: str) -> None:
        if not name.strip():
            prompt.tell(_("请给模板起个名字。"))
            return
        prompt.write(self._context.operations, operations.keep_as_template(draft, name.strip()))

    @Slot()
    def proofread(self) -> None:
        """引文核对 of the draft at hand, on the page that shows it."""
        self._editing.keep()
        draft = self._editing.draft
        if draft is not None:
            self._context.navigator.go(AuditTarget(what="report", draft=draft.id, title=draft.title))

    @Slot()
    def copy_link(self) -> None:
        """Copy the address of the draft at hand."""
        if self._editing.draft is not None:
            self.copy_link_of(self._editing.draft.id)

    @Slot(str)
    def copy_link_of(self, key: str) -> None:
        """Copy the address of a draft."""
        copy_links(self._context, [Link(LinkKind.DRAFT, key)])

    @Slot(str)
    def drop_template(self, key: str) -> None:
        """Let go of a template of one's own."""
        self._context.operations.run(self, operations.drop_own_template(key))

    @Slot()
    def export(self) -> None:
        """Ask how the draft at hand shall be exported."""
        self._editing.keep()
        export_draft(self._context, self._editing, self._page.window())

    def _on_filled(self, key: str, first: tuple[tuple[DraftItem, ...], DraftSettings]) -> None:
        own = next((one.name for one in self.own if one.key == key), "")
        title = example_title() if key == EXAMPLE else own or template_name(key)
        made = operations.begin(title, "review" if key == EXAMPLE else key, *first)
        self._context.operations.run(self, made, self._on_begun)

    def _on_begun(self, made: Draft) -> None:
        self.begun.emit(made)
