"""What the page of searches offers while nothing is asked: the latest searches, and ways to ask nobody guesses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate
from desktop.widgets import EmptyState, LinkButton, TextLabel
from desktop.widgets.frames.scroll import ScrollColumn, empty
from desktop.wording.shortening import shortened

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.library.finding.search import SearchRequest
    from desktop.services.context import Context


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


WAYS: Final = (
    ("“网络零售额”", _("引号里的话一字不差")),
    ("社交电商 NEAR/20 增长", _("两个词相隔不过二十字")),
    ("标题:电商 用户", _("只在标题有这个词的文献里找")),
    ("年份:2018..2019 零售额", _("只在这几年的文献里找")),
    ("零售额 -网络", _("有前一个词，没有后一个")),
)
"""Queries that find something in the built-in pack, and what each asks for."""
RECENT: Final = 5


class Beginnings(ScrollColumn):
    """``chosen`` carries a search made before, ``tried`` the words of a query."""

    chosen = Signal(object)
    tried = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, margin=0)
        self._context = context
        self._recent: tuple[SearchRequest, ...] = ()
        self._ways, self._before = _grid(), _grid()
        told = EmptyState(
            context.theme, translate(_("输入词、句子或数字，每一处都会列出来。")), icon="search"
        )
        lines = QVBoxLayout()
        lines.addLayout(self._ways)
        lines.addLayout(self._before)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(lines)
        middle.addStretch(1)
        self.column.addWidget(told)
        self.column.addLayout(middle)
        self.column.addStretch(1)
        self._head(self._ways, translate(_("还可以这样找")))
        for text, meant in WAYS:
            self._line(self._ways, text, -1)
            self._ways.addWidget(TextLabel(translate(meant), "second"), self._ways.rowCount() - 1, 1)

    def renew(self) -> None:
        """Read the latest searches."""
        work = partial(_latest, self._context.library)
        self._context.tasks.run(self, work, self._show, lane="latest-searches")

    def _show(self, recent: Sequence[SearchRequest]) -> None:
        """Show the latest searches below the ways to ask, which stay where they are."""
        if tuple(recent) == self._recent:
            return
        self._recent = tuple(recent)
        empty(self._before)
        if recent:
            self._head(self._before, translate(_("最近检索")))
        for number, request in enumerate(recent):
            self._line(self._before, shortened(request.text), number)

    def _head(self, grid: QGridLayout, words: str) -> None:
        head = TextLabel(words, "small")
        head.setContentsMargins(0, 12, 0, 0)
        grid.addWidget(head, grid.rowCount(), 0, 1, 2)

    def _line(self, grid: QGridLayout, text: str, number: int) -> None:
        link = LinkButton(text)
        link.setProperty("number", number)
        link.clicked.connect(self._on_link)
        grid.addWidget(link, grid.rowCount(), 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_link(self) -> None:
        link = self.sender()
        if isinstance(link, LinkButton):
            number = int(link.property("number"))
            if number < 0:
                self.tried.emit(link.text())
            else:
                self.chosen.emit(self._recent[number])


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    return grid


def _latest(library: Library) -> tuple[SearchRequest, ...]:
    from corpus.library.finding.search_history import recent_searches

    return recent_searches(library, RECENT)
