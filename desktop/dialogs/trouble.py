"""The library cannot be opened: one clear sentence, and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog

from corpus.language import sentence_of
from corpus.language import translate as _
from corpus.model.errors import YindeError
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.dialog import Dialog


class TroubleDialog(Dialog):
    """Shown in the window's place; ``another`` carries a folder to try, ``restore`` a backup's path."""

    another = Signal(str)
    restore = Signal(str)

    def __init__(self, error: YindeError, root: Path) -> None:
        super().__init__(_("文库打不开"), None, width=520)
        self.root = root
        self.body.addWidget(TextLabel(sentence_of(error), "body", wrap=True))
        leave = QuietButton(_("退出"))
        leave.clicked.connect(self.reject)
        self.add_button(leave, first=True)
        if error.kind == "library_damaged":
            bring = QuietButton(_("从备份恢复…"))
            bring.clicked.connect(self._ask_backup)
            self.add_button(bring)
        other = QuietButton(_("打开别的文库…"))
        other.clicked.connect(self._ask_folder)
        self.add_button(other)
        again = PrimaryButton(_("再试一次"))
        again.clicked.connect(self._try_again)
        self.add_button(again)

    @Slot()
    def _try_again(self) -> None:
        self._choose(str(self.root))

    @Slot()
    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, _("打开文库"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._choose)
        dialog.open()

    @Slot()
    def _ask_backup(self) -> None:
        dialog = QFileDialog(self, _("从备份恢复"))
        dialog.setNameFilter(_("文库备份 (*.zip)"))
        dialog.fileSelected.connect(self._bring)
        dialog.open()

    @Slot(str)
    def _choose(self, path: str) -> None:
        self.another.emit(path)
        self.accept()

    @Slot(str)
    def _bring(self, path: str) -> None:
        self.restore.emit(path)
        self.accept()
