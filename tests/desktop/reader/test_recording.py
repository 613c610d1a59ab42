from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from corpus.library.core.settings import user_words
from corpus.library.core.views import StatisticView
from corpus.library.facts.platforms import platforms
from corpus.library.facts.statistics import statistics
from corpus.library.facts.trends import PassageView, trends
from corpus.library.intake.importing import import_paths
from corpus.library.reading.articles import Reading
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from desktop.reader.page import ReaderPage
from desktop.reader.selection.record_fact import RecordFactDialog
from desktop.reader.selection.record_figure import RecordFigureDialog
from desktop.reader.selection.wishes import UnderTrend, Wish
from desktop.services.context import Context
from tests.desktop.lane import redo, settle, undo

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


D = TypeVar("D", bound=QDialog)


def select(page: ReaderPage, read: Reading, words: str) -> None:
    at = read.text.index(words)
    page.paper.view.select(Span(at, at + len(words)))


def own_passages(context: Context, trend: str) -> list[PassageView]:
    (view,) = (one for one in trends(context.library) if one.trend.key == trend)
    return [one for one in view.passages if one.id]


def figures(context: Context, read: Reading) -> dict[str, StatisticView]:
    found = statistics(context.library, articles=frozenset({read.summary.id}))
    return {one.statistic.metric: one for one in found}


def dialog_of(page: ReaderPage, sort: type[D]) -> D:
    found = page.window().findChild(sort)
    assert isinstance(found, sort)
    return found


def figure_dialog(page: ReaderPage, read: Reading, words: str) -> RecordFigureDialog:
    select(page, read, words)
    page.selecting.do(Wish.FIGURE)
    settle(page.context)
    return dialog_of(page, RecordFigureDialog)


def fact_dialog(page: ReaderPage, read: Reading, words: str) -> RecordFactDialog:
    select(page, read, words)
    page.selecting.do(Wish.FACT)
    settle(page.context)
    return dialog_of(page, RecordFactDialog)


def test_the_menu_offers_what_can_be_recorded_and_ticks_the_trends_of_the_passage(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    select(page, read, "先做批发")
    page.selecting.do(UnderTrend("extension"))
    settle(page.context)
    select(page, read, "先做批发")
    page.paper.view.asked.emit(0, QPoint(10, 10))
    settle(page.context)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    assert {"检索所选", "记为数据…", "记为平台事实…", "归入趋势", "加入词典", "复制位置链接"} <= set(texts)
    (under,) = (action.menu() for action in menu.actions() if action.text() == "归入趋势")
    assert isinstance(under, QMenu)
    ticked = {action.text() for action in under.actions() if action.isChecked()}
    assert (len(under.actions()), ticked) == (7, {"延伸化"})
    next(action for action in under.actions() if action.isChecked()).trigger()
    settle(page.context)
    menu.close()
    assert own_passages(reading_context, "extension") == []


def test_a_passage_is_put_under_a_trend_and_taken_back(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    select(page, read, "先做批发")
    page.selecting.do(UnderTrend("extension"))
    settle(page.context)
    (passage,) = own_passages(reading_context, "extension")
    assert passage.place.quote == "多数店主从前在外地打工，回来以后先做批发，再做零售。"
    latest = reading_context.notices.latest
    assert latest is not None
    assert latest.text == "已归入“延伸化”"
    undo(reading_context)
    assert own_passages(reading_context, "extension") == []
    redo(reading_context)
    assert [one.place for one in own_passages(reading_context, "extension")] == [passage.place]


def test_the_palette_knows_everything_that_can_be_recorded(page: ReaderPage, read: Reading) -> None:
    actions = {action.text: action for action in page.page_actions()}
    wanted = ["记为数据…", "记为平台事实…", "加入词典", "归入趋势：延伸化", "归入趋势：国际化"]
    assert not any(actions[one].enabled() for one in wanted)
    select(page, read, "先做批发")
    assert all(actions[one].enabled() for one in wanted)


def test_a_number_nobody_read_is_recorded_and_shown_beside_the_text(
    page: ReaderPage, read: Reading, reading_context: Context, qtbot: QtBot
) -> None:
    dialog = figure_dialog(page, read, "第一句话")
    assert dialog.numbers.itemText(0) == "第一"
    typed = {"metric": "口头禅", "subject": "店主", "region": "县城", "value": "1", "unit": "句"}
    for name, text in typed.items():
        dialog.form.fields[name].setText(text)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.form.save.click()
        settle(page.context)
    kept = figures(reading_context, read)["口头禅"]
    assert (kept.statistic.value, kept.statistic.region, kept.statistic.status) == (
        *(Decimal(1), "县城", FactStatus.EDITED),
    )
    assert kept.place.quote.startswith("他们说的第一句话")
    panel = page.side.figures
    page.side.turn_to(panel)
    qtbot.waitUntil(lambda: panel.place_of(kept.statistic.id) is not None)
    panel.list.choose(kept.statistic.id)
    panel.on_chosen(kept.statistic.id)
    assert not panel.delete_button.isHidden()
    panel.delete_button.click()
    settle(page.context)
    assert "口头禅" not in figures(reading_context, read)
    undo(reading_context)
    assert "口头禅" in figures(reading_context, read)


def test_a_figure_of_the_library_is_confirmed_or_corrected_in_place(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    before = figures(reading_context, read)
    dialog = figure_dialog(page, read, "150 万元，同比")
    assert dialog.draft.known
    assert dialog.numbers.currentText() == "150 万元（已收录）"
    assert not dialog.told.isHidden()
    figure = dialog.draft.statistic.id
    dialog.form.save.click()
    settle(page.context)
    after = {one.statistic.id: one for one in figures(reading_context, read).values()}
    assert after.keys() == {one.statistic.id for one in before.values()}
    assert after[figure].statistic.status is FactStatus.CONFIRMED
    undo(reading_context)
    undone = {one.statistic.id: one for one in figures(reading_context, read).values()}
    assert undone[figure].statistic.status is FactStatus.EXTRACTED


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [("metric", " ", "指标"), ("value", "很多", "很多")],
)
def test_what_is_wrong_with_a_figure_is_told_in_the_dialog(
    page: ReaderPage, read: Reading, reading_context: Context, field: str, text: str, told: str
) -> None:
    before = figures(reading_context, read)
    dialog = figure_dialog(page, read, "150 万元，同比")
    dialog.form.fields[field].setText(text)
    dialog.form.save.click()
    settle(page.context)
    assert told in dialog.told.text()
    assert dialog.isVisible()
    assert figures(reading_context, read) == before


def test_a_fact_of_a_platform_is_recorded_with_the_selection(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    dialog = fact_dialog(page, read, "回来以后先做批发，再做零售")
    assert not dialog.save.isEnabled()
    dialog.platform.setCurrentIndex(dialog.platform.findData("京东"))
    dialog.sort.setCurrentIndex(dialog.sort.findData("model"))
    dialog.date.setText("前些时候")
    dialog.save.click()
    settle(page.context)
    assert "前些时候" in dialog.told.text()
    dialog.date.setText("2018年7月")
    dialog.save.click()
    settle(page.context)
    facts = {
        one.fact.date: one for one in platforms(reading_context.library, name="京东")[0].facts if one.fact.own
    }
    assert facts["2018-07"].place.quote == "回来以后先做批发，再做零售"
    assert (facts["2018-07"].fact.label, facts["2018-07"].fact.value["text"]) == (
        "模式",
        "回来以后先做批发，再做零售",
    )
    undo(reading_context)
    assert not any(one.fact.own for one in platforms(reading_context.library, name="京东")[0].facts)


def test_a_selected_word_is_taken_into_the_dictionary_and_out_again(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    select(page, read, "田野笔记")
    page.selecting.do(Wish.WORD)
    settle(page.context)
    assert [one.word for one in user_words(reading_context.library)] == ["田野笔记"]
    undo(reading_context)
    assert user_words(reading_context.library) == ()


def test_a_whole_sentence_is_no_word(page: ReaderPage, read: Reading, reading_context: Context) -> None:
    select(page, read, "多数店主从前在外地打工，回来以后先做批发，再做零售")
    page.selecting.do(Wish.WORD)
    settle(page.context)
    assert user_words(reading_context.library) == ()
    latest = reading_context.notices.latest
    assert latest is not None
    assert latest.tone == "trouble"


def test_what_was_recorded_of_a_sentence_that_is_gone_waits_and_can_be_deleted(
    page: ReaderPage, read: Reading, reading_context: Context, field_notes: Path, qtbot: QtBot
) -> None:
    select(page, read, "先做批发")
    page.selecting.do(UnderTrend("extension"))
    settle(page.context)
    (own,) = own_passages(reading_context, "extension")
    file = field_notes
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("多数店主从前在外地打工，回来以后先做批发，再做零售。", ""), encoding="utf-8"
    )
    import_paths(reading_context.library, [file])
    panel = page.side.figures
    page.side.turn_to(panel)
    qtbot.waitUntil(lambda: own.id in [row.key for row in panel.list.row_model.rows])
    rows = {row.key: row for row in panel.list.row_model.rows}
    assert rows["adrift"].title == "原句已不在文中"
    assert (rows[own.id].title, "先做批发" in rows[own.id].footer) == ("归入趋势：延伸化", True)
    panel.list.choose(own.id)
    assert panel.delete_button.isEnabled()
    assert not panel.confirm_button.isEnabled()
    panel.delete_button.click()
    settle(page.context)
    qtbot.waitUntil(lambda: own.id not in [row.key for row in panel.list.row_model.rows])
    undo(reading_context)
    qtbot.waitUntil(lambda: own.id in [row.key for row in panel.list.row_model.rows])
    file.write_text(text + "又添一句。\n", encoding="utf-8")
    import_paths(reading_context.library, [file])
    assert [one.id for one in own_passages(reading_context, "extension")] == [own.id]


def test_a_library_that_is_only_read_offers_to_copy_and_search(
    page: ReaderPage, read: Reading, reading_context: Context
) -> None:
    select(page, read, "先做批发")
    reading_context.library.writable = False
    page.selecting.show_menu(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = [action.text().partition("\t")[0] for action in menu.actions() if action.isEnabled()]
    copies = ["复制并附出处", "复制并附（作者，年：页）", "复制位置链接"]
    assert [text for text in offered if text] == [*copies, "检索所选"]
    menu.close()
    reading_context.library.writable = True
