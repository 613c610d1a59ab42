"""The one way to ask for a file or folder: in the language of the window, where one looked last."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, QStandardPaths, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QHeaderView, QPushButton, QTreeView, QWidget

from corpus.language import translate as _
from desktop.services.settings import Settings

_Location = QStandardPaths.StandardLocation
_Resize = QHeaderView.ResizeMode

_SIZE: Final = QSize(800, 480)
_SIZE_COLUMN, _TYPE_COLUMN, _DATE_COLUMN = 1, 2, 3


class Errand(StrEnum):
    """What one looks for; each is remembered by itself."""

    IMPORT = "import"
    EXPORT = "export"
    LIBRARY = "library"
    BACKUP = "backup"


_FIRST: Final = {
    Errand.IMPORT: _Location.DownloadLocation,
    Errand.EXPORT: _Location.DocumentsLocation,
    Errand.LIBRARY: _Location.DocumentsLocation,
    Errand.BACKUP: _Location.DocumentsLocation,
}


def folder_for(errand: Errand, settings: Settings | None) -> Path:
    """Return the folder where one looked last for ``errand``; at first Downloads or Documents."""
    kept = settings.text(f"folder/{errand.value}") if settings is not None else ""
    if kept and Path(kept).is_dir():
        return Path(kept)
    first = Path(QStandardPaths.writableLocation(_FIRST[errand]))
    return first if first.is_dir() else Path.home()


def keep_folder(errand: Errand, settings: Settings | None, folder: Path) -> None:
    """Remember where one looked."""
    if settings is not None:
        settings.put(f"folder/{errand.value}", str(folder))


class FileDialog(QFileDialog):
    """A file dialog that begins in the folder of its errand and remembers the one it ends in.

    ``fileSelected`` and ``filesSelected`` carry what a person agreed to. It frees itself.
    """

    def __init__(
        self,
        parent: QWidget,
        title: str,
        errand: Errand,
        settings: Settings | None = None,
    ) -> None:
        super().__init__(parent, title, str(folder_for(errand, settings)))
        self._errand = errand
        self._settings = settings
        for label, text in (
            (QFileDialog.DialogLabel.LookIn, _("位置：")),
            (QFileDialog.DialogLabel.FileName, _("文件名：")),
            (QFileDialog.DialogLabel.FileType, _("文件类型：")),
            (QFileDialog.DialogLabel.Reject, _("取消")),
        ):
            self.setLabelText(label, text)
        # Otherwise all endings of a kind, dozens of them, stand in the list of kinds.
        self.setOption(QFileDialog.Option.HideNameFilterDetails)
        self._lay_out()
        self.filesSelected.connect(self._remember)
        self.finished.connect(self.deleteLater)

    def ask_folder(self) -> None:
        """Ask for a folder."""
        self.setFileMode(QFileDialog.FileMode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        self.setLabelText(QFileDialog.DialogLabel.Accept, _("选择"))
        self.open()

    def ask_files(self, filters: Sequence[str], *, several: bool = False) -> None:
        """Ask for one file that is there, or for ``several``."""
        mode = QFileDialog.FileMode.ExistingFiles if several else QFileDialog.FileMode.ExistingFile
        self.setFileMode(mode)
        self.setNameFilters(filters)
        self.setLabelText(QFileDialog.DialogLabel.Accept, _("打开"))
        self.open()

    def ask_target(self, suggested: str, filters: Sequence[str], suffix: str) -> None:
        """Ask where a file shall go; ``suggested`` is a name, or a path in the folder to begin with."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self.setNameFilters(filters)
        self.setDefaultSuffix(suffix)
        path = Path(suggested)
        if path.parent.is_dir() and path.is_absolute():
            self.setDirectory(str(path.parent))
        self.selectFile(path.name)
        self.setLabelText(QFileDialog.DialogLabel.Accept, _("保存"))
        self.open()

    def _lay_out(self) -> None:
        """Show sizes and dates whole and names as far as there is room, where the dialog is Qt's own."""
        files = self.findChild(QTreeView, "treeView")
        if files is None:
            return
        self.resize(self.size().expandedTo(_SIZE))
        header = files.header()
        header.hideSection(_TYPE_COLUMN)
        header.setSectionResizeMode(0, _Resize.Stretch)
        for column in (_SIZE_COLUMN, _DATE_COLUMN):
            header.setSectionResizeMode(column, _Resize.ResizeToContents)
        for button in self.findChildren(QPushButton):
            button.setIcon(QIcon())

    @Slot(list)
    def _remember(self, paths: list[str]) -> None:
        if paths:
            keep_folder(self._errand, self._settings, Path(paths[0]).parent)
