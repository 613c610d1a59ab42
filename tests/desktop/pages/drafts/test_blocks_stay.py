"""Wherever a block comes in, each of the others goes on showing its own words, and what is to be written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.library.reports.templates import TEMPLATES
from corpus.model.draft import DraftItem
from desktop.pages.drafts import DraftsPage
from desktop.pages.drafts.block import DraftBlock
from desktop.pages.drafts.written_block import WrittenBlock
from tests.desktop.pages.drafts.at_hand import begun

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def shows(block: DraftBlock, item: DraftItem) -> bool:
    """Tell whether a block shows an item: the words of a prompt are its hint and nothing else's."""
    if not isinstance(block, WrittenBlock):
        return block.item == item
    prompt = item.kind == "prompt"
    hint = block.field.placeholderText()
    written = block.field.toPlainText() == ("" if prompt else item.text)
    return block.item == item and written and (hint == item.text if prompt else not hint.endswith("。"))


@pytest.mark.parametrize("key", [one.key for one in TEMPLATES])
def test_a_paragraph_put_in_anywhere_leaves_every_other_block_as_it_was(
    page: DraftsPage, qtbot: QtBot, key: str
) -> None:
    count = len(begun(page, qtbot, key).items)
    for after in range(-1, min(count, 12)):
        page.editing.put([DraftItem("text")], after)
        draft = page.editing.draft
        assert draft is not None
        assert draft.items[after + 1] == DraftItem("text")
        blocks = page.paper_area.paper.blocks()
        assert [one for one, item in zip(blocks, draft.items, strict=True) if not shows(one, item)] == []
        page.editing.remove(after + 1)
