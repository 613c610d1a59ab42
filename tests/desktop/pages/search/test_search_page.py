from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from corpus.library.home import home
from corpus.library.search import SearchRequest, search
from corpus.library.search_history import recent_searches, saved_searches
from corpus.model.collection import Scope, ScopeKind
from corpus.model.place import Place
from corpus.model.span import Span
from desktop.navigation import Target
from desktop.pages.search import SearchPage
from desktop.pages.search import page as page_module
from desktop.pages.search.explaining import underlined
from desktop.pages.search.facets import FacetRow
from desktop.pages.search.hits import statements_of
from desktop.widgets.statement import PORTION, Statement, StatementModel

if TYPE_CHECKING:
    import pytest

    from corpus.library.library import Library
    from corpus.library.search import SearchAnswer
    from tests.desktop.pages.conftest import Pages


def reader_at(place: Place, *find: str) -> Target:
    span = place.span
    arguments: dict[str, str | int] = {
        "article": place.article,
        "start": span.start,
        "end": span.end,
        "find": "\n".join(find),
    }
    return Target("reader", arguments)


def rows(page: SearchPage) -> tuple[Statement, ...]:
    return page.list.statements.statements


def test_every_place_is_listed_counted_and_opens_the_reader_there(pages: Pages) -> None:
    page = pages.open(SearchPage, text="社交电商")
    answer = search(pages.context.library, SearchRequest("社交电商"))
    assert page.count.text() == f"共 {answer.total} 处，{answer.articles} 篇"
    hits = [row for row in rows(page) if isinstance(row.payload, Place) and row.marks]
    assert len(hits) == answer.total
    first = hits[0]
    assert all(first.text[start:end] == "社交电商" for start, end in first.marks)
    page.list.clicked.emit(page.list.statements.index(rows(page).index(first), 0))
    assert pages.gone[-1] == reader_at(answer.hits[0].place, "社交电商")


def test_figures_and_platforms_stand_before_the_texts(pages: Pages) -> None:
    page = pages.open(SearchPage, text="拼多多")
    headings = [row.text for row in rows(page) if row.heading]
    assert headings[0] == "数据"
    assert headings[-2:] == ["平台", "正文"]
    platform = next(row for row in rows(page) if row.payload == Target("platforms", {"name": "拼多多"}))
    assert platform.text == "拼多多"


def test_a_newer_search_overtakes_an_older_one(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pages.open(SearchPage)
    go_on = threading.Event()

    def slow(library: Library, request: SearchRequest) -> SearchAnswer:
        if request.text == "电商":
            go_on.wait(10)
        return search(library, request)

    monkeypatch.setattr(page_module, "search", slow)
    page.recall(SearchRequest("电商"))
    page.recall(SearchRequest("云集"))
    pages.qtbot.waitUntil(lambda: page.answer is not None)
    go_on.set()
    pages.settle()
    assert page.request.text == "云集"
    assert page.answer is not None
    assert page.answer.explained.plain().startswith("云集")


def test_enter_while_an_input_method_composes_searches_nothing(pages: Pages) -> None:
    page = pages.open(SearchPage)
    QApplication.sendEvent(page.bar.field, QInputMethodEvent("dianshang", []))
    QTest.keyClick(page.bar.field, Qt.Key.Key_Return)
    page.bar.wanted.emit()
    assert pages.context.tasks.running == 0
    assert page.answer is None


def test_facets_narrow_the_search_with_true_counts(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    row = next(one for one in page.facets.findChildren(FacetRow) if one.property("facet") == "articles")
    article = str(row.property("value"))
    assert page.answer is not None
    count = next(n for key, _title, n in page.answer.facets.articles if key == article)
    pages.do(row.click)
    assert page.answer.articles == 1
    assert page.answer.total == count
    pages.do(page.facets._clear)
    assert page.answer.articles > 1


def test_the_concordance_lines_up_and_can_be_sorted(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    pages.do(page.views.buttons["concordance"].click)
    assert page.stack.currentWidget() is page.keyword
    QAbstractItemModelTester(page.keyword.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    before = [line.place for line in page.keyword.model.rows]
    assert {line.key for line in page.keyword.model.rows} == {"电商"}
    page.keyword.order.choose("R1")
    pages.do(page.keyword.changed.emit)
    after = [line.place for line in page.keyword.model.rows]
    assert sorted(before, key=str) == sorted(after, key=str)
    assert before != after
    page.keyword.table.opened.emit(page.keyword.model.rows[0])
    assert pages.gone[-1] == reader_at(after[0], "电商")


def test_collocates_and_distribution_are_shown_and_lead_on(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    pages.do(page.views.buttons["collocates"].click)
    assert len(page.company.rows) > 5
    pages.do(page.views.buttons["distribution"].click)
    QAbstractItemModelTester(page.strips.strip_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    strip = page.strips.strip_model.strips[0]
    assert all(place.quote == "电商" for _at, place in strip.places)
    page.strips.setCurrentIndex(page.strips.strip_model.index(0, 0))
    QTest.keyClick(page.strips, Qt.Key.Key_Return)
    assert pages.gone[-1] == reader_at(strip.places[0][1], "电商")


def test_coming_back_finds_query_view_and_place(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    page.list.statements.show_up_to(20)
    page.list.setCurrentIndex(page.list.statements.index(20, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    pages.do(lambda: page.recall(SearchRequest("云集")))
    pages.context.navigator.back()
    pages.settle()
    assert page.bar.field.text() == "电商"
    assert page.list.currentIndex().row() == 20


def test_a_faulty_query_is_underlined_and_still_answered(pages: Pages) -> None:
    page = pages.open(SearchPage, text="(社交电商 OR 云集")
    assert page.answer is not None
    assert page.answer.problem is not None
    assert "underline" in page.bar.fault.text()
    assert page.answer.total > 0
    assert underlined("a<b", 1, 2, "#f00") == (
        'a<span style="color:#f00; text-decoration: underline;">&lt;</span>b'
    )


def test_searches_are_remembered_kept_and_forgotten(pages: Pages) -> None:
    page = pages.open(SearchPage, text="云集")
    page._remember_now()
    library = pages.context.library
    assert recent_searches(library)[0].text == "云集"
    assert "find" in home(library).steps_done
    page.keep()
    assert [name for name, _request in saved_searches(library)] == ["云集"]
    page._forget("云集")
    assert saved_searches(library) == ()


def test_the_scope_is_respected_and_nothing_found_says_so(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    pages.do(lambda: pages.context.scope.choose(Scope(ScopeKind.MINE)))
    assert page.answer is not None
    assert page.answer.total == 0
    pages.do(lambda: page.recall(SearchRequest("绝无仅有的一串字")))
    assert page.stack.currentWidget() is page.empty


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
