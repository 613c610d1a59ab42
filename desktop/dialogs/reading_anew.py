"""重新读取: a file read anew from the original in the library, in the encoding a person chooses."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QWidget

from corpus.importing.table import READERS
from corpus.language import translate as _
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.choice import Choice
from desktop.widgets.frames.dialog import Dialog

if TYPE_CHECKING:
    from corpus.model.article import ArticleSummary
    from desktop.services.context import Context


def encodings() -> list[tuple[str, str]]:
    """Return the encodings to choose from with what they are called."""
    return [
        ("utf-8", "UTF-8"),
        ("gb18030", _("GB18030、GBK（简体）")),
        ("big5hkscs", _("Big5（繁体）")),
        ("utf-16", "UTF-16"),
        ("shift_jis", _("Shift_JIS（日文）")),
        ("euc-kr", _("EUC-KR（韩文）")),
        ("cp1252", _("Windows-1252（西文）")),
    ]


class ReadingAnew(QObject):
    """Asks how the file of an article is to be read anew, and has the worker do it."""

    def __init__(self, context: Context, beside: QWidget) -> None:
        super().__init__(beside)
        self._context, self._beside = context, beside

    def ask(self, article: ArticleSummary) -> None:
        """Ask for an article's file."""
        suffix = "." + article.path.rpartition(".")[2].lower()
        encoded = suffix not in READERS or READERS[suffix].encoded
        dialog = ReadingAnewDialog(article.name, self._beside.window(), encoded=encoded)
        dialog.given.connect(partial(self._read, article))
        dialog.open()

    def _read(self, article: ArticleSummary, encoding: str) -> None:
        arguments = {"source": article.source, "encoding": encoding}
        name = _("重新读取：{title}", title=article.name)
        self._context.worker.run("read_anew", arguments, name, self._tell)

    def _tell(self, report: Mapping[str, Any]) -> None:
        count = sum(len(source["articles"]) for source in report["sources"])
        told = _("已从原件重新读取 {n} 篇文章，批注按原句找回了位置。", n=count)
        self._context.notices.tell(told, _("撤销"), partial(self._take_back, report["batch"]), "good")

    def _take_back(self, batch: str) -> None:
        self._context.worker.run("undo_import", {"batch": batch}, _("撤销重新读取"), self._tell_back)

    def _tell_back(self, _undone: object) -> None:
        self._context.notices.tell(_("已恢复重新读取以前的文字。"), tone="good")


class ReadingAnewDialog(Dialog):
    """``given`` carries the encoding chosen, empty where it is to be found."""

    given = Signal(str)

    def __init__(self, title: str, parent: QWidget, *, encoded: bool) -> None:
        super().__init__(_("重新读取原件"), parent, width=460)
        about = _(
            "用现在的读取器把《{title}》的原件再读一遍，当作更正过的文件：编号、批注和著录都在，可以撤销。",
            title=title,
        )
        self.body.addWidget(TextLabel(about, "second", wrap=True))
        self.encoding = Choice(_("自动识别"), self, width=240)
        self.encoding.set_values(encodings())
        self.encoding.setAccessibleName(_("文字编码"))
        if encoded:
            form = QFormLayout()
            form.addRow(_("文字编码"), self.encoding)
            self.body.addLayout(form)
        else:
            self.encoding.hide()
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.confirm = PrimaryButton(_("重新读取"))
        self.confirm.clicked.connect(self._on_confirmed)
        self.add_button(cancel)
        self.add_button(self.confirm)

    @Slot()
    def _on_confirmed(self) -> None:
        self.given.emit(self.encoding.value)
        self.accept()
