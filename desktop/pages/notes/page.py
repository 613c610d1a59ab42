"""The page of notes: filters above, the list in the middle, the note being written at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.notes.browsing import NoteFacets, note_facets, note_ids
from corpus.model.annotation import Colour
from corpus.store.database.changes import Changes
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.actions.writing import writing
from desktop.dialogs.colour_names import ColourNamesDialog
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.export.print_sources import of_report
from desktop.operations.linking import link_action
from desktop.pages.notes.filter_bar import NoteFilterBar
from desktop.pages.notes.filtering import NoteArrangement, NoteFilter, query_of
from desktop.pages.notes.head import NotesHead
from desktop.pages.notes.note_actions import NoteActions
from desktop.pages.notes.note_list import NoteList
from desktop.pages.notes.side import NoteSide
from desktop.pages.notes.tag_head import TagHead
from desktop.pages.notes.writing import NoteWriting
from desktop.services.context import Context
from desktop.services.navigation import PageState
from desktop.services.print_source import PrintSource
from desktop.services.targets import NotesTarget, Target
from desktop.widgets import EmptyState, SplitPane
from desktop.widgets.frames.head_line import HEAD_TOP, PAGE_EDGE, PANE_EDGE
from desktop.widgets.read_only import only_where_writable


class NotesPage(Page):
    """Lists every note of the scope; a target may name ``tag``, ``article``, ``lost`` or ``note``."""

    key: ClassVar[str] = "notes"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._facets = NoteFacets()
        self._listed = 0
        self._asked = False
        self._wanted = ""
        self._writes = False
        self._uncounted = False
        """What notes can be chosen by is to be counted anew: that waits until they are shown."""
        self.head = NotesHead(context.theme, self)
        self.tag = TagHead(context, self)
        self.filters = NoteFilterBar(context.theme, self)
        self.list = NoteList(context, self)
        self.side = NoteSide(context, self)
        self.empty = EmptyState(
            context.theme, _("还没有批注。阅读时选中一句话，按 H 高亮，按 N 写批注。"), _("新建笔记"), "notes"
        )
        self.writing = NoteWriting(context, self.list, self.side)
        self.acting = NoteActions(context, self.list, self.side, self.writing)
        self.filters.field.lead_to(self.list)
        self._arrange()
        self._connect()

    def title(self) -> str:
        """Return the name of the page, of a tag's notes the tag."""
        return f"#{self.tag.tag}" if self.tag.tag else _("批注")

    def show_target(self, target: Target) -> None:
        """Show the notes a target names, or those shown before."""
        if isinstance(target, NotesTarget) and target != NotesTarget():
            self._wanted = target.note
            self.filters.show_value(NoteFilter(tag=target.tag, article=target.article, lost=target.lost))
        if not self._asked:
            self._asked = True
            self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read the notes again where notes or articles changed; its own change it shows itself."""
        if changes is not None and changes.initiator == self.key:
            return
        if changes is None or changes.everything or changes.annotations or changes.articles | changes.fields:
            self._show_rows()

    def first_focus(self) -> QWidget:
        """Return the list: the arrows walk through the notes at once."""
        return self.list

    def state(self) -> PageState:
        """Return the filters, the standing and the chosen note."""
        wanted = asdict(self.filters.value())
        wanted["colours"] = sorted(wanted["colours"])
        return {**wanted, "note": self.list.current_key(), "standing": asdict(self.head.value())}

    def restore(self, state: PageState) -> None:
        """Come back to the filters, the standing and the chosen note."""
        values: dict[str, Any] = dict(state)
        self._wanted = str(values.pop("note", ""))
        self.head.show_value(NoteArrangement(**values.pop("standing", {})))
        values["colours"] = frozenset(map(Colour, values.get("colours", ())))
        self.filters.show_value(NoteFilter(**values))

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        act, some = self.acting, self.acting.any_chosen
        return (
            *writing(
                self.context.library,
                Action(
                    "notes.new", _("新建笔记"), self.writing.new, ("Ctrl+N",), "note-add", Menu.NOTES, "1"
                ),
                Action("notes.tag", _("标签…"), act.tag, (), "tag", Menu.NOTES, "2", some),
                Action(
                    "notes.merge",
                    _("合并为一条"),
                    act.merge,
                    (),
                    "collection",
                    Menu.NOTES,
                    "2",
                    act.many_chosen,
                ),
                Action("notes.move", _("移动…"), act.move, (), "forward", Menu.NOTES, "2", some),
                Action("notes.draft", _("加入文稿"), act.into_draft, (), "draft-add", Menu.NOTES, "2", some),
                Action("notes.colours", _("颜色名称…"), self._on_colours, (), "highlight", Menu.NOTES, "3"),
            ),
            link_action(act.copy_links),
            Action("export", _("导出…"), self._on_export, ("Ctrl+E",), "export", Menu.FILE, "3"),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the notes listed."""
        return (of_report(self.context.library, self._subject()),) if self.list.views() else ()

    def _arrange(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(PAGE_EDGE, HEAD_TOP, PANE_EDGE, 0)
        column.setSpacing(12)
        self._stack = QStackedWidget(left)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        for widget in (self.head, self.tag, self.filters):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        split = SplitPane(left, self.side, stretch=0, least=(0, 300), parent=self)
        split.setSizes([700, 380])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        only_where_writable(self.context.library, self.head.new, *self.side.writing_parts())

    def _connect(self) -> None:
        self.filters.changed.connect(self._show_rows)
        self.head.changed.connect(self._show_rows)
        self.head.exported.connect(self._on_export)
        self.head.begun.connect(self.writing.new)
        self.list.shown.connect(self._on_shown)
        self.list.regrouped.connect(self._count)
        self.list.picked.connect(self._on_picked)
        self.list.opened.connect(self._on_picked)
        self.list.doubleClicked.connect(self._on_open)
        self.empty.acted.connect(self._on_empty)
        self.writing.made.connect(self._on_made)
        self.context.theme.changed.connect(self.list.say_again)

    @Slot()
    def _count(self) -> None:
        query = query_of(self.filters.value(), NoteArrangement(), self.context.scope.current)
        work = partial(note_facets, self.context.library, query)
        self.context.tasks.run(self, work, self._take_facets, lane="facets")

    def _take_facets(self, facets: NoteFacets) -> None:
        self._facets = facets
        self.filters.offer(facets)
        self._on_shown(self._listed)

    @Slot()
    def _show_rows(self) -> None:
        self._uncounted = True
        scope, wanted = self.context.scope.current, self.filters.value()
        if wanted.tag != self.tag.tag:
            self.tag.show_tag(wanted.tag, scope)
            self.renamed.emit()
        else:
            self.tag.show_tag(wanted.tag, scope)
        self.list.show_query(query_of(wanted, self.head.value(), scope), self._wanted)

    @Slot(int)
    def _on_shown(self, listed: int) -> None:
        if self._uncounted:
            self._uncounted = False
            self._count()
        self._listed, total = listed, max(self._facets.total, listed)
        self.head.show_count(listed, total)
        for part in (self.filters, self.head.new, self.side):
            part.setVisible(
                bool(total)
            )  # of no note at all nothing can be chosen, and the empty place offers one
        self._stack.setCurrentIndex(0 if listed else 1)
        if total and not listed:
            self.empty.change(_("没有符合筛选的批注。"), _("清除筛选"))
        elif not total:
            self.empty.change(_("还没有批注。阅读时选中一句话，按 H 高亮，按 N 写批注。"), _("新建笔记"))
        self._on_picked()
        if self._wanted and self.list.current_key() == self._wanted:
            self._wanted = ""
            if self._writes:
                self._writes = False
                self.side.editor.write()

    @Slot()
    def _on_picked(self) -> None:
        chosen = self.list.chosen_keys()
        if len(chosen) > 1:
            self.side.show_several(self.list.chosen_count(), self._listed)
        else:
            self.side.show_note(self.list.view(chosen[0]) if chosen else None)

    @Slot()
    def _on_empty(self) -> None:
        if self._facets.total:
            self.filters.clear()
        else:
            self.writing.new()

    @Slot(str)
    def _on_made(self, note_id: str) -> None:
        self._wanted, self._writes = note_id, True
        self.filters.show_value(NoteFilter())

    @Slot()
    def _on_export(self) -> None:
        package = ExportSubject("package", _("阅读包"), told=_("阅读包：全文、高亮、批注、数据，一个网页"))
        ExportDialog(self.context, self._subject(), self.window(), others=(package,)).open()

    @Slot()
    def _on_colours(self) -> None:
        ColourNamesDialog(self.context, self._facets.every, self.window()).open()

    def _subject(self) -> ExportSubject:
        """Return the notes listed, all of the library where nothing is filtered."""
        query = query_of(self.filters.value(), self.head.value(), self.context.scope.current)
        only = note_ids(self.context.library, query) if self.filters.value() != NoteFilter() else None
        return ExportSubject("annotations", _("批注"), annotations=only, told=_("列出的批注"))

    @Slot()
    def _on_open(self) -> None:
        self.writing.open(self.list.current_key())
