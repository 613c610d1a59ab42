"""A number and its unit stand on one line, wherever a line may end; no offset, mark or copied word changes for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from corpus.model.span import Span
from desktop.reader.text.document import ShownText
from desktop.reader.text.typography import ReadingStyle
from desktop.reader.text.view import TextView
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementDelegate
from desktop.wording.line_ends import JOINER, held, held_part, joints

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.theme import ThemeManager

TOLD = "2019年全县网上卖出12.5万亿元、 3.4 亿元和7 个百分点，走了18平方公里，用去2300余万美元，来的人有40万人次。"
WHOLE = ("2019年", "12.5万亿元", "3.4 亿元", "7 个", "18平方公里", "2300余万美元", "40万人次")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12.5亿元", "12.5|亿|元"), ("2018年", "2018|年"), ("3 亿元", "3_亿|元"), ("8.2%", "8.2%"),
        ("十亿元", "十亿元"), ("2018 小店", "2018 小店"), ("来了5家店", "来了5|家店"), ("第3章", "第3|章"),
        ("6.8千瓦时", "6.8|千|瓦|时"), ("", ""), ("12", "12"),
    ],
)  # fmt: skip
def test_what_is_held_together(text: str, shown: str) -> None:
    assert held(text).replace(JOINER, "|").replace("\u00a0", "_") == shown


@given(st.text("12 .亿元万平方公里年店余，", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_that_a_part_is_held_as_it_is_in_the_whole(text: str, one: int, other: int) -> None:
    part = Span(*sorted((min(one, len(text)), min(other, len(text)))))
    words, places = held_part(text, part)
    assert places == tuple(at for at in joints(text) if part.start < at <= part.end)
    assert words.replace(JOINER, "").replace("\u00a0", " ") == part.of(text)


def broken(layout: QTextLayout, text: str) -> set[str]:
    """Return what of ``WHOLE`` stands on two lines of the layout of a text."""
    lines = [layout.lineAt(n) for n in range(layout.lineCount())]
    ends = {line.textStart() + line.textLength() for line in lines[:-1]}
    cut = set()
    for one in WHOLE:
        shown = held(one)
        start = text.find(shown)
        if start >= 0 and any(start < end < start + len(shown) for end in ends):
            cut.add(one)
    return cut


def test_no_line_of_the_reader_ends_between_a_number_and_its_unit(theme: ThemeManager, qtbot: QtBot) -> None:
    view = TextView(theme)
    qtbot.addWidget(view)
    view.show()
    text = "题目\n" + "店" * 3 + TOLD
    found: set[str] = set()
    lines = set()
    for width in range(420, 700, 6):
        view.resize(width, 600)
        view.show_text(ShownText(text), ReadingStyle())
        view.document().documentLayout().documentSize()
        last = view.document().lastBlock()
        assert all(held(one) in last.text() for one in WHOLE)
        found |= broken(last.layout(), last.text())
        lines.add(last.layout().lineCount())
    assert found == set()
    assert len(lines) > 1


def test_what_is_marked_chosen_and_copied_is_the_text_itself(theme: ThemeManager, qtbot: QtBot) -> None:
    view = TextView(theme)
    qtbot.addWidget(view)
    view.resize(600, 600)
    view.show()
    text = "题目\n" + TOLD
    view.show_text(ShownText(text), ReadingStyle())
    for one in WHOLE:
        span = Span(text.index(one), text.index(one) + len(one))
        view.select(span)
        assert view.selection() == span
        assert view.createMimeDataFromSelection().text() == one


def test_no_line_of_a_card_ends_between_a_number_and_its_unit(theme: ThemeManager, qtbot: QtBot) -> None:
    view = StatementList(theme, "句", whole=True)
    qtbot.addWidget(view)
    delegate = view.itemDelegate()
    assert isinstance(delegate, StatementDelegate)
    at = TOLD.index("3.4 亿元")
    statement = Statement(TOLD, marks=((at, at + 6),), quote="句")
    found: set[str] = set()
    for width in range(200, 500, 5):
        layout = delegate._laid_out(statement, width, formats=True)
        found |= broken(layout, layout.text())
        for form in layout.formats():
            marked = layout.text()[form.start : form.start + form.length]
            assert marked.replace(JOINER, "").replace("\u00a0", " ") == "3.4 亿元"
    assert found == set()
