"""Ending work at a named step, as a kill or a pulled plug would; nothing is cleaned up."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from corpus.store.folder import steps


def steps_of(work: Callable[[], object]) -> list[str]:
    """Return the steps that ``work`` reaches, each once."""
    seen: list[str] = []
    end = steps.listen(seen.append)
    try:
        work()
    finally:
        end()
    return list(dict.fromkeys(seen))


def killed_at(step: str, work: Callable[[], object]) -> bool:
    """Do ``work`` in a process of its own that is killed at ``step``; tell whether it came so far."""
    child = os.fork()
    if child == 0:
        try:
            steps.listen(lambda reached: os.kill(os.getpid(), signal.SIGKILL) if reached == step else None)
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
