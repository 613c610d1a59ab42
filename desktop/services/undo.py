"""Undo and redo: what a person did, each with the way back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from desktop.services.operation import ways_joined

if TYPE_CHECKING:
    from corpus.library.core.library import Library

LONGEST: Final = 200
"""Older steps than this many are forgotten."""
PAUSE_SECONDS: Final = 30.0
"""Typing that goes on after a longer pause is a step of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something done: ``text`` names it, ``undo`` takes it back, ``redo`` does it again.

    Neighbours with the same ``merge`` are one step. ``reindex`` says that the word index follows; ``about`` are the
    ids of what a list chooses again when the step is taken back.
    """

    text: str
    undo: Callable[[Library], object]
    redo: Callable[[Library], object]
    merge: str = ""
    reindex: bool = False
    about: tuple[str, ...] = ()


class UndoHistory(QObject):
    """The steps of this session, newest last. It only keeps them: a step moves once its way back has been gone."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        """Keep steps; ``clock`` returns seconds."""
        super().__init__(parent)
        self._clock = clock
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._last = 0.0

    @property
    def newest(self) -> Step | None:
        """Return the step 撤销 would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Step | None:
        """Return the step 重做 would do again."""
        return self._undone[-1] if self._undone else None

    @property
    def undo_text(self) -> str:
        """Return what 撤销 would take back, empty when there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """Return what 重做 would do again, empty when there is nothing."""
        return self._undone[-1].text if self._undone else ""

    def push(self, step: Step) -> Step:
        """Remember a step that has just been done, and return it, or the one it became part of."""
        before, now = self.newest, self._clock()
        typed_on = before is not None and not self._undone and now - self._last <= PAUSE_SECONDS
        if before is not None and typed_on and step.merge and step.merge == before.merge:
            undo, redo = ways_joined(before.undo, step.undo), ways_joined(step.redo, before.redo)
            step = replace(step, undo=undo, redo=redo)
            self._done.pop()
        self._last = now
        self._done.append(step)
        del self._done[:-LONGEST]
        self._undone.clear()
        self.changed.emit()
        return step

    def holds(self, step: Step) -> bool:
        """Tell whether a step can still be taken back."""
        return any(one is step for one in self._done)

    def taken_back(self, step: Step) -> None:
        """Remember that a step has been taken back, though others may have come after it."""
        self._done = [one for one in self._done if one is not step]
        self._undone.append(step)
        self._last = float("-inf")
        self.changed.emit()

    def done_again(self, step: Step) -> None:
        """Remember that a step taken back has been done again."""
        self._undone = [one for one in self._undone if one is not step]
        self._done.append(step)
        self._last = float("-inf")
        self.changed.emit()

    def forget(self, step: Step) -> None:
        """Forget a step that can neither be taken back nor done again: what it was about is gone."""
        self._done = [one for one in self._done if one is not step]
        self._undone = [one for one in self._undone if one is not step]
        self._last = float("-inf")
        self.changed.emit()

    def close(self) -> None:
        """Forget every step."""
        self._done.clear()
        self._undone.clear()
