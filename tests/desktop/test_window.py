from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from corpus.library.intake.opening import open_library
from corpus.library.intake.resuming import Unfinished, begun
from corpus.library.reading.articles import list_articles
from corpus.library.reading.home import STEPS, home, tick
from corpus.library.reading.organising import collections
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from corpus.store.changes import Changes
from desktop.actions.palette import PaletteItem, matching
from desktop.dialogs.pasting import PasteDialog
from desktop.dialogs.reading_anew import ReadingAnew, ReadingAnewDialog
from desktop.dialogs.settings import SettingsDialog
from desktop.pages.home import HomePage
from desktop.services.changes import ChangeBridge
from desktop.services.context import Context
from desktop.services.settings import Settings
from desktop.services.targets import HomeTarget, NotesTarget, ReaderTarget, SearchTarget, Target, as_left
from desktop.services.undo import Step
from desktop.services.worker_link import WorkerLink
from desktop.start.session import compose
from desktop.theme import ThemeManager
from desktop.widgets import EvidenceMark, LinkButton, QuietButton, TextLabel
from desktop.window.first_steps import FirstSteps
from desktop.window.import_outcome import outcome_of
from desktop.window.main_window import MainWindow
from desktop.window.page_table import page_entries, rail_entries
from desktop.window.shortcuts_dialog import ShortcutsDialog
from tests.copies import copied
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

REPORT: dict[str, Any] = {
    "batch": "b1",
    "sources": [
        {
            "path": "/文/甲.txt", "status": "added", "error": None,
            "articles": [
                {"id": "a1", "title": "甲", "characters": 500, "duplicate_of": None, "figures": 4, "platforms": 2,
                 "repairs": {"applied": 9, "offered": 2}},
                {"id": "a2", "title": "乙", "characters": 480, "duplicate_of": "a1", "figures": 3, "platforms": 1,
                 "repairs": {"applied": 7, "offered": 0}},
            ],
        },
        {"path": "/文/空.txt", "status": "failed", "error": {"kind": "empty", "values": {}}, "articles": []},
        {"path": "/文/旧.txt", "status": "same", "error": None, "articles": []},
    ],
}  # fmt: skip
WORKER = f"""
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    answers = {{"undo_import": {{"trashed": ["a1", "a2"], "restored": []}}}}
    print(json.dumps({{"id": request["id"], "result": answers.get(request["task"], {REPORT!r})}}), flush=True)
"""


@pytest.fixture
def context(theme: ThemeManager, library_template: Path, tmp_path: Path) -> Iterator[Context]:
    script = tmp_path / "worker.py"
    script.write_text(WORKER, encoding="utf-8")
    library = open_library(copied(library_template, tmp_path / "（课程）&% 库"), write=True)
    worker = WorkerLink([sys.executable, str(script)])
    made = compose(library, theme, Settings(tmp_path / "window.ini"), worker)
    yield made
    for part in (made.operations, made.worker, made.tasks, made.navigator, made.settings, made.library):
        part.close()


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> MainWindow:
    made = MainWindow(context.theme, context.settings)
    made.furnish(context)
    qtbot.addWidget(made)
    made.resize(1280, 672)
    context.navigator.go(HomeTarget())
    made.show()
    qtbot.waitUntil(lambda: context.at_rest)
    return made


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
    assert numbers == ["12624.7", "11397.78"]
    marks = page.findChildren(EvidenceMark)
    assert ["12624.7" in marks[0].sentence, "11397.78" in marks[1].sentence] == [True, True]


def test_a_step_ticks_itself_when_a_figures_sentence_is_opened(window: MainWindow, context: Context) -> None:
    steps = FirstSteps(context, ChangeBridge(context.library), window)
    assert steps.parent() is window
    context.navigator.attach(_Nowhere())
    context.navigator.go(ReaderTarget("a1", Span(3, 9)))
    context.navigator.go(SearchTarget(text="电商"))
    settle(context)
    assert home(context.library).steps_done == {"figure", "find"}


class _Nowhere:
    def show_target(self, target: Target, state: object) -> None:
        pass

    def page_state(self, _key: str) -> dict[str, object]:
        return {}


def test_the_outcome_of_an_import_sums_up_its_files() -> None:
    outcome = outcome_of(REPORT)
    assert (len(outcome.articles), outcome.repeats, outcome.same, outcome.applied, outcome.offered) == (
        2,
        1,
        1,
        16,
        2,
    )
    assert (outcome.figures, outcome.platforms) == (7, 3)
    assert outcome.failures == (("空.txt", "“/文/空.txt”是空文件，没有可以导入的文字。"),)


def test_files_dropped_on_the_window_are_imported_and_a_card_tells_of_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/文/甲.txt")])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: window.card is not None)
    card = window.card
    assert card is not None
    told = [label.text() for label in card.findChildren(TextLabel)]
    assert card.headline() == "导入了 2 篇文章"
    assert "“/文/空.txt”是空文件，没有可以导入的文字。" in told
    assert [link.text() for link in card.findChildren(LinkButton)] == ["甲", "乙"]
    assert window.centre.rect().contains(card.geometry())
    undo = next(button for button in card.findChildren(QuietButton) if button.text() == "撤销这次导入")
    with qtbot.waitSignal(card.undone) as undone:
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert undone.args == ["b1"]


def test_a_folder_of_nothing_readable_is_told_plainly(window: MainWindow) -> None:
    outcome = outcome_of({"batch": "", "sources": [REPORT["sources"][1]]})
    window.parts.importer.imported.emit(outcome)
    assert window.card is not None
    assert window.card.headline() == "没有导入任何文章"
    assert window.card.findChildren(QuietButton) == []


def test_what_tells_of_an_import_goes_when_one_goes_on(window: MainWindow, context: Context) -> None:
    window.parts.importer.imported.emit(outcome_of(REPORT))
    card = window.card
    assert card is not None
    assert card.isVisibleTo(window)
    context.navigator.go(NotesTarget())
    assert not card.isVisibleTo(window)


def test_the_palette_offers_what_can_be_done_now(window: MainWindow, context: Context) -> None:
    window.offer_commands()
    labels = [item.label for item in window.parts.palette_box.shown]
    assert "导入" in labels
    assert "撤销" not in labels
    window.parts.palette_box.close()
    context.undo.push(Step("删除批注", str, str))
    window.offer_commands()
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
    window.quick_open()
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
    assert window.parts.topbar.scope.text() == "我的文献"


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


def test_that_undoing_is_offered_where_something_came_be_it_a_new_text_of_a_known_file(
    window: MainWindow,
) -> None:
    for status, headline, offered in (
        ("same", "1 个文件文库里已经有了", False),
        ("updated", "更新了 2 篇文章", True),
    ):
        told = {**REPORT["sources"][0], "status": status}
        window.parts.importer.imported.emit(outcome_of({"batch": "b1", "sources": [told]}))
        assert window.card is not None
        buttons = [button.text() for button in window.card.findChildren(QuietButton)]
        assert (window.card.headline(), "撤销这次导入" in buttons) == (headline, offered)


def test_that_the_card_names_what_was_not_read(window: MainWindow) -> None:
    report = {
        "batch": "b1",
        "sources": REPORT["sources"][:1],
        "unread": ["/文/丙.txt", "/文/丁.txt"],
        "passed_over": [{"suffix": ".pdf", "files": 2}, {"suffix": "", "files": 1}],
    }
    window.parts.importer.imported.emit(outcome_of(report))
    assert window.card is not None
    told = {label.text(): label.toolTip() for label in window.card.findChildren(TextLabel)}
    assert told["已取消：还有 2 个文件没有读"] == "丙.txt\n丁.txt"
    assert "另有 3 个文件的格式还读不了，已略过：.pdf 2 个、无后缀 1 个" in told
    assert "撤销这次导入" in [button.text() for button in window.card.findChildren(QuietButton)]


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


def test_an_import_that_was_cut_off_is_offered_to_go_on(
    context: Context, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(context.worker, "run", lambda name, *_rest, **_more: asked.append(name))
    importer = window.parts.importer
    importer.offer_to_resume()
    assert context.notices.latest is None
    begun(context.library, Unfinished("b", (tmp_path / "年报", tmp_path / "剪报.txt", tmp_path / "信")))
    importer.offer_to_resume()
    notice = context.notices.latest
    assert notice is not None
    assert notice.text == "上次没有导入完：年报、剪报.txt等 3 处。"
    assert (notice.action_text, notice.lasting) == ("继续导入", True)
    assert notice.action is not None
    notice.action()
    assert asked == ["resume_import"]


def test_pasting_asks_for_source_and_date_and_keeps_the_form_if_wanted(
    window: MainWindow, qtbot: QtBot
) -> None:
    copied = QMimeData()
    copied.setText("米价\n三月里涨了。")
    copied.setHtml("<h2>米价</h2><p>三月里涨了。</p>")
    dialog = PasteDialog(copied, window)
    qtbot.addWidget(dialog)
    given: list[dict[str, object]] = []
    dialog.given.connect(given.append)
    assert dialog.fields["title"].text() == "米价"
    dialog.fields["publisher"].setText("粮食日报")
    dialog.fields["issued"].setText("2019-03-02")
    dialog.confirm.click()
    dialog.plain.setChecked(True)
    dialog.confirm.click()
    assert [(one["html"] != "", one["fields"]) for one in given] == [
        (True, {"publisher": "粮食日报", "issued": "2019-03-02"}),
        (False, {"publisher": "粮食日报", "issued": "2019-03-02"}),
    ]


def test_pasting_shows_what_the_text_says_of_itself_and_sends_only_what_was_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    copied = QMimeData()
    copied.setText("首页 > 民生\n夜市摊位费降了\n来源：汀州晚报 作者：田间 2023-06-09\n摊位费降为三十五元。")
    dialog = PasteDialog(copied, window)
    qtbot.addWidget(dialog)
    given: list[dict[str, object]] = []
    dialog.given.connect(given.append)
    shown = {name: field.text() for name, field in dialog.fields.items() if field.text()}
    assert shown == {
        "title": "夜市摊位费降了", "publisher": "汀州晚报", "author": "田间", "issued": "2023-06-09",
    }  # fmt: skip
    dialog.fields["author"].setText("田间、罗布")
    dialog.confirm.click()
    assert [(one["title"], one["fields"]) for one in given] == [("夜市摊位费降了", {"author": "田间、罗布"})]


def test_a_file_is_read_anew_in_the_encoding_chosen(
    context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(
        context.worker, "run", lambda name, given, *_rest, **_more: asked.append((name, given["encoding"]))
    )
    article = list_articles(context.library)[0]
    ReadingAnew(context, window).ask(replace(article, path="/x/旧稿.txt"))
    (dialog,) = window.findChildren(ReadingAnewDialog)
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("big5hkscs"))
    dialog.confirm.click()
    assert asked == [("read_anew", "big5hkscs")]


def test_the_card_of_a_folder_offers_to_make_collections_of_it(context: Context, window: MainWindow) -> None:
    ids = tuple(one.id for one in list_articles(context.library)[:2])
    report = {"batch": "b", "sources": []}
    outcome = replace(outcome_of(report, ["/x/调研"]), places={"/x/调研/华东/a.txt": ids})
    window.parts.importer.imported.emit(outcome)
    assert window.card is not None
    (group,) = [one for one in window.card.findChildren(LinkButton) if one.text() == "按文件夹归入课题"]
    group.click()
    settle(context)
    assert sorted(one.name for one in collections(context.library)) == ["华东", "调研"]
