from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from corpus.library.facts.own_platform_facts import TypedFact, record_fact
from corpus.library.facts.platforms import find_platform, platforms
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from corpus.model.span import Span
from desktop.dialogs.text_prompt import TextPrompt
from desktop.pages.platforms import PlatformsPage
from desktop.pages.platforms.profile import LEAD
from desktop.services.targets import ReaderTarget
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_paint import StatementDelegate, StatementStyle, words_room

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


def test_platforms_are_listed_by_mentions_and_found_by_alias_or_sound(pages: Pages) -> None:
    page = pages.open(PlatformsPage)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    counts = [one.mentions for one in page.model.rows]
    assert counts == sorted(counts, reverse=True)
    for typed in ("pdd", "pinduoduo", "品多多"):
        page.field.setText(typed)
        page.field.submitted.emit(typed)
        assert page.model.rows[0].platform.name == "拼多多"


def test_a_profile_is_asked_for_by_alias_and_its_facts_open_their_sentences(pages: Pages) -> None:
    page = pages.open(PlatformsPage, name="PDD")
    assert page.title() == "拼多多"
    view = platforms(pages.context.library, name="拼多多")[0]
    rows = page.profile.facts.statements.statements
    dated = [row.lead for row in rows if row.lead]
    assert dated == sorted(dated)
    assert any(row.label == "推断" for row in rows)
    page.profile.facts.clicked.emit(page.profile.facts.statements.index(0, 0))
    place = view.facts[0].place
    assert pages.gone[-1] == ReaderTarget(article=place.article, span=Span(place.span.start, place.span.end))


def test_a_wide_profile_shows_the_sentences_beside_what_it_tells_and_a_narrow_one_nothing_else(
    pages: Pages,
) -> None:
    page = pages.open(PlatformsPage, name="拼多多")
    facts = page.profile.facts
    style = StatementStyle(lead=LEAD, side=24, beside=True)
    for width, beside in ((1240, False), (1856, True)):
        pages.do(lambda width=width: pages.stack.resize(width, 900))  # type: ignore[misc]
        row = facts.visualRect(facts.statements.index(0, 0))
        room = words_room(style, row.width(), facts.statements.statements[0])
        assert (room < row.width()) is beside
        drawn = facts.viewport().grab(row.adjusted(row.width() * 5 // 8, 2, 0, -2)).toImage()
        colours = {drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height())}
        assert (len(colours) > 1) is beside
    assert words_room(style, 1856, Statement("没有原句")) == 1856


def test_mentions_are_grouped_by_article_with_the_name_marked(pages: Pages) -> None:
    page = pages.open(PlatformsPage, name="拼多多")
    pages.do(lambda: page.profile.tabs.setCurrentIndex(2))
    rows = page.profile.list.statements.statements
    assert rows[0].heading
    named = [row.text[slice(*row.marks[0])] for row in rows if row.marks]
    assert named
    assert set(named) <= {
        "拼多多",
        "Pinduoduo",
        "PDD",
        "pdd",
        "品多多",
        "拼多多商城",
        "上海寻梦信息技术有限公司",
    }
    page.profile.list.setCurrentIndex(page.profile.list.statements.index(1, 0))
    QTest.keyClick(page.profile.list, Qt.Key.Key_Return)
    assert pages.gone[-1].page == "reader"
    pages.do(pages.context.navigator.back)
    assert page.profile.tabs.value == "mentions"
    assert page.profile.list.currentIndex().row() == 1


def test_a_scope_without_platforms_says_what_would_be_here(pages: Pages) -> None:
    page = pages.open(PlatformsPage)
    pages.do(lambda: pages.context.scope.choose(Scope(ScopeKind.MINE)))
    assert page.model.rows == []
    assert page.stack.currentWidget() is page.empty
    asked: list[str] = []
    page.asked.connect(asked.append)
    assert (page.empty.button.text(), page.count.text()) == ("查看全部文献", "")
    pages.do(page.empty.button.click)
    assert (pages.context.scope.current, pages.gone[-1].page, asked) == (EVERYTHING, "documents", [])
    page._take(())
    assert page.empty.button.text() == "导入…"
    page.empty.button.click()
    assert asked == ["import"]


def test_nothing_is_kept_free_for_dates_where_no_fact_has_one(pages: Pages) -> None:
    page = pages.open(PlatformsPage, name="拼多多")
    rows, told = page.profile.facts, Statement("开店", quote="开店")
    delegate = rows.itemDelegate()
    assert isinstance(delegate, StatementDelegate)
    begins = []
    for listed in ([told], [told, replace(told, lead="2018")]):
        rows.set_statements(listed)
        begins.append(delegate.mark_box(rows.statements.index(0, 0)).left())
    assert begins[1] - begins[0] == LEAD


def test_a_fact_recorded_by_hand_is_marked_and_can_be_deleted(pages: Pages) -> None:
    library = pages.context.library
    place = platforms(library, name="拼多多")[0].facts[0].place
    pages.do(
        lambda: record_fact(
            library, place.article, place.span, TypedFact("拼多多", "rule", "规则", "货要当天发出", "2019")
        )
    )
    page = pages.open(PlatformsPage, name="拼多多")
    rows = page.profile.facts.statements.statements
    row = next(one for one in rows if one.label == "手工记录")
    assert (row.text, row.lead) == ("规则　货要当天发出", "2019")
    page.profile.facts.clicked.emit(page.profile.facts.statements.index(rows.index(row), 0))
    assert pages.gone[-1] == ReaderTarget(place.article, place.span)
    page.profile.facts.asked.emit(row.payload, QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "删除").trigger()
    menu.close()
    pages.settle()
    assert not any(one.label == "手工记录" for one in page.profile.facts.statements.statements)


def asked(pages: Pages, title: str, typed: str) -> TextPrompt:
    """Type into the prompt that is open, and confirm."""
    (prompt,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, TextPrompt) and one.isVisible()
    ]
    assert prompt.windowTitle() == title
    assert isinstance(prompt.field, QLineEdit)
    prompt.field.setText(typed)
    pages.do(prompt.confirm.click)
    return prompt


def test_names_are_given_merged_and_split_from_the_profile_and_taken_back(pages: Pages) -> None:
    library = pages.context.library
    page = pages.open(PlatformsPage, name="拼多多")
    page.profile.naming.ask_rename()
    asked(pages, "改名", "拼多多集团")
    assert page.title() == "拼多多集团"
    assert "拼多多" in page.profile.aliases.text()
    assert find_platform(library, "PDD").name == "拼多多集团"
    menu = page.profile.names.menu()
    menu.aboutToShow.emit()
    (apart,) = [action.menu() for action in menu.actions() if action.menu() is not None]
    assert isinstance(apart, QMenu)
    pages.do(next(action for action in apart.actions() if action.text() == "品多多").trigger)
    assert page.title() == "品多多"
    page.profile.naming.ask_merge()
    asked(pages, "并入另一家", "拼多多集团")
    assert page.title() == "拼多多集团"
    for _step in range(3):
        pages.do(pages.context.operations.undo)
    assert find_platform(library, "品多多").name == "拼多多"
    assert library.store.companies.all() == ()


def test_a_name_that_is_taken_is_told_and_what_was_typed_stays(pages: Pages) -> None:
    page = pages.open(PlatformsPage, name="拼多多")
    page.new.click()
    prompt = asked(pages, "新增企业", "京东")
    assert prompt.isVisible()
    assert prompt.text == "京东"
    pages.do(prompt.reject)
    page.new.click()
    asked(pages, "新增企业", "砺芯半导体")
    assert page.title() == "砺芯半导体"
