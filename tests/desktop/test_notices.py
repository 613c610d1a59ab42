from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from corpus.model.errors import InputError
from desktop.services.notices import Notice, Notices
from desktop.theme import ThemeManager
from desktop.widgets import ToastArea

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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


def test_a_toast_offers_its_action_once_and_leaves(theme: ThemeManager, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    area = ToastArea(theme, window)
    window.show()
    undone: list[bool] = []
    toast = area.show_toast("已删除 1 条批注", "plain", "撤销", lambda: undone.append(True))
    assert toast.button is not None
    assert toast.height() >= 28
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert (undone, toast.isVisible()) == ([True], False)


def test_at_most_three_toasts_stand_over_the_page(theme: ThemeManager, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    area = ToastArea(theme, window)
    window.show()
    shown = [area.show_toast(str(number)) for number in range(5)]
    assert [toast.isVisible() for toast in shown] == [False, False, True, True, True]
    assert window.rect().contains(area.geometry())


def test_of_the_newest_step_one_sentence_stands_and_no_older_one(theme: ThemeManager, qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    area = ToastArea(theme, window)
    window.show()
    trouble = area.show_toast("磁盘满了", "trouble", lasting=True)
    steps = [
        area.show_toast(words, "plain", button, window.update, place="step")
        for words, button in (("已撤销：高亮", "重做"), ("已撤销：高亮", "重做"), ("已重做：高亮", "撤销"))
    ]
    assert [one.isVisible() for one in steps] == [False, False, True]
    assert trouble.isVisible()
