"""Highlights made in other programs, taken in from a file a person chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from desktop.services.targets import NotesTarget
from desktop.widgets.fields.file_dialog import Errand, FileDialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.services.context import Context


class HighlightImport(QObject):
    """Asks for a file and has the worker take its highlights in."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def ask(self) -> None:
        """Ask for a file."""
        dialog = FileDialog(self._window, _("导入批注"), Errand.IMPORT, self._context.settings)
        dialog.fileSelected.connect(self.take)
        kinds = _("批注文件（微信读书、Zotero、Kindle、PDF、JSON-LD）")
        dialog.ask_files((f"{kinds} (*.txt *.md *.html *.json *.jsonld *.pdf)",))

    @Slot(str)
    def take(self, path: str) -> None:
        """Take the highlights of a file in and tell how many found their place."""
        name = Path(path).name
        title = _("导入批注：{name}", name=name)
        self._context.worker.run("import_annotations", {"path": path}, title, partial(self._tell, name))

    def _tell(self, name: str, told: Mapping[str, Any]) -> None:
        added, adrift = told["added"], told["adrift"]
        said = _("从“{name}”导入 {n} 条批注，已有 {known} 条", name=name, n=added, known=told["known"])
        if adrift:
            said += _("；{n} 条待定位", n=adrift)
        go = partial(self._context.navigator.go, NotesTarget(lost=bool(adrift)))
        self._context.notices.tell(said, _("查看"), go, "good")
