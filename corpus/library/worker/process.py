"""The worker process: reads tasks from standard input, one JSON document a line, and answers likewise.

In: ``{"id", "task", "arguments"}`` or ``{"cancel": id}``. Out: ``{"id", "progress"}`` any number of times, then
``{"id", "caution": {"kind", "values"}}`` for what a person should know, then ``{"id", "result"}`` or
``{"id", "error": {"kind", "message", "values"}}``. It ends when its input ends.
"""

from __future__ import annotations

import _thread
import json
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from types import FrameType
from typing import IO, Any

from corpus.library.core.library import Library
from corpus.library.core.stopping import Stopper
from corpus.library.intake.opening import open_as_far_as_possible
from corpus.library.worker.tasks import TASKS, WITHOUT_LIBRARY
from corpus.model.errors import YindeError
from corpus.model.progress import Cancelled, Ended


class Worker:
    """Runs tasks one after another; a cancel reaches the task at its next sign of progress.

    In a main thread that answers interrupts it reaches it at once where the task may be ended anywhere. So does the
    end of the input: the window is gone, and with it the lock the work was done under.
    """

    def __init__(self, open_it: Callable[[], Library], answers: IO[str]) -> None:
        """Work on the library ``open_it`` opens, once it can be opened, and write answers to ``answers``."""
        self._open_it = open_it
        self._library: Library | None = None
        self._answers = answers
        self._tasks: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._cancelled: set[int] = set()
        self._ended = False
        self._at_hand: Stopper | None = None
        self._interruptible = False
        self._interrupted = False

    def answer_interrupts(self) -> None:
        """Let a cancel interrupt the work; called in the process's main thread, which has to do the work."""
        signal.signal(signal.SIGINT, self._on_interrupt)
        self._interruptible = True

    def listen(self, requests: IO[str]) -> None:
        """Read requests until they end."""
        for line in requests:
            if not line.strip():
                continue
            request = json.loads(line)
            if "cancel" in request:
                self._cancelled.add(request["cancel"])
                self._interrupt()
            else:
                self._tasks.put(request)
        self._ended = True
        self._tasks.put(None)
        self._interrupt()

    def work(self) -> None:
        """Do the tasks in order until there are no more, or nobody who asked for them."""
        while (request := self._tasks.get()) is not None and not self._ended:
            self._answer(request)

    def close(self) -> None:
        """Close the library."""
        if self._library is not None:
            self._library.close()

    def _interrupt(self) -> None:
        """Wake the main thread in the middle of its work."""
        if self._interruptible:
            self._interrupted = True
            _thread.interrupt_main()

    def _on_interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """End the task at hand if it is to end; a person's own Ctrl+C ends the worker."""
        if not self._interrupted:
            raise KeyboardInterrupt
        self._interrupted = False
        if self._at_hand is not None:
            self._at_hand.interrupt()

    def _opened(self) -> Library:
        if self._library is None:
            self._library = self._open_it()
        return self._library

    def _answer(self, request: dict[str, Any]) -> None:
        number = request["id"]
        self._at_hand = Stopper(
            partial(self._is_unwanted, number),
            lambda made: self._say({"id": number, "progress": asdict(made)}),
        )
        try:
            result = self._done(request["task"], request.get("arguments", {}), self._at_hand)
            for one in self._library.take_cautions() if self._library is not None else ():
                values = {key: str(value) for key, value in one.values.items()}
                self._say({"id": number, "caution": {"kind": one.kind, "values": values}})
            self._say({"id": number, "result": result})
        except Cancelled:
            self._say({"id": number, "error": {"kind": "cancelled", "message": "", "values": {}}})
        except YindeError as error:
            values = {key: str(value) for key, value in error.values.items()}
            self._say({"id": number, "error": {"kind": error.kind, "message": str(error), "values": values}})
        except Exception as error:  # noqa: BLE001 - a bug in one task must reach the window, not end the worker
            traceback.print_exc()
            detail = f"{type(error).__name__}: {error}"
            told = {"kind": "internal", "message": detail, "values": {"detail": detail}}
            self._say({"id": number, "error": told})

    def _done(self, task: str, arguments: dict[str, Any], at_hand: Stopper) -> Any:
        """Do a task; the library is opened for those that need it, with the words it has by now."""
        alone = WITHOUT_LIBRARY.get(task)
        if alone is not None:
            return alone(arguments, at_hand)
        library = self._opened()
        library.written_elsewhere()
        return TASKS[task](library, arguments, at_hand)

    def _is_unwanted(self, number: int) -> bool:
        """Tell whether a person cancelled the task; raise ``Ended`` where nobody is there any more."""
        if self._ended:
            raise Ended
        return number in self._cancelled

    def _say(self, answer: dict[str, Any]) -> None:
        self._answers.write(json.dumps(answer) + "\n")
        self._answers.flush()


def run_worker(root: Path) -> int:
    """Serve tasks on the library at ``root`` until standard input ends; its lock is held by the caller."""
    worker = Worker(partial(open_as_far_as_possible, root, joined=True), sys.stdout)
    listener = threading.Thread(target=worker.listen, args=(sys.stdin,), daemon=True)
    worker.answer_interrupts()
    listener.start()
    try:
        worker.work()
    finally:
        worker.close()
    return 0
