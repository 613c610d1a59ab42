"""Beside the hits the chosen place is shown with its context, without leaving the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from corpus.library.core.texts import ArticleText
from corpus.library.finding.search import SearchRequest
from corpus.library.notes.drafts import drafts
from corpus.model.place import Place
from desktop.pages.search import SearchPage
from desktop.pages.search.previewing import SETTING, WIDE
from desktop.services.targets import ReaderTarget

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


@pytest.fixture
def wide(pages: Pages) -> SearchPage:
    pages.stack.resize(WIDE + 300, 800)
    return pages.open(SearchPage, text="电商")


def places(page: SearchPage) -> list[tuple[int, Place]]:
    rows = page.results.list.statements.statements
    return [(number, row.payload) for number, row in enumerate(rows) if isinstance(row.payload, Place)]


def test_the_preview_follows_the_row_chosen_by_keys_with_all_that_matched_lit(
    pages: Pages, wide: SearchPage
) -> None:
    shown = wide.results.list
    first = places(wide)[0][1]
    assert wide.preview.passage is not None
    assert wide.preview.passage.place == first
    shown.setFocus()
    known = dict(places(wide))
    for _ in range(12):
        pages.do(lambda: QTest.keyClick(shown, Qt.Key.Key_Down))
        place = known.get(shown.currentIndex().row())
        if place is None:
            continue
        passage = wide.preview.passage
        assert passage is not None
        assert passage.place == place
        rows = wide.preview.text.statements.statements
        assert "电商" in rows[passage.at].text
        for row in rows:
            lit = [row.text[start:end] for start, end in row.marks]
            assert set(lit) <= {"电商"} or row.text.count("电商") < len(lit)
            assert lit.count("电商") == row.text.count("电商")
    assert not any(isinstance(target, ReaderTarget) for target in pages.gone)


def test_only_the_text_of_the_place_shown_is_read(
    pages: Pages, wide: SearchPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, read = pages.context.library.texts, []
    get = texts.get

    def noted(article: str) -> ArticleText:
        read.append(article)
        return get(article)

    monkeypatch.setattr(texts, "get", noted)
    number, place = places(wide)[3]
    pages.do(lambda: wide.results.list.setCurrentIndex(wide.results.list.statements.index(number, 0)))
    assert set(read) == {place.article}
    assert len(read) <= 3


def test_with_the_preview_one_click_chooses_a_row_and_the_next_one_opens_it(
    pages: Pages, wide: SearchPage
) -> None:
    shown = wide.results.list
    number, place = places(wide)[1]
    at = shown.visualRect(shown.statements.index(number, 0)).center()
    click(pages, wide, at)
    assert wide.preview.passage is not None
    assert wide.preview.passage.place == place
    assert not any(isinstance(target, ReaderTarget) for target in pages.gone)
    click(pages, wide, at)
    assert isinstance(pages.gone[-1], ReaderTarget)


def click(pages: Pages, page: SearchPage, at: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    pages.do(lambda: QTest.mouseClick(page.results.list.viewport(), left, pos=at))


def test_without_the_preview_one_click_opens_a_row(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    assert not page.preview.isVisible()
    shown = page.results.list
    click(pages, page, shown.visualRect(shown.statements.index(places(page)[1][0], 0)).center())
    assert isinstance(pages.gone[-1], ReaderTarget)


def test_what_a_person_said_of_the_preview_is_kept_at_every_width(pages: Pages, wide: SearchPage) -> None:
    button, settings = wide.results.preview_button, pages.context.settings
    assert wide.preview.isVisible()
    assert button.isChecked()
    pages.do(button.click)
    assert not wide.preview.isVisible()
    assert settings.text(SETTING) == "off"
    pages.do(lambda: pages.stack.resize(1216, 600))
    assert not wide.preview.isVisible()
    action = next(one for one in wide.page_actions() if one.key == "hits.preview")
    pages.do(action.handler)
    assert settings.text(SETTING) == "on"
    assert wide.preview.isVisible()
    assert wide.preview.passage is not None
    assert action.checked is not None
    assert action.checked()
    assert wide.results.width() > wide.preview.width()


def test_the_preview_shows_by_itself_only_where_there_is_room(pages: Pages, wide: SearchPage) -> None:
    pages.do(lambda: pages.stack.resize(1216, 600))
    assert not wide.preview.isVisible()
    assert not wide.results.preview_button.isChecked()
    pages.do(lambda: pages.stack.resize(WIDE + 100, 600))
    assert wide.preview.isVisible()


def test_in_other_views_and_without_hits_there_is_no_preview(pages: Pages, wide: SearchPage) -> None:
    for view in ("concordance", "collocates", "distribution"):
        wide.results.views.choose(view)
        pages.do(wide.results.show_view)
        assert not wide.preview.isVisible(), view
    wide.results.views.choose("list")
    pages.do(wide.results.show_view)
    assert wide.preview.isVisible()
    pages.open(SearchPage, text='"绝无仅有的一串字"')
    assert not wide.preview.isVisible()
    pages.open(SearchPage, text="电商")
    assert wide.preview.isVisible()
    pages.do(lambda: wide.recall(SearchRequest("")))
    assert not wide.preview.isVisible()
    assert not wide.results.preview_button.isVisible()


def test_what_is_previewed_is_opened_copied_and_put_into_a_draft(pages: Pages, wide: SearchPage) -> None:
    library, passage = pages.context.library, wide.preview.passage
    assert passage is not None
    pages.do(wide.preview.copy_button.click)
    copied = QGuiApplication.clipboard().text()
    ready = library.texts.get(passage.place.article)
    assert passage.sentence.of(ready.clean).strip(" \n-") in copied
    assert passage.place.title in copied
    pages.do(wide.preview.put_button.click)
    assert any(item.ref == passage.place.article for draft in drafts(library) for item in draft.items)
    pages.do(wide.preview.open_button.click)
    target = next(one for one in reversed(pages.gone) if isinstance(one, ReaderTarget))
    assert (target.article, target.span) == (passage.place.article, passage.place.span)
