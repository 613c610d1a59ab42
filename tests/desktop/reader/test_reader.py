from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from corpus.library.notes.annotating import list_annotations
from corpus.library.reading.articles import Reading, list_articles, reading
from corpus.model.annotation import Colour, MarkStyle
from corpus.model.edit import RepairState
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from desktop.operations import notes as operations
from desktop.operations.repairs import repair
from desktop.reader.page import ReaderPage
from desktop.reader.selection.wishes import Wish
from desktop.reader.text.marks import MarkKind
from desktop.reader.text.typography import ORDINARY
from desktop.services.context import Context
from desktop.services.targets import ReaderTarget
from desktop.theme.fonts import scaled
from tests.desktop.lane import perform, redo, settle, undo

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot


def span_of(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def marked(context: Context) -> list[tuple[str, str, str]]:
    return [
        (view.annotation.selector.exact, view.annotation.colour.value, view.annotation.style.value)
        for view in list_annotations(context.library)
    ]


def test_a_selection_highlighted_by_key_is_kept_at_once(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    page.paper.view.select(span_of(read.text, "𠮷祥街上的店最多😀"))

    QTest.keyClick(page.paper.view, Qt.Key.Key_3)
    settle(page.context)

    assert marked(reading_context) == [("𠮷祥街上的店最多😀", "green", "highlight")]
    qtbot.waitUntil(lambda: len(page.paper.view.marks(MarkKind.HIGHLIGHT)) == 1)
    shown = page.paper.view.marks(MarkKind.HIGHLIGHT).get(0)
    assert shown.span.of(read.text) == "𠮷祥街上的店最多😀"


def test_the_same_selection_in_another_colour_changes_its_mark(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    span = span_of(read.text, "先做批发，再做零售")
    page.paper.view.select(span)
    page.selecting.key("1")
    settle(page.context)
    qtbot.waitUntil(lambda: len(page.paper.view.marks(MarkKind.HIGHLIGHT)) == 1)

    page.paper.view.select(span)
    page.selecting.key("4")
    settle(page.context)

    assert marked(reading_context) == [("先做批发，再做零售", "blue", "highlight")]


def test_what_is_marked_already_is_not_marked_once_more(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    span = span_of(read.text, "先做批发，再做零售")
    for key, style, count in (
        ("h", "highlight", 1),
        ("h", "highlight", 1),
        ("u", "underline", 2),
        ("u", "underline", 2),
    ):
        page.paper.view.select(span)
        page.selecting.key(key)
        settle(page.context)
        assert len(marked(reading_context)) == count
        assert style in {one[2] for one in marked(reading_context)}
        assert page.paper.selection() is None
        qtbot.wait(20)


def test_a_selection_over_paragraphs_and_table_cells_is_one_mark(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    span = Span(read.text.index("他们说的"), read.text.index("多数店主") + 60)
    page.paper.view.select(span)
    page.selecting.key("u")
    settle(page.context)

    (quote, _colour, style) = marked(reading_context)[0]
    assert style == "underline"
    assert quote.startswith("他们说的第一句话")


def test_a_mark_is_taken_back_and_made_again(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    page.paper.view.select(span_of(read.text, "三个县城"))
    page.selecting.key("h")
    settle(page.context)
    before = list_annotations(reading_context.library)

    undo(reading_context)
    assert list_annotations(reading_context.library) == ()
    redo(reading_context)
    assert list_annotations(reading_context.library) == before


def test_writing_a_note_opens_it_in_the_dock_and_keeps_what_is_typed(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    page.paper.view.select(span_of(read.text, "同比增长 25%"))
    page.selecting.key("n")
    settle(page.context)
    editor = page.side.notes.editor

    editor.text.setPlainText("**基数**是多少？")
    editor.tags.setText("口径 #待查")
    editor.keep()
    settle(page.context)

    kept = list_annotations(reading_context.library)[0].annotation
    assert (kept.note, kept.tags) == ("**基数**是多少？", ("口径", "待查"))
    undo(reading_context)
    assert list_annotations(reading_context.library)[0].annotation.note == ""
    qtbot.waitUntil(lambda: page.side.notes.list.row_model.rowCount() == 1)


def test_opening_a_place_puts_it_into_the_upper_third_and_marks_it(
    page: ReaderPage, reading_context: Context, qtbot: QtBot
) -> None:
    long = max(list_articles(reading_context.library), key=lambda one: one.characters)
    text = reading(reading_context.library, long.id).text
    sentence = reading(reading_context.library, long.id).sentences[len(text) // 80]
    page.show_target(ReaderTarget(article=long.id, span=Span(sentence.start, sentence.end)))
    qtbot.waitUntil(lambda: page.title() == long.title)

    view = page.paper.view
    assert [mark.span for mark in view.marks(MarkKind.PLACE)] == [sentence]
    assert 0 <= view.line_top(sentence.start) <= view.viewport().height() * 0.34
    assert view.visible_span().contains(Span(sentence.start, sentence.start + 1))


def test_the_find_bar_walks_through_every_place_round_the_end(
    page: ReaderPage, read: Reading, qtbot: QtBot
) -> None:
    page.finding.open_bar()
    page.find_bar.field.setText("第一句话")
    qtbot.waitUntil(lambda: len(page.paper.view.marks(MarkKind.HIT)) == 2)
    places = [mark.span for mark in page.paper.view.marks(MarkKind.HIT)]

    seen = []
    for _step in range(3):
        seen.append(next(iter(page.paper.view.marks(MarkKind.PLACE))).span)
        page.finding.forward()

    assert [span.of(read.text) for span in places] == ["第一句话", "第一句话"]
    assert seen == [places[0], places[1], places[0]]
    assert page.find_bar.count.text() == "第 2 / 2 处"


def test_finding_makes_no_difference_between_widths_and_cases(page: ReaderPage) -> None:
    page.find_bar.put("２０１８")
    page.finding.seek("２０１８")

    assert len(page.finding.spans) == 3
    page.finding.seek("没有这样的字")
    assert page.find_bar.count.text() == "没有找到"


def test_taking_and_undoing_a_repair_moves_no_note(
    page: ReaderPage, read: Reading, reading_context: Context, article: str, qtbot: QtBot
) -> None:
    perform(reading_context, operations.mark(article, span_of(read.text, "三个县城"), Colour.RED))
    blank = next(one.edit for one in read.edits if one.edit.state is RepairState.OFFERED)

    page.side.repairs.apply(blank.id)
    settle(page.context)
    qtbot.waitUntil(lambda: "我们在三个县城" in page.paper.view.shown.text)

    mark = next(iter(page.paper.view.marks(MarkKind.HIGHLIGHT)))
    assert mark.span.of(page.paper.view.shown.text) == "三个县城"
    undo(reading_context)
    assert reading(reading_context.library, article).text == read.text
    qtbot.waitUntil(lambda: page.paper.view.shown.text == read.text)
    mark = next(iter(page.paper.view.marks(MarkKind.HIGHLIGHT)))
    assert mark.span.of(page.paper.view.shown.text) == "三个县城"


def test_the_original_and_both_side_by_side_keep_place_and_marks(
    page: ReaderPage, read: Reading, reading_context: Context, article: str, qtbot: QtBot
) -> None:
    blank = next(one.edit for one in read.edits if one.edit.state is RepairState.OFFERED)
    perform(reading_context, repair(article, blank.id, RepairState.APPLIED))
    clean = reading(reading_context.library, article).text
    perform(reading_context, operations.mark(article, span_of(clean, "三个县城"), Colour.RED))
    qtbot.waitUntil(lambda: len(page.paper.view.marks(MarkKind.HIGHLIGHT)) == 1)

    page.versions.switch_version()
    view = page.paper.view
    assert view.shown.text == read.original
    assert next(iter(view.marks(MarkKind.HIGHLIGHT))).span.of(view.shown.text) == "三个县城"
    view.select(span_of(view.shown.text, "四十家店"))
    chosen = page.paper.selection()
    assert chosen is not None
    assert chosen.of(clean) == "四十家店"

    page.versions.switch_both()
    assert page.paper.beside is not None
    assert (page.paper.beside.shown.text, view.shown.text) == (read.original, clean)
    page.versions.switch_both()
    assert page.paper.beside is None


def test_a_repair_tells_the_original_on_hover(page: ReaderPage) -> None:
    told = [mark.told for mark in page.paper.view.marks(MarkKind.REPAIR)]

    assert told == [
        "全角字符 · 已采用\n原文：２０１８\n校订：2018",
        "多余空格 · 待审\n原文：␣\n校订：（无）",
        "半角标点 · 已采用\n原文：,\n校订：，",
    ]


def test_a_figure_is_confirmed_in_the_dock_and_taken_back(
    page: ReaderPage, read: Reading, reading_context: Context, article: str, qtbot: QtBot
) -> None:
    figure = read.figures[0].statistic.id
    page.side.turn_to(page.side.figures)
    page.side.figures.confirm(figure)
    settle(page.context)
    qtbot.waitUntil(lambda: page.side.figures.list.row_model.rows[0].sign == "●")

    undo(reading_context)

    assert reading(reading_context.library, article).figures[0].statistic.status is FactStatus.EXTRACTED


def test_the_outline_shows_where_one_is_before_anything_moves(page: ReaderPage, read: Reading) -> None:
    above = [one for one in read.headings if one.start <= page.paper.read_offset()]
    assert above
    assert page.side.outline.list.current_key() == str(len(above) - 1)


def test_the_outline_leads_to_its_heading(page: ReaderPage, read: Reading) -> None:
    page.resize(960, 200)
    page.side.outline.list.opened.emit("2")
    settle(page.context)

    assert next(iter(page.paper.view.marks(MarkKind.PLACE))).span.of(read.text) == "买东西的人"
    assert page.side.outline.list.current_key() == "2"

    page.resize(960, 2000)  # all is in sight, nothing scrolls
    for number in ("1", "2"):
        page.side.outline.list.choose("0", tell=False)
        start = read.headings[int(number)].start
        page._go_to(Span(start + 1, start + 3))
        assert page.side.outline.list.current_key() == number


def test_a_text_of_many_lines_and_headings_is_made_beside_the_window_and_its_outline_follows(
    reading_context: Context, article: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.reader.text.document.MANY_LINES", 1)
    monkeypatch.setattr("desktop.reader.dock.outline.MANY_HEADINGS", 1)
    built: list[object] = []
    monkeypatch.setattr("desktop.reader.text.column.build_document", built.append)
    page = ReaderPage(reading_context)
    qtbot.addWidget(page)
    qtbot.addWidget(page.dock())
    page.show()
    page.show_target(ReaderTarget(article))
    qtbot.waitUntil(lambda: page._reading is not None)

    assert built == []
    assert page._reading is not None
    assert page.paper.view.document().characterCount() - 1 == page.paper.view.offsets.units
    assert page.paper.view.offsets.length == len(page._reading.text)
    qtbot.waitUntil(lambda: len(page.side.outline.list.row_model.rows) > 2)
    page.side.outline.follow(len(page._reading.text))
    assert page.side.outline.list.current_key() == "2"


def test_zoom_keeps_the_first_line_and_is_remembered(
    page: ReaderPage, reading_context: Context, qtbot: QtBot
) -> None:
    page.resize(960, 200)
    qtbot.wait(10)
    page.paper.set_top_offset(120)
    before = page.paper.top_offset()

    next(one for one in page.page_actions() if one.key == "reader.larger").handler()

    assert page.paper.view.reading_style.pixels == 18
    assert reading_context.settings.number("reading/size") == 18
    assert abs(page.paper.top_offset() - before) <= 45


def test_the_text_grows_with_the_letters_of_the_window(
    page: ReaderPage, reading_context: Context, qtbot: QtBot
) -> None:
    page.resize(960, 200)
    qtbot.wait(10)
    page.paper.set_top_offset(120)
    before, theme, settings = page.paper.top_offset(), reading_context.theme, reading_context.settings
    theme.enlarge(150)
    try:
        assert page.paper.view.reading_style.pixels == scaled(ORDINARY)
        assert abs(page.paper.top_offset() - before) <= 45
        next(one for one in page.page_actions() if one.key == "reader.larger").handler()
        assert settings.number("reading/size") == ORDINARY + 1
        assert page.paper.view.reading_style.pixels == scaled(ORDINARY + 1) > ORDINARY + 1
    finally:
        theme.enlarge(100)
    assert page.paper.view.reading_style.pixels == settings.number("reading/size")


def test_where_one_stopped_reading_is_remembered(
    page: ReaderPage, reading_context: Context, article: str, qtbot: QtBot
) -> None:
    page.resize(960, 220)
    qtbot.wait(10)
    page.paper.set_top_offset(60)
    page.progress.keep()
    settle(page.context)

    assert reading(reading_context.library, article).summary.progress == page.paper.top_offset() > 0


def test_a_copied_passage_carries_its_citation(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    page.paper.view.select(span_of(read.text, "能不能便宜点"))
    page.selecting.do(Wish.COPY)
    settle(page.context)

    assert "能不能便宜点" in QGuiApplication.clipboard().text()
    assert "田野笔记" in QGuiApplication.clipboard().text()
    assert reading_context.notices.latest is not None


def test_the_keyboard_alone_selects_and_marks(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    page.paper.lead_to(span_of(read.text, "先活下来"))
    view = page.paper.view
    for _step in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        settle(page.context)
    QTest.keyClick(view, Qt.Key.Key_U)
    settle(page.context)

    assert marked(reading_context) == [("先活下来", "yellow", MarkStyle.UNDERLINE.value)]


def test_the_ledger_shows_each_repair_in_its_place(page: ReaderPage) -> None:
    assert not page.side.repairs.list.row_model.rows  # not before one looks at it
    page.side.show_repairs()
    rows = [(row.title, row.sign) for row in page.side.repairs.list.row_model.rows]

    assert rows == [
        ("〔２０１８ → 2018〕 年，我 们", "●"),
        ("１８ 年，我〔␣ → （无）〕们在三个县城", "○"),
        ("访了四十家店〔, → ，〕看了账本。𠮷", "●"),
    ]
    assert page.side.repairs.counts.text() == "已采用 2 · 待审 1"


def test_everything_is_selected_and_copied_without_a_caret(page: ReaderPage, read: Reading) -> None:
    view = page.paper.view
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settle(page.context)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(page.context)

    assert view.selection() == Span(0, len(read.text))
    assert "三个县城" in QGuiApplication.clipboard().text()
