"""The library cannot be opened: one clear sentence, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from corpus.language import translate as _
from corpus.language import window_sentence
from corpus.library.upkeep.copies import DailyCopy, look_into, readable_copies
from corpus.model.errors import YindeError
from corpus.store.database.damage import UNSOUND
from desktop.dialogs.copies import name_of, open_beside
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.line_list import LineList

MISSING: Final = frozenset({"library_missing", "library_missing_whole"})
_WAYS_BACK: Final = MISSING | UNSOUND


class TroubleDialog(Dialog):
    """Shown in the window's place; ``another`` carries a folder to try, ``restore`` the path of a backup or a copy.

    ``rescue`` carries the folder of the library into which what is sound is to be saved.
    """

    another = Signal(str)
    restore = Signal(str)
    rescue = Signal(str)

    def __init__(
        self, error: YindeError, root: Path, failed: YindeError | None = None, unwritten: str = ""
    ) -> None:
        """Tell ``error`` about the library at ``root``, after what was tried about it and ``failed``.

        ``unwritten`` says where lies what it would not take.
        """
        super().__init__(_("文库打不开") if error.kind not in MISSING else _("文库缺失"), None, width=640)
        self.root = root
        self.copies = readable_copies(root) if error.kind in _WAYS_BACK else ()
        for told in (failed, error):
            if told is not None:
                self.body.addWidget(TextLabel(window_sentence(told), "body", wrap=True))
        if unwritten:
            self.body.addWidget(TextLabel(unwritten, "strong", wrap=True))
        if self.copies:
            self._list_copies()
        if error.kind in _WAYS_BACK:
            self._offer_ways_back(whole=error.kind == "library_missing_whole")
        leave = QuietButton(_("退出"))
        leave.clicked.connect(self.reject)
        self.add_button(leave, first=True)
        other = QuietButton(_("打开别的文库…"))
        other.clicked.connect(self._ask_folder)
        self.add_button(other)
        # To try again mends no file; what does is one of the ways back.
        again = (QuietButton if error.kind in UNSOUND else PrimaryButton)(_("再试一次"))
        again.clicked.connect(self._try_again)
        self.add_button(again)

    def _list_copies(self) -> None:
        """List the copies that can be read, the newest chosen; one can be looked into, or brought back."""
        self.listed = LineList(_("每日备份"), map(_line, self.copies), least=110)
        self.listed.setMaximumHeight(self.listed.minimumHeight())
        self.body.addWidget(self.listed)
        self.back, self.look = QuietButton(""), QuietButton(_("先看一眼"))
        row = QHBoxLayout()
        row.addWidget(self.back, 1)
        row.addWidget(self.look)
        self.body.addLayout(row)
        self.back.clicked.connect(self._restore_copy)
        self.look.clicked.connect(self._look_into)
        self.listed.currentRowChanged.connect(self._on_chosen)
        self.listed.setCurrentRow(0)

    def _chosen(self) -> DailyCopy:
        return self.copies[max(0, self.listed.currentRow())]

    @Slot()
    def _on_chosen(self) -> None:
        self.back.setText(_("恢复每日备份（{date}）", date=name_of(self._chosen())))

    @Slot()
    def _look_into(self) -> None:
        try:
            open_beside(look_into(self.root, self._chosen().name))
        except YindeError as error:
            self.body.insertWidget(0, TextLabel(window_sentence(error), "body", wrap=True))
            self.fit()

    def _offer_ways_back(self, *, whole: bool) -> None:
        """Show a button for every other way on: a backup, what can be saved, a new library beside."""
        saving = _("从原件重建到新文库…") if whole else _("把完好的部分救到新文库…")
        ways: list[tuple[str, Callable[[], None]]] = [
            (_("从备份恢复…"), self._ask_backup),
            (saving, self._ask_rescue),
            (_("在旁边另建新文库"), self._begin_anew),
        ]
        for text, slot in ways:
            button = QuietButton(text)
            button.clicked.connect(slot)
            self.body.addWidget(button)

    @Slot()
    def _restore_copy(self) -> None:
        self._bring(str(self._chosen().path))

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


def _line(copy: DailyCopy) -> str:
    return _(
        "{name} · {size} · {n} 条批注、{m} 份文稿、{o} 篇文章",
        name=name_of(copy),
        size=f"{copy.size / 1024 / 1024:.1f} MB",
        n=copy.notes,
        m=copy.drafts,
        o=copy.articles,
    )
