from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from corpus.library.finding.concordance import ConcordanceLine, ConcordanceLines
from corpus.library.finding.search import SearchRequest, always_folded, folds_of, search, takes_synonyms
from corpus.library.finding.search_history import recent_searches, saved_searches
from corpus.library.reading.home import home
from corpus.model.collection import Scope, ScopeKind
from corpus.model.place import Place
from corpus.model.span import Span
from desktop.pages.search import SearchPage, query_runner
from desktop.pages.search.explanation import underlined
from desktop.pages.search.facets import FacetRow
from desktop.pages.search.hit_list import statements_of
from desktop.services.targets import PlatformsTarget, ReaderTarget, Target, TrendsTarget
from desktop.widgets import LinkButton, TextLabel
from desktop.widgets.lists.statement import PORTION, Statement, StatementModel
from desktop.widgets.tables.listing import PAGE

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.library.finding.search import SearchAnswer
    from index.query.request import Mode
    from tests.desktop.pages.conftest import Pages


def reader_at(answer: SearchAnswer | None, place: Place) -> Target:
    """Return the reader at ``place``, with what was found in its article lit."""
    assert answer is not None
    found = {mark for hit in answer.hits if hit.place.article == place.article for mark in hit.marks}
    return ReaderTarget(place.article, place.span, marks=tuple(sorted(found)))


def rows(page: SearchPage) -> tuple[Statement, ...]:
    return page.results.list.statements.statements


def test_every_place_is_listed_counted_and_opens_the_reader_there(pages: Pages) -> None:
    page = pages.open(SearchPage, text="社交电商")
    answer = search(pages.context.library, SearchRequest("社交电商"))
    assert page.results.count.text() == f"共 {answer.total} 处，{answer.articles} 篇"
    hits = [row for row in rows(page) if isinstance(row.payload, Place) and row.marks]
    assert len(hits) == answer.total
    first = hits[0]
    assert all(first.text[start:end] == "社交电商" for start, end in first.marks)
    page.results.list.clicked.emit(page.results.list.statements.index(rows(page).index(first), 0))
    assert pages.gone[-1] == reader_at(answer, answer.hits[0].place)


def test_figures_and_platforms_stand_below_what_is_literal(pages: Pages) -> None:
    page = pages.open(SearchPage, text="拼多多")
    assert page.query_runner.answer is not None
    headings = [row.text for row in rows(page) if row.heading]
    assert headings[:3] == ["逐字", "数据", "平台"]
    literal = [row for row in rows(page)[1 : 1 + page.query_runner.answer.literal] if row.marks]
    assert len(literal) == page.query_runner.answer.literal
    platform = next(row for row in rows(page) if row.payload == PlatformsTarget(name="拼多多"))
    assert platform.text == "拼多多"


def test_a_newer_search_overtakes_an_older_one(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pages.open(SearchPage)
    go_on = threading.Event()

    def slow(library: Library, request: SearchRequest, stopped: Callable[[], bool]) -> SearchAnswer:
        if request.text == "电商":
            go_on.wait()
        return search(library, request, stopped)

    monkeypatch.setattr(query_runner, "search", slow)
    page.recall(SearchRequest("电商"))
    assert page.results.late.isActive()
    page.results.late.timeout.emit()
    assert page.results.empty.findChildren(TextLabel)[0].text() == "正在检索…"
    page.recall(SearchRequest("云集"))
    pages.qtbot.waitUntil(lambda: page.query_runner.answer is not None, timeout=60_000)
    go_on.set()
    pages.settle()
    assert page.query_runner.request.text == "云集"
    assert page.query_runner.answer is not None
    assert page.query_runner.answer.explained.plain().startswith("云集")
    assert not page.results.late.isActive()


def test_enter_while_an_input_method_composes_searches_nothing(pages: Pages) -> None:
    page = pages.open(SearchPage)
    QApplication.sendEvent(page.bar.field, QInputMethodEvent("dianshang", []))
    QTest.keyClick(page.bar.field, Qt.Key.Key_Return)
    page.bar.wanted.emit()
    assert pages.context.at_rest
    assert page.query_runner.answer is None


def test_facets_narrow_the_search_with_true_counts(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    row = next(one for one in page.facets.findChildren(FacetRow) if one.property("facet") == "articles")
    article = str(row.property("value"))
    assert page.query_runner.answer is not None
    listed = page.query_runner.answer.facets.articles
    assert [key for key, _title, _n in listed] == list(page.query_runner.answer.counts)
    count = next(n for key, _title, n in listed if key == article)
    pages.do(row.click)
    assert page.query_runner.answer.articles == 1
    assert page.query_runner.answer.total == count
    pages.do(page.facets._clear)
    assert page.query_runner.answer.articles > 1


def lines(page: SearchPage) -> list[ConcordanceLine]:
    """Return the lines of the concordance that are at hand."""
    model = page.results.keyword.model
    found = (model.row_at(model.index(row, 0)) for row in range(model.rowCount()))
    return [line for line in found if line is not None]


def test_a_long_concordance_is_read_as_one_scrolls(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    whole = ConcordanceLines.page

    def page_of(found: ConcordanceLines, first: int, limit: int) -> tuple[ConcordanceLine, ...]:
        read = whole(found, first, limit)
        made.append(len(read))
        return read

    monkeypatch.setattr(ConcordanceLines, "page", page_of)
    page = pages.open(SearchPage, text="的")
    pages.do(page.results.views.buttons["concordance"].click)
    assert page.results.keyword.model.rowCount() > 500
    assert sum(made) <= 2 * PAGE
    pages.do(partial(page.results.keyword.table.choose_row, page.results.keyword.model.rowCount() - 1))
    page.results.keyword.table.viewport().repaint()
    pages.settle()
    assert page.results.keyword.table.chosen_rows()[0].key == "的"
    assert sum(made) <= 6 * PAGE


def test_the_concordance_lines_up_and_can_be_sorted(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    pages.do(page.results.views.buttons["concordance"].click)
    assert page.results.stack.currentWidget() is page.results.keyword
    QAbstractItemModelTester(page.results.keyword.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = [line.place for line in lines(page)]
    assert {line.key for line in lines(page)} == {"电商"}
    page.results.keyword.order.choose("R1")
    pages.do(page.results.keyword.changed.emit)
    after = [line.place for line in lines(page)]
    assert sorted(before, key=str) == sorted(after, key=str)
    assert before != after
    page.results.keyword.table.opened.emit(lines(page)[0])
    assert pages.gone[-1] == reader_at(page.query_runner.answer, after[0])


def test_collocates_and_distribution_are_shown_and_lead_on(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    pages.do(page.results.views.buttons["collocates"].click)
    assert page.results.company.list_model.rowCount() > 5
    row = page.results.company.list_model.row_at(page.results.company.list_model.index(0, 0))
    assert row is not None
    assert "电商" in row.example
    assert row.word in row.example
    pages.do(page.results.views.buttons["distribution"].click)
    QAbstractItemModelTester(
        page.results.strips.strip_model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    strip = page.results.strips.strip_model.strips[0]
    assert all(place.quote == "电商" for _at, place in strip.places)
    page.results.strips.setCurrentIndex(page.results.strips.strip_model.index(0, 0))
    QTest.keyClick(page.results.strips, Qt.Key.Key_Return)
    assert pages.gone[-1] == reader_at(page.query_runner.answer, strip.places[0][1])


def test_coming_back_finds_query_view_and_place(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    page.results.list.statements.show_up_to(20)
    page.results.list.setCurrentIndex(page.results.list.statements.index(20, 0))
    QTest.keyClick(page.results.list, Qt.Key.Key_Return)
    pages.do(lambda: page.recall(SearchRequest("云集")))
    pages.context.navigator.back()
    pages.settle()
    assert page.bar.field.text() == "电商"
    assert page.results.list.currentIndex().row() == 20


def test_a_faulty_query_is_underlined_and_still_answered(pages: Pages) -> None:
    page = pages.open(SearchPage, text="(社交电商 OR 云集")
    assert page.query_runner.answer is not None
    assert page.query_runner.answer.problem is not None
    assert "underline" in page.bar.fault.text()
    assert page.query_runner.answer.total > 0
    assert underlined("a<b", 1, 2, "#f00") == (
        'a<span style="color:#f00; text-decoration: underline;">&lt;</span>b'
    )


def test_searches_are_remembered_kept_and_forgotten(pages: Pages) -> None:
    page = pages.open(SearchPage, text="云集")
    pages.do(page.history.remember)
    library = pages.context.library
    assert recent_searches(library)[0].text == "云集"
    assert "find" in home(library).steps_done
    pages.do(page.history.keep)
    assert [name for name, _request in saved_searches(library)] == ["云集"]
    pages.do(lambda: page.history.forget("云集"))
    assert saved_searches(library) == ()


def test_the_scope_is_respected_and_nothing_found_says_so(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    pages.do(lambda: pages.context.scope.choose(Scope(ScopeKind.MINE)))
    assert page.query_runner.answer is not None
    assert page.query_runner.answer.total == 0
    pages.do(lambda: page.recall(SearchRequest("绝无仅有的一串字")))
    assert page.results.stack.currentWidget() is page.results.empty
    assert not page.facets.isVisible()
    asked = replace(page.query_runner.request, scope=Scope())
    for mode in ("auto", "near", "auto"):
        pages.do(page.results.empty.acted.emit)
        assert page.query_runner.request == replace(asked, mode=mode)


def test_a_long_list_shows_portion_after_portion_and_leaves_nothing_out(qtbot: object) -> None:
    assert qtbot is not None
    model = StatementModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    place = Place("a", "文章", Span(0, 1), "电")
    model.set_statements([Statement(str(n), payload=place) for n in range(2 * PORTION + 7)])
    assert model.rowCount() == PORTION
    model.fetchMore()
    model.fetchMore()
    assert model.rowCount() == 2 * PORTION + 7
    assert not model.canFetchMore()


def test_hits_keep_their_marks_after_line_breaks_are_shown_as_blanks(pages: Pages) -> None:
    answer = search(pages.context.library, SearchRequest("社交电商"))
    for row in statements_of(answer, "社交电商"):
        assert "\n" not in row.text
        for start, end in row.marks:
            assert row.text[start:end].strip() == row.text[start:end]


def activate(pages: Pages, page: SearchPage) -> None:
    page.activateWindow()
    pages.qtbot.waitUntil(page.isActiveWindow)


def tab_stops(page: SearchPage, count: int) -> list[QWidget | None]:
    """Return where Tab leads to, from the box on."""
    page.bar.field.setFocus()
    stops = []
    for _number in range(count):
        page.focusNextChild()
        stops.append(QApplication.focusWidget())
    return stops


def test_tab_reaches_facets_before_the_results_they_narrow(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    activate(pages, page)
    rows = page.facets.findChildren(FacetRow)
    stops = tab_stops(page, len(rows) + 12)
    first, last, found = (stops.index(one) for one in (rows[0], rows[-1], page.results.list))
    assert stops[first : first + 8] == rows[:8]
    assert stops.index(page.bar.switches.chips["punctuation"]) < first < last < found


def test_a_switch_a_way_of_searching_decides_by_itself_cannot_be_pressed(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    chips = page.bar.switches.chips
    open_to_a_person = {
        "auto": ({"punctuation", "synonyms"}, {"variants", "synonyms"}),
        "exact": ({"variants", "punctuation"}, set()),
        "words": ({"synonyms"}, {"variants", "punctuation", "synonyms"}),
        "near": (set(), {"variants", "punctuation"}),
    }
    for mode, (free, on) in open_to_a_person.items():
        pages.do(page.bar.modes.buttons[mode].click)
        assert {key for key, chip in chips.items() if chip.isEnabled()} == free
        assert {key for key, chip in chips.items() if chip.isChecked()} == on
        assert page.query_runner.request.fold == frozenset()
    pages.do(page.bar.modes.buttons["exact"].click)
    pages.do(chips["variants"].click)
    assert page.query_runner.request.fold == {"variants"}
    for mode in ("auto", "exact"):
        pages.do(page.bar.modes.buttons[mode].click)
    assert chips["variants"].isChecked()


@pytest.mark.parametrize("mode", ["auto", "exact", "words", "near"])
@pytest.mark.parametrize("switch", ["variants", "punctuation", "synonyms"])
def test_what_cannot_be_pressed_changes_no_answer(pages: Pages, mode: Mode, switch: str) -> None:
    library = pages.context.library
    held = switch in always_folded(mode) or (switch == "synonyms" and not takes_synonyms(mode))
    if not held:
        return
    for text in ("社交电商，发展", "電商", "拼多多"):
        on = SearchRequest(text, mode, folds_of([switch]))
        off = SearchRequest(text, mode, synonyms=switch != "synonyms")
        assert search(library, on).hits == search(library, off).hits


def test_a_facet_ticked_with_the_keyboard_keeps_the_focus(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    row = page.facets.findChildren(FacetRow)[2]
    named = row.accessibleName()
    activate(pages, page)
    row.setFocus()
    pages.do(lambda: QTest.keyClick(row, Qt.Key.Key_Space))
    held = QApplication.focusWidget()
    assert isinstance(held, FacetRow)
    assert held is not row
    assert (held.accessibleName(), held.isChecked()) == (named, True)


def test_more_values_of_a_facet_go_on_where_the_first_ones_ended(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    assert page.query_runner.answer is not None
    ninth = page.query_runner.answer.facets.articles[8][1]
    activate(pages, page)
    next(one for one in page.facets.findChildren(LinkButton) if one.property("facet") == "articles").click()
    held = QApplication.focusWidget()
    assert isinstance(held, FacetRow)
    assert held.toolTip() == ninth


def test_coming_back_to_a_search_that_found_nothing_says_so_again(pages: Pages) -> None:
    page = pages.open(SearchPage, text='"绝无仅有的一串字"')
    assert page.results.stack.currentWidget() is page.results.empty
    pages.do(lambda: pages.context.navigator.go(TrendsTarget()))
    pages.do(pages.context.navigator.back)
    assert page.results.stack.currentWidget() is page.results.empty


def test_coming_back_while_another_search_is_made_shows_the_one_of_before(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    before = page.state()
    page.recall(SearchRequest("云集"))
    page.restore(before)
    pages.settle()
    assert (page.bar.field.text(), page.query_runner.request.text) == ("电商", "电商")
    assert "电商" in rows(page)[0].text + rows(page)[1].text


def test_a_long_list_is_fetched_as_it_is_scrolled_through(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = search(pages.context.library, SearchRequest("电商", by_sentence=True))
    monkeypatch.setattr(query_runner, "FIRST", 5)
    page = pages.open(SearchPage, text="电商")
    runner, statements = page.query_runner, page.results.list.statements
    QAbstractItemModelTester(statements, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pages.settle()  # the tester has asked for more itself
    assert runner.answer is not None
    assert 5 <= len(runner.answer.hits) < runner.answer.total == whole.total
    assert page.results.count.text() == f"共 {whole.total} 处，{whole.articles} 篇"
    while statements.canFetchMore():
        before = rows(page)
        pages.do(statements.fetchMore)
        assert [one.payload for one in rows(page)[: len(before)]] == [one.payload for one in before]
    assert runner.answer.hits == whole.hits
    assert rows(page) == statements_of(runner.answer, "电商")


def test_what_is_not_listed_yet_is_copied_and_lit_as_well(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = search(pages.context.library, SearchRequest("电商", by_sentence=True))
    monkeypatch.setattr(query_runner, "FIRST", 5)
    page = pages.open(SearchPage, text="电商")
    told: list[str] = []
    pages.context.notices.told.connect(lambda notice: told.append(notice.text))
    pages.do(page.hit_actions.copy_hits)
    assert told == [f"已复制 {whole.total} 处"]
    assert len(QApplication.clipboard().text().splitlines()) == len(whole.hits) < whole.total
    pages.do(lambda: page.hit_actions.open(whole.hits[0].place))
    assert pages.gone[-1] == reader_at(whole, whole.hits[0].place)


def test_coming_back_shows_as_many_places_as_were_listed(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_runner, "FIRST", 5)
    page = pages.open(SearchPage, text="电商")
    pages.do(page.results.list.statements.fetchMore)
    left, before = page.state(), [one for one in rows(page) if one.marks]
    assert len(before) > 6
    pages.do(lambda: page.recall(SearchRequest("云集")))
    pages.do(lambda: page.restore(left))
    assert [one for one in rows(page) if one.marks][: len(before)] == before
