"""The page of notes: filters above, the list in the middle, the note being written at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView
from corpus.library.notes.browsing import NoteFacets, note_facets, note_ids
from corpus.model.annotation import Annotation, Colour
from corpus.model.draft import DraftItem
from corpus.model.errors import LibraryError
from corpus.model.span import Span
from corpus.store.changes import Changes
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.export.print_sources import of_report
from desktop.operations import notes
from desktop.operations.drafts import put_into_latest
from desktop.pages.notes.filter_bar import FilterBar
from desktop.pages.notes.filtering import NoteFilter, query_of
from desktop.pages.notes.note_list import NoteList
from desktop.pages.notes.relocate import RelocateDialog
from desktop.pages.notes.side import NoteSide
from desktop.services.context import Context
from desktop.services.navigation import PageState
from desktop.services.print_source import PrintSource
from desktop.services.targets import NotesTarget, Target
from desktop.widgets import EmptyState, QuietButton, SplitPane, TextLabel
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
        self.filters = FilterBar(context.theme, self)
        self.filters.changed.connect(self._show_rows)
        self.count = TextLabel("", "faint")
        self.list = NoteList(context, self)
        self.list.shown.connect(self._on_shown)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_chosen)
        self.list.deleted.connect(self._on_removed)
        self.list.doubleClicked.connect(self._on_open)
        self.side = NoteSide(context.theme, self)
        self.empty = EmptyState(
            context.theme, _("还没有批注。阅读时选中一句话，按 H 高亮，按 N 写批注。"), _("新建笔记"), "notes"
        )
        self._arrange()
        self._connect()

    def title(self) -> str:
        """Return the name of the page."""
        return _("批注")

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
        if changes is None or changes.everything or changes.annotations or changes.articles | changes.fields:
            if changes is None or changes.initiator != self.key:
                self._show_rows()
            self._count()

    def _count(self) -> None:
        work = partial(note_facets, self.context.library, self.context.scope.current)
        self.context.tasks.run(self, work, self._take_facets, lane="facets")

    def state(self) -> PageState:
        """Return the filters and the chosen note."""
        wanted = asdict(self.filters.value())
        wanted["colours"] = sorted(wanted["colours"])
        return {**wanted, "note": self.list.current_key()}

    def restore(self, state: PageState) -> None:
        """Come back to the filters and the chosen note."""
        values: dict[str, Any] = {key: value for key, value in state.items() if key != "note"}
        values["colours"] = frozenset(map(Colour, values.get("colours", ())))
        self._wanted = str(state.get("note", ""))
        self.filters.show_value(NoteFilter(**values))

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        return (
            Action("notes.new", _("新建笔记"), self._on_new, ("Ctrl+N",), "note-add", Menu.NOTES, "1"),
            Action("export", _("导出…"), self._on_export, ("Ctrl+E",), "export", Menu.FILE, "3"),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the notes listed."""
        return (of_report(self.context.library, self._subject()),) if self.list.views() else ()

    def _arrange(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(24, 20, 16, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        new = QuietButton(_("新建笔记"), self.context.theme, "note-add")
        new.clicked.connect(self._on_new)
        only_where_writable(self.context.library, new, *self.side.writing_parts())
        out = QuietButton(_("导出…"), self.context.theme, "export")
        out.clicked.connect(self._on_export)
        head.addWidget(TextLabel(_("批注"), "page-title"))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(out)
        head.addWidget(new)
        self._stack = QStackedWidget(left)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        split = SplitPane(left, self.side, stretch=0, parent=self)
        split.setSizes([700, 380])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)

    def _connect(self) -> None:
        self.empty.acted.connect(self._on_empty)
        self.side.editor.edited.connect(self._on_edited)
        self.side.editor.removed.connect(self._on_removed)
        self.side.editor.opened.connect(self._open)
        self.side.relocated.connect(self._on_relocate)
        self.side.freed.connect(self._on_freed)
        self.side.drafted.connect(self._on_drafted)

    def _take_facets(self, facets: NoteFacets) -> None:
        self._facets = facets
        self.filters.offer(facets)
        self._on_shown(self._listed)

    @Slot()
    def _show_rows(self) -> None:
        self.list.show_query(query_of(self.filters.value(), self.context.scope.current), self._wanted)

    @Slot(int)
    def _on_shown(self, listed: int) -> None:
        self._listed, total = listed, max(self._facets.total, listed)
        told = _("{n} 条", n=total) if listed == total else _("{n} / {total} 条", n=listed, total=total)
        self.count.setText(told if total else "")
        self.filters.setVisible(bool(total))
        self._stack.setCurrentIndex(0 if listed else 1)
        if total and not listed:
            self.empty.change(_("没有符合筛选的批注。"), _("清除筛选"))
        elif not total:
            self.empty.change(_("还没有批注。阅读时选中一句话，按 H 高亮，按 N 写批注。"), _("新建笔记"))
        self._on_chosen(self.list.current_key())
        if self._wanted and self.list.current_key() == self._wanted:
            self._wanted = ""
            if self._writes:
                self._writes = False
                self.side.editor.write()

    def _view(self, note_id: str) -> AnnotationView | None:
        return self.list.view(note_id)

    @Slot(str)
    def _on_chosen(self, note_id: str) -> None:
        self.side.show_note(self._view(note_id))

    @Slot()
    def _on_empty(self) -> None:
        if self._facets.total:
            self.filters.clear()
        else:
            self._on_new()

    @Slot()
    def _on_new(self) -> None:
        self.context.operations.run(self, notes.write_note(""), self._on_made)

    def _on_made(self, made: AnnotationView) -> None:
        self._wanted, self._writes = made.annotation.id, True
        self.filters.show_value(NoteFilter())

    @Slot()
    def _on_export(self) -> None:
        package = ExportSubject("package", _("阅读包"), told=_("阅读包：全文、高亮、批注、数据，一个网页"))
        ExportDialog(self.context, self._subject(), self.window(), others=(package,)).open()

    def _subject(self) -> ExportSubject:
        """Return the notes listed, all of the library where nothing is filtered."""
        query = query_of(self.filters.value(), self.context.scope.current)
        only = note_ids(self.context.library, query) if self.filters.value() != NoteFilter() else None
        return ExportSubject("annotations", _("批注"), annotations=only, told=_("列出的批注"))

    @Slot(object)
    def _on_edited(self, changed: Annotation) -> None:
        change = replace(notes.change(changed), initiator=self.key)
        self.context.operations.run(self, change, self._on_kept, partial(self._on_not_kept, changed))

    def _on_kept(self, kept: AnnotationView) -> None:
        self.side.editor.on_kept(kept)
        self.list.update_notes([kept.annotation.id])

    def _on_not_kept(self, changed: Annotation, error: Exception) -> None:
        if not isinstance(error, LibraryError) or self.side.editor.not_kept(changed):
            self.context.notices.trouble(error)

    @Slot(str)
    def _on_removed(self, note_id: str) -> None:
        self.side.show_note(None)
        self.context.operations.run(self, notes.remove(note_id))

    @Slot(object)
    def _on_open(self, _index: object) -> None:
        self._open(self.list.current_key())

    @Slot(str)
    def _open(self, note_id: str) -> None:
        view = self._view(note_id)
        if view is not None and view.place is not None:
            self.context.navigator.open_place(view.place, note_id)

    @Slot(str)
    def _on_relocate(self, note_id: str) -> None:
        view = self._view(note_id)
        if view is not None:
            dialog = RelocateDialog(self.context, view, self.window())
            dialog.placed.connect(self._on_placed)
            dialog.open()

    @Slot(str, str, object)
    def _on_placed(self, note_id: str, article: str, span: Span) -> None:
        self.context.operations.run(self, notes.place(note_id, article, span))

    @Slot(str)
    def _on_freed(self, note_id: str) -> None:
        self.context.operations.run(self, notes.free(note_id))

    @Slot(str)
    def _on_drafted(self, note_id: str) -> None:
        self.context.operations.run(self, put_into_latest((DraftItem("annotation", note_id),)))
