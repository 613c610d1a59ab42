from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread

from corpus.store.database.changes import Changes
from corpus.store.store import Store
from desktop.services.gradual_release import MANY, GradualRelease
from desktop.services.tasks import TaskRunner

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def runner(qapp: QObject) -> Iterator[TaskRunner]:
    assert qapp is not None
    made = TaskRunner()
    yield made
    made.close()


def after(gate: threading.Event, value: str) -> str:
    assert gate.wait()
    return value


def fail() -> str:
    raise ValueError("nothing")


def idle(runner: TaskRunner) -> Callable[[], bool]:
    return lambda: runner.running == 0


def test_results_arrive_in_the_windows_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = QObject()
    told: list[object] = []
    main = QThread.currentThread()

    def done(worked_in: int) -> None:
        told.append((worked_in != threading.get_ident(), QThread.currentThread() is main))

    runner.run(owner, threading.get_ident, done)
    qtbot.waitUntil(idle(runner))
    assert told == [(True, True)]


def test_an_older_answer_never_overtakes_a_newer_one(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = QObject()
    told: list[object] = []
    slow, quick = threading.Event(), threading.Event()
    runner.run(owner, partial(after, slow, "old"), told.append)
    runner.run(owner, partial(after, quick, "new"), told.append)
    quick.set()
    qtbot.waitUntil(lambda: told == ["new"])
    slow.set()
    qtbot.waitUntil(idle(runner))
    assert told == ["new"]


def test_work_nobody_waits_for_any_more_is_not_begun(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, gate = QObject(), threading.Event()
    begun: list[int] = []
    told: list[object] = []
    for lane in ("a", "b", "c"):  # every thread is busy
        runner.run(owner, partial(after, gate, lane), told.append, lane=lane)
    for number in range(5):
        runner.run(owner, partial(begun.append, number), told.append, lane="typing")
    runner.run(owner, partial(begun.append, 9), told.append, lane="left")
    runner.drop(owner, "left")
    gate.set()
    qtbot.waitUntil(idle(runner))
    assert begun == [4]
    assert sorted(map(str, told)) == ["None", "a", "b", "c"]


@pytest.mark.parametrize("ended_by", ["newer", "drop", "close"])
def test_running_work_hears_that_nobody_waits_for_it_any_more(
    runner: TaskRunner, qtbot: QtBot, ended_by: str
) -> None:
    owner, begun = QObject(), threading.Event()
    heard: list[bool] = []
    told: list[object] = []

    def work(stop: threading.Event) -> str:
        begun.set()
        heard.append(stop.wait())
        raise ValueError("ended early")

    runner.run_stoppable(owner, work, told.append)
    assert begun.wait()
    if ended_by == "newer":
        runner.run(owner, lambda: "new", told.append)
    elif ended_by == "drop":
        runner.drop(owner)
    else:
        runner.close()
    qtbot.waitUntil(idle(runner))
    assert heard == [True]
    assert told == (["new"] if ended_by == "newer" else [])


def test_lanes_and_owners_do_not_disturb_each_other(runner: TaskRunner, qtbot: QtBot) -> None:
    first, second = QObject(), QObject()
    told: list[str] = []
    runner.run(first, lambda: "a", told.append)
    runner.run(first, lambda: "b", told.append, lane="facets")
    runner.run(second, lambda: "c", told.append)
    qtbot.waitUntil(idle(runner))
    assert sorted(told) == ["a", "b", "c"]


def test_a_dead_owner_hears_nothing(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, gate = QObject(), threading.Event()
    told: list[str] = []
    runner.run(owner, partial(after, gate, "late"), told.append)
    shiboken6.delete(owner)
    gate.set()
    qtbot.waitUntil(idle(runner))
    assert told == []


@pytest.mark.logs("^desktop.services.tasks: work failed$")
def test_a_failure_goes_to_its_handler_or_is_told_to_everyone(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = QObject()
    handled: list[object] = []
    unhandled: list[object] = []
    runner.unhandled.connect(unhandled.append)
    runner.run(owner, fail, handled.append, handled.append, lane="one")
    runner.run(owner, fail, handled.append, lane="two")
    qtbot.waitUntil(idle(runner))
    assert [str(error) for error in handled] == ["nothing"]
    assert [str(error) for error in unhandled] == ["nothing"]


def test_that_many_works_share_a_few_connections_to_the_library(
    runner: TaskRunner, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    connect = sqlite3.connect

    def counting(*arguments: object, **options: object) -> object:
        made.append(arguments)
        return connect(*arguments, **options)  # type: ignore[call-overload]

    store = Store(tmp_path, write=True)
    monkeypatch.setattr(sqlite3, "connect", counting)
    with store.transaction(Changes()):
        owner, told = QObject(), list[int]()
        for number in range(20):
            runner.run(owner, store.database.last_change, told.append, lane=str(number))
            qtbot.waitUntil(idle(runner))
    store.close()
    assert told == [0] * 20
    assert len(made) <= 3


def test_that_many_remains_go_beside_the_window_and_few_at_once(runner: TaskRunner, qtbot: QtBot) -> None:
    gone: list[int] = []

    class Part:
        """Tells in which thread it goes."""

        def __del__(self) -> None:
            gone.append(threading.get_ident())

    owner, here = QObject(), threading.get_ident()
    GradualRelease([[Part()], [Part()]]).let_go(runner, owner)
    assert gone == [here, here]
    GradualRelease([[Part() for _ in range(MANY)], [Part()]]).let_go(runner, owner)
    qtbot.waitUntil(idle(runner))
    assert (len(gone), here in gone[2:]) == (MANY + 3, False)
