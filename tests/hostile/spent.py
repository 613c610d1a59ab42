"""What this process and all it started spend: seconds of processors, and the most memory any of them held. Linux."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_PROCESSES: Final = Path("/proc")
_TICKS: Final = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_FORGET_THE_MOST: Final = "5"
"""What the kernel is told so that the most memory held is counted from now on."""


class Spending:
    """Counts from when it is made."""

    def __init__(self) -> None:
        """Begin."""
        for one in _family(os.getpid()):
            try:
                (_PROCESSES / str(one) / "clear_refs").write_text(_FORGET_THE_MOST, encoding="ascii")
            except OSError:  # gone by now
                continue
        self._before = _seconds()

    def seconds(self) -> float:
        """Return the seconds of processors spent since."""
        return _seconds() - self._before

    @staticmethod
    def megabytes() -> int:
        """Return the most memory one of the processes that are left held since."""
        return max((_most(one) for one in _family(os.getpid())), default=0) // 1024


def _family(process: int) -> Iterator[int]:
    """Yield a process and all that it started which still run."""
    yield process
    for task in (_PROCESSES / str(process) / "task").glob("*/children"):
        try:
            children = task.read_text(encoding="ascii").split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _seconds() -> float:
    """Return what the processes spent so far, those they waited for included."""
    spent = 0
    for one in _family(os.getpid()):
        try:
            line = (_PROCESSES / str(one) / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        spent += sum(map(int, line.rpartition(")")[2].split()[11:15]))
    return spent / _TICKS


def _most(process: int) -> int:
    try:
        lines = (
            (_PROCESSES / str(process) / "status").read_text(encoding="utf-8", errors="replace").splitlines()
        )
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), 0)
