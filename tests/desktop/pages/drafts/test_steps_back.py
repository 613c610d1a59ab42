"""What was done last on the paper is what 撤销 takes back first, wherever the hand stands and whatever it typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from corpus.library.notes.annotating import list_annotations
from corpus.model.draft import DraftItem
from desktop.pages.drafts import DraftsPage
from desktop.pages.drafts.evidence_block import EvidenceBlock
from tests.desktop.lane import settle
from tests.desktop.pages.drafts.at_hand import begun, kept, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def told(page: DraftsPage) -> list[tuple[str, str, int]]:
    draft = page.editing.draft
    assert draft is not None
    return [(one.kind, one.text, one.level) for one in draft.items]


def shown(page: DraftsPage) -> list[str]:
    return [written(page, number).field.toPlainText() for number in range(len(told(page)))]


def back(page: DraftsPage) -> None:
    """Press Ctrl+Z as the window hears it: the field takes it where it has steps of its own, else the history."""
    field = page.window().focusWidget()
    document = getattr(field, "document", None)
    if document is not None and document().isUndoAvailable():
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        page.editing.keep()
        page.context.operations.undo()
    settle(page.context)


def two_headings(page: DraftsPage, qtbot: QtBot) -> None:
    """Type two headings and a paragraph below them; the hand stays in the last."""
    begun(page, qtbot, "free")
    for kind, words in (("heading", "one"), ("heading", "two"), ("text", "three")):
        page.editing.put([DraftItem(kind)], len(told(page)) - 1)
        written(page, len(told(page)) - 1).field.setFocus()
        QTest.keyClicks(written(page, len(told(page)) - 1).field, words)
        kept(page)


STEPS: dict[str, Callable[[DraftsPage], object]] = {
    "moved": lambda page: page.editing.move(2, 0),
    "taken out": lambda page: page.editing.remove(2),
    "taken out above": lambda page: page.editing.remove(0),
    "deeper": lambda page: page.editing.deepen(1, 1),
    "put in": lambda page: page.editing.put([DraftItem("text", text="丁")], 0),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS.keys())
@pytest.mark.parametrize("hand", [0, 1, 2])
def test_that_what_was_done_last_is_taken_back_before_what_was_typed(
    page: DraftsPage, qtbot: QtBot, step: Callable[[DraftsPage], object], hand: int
) -> None:
    two_headings(page, qtbot)
    before = told(page)
    written(page, hand).field.setFocus()
    step(page)
    settle(page.context)
    assert told(page) != before
    back(page)
    assert told(page) == before
    assert shown(page) == ["one", "two", "three"]


def test_that_words_taken_back_leave_the_field_under_the_hand(page: DraftsPage, qtbot: QtBot) -> None:
    two_headings(page, qtbot)
    field = written(page, 2).field
    field.setFocus()
    page.paper_area.paper.forget_steps()
    back(page)
    assert told(page)[-1] == ("text", "", 1)
    assert written(page, 2).field.toPlainText() == ""


@pytest.mark.parametrize("use", ["paraphrase", "summary", "thought"])
def test_that_words_typed_behind_the_choice_of_their_use_are_kept(
    page: DraftsPage, qtbot: QtBot, use: str
) -> None:
    begun(page, qtbot, "free")
    note = list_annotations(page.context.library)[0].annotation.id
    page.editing.put([DraftItem("annotation", note)], -1)
    settle(page.context)
    block = page.paper_area.paper.blocks()[0]
    assert isinstance(block, EvidenceBlock)
    QTest.mouseClick(block, Qt.MouseButton.LeftButton)
    block.setFocus()
    QTest.mouseClick(block.use.buttons[use], Qt.MouseButton.LeftButton)
    hand = page.window().focusWidget()
    assert hand is not None
    QTest.keyClicks(hand, "my own words")
    assert kept(page).items[0] == DraftItem("annotation", note, text="my own words", use=use)


def test_that_a_template_just_kept_is_offered_at_once(page: DraftsPage, qtbot: QtBot) -> None:
    from desktop.operations.drafts import keep_as_template

    draft = begun(page, qtbot, "review")
    page.context.operations.run(page, keep_as_template(draft, "我的模板"))
    settle(page.context)
    qtbot.waitUntil(lambda: [one.name for one in page._shelf.own] == ["我的模板"])
    page.context.operations.undo()
    settle(page.context)
    qtbot.waitUntil(lambda: not page._shelf.own)
