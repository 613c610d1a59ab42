"""Below a note: the notes it leads to and those that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.core.views import AnnotationView
from corpus.library.notes.linking import NoteLinks, name_of, note_links
from desktop.services.context import Context
from desktop.widgets import LinkButton, QuietButton, TextLabel
from desktop.wording.sources import titled_note

_MOST = 5
"""Links shown of a kind; of more their number is told."""


class NoteLinksPanel(QWidget):
    """``wanted`` asks for a note to link to; ``went`` carries the id of the one to go to."""

    wanted = Signal()
    went = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._note = ""
        self._shown = NoteLinks()
        self.add = QuietButton(_("链接批注…"), context.theme, "link")
        self.add.setToolTip(_("也可以在批注里输入 [["))
        self.add.clicked.connect(self.wanted)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, 0)
        column.addLayout(self._rows)

    def show_note(self, note_id: str) -> None:
        """Show the links of another note, or of the same as it is now."""
        if note_id != self._note:
            self._note = note_id
            self._show(note_id, NoteLinks())
        if note_id:
            work = partial(note_links, self._context.library, note_id)
            self._context.tasks.run(self, work, partial(self._show, note_id), lane="note links")

    def _show(self, note_id: str, links: NoteLinks) -> None:
        if note_id != self._note or (links == self._shown and self._rows.count()):
            return
        self._shown = links
        while self._rows.count():
            item = self._rows.takeAt(0)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.deleteLater()
        self._add(_("链接到"), links.to)
        self._add(_("被这些批注链接"), links.back)

    def _add(self, told: str, views: Sequence[AnnotationView]) -> None:
        if not views:
            return
        head = TextLabel(told, "small")
        head.setContentsMargins(0, 10, 0, 0)
        self._rows.addWidget(head)
        for view in views[:_MOST]:
            button = LinkButton(name_of(view), self)
            button.setToolTip(titled_note(view))
            button.setProperty("note", view.annotation.id)
            button.clicked.connect(self._on_link)
            self._rows.addWidget(button)
        if len(views) > _MOST:
            self._rows.addWidget(TextLabel(_("等 {n} 条", n=len(views)), "faint"))

    @Slot()
    def _on_link(self) -> None:
        button = self.sender()
        if isinstance(button, LinkButton):
            self.went.emit(str(button.property("note")))
