"""A paragraph of any length is set piece by piece: the same text, the same places, laid out as far as it is seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication

from corpus.model.source import Table
from corpus.model.span import Span
from desktop.reader.text.document import ShownText, build_document, line_kind
from desktop.reader.text.offsets import Utf16Map
from desktop.reader.text.parting import LONGEST, partings
from desktop.reader.text.patching import patch_between
from desktop.reader.text.typography import ReadingStyle
from desktop.reader.text.view import TextView
from desktop.theme import ThemeManager

_LINES = st.lists(
    st.tuples(
        st.sampled_from(["字", "店里😀有人。", "a b ", "他说：“好。”", "𠮷", "值12.5万亿元，"]),
        st.integers(0, 700),
    ),
    min_size=1,
    max_size=4,
)
_SENTENCE = "赶集的日子仍旧热闹，摊主说：“今年比去年好些。”"


def text_of(lines: list[tuple[str, int]]) -> str:
    return "题\n" + "\n".join(words * times for words, times in lines)


def blocks(view: TextView) -> Iterator[QTextBlock]:
    block = view.document().begin()
    while block.isValid():
        yield block
        block = block.next()


@pytest.fixture(scope="module")
def view(qapp: QApplication) -> Iterator[TextView]:
    assert qapp is not None
    theme = ThemeManager("light")
    view = TextView(theme)
    view.resize(900, 640)
    view.show()
    yield view
    view.close()
    theme.close()


@given(_LINES)
def test_that_no_piece_is_longer_and_no_short_line_is_parted(lines: list[tuple[str, int]]) -> None:
    text = text_of(lines)
    cuts = partings(text)
    pieces = [text[start:end] for start, end in zip((0, *cuts), (*cuts, len(text)), strict=True)]
    assert "".join(pieces) == text
    assert max(len(line) for piece in pieces for line in piece.split("\n")) <= LONGEST
    assert not cuts or max(map(len, text.split("\n"))) > LONGEST


@pytest.mark.usefixtures("qapp")
@given(_LINES)
def test_that_every_position_stands_where_the_document_has_it(lines: list[tuple[str, int]]) -> None:
    text = text_of(lines)
    shown = ShownText(text)
    offsets = Utf16Map.of(text, shown.parted())
    document = build_document(shown, ReadingStyle())
    assert document.characterCount() - 1 == offsets.units
    for at in {0, len(text) - 1, *range(0, len(text), 97), *shown.parted()}:
        assert offsets.to_points(offsets.to_units(at)) == at
        if text[at] != "\n" and ord(text[at]) < 0x10000:
            assert document.characterAt(offsets.to_units(at)) == text[at]


@given(_LINES)
def test_that_the_end_of_a_piece_and_the_beginning_of_the_next_are_one_place(
    lines: list[tuple[str, int]],
) -> None:
    text = text_of(lines)
    offsets = Utf16Map.of(text, partings(text))
    for at in offsets.parted:
        assert offsets.to_points(offsets.to_units(at) - 1) == at
        assert offsets.to_units(at) - offsets.to_units(at - 1) == (3 if ord(text[at - 1]) > 0xFFFF else 2)


def test_that_pieces_end_with_a_sentence_and_its_closing_marks() -> None:
    text = _SENTENCE * 400
    cuts = partings(text)
    assert cuts
    assert all(text[:at].endswith("。”") for at in cuts)


def test_that_rows_of_tables_are_not_parted() -> None:
    row = "字" * 1500 + "\t" + "词" * 1500
    text = f"题\n{row}\n{row}\n"
    assert ShownText(text, (), (Table(Span(2, len(text))),)).parted() == ()
    assert ShownText(text).parted()


def test_that_of_a_giant_paragraph_only_what_is_seen_is_laid_out(view: TextView) -> None:
    view.show_text(ShownText("题\n" + _SENTENCE * 4_000), ReadingStyle())
    view.grab()
    assert view.document().blockCount() > 40
    assert laid_out(view) < 20


def laid_out(view: TextView) -> int:
    return sum(block.layout().lineCount() > 0 for block in blocks(view))


@pytest.mark.parametrize("height", [300, 417, 640])
def test_that_of_many_paragraphs_only_those_seen_are_laid_out(view: TextView, height: int) -> None:
    view.resize(900, height)
    view.show_text(ShownText("题\n" + (_SENTENCE * 3 + "\n") * 3_000), ReadingStyle())
    for scrolled in range(0, 90, 7):
        view.verticalScrollBar().setValue(scrolled)
        view.grab()
        seen = view.visible_span()
        assert len(seen) < 3_000
        assert view.top_offset() < 300
    assert laid_out(view) < 300


def test_that_a_jump_lays_out_what_stands_above_and_nothing_far_below(view: TextView) -> None:
    text = "题\n" + (_SENTENCE * 3 + "\n") * 3_000
    view.show_text(ShownText(text), ReadingStyle())
    at = len(text) // 4
    view.go_to(Span(at, at + 5))
    view.grab()
    assert view.visible_span().start < at < view.visible_span().end
    assert laid_out(view) < 2_000
    view.set_top_offset(len(text) - 30)
    assert view.visible_span().end >= len(text)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_that_nothing_parts_the_pieces_of_one_paragraph(view: TextView) -> None:
    view.show_text(ShownText("题\n" + _SENTENCE * 200 + "\n下一段。"), ReadingStyle(paragraphs="indent"))
    _title, first, *middle, last, after = blocks(view)
    assert (first.blockFormat().bottomMargin(), first.blockFormat().textIndent()) == (0, 34)
    assert [one.blockFormat().bottomMargin() for one in middle] == [0] * len(middle)
    assert (last.blockFormat().textIndent(), last.blockFormat().bottomMargin()) == (0, 4.25)
    assert after.blockFormat().textIndent() == 34


def test_that_words_copied_over_a_parting_are_those_of_the_text(view: TextView) -> None:
    text = "题\n" + _SENTENCE * 200
    view.show_text(ShownText(text), ReadingStyle())
    at = view.offsets.parted[0]
    view.select(Span(at - 20, at + 20))
    data = view.createMimeDataFromSelection()
    assert data.text() == text[at - 20 : at + 20]
    assert not data.hasHtml()
    assert view.selection() == Span(at - 20, at + 20)


@pytest.mark.parametrize(
    ("start", "end", "put"), [(-3, 3, "新"), (0, 0, "词"), (-5, -2, ""), (2, 4, "四个字了")]
)
def test_that_a_repair_beside_or_over_a_parting_leaves_every_place_right(
    view: TextView, start: int, end: int, put: str
) -> None:
    text = "题\n" + "".join(f"第{n}个摊位卖菜。" for n in range(900))
    before = ShownText(text)
    at = before.parted()[1]
    changed = text[: at + start] + put + text[at + end :]
    patch = patch_between(before, ShownText(changed))
    assert patch is not None
    view.show_text(before, ReadingStyle())
    view.change_text(patch, ShownText(changed))
    document = view.document()
    for point in range(0, len(changed), 11):
        if changed[point] != "\n":
            assert document.characterAt(view.offsets.to_units(point)) == changed[point]
    assert document.characterCount() - 1 == view.offsets.units


@pytest.mark.parametrize(("length", "kind"), [(20, "title"), (200, "title"), (201, "body"), (90_000, "body")])
def test_that_a_first_line_as_long_as_a_paragraph_is_set_as_one(length: int, kind: str) -> None:
    assert line_kind(ShownText("字" * length), 0) == kind
