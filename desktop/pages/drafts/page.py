"""The page of drafts: all drafts at the left, the one worked on in the middle, how it will look at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import QTimer, QUrl, QUrlQuery, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.language.templates import template_name, template_told
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import preview_html
from corpus.library.reports.reporting import place_of
from corpus.library.reports.templates import TEMPLATES
from corpus.model.draft import Draft, DraftItem, DraftSettings
from corpus.model.errors import LibraryError
from corpus.store.changes import Changes
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.export.export_choices import ExportChoice, ExportSubject, arguments
from desktop.export.export_dialog import ExportDialog
from desktop.export.print_sources import of_report
from desktop.export.report_preview import ReportPreview
from desktop.operations import drafts as operations
from desktop.pages.drafts.editor import DraftEditor
from desktop.pages.drafts.gathering import Gathered, filled, gather
from desktop.pages.drafts.items import typed_into
from desktop.services.context import Context
from desktop.services.navigation import PageState
from desktop.services.notices import sentence_for
from desktop.services.print_source import PrintSource
from desktop.services.targets import DraftsTarget, NotesTarget, Target
from desktop.widgets import EmptyState, PrimaryButton, QuietButton, SplitPane, TextLabel
from desktop.widgets.read_only import only_where_writable
from desktop.widgets.row_list import RowList
from desktop.widgets.rows import Row

_PREVIEW_AFTER_MS: Final = 250


class DraftsPage(Page):
    """Gathers, orders and hands on; a target may name ``draft``."""

    key: ClassVar[str] = "drafts"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._gathered = Gathered((), {}, {})
        self._wanted = ""
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PREVIEW_AFTER_MS)
        self._wait.timeout.connect(self._look)
        self.list = RowList(context.theme, _("文稿"), self, lines=(2, 1))
        self.list.chosen.connect(self._on_chosen)
        self.list.deleted.connect(self._on_deleted)
        self.editor = DraftEditor(context.theme, self)
        self.editor.edited.connect(self._on_edited)
        self.editor.opened.connect(self._on_opened)
        self.editor.notes_wanted.connect(self._on_notes_wanted)
        self.preview = ReportPreview(context.theme, _("预览"), self)
        self.preview.opened.connect(self._on_link)
        self.empty = EmptyState(
            context.theme, _("还没有文稿：把批注、数据和自己的话排成一篇，再导出。"), _("新建文稿"), "drafts"
        )
        self.empty.acted.connect(self._on_new)
        self._arrange()

    def title(self) -> str:
        """Return the name of the page."""
        return _("文稿")

    def show_target(self, target: Target) -> None:
        """Show the draft a target names, or the one shown before."""
        if isinstance(target, DraftsTarget):
            self._wanted = target.draft or self._wanted
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read drafts, notes and figures again where any of them changed."""
        told = changes is None or changes.everything or changes.drafts
        if told or (changes is not None and (changes.annotations or changes.facts or changes.articles)):
            work = partial(gather, self.context.library)
            self.context.tasks.run(self, work, self._show, lane="drafts")

    def state(self) -> PageState:
        """Return which draft is shown."""
        return {"draft": self.list.current_key()}

    def restore(self, state: PageState) -> None:
        """Come back to the draft shown."""
        self._wanted = str(state.get("draft", ""))

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        return (
            Action("drafts.new", _("新建文稿"), self._on_new, ("Ctrl+N",), "plus", Menu.DRAFTS, "1"),
            Action("drafts.up", _("上移"), self.editor.move_up, ("Alt+Up",), "arrow-up", Menu.DRAFTS, "2"),
            Action(
                "drafts.down", _("下移"), self.editor.move_down, ("Alt+Down",), "arrow-down", Menu.DRAFTS, "2"
            ),
            Action(
                "export", _("导出…"), self._on_export, ("Ctrl+E",), "export", Menu.FILE, "3", self._has_draft
            ),
        )

    def print_sources(self) -> Sequence[PrintSource]:
        """Return the draft worked on, as it stands."""
        self.editor.keep()
        draft = self.editor.draft
        if draft is None or not draft.items:
            return ()
        return (of_report(self.context.library, ExportSubject("report", draft.title, draft=draft.id)),)

    def _arrange(self) -> None:
        left = QWidget(self)
        left.setMinimumWidth(200)
        column = QVBoxLayout(left)
        column.setContentsMargins(20, 20, 8, 12)
        column.setSpacing(12)
        self._new = QuietButton(_("新建文稿"), self.context.theme, "plus")
        self._new.clicked.connect(self._on_new)
        only_where_writable(self.context.library, self._new, self.editor, self.empty.button)
        column.addWidget(TextLabel(_("文稿"), "page-title"))
        column.addWidget(self._new)
        column.addWidget(self.list, 1)
        right = QWidget(self)
        right.setObjectName("dock")
        right.setMinimumWidth(300)
        preview = QVBoxLayout(right)
        preview.setContentsMargins(0, 0, 0, 0)
        preview.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.addWidget(TextLabel(_("预览"), "strong"))
        head.addStretch(1)
        self.out = PrimaryButton(_("导出…"))
        self.out.clicked.connect(self._on_export)
        head.addWidget(self.out)
        preview.addLayout(head)
        preview.addWidget(self.preview, 1)
        self._split = SplitPane(left, self.editor, right, stretch=1, parent=self)
        self._split.setSizes([230, 520, 460])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)
        whole.addWidget(self.empty)

    def _show(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._split.setVisible(bool(gathered.drafts))
        self.empty.setVisible(not gathered.drafts)
        self.list.set_rows([_row(one) for one in gathered.drafts])
        wanted = self._wanted or self.list.current_key()
        self._wanted = ""
        known = [one.id for one in gathered.drafts]
        key = wanted if wanted in known else known[0] if known else ""
        if key and self.list.current_key() != key:
            self.list.choose(key)
        else:
            self._on_chosen(key)

    def _draft(self, key: str) -> Draft | None:
        return next((one for one in self._gathered.drafts if one.id == key), None)

    def _has_draft(self) -> bool:
        return self.editor.draft is not None

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.editor.show_draft(self._draft(key), self._gathered.notes, self._gathered.figures)
        self.out.setEnabled(self._has_draft())
        self._wait.start()

    @Slot(object)
    def _on_edited(self, changed: Draft) -> None:
        before = self._draft(changed.id)
        keep = operations.keep(changed, typed_into(before, changed) if before is not None else "")
        self.context.operations.run(self, keep, self._on_kept, partial(self._hold, changed))

    def _on_kept(self, kept: Draft) -> None:
        self.editor.retry_queue.kept(kept.id)

    def _hold(self, changed: Draft, error: Exception) -> None:
        """Hold what could not be written until it can; a draft that is gone is let go."""
        if not isinstance(error, LibraryError) or self.editor.retry_queue.hold(changed):
            self.context.notices.trouble(error)

    @Slot()
    def _on_new(self) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for template in TEMPLATES:
            name, told = template_name(template.key), template_told(template.key)
            action = menu.addAction(_("{name}：{told}", name=name, told=told))
            action.setData(template.key)
        menu.triggered.connect(self._on_template)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self._new if self._gathered.drafts else self.empty.button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(QAction)
    def _on_template(self, action: QAction) -> None:
        self.begin(str(action.data()))

    def begin(self, key: str) -> None:
        """Begin a draft with a template, filled from the scope at hand."""
        work = partial(filled, self.context.library, self.context.scope.current, key)
        self.context.tasks.run(self, work, partial(self._on_filled, key), lane="template")

    def _on_filled(self, key: str, first: tuple[tuple[DraftItem, ...], DraftSettings]) -> None:
        made = operations.begin(template_name(key), key, *first)
        self.context.operations.run(self, made, self._on_begun)

    def _on_begun(self, made: Draft) -> None:
        self._wanted = made.id
        self.refresh(None)

    @Slot(str)
    def _on_deleted(self, key: str) -> None:
        self.editor.retry_queue.drop(key)
        self.context.operations.run(self, operations.delete(key))

    @Slot(object)
    def _on_opened(self, item: DraftItem) -> None:
        note = self._gathered.notes.get(item.ref)
        figure = self._gathered.figures.get(item.ref)
        if item.kind == "annotation" and note is not None and note.place is not None:
            self.context.navigator.open_place(note.place, item.ref)
        elif item.kind == "figure" and figure is not None:
            self.context.navigator.open_place(figure.place)

    @Slot(str)
    def _on_link(self, address: str) -> None:
        """Open the place a ``yinde://article/ID?start=…&end=…`` address names; it counts in the original."""
        url = QUrl(address)
        query = QUrlQuery(url)
        start, end = (query.queryItemValue(key) for key in ("start", "end"))
        article = url.path().strip("/")
        if article and start.isdigit() and end.isdigit():
            place = place_of(self.context.library, article, int(start), int(end))
            self.context.navigator.open_place(place)

    @Slot()
    def _on_notes_wanted(self) -> None:
        self.context.navigator.go(NotesTarget())

    @Slot()
    def _on_export(self) -> None:
        self.editor.keep()
        draft = self.editor.draft
        if draft is not None:
            subject = ExportSubject("report", draft.title, draft=draft.id)
            ExportDialog(self.context, subject, self.window()).open()

    @Slot()
    def _look(self) -> None:
        draft = self.editor.draft
        if draft is None or not draft.items:
            self.preview.show_report("")
            return
        subject = ExportSubject("report", draft.title, draft=draft.id)
        choice = ExportChoice("html", draft.title, labels=report_labels())
        request = request_from(arguments(subject, choice, "preview.html"))
        work = partial(preview_html, self.context.library, request)
        self.context.tasks.run(self, work, self.preview.show_report, self._no_preview, "preview")

    def _no_preview(self, error: Exception) -> None:
        self.preview.setPlainText(sentence_for(error))


def _row(draft: Draft) -> Row:
    count = _("{n} 条", n=len(draft.items))
    return Row(
        draft.id, draft.title, footer=f"{template_name(draft.template)} · {count} · {draft.modified[:10]}"
    )
