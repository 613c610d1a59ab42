"""What stands above the notes of one tag: its name, what is tagged so, the tags that go with it, and renaming it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.phrases import with_aside
from corpus.library.core.library import Library
from corpus.library.reading.articles import count_articles
from corpus.model.collection import Scope
from corpus.store.articles.query import ArticleQuery
from corpus.store.notes.query import NoteQuery
from corpus.text.sounds import commonest_first
from desktop.dialogs.text_prompt import TextPrompt
from desktop.operations.several_notes import rename_tag
from desktop.reader.selection.note_editor import tags_typed
from desktop.services.context import Context
from desktop.services.targets import DocumentsTarget, NotesTarget, PlaceKind, ShelfPlace
from desktop.widgets import Chip, FlowLayout, LinkButton, QuietButton, TextLabel
from desktop.widgets.read_only import only_where_writable

_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class _Tagged:
    """How much carries a tag, and the tags that stand beside it with how often."""

    notes: int
    articles: int
    beside: Sequence[tuple[str, int]]


class TagHead(QFrame):
    """Hidden where no tag is asked for."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._context = context
        self.tag = ""
        self.name = TextLabel("", "title")
        self.told = TextLabel("", "second")
        self.articles = LinkButton("")
        self.articles.clicked.connect(self._on_articles)
        self.rename_button = QuietButton(_("改标签名…"), context.theme, "pencil")
        self.rename_button.clicked.connect(self._on_rename)
        only_where_writable(context.library, self.rename_button)
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (self.name, self.told, self.articles):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.rename_button)
        self.beside = FlowLayout(spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(8)
        column.addLayout(line)
        column.addLayout(self.beside)
        self.hide()

    def show_tag(self, tag: str, scope: Scope) -> None:
        """Show what carries a tag in a scope, or nothing where it is empty."""
        if tag != self.tag:
            self.tag = tag
            self.name.setText(f"#{tag}")
        self.setVisible(bool(tag))
        if tag:
            work = partial(_read, self._context.library, tag, scope)
            self._context.tasks.run(self, work, partial(self._show, tag), lane="tag")

    def _show(self, tag: str, tagged: _Tagged) -> None:
        if tag != self.tag:
            return
        self.told.setText(_("{n} 条批注", n=tagged.notes))
        self.articles.setText(_("{n} 篇文章", n=tagged.articles))
        self.articles.setVisible(bool(tagged.articles))
        while self.beside.count():
            item = self.beside.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.deleteLater()
        for other, count in tagged.beside[:_MOST]:
            chip = Chip(with_aside(f"#{other}", count), self)
            chip.setProperty("tag", other)
            chip.setToolTip(_("同在一条批注里 {n} 次", n=count))
            chip.clicked.connect(self._on_other)
            self.beside.addWidget(chip)
            chip.show()
        self.updateGeometry()

    @Slot()
    def _on_other(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._context.navigator.go(NotesTarget(tag=str(chip.property("tag"))))

    @Slot()
    def _on_articles(self) -> None:
        self._context.navigator.go(DocumentsTarget(place=ShelfPlace(PlaceKind.TAG, self.tag)))

    @Slot()
    def _on_rename(self) -> None:
        told = _("已有同名标签时，两个标签合而为一。只改批注的标签，不改文章的。")
        prompt = TextPrompt(_("改标签名"), told, self.window(), text=self.tag, confirm=_("改名"))
        prompt.given.connect(partial(self._take_name, prompt))
        prompt.open()

    def _take_name(self, prompt: TextPrompt, typed: str) -> None:
        name = "".join(tags_typed(typed))
        if not name:
            prompt.tell(_("请写下标签名"))
            return
        if name == self.tag:
            prompt.accept()
        else:
            prompt.write(self._context.operations, rename_tag(self.tag, name), partial(self._go_on, name))

    def _go_on(self, name: str, _done: object) -> None:
        self._context.navigator.go(NotesTarget(tag=name))


def _read(library: Library, tag: str, scope: Scope) -> _Tagged:
    query = NoteQuery(scope, tag=tag)
    store = library.store.annotations
    beside = commonest_first(one for one in store.tags_beside(query) if one[0] != tag)
    return _Tagged(store.count(query), count_articles(library, ArticleQuery(scope, tag=tag)), beside)
