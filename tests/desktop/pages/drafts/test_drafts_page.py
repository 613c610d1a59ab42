from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

import pytest

from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import drafts
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.templates import TEMPLATES, Template
from corpus.model.draft import Draft, DraftItem
from corpus.model.errors import LibraryError
from desktop.pages.drafts import DraftsPage
from desktop.pages.drafts.items import item_rows, moved, rewritten, with_item, without
from desktop.services.context import Context
from desktop.services.targets import DraftsTarget, ReaderTarget
from tests.desktop.lane import settle, undo

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot, reading_context: Context) -> Iterator[DraftsPage]:
    library = reading_context.library
    article = next(one for one in list_articles(library) if one.figures > 5)
    first, second = reading(library, article.id).sentences[3:5]
    annotate(library, article.id, first, note="第一条")
    annotate(library, article.id, second)
    shown = DraftsPage(reading_context)
    qtbot.addWidget(shown)
    library.changes.subscribe(shown.refresh)
    shown.resize(1180, 640)
    shown.show()
    shown.show_target(DraftsTarget())
    qtbot.waitUntil(lambda: bool(shown._gathered.notes))
    yield shown
    library.changes.unsubscribe(shown.refresh)


def begun(page: DraftsPage, qtbot: QtBot, key: str) -> Draft:
    page.begin(key)
    qtbot.waitUntil(page._has_draft)
    draft = page.editor.draft
    assert draft is not None
    return draft


ITEMS = Draft(
    "d",
    "稿",
    "free",
    (DraftItem("heading", text="一"), DraftItem("text", text="二"), DraftItem("figure", "f")),
)


def test_items_are_moved_taken_out_put_in_and_rewritten() -> None:
    kinds = [
        [item.kind for item in draft.items]
        for draft in (moved(ITEMS, 2, -1), without(ITEMS, 0), with_item(ITEMS, 0, DraftItem("text")))
    ]

    assert kinds == [
        ["heading", "figure", "text"],
        ["text", "figure"],
        ["heading", "text", "text", "figure"],
    ]
    assert moved(ITEMS, 0, -1) is ITEMS
    assert rewritten(ITEMS, 1, "三").items[1].text == "三"


def test_without_drafts_the_page_says_what_would_be_here(page: DraftsPage) -> None:
    assert page.empty.isVisible()


def test_a_digest_gathers_the_notes_under_their_article(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")

    assert [item.kind for item in draft.items[:3]] == ["heading", "annotation", "annotation"]
    qtbot.waitUntil(lambda: "第一条" in page.preview.toPlainText())


def test_a_memo_holds_confirmed_figures_only(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "memo")
    states = {page._gathered.figures[item.ref].statistic.status.value for item in draft.items if item.ref}

    assert states == {"confirmed"}


def test_own_words_are_written_kept_and_shown(
    page: DraftsPage, reading_context: Context, qtbot: QtBot
) -> None:
    begun(page, qtbot, "free")
    page.editor._add_heading()
    settle(page.context)
    page.editor.text.setPlainText("我的看法")
    page.editor.keep()
    settle(page.context)
    page.editor._add_text()
    settle(page.context)
    page.editor.text.setPlainText("两个数都要留着。")
    page.editor.keep()
    settle(page.context)

    assert drafts(reading_context.library)[0].items == (
        DraftItem("heading", text="我的看法"),
        DraftItem("text", text="两个数都要留着。"),
    )
    qtbot.waitUntil(lambda: "两个数都要留着。" in page.preview.toPlainText())


def test_moving_an_item_is_taken_back(page: DraftsPage, reading_context: Context, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")
    page.editor.list.choose("1")

    page.editor.move_down()
    settle(page.context)
    assert drafts(reading_context.library)[0].items[2] == draft.items[1]
    undo(reading_context)

    assert drafts(reading_context.library)[0].items == draft.items


def test_a_deleted_draft_comes_back(page: DraftsPage, reading_context: Context, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")

    page.list.deleted.emit(draft.id)
    settle(page.context)
    assert drafts(reading_context.library) == ()
    undo(reading_context)

    assert [one.title for one in drafts(reading_context.library)] == [draft.title]


def test_opening_an_item_goes_to_its_place(page: DraftsPage, reading_context: Context, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")

    page.editor.opened.emit(draft.items[1])
    settle(page.context)

    current = reading_context.navigator.current
    assert isinstance(current, ReaderTarget)
    assert current.note == draft.items[1].ref


def test_words_typed_a_moment_ago_stay_with_their_item(
    page: DraftsPage, reading_context: Context, qtbot: QtBot
) -> None:
    begun(page, qtbot, "free")
    page.editor._add_heading()
    settle(page.context)
    page.editor._add_text()
    settle(page.context)
    page.editor.text.setPlainText("还没有保存的话")
    page.editor.list.choose("0")
    settle(page.context)

    assert [item.text for item in drafts(reading_context.library)[0].items] == ["新的一节", "还没有保存的话"]
    assert page.editor.text.toPlainText() == "新的一节"

    page.editor.text.setPlainText("第一节")
    page.editor.move_down()
    settle(page.context)
    assert [item.text for item in drafts(reading_context.library)[0].items] == ["还没有保存的话", "第一节"]


def test_a_draft_a_full_disk_kept_out_is_written_when_there_is_room(
    page: DraftsPage, reading_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = reading_context.library
    draft = begun(page, qtbot, "free")

    def full(_changes: object) -> NoReturn:
        raise LibraryError("disk_full", path="库")

    with monkeypatch.context() as broken:
        broken.setattr(library.store, "transaction", full)
        page.editor.title.setText("满了也不能丢")
        page.editor.keep()
        settle(page.context)
        page.refresh(None)
        page.editor.retry_queue.try_again()
        settle(page.context)
    assert [one.title for one in drafts(library)] == [draft.title]

    page.editor.retry_queue.try_again()
    settle(page.context)

    assert [one.title for one in drafts(library)] == ["满了也不能丢"]


def test_a_title_is_kept_when_the_window_goes(
    page: DraftsPage, reading_context: Context, qtbot: QtBot
) -> None:
    begun(page, qtbot, "free")

    page.editor.title.setText("刚打的字")
    page.close()
    settle(page.context)

    assert [one.title for one in drafts(reading_context.library)] == ["刚打的字"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.key)
def test_that_every_template_begins_a_draft_whose_rows_can_be_told(
    page: DraftsPage, qtbot: QtBot, template: Template
) -> None:
    draft = begun(page, qtbot, template.key)
    assert {item.kind for item in draft.items} <= {"heading", "prompt", "annotation", "figure", "review"}
    headings = [number for number, item in enumerate(draft.items) if item.kind == "heading"]
    empty = [number for number in headings if number + 1 in (*headings, len(draft.items))]
    assert empty == []
    assert all(row.title for row in item_rows(draft.items, page._gathered.notes, page._gathered.figures))


def test_that_a_prompt_written_over_becomes_text_and_one_left_alone_stays() -> None:
    draft = Draft("d", "稿", "review", (DraftItem("prompt", text="写什么"),))
    assert rewritten(draft, 0, "写好了").items == (DraftItem("text", text="写好了"),)
    assert rewritten(draft, 0, "写什么") == draft
