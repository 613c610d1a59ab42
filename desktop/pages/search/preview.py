"""The preview beside the hits: the place chosen with its context, read while the list keeps the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.phrases import page_name, titled, with_file
from corpus.library.finding.passage import Paragraph, Passage
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.text.line_signs import behind_signs
from desktop.services.context import Context
from desktop.theme.fonts import scaled
from desktop.widgets import EmptyState, FlowLayout, QuietButton, ScrollColumn, TextLabel
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementStyle
from desktop.widgets.read_only import only_where_writable

LEAST = 340
"""Pixels the preview takes at least, at letters of 100 %."""
_LINES = 60
"""Lines of a paragraph shown at most: more than what is kept of one has in the narrowest preview."""


class HitPreview(ScrollColumn):
    """Shows one place read-only: its source, what can be done with it, and three paragraphs with all marks lit."""

    opened = Signal(object)
    """A place is to be opened in the reader."""
    put = Signal(object)
    """A place is to go into the draft."""
    copied = Signal(object)
    """The sentence of a place (``Passage``) is to be copied with its source."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(720, parent, margin=16)
        self.setObjectName("preview")
        self.setAccessibleName(_("原文预览"))
        self.passage: Passage | None = None
        self._theme = context.theme
        self.column.setSpacing(8)
        self.empty = EmptyState(context.theme, _("选一处结果，这里给出它的上下文。"), icon="text")
        self.title = TextLabel("", "strong", wrap=True)
        self.source = TextLabel("", "second", wrap=True)
        self.open_button = QuietButton(_("打开"), context.theme, "book")
        self.put_button = QuietButton(_("加入文稿"), context.theme, "draft-add")
        self.copy_button = QuietButton(_("复制引文"), context.theme, "copy-quote")
        self.text = StatementList(
            context.theme,
            _("原文与上下文"),
            whole=True,
            style=StatementStyle(lines=_LINES, size=15, side=8, ruled=False),
        )
        self.text.setObjectName("boxed")
        self._tools = QWidget()
        line = FlowLayout(self._tools, spacing=8)
        for button in (self.open_button, self.put_button, self.copy_button):
            line.addWidget(button)
        only_where_writable(context.library, self.put_button)
        for widget in (self.empty, self.title, self.source, self._tools, self.text):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.open_button.clicked.connect(self._open)
        self.put_button.clicked.connect(self._put)
        self.copy_button.clicked.connect(self._copy)
        self.text.opened.connect(self.opened)
        self.setMinimumWidth(scaled(LEAST))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would be here: no place is chosen, or its article is gone."""
        self.passage = None
        self._show_parts(shown=False)

    def show_passage(self, passage: Passage, marks: Sequence[Span]) -> None:
        """Show a place with its context; ``marks`` are what was found in its article, in its clean text."""
        same = self.passage is not None and self.passage.place == passage.place
        at = self.verticalScrollBar().value() if same else 0
        self.passage = passage
        place, where = passage.place, passage.where
        self.title.setText(with_file(titled(place.title), where.file))
        told = (passage.author, passage.publisher, where.date, where.chapter, page_name(place.page))
        self.source.setText(" · ".join(dict.fromkeys(part for part in told if part)))
        self.source.setVisible(any(told))
        self.text.set_statements([_statement(one, place, marks) for one in passage.paragraphs])
        self.text.setCurrentIndex(self.text.statements.index(passage.at, 0))
        self._show_parts(shown=True)
        self.verticalScrollBar().setValue(at)

    def _show_parts(self, *, shown: bool) -> None:
        self.empty.setVisible(not shown)
        for widget in (self.title, self.source, self._tools, self.text):
            widget.setVisible(shown)

    @Slot()
    def _open(self) -> None:
        if self.passage is not None:
            self.opened.emit(self.passage.place)

    @Slot()
    def _put(self) -> None:
        if self.passage is not None:
            self.put.emit(self.passage.place)

    @Slot()
    def _copy(self) -> None:
        if self.passage is not None:
            self.copied.emit(self.passage)


def _statement(one: Paragraph, place: Place, marks: Sequence[Span]) -> Statement:
    """Return a paragraph as it is shown: without the sign of a list, what is found in it marked."""
    lit = [mark for mark in marks if mark.overlaps(one.span)]
    inside = [
        (max(mark.start, one.span.start) - one.span.start, min(mark.end, one.span.end) - one.span.start)
        for mark in lit
    ]
    text, found = behind_signs(one.text, inside)
    front = "…" if one.torn[0] else ""
    moved = tuple((start + len(front), end + len(front)) for start, end in found)
    return Statement(f"{front}{text}{'…' if one.torn[1] else ''}", marks=moved, payload=place)
