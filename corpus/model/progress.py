"""Progress of long work: how far it is, and the wish of a person that it stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


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


def unobserved(_progress: Progress) -> None:
    """Take progress and do nothing with it: the default callback."""
