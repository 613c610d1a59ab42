from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from corpus.library.facts.own_platform_facts import record_fact
from corpus.library.facts.platforms import platforms
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from desktop.pages.platforms import PlatformsPage
from desktop.services.targets import ReaderTarget

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


def test_a_fact_recorded_by_hand_is_marked_and_can_be_deleted(pages: Pages) -> None:
    library = pages.context.library
    place = platforms(library, name="拼多多")[0].facts[0].place
    pages.do(
        lambda: record_fact(
            library, place.article, place.span, "拼多多", "rule", "规则", "货要当天发出", "2019"
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
