"""A process of this very program that meets foreign files: asked over its pipes, heard from a thread."""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from typing import IO, Final

_KEPT: Final = (
    "SYSTEMROOT",
    "TMPDIR",
    "TEMP",
    "TMP",
    "PATH",
    "HOME",
    "USERPROFILE",
    "LD_LIBRARY_PATH",
    "VIRTUAL_ENV",
)
"""What such a process may know of this machine."""


class Child:
    """A process that answers each request with one line, and may crash or hang without harm to who asks."""

    def __init__(self, *arguments: str, inherited: tuple[int, ...] = ()) -> None:
        """Start it with the command of the program and its arguments; it inherits these open files alone."""
        self.process = subprocess.Popen(  # noqa: S603 - this very program
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            pass_fds=inherited,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._answers: queue.Queue[bytes] = queue.Queue()
        threading.Thread(target=_listen, args=(self.process.stdout, self._answers), daemon=True).start()

    def is_running(self) -> bool:
        """Tell whether it has not ended."""
        return self.process.poll() is None

    def send(self, *parts: bytes) -> None:
        """Write to it; ``OSError`` or ``ValueError`` where it has ended."""
        if self.process.stdin is not None:
            for part in parts:
                self.process.stdin.write(part)
            self.process.stdin.flush()

    def answer(self, seconds: float | None = None) -> bytes | None:
        """Return its next line, empty where it has ended; nothing where none came in time."""
        try:
            return self._answers.get(timeout=seconds)
        except queue.Empty:
            return None

    def end(self) -> None:
        """End it, in the middle of a file if it is at one."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                _close(stream)


def _environment() -> dict[str, str]:
    known = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**known, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def _listen(stream: IO[bytes], answers: queue.Queue[bytes]) -> None:
    """Put the lines of the child into the queue, an empty one when it has ended."""
    try:
        for line in stream:
            answers.put(line)
    except (OSError, ValueError):
        pass
    answers.put(b"")


def _close(stream: IO[bytes]) -> None:
    """Close a pipe, also one that is broken."""
    try:
        stream.close()
    except OSError:
        return
