"""What was shown of a long article is let go piece by piece, beside the window.

Let go at once, its hundred thousand parts hold the window's thread for 30 to 90 ms.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from desktop.services.tasks import TaskRunner

MANY: Final = 2000
"""Fewer parts go in a moment."""


class GradualRelease:
    """Holds what is shown no longer until ``let_go``; only plain values, for they go in another thread."""

    def __init__(self, parts: Iterable[Iterable[object]] = ()) -> None:
        self._parts = [list(part) for part in parts]

    def let_go(self, tasks: TaskRunner, owner: QObject) -> None:
        """Let everything go, one part after the other; whatever else is asked for gets its turn in between."""
        parts, self._parts = self._parts, []
        if sum(map(len, parts)) >= MANY:
            tasks.run(owner, partial(_let_go, parts), _nothing, lane="remains")


def _let_go(parts: list[list[object]]) -> None:
    for part in parts:
        while part:
            part.pop()


def _nothing(_result: object) -> None:
    """There is nothing to hand over."""
