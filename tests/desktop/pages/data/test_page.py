from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from corpus.library.facts.own_figures import figures_to_record, record_figure
from corpus.library.facts.statistics import conflicts, statistic, statistics
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic
from corpus.report.charts.drawing import Box
from desktop.dialogs.many_figures import ManyFiguresDialog
from desktop.pages.data import DataPage
from desktop.pages.data.columns import FIXED, LIKELY_ALIKE, ROOM_FOR, QuotedFigure, key_of
from desktop.pages.data.contradiction import ContradictionCard
from desktop.pages.data.figure_export import told
from desktop.services.targets import DataTarget, ReaderTarget, Target

if TYPE_CHECKING:
    from corpus.library.core.views import StatisticView
    from desktop.widgets import ListTable
    from tests.desktop.pages.conftest import Pages


def place_of(view: StatisticView) -> Target:
    span = view.place.span
    return ReaderTarget(article=view.place.article, span=Span(span.start, span.end))


def rows(page: DataPage) -> list[QuotedFigure]:
    """Return the rows of the first pages, as far as they are at hand."""
    model = page.figures.model
    found = (model.row_at(model.index(n, 0)) for n in range(model.rowCount()))
    return [row for row in found if row is not None]


def ids(page: DataPage) -> list[str]:
    return [key_of(row) for row in rows(page)]


def choose(pages: Pages, page: DataPage, metric: str) -> StatisticView:
    number, row = next((n, row) for n, row in enumerate(rows(page)) if row.statistic.metric == metric)
    page.figures.table.choose_row(number)
    pages.qtbot.waitUntil(
        lambda: page.detail.figure is not None and page.detail.figure.statistic == row.statistic
    )
    return statistic(pages.context.library, key_of(row))


def test_a_wide_page_of_large_letters_shows_every_column_there_is_room_for_at_once(pages: Pages) -> None:
    pages.context.theme.enlarge(150)
    pages.stack.resize(1830, 960)
    try:
        page = pages.open(DataPage)
        table, columns = page.figures.table, page.figures.model.columns
        shown = {one.key for section, one in enumerate(columns) if not table.isColumnHidden(section)}
        assert {"subject", "change", "source"} <= shown
    finally:
        pages.context.theme.enlarge(100)


def test_every_figure_of_the_pack_is_listed_and_leads_to_its_sentence(pages: Pages) -> None:
    page = pages.open(DataPage)
    QAbstractItemModelTester(page.figures.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.figures.model.rowCount() > 50
    view = choose(pages, page, "社交电商市场规模")
    assert page.detail.figure == view
    section = [one.key for one in page.figures.model.columns].index("evidence")
    row = page.figures.table.currentIndex().row()
    pages.do(lambda: page.figures.table.clicked.emit(page.figures.model.index(row, section)))
    assert pages.gone[-1] == place_of(view)


def test_enter_opens_the_sentence_and_coming_back_finds_the_page_as_it_was(pages: Pages) -> None:
    page = pages.open(DataPage)
    page.bar.field.setText("电子商务")
    pages.do(page.bar.changed.emit)
    section = [one.key for one in page.figures.model.columns].index("value")
    pages.do(lambda: page.figures.table.sortByColumn(section, Qt.SortOrder.DescendingOrder))
    view = choose(pages, page, "电子商务交易额增速")
    shown = ids(page)
    pages.do(lambda: QTest.keyClick(page.figures.table, Qt.Key.Key_Return))
    assert pages.gone[-1] == place_of(view)
    page.bar.field.setText("别的")
    pages.do(page.bar.changed.emit)
    pages.context.navigator.back()
    pages.settle()
    assert ids(page) == shown
    pages.qtbot.waitUntil(lambda: page.detail.figure is not None)
    assert page.figures.table.chosen_ids() == [view.statistic.id]


def test_a_filter_told_once_more_leaves_what_was_chosen_meanwhile(pages: Pages) -> None:
    page = pages.open(DataPage)
    page.bar.field.setText("电子商务")
    pages.do(page.bar.changed.emit)
    view = choose(pages, page, "电子商务交易额增速")
    pages.do(page.bar.field._send_edited)  # the pause after the last key is over
    assert page.figures.table.chosen_ids() == [view.statistic.id]
    pages.do(lambda: QTest.keyClick(page.figures.table, Qt.Key.Key_Return))
    assert pages.gone[-1] == place_of(view)


def test_only_disputed_figures_are_left_where_asked(pages: Pages) -> None:
    page = pages.open(DataPage)
    before = page.figures.model.rowCount()
    pages.do(lambda: page.bar.disputed.setChecked(True))
    assert 0 < page.figures.model.rowCount() < before
    assert all(row.sign == "≠" for row in rows(page))


def test_a_column_that_tells_no_row_from_another_is_spared_and_comes_back(pages: Pages) -> None:
    page = pages.open(DataPage)
    page.window().resize(2000, 700)
    spared = []
    for text in ("", "社交电商市场规模"):
        pages.do(partial(page.show_target, DataTarget(text=text)))
        columns = [one for one in enumerate(page.figures.model.columns) if one[1].key in LIKELY_ALIKE]
        told = {number: {column.text(row) for row in rows(page)} for number, column in columns}
        hidden = {number for number in told if page.figures.table.isColumnHidden(number)}
        assert hidden == {number for number, texts in told.items() if len(texts) == 1}
        spared.append(hidden)
    assert spared[0] < spared[1]


def test_sizes_are_sorted_by_their_value_and_not_by_their_text(pages: Pages) -> None:
    page = pages.open(DataPage)
    section = [one.key for one in page.figures.model.columns].index("value")
    pages.do(lambda: page.figures.table.sortByColumn(section, Qt.SortOrder.AscendingOrder))
    sizes = [row.statistic.base_value for row in rows(page) if row.statistic.base_unit == "元"]
    known = [size for size in sizes if size is not None]
    assert len(known) > 3
    assert known == sorted(known)


def test_a_filter_offers_what_occurs_with_true_numbers_and_forgets_its_own_choice(pages: Pages) -> None:
    page = pages.open(DataPage)
    button = page.bar.facets["years"]
    pages.do(button.open)
    popover = button.popover
    assert popover is not None
    offered = {one.name: one.count for one in popover._offers}
    assert sum(offered.values()) <= page.figures.model.rowCount()
    popover.field.setText("2018")
    pages.do(lambda: QTest.keyClick(popover.field, Qt.Key.Key_Return))
    assert page.figures.model.rowCount() == offered["2018"]
    assert {row.statistic.period.end[:4] for row in rows(page)} == {"2018"}
    pages.do(button.open)
    again = button.popover
    assert again is not None
    assert {one.name: one.count for one in again._offers} == offered
    pages.do(again.close)
    pages.do(page.bar.clear.click)
    assert not page.bar.narrowed


def test_rejecting_takes_a_figure_off_the_list_and_undo_brings_it_back(pages: Pages) -> None:
    page = pages.open(DataPage)
    view = choose(pages, page, "社交电商市场规模")
    pages.do(page.figure_actions.reject_chosen)
    assert view.statistic.id not in ids(page)
    assert statistic(pages.context.library, view.statistic.id).statistic.status is FactStatus.REJECTED
    pages.do(pages.context.operations.undo)
    assert view.statistic.id in ids(page)


def test_a_typed_correction_is_kept_and_can_be_taken_back(pages: Pages) -> None:
    page = pages.open(DataPage)
    before = choose(pages, page, "社交电商市场规模").statistic
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
    page.detail.start_editing()
    form = page.detail._form
    assert form is not None
    QTest.keyClick(form.fields["value"], Qt.Key.Key_Escape)
    assert page.detail._form is None


def test_a_verdict_on_a_contradiction_is_kept(pages: Pages) -> None:
    page = pages.open(DataPage)
    choose(pages, page, "社交电商市场规模")
    card = page.detail.findChildren(ContradictionCard)[-1]
    key = card._conflict.key
    pages.do(card.verdicts[2].click)
    kept = {one.key: one.verdict for one in conflicts(pages.context.library)}
    assert kept[key] == "口径不同，均保留"
    again = page.detail.findChildren(ContradictionCard)
    assert [chip.isChecked() for chip in again[-1].verdicts] == [False, False, True, False]


@pytest.mark.parametrize(("kind", "tone"), [("预测与实际不符", "amber"), ("数值不一致", "cinnabar")])
def test_a_forecast_that_came_otherwise_is_told_more_gently(pages: Pages, kind: str, tone: str) -> None:
    shown = replace(conflicts(pages.context.library)[0], kind=kind)
    card = ContradictionCard(pages.context.theme, shown)
    words = {label.text(): label.property("tone") for label in card.findChildren(QLabel)}
    assert words[f"≠ {kind}"] == tone
    assert any("不等于哪一条说错了" in one for one in words) == (tone == "amber")
    card.deleteLater()


def test_both_sides_of_a_contradiction_open_their_sentences(pages: Pages) -> None:
    page = pages.open(DataPage)
    choose(pages, page, "社交电商市场规模")
    card = page.detail.findChildren(ContradictionCard)[-1]
    for number, view in enumerate((card._conflict.left, card._conflict.right)):
        pages.do(partial(card.rows.clicked.emit, card.rows.statements.index(number, 0)))
        assert pages.gone[-1] == place_of(view)


def test_a_click_on_a_mark_of_the_chart_opens_its_sentence(pages: Pages) -> None:
    page = pages.open(DataPage)
    choose(pages, page, "社交电商市场规模")
    view = page.detail.chart.view
    marks = view.marks()
    assert len(marks) > 1
    for mark in marks[:2]:
        centre = (
            mark.x + (mark.width / 2 if isinstance(mark, Box) else 0),
            mark.y + (mark.height / 2 if isinstance(mark, Box) else 0),
        )
        at = QPoint(*(round(one * view.shown_at) for one in centre))
        pages.do(partial(QTest.mouseClick, view, Qt.MouseButton.LeftButton, pos=at))
        assert pages.gone[-1] == place_of(statistic(pages.context.library, mark.figures[0]))
    pages.do(lambda: (QTest.keyClick(view, Qt.Key.Key_Right), QTest.keyClick(view, Qt.Key.Key_Return)))
    assert pages.gone[-1] == place_of(statistic(pages.context.library, marks[0].figures[0]))


def test_the_scope_is_respected_and_an_empty_page_says_what_would_be_here(pages: Pages) -> None:
    page = pages.open(DataPage)
    pages.do(lambda: pages.context.scope.choose(Scope(ScopeKind.MINE)))
    assert page.figures.model.rowCount() == 0
    assert page.figures.currentWidget() is page.figures.empty
    asked: list[str] = []
    page.asked.connect(asked.append)
    page.figures.empty.button.click()
    assert asked == ["import"]
    pages.do(lambda: pages.context.scope.choose(Scope()))
    assert page.figures.currentWidget() is page.figures.table


def test_a_copied_figure_carries_sentence_and_source(pages: Pages) -> None:
    page = pages.open(DataPage)
    view = choose(pages, page, "社交电商市场规模")
    pages.do(page.figure_actions.chosen_figures.copy_chosen)
    copied = QGuiApplication.clipboard().text()
    rich = QGuiApplication.clipboard().mimeData().html()
    assert "<table" not in rich
    assert rich.count("<p>") == len(copied.splitlines())
    assert view.place.quote in copied
    assert f"《{view.place.title}》" in copied
    assert "》。）" not in copied
    entry = copied.splitlines()[-1]
    assert entry.startswith("——")
    assert f". {view.place.title}[" in entry


def test_unconfirmed_figures_can_be_asked_for_from_elsewhere(pages: Pages) -> None:
    page = pages.open(DataPage, status="extracted")
    assert page.bar.query.status == "extracted"
    assert all(row.statistic.status is FactStatus.EXTRACTED for row in rows(page))


def test_a_figure_that_is_linked_to_is_shown_whatever_was_filtered(pages: Pages) -> None:
    page = pages.open(DataPage)
    figure = key_of(rows(page)[-1])
    pages.do(lambda: page.show_target(DataTarget(text="社交电商市场规模")))
    pages.do(lambda: page.views.choose("matrix"))
    pages.do(lambda: page.show_target(DataTarget(figure=figure)))
    assert (page.views.value, page.bar.query.text) == ("list", "")
    assert page.figures.table.chosen_ids() == [figure]


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
    choose(pages, page, "手记的数")
    page.figures.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "删除手工记录的数据").trigger()
    menu.close()
    pages.settle()
    assert "手记的数" not in {row.statistic.metric for row in rows(page)}
    pages.do(pages.context.operations.undo)
    assert "手记的数" in {row.statistic.metric for row in rows(page)}


def test_many_rows_are_changed_at_once_and_taken_back_at_once(pages: Pages) -> None:
    page = pages.open(DataPage)
    first = rows(page)[:3]
    table = page.figures.table
    table.selectRow(0)
    table.setSelectionMode(table.SelectionMode.MultiSelection)
    for place in (1, 2):
        table.selectRow(place)
    pages.do(page.figure_actions.edit_chosen)
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ManyFiguresDialog))
    dialog.fields["region"].setText("某省")
    pages.do(dialog._agree)
    known = [statistic(pages.context.library, key_of(row)).statistic for row in first]
    assert [(one.region, one.status) for one in known] == [("某省", FactStatus.EDITED)] * 3
    assert [one.metric for one in known] == [row.statistic.metric for row in first]
    pages.do(pages.context.operations.undo)
    assert [statistic(pages.context.library, key_of(row)).statistic for row in first] == [
        row.statistic for row in first
    ]
    page.figure_actions.chosen_figures.copy_chosen()
    pages.settle()
    copied = QGuiApplication.clipboard().mimeData()
    assert len(copied.text().splitlines()) == 5
    assert copied.html().count("<tr>") == 4
    source = copied.text().splitlines()[-1]
    assert source.startswith("数据出处：")
    assert "参考文献：" in source
    assert source in copied.html()


def test_columns_a_person_chose_are_remembered(pages: Pages) -> None:
    page = pages.open(DataPage)
    places = {one.key: n for n, one in enumerate(page.figures.model.columns)}
    table = page.figures.table
    page.figures._switch("source", {"metric", "source", "unit"})
    assert table.isColumnHidden(places["source"])
    assert not table.isColumnHidden(places["unit"])
    assert pages.context.settings.text("data/columns").split() == [
        "sign",
        "metric",
        "value",
        "unit",
        "evidence",
    ]
    page.figures._keep_columns(())
    assert pages.context.settings.text("data/columns") == ""


def test_no_window_of_its_own_comes_up_while_figures_are_looked_at(pages: Pages) -> None:
    page = pages.open(DataPage)
    before = set(QGuiApplication.topLevelWindows())
    for metric in ("社交电商市场规模", "电子商务交易额增速"):
        choose(pages, page, metric)
    for view in ("matrix", "chart", "review", "list"):
        pages.do(partial(page.show_view, view))
    assert set(QGuiApplication.topLevelWindows()) <= before


def test_columns_nobody_chose_are_left_out_where_not_even_the_least_of_all_has_room(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.pages.data.figure_list.ROOM_FOR", {key: n for n, key in enumerate(ROOM_FOR)})
    page = pages.open(DataPage)
    table = page.figures.table
    before = {key for key, section in page.figures._places.items() if not table.isColumnHidden(section)}
    pages.stack.resize(900, 600)
    pages.qtbot.waitUntil(lambda: width_of(table) <= table.viewport().width())
    after = {key for key, section in page.figures._places.items() if not table.isColumnHidden(section)}
    assert after < before
    assert set(FIXED) <= after
    pages.stack.resize(1800, 600)
    pages.qtbot.waitUntil(lambda: width_of(table) == table.viewport().width())
    now = {key for key, section in page.figures._places.items() if not table.isColumnHidden(section)}
    assert now >= before


def width_of(table: ListTable) -> int:
    return sum(table.columnWidth(section) for section in range(len(table.list_model.columns)))


def test_that_a_copied_figure_without_more_to_tell_has_one_stop_and_marks_within_marks(pages: Pages) -> None:
    view = statistics(pages.context.library)[0]
    said = replace(view.place, quote="他说“有31家”。", title="甲")
    bare = replace(view, statistic=replace(view.statistic, source=""), place=said, as_of="")
    assert told(bare).splitlines()[1] == "“他说‘有31家’。”（《甲》）"
    assert told(replace(bare, as_of="2020")).splitlines()[1] == "“他说‘有31家’。”（《甲》。资料截至 2020。）"
