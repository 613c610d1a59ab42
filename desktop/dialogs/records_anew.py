"""重新读取著录: what today's readers would say of records read before, taken where a person nods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from corpus.language import translate as _
from corpus.language.record_changes import record_changes
from desktop.operations.records import take_anew
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.line_list import LineList

if TYPE_CHECKING:
    from desktop.services.context import Context

_PLACE: Final = Qt.ItemDataRole.UserRole


class RecordsAnew(QObject):
    """Has the worker read records anew, shows what it reads otherwise and takes what is nodded to."""

    def __init__(self, context: Context, beside: QWidget) -> None:
        super().__init__(beside)
        self._context, self._beside = context, beside

    def ask(self, articles: Sequence[str] = ()) -> None:
        """Read the records of some articles anew, or of all."""
        self._context.worker.run(
            "records_anew", {"articles": list(articles)}, _("重新读取著录"), self._show, writes=False
        )

    def _show(self, found: Sequence[Mapping[str, Any]]) -> None:
        if not found:
            self._context.notices.tell(_("著录按现在的规则读来都一样。"), tone="good")
            return
        dialog = RecordsAnewDialog(found, self._beside.window())
        dialog.given.connect(partial(self._take, dialog))
        dialog.open()

    def _take(self, dialog: RecordsAnewDialog, chosen: Sequence[Mapping[str, Any]]) -> None:
        dialog.accept()
        if chosen:
            self._context.operations.run(self, take_anew({one["article"]: one["now"] for one in chosen}))


class RecordsAnewDialog(Dialog):
    """A line for each article with its changes; ``given`` carries those that stay ticked."""

    given = Signal(object)

    def __init__(self, found: Sequence[Mapping[str, Any]], parent: QWidget) -> None:
        super().__init__(_("重新读取著录"), parent, width=640)
        self._found = found
        told = _("{n} 篇文章的著录现在读来不同。手工填写和认可过的都不变。", n=len(found))
        self.body.addWidget(TextLabel(told, "second", wrap=True))
        self._list = LineList(_("重新读取著录"), least=260)
        for place, one in enumerate(found):
            text = "\n".join([one["title"], *record_changes(one["fields"])])
            item = QListWidgetItem(text, self._list)
            item.setData(_PLACE, place)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self.body.addWidget(self._list)
        close = QuietButton(_("取消"))
        close.clicked.connect(self.reject)
        take = PrimaryButton(_("采用勾选的"))
        take.clicked.connect(self._give)
        self.add_button(close)
        self.add_button(take)

    @Slot()
    def _give(self) -> None:
        items = [self._list.item(row) for row in range(self._list.count())]
        self.given.emit(
            [self._found[one.data(_PLACE)] for one in items if one.checkState() is Qt.CheckState.Checked]
        )
