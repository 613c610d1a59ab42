"""What an empty page of searches offers, and that each of it finds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.pages.search import SearchPage
from desktop.pages.search.beginnings import WAYS
from desktop.widgets import LinkButton

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


def offered(page: SearchPage) -> dict[str, LinkButton]:
    shown = [one for one in page.results.beginnings.findChildren(LinkButton) if not one.isHidden()]
    return {one.text(): one for one in shown}


@pytest.mark.parametrize("query", [query for query, _told in WAYS])
def test_every_way_to_ask_that_an_empty_page_offers_finds_something(pages: Pages, query: str) -> None:
    page = pages.open(SearchPage)
    assert page.results.stack.currentWidget() is page.results.beginnings

    pages.do(offered(page)[query].click)

    assert page.bar.field.text() == query
    answer = page.query_runner.answer
    assert answer is not None
    assert answer.total > 0
    assert page.results.stack.currentWidget() is page.results.list


def test_an_empty_page_offers_the_searches_of_before_anew(pages: Pages) -> None:
    page = pages.open(SearchPage, text="拼多多")
    pages.do(page.history.remember)
    page.bar.field.selectAll()
    QTest.keyClick(page.bar.field, Qt.Key.Key_Backspace)
    pages.qtbot.waitUntil(lambda: page.results.stack.currentWidget() is page.results.beginnings)
    pages.settle()

    pages.do(offered(page)["拼多多"].click)

    assert page.query_runner.request.text == "拼多多"
    assert page.results.beginnings.minimumSizeHint().height() < 200  # a small window scrolls it
