"""The library cannot be opened: one clear sentence, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, Slot

from corpus.language import sentence_of
from corpus.language import translate as _
from corpus.library.core.damage import UNSOUND
from corpus.library.upkeep.copies import readable_copies
from corpus.model.errors import YindeError
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.dialog import Dialog
from desktop.widgets.file_dialog import Errand, FileDialog

MISSING: Final = frozenset({"library_missing", "library_missing_whole"})
_WAYS_BACK: Final = MISSING | UNSOUND


class TroubleDialog(Dialog):
    """Shown in the window's place; ``another`` carries a folder to try, ``restore`` the path of a backup or a copy.

    ``rescue`` carries the folder of the library into which what is sound is to be saved.
    """

    another = Signal(str)
    restore = Signal(str)
    rescue = Signal(str)

    def __init__(self, error: YindeError, root: Path, failed: YindeError | None = None) -> None:
        """Tell ``error`` about the library at ``root``, after what was tried about it and ``failed``."""
        super().__init__(_("文库打不开") if error.kind not in MISSING else _("文库缺失"), None, width=640)
        self.root = root
        self.copies = readable_copies(root) if error.kind in _WAYS_BACK else ()
        for told in (failed, error):
            if told is not None:
                self.body.addWidget(TextLabel(sentence_of(told), "body", wrap=True))
        if error.kind in _WAYS_BACK:
            self._offer_ways_back()
        leave = QuietButton(_("退出"))
        leave.clicked.connect(self.reject)
        self.add_button(leave, first=True)
        other = QuietButton(_("打开别的文库…"))
        other.clicked.connect(self._ask_folder)
        self.add_button(other)
        again = PrimaryButton(_("再试一次"))
        again.clicked.connect(self._try_again)
        self.add_button(again)

    def _offer_ways_back(self) -> None:
        """Show a button for every way on: the newest copy, a backup, what can be saved, a new library beside."""
        ways: list[tuple[str, Callable[[], None]]] = [
            (_("从备份恢复…"), self._ask_backup),
            (_("把完好的部分救到新文库…"), self._ask_rescue),
            (_("在旁边另建新文库"), self._begin_anew),
        ]
        if self.copies:
            ways.insert(0, (_("恢复每日备份（{date}）", date=self.copies[0].date), self._restore_copy))
        for text, slot in ways:
            button = QuietButton(text)
            button.clicked.connect(slot)
            self.body.addWidget(button)

    @Slot()
    def _restore_copy(self) -> None:
        self._bring(str(self.copies[0].path))

    @Slot()
    def _begin_anew(self) -> None:
        """Open a folder beside that does not exist yet: nothing of the old one is touched."""
        names = (f"{self.root.name} {number}" for number in count(2))
        self._choose(str(next(place for name in names if not (place := self.root.with_name(name)).exists())))

    @Slot()
    def _ask_rescue(self) -> None:
        dialog = FileDialog(self, _("救到：选一个空文件夹"), Errand.LIBRARY)
        dialog.fileSelected.connect(self._save_into)
        dialog.ask_folder()

    @Slot(str)
    def _save_into(self, path: str) -> None:
        self.rescue.emit(path)
        self.accept()

    @Slot()
    def _try_again(self) -> None:
        self._choose(str(self.root))

    @Slot()
    def _ask_folder(self) -> None:
        dialog = FileDialog(self, _("打开文库"), Errand.LIBRARY)
        dialog.fileSelected.connect(self._choose)
        dialog.ask_folder()

    @Slot()
    def _ask_backup(self) -> None:
        dialog = FileDialog(self, _("从备份恢复"), Errand.BACKUP)
        dialog.fileSelected.connect(self._bring)
        dialog.ask_files((_("文库备份 (*.zip *.db)"),))

    @Slot(str)
    def _choose(self, path: str) -> None:
        self.another.emit(path)
        self.accept()

    @Slot(str)
    def _bring(self, path: str) -> None:
        self.restore.emit(path)
        self.accept()
