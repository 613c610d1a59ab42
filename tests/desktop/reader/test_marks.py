from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument, QTextLayout, QTextLine

from corpus.model.span import Span
from desktop.reader.text.geometry import Lines, stretches
from desktop.reader.text.marks import Mark, MarkKind, Marks
from desktop.theme.fonts import interface_font

spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=25), spans)
def test_exactly_the_marks_that_share_a_character_are_found(places: list[Span], seen: Span) -> None:
    marks = Marks(Mark(MarkKind.HIT, place) for place in places)

    found = sorted(mark.span for mark in marks.touching(seen))

    assert found == sorted(place for place in places if place.overlaps(seen))


def test_the_shortest_mark_under_the_pointer_comes_first() -> None:
    marks = Marks(
        [Mark(MarkKind.HIGHLIGHT, Span(0, 9), id="long"), Mark(MarkKind.HIGHLIGHT, Span(3, 5), id="short")]
    )

    assert [mark.id for mark in marks.at(4)] == ["short", "long"]


def test_that_what_a_mark_tells_is_put_into_words_only_when_asked() -> None:
    asked: list[str] = []

    def tell() -> str:
        asked.append("once")
        return "原文：␣"

    mark = Mark(MarkKind.REPAIR, Span(0, 1), tell=tell)
    assert list(Marks([mark])) == [mark]
    assert not asked
    assert mark.told == "原文：␣"
    assert Mark(MarkKind.HIT, Span(0, 1)).told == ""


@pytest.mark.usefixtures("qapp")
def test_that_of_a_paragraph_of_many_lines_only_those_of_a_mark_are_gone_through(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = QTextDocument("电商𠮷的" * 500)
    document.setTextWidth(200)
    document.size()
    lines = document.firstBlock().layout().lineCount()
    read: list[int] = []
    line_at = QTextLayout.lineAt

    def counted(layout: QTextLayout, at: int) -> QTextLine:
        read.append(at)
        return line_at(layout, at)

    monkeypatch.setattr(QTextLayout, "lineAt", counted)
    parts = [list(stretches(document, start, start + 12)) for start in (0, 1000, 2488)]
    assert lines > 100
    assert len(read) < 3 * 4
    assert all(sum(one.box.width() for one in part) > 0 for part in parts)
    assert [part[0].baseline for part in parts] == sorted({part[0].baseline for part in parts})
    assert len(list(stretches(document, 0, 2500))) == lines


@pytest.mark.usefixtures("qapp")
def test_that_the_lines_seen_are_asked_for_once_whatever_stands_in_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = QTextDocument("\n".join("电商𠮷的" * (number % 90) for number in range(300)))
    document.setDefaultFont(interface_font(10))
    document.setTextWidth(200)
    height = document.size().height()
    asked: list[int] = []
    line_at = QTextLayout.lineAt

    def counted(layout: QTextLayout, at: int) -> QTextLine:
        asked.append(at)
        return line_at(layout, at)

    monkeypatch.setattr(QTextLayout, "lineAt", counted)
    for top in (0, 33, round(height / 2), round(height) - 300):
        asked.clear()
        lines = Lines(document, top, top + 300)
        looked = len(asked)
        ranges = [(at, at + size) for at in range(lines.start, lines.end, 3) for size in (1, 5, 40)]
        told = [list(lines.stretches(start, min(end, lines.end))) for start, end in ranges]
        assert len(asked) == looked < 60
        assert told == [list(stretches(document, start, min(end, lines.end))) for start, end in ranges]
        assert top - 30 < told[0][0].baseline < top + 30
        assert top + 260 < told[-1][-1].baseline < top + 330
