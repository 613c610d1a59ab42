"""Work for another process that ends in every way; it imports nothing, so a process that does it starts at once."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def doubling(once: Path) -> Iterator[Callable[[int], int]]:
    """Double numbers; 3 kills its process once, 5 always, 7 never ends and 9 asks for all memory there is."""

    def double(number: int) -> int:
        if number == 5 or (number == 3 and not once.exists()):
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        while number == 7:
            pass
        if number == 9:
            try:
                bytearray(64 << 30)
            except MemoryError:
                return 0
        return 2 * number

    yield double
