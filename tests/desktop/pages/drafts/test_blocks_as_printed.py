"""A quotation on the paper reads as it comes out: with what is copied of the text around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu

from corpus.library.notes.drafts import get_draft
from corpus.library.notes.quoting import around
from corpus.library.reading.articles import list_articles
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from desktop.export.export_choices import CONTEXTS
from desktop.pages.drafts import DraftsPage
from desktop.pages.drafts.block_menu import block_menu
from desktop.pages.drafts.evidence_block import EvidenceBlock
from tests.desktop.lane import settle
from tests.desktop.pages.drafts.at_hand import begun

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def rest(page: DraftsPage, qtbot: QtBot) -> None:
    settle(page.context)
    qtbot.waitUntil(lambda: page.context.at_rest)


def quoted(page: DraftsPage, qtbot: QtBot) -> tuple[DraftItem, Span]:
    """Put some words of a sentence on the paper."""
    ready = page.context.library.texts.get(list_articles(page.context.library)[1].id)
    sentence = next(one for one in ready.sentences[4:] if one.end - one.start > 20)
    shown = Span(sentence.start + 4, sentence.start + 8)
    ground = ready.offsets.to_original(shown)
    words = shown.of(ready.clean)
    item = DraftItem("passage", ready.article.id, quote=words, start=ground.start, end=ground.end)
    begun(page, qtbot, "free")
    page.editing.put([item], -1)
    rest(page, qtbot)
    return item, shown


def printed(page: DraftsPage) -> str:
    """Return what the only block shows as quoted."""
    (block,) = page.paper_area.paper.blocks()
    assert isinstance(block, EvidenceBlock)
    return block.title.plain()


def choose(page: DraftsPage, qtbot: QtBot, entry: str) -> None:
    """Choose a context of the only block in its menu."""
    menu = block_menu(page.editing, 0, None, page)
    below = next(one for one in menu.findChildren(QMenu) if one.title() == "引文上下文")
    next(one for one in below.actions() if one.text() == entry).trigger()
    menu.deleteLater()
    rest(page, qtbot)


@pytest.mark.parametrize("context", ["sentence", "around", "paragraph"])
def test_the_context_chosen_stands_around_the_words_and_goes_again(
    page: DraftsPage, qtbot: QtBot, context: str
) -> None:
    item, shown = quoted(page, qtbot)
    before, after = around(page.context.library.texts.get(item.ref), shown, context)
    assert before
    assert printed(page) == item.quote

    choose(page, qtbot, CONTEXTS[context])
    assert printed(page) == f"{before}{item.quote}{after}"
    choose(page, qtbot, "同全文")
    assert printed(page) == item.quote

    draft = page.editing.draft
    assert draft is not None
    page.editing.settle(replace(draft.settings, context=context))
    rest(page, qtbot)
    assert printed(page) == f"{before}{item.quote}{after}"
    assert get_draft(page.context.library, draft.id).settings.context == context
