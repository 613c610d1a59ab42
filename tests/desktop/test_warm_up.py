"""What is loaded ahead is loaded piece by piece, and never while the window is at work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from desktop.services.tasks import TaskRunner
from desktop.start.warm_up import PATIENCE, QUIET, WarmUp, typed_so_far

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


class Thread:
    """Stands for the window's thread: how many seconds it has worked."""

    def __init__(self) -> None:
        self.worked = 0.0

    def __call__(self) -> float:
        return self.worked


def made(
    tasks: TaskRunner, thread: Thread, count: int, typed: Callable[[], object] = lambda: None
) -> tuple[WarmUp, list[int]]:
    done: list[int] = []

    def step(number: int) -> Callable[[], object]:
        return lambda: done.append(number)

    return WarmUp(tasks, map(step, range(count)), used=thread, typed=typed), done


def test_that_nothing_is_begun_while_somebody_types(tasks: TaskRunner) -> None:
    thread = Thread()
    warm_up, done = made(tasks, thread, 2)
    for _ in range(PATIENCE - 1):
        thread.worked += 0.02
        warm_up.look()
    assert (done, warm_up.is_done) == ([], False)


def test_that_nothing_is_begun_while_keys_cost_the_window_next_to_nothing(tasks: TaskRunner) -> None:
    field = QPlainTextEdit()
    warm_up, done = made(tasks, Thread(), 2, field.document().revision)
    for _ in range(PATIENCE - 1):
        field.insertPlainText("字")
        warm_up.look()
    assert (done, warm_up.is_done) == ([], False)


def test_that_what_is_typed_is_told_of_the_field_that_has_the_keyboard(qtbot: QtBot) -> None:
    for field in (QPlainTextEdit(), QTextEdit(), QLineEdit()):
        qtbot.addWidget(field)
        field.show()
        qtbot.waitExposed(field)
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        before = typed_so_far()
        assert typed_so_far() == before
        QTest.keyClicks(field, "a")
        assert typed_so_far() != before


def test_that_the_pieces_follow_one_another_once_the_window_rests(tasks: TaskRunner, qtbot: QtBot) -> None:
    warm_up, done = made(tasks, Thread(), 3)
    for _ in range(QUIET - 1):
        warm_up.look()
    assert done == []

    def rested() -> bool:
        warm_up.look()
        return warm_up.is_done

    qtbot.waitUntil(rested)
    assert done == [0, 1, 2]


def test_that_a_key_between_two_pieces_puts_the_next_off(tasks: TaskRunner, qtbot: QtBot) -> None:
    thread = Thread()
    warm_up, done = made(tasks, thread, 2)
    for _ in range(QUIET):
        warm_up.look()
    qtbot.waitUntil(lambda: done == [0])
    for _ in range(QUIET):
        thread.worked += 0.02
        warm_up.look()
    qtbot.wait(20)
    assert done == [0]


def test_that_it_is_not_put_off_for_ever(tasks: TaskRunner, qtbot: QtBot) -> None:
    thread = Thread()
    warm_up, done = made(tasks, thread, 1)
    for _ in range(PATIENCE):
        thread.worked += 0.02
        warm_up.look()
    qtbot.waitUntil(lambda: done == [0])
