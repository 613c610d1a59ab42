from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess

from corpus.model.caution import Caution
from corpus.model.errors import YindeError
from corpus.model.program import own_command
from corpus.model.progress import Progress
from desktop.services import worker_link
from desktop.services.worker_link import WorkerLink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FOREVER_MS = 10**9
SCRIPT = """
import collections, json, sys, threading, queue
requests, cancelled = queue.Queue(), collections.defaultdict(threading.Event)
def listen():
    for line in sys.stdin:
        request = json.loads(line)
        cancelled[request["cancel"]].set() if "cancel" in request else requests.put(request)
    requests.put(None)
threading.Thread(target=listen, daemon=True).start()
def say(**told):
    print(json.dumps(told), flush=True)
while (request := requests.get()) is not None:
    number, task, arguments = request["id"], request["task"], request["arguments"]
    if task == "echo":
        say(id=number, result=arguments)
    elif task == "fail":
        say(id=number, error={"kind": "no_text", "message": "", "values": {"path": "甲.txt"}})
    elif task == "warn":
        say(id=number, caution={"kind": "index_behind", "values": {"detail": "丙"}})
        say(id=number, result="done")
    elif task == "die":
        sys.exit(3)
    elif task == "long":
        for done in range(6):
            say(id=number, progress={"stage": "import", "done": done, "total": 7, "item": "乙"})
        cancelled[number].wait()
        say(id=number, progress={"stage": "import", "done": 6, "total": 7, "item": "乙"})
        say(id=number, error={"kind": "cancelled", "message": "", "values": {}})
"""


@pytest.fixture
def link(qapp: object, tmp_path: Path) -> Iterator[WorkerLink]:
    assert qapp is not None
    script = tmp_path / "张 三.py"
    script.write_text(SCRIPT, encoding="utf-8")
    made = WorkerLink([sys.executable, str(script)])
    yield made
    made.close()


def nothing(_result: object) -> None:
    raise AssertionError


def test_results_come_back_in_order_with_their_values(link: WorkerLink, qtbot: QtBot) -> None:
    told: list[object] = []
    link.run("echo", {"text": "𠮷 与 😀"}, "一", told.append)
    link.run("echo", {"n": 2}, "二", told.append)
    with qtbot.waitSignal(link.idle):
        pass
    assert told == [{"text": "𠮷 与 😀"}, {"n": 2}]
    assert not link.busy


def test_a_worker_woken_before_its_first_task_is_the_one_that_does_it(
    link: WorkerLink, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[WorkerLink] = []
    start = WorkerLink._start

    def noted(link: WorkerLink) -> QProcess:
        started.append(link)
        return start(link)

    monkeypatch.setattr(WorkerLink, "_start", noted)
    link.wake()
    link.wake()
    assert not link.busy
    results: list[object] = []
    link.run("echo", {"n": 1}, "", results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert (len(started), results) == (1, [{"n": 1}])
    link.close()
    link.wake()
    assert len(started) == 1


def test_an_error_is_typed_and_goes_to_its_handler_or_to_everyone(link: WorkerLink, qtbot: QtBot) -> None:
    handled: list[YindeError] = []
    unhandled: list[YindeError] = []
    link.unhandled.connect(unhandled.append)
    link.run("fail", {}, "一", nothing, handled.append)
    link.run("fail", {}, "二", nothing)
    with qtbot.waitSignal(link.idle):
        pass
    assert [(one.kind, one.values) for one in handled + unhandled] == [("no_text", {"path": "甲.txt"})] * 2


def test_a_worker_that_dies_is_told_of_and_started_again(link: WorkerLink, qtbot: QtBot) -> None:
    failed: list[YindeError] = []
    told: list[object] = []
    link.run("die", {}, "一", nothing, failed.append)
    link.run("echo", {"n": 1}, "二", told.append)
    with qtbot.waitSignal(link.idle):
        pass
    assert ([one.kind for one in failed], told) == (["worker_died"], [{"n": 1}])


def test_a_worker_that_cannot_start_is_told_of(qapp: object, tmp_path: Path, qtbot: QtBot) -> None:
    assert qapp is not None
    link = WorkerLink([str(tmp_path / "nothing here")])
    failed: list[YindeError] = []
    link.run("echo", {}, "一", nothing, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    link.close()
    assert [one.kind for one in failed] == ["worker_died"]


def said(link: WorkerLink) -> int:
    """Return how far the work at hand said last that it is."""
    return link._latest.done if link._latest is not None else -1


def test_progress_shows_after_a_while_and_cancelling_ends_the_task(link: WorkerLink, qtbot: QtBot) -> None:
    shown: list[tuple[str, Progress]] = []
    link.progressed.connect(lambda title, progress: shown.append((title, progress)))
    link._patience.setInterval(FOREVER_MS)
    link.run("long", {}, "导入", nothing)
    qtbot.waitUntil(lambda: said(link) == 5)
    assert shown == []
    link._patience.start(0)
    qtbot.waitUntil(lambda: len(shown) == 1)
    with qtbot.waitSignal(link.idle):
        link.cancel()
    assert [(title, one.stage, one.done, one.total, one.item) for title, one in shown] == [
        ("导入", "import", 5, 7, "乙"),
        ("导入", "import", 6, 7, "乙"),
    ]


def test_short_and_quiet_work_shows_no_progress(link: WorkerLink, qtbot: QtBot) -> None:
    shown: list[object] = []
    link.progressed.connect(lambda *told: shown.append(told))
    link._patience.setInterval(FOREVER_MS)
    link.run("echo", {}, "一", lambda _result: None)
    with qtbot.waitSignal(link.idle):
        pass
    link.run("long", {}, "二", nothing, quiet=True)
    qtbot.waitUntil(lambda: said(link) == 5)
    link._patience.start(0)
    qtbot.waitUntil(lambda: not link._patience.isActive())
    with qtbot.waitSignal(link.idle):
        link.cancel()
    assert shown == []


def test_only_work_that_writes_has_the_window_look_again(link: WorkerLink, qtbot: QtBot) -> None:
    wrote: list[bool] = []
    link.wrote.connect(lambda: wrote.append(True))
    link.run("echo", {}, "一", lambda _result: None, writes=False)
    link.run("echo", {}, "二", lambda _result: None)
    with qtbot.waitSignal(link.idle):
        pass
    assert wrote == [True]


def test_work_that_waits_is_done_even_where_an_answer_is_stumbled_over(
    link: WorkerLink, qtbot: QtBot
) -> None:
    def stumble(_result: object) -> None:
        raise ValueError("nobody expected that")

    told: list[object] = []
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(link.idle):
        link.run("echo", {"n": 1}, "一", stumble)
        link.run("echo", {"n": 2}, "二", told.append)
    assert [kind for kind, *_rest in caught] == [ValueError]
    assert told == [{"n": 2}]


def test_that_a_caution_comes_beside_the_result(link: WorkerLink, qtbot: QtBot) -> None:
    told: list[object] = []
    link.cautioned.connect(told.append)
    with qtbot.waitSignal(link.idle):
        link.run("warn", {}, "甲", told.append)
    assert told == [Caution("index_behind", {"detail": "丙"}), "done"]


def test_a_librarys_worker_is_started_by_the_programs_own_main(
    qapp: object, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    monkeypatch.setattr(worker_link, "own_command", own_command)
    link = WorkerLink.for_library(tmp_path / "文库")
    told: list[YindeError] = []
    link.run("sync_index", {}, "更新索引", told.append, told.append)
    qtbot.waitUntil(lambda: bool(told))
    link.close()
    assert [error.kind for error in told] == ["library_gone"]
