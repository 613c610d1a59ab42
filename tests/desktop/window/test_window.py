from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from corpus.library.intake.building.found_by import is_outdated
from corpus.library.intake.packs.pack_files import remove_pack
from corpus.library.reading.articles import list_articles
from corpus.library.reading.home import STEPS, home, tick
from corpus.library.reading.organising import trash
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from corpus.store.database.changes import Changes
from desktop.actions.palette import PaletteItem, matching
from desktop.dialogs.settings import SettingsDialog
from desktop.pages.home import HomePage
from desktop.services.changes import ChangeBridge
from desktop.services.context import Context
from desktop.services.settings import Settings
from desktop.services.targets import HomeTarget, NotesTarget, ReaderTarget, SearchTarget, Target, as_left
from desktop.services.undo import Step
from desktop.widgets import Card, EvidenceMark, TextLabel
from desktop.window.first_steps import FirstSteps
from desktop.window.main_window import MainWindow
from desktop.window.page_table import page_entries, rail_entries
from desktop.window.shortcuts_dialog import ShortcutsDialog
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_key_belongs_to_one_action_and_every_action_can_be_found(window: MainWindow) -> None:
    actions = window.parts.registry.actions
    keys = Counter(QKeySequence(key).toString() for action in actions for key in action.shortcuts)
    names = Counter(action.key for action in actions)
    assert [key for key, count in (keys + names).items() if count > 1] == []
    assert [action.key for action in actions if not action.text or not callable(action.handler)] == []
    assert "" not in keys
    taken_by_input_methods = {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F"}
    assert not taken_by_input_methods & set(keys)


def test_every_icon_an_action_or_page_names_is_there(window: MainWindow) -> None:
    icons = {action.icon for action in window.parts.registry.actions} | {
        entry.icon for entry in page_entries()
    }
    for icon in icons - {""}:
        assert not window.context.theme.icon(icon).isNull()


def test_the_rail_has_the_eight_rooms_and_lights_the_one_shown(window: MainWindow) -> None:
    assert [entry.label for entry in rail_entries()] == [
        "首页", "文献", "检索", "趋势", "平台", "数据", "批注", "文稿",
    ]  # fmt: skip
    assert window.windowTitle() == "首页 — 引得"


def test_home_shows_two_figures_that_differ_and_each_leads_to_its_sentence(
    window: MainWindow,
) -> None:
    page = window.parts.pages.current
    assert page is not None
    numbers = [label.text() for label in page.findChildren(TextLabel) if label.property("look") == "figure"]
    assert numbers == ["12,624.7", "11,397.78"]
    read_out = [one.accessibleName() for one in page.findChildren(Card) if "亿元" in one.accessibleName()]
    assert read_out == ["12,624.7 亿元", "预计 11,397.78 亿元"]
    assert "预计" in [label.text() for label in page.findChildren(TextLabel) if label.isVisibleTo(page)]
    marks = page.findChildren(EvidenceMark)
    assert ["12624.7" in marks[0].sentence, "11397.78" in marks[1].sentence] == [True, True]


class _Nowhere:
    def show_target(self, target: Target, state: object) -> None:
        pass

    def page_state(self, _key: str) -> dict[str, object]:
        return {}


def test_a_step_ticks_itself_when_a_figures_sentence_is_opened(window: MainWindow, context: Context) -> None:
    steps = FirstSteps(context, ChangeBridge(context.library), window)
    assert steps.parent() is window
    context.navigator.attach(_Nowhere())
    context.navigator.go(ReaderTarget("a1", Span(3, 9)))
    context.navigator.go(SearchTarget(text="电商"))
    settle(context)
    assert home(context.library).steps_done == {"figure", "find"}


def test_the_palette_offers_what_can_be_done_now(window: MainWindow, context: Context) -> None:
    window.parts.offer_commands()
    labels = [item.label for item in window.parts.palette_box.shown]
    assert "导入" in labels
    assert "撤销" not in labels
    window.parts.palette_box.close()
    context.undo.push(Step("删除批注", str, str))
    window.parts.offer_commands()
    assert "撤销" in [item.label for item in window.parts.palette_box.shown]
    window.parts.palette_box.close()


def test_enter_in_the_palette_does_the_first_thing_that_matches(window: MainWindow) -> None:
    done: list[str] = []
    items = [PaletteItem(name, partial(done.append, name)) for name in ("导入", "导出", "备份")]
    window.parts.palette_box.offer("", "", items)
    window.parts.palette_box.field.setText("导")
    QTest.keyClick(window.parts.palette_box.field, Qt.Key.Key_Down)
    QTest.keyClick(window.parts.palette_box.field, Qt.Key.Key_Return)
    assert done == ["导出"]
    assert not window.parts.palette_box.isVisible()


def test_enter_waits_for_what_is_still_looked_up(window: MainWindow) -> None:
    done: list[str] = []
    asked: list[str] = []
    palette = window.parts.palette_box
    palette.offer("", "", (), asking=asked.append)
    palette.answer([PaletteItem("旧", partial(done.append, "旧"))])
    palette.field.setText("新")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert (asked, done) == (["", "新"], [])
    palette.answer([PaletteItem("新", partial(done.append, "新"))])
    assert done == ["新"]
    assert not palette.isVisible()


def test_palette_words_match_in_any_order() -> None:
    items = [PaletteItem("拼多多", print, words="Pinduoduo PDD"), PaletteItem("唯品会", print)]
    assert [item.label for item in matching(items, "pdd 拼")] == ["拼多多"]


def test_quick_open_offers_articles_platforms_and_trends(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    window.parts.quick_open()
    qtbot.waitUntil(lambda: len(window.parts.palette_box.shown) > 0)
    kinds = Counter(item.detail for item in window.parts.palette_box.shown)
    assert (kinds["文章"], kinds["趋势"], kinds["平台"] > 5) == (13, 7, True)
    window.parts.palette_box.field.setText("拼多多")
    settle(context)
    first = window.parts.palette_box.shown[0]
    assert first.label.startswith("拼多多")
    assert all("拼多多" in one.label for one in window.parts.palette_box.shown if one.detail == "平台")
    window.parts.palette_box.close()
    assert context.at_rest


def test_undo_takes_the_newest_step_back_and_says_so(window: MainWindow, context: Context) -> None:
    said: list[str] = []
    context.undo.push(
        Step("划线", lambda _library: said.append("back"), lambda _library: said.append("again"))
    )
    for key in ("undo", "redo"):
        assert window.parts.registry.trigger(key)
        settle(context)
        assert not window.parts.registry.trigger(key)
    assert said == ["back", "again"]
    assert context.notices.latest is not None
    assert context.notices.latest.text == "已重做：划线"


def test_the_scope_chosen_on_top_is_seen_by_all(window: MainWindow, context: Context) -> None:
    menu = window.parts.topbar.scope.menu()
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["全部", "我的文献", "内置资料包"]
    menu.actions()[1].trigger()
    assert context.scope.current == Scope(ScopeKind.MINE)
    assert window.parts.topbar.scope.text() == "范围：我的文献 ▾"


def test_the_settings_are_as_tall_whichever_part_is_shown(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    dialog = SettingsDialog(context, window.parts.library_actions, window.parts.known_actions, window)
    dialog.open()
    heights = set()
    for part in ("general", "keys", "general"):
        dialog.show_part(part)
        qtbot.wait(1)
        dialog.adjustSize()
        heights.add(dialog.height())
    assert len(heights) == 1
    dialog.reject()


def test_settings_take_effect_and_last(window: MainWindow, context: Context, tmp_path: Path) -> None:
    dialog = SettingsDialog(context, window.parts.library_actions, window.parts.known_actions, window)
    dialog.open()
    context.settings.put("reading/size", 99)
    dialog.accept()
    context.settings.close()
    again = Settings(tmp_path / "window.ini")
    assert (again.number("reading/size"), again.text("theme"), again.flag("welcome/closed")) == (
        28,
        "system",
        False,
    )


def test_the_sheet_of_keys_lists_every_action_with_a_key(window: MainWindow) -> None:
    sheet = ShortcutsDialog(window.parts.registry.actions, window)
    told = {label.text() for label in sheet.findChildren(TextLabel)}
    keyed = {action.text.rstrip("…") for action in window.parts.registry.actions if action.shortcuts}
    assert keyed - told == set()
    sheet.deleteLater()


def test_nothing_needs_more_room_than_a_small_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1093
    assert window.minimumSizeHint().height() <= 614


def test_home_gives_one_who_did_every_step_the_desk_first(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    page = window.parts.pages.current
    assert isinstance(page, HomePage)
    assert page.steps.isVisible()
    assert page.card.y() < page.desk.y()
    for step in STEPS:
        tick(context.library, step)
    page.refresh(None)
    qtbot.waitUntil(lambda: not page.steps.isVisible())
    qtbot.waitUntil(lambda: page.card.y() > page.desk.y())
    context.navigator.go(HomeTarget(welcome=True))
    qtbot.waitUntil(page.steps.isVisible)


def test_one_who_has_no_document_yet_is_offered_to_import_some(window: MainWindow, qtbot: QtBot) -> None:
    page = window.parts.pages.current
    assert isinstance(page, HomePage)
    qtbot.waitUntil(page.desk.isVisible)
    asked: list[str] = []
    page.asked.connect(asked.append)
    lines = [one for one in page.desk.findChildren(Card) if one.accessibleName() == "导入自己的文件或文件夹"]
    for line in lines:
        line.clicked.emit()
    assert asked == ["import"]


def test_an_empty_library_offers_what_to_do_and_nothing_that_is_not_there(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    page = window.parts.pages.current
    assert isinstance(page, HomePage)
    trash(context.library, [one.id for one in list_articles(context.library)])
    remove_pack(context.library, "ecommerce")
    page.refresh(None)
    qtbot.waitUntil(lambda: not page.steps.isVisible())
    asked: list[str] = []
    page.asked.connect(asked.append)
    lines = [
        one
        for one in page.desk.findChildren(Card)
        if one.isVisible() and one.accessibleName().startswith("导入")
    ]
    for line in lines:
        line.clicked.emit()
    assert asked == ["import", "import-sample"]
    assert not is_outdated(context.library.store)


def test_closing_the_welcome_closes_it_for_good(window: MainWindow, context: Context) -> None:
    page = window.parts.pages.current
    assert isinstance(page, HomePage)
    page.welcome.closed.emit()
    settle(context)
    assert home(context.library).welcome_closed


def test_a_hidden_page_looks_again_when_it_is_shown(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []
    page = window.parts.pages.page("home")
    monkeypatch.setattr(page, "refresh", seen.append)
    context.navigator.go(NotesTarget())
    window.parts.pages.take_changes(Changes(annotations=frozenset({"n1"})))
    window.parts.pages.take_changes(Changes(articles=frozenset({"a1"})))
    assert seen == []
    context.navigator.go(HomeTarget())
    assert seen == [Changes(annotations=frozenset({"n1"}), articles=frozenset({"a1"}))]


@pytest.mark.parametrize("key", [entry.key for entry in page_entries()])
def test_every_page_shows_itself_with_its_own_actions_and_keys(
    window: MainWindow, context: Context, qtbot: QtBot, key: str
) -> None:
    context.navigator.go(as_left(key))
    qtbot.waitUntil(lambda: context.at_rest)
    assert window.parts.pages.current is window.parts.pages.page(key)
    assert context.notices.latest is None
    keys = Counter(
        QKeySequence(key).toString() for action in window.parts.registry.actions for key in action.shortcuts
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert window.minimumSizeHint().width() <= 1093


def test_the_title_of_the_window_is_that_of_what_it_shows(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    first, second = list_articles(context.library)[:2]
    page = window.parts.pages.page("reader")
    for article in (first, second, first):
        context.navigator.open_article(article.id)
        qtbot.waitUntil(lambda wanted=article.title: page.title() == wanted)  # type: ignore[misc]
        assert window.windowTitle() == f"{article.title} — 引得"
    context.navigator.go(NotesTarget())
    assert window.windowTitle() == "批注 — 引得"
    context.navigator.back()
    assert window.windowTitle() == f"{first.title} — 引得"
    settle(context)
