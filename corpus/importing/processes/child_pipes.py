"""The pipes to a process of its own: heard from a thread, closed whatever became of it."""

from __future__ import annotations

import queue
from typing import IO


def listen(stream: IO[bytes], answers: queue.Queue[bytes]) -> None:
    """Put the child's answers into the queue, an empty one when it has ended."""
    try:
        for line in stream:
            answers.put(line)
    except (OSError, ValueError):
        pass
    answers.put(b"")


def close(stream: IO[bytes]) -> None:
    """Close a pipe, also one that is broken."""
    try:
        stream.close()
    except OSError:
        return
