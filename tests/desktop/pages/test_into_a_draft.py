"""加入文稿 on every page: what is chosen comes into the draft worked on last, several at once, and marks nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts
from corpus.library.reports.own_words import citation_words
from desktop.actions.page import Page
from desktop.pages.data import DataPage
from desktop.pages.documents import DocumentsPage
from desktop.pages.home import HomePage
from desktop.pages.home.live_card import _Answer
from desktop.pages.search import SearchPage
from desktop.widgets import ListTable

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages

FLAGS = QItemSelectionModel.SelectionFlag


def act(pages: Pages, page: Page, key: str) -> None:
    """Do an action of a page by its key."""
    pages.do(next(one.handler for one in page.page_actions() if one.key == key))


def choose(pages: Pages, table: ListTable, first: int, last: int) -> None:
    model = table.model()
    rows = QItemSelection(model.index(first, 0), model.index(last, 0))
    pages.do(lambda: table.selectionModel().select(rows, FLAGS.ClearAndSelect | FLAGS.Rows))


def entry(words: str) -> Callable[[], None]:
    """Return what chooses an entry of the menu that is shown."""
    menu = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu) and one.isVisible())
    found = next(one for one in menu.actions() if one.text() == words)

    def do() -> None:
        found.trigger()
        menu.close()

    return do


@pytest.mark.parametrize("way", ["key", "menu"])
def test_the_lines_chosen_in_the_concordance_are_put_in_and_not_the_row_of_the_list(
    pages: Pages, way: str
) -> None:
    page = pages.open(SearchPage, text="电商")
    pages.do(page.results.views.buttons["concordance"].click)
    table = page.results.keyword.table
    choose(pages, table, 2, 4)
    wanted = [one.place for one in table.chosen_rows()]
    assert len(wanted) == 3
    if way == "key":
        act(pages, page, "reader.draft")
    else:
        table.customContextMenuRequested.emit(QPoint(5, 5))
        pages.do(entry("3 行加入文稿"))
    items = drafts(pages.context.library)[0].items
    places = dict.fromkeys((one.article, one.span) for one in wanted)
    assert [one.ref for one in items] == [article for article, _span in places]
    assert all(one.quote and "电商" in one.quote for one in items)
    assert not list_annotations(pages.context.library)


def test_lines_are_chosen_where_ctrl_is_held_and_none_is_opened(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    pages.do(page.results.views.buttons["concordance"].click)
    table, gone = page.results.keyword.table, list(pages.gone)
    held, bare = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    for row, with_key in ((0, held), (2, held), (1, bare)):
        assert pages.gone == gone
        at = table.visualRect(table.model().index(row, 1)).center()
        pages.do(partial(QTest.mouseClick, table.viewport(), Qt.MouseButton.LeftButton, with_key, at))
        if with_key == held:
            assert row in table.rows_chosen()
    assert len(pages.gone) == len(gone) + 1


def test_the_articles_chosen_are_cited_in_one_paragraph(pages: Pages) -> None:
    page = pages.open(DocumentsPage)
    choose(pages, page.articles.table, 0, 2)
    chosen = [one.id for one in page.articles.chosen()]
    assert len(chosen) == 3
    act(pages, page, "reader.draft")
    library = pages.context.library
    (item,) = drafts(library)[0].items
    assert item.kind == "text"
    assert item.text == "".join(citation_words(library, one) for one in chosen)


def test_a_figure_of_the_first_page_is_put_in_by_its_menu(pages: Pages) -> None:
    page = pages.open(HomePage)
    conflict = page.card.conflict
    assert conflict is not None
    answer = page.card.findChildren(_Answer)[1]
    QApplication.sendEvent(
        answer,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), answer.mapToGlobal(QPoint(4, 4))),
    )
    pages.do(entry("加入文稿"))
    (item,) = drafts(pages.context.library)[0].items
    assert (item.kind, item.ref) == ("figure", conflict.right.statistic.id)


def test_that_a_figure_of_the_pack_is_copied_with_what_had_better_be_cited(pages: Pages) -> None:
    page = pages.open(DataPage)
    told: list[str] = []
    pages.context.notices.told.connect(lambda notice: told.append(notice.text))
    choose(pages, page.figures.table, 0, 0)
    copies = page.figures.table.copies
    assert copies is not None
    pages.do(copies)
    assert len(told) == 1
    assert "宜引一手资料：" in told[0]
