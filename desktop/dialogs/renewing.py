"""更新引文: an edited Word document whose citations are renewed into a new file, and what needs a look."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from desktop.export.exported import open_folder
from desktop.widgets import TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.services.context import Context


class Renewal(QObject):
    """Asks for a document and has the worker write it anew beside it."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window

    def ask(self) -> None:
        """Ask for a document."""
        dialog = FileDialog(self._window, _("更新引文"), Errand.EXPORT, self._context.settings)
        dialog.fileSelected.connect(self.renew)
        dialog.ask_files((f"{_('Word 文档（.docx）')} (*.docx)",))

    @Slot(str)
    def renew(self, path: str) -> None:
        """Renew a document into a new file beside it; the one given is left as it is."""
        given = Path(path)
        out = given.with_name(_("{name}（引文已更新）", name=given.stem) + ".docx")
        title = _("更新引文：{name}", name=given.name)
        done = partial(self._tell, out)
        self._context.worker.run("renew", {"path": path, "out": str(out)}, title, done, writes=False)

    def _tell(self, out: Path, told: Mapping[str, Any]) -> None:
        said = _("已更新 {n} 处引文、{m} 条文献：{path}", n=told["renewed"], m=told["entries"], path=out.name)
        self._context.notices.tell(said, _("打开所在文件夹"), partial(open_folder, out), "good")
        lines = list(concerns_of(told))
        if lines:
            RenewedDialog(out.name, lines, self._window).open()


class RenewedDialog(Dialog):
    """Lists the citations that need a person."""

    def __init__(self, name: str, lines: list[str], parent: QWidget) -> None:
        super().__init__(_("更新引文"), parent, width=520)
        told = _("“{name}”已写好。下面几处没有替您猜，请自己看一眼：", name=name)
        self.body.addWidget(TextLabel(told, "second", wrap=True))
        self.body.addWidget(LineList(_("更新引文"), lines), 1)
        self.add_closing()


def concerns_of(told: Mapping[str, Any]) -> list[str]:
    """Return a line for each citation that needs a person."""
    names = {
        "missing": _("文中少了"),
        "copied": _("文中有两份"),
        "edited": _("被改过，没有动"),
        "unknown": _("库中没有这篇文献，没有动"),
        "other_lists": _("还有一份参考文献表，没有动，请删去或并入"),
    }
    lines = [f"{name}  {one['text']}" for key, name in names.items() for one in told[key]]
    return [*lines, _("找不到参考文献表的位置，没有更新它。")] if told["list_missing"] else lines
