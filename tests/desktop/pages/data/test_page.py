from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu

from corpus.library.facts.own_figures import figures_to_record, record_figure
from corpus.library.facts.statistics import conflicts, statistic, statistics
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic
from desktop.pages.data import DataPage
from desktop.pages.data.chart import FigureChart
from desktop.pages.data.contradiction import ContradictionCard
from desktop.services.targets import ReaderTarget, Target

if TYPE_CHECKING:
    from corpus.library.core.views import StatisticView
    from tests.desktop.pages.conftest import Pages


def place_of(view: StatisticView) -> Target:
    span = view.place.span
    return ReaderTarget(article=view.place.article, span=Span(span.start, span.end))


def choose(page: DataPage, metric: str) -> StatisticView:
    number, row = next(
        (n, row) for n, row in enumerate(page.figures.model.rows) if row.view.statistic.metric == metric
    )
    page.figures.table.choose_row(number)
    return row.view


def test_every_figure_of_the_pack_is_listed_and_leads_to_its_sentence(pages: Pages) -> None:
    page = pages.open(DataPage)
    QAbstractItemModelTester(page.figures.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert len(page.figures.model.rows) > 50
    view = choose(page, "社交电商市场规模")
    assert page.detail.figure == view
    section = [one.key for one in page.figures.model.columns].index("evidence")
    page.figures.table.clicked.emit(
        page.figures.model.index(page.figures.table.currentIndex().row(), section)
    )
    assert pages.gone[-1] == place_of(view)


def test_enter_opens_the_sentence_and_coming_back_finds_the_page_as_it_was(pages: Pages) -> None:
    page = pages.open(DataPage)
    page.bar.field.setText("电子商务")
    page.bar.field.submitted.emit("电子商务")
    page.figures.table.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    view = choose(page, "电子商务交易额增速")
    shown = [row.view.statistic.id for row in page.figures.model.rows]
    QTest.keyClick(page.figures.table, Qt.Key.Key_Return)
    assert pages.gone[-1] == place_of(view)
    page.bar.field.setText("别的")
    page.bar.changed.emit()
    pages.context.navigator.back()
    pages.settle()
    assert [row.view.statistic.id for row in page.figures.model.rows] == shown
    assert page.detail.figure is not None
    assert page.detail.figure.statistic.id == view.statistic.id


def test_only_disputed_figures_are_left_where_asked(pages: Pages) -> None:
    page = pages.open(DataPage)
    before = len(page.figures.model.rows)
    page.bar.disputed.setChecked(True)
    assert 0 < len(page.figures.model.rows) < before
    assert all(row.view.conflicts and row.sign == "≠" for row in page.figures.model.rows)


def test_sizes_are_sorted_by_their_value_and_not_by_their_text(pages: Pages) -> None:
    page = pages.open(DataPage)
    page.figures.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    sizes = [
        row.view.statistic.base_value
        for row in page.figures.model.rows
        if row.view.statistic.base_unit == "元"
    ]
    known = [size for size in sizes if size is not None]
    assert len(known) > 3
    assert known == sorted(known)


def test_rejecting_takes_a_figure_off_the_list_and_undo_brings_it_back(pages: Pages) -> None:
    page = pages.open(DataPage)
    view = choose(page, "社交电商市场规模")
    pages.do(page.figure_actions.reject_chosen)
    assert view.statistic.id not in [row.view.statistic.id for row in page.figures.model.rows]
    assert statistic(pages.context.library, view.statistic.id).statistic.status is FactStatus.REJECTED
    pages.do(pages.context.operations.undo)
    assert view.statistic.id in [row.view.statistic.id for row in page.figures.model.rows]


def test_a_typed_correction_is_kept_and_can_be_taken_back(pages: Pages) -> None:
    page = pages.open(DataPage)
    before = choose(page, "社交电商市场规模").statistic
    page.detail.start_editing()
    form = page.detail._form
    assert form is not None
    form.fields["value"].setText("不是数字")
    pages.do(form.save.click)
    assert pages.context.notices.latest is not None
    assert statistic(pages.context.library, before.id).statistic == before
    form.fields["value"].setText("12700")
    pages.do(form.save.click)
    after = statistic(pages.context.library, before.id).statistic
    assert (str(after.value), after.status) == ("12700", FactStatus.EDITED)
    pages.do(pages.context.operations.undo)
    assert statistic(pages.context.library, before.id).statistic == before


def test_a_verdict_on_a_contradiction_is_kept(pages: Pages) -> None:
    page = pages.open(DataPage)
    choose(page, "社交电商市场规模")
    card = page.detail.findChildren(ContradictionCard)[-1]
    key = card._conflict.key
    pages.do(card.verdicts[2].click)
    kept = {one.key: one.verdict for one in conflicts(pages.context.library)}
    assert kept[key] == "口径不同，均保留"
    again = page.detail.findChildren(ContradictionCard)
    assert [chip.isChecked() for chip in again[-1].verdicts] == [False, False, True, False]


def test_both_sides_of_a_contradiction_open_their_sentences(pages: Pages) -> None:
    page = pages.open(DataPage)
    choose(page, "社交电商市场规模")
    card = page.detail.findChildren(ContradictionCard)[-1]
    for number, view in enumerate((card._conflict.left, card._conflict.right)):
        card.rows.clicked.emit(card.rows.statements.index(number, 0))
        assert pages.gone[-1] == place_of(view)


def test_a_click_on_a_point_of_the_chart_opens_its_sentence(pages: Pages) -> None:
    page = pages.open(DataPage)
    choose(page, "社交电商市场规模")
    chart = page.detail.findChildren(FigureChart)[-1]
    spots = chart.points[0].points()
    assert len(spots) > 1
    point = spots[0].data()
    with pages.qtbot.waitSignal(chart.opened):
        chart.points[0].sigClicked.emit(chart.points[0], [spots[0]], None)
    assert pages.gone[-1] == place_of(point.view)


def test_the_scope_is_respected_and_an_empty_page_says_what_would_be_here(pages: Pages) -> None:
    page = pages.open(DataPage)
    pages.do(lambda: pages.context.scope.choose(Scope(ScopeKind.MINE)))
    assert page.figures.model.rows == []
    assert page.figures.currentWidget() is page.figures.empty
    pages.do(lambda: pages.context.scope.choose(Scope()))
    assert page.figures.currentWidget() is page.figures.table


def test_a_copied_figure_carries_sentence_and_source(pages: Pages) -> None:
    page = pages.open(DataPage)
    view = choose(page, "社交电商市场规模")
    page.figure_actions.copy_chosen()
    copied = QGuiApplication.clipboard().text()
    assert view.place.quote in copied
    assert f"《{view.place.title}》" in copied


def test_unconfirmed_figures_can_be_asked_for_from_elsewhere(pages: Pages) -> None:
    page = pages.open(DataPage, status="extracted")
    assert page.bar.filter.status == "extracted"
    assert all(row.view.statistic.status is FactStatus.EXTRACTED for row in page.figures.model.rows)


def test_a_figure_recorded_by_hand_is_listed_and_can_be_deleted(pages: Pages) -> None:
    library = pages.context.library
    article = statistics(library)[0].place.article
    at = library.texts.get(article).clean.index("。")
    draft = replace(figures_to_record(library, article, Span(at - 3, at))[0], statistic=Statistic(
        "", "", None, "", Span(at - 3, at), Span(at - 3, at)
    ))  # fmt: skip
    typed = replace(draft.statistic, metric="手记的数", value=Decimal(7))
    pages.do(lambda: record_figure(library, draft, typed))
    page = pages.open(DataPage)
    choose(page, "手记的数")
    page.figures.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "删除手工记录的数据").trigger()
    menu.close()
    pages.settle()
    assert "手记的数" not in {row.view.statistic.metric for row in page.figures.model.rows}
    pages.do(pages.context.operations.undo)
    assert "手记的数" in {row.view.statistic.metric for row in page.figures.model.rows}
