"""Asking whether the library is to be put back as a backup has it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog


class RestoreDialog(Dialog):
    """``agreed`` carries the path of the backup."""

    agreed = Signal(str)

    def __init__(self, path: str, parent: QWidget) -> None:
        super().__init__(_("从备份恢复"), parent, width=440)
        self._path = path
        self.body.addWidget(TextLabel(_("用“{name}”恢复文库？", name=Path(path).name), "strong", wrap=True))
        self.body.addWidget(TextLabel(_("现在的文库不会删除，会改名留在旁边。"), "second", wrap=True))
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.confirm = PrimaryButton(_("恢复"))
        self.confirm.clicked.connect(self._on_confirmed)
        self.add_button(cancel)
        self.add_button(self.confirm)

    @Slot()
    def _on_confirmed(self) -> None:
        self.accept()
        self.agreed.emit(self._path)
