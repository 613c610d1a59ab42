from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.services.tasks import TaskRunner
from desktop.start.collector import LONG_REST, MANY_OBJECTS, PATIENCE, Collector

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Knot(QObject):
    """A widget as pages have them: it refers to itself, so that only the collector finds it."""

    def __init__(self, told: list[int]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: told.append(threading.get_ident()))


@pytest.fixture(autouse=True)
def run_left_out_of_collections() -> Iterator[None]:
    """Let these tests freeze and look again; what is the run's own is left out again after each."""
    yield
    gc.freeze()


@pytest.fixture
def collector(qapp: QObject) -> Iterator[Collector]:
    assert qapp is not None
    gc.enable()
    made = Collector(used=lambda: 0.0)
    yield made
    made.close()


def allocate() -> int:
    """Allocate what would make Python collect many times over."""
    return len([{"n": [number]} for number in range(200_000)])


def test_work_in_a_thread_never_destroys_what_belongs_to_the_window(collector: Collector) -> None:
    assert collector is not None
    runner, owner, destroyed = TaskRunner(), QObject(), list[int]()
    Knot(destroyed)
    runner.run(owner, allocate, list[int]().append)
    runner.close()
    assert destroyed == []
    gc.collect()
    assert destroyed == [threading.get_ident()]


def test_who_asked_is_let_go_in_the_windows_thread(collector: Collector, qtbot: QtBot) -> None:
    assert collector is not None
    destroyed: list[int] = []
    runner = TaskRunner()
    for _ in range(50):
        owner = QObject()
        weakref.finalize(owner, lambda: destroyed.append(threading.get_ident()))
        runner.run(owner, lambda: None, lambda _result: None)
        del owner
    qtbot.waitUntil(lambda: len(destroyed) == 50)
    runner.close()
    assert set(destroyed) == {threading.get_ident()}


def test_only_what_is_due_is_collected(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    with monkeypatch.context() as patched:
        patched.setattr(gc, "collect", asked.append)
        for count in ((3, 0, 0), (701, 2, 2), (701, 11, 2), (0, 11, 11)):
            patched.setattr(gc, "get_count", lambda count=count: count)
            collector.collect_due()
    assert asked == [0, 1, 2]


def test_what_takes_long_waits_until_the_window_rests(qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None
    spent = [0.0]
    made = Collector(used=lambda: spent[0])
    asked: list[int] = []
    with monkeypatch.context() as patched:
        patched.setattr(gc, "collect", asked.append)

        def look(count: tuple[int, int, int], work: float) -> list[int]:
            patched.setattr(gc, "get_count", lambda: count)
            spent[0] += work
            made.collect_due()
            told, asked[:] = asked[:], []
            return told

        assert look((701, 11, 11), 1.0) == [1]
        assert look((MANY_OBJECTS + 1, 0, 0), 1.0) == []
        assert look((701, 0, 11), 0.0) == [2]
        assert [look((701, 0, 11), 1.0) for _ in range(PATIENCE + 1)] == [*[[0]] * PATIENCE, [2]]
    made.close()


def test_what_outlives_a_full_round_or_comes_with_a_long_article_is_looked_at_again_in_a_long_rest(
    qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    spent = [0.0]
    made = Collector(used=lambda: spent[0])
    gc.collect()
    destroyed: list[int] = []
    knot = Knot(destroyed)
    with monkeypatch.context() as patched:
        patched.setattr(gc, "get_count", lambda: (MANY_OBJECTS + 1, 0, 0))
        made.collect_due()
        assert gc.get_freeze_count() > 0
        del knot
        patched.setattr(gc, "get_count", lambda: (701, 0, 11))
        spent[0] += 1.0
        made.collect_due()
        made.collect_due()
        assert destroyed == []
        patched.setattr(gc, "get_count", lambda: (0, 0, 0))
        for _ in range(LONG_REST):
            made.collect_due()
    assert destroyed == [threading.get_ident()]
    made.close()


def test_closing_gives_the_collection_back_to_python(qapp: QObject) -> None:
    assert qapp is not None
    made = Collector()
    assert not gc.isenabled()
    made.settle()
    made.close()
    assert (gc.isenabled(), gc.get_freeze_count()) == (True, 0)
