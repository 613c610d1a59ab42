"""One thing a person does to the library, as one small object: what is written, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from corpus.library.core.library import Library

T = TypeVar("T")


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
    writes the ``whole`` of what ``merge`` names, it takes the place of one that still waits to write the same.
    """

    name: str
    write: Callable[[Library], Done[T]]
    merge: str = ""
    initiator: str = ""
    reindex: bool = False
    whole: bool = False
