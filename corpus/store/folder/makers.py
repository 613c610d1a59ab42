"""Names of unfinished files that say which process makes them, so that those of ended ones can be swept."""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_OLD_SECONDS: Final = 86_400.0
"""Where the system does not say whether a program still runs, what it left is swept after a day."""
_made: set[str] = set()
"""The names this process gave: one that bears its number and is not among them is of an earlier process."""


def name_of_mine(prefix: str) -> str:
    """Return a new name: ``prefix``, a mark of this computer, the number of this process and something by chance."""
    name = f"{prefix}{_machine()}-{os.getpid()}-{os.urandom(4).hex()}"
    _made.add(name)
    return name


def left_by_the_dead(folder: Path, prefix: str) -> Iterator[Path]:
    """Yield what lies in ``folder`` under such a name and whose maker is gone; links are passed over.

    What another computer made is never among it: numbers of processes mean nothing there. OSError.
    """
    for left in folder.glob(f"{prefix}{_machine()}-*"):
        with suppress(FileNotFoundError):
            if not left.is_symlink() and _maker_is_gone(left, prefix):
                yield left


def _machine() -> str:
    """Return a short mark of this computer."""
    return f"{zlib.crc32(_node().encode('utf-8', 'replace')):08x}"


def _node() -> str:
    """Return the name of this computer in its network, as ``platform.node`` does."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    # Every start of the window would pay for loading this.
    import platform

    return platform.node()


def _maker_is_gone(left: Path, prefix: str) -> bool:
    _, process, rest = (*left.name.removeprefix(prefix).split("-", 2), "", "")[:3]
    if not process.isdecimal():
        return False
    if int(process) == os.getpid():
        return f"{prefix}{_machine()}-{process}-{rest.partition('.')[0]}" not in _made
    if os.name != "posix":
        return time.time() - left.stat().st_mtime > _OLD_SECONDS
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
