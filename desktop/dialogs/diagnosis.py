"""The report for somebody who helps: seen before it is saved, so that nothing leaves unread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from corpus.language import translate as _
from corpus.library.core.roots import log_folder
from corpus.library.upkeep.diagnosis import diagnosis, save_diagnosis
from desktop.services.notices import sentence_for
from desktop.widgets import QuietButton, TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.dialog import Dialog

if TYPE_CHECKING:
    from desktop.services.context import Context


class DiagnosisDialog(Dialog):
    """Versions, counts and faults, with no word of a person's texts; to copy or to save."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(_("诊断"), parent, width=640)
        self._context = context
        about = _("求助时可以附上：只有版本、数量和出错的位置，没有标题、正文、批注、人名和路径。")
        self.body.addWidget(TextLabel(about, "second", wrap=True))
        self.report = QPlainTextEdit()
        self.report.setAccessibleName(_("诊断"))
        self.report.setReadOnly(True)
        self.report.setMinimumHeight(300)
        self.body.addWidget(self.report)
        self.state = TextLabel("", "small", wrap=True)
        self.body.addWidget(self.state)
        copy = QuietButton(_("复制"), context.theme, "copy")
        copy.clicked.connect(self._copy)
        self.add_button(copy, first=True)
        save = QuietButton(_("保存…"), context.theme, "export")
        save.clicked.connect(self._ask_where)
        self.add_button(save)
        self.add_closing()
        work = partial(diagnosis, context.library, _log(), _shown(self))
        context.tasks.run(self, work, self.report.setPlainText, self._tell_trouble, "diagnosis")

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.state.setText(_("已复制。"))

    @Slot()
    def _ask_where(self) -> None:
        dialog = FileDialog(self, _("保存诊断"), Errand.EXPORT, self._context.settings)
        dialog.fileSelected.connect(self._save)
        dialog.ask_target(_("引得诊断.txt"), (_("文本 (*.txt)"),), "txt")

    @Slot(str)
    def _save(self, path: str) -> None:
        work = partial(save_diagnosis, Path(path), self.report.toPlainText())
        self._context.tasks.run(self, work, self._tell_saved, self._tell_trouble, "diagnosis")

    def _tell_saved(self, path: Path) -> None:
        self.state.setText(_("已保存：{path}", path=path))

    def _tell_trouble(self, error: Exception) -> None:
        self.state.setText(sentence_for(error))


def _log() -> str:
    """Return what the logs hold of faults."""
    files = (log_folder() / name for name in ("last-crash.txt", "crash.txt"))
    return "\n".join(one.read_text(encoding="utf-8", errors="replace") for one in files if one.is_file())


def _shown(widget: QWidget) -> dict[str, str]:
    """Return what the window runs on."""
    screen = widget.screen()
    size = screen.size()
    return {
        "Qt": qVersion() or "",
        "platform": QGuiApplication.platformName(),
        "screen": f"{size.width()}x{size.height()} @ {screen.devicePixelRatio():g}",
    }
