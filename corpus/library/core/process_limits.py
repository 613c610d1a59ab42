"""What a process that computes may take of this machine: processor time for each task, memory for all of them."""

from __future__ import annotations

import sys
from typing import Final

from corpus.importing.processes.limits import lower_limits

_MEGABYTE: Final = 1024 * 1024
MEMORY: Final = 4096 * _MEGABYTE
"""Bytes a process that builds articles may take; a text of ten megabytes takes about a tenth of it."""


def limit_memory(most: int = MEMORY) -> None:
    """Take no more than so many bytes, where the system can see to it; what asks for more meets ``MemoryError``."""
    lower_limits({"RLIMIT_AS": most, "RLIMIT_CORE": 0})


def limit_time(seconds: float) -> None:
    """Give the task at hand so many seconds of processor time; whoever takes more is ended by the system."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    lower_limits({"RLIMIT_CPU": int(used.ru_utime + used.ru_stime + seconds) + 1})


def ended_by_limit(code: int | None) -> bool:
    """Tell whether a process that ended with ``code`` had used up its time."""
    import signal

    return code is not None and code == -getattr(signal, "SIGXCPU", 24)
