"""Programs of patterns, kept from one process to the next as Python keeps those of modules, and where it keeps them.

What an import asks for are some 1,700 patterns, of which parsing and compiling take a second in every process;
reading all their programs takes 20 ms. Nothing is kept where Python is told to write no such files, or cannot.
"""

from __future__ import annotations

import atexit
import marshal
import os
import sys
import zlib
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]  # what a program is made for is told nowhere else
from typing import Any, Final, TypeAlias

Program: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, number of groups, the groups' numbers by name and names by number: of these ``re`` makes a pattern."""
Programs: TypeAlias = dict[tuple[str | bytes, int], Program]
"""By the pattern as it is written and the flags it is asked for with."""

WORTH: Final = 20
"""Patterns compiled in a process before the programs of others are read: a start needs a few of its own."""
_SUM: Final = 4
"""Bytes at the beginning that tell whether the others are as they were written."""
_MOST: Final = 8000
"""Where more programs are kept, those of older code among them, this process begins anew with its own."""


@cache
def place() -> Path:
    """Return the file programs are kept in, beside what Python made of this module."""
    return Path(cache_from_source(__file__)).with_name(f"programs.{sys.implementation.cache_tag}")


def read() -> Programs:
    """Return the programs of earlier processes; none where the file is damaged, or made by other code."""
    try:
        held = place().read_bytes()
    except OSError:
        return {}
    summed, body = held[:_SUM], memoryview(held)[_SUM:]
    if _sum_of(body) != summed:
        return {}
    made_by, programs = marshal.loads(body)  # noqa: S302 - written by this program, beside its modules
    return dict(programs) if made_by == _made_by() else {}


def write(programs: Programs) -> None:
    """Keep programs for later processes, where there is room and leave to; whoever reads meanwhile has the old ones."""
    if not place().parent.is_dir():
        return
    body = marshal.dumps((_made_by(), programs))
    new = place().with_name(f"{place().name}.{os.getpid()}")
    with suppress(OSError):
        try:
            new.write_bytes(_sum_of(body) + body)
            new.replace(place())
        finally:
            new.unlink(missing_ok=True)


def _sum_of(body: bytes | memoryview) -> bytes:
    return zlib.crc32(body).to_bytes(_SUM, "big")


def _made_by() -> tuple[Any, ...]:
    """Return what programs depend on beside their patterns: Python, its ``re``, and the modules of this room."""
    modules = sorted(Path(__file__).parent.glob("*.py"))
    changed = tuple((one.name, one.stat().st_mtime_ns, one.stat().st_size) for one in modules)
    machine = _compiler._sre  # noqa: SLF001 - for which machine a program is written is told nowhere else
    return sys.version, sys.byteorder, int(machine.MAGIC), int(machine.CODESIZE), changed


class KeptPrograms:
    """The programs one process knows of: those it found kept, and its own, which it leaves to later ones at its end."""

    def __init__(self) -> None:
        self._asked = 0
        self._found: Programs = {}
        self._own: Programs = {}

    def of(self, pattern: str | bytes, flags: int) -> Program | None:
        """Return the program of a pattern an earlier process compiled, ``None`` where it is not known."""
        self._asked += 1
        if self._asked == WORTH:
            self._found = read()
            if not sys.dont_write_bytecode:
                atexit.register(self.leave)
        return self._found.get((pattern, flags))

    def keep(self, pattern: str | bytes, flags: int, program: Program) -> None:
        """Remember the program of a pattern that was compiled here."""
        self._own[pattern, flags] = program

    def leave(self) -> None:
        """Leave what was compiled here to later processes, beside what others left meanwhile, where it is worth it."""
        if len(self._own) < WORTH:
            return
        together = read() | self._own
        write(together if len(together) <= _MOST else self._own)


def as_bytes(code: list[int]) -> bytes:
    """Return the numbers of a program as they are kept."""
    return array("I", code).tobytes()


def as_numbers(code: bytes) -> list[int]:
    """Return the numbers of a kept program."""
    return array("I", code).tolist()
