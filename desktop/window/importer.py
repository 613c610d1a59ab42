"""Bringing files in: chosen, dropped or pasted; the worker does it, a card tells what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language import translate_as, window_sentence
from corpus.language.phrases import listed
from corpus.model.errors import YindeError

if TYPE_CHECKING:
    from desktop.dialogs.pasting import PasteDialog
    from desktop.dialogs.text_prompt import TextPrompt
    from desktop.services.context import Context
    from desktop.widgets.fields.file_dialog import FileDialog
    from desktop.window.import_outcome import ImportOutcome, Report

_NAMED: Final = 2
"""How many of the files and folders of an import that was cut off are named."""
_LONGEST: Final = 200_000
"""Characters of the clipboard that are offered as references."""


class Importer(QObject):
    """Imports through the worker; ``imported`` carries an ``ImportOutcome``."""

    imported = Signal(object)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def expect(self) -> None:
        """Make ready for files that are about to come: dragged over the window, or being chosen."""
        self._context.worker.wake()

    def choose_files(self) -> None:
        """Ask for files and import them."""
        self._dialog(_("导入文件")).ask_files(name_filters(), several=True)

    def choose_folder(self) -> None:
        """Ask for a folder and import what is in it."""
        self._dialog(_("导入文件夹")).ask_folder()

    def paste(self) -> None:
        """Ask what the article made of the clipboard is called and where it comes from, and make it."""
        from desktop.dialogs.pasting import PasteDialog

        copied = QGuiApplication.clipboard().mimeData()
        if not copied.text().strip():
            self._context.notices.tell(_("剪贴板里没有文字。"))
            return
        dialog = PasteDialog(copied, self._window)
        self.expect()
        dialog.given.connect(partial(self._take_pasted, dialog))
        dialog.open()

    def _take_pasted(self, dialog: PasteDialog, arguments: dict[str, Any]) -> None:
        def done(report: Any) -> None:
            if shiboken6.isValid(dialog):
                dialog.accept()
            self._tell(report)

        def failed(error: YindeError) -> None:
            if shiboken6.isValid(dialog):
                dialog.tell(window_sentence(error))
            else:
                self._context.notices.trouble(error)

        self._context.worker.run("import_text", arguments, _("新建文章"), done, failed)

    def choose_references(self) -> None:
        """Ask for a file of references and take it in."""
        dialog = self._asking(_("导入参考文献"))
        dialog.filesSelected.connect(self._take_references)
        dialog.ask_files(
            [_("参考文献 (*.bib *.ris *.enw *.nbib *.net *.json *.rdf *.txt *.xml)"), _("所有文件 (*)")]
        )

    def paste_references(self) -> None:
        """Ask for references, what the clipboard holds of them first, and take them in."""
        from desktop.dialogs.text_prompt import TextPrompt

        about = _(
            "每行一条，如知网、万方、百度学术复制的引文，或 GB/T 7714、BibTeX、RIS。"
            "同名的文章由它填写著录，其余存为没有文件的题录。"
        )
        clipboard = QGuiApplication.clipboard().text().strip()
        prompt = TextPrompt(
            _("粘贴题录"), about, self._window, text=clipboard[:_LONGEST], confirm=_("加入文库"), lines=8
        )
        prompt.given.connect(partial(self._take_lines, prompt))
        prompt.open()

    @Slot(list)
    def _take_references(self, paths: Sequence[str]) -> None:
        for path in paths[:1]:
            self._context.worker.run("references", {"path": path}, _("导入参考文献"), self._tell_references)

    def _take_lines(self, prompt: TextPrompt, text: str) -> None:
        from desktop.operations.records import take_lines

        prompt.write(self._context.operations, take_lines(text))

    def _tell_references(self, report: Any) -> None:
        self._context.notices.tell(
            _("题录 {n} 条：填入已有文章 {filled} 条，新建 {added} 条", n=report["references"],
              filled=report["filled"], added=report["added"]),
            tone="good",
        )  # fmt: skip

    def import_sample(self) -> None:
        """Import the noisy page that comes with the program."""
        self.import_paths([sample_page()])

    @Slot(list)
    def import_paths(self, paths: Sequence[str | Path]) -> None:
        """Import files and folders."""
        if paths:
            names = [str(path) for path in paths]
            done = partial(self._tell, folders=_folders_of(names))
            self._context.worker.run("import", {"paths": names}, _("导入"), done)

    def go_on(self, outcome: ImportOutcome) -> None:
        """Read the files a cancelled import did not come to; both parts are one import to take back."""
        done = partial(self._tell, folders=outcome.folders, before=outcome.reports)
        arguments = {"paths": list(outcome.unread), "batch": outcome.batch}
        self._context.worker.run("import", arguments, _("导入"), done)

    def group(self, outcome: ImportOutcome) -> None:
        """Make collections of the folders an import was given, with their articles in them."""
        from desktop.operations.articles import group_by_folders

        self._context.operations.run(self, group_by_folders(outcome.folders, outcome.places))

    def offer_to_resume(self) -> None:
        """Offer to go on with an import that was cut off when the program ended."""
        if not self._context.library.writable:
            return
        from corpus.library.intake.files.resuming import unfinished_import

        left = unfinished_import(self._context.library)
        if left is not None:
            names = listed([path.name for path in left.paths[:_NAMED]])
            told = (
                _("上次没有导入完：{names}。", names=names)
                if len(left.paths) <= _NAMED
                else _("上次没有导入完：{names}等 {n} 处。", names=names, n=len(left.paths))
            )
            self._context.notices.offer(told, _("继续导入"), self.resume)

    def can_resume(self) -> bool:
        """Tell whether an import was cut off, and none is at work now."""
        from corpus.library.intake.files.resuming import unfinished_import

        library = self._context.library
        return library.writable and not self._context.worker.busy and unfinished_import(library) is not None

    def resume(self) -> None:
        """Go on with the import that was cut off."""
        self._context.worker.run("resume_import", {}, _("导入"), self._tell)

    def undo(self, batch: str) -> None:
        """Put everything an import brought into the trash."""
        self._context.worker.run("undo_import", {"batch": batch}, _("撤销导入"), self._tell_undone)

    def _dialog(self, title: str) -> FileDialog:
        dialog = self._asking(title)
        dialog.filesSelected.connect(self.import_paths)
        return dialog

    def _asking(self, title: str) -> FileDialog:
        from desktop.widgets.fields.file_dialog import Errand, FileDialog

        self.expect()
        return FileDialog(self._window, title, Errand.IMPORT, self._context.settings)

    def _tell(self, report: Report, *, folders: Sequence[str] = (), before: Sequence[Report] = ()) -> None:
        from desktop.window.import_outcome import outcome_of

        outcome = outcome_of(*before, report, folders=folders)
        if outcome.places.get(str(sample_page())) and self._context.library.writable:
            from desktop.operations.bookkeeping import tick

            self._context.operations.run(self, tick("import"))
        self.imported.emit(outcome)
        if outcome.unread:  # a cancelled import stops before the indexes; answers are complete meanwhile
            self._context.worker.run("sync_index", {}, _("更新索引"), _nothing, writes=False, quiet=True)

    def _tell_undone(self, undone: Any) -> None:
        gone, back = len(undone["trashed"]), len(undone["restored"])
        if gone and back:
            told = _("已撤销这次导入：{n} 篇文章移到回收站，{m} 篇恢复为更新前的文字。", n=gone, m=back)
        elif back:
            told = _("已撤销这次导入：{n} 篇文章恢复为更新前的文字。", n=back)
        else:
            told = _("已撤销这次导入：{n} 篇文章移到回收站。", n=gone)
        self._context.notices.tell(told, tone="good")


def name_filters() -> list[str]:
    """Return the kinds of file to choose from: all that can be read first, then each family, then any file."""
    from corpus.importing.table import READERS

    families: dict[str, list[str]] = {}
    for suffix, kind in READERS.items():
        families.setdefault(kind.group, []).append(f"*{suffix}")
    names = {
        "text": _("文本与 Markdown"),
        "pdf": "PDF",
        "office": _("Word、演示等办公文件"),
        "table": _("表格"),
        "web": translate_as("files", "网页"),
        "book": _("电子书"),
    }
    every = " ".join(pattern for patterns in families.values() for pattern in patterns)
    told = [f"{names[group]} ({' '.join(patterns)})" for group, patterns in families.items()]
    return [f"{_('可以导入的文件')} ({every})", *told, _("所有文件 (*)")]


def _folders_of(names: Sequence[str]) -> list[str]:
    return [name for name in names if Path(name).is_dir()]


def _nothing(_result: object) -> None:
    """Say nothing: the index follows in the background."""


def sample_page() -> Path:
    """Return the path of the noisy page that comes with the program (it lies beside the code, not in a zip)."""
    return Path(str(resources.files("resources") / "samples" / "noisy-page.txt"))
