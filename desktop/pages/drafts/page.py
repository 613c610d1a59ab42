"""The page of drafts: drafts and outline at the left, one paper in the middle, the material at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.draft import Draft
from corpus.store.database.changes import Changes
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.actions.writing import writing
from desktop.operations import drafts as operations
from desktop.operations.linking import link_action
from desktop.pages.drafts.choices import DraftChoices
from desktop.pages.drafts.draft_export import print_source
from desktop.pages.drafts.editing import DraftEditing
from desktop.pages.drafts.gathering import Shelf, read_shelf, with_kept
from desktop.pages.drafts.items import names_nothing_new, typed_into
from desktop.pages.drafts.material import MaterialPanel
from desktop.pages.drafts.paper_actions import PaperActions
from desktop.pages.drafts.paper_area import PaperArea
from desktop.pages.drafts.previewing import Previewing
from desktop.pages.drafts.side import DraftSide
from desktop.pages.drafts.telling import NOTHING
from desktop.services.addresses import open_address
from desktop.services.context import Context
from desktop.services.navigation import PageState
from desktop.services.print_source import PrintSource
from desktop.services.targets import DraftsTarget, Target
from desktop.widgets import EmptyState, SplitPane, TextLabel
from desktop.widgets.frames.head_line import HEAD_TOP, PAGE_EDGE, PANE_EDGE
from desktop.widgets.read_only import only_where_writable


class DraftsPage(Page):
    """Gathers, orders and hands on; a target may name ``draft``."""

    key: ClassVar[str] = "drafts"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._shelf = Shelf((), "", NOTHING)
        self._wanted = self._begun = ""
        self.editing = DraftEditing(self)
        self.side = DraftSide(context.library, context.theme, self)
        self.paper_area = PaperArea(context, self)
        self.material = MaterialPanel(context, self)
        self.paper_actions = PaperActions(context, self.editing, self.paper_area.paper, self)
        self.choices = DraftChoices(context, self.editing, self)
        self._previewing = Previewing(context, self.editing, self.paper_area, self)
        self.choices.begun.connect(self._on_begun)
        self._heading = TextLabel(_("文稿"), "page-title")
        self.empty = EmptyState(
            context.theme, _("还没有文稿：把批注、数据和自己的话排成一篇，再导出。"), _("新建文稿"), "drafts"
        )
        self._arrange()
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return _("文稿")

    def show_target(self, target: Target) -> None:
        """Show the draft a target names, or the one shown before."""
        if isinstance(target, DraftsTarget):
            self._wanted = target.draft or self._wanted
        self._read_shelf()
        self.material.look_once()

    def refresh(self, changes: Changes | None) -> None:
        """Read the drafts again where they or what they name changed."""
        if changes is not None and changes.initiator == self.key:
            return
        told = changes is None or changes.everything or changes.drafts or changes.settings  # own templates
        if told or (changes is not None and (changes.annotations or changes.facts or changes.articles)):
            self._read_shelf()
        if changes is None or changes.everything or changes.annotations or changes.facts or changes.articles:
            self.material.look()

    def _read_shelf(self) -> None:
        draft = self.editing.draft
        wanted = self._wanted or (draft.id if draft is not None else "")
        work = partial(read_shelf, self.context.library, wanted)
        self.context.tasks.run(self, work, partial(self._show_read, self.editing.steps), lane="drafts")

    def state(self) -> PageState:
        """Return which draft is shown."""
        return {"draft": self._shelf.chosen}

    def restore(self, state: PageState) -> None:
        """Come back to the draft shown."""
        self._wanted = str(state.get("draft", ""))

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        has, menu = self._has_draft, Menu.DRAFTS
        up, down = self.paper_actions.move_up, self.paper_actions.move_down
        return (
            *writing(
                self.context.library,
                Action("drafts.new", _("新建文稿"), self._on_new, ("Ctrl+N",), "plus", menu, "1"),
                Action(
                    "drafts.cite",
                    _("引用文献…"),
                    self.paper_actions.ask_citation,
                    ("Ctrl+Shift+A",),
                    "quote",
                    menu,
                    "2",
                    has,
                ),
                Action("drafts.up", _("上移"), up, ("Alt+Up",), "arrow-up", menu, "2", has),
                Action("drafts.down", _("下移"), down, ("Alt+Down",), "arrow-down", menu, "2", has),
                Action(
                    "drafts.settings",
                    _("文稿设置…"),
                    self.choices.ask_settings,
                    (),
                    "settings",
                    menu,
                    "3",
                    has,
                ),
                Action(
                    "drafts.template",
                    _("存为模板…"),
                    self.choices.ask_template,
                    (),
                    "collection",
                    menu,
                    "3",
                    has,
                ),
            ),
            Action("drafts.preview", _("预览"), self.paper_area.look, ("F9",), "eye", menu, "1", has),
            Action("drafts.check", _("引文核对"), self.choices.proofread, ("F7",), "check", menu, "3", has),
            link_action(self.choices.copy_link, has),
            Action("export", _("导出…"), self.choices.export, ("Ctrl+E",), "export", Menu.FILE, "3", has),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the draft worked on, as it stands."""
        self.editing.keep()
        draft = self.editing.draft
        return () if draft is None or not draft.items else (print_source(self.context.library, draft),)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed last when the page or the window goes."""
        self.editing.keep()
        super().hideEvent(event)

    def begin(self, key: str) -> None:
        """Begin a draft with a template, filled from the scope at hand."""
        self.choices.begin(key)

    def _arrange(self) -> None:
        only_where_writable(
            self.context.library, self.side.new, self.paper_area.paper, self.empty.button,
            self.material.put_button, *self.paper_area.writing,
        )  # fmt: skip
        if not self.context.library.writable:
            self.paper_area.paper.hint.setText(_("这份文稿还是空的。"))
        self._split = SplitPane(
            self.side, self.paper_area, self.material, stretch=1, least=(200, 0, 0), parent=self
        )
        self._split.setSizes([230, 640, 300])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)
        self._heading.setContentsMargins(PAGE_EDGE, HEAD_TOP, PANE_EDGE, 0)
        whole.addWidget(self._heading)
        whole.addWidget(self.empty, 1)
        # Until the drafts are read nobody knows which of the two there is to show.
        self._split.hide()
        for part in (self._heading, self.empty):
            part.hide()

    def _connect(self) -> None:
        self.editing.edited.connect(self._on_edited)
        self.editing.changed.connect(self._on_changed)
        self.side.chosen.connect(self._on_chosen)
        self.side.deleted.connect(self._on_deleted)
        self.side.begun.connect(self.begin)
        self.side.linked.connect(self.choices.copy_link_of)
        self.side.template_dropped.connect(self.choices.drop_template)
        self.side.outline.opened.connect(self.paper_actions.go_to_heading)
        self.side.outline.moved.connect(self.editing.move_into_chapter)
        self.side.outline.dropped.connect(self.paper_actions.drop_into_chapter)
        self.paper_area.wanted.connect(self._on_wanted)
        self.paper_area.preview.opened.connect(partial(open_address, self.context))
        self.material.wanted.connect(self.paper_actions.put_after_current)
        self.empty.acted.connect(self._on_new)

    def _show_read(self, steps: int, shelf: Shelf) -> None:
        """Show what was read; it is read again if a change was sent or written meanwhile, which it may lack."""
        if steps == self.editing.steps:
            self._show(shelf)
        else:
            self._read_shelf()

    def _show(self, shelf: Shelf) -> None:
        self._shelf, self._wanted, self.choices.own = shelf, "", shelf.own
        self._split.setVisible(bool(shelf.drafts))
        for part in (self._heading, self.empty):
            part.setVisible(not shelf.drafts)
        self.side.show_drafts(shelf)
        self.editing.show(next((one for one in shelf.drafts if one.id == shelf.chosen), None))
        self._on_changed()
        if shelf.drafts and shelf.chosen == self._begun:
            self._begun = ""
            # The button that had the keys may be gone: they would go to the rail.
            self.paper_area.paper.go_to(-1)
            self.paper_area.paper.title.selectAll()  # the name of the template is what one writes over

    @Slot()
    def _on_changed(self) -> None:
        """Show the draft as it is now; what it names anew is read soon."""
        draft = self.editing.draft
        self.paper_area.paper.show_draft(draft, self._shelf.gathered)
        self.side.outline.show_draft(draft)
        self.paper_area.out.setEnabled(draft is not None and bool(draft.items))
        if self.paper_area.looking:
            self._previewing.look_later()

    def _has_draft(self) -> bool:
        return self.editing.draft is not None

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key != self._shelf.chosen:
            self.editing.keep()
            self._wanted = key
            self.refresh(None)

    @Slot(object)
    def _on_edited(self, changed: Draft) -> None:
        before = next((one for one in self._shelf.drafts if one.id == changed.id), None)
        place = typed_into(before, changed) if before is not None else ""
        stands = before is not None and names_nothing_new(before, changed)
        kept, failed = partial(self._on_kept, changed, stands), partial(self._hold, changed)
        # What was typed, moved or taken out stands so already; what is named anew is read.
        keep = replace(
            operations.keep(changed, place, self.editing.retry_queue.known),
            initiator=self.key if stands else "",
        )
        self.context.operations.run(self, keep, kept, failed)

    def _on_kept(self, changed: Draft, stands: bool, kept: Draft) -> None:
        if stands:
            self._shelf = with_kept(self._shelf, kept)
            self.side.show_drafts(self._shelf)
        self.editing.written()
        self.editing.retry_queue.kept(kept.id)
        if kept.items != changed.items:  # something else put a block into it meanwhile
            self.refresh(None)

    def _hold(self, changed: Draft, error: Exception) -> None:
        """Hold what could not be written, whatever the reason, until it can."""
        self.editing.written()
        if self.editing.retry_queue.hold(changed):
            self.context.notices.trouble(error)

    @Slot()
    def _on_new(self) -> None:
        button = self.side.new if self._shelf.drafts else self.empty.button
        self.side.offer_templates(button, self._shelf.own)

    @Slot(object)
    def _on_begun(self, made: Draft) -> None:
        self._wanted = self._begun = made.id
        self.refresh(None)

    @Slot(str)
    def _on_deleted(self, key: str) -> None:
        self.editing.retry_queue.drop(key)
        self.context.operations.run(self, operations.delete(key))

    @Slot(str)
    def _on_wanted(self, what: str) -> None:
        do = self.paper_actions
        doings = {
            "heading": do.add_heading, "text": do.add_text, "picture": do.ask_picture,
            "cite": do.ask_citation, "check": self.choices.proofread,
            "settings": self.choices.ask_settings, "template": self.choices.ask_template,
            "export": self.choices.export,
        }  # fmt: skip
        doings[what]()
