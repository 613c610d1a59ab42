"""The daily copies of the library: what changed since each, and what it can give back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QProcess, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from corpus.language import translate as _
from corpus.language.phrases import listed
from corpus.library.upkeep.copies import (
    DailyCopy,
    Difference,
    LostNotes,
    bring_back,
    list_copies,
    look_into,
    lost_since,
)
from corpus.model.annotation import Annotation
from corpus.model.draft import Draft
from corpus.model.program import own_command
from desktop.services.notices import sentence_for
from desktop.widgets import QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.label import PART
from desktop.widgets.lists.line_list import LineList
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from desktop.services.context import Context

_BEFORE_UPDATE: Final = LazyPattern(r"library\.v(?P<version>\d+)\.bak\.db")
_BEFORE_MERGE: Final = LazyPattern(r"before-merge-(?P<date>\d{4}-\d\d-\d\d).*\.db")
VALUE: Final = Qt.ItemDataRole.UserRole


class CopiesDialog(Dialog):
    """Lists the copies; below, what the chosen one has that the library has not. ``restore`` carries a copy's path."""

    restore = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(_("每日备份"), parent, width=640)
        self._context = context
        self.copies = LineList(_("每日备份"), least=150)
        self.copies.itemSelectionChanged.connect(self._on_chosen)
        self.state = TextLabel(_("正在查看…"), "second", wrap=True)
        self.lost = LineList(_("现在没有、备份里有的批注和文稿"), least=170)
        self.lost.itemChanged.connect(self._show_buttons)
        for widget in (self.copies, self.state, self.lost):
            self.body.addWidget(widget)
        self.look = QuietButton(_("先看一眼"))
        self.look.clicked.connect(self._on_look)
        self.back = QuietButton(_("取回勾选的"))
        self.back.clicked.connect(self._on_back)
        self.whole = QuietButton(_("恢复这一份…"))
        self.whole.clicked.connect(self._on_restore)
        for button in (self.look, self.back, self.whole):
            self.add_button(button)
        self.add_closing()
        self._show_buttons()
        self._list_anew()

    def _list_anew(self) -> None:
        library = self._context.library
        work = partial(list_copies, library.root, library)
        self._context.tasks.run(self, work, self._show, self._trouble, "copies")

    def chosen(self) -> DailyCopy | None:
        """Return the copy chosen, if it can be read."""
        chosen = self.copies.selectedItems()
        copy = chosen[0].data(VALUE) if chosen else None
        return copy if isinstance(copy, DailyCopy) and copy.readable else None

    @Slot(object)
    def _show(self, found: tuple[DailyCopy, ...]) -> None:
        row = max(0, self.copies.currentRow())
        self.copies.clear()
        for copy in found:
            item = QListWidgetItem(_line(copy))
            item.setData(VALUE, copy)
            self.copies.addItem(item)
        self.copies.setVisible(bool(found))
        self._show_lost_lines(shown=False)
        self.state.setText("" if found else _("还没有每日备份：打开窗口的日子，每天留一份，共留五份。"))
        self.fit()
        if found:
            self.copies.setCurrentRow(row)

    @Slot()
    def _on_chosen(self) -> None:
        self.lost.clear()
        self._show_lost_lines(shown=False)
        copy = self.chosen()
        self._show_buttons()
        if copy is not None:
            self.state.setText(_("正在查看…"))
            work = partial(lost_since, self._context.library, copy.name)
            self._context.tasks.run(self, work, self._show_lost, self._trouble, "lost")
        elif self.copies.selectedItems():
            self._context.tasks.drop(self, "lost")
            self.state.setText(_("这一份读不出来：请选另一份。"))

    @Slot(object)
    def _show_lost(self, lost: LostNotes) -> None:
        self.lost.clear()
        rows: list[tuple[Annotation | Draft, str, str]] = [
            *((one, _("批注"), one.note or one.selector.exact) for one in lost.notes),
            *((one, _("文稿"), one.title) for one in lost.drafts),
        ]
        for one, kind, text in rows:
            what = _("已改动") if one.id in lost.changed else _("已删除")
            item = QListWidgetItem(f"{kind} · {what}  {text[:80]}")
            item.setData(VALUE, one)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.lost.addItem(item)
        self._show_lost_lines(shown=bool(rows))
        self.state.setText(
            _("这一份里有、现在没有或不一样的：")
            if self.lost.count()
            else _("这一份里的批注和文稿现在都还在。")
        )

    def _show_lost_lines(self, *, shown: bool) -> None:
        """Show what can be brought back where there is any; an empty box would ask what it is for."""
        for part in (self.lost, self.back):
            part.setVisible(shown)
        self.fit()

    def _ticked(self) -> list[object]:
        items = [self.lost.item(row) for row in range(self.lost.count())]
        return [one.data(VALUE) for one in items if one.checkState() is Qt.CheckState.Checked]

    @Slot()
    def _show_buttons(self) -> None:
        readable = self.chosen() is not None
        for button in (self.look, self.whole):
            button.setEnabled(readable)
        self.back.setEnabled(bool(self._ticked()) and self._context.library.writable)

    @Slot()
    def _on_back(self) -> None:
        copy, ticked = self.chosen(), self._ticked()
        if copy is None:
            return
        notes = tuple(one.id for one in ticked if isinstance(one, Annotation))
        drafts = tuple(str(getattr(one, "id", "")) for one in ticked if not isinstance(one, Annotation))
        work = partial(bring_back, self._context.library, copy.name, notes=notes, drafts=drafts)
        self._context.tasks.run(self, work, self._tell_back, self._trouble, "back")

    @Slot(object)
    def _tell_back(self, back: LostNotes) -> None:
        told = _("已取回 {n} 条批注、{m} 份文稿。", n=len(back.notes), m=len(back.drafts))
        self._context.notices.tell(told, tone="good")
        self._list_anew()

    @Slot()
    def _on_look(self) -> None:
        copy = self.chosen()
        if copy is not None:
            work = partial(look_into, self._context.library.root, copy.name)
            self._context.tasks.run(self, work, open_beside, self._trouble, "look")

    @Slot()
    def _on_restore(self) -> None:
        copy = self.chosen()
        if copy is not None:
            self.accept()
            self.restore.emit(str(copy.path))

    def _trouble(self, error: Exception) -> None:
        self.state.setText(sentence_for(error))


def open_beside(root: Path) -> None:
    """Open another window on the library at ``root``."""
    program, *own = own_command()
    QProcess.startDetached(program, [*own, "--library", str(root)])


def _line(copy: DailyCopy) -> str:
    size, name = f"{copy.size / 1024 / 1024:.1f} MB", name_of(copy)
    if not copy.readable:
        return _("{name} · {size} · 读不出来", name=name, size=size)
    if copy.since is None:
        return f"{name} · {size}"
    changed = [
        _("{what}{told}", what=what, told=_told(one))
        for what, one in (
            (_("批注"), copy.since.notes), (_("文稿"), copy.since.drafts), (_("文章"), copy.since.articles)
        )
        if one.added or one.changed or one.removed
    ]  # fmt: skip
    if not changed:
        return _("{name} · {size} · 此后没有改动", name=name, size=size)
    return _("{name} · {size} · 此后{told}", name=name, size=size, told=PART.join(changed))


def name_of(copy: DailyCopy) -> str:
    """Return what a copy is called: its day, or what it was made before and when."""
    if copy.date:
        return copy.date
    if update := _BEFORE_UPDATE.fullmatch(copy.name):
        return _("升级前，第 {n} 版", n=update["version"])
    if merge := _BEFORE_MERGE.fullmatch(copy.name):
        return _("合并前，{date}", date=merge["date"])
    if copy.name.startswith("merged-"):
        return _("已并入的副本，{name}", name=copy.path.stem.removeprefix("merged-"))
    return copy.name


def _told(one: Difference) -> str:
    parts = (
        (one.added, _("新增 {n}", n=one.added)),
        (one.changed, _("改动 {n}", n=one.changed)),
        (one.removed, _("删除 {n}", n=one.removed)),
    )
    return listed(words for number, words in parts if number)
