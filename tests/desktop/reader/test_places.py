"""What the reader marks: where one was led, what was found, what was highlighted – and what lists say of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.library.core.views import AnnotationView
from corpus.library.intake.importing import import_paths
from corpus.library.reading.articles import Reading, list_articles
from corpus.model.annotation import Colour
from corpus.model.edit import RepairState
from corpus.model.span import Span
from desktop.operations import notes as operations
from desktop.operations.repairs import repair
from desktop.reader import paper
from desktop.reader.dock import notes as notes_panel
from desktop.reader.note_rows import note_row
from desktop.reader.page import ReaderPage
from desktop.reader.text import markup
from desktop.reader.text.margin import Margin
from desktop.reader.text.marks import MarkKind
from desktop.services.context import Context
from desktop.services.targets import ReaderTarget
from tests.desktop.lane import perform, settle
from tests.desktop.reader.conftest import open_article

if TYPE_CHECKING:
    from types import ModuleType

    import pytest
    from pytestqt.qtbot import QtBot


def beside_the_text(page: ReaderPage) -> list[str]:
    return [note.text for margin in page.paper.findChildren(Margin) for note in margin.notes]


def span_of(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def test_what_a_search_found_is_walked_through_from_the_place_that_was_opened(
    page: ReaderPage, read: Reading, article: str
) -> None:
    first, second = [at for at in range(len(read.text)) if read.text.startswith("第一句话", at)]
    town = span_of(read.text, "北街")
    found = (Span(first, first + 4), town, Span(second, second + 4))

    page.show_target(ReaderTarget(article, found[0], marks=found))

    assert page.finding.spans == found
    assert not page.find_bar.isHidden()
    assert page.find_bar.count.text() == "检索所得：第 1 / 3 处"
    (place,) = page.paper.view.marks(MarkKind.PLACE)
    assert (place.span, place.colour) == (Span(first, first + 4), "hit")
    page.finding.forward()
    (place,) = page.paper.view.marks(MarkKind.PLACE)
    assert place.span == town
    page.finding.forward()
    assert [mark.span.start for mark in page.paper.view.marks(MarkKind.PLACE)] == [second]


def test_the_marks_of_a_search_go_when_one_comes_to_the_article_another_way(
    page: ReaderPage, read: Reading, article: str
) -> None:
    place = span_of(read.text, "第一句话")
    page.show_target(ReaderTarget(article, place, marks=(place,)))
    assert len(page.finding.spans) == 1

    page.show_target(ReaderTarget(article))

    assert len(page.finding.spans) == 0
    assert len(page.paper.view.marks(MarkKind.HIT)) == 0


def test_what_was_found_stays_marked_where_it_stands_when_a_repair_moves_the_text(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    page.finding.seek("便宜")
    offered = next(one for one in read.edits if one.edit.state is RepairState.OFFERED)
    perform(reading_context, repair(read.summary.id, offered.edit.id, RepairState.APPLIED))
    qtbot.waitUntil(lambda: page._reading is not None and page._reading.text != read.text)

    assert page._reading is not None
    assert [span.of(page._reading.text) for span in page.finding.spans] == ["便宜"]


def test_a_place_that_is_a_highlight_shows_the_colour_of_the_highlight(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    span = span_of(read.text, "先做批发，再做零售")
    perform(reading_context, operations.mark(read.summary.id, span, Colour.GREEN))
    view = page.paper.view
    qtbot.waitUntil(lambda: len(view.marks(MarkKind.HIGHLIGHT)) == 1)
    page.paper.lead_to(span)
    qtbot.waitUntil(lambda: not view._flash)
    at = view.box_of(Span(span.start + 4, span.start + 5))

    ground = view.viewport().grab(at).toImage().pixelColor(1, at.height() // 2)

    assert ground.green() > ground.red() + 20


def test_a_note_is_listed_in_the_words_the_reader_shows_and_a_lost_one_in_those_first_marked(
    read: Reading, reading_context: Context
) -> None:
    place = span_of(read.text, "四十家店，看了账本")
    view = perform(reading_context, operations.mark(read.summary.id, place, Colour.YELLOW))
    lost = replace(view, place=None)

    assert view.annotation.selector.exact == "四十家店,看了账本"
    assert (note_row(view).title, note_row(lost).title) == ("四十家店，看了账本", "四十家店,看了账本")


def test_a_long_article_stays_where_it_is_read_when_its_lines_break_elsewhere(
    page: ReaderPage, reading_context: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "长.txt"
    file.write_text(
        "长长的文章\n\n" + "县城里的店主从外地回来，先做批发，再做零售。\n\n" * 4000, encoding="utf-8"
    )
    article = import_paths(reading_context.library, [file]).sources[0].articles[0].id
    open_article(qtbot, page, article)
    page.paper.show_version("original")
    assert page.paper.read_offset() < 1_000  # asked first of all, before the text was laid out
    page.paper.show_version("clean")
    open_article(qtbot, page, article, Span(60_000, 60_010))
    top = page.paper.top_offset()
    assert 59_000 < top <= 60_000

    page.versions.switch_both()
    qtbot.waitUntil(lambda: page.paper.beside is not None and page.paper.beside.isVisible())
    beside = page.paper.beside
    assert beside is not None
    qtbot.waitUntil(lambda: abs(beside.top_offset() - top) < 60)
    assert abs(page.paper.top_offset() - top) < 60
    page.versions.switch_both()
    page.resize(700, 640)
    assert abs(page.paper.top_offset() - top) < 60


def test_the_bar_over_what_a_search_found_goes_with_it_and_not_with_words_sought_here(
    page: ReaderPage, read: Reading, article: str
) -> None:
    town, first = span_of(read.text, "北街"), span_of(read.text, "第一句话")
    page.show_target(ReaderTarget(article, first, marks=(first, town)))
    page.show_target(ReaderTarget(article, town))
    assert page.find_bar.isHidden()

    page.show_target(ReaderTarget(article, first, marks=(first,)))
    assert page.find_bar.isHidden()  # one place is not walked through

    page.find_bar.open("第一句话")
    page.show_target(ReaderTarget(article, town))
    assert not page.find_bar.isHidden()
    assert len(page.finding.spans) == 2


def test_the_find_bar_counts_the_places_of_the_article_it_stands_over(
    page: ReaderPage, reading_context: Context, qtbot: QtBot
) -> None:
    page.find_bar.open("第一句话")
    page.finding.seek("第一句话")
    assert page.find_bar.count.text() == "第 1 / 2 处"

    other = list_articles(reading_context.library)[0].id
    open_article(qtbot, page, other)

    assert page.find_bar.count.text() == "没有找到"


def test_the_outline_shows_what_comes_behind_the_heading_one_reads(
    page: ReaderPage, reading_context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "多章.md"
    file.write_text(
        "\n\n".join(f"# 第 {number} 章 集市\n\n店主从外地回来。" for number in range(80)), "utf-8"
    )
    article = import_paths(reading_context.library, [file]).sources[0].articles[0].id
    open_article(qtbot, page, article)
    outline = page.side.outline
    outline.resize(300, 400)
    outline.show()

    for number in (40, 60, 20):
        outline.follow(outline._starts[number])
        shown, room = outline.list.visualRect(outline.list.currentIndex()), outline.list.viewport().height()
        assert room / 4 < shown.center().y() < room * 3 / 4


def test_the_margin_shows_a_note_without_its_markdown_signs(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    made = perform(
        reading_context, operations.mark(read.summary.id, span_of(read.text, "三个县城"), Colour.RED)
    )
    perform(reading_context, operations.change(replace(made.annotation, note="**要** 核对\n- 来源")))
    qtbot.waitUntil(lambda: bool(beside_the_text(page)))

    assert beside_the_text(page) == ["要 核对\n• 来源"]


def test_what_is_typed_into_a_note_is_shown_without_a_look_at_the_others(
    page: ReaderPage,
    read: Reading,
    reading_context: Context,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spans = [span_of(read.text, words) for words in ("三个县城", "同比增长 25%", "先活下来")]
    made = [perform(reading_context, operations.mark(read.summary.id, one, Colour.RED)) for one in spans]
    qtbot.waitUntil(lambda: len(page.paper.view.marks(MarkKind.HIGHLIGHT)) == len(made))
    page.side.show_note(made[1].annotation.id)
    looked_at: list[str] = []

    def watch(module: ModuleType, name: str) -> None:
        real: Any = getattr(module, name)

        def looked(view: AnnotationView, *more: object) -> object:
            looked_at.append(view.annotation.id)
            return real(view, *more)

        monkeypatch.setattr(module, name, looked)

    watch(notes_panel, "note_row")
    watch(markup, "note_mark")
    watch(paper, "note_mark")
    for typed in ("基数", "**基数** 是多少", ""):
        page.side.notes.editor.text.setPlainText(typed)
        page.side.notes.editor.keep()
        settle(reading_context)
        (mark,) = page.paper.view.marks(MarkKind.HIGHLIGHT).at(spans[1].start)
        row = next(one for one in page.side.notes.list.row_model.rows if one.key == mark.id)
        assert (mark.told, row.body) == (typed, typed.replace("*", ""))
        assert beside_the_text(page) == [typed.replace("*", "")] * bool(typed)

    assert set(looked_at) == {made[1].annotation.id}
