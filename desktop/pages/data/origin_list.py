"""首见于 and 转引自: who said a figure first, who repeated it, who says it independently."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import SignalInstance, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.knowledge.comparing.origin import OriginLink, Role
from corpus.language import translate as _
from corpus.language.phrases import according_to, titled, with_file
from desktop.theme import ThemeManager
from desktop.widgets import TextLabel
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementStyle

_BESIDE: Final = 14
"""What is free beside the word before a statement, in pixels."""


class OriginList(QWidget):
    """Lists the statements of one figure by date; a click goes to the sentence, told to ``opened``."""

    def __init__(
        self,
        theme: ThemeManager,
        chain: Sequence[OriginLink],
        opened: SignalInstance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        own = sum(link.role is not Role.REPEATED for link in chain)
        heading = _("= 相互印证：{n} 处独立说法", n=own) if own > 1 else _("同一说法的来龙去脉")
        title = TextLabel(heading, "strong")
        title.setProperty("tone", "celadon" if own > 1 else "")
        column.addWidget(title)
        width = max(map(title.fontMetrics().horizontalAdvance, _leads().values())) + _BESIDE
        rows = StatementList(theme, heading, whole=True, style=StatementStyle(lead=width))
        rows.setObjectName("boxed")
        rows.set_statements([_statement(link) for link in chain])
        rows.opened.connect(self._open)
        column.addWidget(rows)

    @Slot(object)
    def _open(self, figure: str) -> None:
        self._opened.emit(figure)


def _leads() -> dict[Role, str]:
    return {Role.FIRST: _("首见于"), Role.REPEATED: _("转引"), Role.INDEPENDENT: _("另说")}


def _statement(link: OriginLink) -> Statement:
    stated = link.stated
    lead = _leads()[link.role]
    title = with_file(titled(stated.title), stated.file)
    told = [stated.date or _("日期未知"), according_to(stated.source) if stated.source else ""]
    return Statement(
        title, " · ".join(part for part in told if part), lead=lead, quote=stated.sentence,
        source=title, payload=stated.figure,
    )  # fmt: skip
