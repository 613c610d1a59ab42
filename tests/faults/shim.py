"""Making calls on the disk go wrong below everything else: a library loaded before C's own (Linux with a compiler)."""

from __future__ import annotations

import errno
import mmap
import os
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SOURCE: Final = Path(__file__).with_name("disk.c")
_SHAPE: Final = struct.Struct("=iiiiiiqqqq64s4032s4096s")
_ONCE, _ALWAYS, _THERE = range(3)
_HOW: Final = {"count": 0, "fail": 1, "short": 2, "kill": 3}


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong: a call fails with ``error``, writes only a part, or is the last of a killed process.

    ``lasting`` makes every call after it fail too, as on a disk that stays full, ``there`` each that reads the same
    place again. Calls that write are meant, with ``reads`` those that read.
    """

    how: str
    error: int = errno.EIO
    lasting: bool = False
    reads: bool = False
    there: bool = False


FAULTS: Final = {
    "EIO": Fault("fail"),
    "ENOSPC": Fault("fail", errno.ENOSPC),
    "full": Fault("fail", errno.ENOSPC, lasting=True),
    "dead": Fault("fail", errno.EIO, lasting=True),
    "short": Fault("short", errno.ENOSPC),
    "short, then full": Fault("short", errno.ENOSPC, lasting=True),
}
READ_FAULTS: Final = {
    "unreadable": Fault("fail", reads=True),
    "dead to readers": Fault("fail", lasting=True, reads=True),
    "bad sector": Fault("fail", reads=True, there=True),
}
KILL: Final = Fault("kill")


def can_compile() -> bool:
    """Tell whether this system can compile the library and load it before C's own."""
    return sys.platform == "linux" and shutil.which("cc") is not None


def compiled(folder: Path) -> Path:
    """Compile the library into ``folder`` and return it."""
    made = folder / "disk.so"
    command = ["cc", "-shared", "-fPIC", "-O1", "-w", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return made


class Control:
    """The memory that says what goes wrong, shared with all processes that were started with ``environment``."""

    def __init__(self, path: Path) -> None:
        """Make it, or find what another process made, at ``path``."""
        if not path.exists():
            path.write_bytes(bytes(_SHAPE.size))
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), _SHAPE.size)

    def arm(
        self, folder: Path, fault: Fault | None = None, at: int = 0, victim: int = 0, *, reads: bool = False
    ) -> None:
        """Count calls on files under ``folder`` from now on, or ``reads``; ``fault`` happens at call number ``at``."""
        what = fault or Fault("count", 0, reads=reads)
        lasting = _THERE if what.there else _ALWAYS if what.lasting else _ONCE
        watched = os.fsencode(folder) + b"/"
        self._memory[:] = _SHAPE.pack(
            1, _HOW[what.how], what.error, lasting, victim, what.reads, 0, at, 0, 0, b"", watched, b""
        )

    def disarm(self) -> tuple[int, str, str]:
        """Let everything go well again; return how many calls there were, which one went wrong and on what file."""
        told = _SHAPE.unpack(self._memory[:])
        self._memory[:4] = bytes(4)
        return told[6], told[10].rstrip(b"\0").decode(), os.fsdecode(told[12].rstrip(b"\0"))


def environment(library: Path, control: Path) -> dict[str, str]:
    """Return the environment in which a process meets the faults that ``control`` asks for."""
    return {**os.environ, "LD_PRELOAD": str(library), "YINDE_FAULTS": str(control)}
