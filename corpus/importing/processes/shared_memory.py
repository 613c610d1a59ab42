"""Memory two processes share that has no name in the file system: made by one, handed to the other as it starts."""

from __future__ import annotations

import mmap
import os
import sys
import tempfile
from dataclasses import dataclass
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class SharedMemory:
    """The memory; ``handle`` is what the other process finds it by, ``inherited`` the file it has to be left with."""

    memory: mmap.mmap
    handle: str
    inherited: tuple[int, ...] = ()

    def close(self) -> None:
        """Let go of it."""
        self.memory.close()
        for number in self.inherited:
            os.close(number)


def shared_memory(size: int) -> SharedMemory:
    """Return new memory of so many bytes."""
    if sys.platform == "win32":
        name = f"yinde-{uuid4().hex}"
        return SharedMemory(mmap.mmap(-1, size, tagname=name), name)
    number = _nameless()
    os.ftruncate(number, size)
    return SharedMemory(mmap.mmap(number, size), str(number), (number,))


def found(handle: str, size: int) -> mmap.mmap:
    """Return the memory another process made."""
    if sys.platform == "win32":
        return mmap.mmap(-1, size, tagname=handle)
    return mmap.mmap(int(handle), size)


def _nameless() -> int:
    """Return a file nobody else can find."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("yinde")
    number, path = tempfile.mkstemp(prefix="yinde-")
    os.unlink(path)  # noqa: PTH108 - a name that stands for nothing but the number
    return number
