"""What is read of a draft and what is written of it at the same time take nothing from each other."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from corpus.library.notes.drafts import drafts
from desktop.pages.drafts import DraftsPage
from desktop.pages.drafts import page as drafts_page
from desktop.pages.drafts.gathering import Shelf, read_shelf
from tests.desktop.lane import settle
from tests.desktop.pages.drafts.at_hand import begun, kept, written

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from corpus.library.core.library import Library


def test_that_a_draft_read_before_a_change_does_not_take_it_back(
    page: DraftsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(page, qtbot, "free")
    settle(page.context)
    library, read, may_go_on = page.context.library, threading.Event(), threading.Event()

    def late(library: Library, wanted: str) -> Shelf:
        shelf = read_shelf(library, wanted)
        read.set()
        may_go_on.wait(30)
        return shelf

    monkeypatch.setattr(drafts_page, "read_shelf", late)
    page.refresh(None)
    qtbot.waitUntil(read.is_set)
    page.paper_actions.add_text()
    qtbot.waitUntil(lambda: len(drafts(library)[0].items) == 1 and page.editing._on_the_way == 0)
    may_go_on.set()
    settle(page.context)
    assert len(page.paper_area.paper.blocks()) == 1
    written(page, 0).field.insertPlainText("渡口")
    assert [one.text for one in kept(page).items] == ["渡口"]


def test_that_what_is_typed_is_not_read_again(
    page: DraftsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(page, qtbot, "free")
    page.paper_actions.add_text()
    settle(page.context)
    qtbot.waitUntil(lambda: page.context.at_rest)
    read: list[str] = []
    monkeypatch.setattr(drafts_page, "read_shelf", lambda _library, wanted: read.append(wanted))
    written(page, 0).field.insertPlainText("渡口")
    assert kept(page).items[0].text == "渡口"
    assert page._shelf.drafts[0].items[0].text == "渡口"
    page.editing.type_title("渡口论")
    assert kept(page).title == "渡口论"
    assert page.side.list.row_model.rows[0].title == "渡口论"
    page.paper_actions.add_text()
    page.editing.move(0, 1)
    assert [one.text for one in kept(page).items] == ["", "渡口"]
    page.editing.remove(0)
    assert [one.text for one in kept(page).items] == ["渡口"]
    assert [one.text for one in page._shelf.drafts[0].items] == ["渡口"]
    assert read == []
