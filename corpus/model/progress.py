"""Progress of long work: how far it is, and the wish of a person that it stop."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` items (0: unknown) of the step ``stage`` (a key); ``item`` names the one at hand."""

    stage: str
    done: int
    total: int = 0
    item: str = ""


ProgressCallback = Callable[[Progress], None]
"""Receives progress; may raise ``Cancelled`` to stop the work between two items."""


class Cancelled(Exception):  # noqa: N818 - named for what happened; it is no error
    """A person asked the work to stop; what was finished before stays."""


class Ended(Cancelled):
    """The program ends in the middle of the work; nobody wished it given up, so it may go on another time."""


@runtime_checkable
class StoppingProgress(Protocol):
    """A progress callback that can end the work done in ``stoppable`` wherever it is, by raising ``Cancelled``."""

    def __call__(self, made: Progress) -> None:
        """Receive progress."""

    def stoppable(self) -> AbstractContextManager[None]:
        """Return the room in which the work may be ended at once."""


def stoppable(progress: ProgressCallback) -> AbstractContextManager[None]:
    """Return the room for work that leaves nothing half done when it ends in the middle: a wish to stop ends it."""
    return progress.stoppable() if isinstance(progress, StoppingProgress) else nullcontext()


def unobserved(_progress: Progress) -> None:
    """Take progress and do nothing with it: the default callback."""
