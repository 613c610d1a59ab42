"""Memory that is let go of goes back to the system, with the C library of Linux, and not into holes nobody fills."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Final

_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
_ARENA_MAX: Final = -8
"""Names of ``mallopt(3)`` as its header has them."""
_WANTED: Final = {_MMAP_THRESHOLD: 1 << 20, _TRIM_THRESHOLD: 4 << 20, _ARENA_MAX: 2}
"""From how many bytes on a piece is one of its own, what may lie free at the end, and places threads take theirs of.

Left alone, glibc takes pieces of up to 32 MB out of one heap once such a piece was let go of: a text looked through
leaves a hole behind, and what is kept above it holds the hole open. And each thread has a heap of its own.
"""


def give_freed_memory_back() -> bool:
    """Ask the C library for it; tell whether it does so, which only that of most Linux systems can."""
    if sys.platform != "linux":
        return False
    import ctypes  # a start need not wait for it

    with suppress(OSError, AttributeError):
        ask = ctypes.CDLL(None).mallopt
        return all(ask(name, value) == 1 for name, value in _WANTED.items())
    return False
