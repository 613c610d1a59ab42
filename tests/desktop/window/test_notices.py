from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from corpus.model.errors import InputError
from desktop.services.notices import Notice, Notices
from desktop.theme import ThemeManager
from desktop.widgets import NoticeBar, ToastArea

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.window.main_window import MainWindow


def test_an_error_is_told_as_its_sentence_and_stays() -> None:
    notices = Notices()
    heard: list[Notice] = []
    notices.told.connect(heard.append)
    notices.trouble(InputError("missing", path="甲.txt"))
    sentence = "找不到“甲.txt”：请检查路径，或确认文件没有被移走。"
    assert heard == [Notice(sentence, "trouble", lasting=True)]


def test_a_fault_of_the_program_is_named_as_one() -> None:
    notices = Notices()
    notices.trouble(ZeroDivisionError("by nought"))
    assert notices.latest is not None
    assert notices.latest.text == "程序内部出错：ZeroDivisionError: by nought"


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """What toasts stand over."""
    made = QWidget()
    made.resize(800, 600)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def toasts(theme: ThemeManager, ground: QWidget) -> ToastArea:
    """The toasts over ``ground``."""
    return ToastArea(theme, ground)


def test_a_toast_offers_its_action_once_and_leaves(toasts: ToastArea) -> None:
    undone: list[bool] = []
    toast = toasts.show_toast("已删除 1 条批注", "plain", "撤销", lambda: undone.append(True))
    assert toast.button is not None
    assert toast.height() >= 28
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert (undone, toast.isVisible()) == ([True], False)


def test_toasts_keep_clear_of_what_lies_in_the_corner_until_it_is_gone(
    toasts: ToastArea, ground: QWidget, qtbot: QtBot
) -> None:
    toasts.show_toast("已导入的文章可以撤销，撤销以后文件还在原处")
    middle = toasts.geometry()
    corners = [QWidget(ground) for _ in range(2)]
    for corner in corners:
        corner.setGeometry(ground.width() // 2 + 40, ground.height() - 200, ground.width() // 2 - 60, 180)
        toasts.keep_clear_of(corner)
        assert not toasts.geometry().intersects(corner.geometry())
    corners[0].deleteLater()
    qtbot.wait(1)
    assert not toasts.geometry().intersects(corners[1].geometry())
    corners[1].deleteLater()
    qtbot.waitUntil(lambda: toasts.geometry() == middle)


def test_at_most_three_toasts_stand_over_the_page(toasts: ToastArea, ground: QWidget) -> None:
    shown = [toasts.show_toast(str(number)) for number in range(5)]
    assert [toast.isVisible() for toast in shown] == [False, False, True, True, True]
    assert ground.rect().contains(toasts.geometry())


def test_of_the_newest_step_one_sentence_stands_and_no_older_one(toasts: ToastArea) -> None:
    steps = [
        toasts.show_toast(words, "plain", button, toasts.update, place="step")
        for words, button in (("已撤销：高亮", "重做"), ("已撤销：高亮", "重做"), ("已重做：高亮", "撤销"))
    ]
    assert [one.isVisible() for one in steps] == [False, False, True]


def test_what_lasts_stands_in_a_bar_until_it_is_closed(theme: ThemeManager, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    bar.resize(800, 50)
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    done: list[bool] = []
    first = bar.show_notice("磁盘满了", "trouble")
    second = bar.show_notice("规则更新了", "plain", "重新查找", lambda: done.append(True))
    assert bar.isVisible()
    assert second.button is not None
    QTest.mouseClick(second.button, Qt.MouseButton.LeftButton)
    assert (done, bar.isVisible()) == ([True], True)
    first.leave()
    assert not bar.isVisible()


def test_the_bar_says_a_sentence_once_and_no_more_than_three(theme: ThemeManager, qtbot: QtBot) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    shown = [bar.show_notice(words) for words in ("一", "二", "一", "三", "四")]
    assert [one.isVisible() for one in shown] == [False, False, True, True, True]


def test_a_lasting_notice_covers_nothing_of_the_page(window: MainWindow, qtbot: QtBot) -> None:
    before = window.parts.pages.height()
    window.context.notices.offer("规则更新了", "重新查找", window.update)
    qtbot.waitUntil(lambda: window.parts.pages.height() < before)
    bar = window.parts.bar
    assert (
        window.parts.pages.mapTo(window, QPoint(0, 0)).y() >= bar.mapTo(window, QPoint(0, bar.height())).y()
    )


def test_toasts_stand_above_a_bar_at_the_foot_while_it_is_shown(
    toasts: ToastArea, ground: QWidget, qtbot: QtBot
) -> None:
    bar, head = QWidget(ground), QWidget(ground)
    bar.setGeometry(0, ground.height() - 48, ground.width(), 48)
    head.setGeometry(0, 0, ground.width(), 48)
    bar.hide()
    toasts.stand_above(bar)
    toasts.stand_above(head)
    toasts.show_toast("已加入文稿")
    low = toasts.geometry()
    assert low.intersects(bar.geometry())
    bar.show()
    qtbot.waitUntil(lambda: not toasts.geometry().intersects(bar.geometry()))
    bar.deleteLater()
    qtbot.wait(1)
    toasts.show_toast("已加入文稿", place="here")
    assert toasts.geometry().bottom() == low.bottom()
