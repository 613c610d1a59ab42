"""Finding one note or article by a few of its words: a field and the first that fit below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.library.core.library import Library
from corpus.library.notes.linking import notes_to_link
from corpus.library.reading.articles import article_page
from corpus.store.articles.query import ArticleQuery
from desktop.reader.note_rows import note_row
from desktop.services.context import Context
from desktop.widgets import PrimaryButton, QuietButton, SearchField, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import Row

FIRST: Final = 30
Find = Callable[[Library, str], Sequence[Row]]


class FinderDialog(Dialog):
    """``found`` carries the key of the row chosen; ``find`` returns the first rows for what is typed."""

    found = Signal(str)

    def __init__(self, context: Context, title: str, about: str, find: Find, parent: QWidget) -> None:
        super().__init__(title, parent, width=560)
        self._context = context
        self._find = find
        self.body.addWidget(TextLabel(about, "second", wrap=True))
        self.field = SearchField(context.theme, _("输入几个字查找"), self)
        self.field.edited.connect(self._read)
        self.field.moved.connect(self._on_moved)
        self.field.submitted.connect(self._on_chosen)
        self.rows = RowList(context.theme, title, self, lines=(2, 1))
        self.rows.setMinimumHeight(300)
        self.rows.doubleClicked.connect(self._on_chosen)
        self.body.addWidget(self.field)
        self.body.addWidget(self.rows, 1)
        cancel, self.take = QuietButton(_("取消")), PrimaryButton(_("选定"))
        cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._on_chosen)
        self.take.setEnabled(False)
        self.add_button(cancel)
        self.add_button(self.take)
        self._read()
        self.field.setFocus()

    @Slot()
    def _read(self) -> None:
        work = partial(self._find, self._context.library, self.field.text().strip())
        self._context.tasks.run(self, work, self._show, lane="finder")

    def _show(self, rows: Sequence[Row]) -> None:
        self.rows.set_rows(rows)
        if rows and not self.rows.current_key():
            self.rows.choose(rows[0].key)
        self.take.setEnabled(bool(rows))

    @Slot(int)
    def _on_moved(self, by: int) -> None:
        count = self.rows.row_model.rowCount()
        if count:
            place = (self.rows.currentIndex().row() + by) % count
            self.rows.setCurrentIndex(self.rows.row_model.index(place))

    @Slot()
    def _on_chosen(self) -> None:
        key = self.rows.current_key()
        if key:
            self.found.emit(key)
            self.accept()


def articles_found(library: Library, words: str) -> Sequence[Row]:
    """Return the first articles with some words in what is known of them."""
    found = article_page(library, ArticleQuery(text=words), 0, FIRST)
    return [Row(one.id, one.name, footer=one.metadata.publisher or one.metadata.author) for one in found]


def notes_found(library: Library, words: str, without: str) -> Sequence[Row]:
    """Return the first notes with some words, the latest changed first, but for one."""
    return [note_row(one) for one in notes_to_link(library, words, without, FIRST)]
