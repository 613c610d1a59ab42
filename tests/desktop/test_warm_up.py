"""What is loaded ahead is loaded piece by piece, and never while the window is at work."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from desktop.services.tasks import TaskRunner
from desktop.start.patient_imports import MOST_PAUSES, RESTING_S, PatientImports
from desktop.start.warm_up import PATIENCE, QUIET, WarmUp, typed_so_far
from desktop.widgets.fields.typing_timer import TypingTimer, last_typed

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


def test_that_nothing_is_begun_while_something_is_written(tasks: TaskRunner, qtbot: QtBot) -> None:
    busy, done, rested = [True], [], []
    warm_up = WarmUp(tasks, [lambda: done.append(1)], used=Thread(), writing=lambda: busy[0])
    warm_up.rested.connect(lambda: rested.append(1))
    for _ in range(PATIENCE - 1):
        warm_up.look()
    assert (done, rested) == ([], [])
    busy[0] = False
    for _ in range(QUIET):
        warm_up.look()
    qtbot.waitUntil(lambda: done == [1])
    assert rested == [1]


class Hand:
    """Types until ``ends`` on a clock that goes on by a hundredth whenever somebody pauses."""

    def __init__(self, ends: float) -> None:
        self.now, self.ends, self.pauses = 0.0, ends, 0

    def typed(self) -> float:
        return min(self.now, self.ends)

    def pause(self, _seconds: float) -> None:
        self.pauses += 1
        self.now += 0.01


def modules_of(folder: Path, names: str) -> None:
    """Write modules of one letter each, of which every one imports the next."""
    for name, other in pairwise(names):
        (folder / f"yinde_{name}.py").write_text(f"import yinde_{other}\n")
    (folder / f"yinde_{names[-1]}.py").write_text("")


def test_that_what_is_loaded_ahead_stands_still_between_two_modules_while_somebody_types(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules_of(tmp_path, "abc")
    monkeypatch.syspath_prepend(tmp_path)
    hand = Hand(ends=1.0)
    patient = PatientImports(hand.typed, lambda: hand.now, hand.pause)
    with patient.waiting():
        import_module("yinde_a")
    assert hand.now >= hand.ends + RESTING_S
    before, paths = hand.pauses, list(sys.meta_path)
    assert patient not in paths
    hand.ends = hand.now + 1
    modules_of(tmp_path, "de")
    import_module("yinde_d")
    assert hand.pauses == before


def test_that_other_threads_import_at_once_and_nothing_waits_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modules_of(tmp_path, "fghi")
    monkeypatch.syspath_prepend(tmp_path)
    hand = Hand(ends=float("inf"))
    patient = PatientImports(hand.typed, lambda: hand.now, hand.pause)
    with patient.waiting():
        other = threading.Thread(target=import_module, args=("yinde_i",))
        other.start()
        other.join()
        assert hand.pauses == 0
        import_module("yinde_f")
    assert hand.pauses == MOST_PAUSES


def test_that_every_field_that_keeps_what_is_typed_tells_when_it_was() -> None:
    owner = QObject()
    timer = TypingTimer(owner)
    before = last_typed()
    timer.typed()
    assert last_typed() > before
    timer.stop()
