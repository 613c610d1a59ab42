"""One thing a person does to the library, as one small object: what is written, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from corpus.library.core.library import Library

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class WayBack(Generic[T]):
    """Takes a change from ``was`` to ``made`` back: whoever ``write``s it sees what something else changed since."""

    write: Callable[[Library, T, T], object]
    was: T
    made: T

    def __call__(self, library: Library) -> object:
        """Take it back."""
        return self.write(library, self.was, self.made)


def ways_joined(
    to: Callable[[Library], object], of: Callable[[Library], object]
) -> Callable[[Library], object]:
    """Return the way to where one way leads, from where another begins: two steps typed in one go are one."""
    return replace(to, made=of.made) if isinstance(to, WayBack) and isinstance(of, WayBack) else to


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What was done: its result, what takes it back and does it again, and the sentence it is told in, if any.

    Without ``undo`` it cannot be taken back, and leaves no step.
    """

    result: T
    undo: Callable[[Library], object] | None = None
    redo: Callable[[Library], object] | None = None
    told: str = ""


@dataclass(frozen=True, slots=True)
class Operation(Generic[T]):
    """Something a person does: ``write`` does it in the writing lane, in one go, and says how it went.

    ``name`` is what 撤销 calls it. One step is made of neighbours with the same ``merge`` (what is typed into one
    note). What ``initiator`` names, a page's key, shows the result itself and is not told of the change. Where
    ``reindex`` is set, the worker brings the word index up to date after it, after its undo and its redo. Where it
    writes the ``whole`` of what ``merge`` names, it takes the place of one that still waits to write the same. What is
    ``unasked`` the window notes by itself: that it cannot be written is told once, until something is written again.
    ``about`` are the ids of what a list chooses again when the operation is taken back.
    """

    name: str
    write: Callable[[Library], Done[T]]
    merge: str = ""
    initiator: str = ""
    reindex: bool = False
    whole: bool = False
    unasked: bool = False
    about: tuple[str, ...] = ()
