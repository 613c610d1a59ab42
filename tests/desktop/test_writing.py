"""The writing lane: operations in order, beside the window, and no step is ever lost."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from operator import methodcaller
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import QObject

from corpus.model.errors import LibraryError, UnknownIdError
from corpus.store.database.changes import initiator
from desktop.services.notices import Notice, Notices
from desktop.services.operation import Done, Operation
from desktop.services.undo import UndoHistory
from desktop.services.writing import WritingLane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Paper:
    """Stands for a library: a list of words, and a disk that may be full."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.full = False
        self.exchanged = False
        self.threads: set[int] = set()
        self.initiators: list[object] = []

    def put(self, word: str) -> None:
        self._write()
        self.words.append(word)

    def take(self, word: str) -> None:
        self._write()
        self.words.remove(word)

    def take_cautions(self) -> tuple[()]:
        return ()

    def see_to_others(self) -> None:
        if self.exchanged:
            raise LibraryError("library_overwritten", path="文库")

    def _write(self) -> None:
        self.threads.add(threading.get_ident())
        self.initiators.append(initiator())
        if self.full:
            raise LibraryError("disk_full", path="文库")


class Worker:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, task: str, *_rest: object) -> None:
        self.asked.append(task)


@pytest.fixture
def lane(qapp: object) -> Iterator[Any]:
    assert qapp is not None
    paper, history, notices, worker = Paper(), UndoHistory(), Notices(), Worker()
    made = WritingLane(paper, history, notices, worker)  # type: ignore[arg-type]
    yield SimpleNamespace(
        lane=made, paper=paper, history=history, notices=notices, worker=worker, owner=QObject()
    )
    made.close()


def writing(word: str, **more: Any) -> Operation[str]:
    def write(paper: Any) -> Done[str]:
        paper.put(word)
        back, again = methodcaller("take", word), methodcaller("put", word)
        return Done(word, back, again, more.get("told", ""))

    return Operation(
        word,
        write,
        more.get("merge", ""),
        more.get("initiator", ""),
        more.get("reindex", False),
        more.get("whole", False),
        more.get("unasked", False),
    )


def test_an_operation_is_written_in_a_thread_of_its_own_and_tells_who_asked(lane: Any, qtbot: QtBot) -> None:
    told: list[str] = []
    lane.lane.run(lane.owner, writing("甲", initiator="reader", told="已写"), told.append)
    assert told == []
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert (told, lane.paper.words) == (["甲"], ["甲"])
    assert threading.get_ident() not in lane.paper.threads
    assert lane.paper.initiators == ["reader"]
    assert (lane.notices.latest.text, lane.history.undo_text) == ("已写", "甲")


def test_what_is_pressed_faster_than_it_is_written_is_done_in_order(lane: Any, qtbot: QtBot) -> None:
    for word in "甲乙丙":
        lane.lane.run(lane.owner, writing(word))
    lane.lane.undo()
    lane.lane.undo()
    lane.lane.redo()
    lane.lane.run(lane.owner, writing("丁"))
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert lane.paper.words == ["甲", "乙", "丁"]
    assert lane.history.redo_text == ""


def test_what_cannot_be_written_is_told_and_leaves_no_step(lane: Any, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    lane.paper.full = True
    lane.lane.run(lane.owner, writing("甲"), failed=failed.append)
    lane.lane.run(lane.owner, writing("乙"))
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert [type(one) for one in failed] == [LibraryError]
    assert (lane.notices.latest.tone, lane.history.undo_text, lane.paper.words) == ("trouble", "", [])


def test_what_nobody_asked_for_is_told_once_until_something_is_written_again(lane: Any, qtbot: QtBot) -> None:
    told: list[Notice] = []
    lane.notices.told.connect(told.append)
    for full, times in ((True, 1), (True, 1), (False, 1), (True, 2)):
        lane.paper.full = full
        lane.lane.run(lane.owner, writing("检索", unasked=True))
        qtbot.waitUntil(lambda: not lane.lane.busy)
        assert len(told) == times


def test_a_step_that_cannot_be_taken_back_stays_where_it_was(lane: Any, qtbot: QtBot) -> None:
    lane.lane.run(lane.owner, writing("甲"))
    qtbot.waitUntil(lambda: not lane.lane.busy)
    for move, wanted in ((lane.lane.undo, ("甲", "")), (lane.lane.redo, ("", "甲"))):
        lane.paper.full = True
        move()
        qtbot.waitUntil(lambda: not lane.lane.busy)
        assert (lane.history.undo_text, lane.history.redo_text) == wanted
        lane.paper.full = False
        move()
        qtbot.waitUntil(lambda: not lane.lane.busy)
    assert lane.history.undo_text == "甲"


def test_a_step_about_what_is_gone_does_not_stand_in_the_way_of_those_before_it(
    lane: Any, qtbot: QtBot
) -> None:
    def gone(*_: object) -> None:
        raise UnknownIdError("unknown_annotation", id="x")

    lane.lane.run(lane.owner, writing("甲"))
    lane.lane.run(lane.owner, Operation("乙", lambda _paper: Done(None, gone, gone)))
    lane.lane.undo()
    lane.lane.undo()
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert (lane.paper.words, lane.history.undo_text, lane.history.redo_text) == ([], "", "甲")


def test_what_is_gone_because_the_library_was_written_over_is_told_as_that(lane: Any, qtbot: QtBot) -> None:
    failed: list[Exception] = []

    def gone(_paper: object) -> Done[str]:
        raise UnknownIdError("unknown_annotation", id="x")

    for lane.paper.exchanged in (False, True):
        lane.lane.run(lane.owner, Operation("甲", gone), failed=failed.append)
        qtbot.waitUntil(lambda: not lane.lane.busy)
    assert [type(one) for one in failed] == [UnknownIdError, LibraryError]


def test_a_step_taken_back_from_its_message_is_taken_back_once(lane: Any, qtbot: QtBot) -> None:
    lane.lane.run(lane.owner, writing("甲", told="已写"))
    qtbot.waitUntil(lambda: not lane.lane.busy)
    back = lane.notices.latest.action
    lane.lane.run(lane.owner, writing("乙"))
    back()
    back()
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert lane.paper.words == ["乙"]
    assert (lane.history.undo_text, lane.history.redo_text) == ("乙", "甲")


def test_a_dead_owner_hears_nothing_and_the_step_is_kept_all_the_same(lane: Any, qtbot: QtBot) -> None:
    told: list[str] = []
    lane.lane.run(lane.owner, writing("甲"), told.append)
    shiboken6.delete(lane.owner)
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert (told, lane.history.undo_text) == ([], "甲")


def test_what_is_typed_on_takes_the_place_of_what_waits(lane: Any, qtbot: QtBot) -> None:
    """A slow disk writes what is newest, once; all who asked hear of it, and one step takes the typing back."""
    told: list[str] = []
    disk = threading.Event()

    def slow(paper: Any) -> Done[str]:
        disk.wait(5)
        paper.put("慢")
        return Done("慢", methodcaller("take", "慢"), methodcaller("put", "慢"))

    lane.lane.run(lane.owner, Operation("慢", slow))
    for word in ("一", "一二", "一二三"):
        lane.lane.run(lane.owner, writing(word, merge="note:1", whole=True), told.append)
    lane.lane.run(lane.owner, writing("别的", merge="note:2", whole=True), told.append)
    lane.lane.run(lane.owner, writing("一二三四", merge="note:1", whole=True), told.append)
    disk.set()
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert lane.paper.words == ["慢", "一二三", "别的", "一二三四"]
    assert told == ["一二三"] * 3 + ["别的", "一二三四"]


def test_all_who_asked_for_what_could_not_be_written_hear_of_it(lane: Any, qtbot: QtBot) -> None:
    failed: list[Exception] = []
    lane.paper.full = True
    for word in ("一", "一二", "一二三"):
        lane.lane.run(lane.owner, writing(word, merge="note:1", whole=True), failed=failed.append)
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert [type(one) for one in failed] == [LibraryError] * 3
    assert lane.history.undo_text == ""


def test_what_waits_is_written_before_the_lane_closes(lane: Any) -> None:
    for word in "甲乙丙丁":
        lane.lane.run(lane.owner, writing(word))
    lane.lane.close()
    assert lane.paper.words == ["甲", "乙", "丙", "丁"]


def test_words_of_the_dictionary_are_indexed_after_there_and_back(lane: Any, qtbot: QtBot) -> None:
    lane.lane.run(lane.owner, writing("甲", reindex=True))
    lane.lane.undo()
    lane.lane.redo()
    qtbot.waitUntil(lambda: not lane.lane.busy)
    assert lane.worker.asked == ["sync_index"] * 3


@pytest.mark.parametrize("seed", range(20))
def test_a_random_walk_never_loses_a_step(lane: Any, qtbot: QtBot, seed: int) -> None:
    """Writing, 撤销 and 重做 in any order, on a disk that is full now and then: text and history always agree."""
    chance = random.Random(seed)  # noqa: S311 - a walk, no secret
    done: list[str] = []
    undone: list[str] = []
    for number in range(40):
        lane.paper.full = chance.random() < 0.3
        what = chance.choice(("write", "write", "undo", "redo"))
        if what == "write":
            lane.lane.run(lane.owner, writing(f"{number}"), failed=str)
            if not lane.paper.full:
                done, undone = [*done, f"{number}"], []
        elif what == "undo":
            lane.lane.undo()
            if done and not lane.paper.full:
                undone.append(done.pop())
        else:
            lane.lane.redo()
            if undone and not lane.paper.full:
                done.append(undone.pop())
        qtbot.waitUntil(lambda: not lane.lane.busy)
        assert lane.paper.words == done
        assert lane.history.undo_text == (done[-1] if done else "")
        assert lane.history.redo_text == (undone[-1] if undone else "")
