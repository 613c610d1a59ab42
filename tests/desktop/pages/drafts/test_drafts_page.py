from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from corpus.library.notes.drafts import drafts, get_draft
from corpus.library.reading.articles import list_articles
from corpus.library.reports.beginning import keep_template, own_templates
from corpus.library.reports.templates import TEMPLATES, Template
from corpus.model.draft import DraftItem, DraftSettings
from corpus.model.errors import LibraryError
from corpus.model.link import Link, LinkKind, link_of
from corpus.model.school import SchoolRules
from desktop.operations import drafts as operations
from desktop.operations.carrying import Carried
from desktop.pages.drafts import DraftsPage
from desktop.pages.drafts.evidence_block import EvidenceBlock
from desktop.pages.drafts.gathering import gather
from desktop.pages.drafts.settings_dialog import DraftSettingsDialog
from desktop.pages.drafts.telling import told
from desktop.pages.drafts.written_block import WrittenBlock
from desktop.services.context import Context
from desktop.services.targets import AuditTarget, ReaderTarget, Target
from tests.desktop.lane import settle, undo
from tests.desktop.pages.drafts.at_hand import begun, kept, written

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.services.navigation import PageState


def test_words_are_read_as_they_will_be_until_somebody_writes_in_them(page: DraftsPage, qtbot: QtBot) -> None:
    library = page.context.library
    article = list_articles(library)[0]
    item = DraftItem("text", text=f"见[@{article.id}:12]，**要点** & 其余[@nobody]")
    gathered = gather(library, replace(begun(page, qtbot, "digest"), items=(item,)))
    block = WrittenBlock(page.context.theme, item, page, gathered)
    block.show()
    assert block.read.isVisibleTo(block)
    assert block.read.text() == f"见《{article.title}》：12，要点 & 其余[@nobody]"
    assert block.field.toPlainText() == item.text

    block.field.focused.emit()
    block.field.insertPlainText("还有")
    assert not block.read.isVisibleTo(block)


def test_without_drafts_the_page_says_what_would_be_here(page: DraftsPage) -> None:
    assert page.empty.isVisible()


def test_an_empty_draft_says_how_it_is_filled(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "free")
    assert page.paper_area.paper.hint.isVisible()
    assert page.side.no_heads.isVisible()
    begun(page, qtbot, "reading")
    qtbot.waitUntil(lambda: not page.paper_area.paper.hint.isVisible())
    assert page.side.outline.isVisible()
    assert not page.side.no_heads.isVisible()


def test_a_digest_gathers_the_notes_under_their_article(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")

    qtbot.waitUntil(
        lambda: page.focusWidget() is page.paper_area.paper.title
    )  # the button that was pressed is gone
    assert [item.kind for item in draft.items[:3]] == ["heading", "annotation", "annotation"]
    qtbot.waitUntil(
        lambda: any("第一条，要点" in told(item, page._shelf.gathered).body for item in draft.items)
    )
    page.paper_area.look()
    qtbot.waitUntil(lambda: "第一条" in page.paper_area.preview.toPlainText())


def test_a_memo_holds_confirmed_figures_only(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "memo")
    figures = page._shelf.gathered.figures
    states = {figures[item.ref].statistic.status.value for item in draft.items if item.ref}

    assert states == {"confirmed"}


def test_own_words_are_written_where_they_stand(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "free")
    page.paper_actions.add_heading()
    written(page, 0).field.setPlainText("我的看法")
    QTest.keyClick(written(page, 0).field, Qt.Key.Key_Return)
    written(page, 1).field.setPlainText("两个数都要留着。")

    assert kept(page).items == (
        DraftItem("heading", text="我的看法"),
        DraftItem("text", text="两个数都要留着。"),
    )


def test_that_keys_deepen_a_heading_and_take_an_empty_block_away(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "free")
    page.paper_actions.add_heading()
    QTest.keyClick(written(page, 0).field, Qt.Key.Key_Tab)
    QTest.keyClick(written(page, 0).field, Qt.Key.Key_Tab)
    QTest.keyClick(written(page, 0).field, Qt.Key.Key_Backtab)
    assert kept(page).items[0].level == 2
    page.paper_actions.add_text()
    QTest.keyClick(written(page, 1).field, Qt.Key.Key_Backspace)
    assert len(kept(page).items) == 1


def test_that_signs_before_words_make_a_heading(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "free")
    page.paper_actions.add_text()
    written(page, 0).field.setPlainText("## 规模")
    assert kept(page).items == (DraftItem("heading", text="规模", level=2),)


def test_moving_a_block_is_taken_back(page: DraftsPage, reading_context: Context, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")
    page.paper_area.paper.choose(1)

    page.paper_actions.move_down()
    assert kept(page).items[2] == draft.items[1]
    undo(reading_context)

    assert drafts(reading_context.library)[0].items == draft.items
    qtbot.waitUntil(lambda: page.editing.draft is not None and page.editing.draft.items == draft.items)


def test_a_field_with_nothing_to_take_back_leaves_undo_to_the_window(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "digest")
    page.paper_actions.add_text()
    number = page.paper_area.paper.current
    field = written(page, number).field

    def takes(key: Qt.Key) -> bool:
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        asked.ignore()
        QApplication.sendEvent(field, asked)
        return asked.isAccepted()

    assert not takes(Qt.Key.Key_Z)
    QTest.keyClicks(field, "abc")
    assert takes(Qt.Key.Key_Z)
    assert not takes(Qt.Key.Key_Y)
    field.undo()
    assert takes(Qt.Key.Key_Y)


def test_a_block_at_hand_stays_at_hand_where_it_is_moved(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")
    blocks = page.paper_area.paper.blocks()
    number, block = next((n, one) for n, one in enumerate(blocks) if isinstance(one, EvidenceBlock))
    block.setFocus()
    page.paper_area.paper.choose(number)
    way = page.paper_actions.move_up if number == len(draft.items) - 1 else page.paper_actions.move_down
    way()
    assert block.number != number
    assert block.hasFocus()


def test_that_a_chapter_takes_what_is_dropped_on_it(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")
    page.paper_actions.add_heading()
    count = len(draft.items) + 1
    note = page.material.rows.row_model.rows[0].key
    page.side.outline.dropped.emit(Carried((DraftItem("annotation", note),)), 0)
    items = kept(page).items
    assert len(items) == count + 1
    chapter = next(n for n, item in enumerate(items) if n and item.kind == "heading")
    assert items[chapter - 1] == DraftItem("annotation", note)


def test_that_a_quotation_can_be_told_in_other_words(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "digest")
    block = page.paper_area.paper.blocks()[1]
    assert isinstance(block, EvidenceBlock)
    block.use.picked.emit("paraphrase")
    block = page.paper_area.paper.blocks()[1]
    assert isinstance(block, EvidenceBlock)
    block.field.setPlainText("换句话说")
    item = kept(page).items[1]
    assert (item.use, item.text) == ("paraphrase", "换句话说")


def test_that_settings_belong_to_the_draft(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "client")
    dialog = DraftSettingsDialog(draft.settings, "handout", page)
    qtbot.addWidget(dialog)
    dialog.course.setText("经济学")
    dialog.brackets.setCurrentIndex(dialog.brackets.findData("corner"))
    dialog.settled.connect(page.editing.settle)
    dialog._keep()
    settings = kept(page).settings
    assert (settings.course, settings.rules.brackets, settings.preset) == ("经济学", "corner", "handout")


@pytest.mark.parametrize("rules", [SchoolRules(brackets="square"), SchoolRules(joiner="及")])
def test_that_a_setting_is_kept_when_settings_are_looked_at_again(
    page: DraftsPage, qtbot: QtBot, rules: SchoolRules
) -> None:
    settings = DraftSettings(style="harvard", rules=rules)
    dialog = DraftSettingsDialog(settings, "handout", page)
    qtbot.addWidget(dialog)
    assert (dialog.settings().rules, dialog.settings().style) == (rules, "harvard")


def test_that_a_template_of_ones_own_is_offered(
    page: DraftsPage, reading_context: Context, qtbot: QtBot
) -> None:
    from desktop.operations.drafts import keep_as_template

    draft = begun(page, qtbot, "reading")
    reading_context.operations.run(page, keep_as_template(draft, "我的模板"))
    settle(reading_context)
    assert [one.name for one in own_templates(reading_context.library)] == ["我的模板"]
    undo(reading_context)
    assert own_templates(reading_context.library) == ()


def test_a_deleted_draft_comes_back(page: DraftsPage, reading_context: Context, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")

    page.side.deleted.emit(draft.id)
    settle(page.context)
    assert drafts(reading_context.library) == ()
    undo(reading_context)

    assert [one.title for one in drafts(reading_context.library)] == [draft.title]


def test_opening_a_block_goes_to_its_place(page: DraftsPage, reading_context: Context, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")

    block = page.paper_area.paper.blocks()[1]
    assert isinstance(block, EvidenceBlock)
    block.open_place()
    settle(page.context)

    current = reading_context.navigator.current
    assert isinstance(current, ReaderTarget)
    assert current.note == draft.items[1].ref


def test_that_an_echo_writes_over_nothing_that_is_typed(
    page: DraftsPage, reading_context: Context, qtbot: QtBot
) -> None:
    draft = begun(page, qtbot, "free")
    page.paper_actions.add_text()
    written(page, 0).field.setPlainText("还没有保存的话")
    page._show(replace(page._shelf, drafts=(draft,)))
    assert written(page, 0).field.toPlainText() == "还没有保存的话"
    assert kept(page).items == (DraftItem("text", text="还没有保存的话"),)
    assert get_draft(reading_context.library, draft.id).items == kept(page).items


def test_a_draft_a_full_disk_kept_out_is_written_when_there_is_room(
    page: DraftsPage, reading_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = reading_context.library
    draft = begun(page, qtbot, "free")

    def full(_changes: object) -> NoReturn:
        raise LibraryError("disk_full", path="库")

    with monkeypatch.context() as broken:
        broken.setattr(library.store, "transaction", full)
        page.paper_actions.add_text()
        written(page, 0).field.setPlainText("满了也不能丢")
        page.editing.keep()
        page.editing.type_title("满了也不能丢")
        page.editing.keep()
        settle(page.context)
        page.refresh(None)
        page.editing.retry_queue.try_again()
        settle(page.context)
    assert [one.title for one in drafts(library)] == [draft.title]
    elsewhere = DraftItem("text", text="从别的页加入")
    page.context.operations.run(page, operations.put_into_latest((elsewhere,)))
    settle(page.context)

    page.editing.retry_queue.try_again()
    settle(page.context)

    both = (DraftItem("text", text="满了也不能丢"), elsewhere)
    assert [(one.title, one.items) for one in drafts(library)] == [("满了也不能丢", both)]
    qtbot.waitUntil(lambda: kept(page).items == both)
    page.editing.type(0, DraftItem("text", text="接着写"))
    page.editing.keep()
    settle(page.context)
    assert get_draft(library, draft.id).items == (DraftItem("text", text="接着写"), elsewhere)


def test_a_title_is_kept_when_the_window_goes(
    page: DraftsPage, reading_context: Context, qtbot: QtBot
) -> None:
    begun(page, qtbot, "free")

    title = page.paper_area.paper.title
    qtbot.waitUntil(lambda: title.textCursor().hasSelection())  # the name of the template, to be written over
    QTest.keyClicks(title, "x")
    page.close()
    settle(page.context)

    assert [one.title for one in drafts(reading_context.library)] == ["x"]


def test_a_title_of_any_length_is_read_to_its_end(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "free")
    title = page.paper_area.paper.title
    qtbot.waitUntil(lambda: title.textCursor().hasSelection())
    one_line = title.height()

    QTest.keyClicks(title, "x" * 200)
    QTest.keyClick(title, Qt.Key.Key_Backspace)

    assert title.text() == "x" * 199
    assert title.height() > 2 * one_line
    assert title.document().size().height() <= title.height()
    assert title.document().idealWidth() <= title.viewport().width()


def test_keys_lead_from_the_title_to_the_draft_and_an_empty_one_stays(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "review")
    title = page.paper_area.paper.title
    qtbot.waitUntil(lambda: title.textCursor().hasSelection())
    QTest.keyClick(title, Qt.Key.Key_Backspace)
    QTest.keyClick(title, Qt.Key.Key_Backspace)
    assert (title.text(), title.isVisible()) == ("", page.isVisible())

    before = len(page.paper_area.paper.blocks())
    QTest.keyClick(title, Qt.Key.Key_Down)
    assert (page.paper_area.paper.current, len(page.paper_area.paper.blocks())) == (0, before)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.key)
def test_that_every_template_begins_a_draft_whose_blocks_can_be_told(
    page: DraftsPage, qtbot: QtBot, template: Template
) -> None:
    draft = begun(page, qtbot, template.key)
    assert {item.kind for item in draft.items} <= {"heading", "prompt", "annotation", "figure", "review"}
    headings = [number for number, item in enumerate(draft.items) if item.kind == "heading"]
    empty = [number for number in headings if number + 1 in (*headings, len(draft.items))]
    assert empty == []
    evidence = [item for item in draft.items if item.kind not in ("heading", "prompt")]
    assert all(told(item, page._shelf.gathered).title for item in evidence)
    assert len(page.paper_area.paper.blocks()) == len(draft.items)


class Stops:
    """Keeps where one went."""

    def __init__(self) -> None:
        self.gone: list[Target] = []

    def show_target(self, target: Target, _state: PageState | None) -> None:
        self.gone.append(target)

    def page_state(self, _key: str) -> PageState:
        return {}


def test_that_a_draft_is_checked_and_linked_from_its_page(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")
    stops = Stops()
    page.context.navigator.attach(stops)
    actions = {one.key: one for one in page.page_actions()}
    actions["reader.link"].handler()
    assert link_of(QGuiApplication.clipboard().text()) == Link(LinkKind.DRAFT, draft.id)
    actions["drafts.check"].handler()
    assert stops.gone == [AuditTarget(what="report", draft=draft.id, title=draft.title)]


def test_that_a_template_of_ones_own_can_go_and_come_back(page: DraftsPage, qtbot: QtBot) -> None:
    draft = begun(page, qtbot, "digest")
    library = page.context.library
    keep_template(library, draft, "我的模板")
    page.side.template_dropped.emit("own:我的模板")
    settle(page.context)
    assert own_templates(library) == ()
    undo(page.context)
    assert [one.name for one in own_templates(library)] == ["我的模板"]


def test_that_another_theme_leaves_the_letters_their_size(page: DraftsPage, qtbot: QtBot) -> None:
    begun(page, qtbot, "free")
    page.paper_actions.add_heading()
    field = written(page, 0).field
    before = field.document().defaultFont()
    page.context.theme.choose("dark")
    QApplication.processEvents()
    assert field.document().defaultFont() == before
    page.context.theme.choose("light")
