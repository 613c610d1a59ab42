"""The page of drafts as a test works on it: begin a draft, keep it, take one of its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.notes.drafts import drafts
from corpus.model.draft import Draft
from desktop.pages.drafts import DraftsPage
from desktop.pages.drafts.written_block import WrittenBlock
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def begun(page: DraftsPage, qtbot: QtBot, key: str) -> Draft:
    page.begin(key)
    qtbot.waitUntil(lambda: page.editing.draft is not None and page._shelf.chosen == page.editing.draft.id)
    draft = page.editing.draft
    assert draft is not None
    return draft


def kept(page: DraftsPage) -> Draft:
    page.editing.keep()
    settle(page.context)
    return drafts(page.context.library)[0]


def written(page: DraftsPage, number: int) -> WrittenBlock:
    block = page.paper_area.paper.blocks()[number]
    assert isinstance(block, WrittenBlock)
    return block
