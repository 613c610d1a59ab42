"""Going through the least certain figures by keys, and a correction offered for the same phrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from corpus.library.facts.statistics import statistic, statistics
from corpus.model.statistic import FactStatus
from corpus.store.database.changes import Changes
from corpus.store.schema.told_by_numbers import STATUSES
from desktop.pages.data import DataPage
from desktop.pages.data.columns import key_of
from desktop.services.targets import ReaderTarget

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages

EXTRACTED = STATUSES.index(FactStatus.EXTRACTED)


def ids(page: DataPage) -> list[str]:
    """Return the ids of the rows that are at hand."""
    model = page.figures.model
    found = (model.row_at(model.index(n, 0)) for n in range(model.rowCount()))
    return [key_of(row) for row in found if row is not None]


def test_review_begins_with_the_least_certain_and_goes_on_by_keys(pages: Pages) -> None:
    library = pages.context.library
    sure = [one.statistic.id for one in statistics(library)][:6]
    with library.store.transaction(Changes(facts=frozenset())):
        library.store.figures._database.run_many(
            "UPDATE figures SET status_number = ?, doubt = ?, exactly = NULL WHERE id = ?",
            [(EXTRACTED, 10 + n * 10, one) for n, one in enumerate(sure)],
        )
    page = pages.open(DataPage, review=True)
    table = page.figures.table
    pages.qtbot.waitUntil(lambda: page.detail.figure is not None)
    assert ids(page)[:6] == sure
    assert table.chosen_ids() == sure[:1]
    pages.do(lambda: QTest.keyClick(table, Qt.Key.Key_Y))
    assert statistic(library, sure[0]).statistic.status is FactStatus.CONFIRMED
    assert table.chosen_ids() == [sure[1]]
    pages.do(lambda: QTest.keyClick(table, Qt.Key.Key_J))
    assert table.chosen_ids() == [sure[2]]
    pages.do(lambda: QTest.keyClick(table, Qt.Key.Key_X))
    assert statistic(library, sure[2]).statistic.status is FactStatus.REJECTED
    pages.do(lambda: QTest.keyClick(table, Qt.Key.Key_O))
    assert isinstance(pages.gone[-1], ReaderTarget)
    pages.do(lambda: page.show_view("list"))
    pages.do(lambda: QTest.keyClick(table, Qt.Key.Key_X))
    assert len([one for one in sure if statistic(library, one).statistic.status is FactStatus.REJECTED]) == 1

    table.choose_row(3)
    looked_at = table.chosen_ids()
    for view in ("review", "list"):
        pages.do(partial(page.show_view, view))
    assert (table.chosen_ids(), table.rows_chosen()) == (looked_at, [3])


def test_a_review_with_nothing_left_says_so_and_leads_back_to_the_list(pages: Pages) -> None:
    library = pages.context.library
    confirmed = STATUSES.index(FactStatus.CONFIRMED)
    with library.store.transaction(Changes(facts=frozenset())):
        library.store.figures._database.run_many(
            "UPDATE figures SET status_number = ? WHERE id = ?",
            [(confirmed, one.statistic.id) for one in statistics(library)],
        )
    page = pages.open(DataPage, review=True)
    pages.qtbot.waitUntil(lambda: page.figures.currentWidget() is page.figures.empty)
    assert not page.review.isVisible()
    imported: list[str] = []
    page.asked.connect(imported.append)
    assert page.figures.empty.button.text() == "回到列表"
    pages.do(page.figures.empty.button.click)
    assert (page.views.value, imported) == ("list", [])
    assert page.figures.model.rowCount() > 0


def test_a_decision_taken_back_shows_its_figure_again_where_one_is(pages: Pages) -> None:
    library = pages.context.library
    unsure = [one.statistic.id for one in statistics(library)][:40]
    with library.store.transaction(Changes(facts=frozenset())):
        library.store.figures._database.run_many(
            "UPDATE figures SET status_number = ?, doubt = ?, exactly = NULL WHERE id = ?",
            [(EXTRACTED, 10 + n, one) for n, one in enumerate(unsure)],
        )
    page = pages.open(DataPage, review=True)
    table = page.figures.table
    pages.qtbot.waitUntil(lambda: page.detail.figure is not None)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_X):
        before = table.chosen_ids()
        pages.do(partial(QTest.keyClick, table, key))
        assert table.chosen_ids() != before
        pages.do(pages.context.operations.undo)
        assert table.chosen_ids() == before
        assert table.visualRect(table.currentIndex()).top() >= 0
        pages.do(lambda: QTest.keyClick(table, Qt.Key.Key_J))


def test_a_correction_is_offered_for_the_same_phrase_of_the_same_document(pages: Pages) -> None:
    library = pages.context.library
    views = statistics(library)
    article = views[0].place.article
    same = [one.statistic.id for one in views if one.place.article == article][:3]
    with library.store.transaction(Changes(facts=frozenset())):
        library.store.figures._database.run_many(
            "UPDATE figures SET metric = '突然创造了', status_number = ? WHERE id = ?",
            [(EXTRACTED, one) for one in same],
        )
    page = pages.open(DataPage, figure=same[0])
    pages.qtbot.waitUntil(
        lambda: page.detail.figure is not None and page.detail.figure.statistic.id == same[0]
    )
    page.detail.start_editing()
    form = page.detail._form
    assert form is not None
    form.fields["metric"].setText("销售额")
    pages.do(form.save.click)
    assert page.offer.isVisibleTo(page)
    pages.do(page.offer.take.click)
    assert [statistic(library, one).statistic.metric for one in same] == ["销售额"] * 3
    pages.do(pages.context.operations.undo)
    assert [statistic(library, one).statistic.metric for one in same] == [
        "销售额",
        "突然创造了",
        "突然创造了",
    ]
