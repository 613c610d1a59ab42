"""The worker process: reads tasks from standard input, one JSON document a line, and answers likewise.

In: ``{"id", "task", "arguments"}`` or ``{"cancel": id}``. Out: ``{"id", "progress"}`` any number of times, then
``{"id", "caution": {"kind", "values"}}`` for what a person should know, then ``{"id", "result"}`` or
``{"id", "error": {"kind", "message", "values"}}``. It ends when its input ends.
"""

from __future__ import annotations

import json
import queue
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import IO, Any

from corpus.library.library import Library
from corpus.library.opening import open_as_far_as_possible
from corpus.library.tasks import TASKS
from corpus.model.errors import YindeError
from corpus.model.progress import Cancelled, Progress


class Worker:
    """Runs tasks one after another; a cancel reaches the task at its next sign of progress.

    So does the end of the input: the window is gone, and with it the lock the work was done under.
    """

    def __init__(self, open_it: Callable[[], Library], answers: IO[str]) -> None:
        """Work on the library ``open_it`` opens, once it can be opened, and write answers to ``answers``."""
        self._open_it = open_it
        self._library: Library | None = None
        self._answers = answers
        self._tasks: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._cancelled: set[int] = set()
        self._ended = False

    def listen(self, requests: IO[str]) -> None:
        """Read requests until they end."""
        for line in requests:
            if not line.strip():
                continue
            request = json.loads(line)
            if "cancel" in request:
                self._cancelled.add(request["cancel"])
            else:
                self._tasks.put(request)
        self._ended = True
        self._tasks.put(None)

    def work(self) -> None:
        """Do the tasks in order until there are no more, or nobody who asked for them."""
        while (request := self._tasks.get()) is not None and not self._ended:
            self._answer(request)

    def close(self) -> None:
        """Close the library."""
        if self._library is not None:
            self._library.close()

    def _opened(self) -> Library:
        if self._library is None:
            self._library = self._open_it()
        return self._library

    def _answer(self, request: dict[str, Any]) -> None:
        number = request["id"]

        def progress(made: Progress) -> None:
            if self._ended or number in self._cancelled:
                raise Cancelled
            self._say({"id": number, "progress": asdict(made)})

        try:
            library = self._opened()
            result = TASKS[request["task"]](library, request.get("arguments", {}), progress)
            for one in library.take_cautions():
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

    def _say(self, answer: dict[str, Any]) -> None:
        self._answers.write(json.dumps(answer) + "\n")
        self._answers.flush()


def run_worker(root: Path) -> int:
    """Serve tasks on the library at ``root`` until standard input ends; its lock is held by the caller."""
    worker = Worker(partial(open_as_far_as_possible, root, joined=True), sys.stdout)
    listener = threading.Thread(target=worker.listen, args=(sys.stdin,), daemon=True)
    listener.start()
    try:
        worker.work()
    finally:
        worker.close()
    return 0
