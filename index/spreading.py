"""Making documents ready for the indexes: here, or wherever who calls has it done."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from index.characters.entry import Entry
from index.characters.index import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

    from index.document import IndexDocument

Made = TypeVar("Made")


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


@contextmanager
def entering() -> Iterator[Callable[[IndexDocument], tuple[Entry, str]]]:
    """Make ready what turns documents into entries with their pairs of characters."""
    yield _entered


def _entered(document: IndexDocument) -> tuple[Entry, str]:
    return Entry.of(document), tokens_of(document.text)
