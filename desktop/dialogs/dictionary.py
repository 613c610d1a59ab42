"""The words a person added to the lexicon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QWidget

from corpus.language import translate as _
from corpus.library.core.settings import user_words
from desktop.operations.facts import keep_word, remove_word
from desktop.widgets import EmptyState, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog

if TYPE_CHECKING:
    from desktop.services.context import Context


class DictionaryDialog(Dialog):
    """A list of words with a field to add one."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(_("用户词典"), parent, width=420, enter_finishes=False)
        self._context = context
        self.body.addWidget(
            TextLabel(_("加进来的词在检索和分词时当作一个整体，如新平台的名字。"), "second", wrap=True)
        )
        row = QHBoxLayout()
        self._field = QLineEdit()
        self._field.setAccessibleName(_("新词"))
        self._field.setPlaceholderText(_("新词"))
        self._field.returnPressed.connect(self._add)
        add = QuietButton(_("添加"), context.theme, "plus")
        add.clicked.connect(self._add)
        row.addWidget(self._field, 1)
        row.addWidget(add)
        self.body.addLayout(row)
        self._list = QListWidget()
        self._list.setAccessibleName(_("用户词典"))
        self._list.itemSelectionChanged.connect(self._show_delete)
        self._none = EmptyState(context.theme, _("还没有自己的词：写在上面，按回车加进来。"), icon="book")
        for place in (self._list, self._none):
            place.setMinimumHeight(220)
            self.body.addWidget(place)
        self._delete = QuietButton(_("删除"), context.theme, "trash")
        self._delete.clicked.connect(self._remove)
        self.add_button(self._delete, first=True)
        self.add_closing(_("完成"))
        self._fill()

    def _fill(self) -> None:
        self._list.clear()
        for entry in user_words(self._context.library):
            self._list.addItem(entry.word)
        self._list.setVisible(self._list.count() > 0)
        self._none.setVisible(self._list.count() == 0)
        self._show_delete()

    @Slot()
    def _show_delete(self) -> None:
        self._delete.setEnabled(bool(self._list.selectedItems()))

    @Slot()
    def _add(self) -> None:
        word = self._field.text().strip()
        if word:
            self._field.clear()
            self._context.operations.run(self, keep_word(word), self._on_changed)

    @Slot()
    def _remove(self) -> None:
        for item in self._list.selectedItems():
            self._context.operations.run(self, remove_word(item.text()), self._on_changed)

    def _on_changed(self, _result: object) -> None:
        self._fill()
