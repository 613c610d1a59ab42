"""Ending a task of the worker: at its next sign of progress, or at once where it leaves nothing half done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from corpus.model.progress import Cancelled, Progress


class Stopper:
    """The progress callback of one task; raises ``Cancelled`` in the task's own thread once ``wanted`` says so.

    ``wanted`` may raise a kind of its own instead.
    """

    def __init__(self, wanted: Callable[[], bool], say: Callable[[Progress], None]) -> None:
        """Take what tells whether the task should end, and what says its progress on."""
        self._wanted = wanted
        self._say = say
        self._inside = False

    def __call__(self, made: Progress) -> None:
        """Say progress on, whole: what is being said is never cut off."""
        inside, self._inside = self._inside, False
        self._end_if_wanted()
        self._say(made)
        self._inside = inside
        self.interrupt()

    @contextmanager
    def stoppable(self) -> Iterator[None]:
        """Let ``interrupt`` end what is done in here."""
        self._end_if_wanted()
        self._inside = True
        try:
            yield
        finally:
            self._inside = False

    def interrupt(self) -> None:
        """End the task where it may be ended at once; called between two steps of it, in its own thread."""
        if self._inside:
            self._end_if_wanted()

    def _end_if_wanted(self) -> None:
        if self._wanted():
            self._inside = False
            raise Cancelled
