from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QActionEvent, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from corpus.library.reading.articles import list_articles, reading
from desktop.actions import Menu
from desktop.actions.menu import ReasonMenu
from desktop.actions.registry import bar_title, menu_titles
from desktop.pages.documents import DocumentsPage
from desktop.pages.manual import ManualPage
from desktop.reader.page import ReaderPage
from desktop.services.context import Context
from desktop.services.targets import HomeTarget, as_left
from desktop.window.announced_actions import announced_actions
from desktop.window.main_window import MainWindow
from desktop.window.page_table import page_entries

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MENUS = {
    Menu.FILE: "新建文库… 打开文库… 最近的文库… 导入… 从剪贴板新建文章 导出… 打印… 备份文库… 从备份恢复… 退出",
    Menu.EDIT: "撤销 重做 复制 复制并附出处 复制链接 查找… 设置…",
    Menu.VIEW: "返回 前进 目录 批注栏 对照阅读 原文/校订文 主题 放大文字 缩小文字 原始大小 全屏",
    Menu.SEARCH: "全库检索 检索历史… 已存检索…",
    Menu.NOTES: "高亮 下划线 写批注",
    Menu.DRAFTS: "加入文稿",
    Menu.TOOLS: "校订记录 数据核实 待定位批注 用户词典… 重建索引 检查文库",
    Menu.HELP: "五分钟上手 快捷键 使用手册 关于引得",
}


@pytest.fixture
def window(qtbot: QtBot, reading_context: Context) -> MainWindow:
    made = MainWindow(reading_context.theme, reading_context.settings)
    made.furnish(reading_context)
    qtbot.addWidget(made)
    made.resize(1280, 672)
    reading_context.navigator.go(HomeTarget())
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def entries(window: MainWindow, menu: Menu) -> dict[str, QAction]:
    title = bar_title(menu, menu_titles()[menu])
    shown = next(one for one in window.menuBar().actions() if one.text() == title).menu()
    assert isinstance(shown, ReasonMenu)
    shown.aboutToShow.emit()
    return {one.text(): one for one in shown.actions() if one.text()}


@pytest.mark.parametrize("page", ["home", "documents", "manual"])
def test_every_menu_has_its_entries_on_every_page(window: MainWindow, page: str) -> None:
    window.context.navigator.go(as_left(page))
    for menu, names in MENUS.items():
        there = entries(window, menu)
        assert [name for name in names.split() if name not in there] == []


def test_the_themes_stand_in_a_menu_of_their_own_whatever_was_made_anew(window: MainWindow) -> None:
    for theme in ("dark", "sepia"):
        window.context.theme.choose(theme)  # icons and entries are made anew
        window.context.navigator.go(as_left("documents"))
        inner = entries(window, Menu.VIEW)["主题"].menu()
        assert isinstance(inner, ReasonMenu)
        assert [one.text() for one in inner.actions()] == ["跟随系统", "浅色", "米黄", "深色"]
        assert [one.objectName() for one in inner.actions() if one.isChecked()] == [f"theme-{theme}"]
    window.parts.registry.trigger("theme-light")
    assert window.context.settings.text("theme") == "light"


def test_an_entry_that_cannot_be_used_says_why_and_the_others_say_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    title = bar_title(Menu.EDIT, menu_titles()[Menu.EDIT])
    menu = next(one for one in window.menuBar().actions() if one.text() == title).menu()
    assert isinstance(menu, ReasonMenu)
    menu.popup(QPoint(0, 0))
    told = {}
    for action in menu.actions():
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())
        QApplication.sendEvent(
            menu, QHelpEvent(QHelpEvent.Type.ToolTip, menu.actionGeometry(action).center(), QPoint(5, 5))
        )
        told[action.text()] = QToolTip.text() if QToolTip.isVisible() else ""
    menu.close()
    assert told["查找…"] == "先打开一篇文章。"
    assert told["撤销"] == "没有可以撤销的步骤。"
    assert told["设置…"] == ""


def test_a_key_that_cannot_be_used_here_is_answered_with_the_reason(window: MainWindow) -> None:
    for key, why in (("print", "这里没有可以打印的"), ("reader.find", "先打开一篇文章。")):
        action = window.findChild(QAction, key)
        assert isinstance(action, QAction)
        action.trigger()
        latest = window.context.notices.latest
        assert latest is not None
        assert latest.text.startswith(why)


def test_what_is_announced_is_what_the_reader_has(window: MainWindow) -> None:
    page = window.parts.pages.page("reader")
    own = {one.key: one for one in page.page_actions()}
    for announced in announced_actions():
        real = own[announced.key]
        assert (announced.text, announced.shortcuts, announced.menu, announced.group, announced.icon) == (
            real.text, real.shortcuts, real.menu, real.group, real.icon
        )  # fmt: skip


def test_copy_copies_what_is_selected_in_a_field_a_page_and_an_article(
    window: MainWindow, qtbot: QtBot
) -> None:
    registry, clipboard = window.parts.registry, QGuiApplication.clipboard()
    field = window.parts.topbar.field
    field.setText("电商")
    field.setFocus()
    field.selectAll()
    assert registry.trigger("copy")
    assert clipboard.text() == "电商"
    field.deselect()
    assert not registry.trigger("copy")

    window.parts.dialogs.show_manual()
    manual = window.parts.pages.current
    assert isinstance(manual, ManualPage)
    manual.view.setFocus()
    manual.view.find("第一次打开")
    assert registry.trigger("copy")
    assert clipboard.text() == "第一次打开"

    library = window.context.library
    article = list_articles(library)[0]
    window.context.navigator.open_article(article.id)
    page = window.parts.pages.page("reader")
    assert isinstance(page, ReaderPage)
    qtbot.waitUntil(lambda: bool(page.paper.view.shown.text))
    read = reading(library, article.id)
    page.paper.view.setFocus()
    page.paper.view.select(read.sentences[2])
    QTest.keyClick(page.paper.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == read.sentences[2].of(read.text)


def test_the_key_of_copying_goes_the_way_a_table_has_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    window.context.navigator.go(as_left("documents"))
    page = window.parts.pages.page("documents")
    assert isinstance(page, DocumentsPage)
    table, copied = page.articles.table, list[str]()
    qtbot.waitUntil(lambda: table.list_model.rowCount() > 0)
    table.choose_row(0)
    table.setFocus()
    table.copies = partial(copied.append, "all")
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert copied == ["all"]
    table.copies = None
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    (row,) = table.chosen_rows()
    assert QGuiApplication.clipboard().text().startswith(f"{row.title}\t")


def test_an_action_that_stays_the_same_on_another_page_is_not_made_anew(window: MainWindow) -> None:
    before = {one.objectName(): one for one in window.actions()}
    window.context.navigator.go(as_left("documents"))
    after = {one.objectName(): one for one in window.actions()}
    both = before.keys() & after.keys()
    assert len(both) > 40
    assert [key for key in both if before[key] is not after[key]] == []
    assert {"edit-tags", "trash-articles"} <= after.keys() - before.keys()
    window.context.navigator.go(as_left("home"))
    assert {one.objectName(): one for one in window.actions()} == before


class Told(QObject):
    """Hears what comes into menus."""

    def __init__(self) -> None:
        super().__init__()
        self.came = list[str]()

    def eventFilter(self, _menu: QObject, event: QEvent) -> bool:
        if isinstance(event, QActionEvent) and event.type() is QEvent.Type.ActionAdded:
            self.came.append(event.action().text())
        return False


def test_that_a_page_leaves_alone_what_stays_in_the_menus_and_they_are_as_if_made_anew(
    window: MainWindow,
) -> None:
    told, menus = Told(), [one.menu() for one in window.menuBar().actions()]
    for menu in menus:
        menu.installEventFilter(told)

    def shown() -> list[list[str]]:
        return [[entry.text() for entry in menu.actions()] for menu in menus if isinstance(menu, ReasonMenu)]

    for page in ("manual", "data", "documents", "data", "home"):
        before = shown()
        told.came.clear()
        window.context.navigator.go(as_left(page))
        seen, came = shown(), list(told.came)
        window.parts.registry._rebuild()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert seen == shown()
        stayed = sum(
            len([*takewhile(lambda two: two[0] == two[1], zip(old, new, strict=False))])
            for old, new in zip(before, seen, strict=True)
        )
        assert stayed > 20
        assert len(came) <= sum(map(len, seen)) - stayed


@pytest.mark.parametrize("page", [one.key for one in page_entries()])
def test_no_menu_names_an_entry_twice(window: MainWindow, page: str, qtbot: QtBot) -> None:
    window.context.navigator.go(as_left(page))
    qtbot.waitUntil(lambda: window.context.at_rest)
    for menu, title in menu_titles().items():
        there = next(one for one in window.menuBar().actions() if one.text() == bar_title(menu, title)).menu()
        assert isinstance(there, ReasonMenu)
        names = [one.text() for one in there.actions() if one.text()]
        assert len(names) == len(set(names)), (title, names)
