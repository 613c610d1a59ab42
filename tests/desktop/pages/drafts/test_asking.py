"""What the drafts page asks in a dialog: the name of a template, the page of a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import drafts
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.beginning import own_templates
from desktop.dialogs.text_prompt import TextPrompt
from desktop.pages.drafts.block_menu import block_menu
from desktop.pages.drafts.page import DraftsPage
from desktop.services.context import Context
from desktop.services.targets import DraftsTarget
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot, reading_context: Context) -> Iterator[DraftsPage]:
    library = reading_context.library
    article = list_articles(library)[0]
    annotate(library, article.id, reading(library, article.id).sentences[3], note="第一条")
    shown = DraftsPage(reading_context)
    qtbot.addWidget(shown)
    library.changes.subscribe(shown.refresh)
    shown.show()
    shown.show_target(DraftsTarget())
    shown.begin("digest")
    qtbot.waitUntil(lambda: shown.editing.draft is not None)
    yield shown
    library.changes.unsubscribe(shown.refresh)


def asked(qtbot: QtBot) -> TextPrompt:
    def shown() -> list[TextPrompt]:
        return [
            one for one in QApplication.topLevelWidgets() if isinstance(one, TextPrompt) and one.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(shown()))
    return shown()[0]


def test_that_a_template_needs_a_name_and_is_kept_under_it(page: DraftsPage, qtbot: QtBot) -> None:
    page.choices.ask_template()
    prompt = asked(qtbot)
    prompt.field.clear()
    prompt.confirm.click()
    settle(page.context)
    assert prompt.isVisible()
    assert own_templates(page.context.library) == ()
    assert prompt.field.isVisible()
    prompt.field.insert(" 读书摘录 ")  # type: ignore[union-attr]
    prompt.confirm.click()
    settle(page.context)
    assert [one.name for one in own_templates(page.context.library)] == ["读书摘录"]


def test_that_the_page_of_a_quotation_is_asked_and_kept(page: DraftsPage, qtbot: QtBot) -> None:
    draft = page.editing.draft
    assert draft is not None
    number = next(at for at, one in enumerate(draft.items) if one.kind == "annotation")
    menu = block_menu(page.editing, number, None, page)
    action = next(one for one in menu.actions() if one.text().startswith("页码"))
    action.trigger()
    prompt = asked(qtbot)
    prompt.field.insert("12-13")  # type: ignore[union-attr]
    prompt.confirm.click()
    page.editing.keep()
    settle(page.context)
    assert drafts(page.context.library)[0].items[number].locator == "12-13"
