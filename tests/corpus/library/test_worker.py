"""The worker: does what it is asked in order, and nothing once the window is gone."""

from __future__ import annotations

import io
import json
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.core.settings import add_word
from corpus.library.core.stopping import Stopper
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_as_far_as_possible
from corpus.library.worker import process as serving
from corpus.library.worker.process import Worker, run_worker
from corpus.model.caution import Caution
from corpus.model.errors import LibraryError, UsageError
from corpus.model.progress import Cancelled, Progress, ProgressCallback


def test_that_work_stops_at_its_next_step_when_the_window_is_gone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []
    answers = io.StringIO()
    worker = Worker(lambda: library, answers)

    def long_work(_library: Library, arguments: Mapping[str, Any], progress: ProgressCallback) -> None:
        for number in range(9):
            progress(Progress("work", number, 9))
            steps.append(number)
            if number == arguments["gone_after"]:
                asked.set()
                asking.join()

    monkeypatch.setattr(serving, "TASKS", {"long": long_work})
    requests = [{"id": number, "task": "long", "arguments": {"gone_after": 3}} for number in (1, 2)]
    asked = threading.Event()

    def lines() -> Any:
        yield from (json.dumps(one) + "\n" for one in requests)
        asked.wait()

    asking = threading.Thread(target=worker.listen, args=(lines(),))
    asking.start()
    worker.work()
    assert steps == [0, 1, 2, 3]
    last = json.loads(answers.getvalue().splitlines()[-1])
    assert (last["id"], last["error"]["kind"]) == (1, "cancelled")


class Heard(io.StringIO):
    """Answers, and a sign that the last one came."""

    def __init__(self) -> None:
        super().__init__()
        self.done = threading.Event()

    def write(self, text: str) -> int:
        written = super().write(text)
        if '"result"' in text or '"error"' in text:
            self.done.set()
        return written


def served(open_it: Callable[[], Library], task: str, **arguments: Any) -> list[Any]:
    """Return what a worker answers to one task."""
    answers = Heard()
    worker = Worker(open_it, answers)

    def lines() -> Any:
        yield json.dumps({"id": 1, "task": task, "arguments": arguments}) + "\n"
        answers.done.wait()

    asking = threading.Thread(target=worker.listen, args=(lines(),))
    asking.start()
    worker.work()
    asking.join()
    return [json.loads(line) for line in answers.getvalue().splitlines()]


def test_that_a_word_added_beside_the_worker_counts_with_its_next_task(library: Library) -> None:
    at_work = open_as_far_as_possible(library.root, joined=True)
    served(lambda: at_work, "sync_index")
    before = at_work.segmenter.known
    add_word(library, "饭团长")
    (answer,) = [
        one for one in served(lambda: at_work, "sync_index") if "id" in one and "progress" not in one
    ]
    assert answer["result"]["rebuilt"] is False
    assert at_work.segmenter.known ^ before == {("饭团长", None)}
    assert library.finder.state().fingerprint_ok
    at_work.close()


def test_that_what_was_done_is_no_error_where_the_index_cannot_follow(
    library: Library, noisy_page: Path
) -> None:
    report = import_paths(library, [noisy_page])
    shutil.rmtree(library.index_folder)
    library.index_folder.write_text("", encoding="utf-8")
    caution, result = served(lambda: library, "undo_import", batch=report.batch)
    assert caution["caution"]["kind"] == "index_behind"
    assert set(result["result"]["trashed"]) == {
        one.id for source in report.sources for one in source.articles
    }
    assert library.take_cautions() == ()


def test_that_a_library_that_is_gone_is_an_answer_and_no_end() -> None:
    def gone() -> Library:
        raise LibraryError("library_gone", path="某处")

    (answer,) = served(gone, "check")
    assert (answer["error"]["kind"], answer["error"]["values"]) == ("library_gone", {"path": "某处"})


def test_that_a_cancel_ends_an_import_in_the_middle_of_one_big_file(
    library: Library, tmp_path: Path, project_root: Path
) -> None:
    path = tmp_path / "大.txt"
    path.write_text("题目\n" + "去年全县网店卖出三百万件，比上年多了一成" * 40_000, encoding="utf-8")
    library.close()
    command = [sys.executable, str(project_root / "main.py"), "_worker", "--library", str(library.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        heard: list[Any] = []
        ask = {"id": 1, "task": "import", "arguments": {"paths": [str(path)]}}
        process.stdin.write(json.dumps(ask) + "\n")
        process.stdin.flush()
        for line in process.stdout:
            heard.append(json.loads(line))
            if heard[-1].get("progress", {}).get("stage") == "extract":
                process.stdin.write(json.dumps({"cancel": 1}) + "\n")
                process.stdin.flush()
            if "progress" not in heard[-1]:
                break
        process.stdin.close()
    stages = [one["progress"]["stage"] for one in heard if "progress" in one]
    assert stages == ["import", "read", "split", "repair", "extract"]
    assert heard[-1]["result"]["unread"] == [str(path)]
    assert heard[-1]["result"]["sources"] == []
    assert process.returncode == 0


STEP = Progress("work", 1, 2, "名")


class Standing:
    """Stands for a library: tells what was asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.cautions = [Caution("slow_disk", {"path": Path("某处")})]

    def written_elsewhere(self) -> None:
        """Note it."""
        self.asked.append("look")

    def take_cautions(self) -> list[Caution]:
        """Give them once."""
        told, self.cautions = self.cautions, []
        return told

    def close(self) -> None:
        """Note it."""
        self.asked.append("close")


@pytest.fixture
def interrupts() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_that_every_task_is_answered_however_it_ends(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[Standing] = []

    def open_it() -> Any:
        opened.append(Standing())
        return opened[-1]

    def refuse(*_: object) -> None:
        raise UsageError("bad_value", name="n", value=3)

    def break_down(*_: object) -> None:
        raise ValueError("x")

    def tell(_library: object, arguments: Mapping[str, Any], progress: ProgressCallback) -> list[int]:
        progress(STEP)
        return [arguments["n"]]

    monkeypatch.setattr(serving, "TASKS", {"refuse": refuse, "break": break_down, "tell": tell})
    monkeypatch.setattr(
        serving, "WITHOUT_LIBRARY", {"alone": lambda told, _progress: {**told, "alone": True}}
    )
    answers = io.StringIO()
    worker = Worker(open_it, answers)
    worker.close()
    steps = iter([("alone", 0), ("tell", 1), ("refuse", 2), ("break", 3), ("tell", 4)])

    def lines() -> Iterator[str]:
        yield "\n"
        for task, n in steps:
            yield (
                json.dumps({"id": n, "task": task, "arguments": {"n": n}} if n else {"id": 0, "task": task})
                + "\n"
            )
        while '"id": 4, "result"' not in answers.getvalue():
            time.sleep(0.001)

    asking = threading.Thread(target=worker.listen, args=(lines(),))
    asking.start()
    worker.work()
    asking.join()
    worker.close()
    told = [json.loads(line) for line in answers.getvalue().splitlines()]
    assert told == [
        {"id": 0, "result": {"alone": True}},
        {"id": 1, "progress": asdict(STEP)},
        {"id": 1, "caution": {"kind": "slow_disk", "values": {"path": "某处"}}},
        {"id": 1, "result": [1]},
        {"id": 2, "error": {
            "kind": "bad_value", "message": str(UsageError("bad_value", name="n", value=3)),
            "values": {"name": "n", "value": "3"},
        }},
        {"id": 3, "error": {"kind": "internal", "message": "ValueError: x", "values": {"detail": "ValueError: x"}}},
        {"id": 4, "progress": asdict(STEP)},
        {"id": 4, "result": [4]},
    ]  # fmt: skip
    assert "ValueError: x" in capsys.readouterr().err
    assert [one.asked for one in opened] == [["look"] * 4 + ["close"]]


@pytest.mark.usefixtures("interrupts")
@pytest.mark.parametrize("inside", [True, False])
def test_that_a_cancel_ends_what_may_be_ended_anywhere_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, *, inside: bool
) -> None:
    begun, cancelled, done = threading.Event(), threading.Event(), threading.Event()
    steps: list[int] = []

    def long_work(_library: object, arguments: Mapping[str, Any], progress: Stopper) -> str:
        if arguments.get("last"):
            done.set()
            return "last"
        if inside:
            with progress.stoppable():
                begun.set()
                while True:
                    time.sleep(0.001)
        begun.set()
        cancelled.wait()
        steps.append(1)
        progress(Progress("work", 1, 2))
        steps.append(2)
        return "whole"

    monkeypatch.setattr(serving, "TASKS", {"long": long_work})
    answers = io.StringIO()
    worker = Worker(lambda: Standing(), answers)  # type: ignore[arg-type, return-value]  # noqa: PLW0108
    worker.answer_interrupts()

    def lines() -> Iterator[str]:
        yield json.dumps({"id": 1, "task": "long"}) + "\n"
        begun.wait()
        yield json.dumps({"cancel": 1}) + "\n"
        cancelled.set()
        yield json.dumps({"id": 2, "task": "long", "arguments": {"last": True}}) + "\n"
        done.wait()
        while '"id": 2, "result"' not in answers.getvalue():
            time.sleep(0.001)

    asking = threading.Thread(target=worker.listen, args=(lines(),))
    asking.start()
    worker.work()
    asking.join()
    ended = [one for one in map(json.loads, answers.getvalue().splitlines()) if "caution" not in one]
    assert ended == [
        {"id": 1, "error": {"kind": "cancelled", "message": "", "values": {}}}, {"id": 2, "result": "last"},
    ]  # fmt: skip
    assert steps == ([] if inside else [1])
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.usefixtures("interrupts")
def test_that_the_worker_serves_until_its_input_ends(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    standing, said, roots = Standing(), Heard(), list[Path]()

    def open_it(root: Path, *, joined: bool) -> Any:
        assert joined
        roots.append(root)
        return standing

    def lines() -> Iterator[str]:
        yield json.dumps({"id": 1, "task": "tell"}) + "\n"
        said.done.wait()

    monkeypatch.setattr(serving, "open_as_far_as_possible", open_it)
    monkeypatch.setattr(serving, "TASKS", {"tell": lambda *_: 5})
    monkeypatch.setattr(serving, "sys", SimpleNamespace(stdin=lines(), stdout=said))
    assert run_worker(tmp_path) == 0
    assert json.loads(said.getvalue().splitlines()[-1]) == {"id": 1, "result": 5}
    assert (roots, standing.asked) == ([tmp_path], ["look", "close"])


def test_that_a_second_wish_to_stop_cuts_off_nothing_that_puts_away() -> None:
    wanted: list[bool] = []
    said: list[Progress] = []
    done: list[str] = []
    stopper = Stopper(lambda: bool(wanted), said.append)
    stopper.interrupt()  # nobody wishes it

    def work() -> None:
        stopper(STEP)
        wanted.append(True)
        try:
            stopper.interrupt()
            done.append("went on")
        finally:
            stopper.interrupt()
            done.append("put away")

    with pytest.raises(Cancelled), stopper.stoppable():
        work()
    stopper.interrupt()  # outside nothing is ended
    assert (done, said) == (["put away"], [STEP])
    with pytest.raises(Cancelled):
        stopper(STEP)
    with pytest.raises(Cancelled), stopper.stoppable():
        done.append("begun")
    assert (done, said) == (["put away"], [STEP])
