"""Imports that wait for a hand: what is loaded ahead stands still between two modules while somebody types."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from typing import TYPE_CHECKING, Final

from desktop.widgets.fields.typing_timer import last_typed

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType

RESTING_S: Final = 0.3
"""So long after a key what it wrote is safe, and what it changed is painted."""
_PAUSE_S: Final = 0.02
MOST_PAUSES: Final = 1500
"""After so many pauses in all nothing waits any more."""


class PatientImports(MetaPathFinder):
    """Finds no module, but lets a thread that loads ahead wait before each while somebody types.

    The page of documents brings two hundred modules along: loaded in one go they hold the interpreter for half a
    second, and what was typed meanwhile is safe late. Other threads wait for none; one that needs a module which is
    just being loaded waits for the rest of ``RESTING_S`` at most, since it types nothing meanwhile.
    """

    def __init__(
        self,
        typed: Callable[[], float] = last_typed,
        clock: Callable[[], float] = time.monotonic,
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._typed, self._clock, self._pause = typed, clock, pause
        self._patient = threading.local()
        self._left = MOST_PAUSES

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Let what this thread imports wait, until the end of the block."""
        self._patient.here = True
        sys.meta_path.insert(0, self)
        try:
            yield
        finally:
            sys.meta_path.remove(self)
            self._patient.here = False

    def find_spec(
        self, _name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Wait where this thread is to; leave finding to the others."""
        if getattr(self._patient, "here", False):
            while self._left and self._clock() - self._typed() < RESTING_S:
                self._left -= 1
                self._pause(_PAUSE_S)
        return None
