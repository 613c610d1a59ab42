from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread

from desktop.services.mailbox import Mailbox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_many_threads_put_in_is_taken_in_the_boxs_own(qapp: QObject, qtbot: QtBot) -> None:
    main = qapp.thread()
    taken: list[tuple[int, bool]] = []
    box = Mailbox(lambda thing: taken.append((thing, QThread.currentThread() is main)))

    def put_all() -> None:
        for number in range(200):
            box.put(number)

    threads = [threading.Thread(target=put_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(taken) == 800)
    for thread in threads:
        thread.join()
    assert sorted(number for number, _ in taken) == sorted([*range(200)] * 4)
    assert all(at_home for _, at_home in taken)


def test_in_its_own_thread_it_is_taken_at_once(qapp: QObject) -> None:
    assert qapp is not None
    taken: list[object] = []
    box = Mailbox(taken.append)
    box.put("a")
    assert taken == ["a"]


def test_one_that_fails_keeps_no_other_back(qapp: QObject, qtbot: QtBot) -> None:
    assert qapp is not None
    taken: list[object] = []

    def take(thing: object) -> None:
        if thing == "bad":
            raise ValueError(thing)
        taken.append(thing)

    box = Mailbox(take)

    def put_all() -> None:
        for one in ("a", "bad", "b"):
            box.put(one)

    thread = threading.Thread(target=put_all)
    with qtbot.captureExceptions() as caught:
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: taken == ["a", "b"])
    assert [kind for kind, *_ in caught] == [ValueError]


@pytest.mark.parametrize("where", ["here", "elsewhere"])
def test_nothing_is_carried_by_the_signal_itself(where: str, qapp: QObject, qtbot: QtBot) -> None:
    """A thing's references are counted by Python alone: none is left over once it was taken."""
    assert qapp is not None
    thing = object()
    before = sys.getrefcount(thing)
    taken = threading.Event()
    box = Mailbox(lambda _thing: taken.set())
    if where == "here":
        box.put(thing)
    else:
        thread = threading.Thread(target=box.put, args=(thing,))
        thread.start()
        thread.join()
        del thread
    qtbot.waitUntil(taken.is_set)
    assert sys.getrefcount(thing) == before
