"""Making texts ready for the indexes: here, or wherever who calls has it done, once for both of them."""

from __future__ import annotations

import marshal
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from index.characters.row import TextRow
from index.words.counting import count_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from index.document import DocumentFields, IndexDocument
    from index.segment import Segmenter
    from index.words.counting import Counted

    Room = Callable[[], AbstractContextManager[None]]

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class PreparedText:
    """A text as both indexes take it; ``words`` are counted, in the form they travel and wait in."""

    row: TextRow
    words: bytes

    @classmethod
    def of(cls, text: str, sentences: Sequence[tuple[int, int]], segmenter: Segmenter) -> PreparedText:
        """Make a text ready."""
        return cls(TextRow.of(text, sentences), marshal.dumps(count_text(text, segmenter)))


def counted_words(words: bytes) -> Counted:
    """Return the words of a prepared text; only this program's own processes hand them on."""
    counted: Counted = marshal.loads(words)  # noqa: S302 - never of a file
    return counted


class Beforehand(Protocol):
    """Gives what was made ready of texts before they are indexed."""

    def __call__(self, ids: Sequence[str]) -> Iterable[tuple[DocumentFields, PreparedText]]:
        """Yield those of ``ids`` that are ready as they stand now, with what stands beside them."""
        ...


def nothing_beforehand(ids: Sequence[str]) -> Iterable[tuple[DocumentFields, PreparedText]]:
    """Return nothing: every text is still to be made ready."""
    del ids
    return ()


class Spread(Protocol):
    """Makes many documents ready, in their order; ``prepare`` gives what does it for one, wherever it is done."""

    def __call__(
        self,
        prepare: Callable[[], AbstractContextManager[Callable[[IndexDocument], Made]]],
        documents: Iterable[IndexDocument],
        total: int,
    ) -> AbstractContextManager[Iterator[Made]]:
        """Yield what was made of each document."""
        ...


@contextmanager
def here(
    prepare: Callable[[], AbstractContextManager[Callable[[IndexDocument], Any]]],
    documents: Iterable[IndexDocument],
    total: int,
) -> Iterator[Iterator[Any]]:
    """Make documents ready in this process, one at a time."""
    del total
    with prepare() as work:
        yield map(work, documents)


def unheard(_stage: str, _done: int, _total: int) -> None:
    """Let nobody hear how far the work is."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the indexes are brought up to date: who hears of it, where it may be stopped, who makes texts ready.

    ``progress`` is called with ``characters`` or ``words``, how many are done and how many there are; whatever it
    raises stops the work. One document is put in ``stoppable``: what is raised there, wherever the work is, stops it
    likewise. ``spread`` has many documents made ready, in other processes too; ``beforehand`` gives those that
    are already.
    """

    progress: Callable[[str, int, int], None] = unheard
    stoppable: Room = nullcontext
    spread: Spread = here
    beforehand: Beforehand = nothing_beforehand


@contextmanager
def preparing(segmenter: Segmenter) -> Iterator[Callable[[IndexDocument], PreparedText]]:
    """Make ready what prepares the texts of documents."""
    yield partial(_prepared, segmenter)


def _prepared(segmenter: Segmenter, document: IndexDocument) -> PreparedText:
    return PreparedText.of(document.text, document.sentences, segmenter)
