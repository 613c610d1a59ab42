"""查找 in the text at hand: every place at once, literal, folding width and case when nothing else matches."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from corpus.language import translate as _
from corpus.model.span import Span
from desktop.theme import ThemeManager
from desktop.widgets import IconButton, SearchField, TextLabel


def find_all(text: str, wanted: str) -> tuple[Span, ...]:
    """Return every place of ``wanted``, overlapping ones included; case and width make no difference."""
    sought = _folded(wanted)
    if not sought.strip():
        return ()
    folded = _folded(text)
    places = []
    at = folded.find(sought)
    while at >= 0:
        places.append(Span(at, at + len(sought)))
        at = folded.find(sought, at + 1)
    return tuple(places)


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    """Return ``text`` in half width and lower case, character for character."""
    if text.isascii():
        return text.lower()
    # A long text has few different characters: each is folded once.
    return text.translate({ord(character): _fold(character) for character in set(text)})


def _fold(character: str) -> str:
    narrow = unicodedata.normalize("NFKC", character).lower() if character > "\u3000" else character.lower()
    return narrow if len(narrow) == 1 else character


class FindBar(QFrame):
    """A field with the count of places; ``sought`` while typing, ``stepped`` by -1 or +1, ``closed``."""

    sought = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(6)
        self.field = SearchField(theme, _("在本文中查找"), self)
        self.field.setMaximumWidth(360)
        self.count = TextLabel("", "second")
        back = IconButton(theme, "chevron-up", _("上一处"), self, size=16)
        on = IconButton(theme, "chevron-down", _("下一处"), self, size=16)
        close = IconButton(theme, "close", _("关闭（Esc）"), self, size=16)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addWidget(back)
        row.addWidget(on)
        row.addStretch(1)
        row.addWidget(close)
        self.field.edited.connect(self.sought)
        self.field.submitted.connect(self._on_submitted)
        self.field.moved.connect(self.stepped)
        self.field.escaped.connect(self.closed)
        back.clicked.connect(self._back)
        on.clicked.connect(self._on)
        close.clicked.connect(self.closed)
        self.hide()

    def open(self, text: str) -> None:
        """Show the bar with ``text`` in it (a selection), ready to be typed over."""
        self.show()
        if text:
            self.put(text)
        self.field.selectAll()
        self.field.setFocus()
        if self.field.text():
            self.sought.emit(self.field.text())

    def put(self, text: str) -> None:
        """Write ``text`` into the field without asking for it to be sought."""
        self.field.show_text(text)

    def show_found(self, total: int) -> None:
        """Offer the places a search of the library found; one place alone is not walked through."""
        self.put("")
        self.tell(0, total)
        self.setVisible(total > 1)

    def tell(self, number: int, total: int) -> None:
        """Say which of how many places is shown; 0 of 0 when nothing was found.

        With nothing in the field the places are those of a search of the library.
        """
        if not self.field.text():
            told = _("检索所得：第 {number} / {total} 处", number=number, total=total)
            self.count.setText(told if number else _("检索所得：{n} 处", n=total) if total else "")
        elif total:
            self.count.setText(_("第 {number} / {total} 处", number=number, total=total))
        else:
            self.count.setText(_("没有找到"))

    @Slot(str)
    def _on_submitted(self, _text: str) -> None:
        self.stepped.emit(1)

    @Slot()
    def _back(self) -> None:
        self.stepped.emit(-1)

    @Slot()
    def _on(self) -> None:
        self.stepped.emit(1)
