from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from corpus.knowledge.comparing.origin import StatedFigure, chain_of
from desktop.pages.data.origin_list import OriginList
from desktop.widgets.lists.statement_list import StatementList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.theme import ThemeManager


class _Hearing(QObject):
    opened = Signal(str)


def test_statements_of_articles_of_one_title_are_told_apart_by_their_files(
    theme: ThemeManager, qtbot: QtBot
) -> None:
    said = "2025年，云川省粮食产量达到310万吨，连续五年增长。"
    chain = chain_of(
        StatedFigure(file, file, "政府工作报告", date, said, file=file)
        for file, date in (("yunchuan-a", "2026-01-20"), ("yunchuan-b", "2026-01-21"))
    )
    hearing = _Hearing()
    listed = OriginList(theme, chain, hearing.opened)
    qtbot.addWidget(listed)
    rows = listed.findChildren(StatementList)[0].statements.statements
    assert ["yunchuan-a" in rows[0].text, "yunchuan-b" in rows[1].text] == [True, True]
