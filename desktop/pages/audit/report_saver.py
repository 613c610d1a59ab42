"""What a check found, saved as a report to hand on."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.library import shapes
from desktop.export.export_choices import FORMATS, file_name
from desktop.export.exported import open_folder
from desktop.widgets.fields.file_dialog import Errand, FileDialog, folder_for

if TYPE_CHECKING:
    from corpus.library.checking.audited import CheckedPaper
    from desktop.services.context import Context

_KINDS: Final = ("docx", "html", "md")


class ReportSaver(QObject):
    """Asks where the report of a check shall go and has the worker write it."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page
        self._checked: CheckedPaper | None = None

    def ask(self, checked: CheckedPaper) -> None:
        """Ask for a file."""
        self._checked = checked
        name = file_name(_("{name} 核对", name=Path(checked.name).stem), _KINDS[0])
        suggested = str(folder_for(Errand.EXPORT, self._context.settings) / name)
        dialog = FileDialog(self._page, _("保存到"), Errand.EXPORT, self._context.settings)
        dialog.fileSelected.connect(self.save)
        dialog.ask_target(suggested, tuple(f"{_(FORMATS[kind])} (*.{kind})" for kind in _KINDS), _KINDS[0])

    @Slot(str)
    def save(self, path: str) -> None:
        """Have the report written to ``path``; its suffix says in which format."""
        if self._checked is None:
            return
        out = Path(path)
        asked = {
            "name": self._checked.name,
            "entries": [shapes.audit_entry(one) for one in self._checked.entries],
            "out": path,
            "format": out.suffix.lstrip(".").lower() or _KINDS[0],
            "labels": report_labels(),
            "created": date.today().isoformat(),  # noqa: DTZ011 - a date as people write it, where they are
        }
        done = partial(self._tell, out)
        self._context.worker.run("audit_report", asked, _("导出核对结果"), done, writes=False)

    def _tell(self, out: Path, _written: object) -> None:
        told = _("核对结果已存为“{name}”", name=out.name)
        self._context.notices.tell(told, _("打开所在文件夹"), partial(open_folder, out), "good")
