"""Merging another library into this one: which, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from corpus.language import translate as _
from corpus.language.merging import merge_lines, merge_words
from corpus.library.core.twins import twins_of
from desktop.services.targets import NotesTarget
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.line_list import LineList

if TYPE_CHECKING:
    from desktop.services.context import Context

PATH: Final = Qt.ItemDataRole.UserRole


class LibraryMerge(QObject):
    """Asks for libraries, has the worker merge them, and tells what came of each.

    ``restore`` carries the copy of this library's database from before, where a person wants to go back to it.
    """

    restore = Signal(str)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    @Slot()
    def ask(self) -> None:
        """Ask which library; second copies of this one's database are offered."""
        dialog = MergeDialog(self._context, self._window)
        dialog.agreed.connect(self.merge)
        dialog.open()

    @Slot(list)
    def merge(self, paths: list[str]) -> None:
        """Merge these libraries, one after the other."""
        for path in paths:
            title = _("合并文库：{name}", name=Path(path).name)
            self._context.worker.run(
                "merge", {"path": path, "words": merge_words()}, title, partial(self._show, Path(path).name)
            )

    def _show(self, name: str, report: Mapping[str, Any]) -> None:
        dialog = MergedDialog(self._context, name, report, self._window)
        dialog.restore.connect(self.restore)
        dialog.open()


class MergeDialog(Dialog):
    """Lists the libraries that may be merged; ``agreed`` carries the paths of those ticked."""

    agreed = Signal(list)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(_("合并文库"), parent, width=560)
        self._context = context
        about = _(
            "把另一份文库里的批注、标签、裁定、文稿、题录和文章并入这一份。两边都改过的，两份都留下；"
            "合并前先留一份备份。"
        )
        self.body.addWidget(TextLabel(about, "second", wrap=True))
        self.others = LineList(_("要并入的文库"))
        self.others.itemChanged.connect(self._show_button)
        self.hint = TextLabel("", "faint", wrap=True)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.others)
        twins = twins_of(context.library.root)
        self.hint.setText(
            _("文库里有 {n} 份别的数据库，多半是同步软件留下的冲突副本：", n=len(twins))
            if twins
            else _("选同事的文库、别处的一份，或一个备份文件：")
        )
        folder = QuietButton(_("文库文件夹…"))
        folder.clicked.connect(self._ask_folder)
        file = QuietButton(_("备份或数据库…"))
        file.clicked.connect(self._ask_file)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.button = PrimaryButton(_("并入"))
        self.button.clicked.connect(self._agree)
        for button in (file, folder):
            self.add_button(button, first=True)
        self.add_button(cancel)
        self.add_button(self.button)
        for twin in twins:
            self.offer(str(twin))
        self._show_button()

    @Slot(str)
    def offer(self, path: str) -> None:
        """Put a library into the list, ticked."""
        item = QListWidgetItem(Path(path).name)
        item.setToolTip(path)
        item.setData(PATH, path)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        self.others.addItem(item)
        self._show_button()

    def chosen(self) -> list[str]:
        """Return the paths of those ticked."""
        items = [self.others.item(row) for row in range(self.others.count())]
        return [str(one.data(PATH)) for one in items if one.checkState() is Qt.CheckState.Checked]

    @Slot()
    def _show_button(self) -> None:
        self.button.setEnabled(bool(self.chosen()))
        self.others.setVisible(self.others.count() > 0)
        self.fit()

    @Slot()
    def _agree(self) -> None:
        self.agreed.emit(self.chosen())
        self.accept()

    @Slot()
    def _ask_folder(self) -> None:
        dialog = FileDialog(self, _("选要并入的文库"), Errand.LIBRARY, self._context.settings)
        dialog.fileSelected.connect(self.offer)
        dialog.ask_folder()

    @Slot()
    def _ask_file(self) -> None:
        dialog = FileDialog(self, _("选要并入的备份或数据库"), Errand.BACKUP, self._context.settings)
        dialog.fileSelected.connect(self.offer)
        dialog.ask_files((_("文库备份 (*.zip *.db)"),))


class MergedDialog(Dialog):
    """What came of a merge, a line each; ``restore`` carries the copy from before."""

    restore = Signal(str)

    def __init__(self, context: Context, name: str, report: Mapping[str, Any], parent: QWidget) -> None:
        super().__init__(_("合并文库"), parent, width=640)
        self._context, self._report = context, report
        apart = len(report["apart"])
        told = (
            _("已并入“{name}”；{n} 处两边不同，两份都留着。", name=name, n=apart)
            if apart
            else _("已并入“{name}”。", name=name)
        )
        self.body.addWidget(TextLabel(told, "strong", wrap=True))
        self.lines = LineList(_("合并的结果"), merge_lines(report), least=160)
        self.body.addWidget(self.lines)
        if report["copy"]:
            back = QuietButton(_("退回合并前…"))
            back.clicked.connect(self._on_back)
            self.add_button(back, first=True)
        if apart:
            look = QuietButton(_("查看两份不同的批注"))
            look.clicked.connect(self._on_look)
            self.add_button(look)
        self.add_closing()

    @Slot()
    def _on_back(self) -> None:
        self.accept()
        self.restore.emit(str(self._report["copy"]))

    @Slot()
    def _on_look(self) -> None:
        self.accept()
        self._context.navigator.go(NotesTarget(tag=merge_words()["tag"]))
