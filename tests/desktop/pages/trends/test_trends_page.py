from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from corpus.library.facts.own_passages import put_under_trend
from corpus.library.facts.trends import PassageView, count_trends, trend_passages, trends
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from desktop.pages.trends import TrendsPage
from desktop.pages.trends.own import TrendDialog
from desktop.services.targets import ReaderTarget, TrendsTarget

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


def test_the_cards_of_seven_trends_and_of_what_fits_none_lead_there(pages: Pages) -> None:
    page = pages.open(TrendsPage)
    assert len(page.cards.cards) == 8
    assert list(page.cards.cards)[-1] == "other"
    QTest.mouseClick(page.cards.cards["intelligence"], Qt.MouseButton.LeftButton)
    pages.settle()
    assert pages.gone[-1] == TrendsTarget(key="intelligence")
    assert page.title() == "智能化"
    pages.do(pages.context.navigator.back)
    assert page.stack.currentWidget() is page.cards


def test_reviewed_passages_come_first_and_each_opens_its_sentence(pages: Pages) -> None:
    page = pages.open(TrendsPage, key="regulation")
    view = next(one for one in trends(pages.context.library) if one.trend.key == page.shown)
    rows = page.list.statements.statements
    assert rows[0].text == "已审"
    texts = [row.text for row in rows if not row.heading]
    assert texts == [one.place.quote.strip() for one in view.passages[: len(texts)]]
    assert str(len(view.passages)) in page.tabs.tabText(0)
    while page.list.statements.canFetchMore():
        pages.do(page.list.statements.fetchMore)
    rows = page.list.statements.statements
    assert [row.text for row in rows if not row.heading] == [one.place.quote.strip() for one in view.passages]
    assert [row.text for row in rows if row.heading] == ["已审", "自动找到，按相关度排列"]
    first = rows[1].payload
    assert isinstance(first, PassageView)
    place = first.place
    page.list.clicked.emit(page.list.statements.index(1, 0))
    assert pages.gone[-1] == ReaderTarget(article=place.article, span=Span(place.span.start, place.span.end))


def test_figures_and_limits_have_tabs_of_their_own(pages: Pages) -> None:
    page = pages.open(TrendsPage, key="regulation")
    tabs = [str(page.tabs.tabData(n)) for n in range(page.tabs.count())]
    assert tabs == ["passages", "figures", "limits", "points"]
    for number in range(1, 4):
        pages.do(partial(page.tabs.setCurrentIndex, number))
        assert page._current_list().statements.statements
    pages.context.navigator.open_place(trends(pages.context.library)[0].passages[0].place)
    pages.do(pages.context.navigator.back)
    assert page.tabs.value == "points"


def test_a_card_shows_the_best_sentence_of_its_trend_and_opens_it(pages: Pages) -> None:
    page = pages.open(TrendsPage)
    for counted in count_trends(pages.context.library):
        rows = page.cards.best[counted.trend.key].statements.statements
        assert counted.best is not None
        assert [row.quote for row in rows] == [counted.best.place.quote.strip()]
        first = trend_passages(pages.context.library, counted.trend.key)[0]
        assert first.place == counted.best.place
    shown = page.cards.best["intelligence"]
    middle = shown.visualRect(shown.statements.index(0, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    pages.settle()
    assert pages.gone[-1].page == "reader"


def test_a_card_tells_in_which_years_its_trend_is_spoken_of_on_one_scale(pages: Pages) -> None:
    page = pages.open(TrendsPage)
    library = pages.context.library
    dated = {one.id: one.as_of[:4] for one in library.store.articles.summaries()}
    scales = set()
    for counted in count_trends(library):
        years = Counter(dated[one.place.article] for one in trend_passages(library, counted.trend.key))
        years.pop("", None)
        assert dict(counted.years) == years
        assert [year for year, _n in counted.years] == sorted(years)
        strip = page.cards.strips[counted.trend.key]
        assert strip.isVisibleTo(page) == (counted.trend.key != "other")
        if counted.trend.key != "other":
            assert strip.toolTip() == " · ".join(f"{year} 年 {n} 段" for year, n in counted.years)
            scales.add((strip.years[0], strip.years[-1]))
    assert len(scales) == 1


def test_the_years_on_a_card_have_their_room_below_a_sentence_of_many_lines(pages: Pages) -> None:
    page = pages.open(TrendsPage)
    pages.do(lambda: page.resize(1216, 500))
    pages.do(lambda: page.cards.best["intelligence"].setFixedHeight(200))
    strip, best = page.cards.strips["intelligence"], page.cards.best["intelligence"]
    for _level in range(12):
        QApplication.processEvents()
    assert not strip.geometry().intersects(best.geometry())


def test_a_scope_without_anything_on_a_trend_says_so(pages: Pages) -> None:
    page = pages.open(TrendsPage, key="regulation")
    pages.do(lambda: pages.context.scope.choose(Scope(ScopeKind.MINE)))
    page.tabs.choose("passages")
    assert [str(page.tabs.tabData(n)) for n in range(page.tabs.count())] == ["points"]
    assert all(row.payload is None for row in page.points.statements.statements)


def test_the_mark_of_a_passage_shows_its_sentence_on_hover(pages: Pages) -> None:
    page = pages.open(TrendsPage, key="regulation")
    view = page.list
    box = view._delegate.mark_box(view.statements.index(1, 0))
    QTest.mouseMove(view.viewport(), box.center() + QPoint(1, 1))
    hover = view._delegate.hover
    assert hover is not None
    hover._move(box.center())
    assert hover.hot.row() == 1
    pages.qtbot.waitUntil(lambda: hover._card is not None and hover._card.isVisible())
    hover._move(QPoint(5, box.center().y()))
    assert hover._card is None


def test_a_passage_put_here_by_hand_comes_first_and_can_be_taken_out(pages: Pages) -> None:
    library = pages.context.library
    chosen = next(one for one in trends(library)[0].passages if not one.reviewed).place
    pages.do(lambda: put_under_trend(library, chosen.article, chosen.span, "internationalisation"))
    page = pages.open(TrendsPage, key="internationalisation")
    row = page.list.statements.statements[1]
    assert (row.text, row.label, row.hover) == (chosen.quote, "手工归入", "手工归入")
    page.list.clicked.emit(page.list.statements.index(1, 0))
    assert pages.gone[-1] == ReaderTarget(chosen.article, chosen.span)
    page.list.asked.emit(row.payload, QPoint(0, 0))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "移出趋势").trigger()
    menu.close()
    pages.settle()
    assert not any(one.label for one in page.list.statements.statements)
    pages.do(pages.context.operations.undo)
    assert page.list.statements.statements[1].label == "手工归入"


def shown(page: TrendsPage) -> list[str]:
    return [row.text for row in page.list.statements.statements if not row.heading]


def test_a_passage_found_is_taken_out_with_a_key_and_comes_back(pages: Pages) -> None:
    page = pages.open(TrendsPage, key="regulation")
    before = shown(page)
    page.list.setCurrentIndex(page.list.statements.index(1, 0))
    (take_out,) = (one for one in page.page_actions() if one.key == "take-out")
    pages.do(take_out.handler)
    assert shown(page)[: len(before) - 1] == before[1:]
    pages.do(pages.context.operations.undo)
    assert before[0] in shown(page)


def test_a_category_of_ones_own_is_made_changed_and_deleted(pages: Pages) -> None:
    page = pages.open(TrendsPage)
    pages.do(page.cards.add.click)
    (dialog,) = page.window().findChildren(TrendDialog)
    dialog.name.setText("物流化")
    pages.do(dialog.confirm.click)
    assert dialog.isVisible()
    dialog.words.setText("快递、物流")
    pages.do(dialog.confirm.click)
    (own,) = pages.context.library.store.own_trends.all()
    assert list(page.cards.cards)[-2:] == [own.key, "other"]
    pages.do(lambda: page.cards.opened.emit(own.key))
    assert page.title() == "物流化"
    assert page.change.isVisible()
    assert all("快递" in one or "物流" in one for one in shown(page))
    pages.do(page.forget.click)
    assert page.stack.currentWidget() is page.cards
    assert pages.context.library.store.own_trends.all() == ()
