"""The page that checks a paper: its text at the left, what was looked up in it at the right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.library import shapes
from corpus.library.checking.audited import CheckedPaper, Standing
from corpus.model.place import Place
from corpus.store.database.changes import Changes
from desktop.actions import Action, Menu
from desktop.actions.page import Page
from desktop.export.export_choices import ExportChoice, ExportSubject, arguments
from desktop.pages.audit.card import EntryCard
from desktop.pages.audit.chips import StandingChips
from desktop.pages.audit.paper import PaperText
from desktop.pages.audit.report_saver import ReportSaver
from desktop.pages.audit.rows import entry_rows
from desktop.services.context import Context
from desktop.services.navigation import PageState
from desktop.services.targets import AuditTarget, DraftsTarget, Target
from desktop.widgets import EmptyState, FlowLayout, QuietButton, SplitPane, TextLabel
from desktop.widgets.drops import local_paths, take_copy
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.counted_name import counted_name
from desktop.widgets.frames.drop_veil import DropVeil
from desktop.widgets.frames.head_line import HEAD_TOP, PAGE_EDGE, PANE_EDGE
from desktop.widgets.label import ElidedLabel
from desktop.widgets.lists.row_list import RowList

_FILTERS: Final = "*.docx *.pdf *.md *.txt *.odt *.rtf *.html"


class AuditPage(Page):
    """Shows how a paper stands to the library; a target may name a ``draft`` of the library."""

    key: ClassVar[str] = "audit"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._checked: CheckedPaper | None = None
        self._target = AuditTarget()
        self._shown: Standing | None = None
        self.paper = PaperText(context.theme, _("稿子"), self)
        self.paper.picked.connect(self._on_picked)
        self.list = RowList(context.theme, _("引文和数据"), self, lines=(2, 1))
        self.list.chosen.connect(self._on_chosen)
        self.list.doubleClicked.connect(self._on_open_first)
        self.card = EntryCard(context.theme, self)
        self.card.opened.connect(partial(_open, context))
        self.empty = EmptyState(
            context.theme,
            _(
                "打开或拖进一份稿子，或粘贴一段文字：每一处引文、每一个数字都到文库里查一遍，稿子不会存进文库。"
            ),
            _("打开稿子…"),
            "check",
        )
        self.empty.acted.connect(self.choose_file)
        self.saver = ReportSaver(context, self)
        self.setAcceptDrops(True)
        self._arrange()
        self.veil = DropVeil(context.theme, self)
        self._show()

    @property
    def _own(self) -> bool:
        """Tell whether it is something of the library that is checked."""
        return bool(self._target.what)

    def title(self) -> str:
        """Return the name of the page."""
        return _("引文核对") if self._own else _("查我的稿子")

    def show_target(self, target: Target) -> None:
        """Check the draft a target names, or stay as left."""
        if not isinstance(target, AuditTarget) or not target.what:
            return
        if target != self._target or self._checked is None:
            self._check_own(target)

    def refresh(self, changes: Changes | None) -> None:
        """Check one's own draft again where it, or what it quotes, has changed."""
        told = changes is None or changes.everything or changes.drafts or changes.annotations
        if self._target.what and (told or (changes is not None and changes.articles | changes.fields)):
            self._check_own(self._target)

    def state(self) -> PageState:
        """Return which entry is shown."""
        return {"row": self.list.current_key(), "shown": self._shown.value if self._shown else ""}

    def restore(self, state: PageState) -> None:
        """Come back to the entry that was shown."""
        shown = str(state.get("shown", ""))
        self._filter(Standing(shown) if shown else None)
        self.list.choose(str(state.get("row", "")))

    def page_actions(self) -> Sequence[Action]:
        """Return what can be done on this page."""
        return (
            Action("audit.open", _("打开稿子…"), self.choose_file, (), "folder-open", Menu.TOOLS, "1"),
            Action("audit.paste", _("粘贴文字"), self.paste, ("Ctrl+V",), "clipboard", Menu.TOOLS, "1"),
            Action(
                "export", _("导出…"), self.ask_report, ("Ctrl+E",), "export", Menu.FILE, "3", partial(_has_found, self),
                why=_("先打开一份稿子。"),
            ),
        )  # fmt: skip

    # What a person asks for

    @Slot()
    def choose_file(self) -> None:
        """Ask for a paper."""
        dialog = FileDialog(self, _("打开稿子"), Errand.IMPORT, self.context.settings)
        dialog.fileSelected.connect(self.check_file)
        dialog.ask_files((f"{_('稿子')} ({_FILTERS})",))

    @Slot()
    def paste(self) -> None:
        """Check the words on the clipboard."""
        text = QGuiApplication.clipboard().text().strip()
        if text:
            self._run({"name": _("粘贴的文字"), "text": text}, _("粘贴的文字"))
        else:
            self.context.notices.tell(_("剪贴板里没有文字。"))

    @Slot(str)
    def check_file(self, path: str) -> None:
        """Check a file."""
        self._run({"path": path}, Path(path).name)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a paper: here it is checked, and comes into no library."""
        paths = local_paths(event.mimeData())
        if paths and take_copy(event):
            self.veil.tell(_("放开，查“{name}”", name=Path(paths[0]).name))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Say no more what would be checked."""
        self.veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Check what is dropped."""
        self.veil.hide()
        paths = local_paths(event.mimeData())
        if paths and take_copy(event):
            self.check_file(str(paths[0]))
            if len(paths) > 1:
                self.context.notices.tell(_("一次查一份：先查“{name}”。", name=Path(paths[0]).name))

    def ask_report(self) -> None:
        """Ask where the report shall go."""
        if self._checked is not None:
            self.saver.ask(self._checked)

    # What the worker does

    def _run(self, asked: dict[str, Any], name: str) -> None:
        title = _("查稿：{name}", name=name)
        self.context.worker.run("audit", asked, title, partial(self._take, AuditTarget()), writes=False)

    def _check_own(self, target: AuditTarget) -> None:
        if target != self._target:
            self._target, self._checked = target, None
            self._show()
            self.renamed.emit()
        choice = ExportChoice("html", target.title, labels=report_labels())
        subject = ExportSubject(target.what, target.title, draft=target.draft)
        title = _("引文核对：{name}", name=target.title)
        asked = arguments(subject, choice, "check.html")
        self.context.worker.run("proofread", asked, title, partial(self._take, target), writes=False)

    def _take(self, target: AuditTarget, told: dict[str, Any]) -> None:
        self._target = target
        self._checked = shapes.checked_paper_from(told)
        self._shown = None
        self._show()
        self.renamed.emit()

    # What is shown

    def _arrange(self) -> None:
        head = FlowLayout(spacing=8)
        self._title = TextLabel(self.title(), "page-title")
        self._count = ElidedLabel("", "faint", mode=Qt.TextElideMode.ElideMiddle)
        self._back = QuietButton(_("回到文稿"), self.context.theme, "drafts")
        self._back.clicked.connect(self._to_draft)
        self.opening = QuietButton(_("打开稿子…"), self.context.theme, "folder-open")
        self.opening.clicked.connect(self.choose_file)
        pasting = QuietButton(_("粘贴文字"), self.context.theme, "clipboard")
        pasting.clicked.connect(self.paste)
        self.out = QuietButton(_("导出核对结果…"), self.context.theme, "export")
        self.out.clicked.connect(self.ask_report)
        head.addWidget(counted_name(self._title, self._count, self))
        for button in (self._back, self.opening, pasting, self.out):
            head.addWidget(button)
        self.chips = StandingChips(self)
        self.chips.picked.connect(self._filter)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.card)
        split = SplitPane(self.paper, right, stretch=0, least=(0, 360), parent=self)
        split.setSizes([640, 520])
        self._stack = QStackedWidget(self)
        self._stack.addWidget(split)
        self._stack.addWidget(self.empty)
        self._waiting = TextLabel("", "second")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._waiting)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAGE_EDGE, HEAD_TOP, 0, 0)
        whole.setSpacing(12)
        head.setContentsMargins(0, 0, PANE_EDGE, 0)
        whole.addLayout(head)
        whole.addWidget(self.chips)
        whole.addWidget(self._stack, 1)

    def _show(self) -> None:
        checked = self._checked
        self._title.setText(self.title())
        self._back.setVisible(bool(self._target.draft))
        self.out.setVisible(_has_found(self))
        self.opening.setVisible(checked is not None or self._own)  # the empty page offers it itself
        self._stack.setCurrentIndex(0 if checked is not None else 2 if self._own else 1)
        self._waiting.setText(_("正在核对《{title}》…", title=self._target.title))
        self._count.setText("")
        self.chips.setVisible(_has_found(self))
        if checked is None:
            return
        n = len(checked.entries)
        told = _("{name} · {n} 处引文和数据", name=checked.name, n=n)
        self._count.setText(told if n else _("{name} · 没有引文和数据可以核对", name=checked.name))
        self.paper.show_paper(checked.text, checked.entries)
        self.chips.offer(checked.entries, own=self._own)
        self._filter(None)

    @Slot(object)
    def _filter(self, shown: Standing | None) -> None:
        if self._checked is None:
            return
        self._shown = shown
        self.chips.choose(shown)
        rows = entry_rows(self._checked.entries, shown, own=self._own)
        self.list.set_rows(rows)
        if rows:
            self.list.choose(rows[0].key)
            self._on_chosen(rows[0].key)  # the same number of another paper is no other row to the list
        else:
            self.card.show_entry(None, own=False)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if self._checked is not None and key:
            self.paper.choose(int(key))
            self.card.show_entry(self._checked.entries[int(key)], own=self._own)

    @Slot(int)
    def _on_picked(self, number: int) -> None:
        if self._shown is not None:
            self._filter(None)
        self.list.choose(str(number))

    @Slot()
    def _on_open_first(self) -> None:
        if self.card.isVisible() and self.card.buttons[0].isVisible():
            self.card.buttons[0].click()

    @Slot()
    def _to_draft(self) -> None:
        self.context.navigator.go(DraftsTarget(draft=self._target.draft))


def _open(context: Context, place: Place) -> None:
    """Open a place, or an article of which no words are meant."""
    if place.quote:
        context.navigator.open_place(place)
    else:
        context.navigator.open_article(place.article)


def _has_found(page: AuditPage) -> bool:
    """Tell whether what a page shows has anything to report."""
    return page._checked is not None and bool(page._checked.entries)  # noqa: SLF001 - its own page
