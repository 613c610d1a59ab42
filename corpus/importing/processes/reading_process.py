"""Foreign files read by a process of their own, which may crash, hang or fill up without harm to anybody."""

from __future__ import annotations

import json
import signal
import subprocess
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from corpus.importing.formats import MEGABYTE
from corpus.importing.processes.child import Child
from corpus.importing.processes.wire import unpacked
from corpus.importing.table import format_of, parse
from corpus.model.errors import InputError
from corpus.model.program import own_command
from corpus.model.source import SourceDocument

FILES: Final = 200
"""A process is replaced after so many files, so that nothing it leaks adds up."""
_SECONDS: Final = 90.0
_SECONDS_A_MEGABYTE: Final = 15.0
_LOOK: Final = 0.05
"""How often, in seconds, a wish to stop is looked for while a file is read."""
_STARTING: Final = 60.0
_FROM_OUTSIDE: Final = frozenset(
    int(getattr(signal, name)) for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT") if hasattr(signal, name)
)
"""What a person, or a system short of memory, ends a process with; a crash of its own is none of them."""
_ENDING: Final = 0.5
"""How long one that gave no answer may still take to end by itself."""


class ReadingProcess:
    """Reads files in a child that is started when first needed, reused, and replaced after a crash or a kill.

    Plain text is read in this very process. Use it in a ``with``; leaving it, or an exception such as a wish to
    stop, ends the child at once.
    """

    def __init__(self) -> None:
        """Begin without a child."""
        self._child: Child | None = None
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child, in the middle of a file if it is at one."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def parse(self, path: Path, data: bytes, encoding: str = "") -> SourceDocument:
        """Return what the bytes of a file hold.

        Raises ``InputError`` with the file's path: what its reader says, damaged where the reader crashed, limit
        where it took too long or too much memory. A child that others end is replaced and asked once more; where that
        one is ended too, the file is taken to be what costs too much.
        """
        if not format_of(path).foreign:
            return parse(path, data, encoding)
        try:
            answer = self._ask(path, data, encoding) or self._ask(path, data, encoding) or _failed("limit")
        except BaseException:
            self.close()
            raise
        if self._read >= FILES:
            self.close()
        if "error" in answer:
            told = answer["error"]
            raise InputError(told["kind"], path=str(path), detail=told["detail"])
        return unpacked(answer["document"])

    def _ask(self, path: Path, data: bytes, encoding: str) -> dict[str, Any]:
        """Return what the child answers; nothing where somebody else ended it before it could."""
        child = self._started()
        self._read += 1
        head = {"name": f"file{path.suffix}", "size": len(data), "encoding": encoding}
        threading.Thread(target=_hand_over, args=(child, head, data), daemon=True).start()
        deadline = time.monotonic() + _STARTING + _SECONDS + _SECONDS_A_MEGABYTE * (len(data) / MEGABYTE)
        line = None
        while line is None and time.monotonic() < deadline:
            # Short waits, so that a signal's handler can end them in between.
            line = child.answer(_LOOK)
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        return self._ended(child)

    def _ended(self, child: Child) -> dict[str, Any]:
        """End a child that gave no answer; return what its file costs or is, nothing where others ended it."""
        try:
            code = child.process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            self.close()
            return _failed("limit")
        self.close()
        if -code == getattr(signal, "SIGXCPU", 24):
            return _failed("limit")
        return {} if -code in _FROM_OUTSIDE else _failed("damaged")

    def _started(self) -> Child:
        """Return the child, started anew where there is none."""
        if self._child is not None and self._child.is_running():
            return self._child
        self.close()
        self._read = 0
        self._child = Child(*own_command(), "_reader")
        return self._child


def _failed(kind: str) -> dict[str, Any]:
    """Return the answer in place of a child that gave none: limit, of time or memory, or damaged."""
    return {"error": {"kind": kind, "detail": ""}}


def _hand_over(child: Child, head: Mapping[str, Any], data: bytes) -> None:
    """Write a file to the child; one that ended no longer reads."""
    try:
        child.send(json.dumps(head).encode() + b"\n", data)
    except (OSError, ValueError):
        return
