"""Undo and redo: what a person did, each with the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Step:
    """Something done: ``text`` names it, ``undo`` takes it back, ``redo`` does it again."""

    text: str
    undo: Callable[[], object]
    redo: Callable[[], object]


class UndoHistory(QObject):
    """The steps of this session, newest last; plain functions that outlive the page they were made on."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def push(self, text: str, undo: Callable[[], object], redo: Callable[[], object]) -> Step:
        """Remember a step that has just been done, and return it."""
        step = Step(text, undo, redo)
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()
        return step

    def take_back(self, step: Step) -> None:
        """Take one step back though others came after it; one that was taken back already is left alone."""
        for number, one in enumerate(self._done):
            if one is step:
                step.undo()
                del self._done[number]
                self._undone.append(step)
                self.changed.emit()
                return

    @property
    def undo_text(self) -> str:
        """Return what 撤销 would take back, empty when there is nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """Return what 重做 would do again, empty when there is nothing."""
        return self._undone[-1].text if self._undone else ""

    def undo(self) -> None:
        """Take the newest step back."""
        if self._done:
            step = self._done.pop()
            step.undo()
            self._undone.append(step)
            self.changed.emit()

    def redo(self) -> None:
        """Do the step taken back last again."""
        if self._undone:
            step = self._undone.pop()
            step.redo()
            self._done.append(step)
            self.changed.emit()

    def close(self) -> None:
        """Forget every step."""
        self._done.clear()
        self._undone.clear()
