"""Processes beside this one that only compute, below everything a person does, so that all cores are used.

Each is started anew, never forked, and reads tasks from a pipe; a thread of this process waits for each. One that
dies over a task is replaced and the task tried once more; a second death makes the task ``Lost``. One that takes
more time than its task is given is ended, and the task is ``Overdue``.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import queue
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Final, Generic, Self, TypeVar

from corpus.library.core.process_limits import ended_by_limit, limit_memory, limit_time
from index.lazy_methods import write_methods_late

Task = TypeVar("Task")
Made = TypeVar("Made")
Settling = TypeVar("Settling")
Prepare = Callable[[], AbstractContextManager[Callable[[Task], Made]]]
"""Makes the function that does one task ready, in the process that will do it; must travel by its name."""

_AHEAD: Final = 24
_WEIGHT: Final = 8_000_000
"""Tasks for each process, and their weight, that are handed out or done before the first of them is asked for."""
_LOOK: Final = 0.05
"""How often, in seconds, a wish to stop is looked for."""
_GRACE: Final = 1.0
_TRIES: Final = 2
_STARTING: Final = 300.0
_SLOWER: Final = 12
"""How many times the processor time of a task may pass by the clock: others work on this machine too."""
_NICENESS: Final = 10
_BELOW_NORMAL: Final = 0x4000


@dataclass(frozen=True, slots=True)
class Lost:
    """What comes of a task over which its process died again and again."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """What comes of a task that took more time than it was given."""


@dataclass(frozen=True, slots=True)
class Settled(Generic[Settling]):
    """A task that needs no doing: what comes of it is known."""

    made: Settling


def _even(_task: object) -> int:
    """Return the weight of a task where all weigh alike."""
    return 1


def _unlimited(_task: object) -> float:
    """Return the seconds of a task that may take any time."""
    return 0.0


class SpareProcesses(Generic[Task, Made]):
    """``count`` processes (as many as there are cores by default); leaving the block ends them at once."""

    def __init__(
        self,
        prepare: Prepare[Task, Made],
        count: int = 0,
        weigh: Callable[[Task], int] = _even,
        seconds: Callable[[Task], float] = _unlimited,
    ) -> None:
        """Start none yet; ``prepare`` is run in each. ``weigh`` tells how much of the memory a task takes.

        ``seconds`` is the processor time a task may take (0: any); where it is given, memory is limited too.
        """
        self._prepare, self._weigh, self._seconds = prepare, weigh, seconds
        self._count = count or os.cpu_count() or 1
        self._tasks: queue.SimpleQueue[tuple[int, float, Task]] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[int, Any]] = queue.SimpleQueue()
        self._processes: list[_Spare[Task, Made]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one in self._processes:
            one.end()
        for one in self._processes:
            one.bury()

    def map(self, tasks: Iterable[Task | Settled[Settling]]) -> Iterator[Made | Settling | Lost | Overdue]:
        """Yield what came of each task, in their order; they are taken from their iterator as they are needed."""
        coming = iter(tasks)
        weights: deque[int] = deque()
        waiting: dict[int, Made | Settling | Lost | Overdue] = {}
        wanted, more = 0, True
        while True:
            while more and len(weights) < _AHEAD * self._count and sum(weights) < _WEIGHT:
                following = next(coming, _End())
                more = not isinstance(following, _End)
                if isinstance(following, Settled):
                    waiting[wanted + len(weights)] = following.made
                    weights.append(0)
                elif not isinstance(following, _End):
                    self._hand_out(wanted + len(weights), following)
                    weights.append(self._weigh(following))
            if not weights:
                return
            yield self._wait_for(wanted, waiting)
            weights.popleft()
            wanted += 1

    def _wait_for(self, wanted: int, waiting: dict[int, Any]) -> Any:
        """Return what came of a task, keeping what comes of others meanwhile."""
        while wanted not in waiting:
            try:
                number, made = self._done.get(timeout=_LOOK)
            except queue.Empty:  # short waits, so that a signal's handler can end them in between
                continue
            waiting[number] = made
        return waiting.pop(wanted)

    def _hand_out(self, number: int, task: Task) -> None:
        if len(self._processes) < self._count:
            self._processes.append(_Spare(self._prepare, self._tasks, self._done))
        self._tasks.put((number, self._seconds(task), task))


class _End:
    """Stands for a task where there are no more."""


class _Spare(Generic[Task, Made]):
    """One process with the thread that hands it tasks."""

    def __init__(
        self,
        prepare: Prepare[Task, Made],
        tasks: queue.SimpleQueue[tuple[int, float, Task]],
        done: queue.SimpleQueue[tuple[int, Any]],
    ) -> None:
        self._prepare, self._tasks, self._done = prepare, tasks, done
        self._ended = threading.Event()
        self._process: SpawnProcess | None = None
        self._guard = threading.Lock()
        self._hung = False
        threading.Thread(target=self._serve, daemon=True, name="spare process").start()

    def end(self) -> None:
        """Ask the process to end at once, what it reads with included."""
        self._ended.set()
        with self._guard:
            if self._process is not None:
                self._process.terminate()

    def bury(self) -> None:
        """Wait until it is gone."""
        with self._guard:
            if self._process is None:
                return
            self._process.join(_GRACE)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()

    def _serve(self) -> None:
        connection: Connection | None = None
        while not self._ended.is_set():
            try:
                number, seconds, task = self._tasks.get(timeout=_LOOK)
            except queue.Empty:
                continue
            made: Made | Lost | Overdue = Lost()
            for _ in range(_TRIES):
                try:
                    connection = connection or self._start()
                    if connection is None:
                        return
                    connection.send((seconds, task))
                    made = self._answer(connection, seconds)
                    break
                except (EOFError, OSError):  # of a machine that has no room for a process too
                    if connection is not None:
                        connection.close()
                    connection = None
                    if self._used_up():
                        made = Overdue()
                        break
            self._done.put((number, made))

    def _answer(self, connection: Connection, seconds: float) -> Any:
        """Return what the process made; one that hangs is ended, which the connection tells as its end."""
        if seconds and not connection.poll(_STARTING + seconds * _SLOWER):
            with self._guard:
                if self._process is not None:
                    self._hung = True
                    self._process.kill()
        return connection.recv()

    def _used_up(self) -> bool:
        """Tell whether the process that ended had taken all the time its task was given."""
        hung, self._hung = self._hung, False
        with self._guard:
            if self._process is None:
                return hung
            self._process.join(_GRACE)
            return hung or ended_by_limit(self._process.exitcode)

    def _start(self) -> Connection | None:
        """Start the process anew; ``None`` where everything is to end."""
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        with self._guard, theirs:
            if self._ended.is_set():
                return None
            self._process = None
            process = spawn.Process(target=_live, args=(theirs, pickle.dumps(self._prepare)), daemon=True)
            process.start()
            self._process = process
        return ours


def _live(connection: Connection, prepared: bytes) -> None:
    """Do tasks until there are no more, or nobody who asks for them; ``prepared`` is what makes the work ready.

    It is read here, for that loads nearly all there is to load: most of the methods of its classes are never called.
    """
    write_methods_late()
    prepare: Prepare[Any, Any] = pickle.loads(prepared)  # noqa: S301 - this program's own
    _step_back()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    limited = False
    with prepare() as work:
        while True:
            try:
                seconds, task = connection.recv()
            except (EOFError, OSError):
                return
            if seconds:
                limit_time(seconds)
            if seconds and not limited:
                limit_memory()
                limited = True
            connection.send(work(task))


def _step_back() -> None:
    """Let everything else on this machine go before."""
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        os.nice(_NICENESS)


def _leave(_number: int, _frame: object) -> None:
    raise SystemExit
