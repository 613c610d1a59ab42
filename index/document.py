"""What is indexed: documents with fields, a text and its sentences, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One document as it stands now.

    ``change`` is the number of the change that last touched it or what stands beside its text; ``fields`` are texts
    by name (``title`` first of all); ``sentences`` are spans of ``text`` in code points, in order, not overlapping.
    """

    id: str
    change: int
    fields: Mapping[str, str]
    text: str
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class DocumentFields:
    """What stands beside the text of a document, as of the change with this number."""

    id: str
    change: int
    fields: Mapping[str, str]


class DocumentSource(Protocol):
    """The documents as they stand now; every method may be called from several threads."""

    def last_change(self) -> int:
        """Return the number of the newest change."""
        ...

    def ids(self) -> Sequence[str]:
        """Return the ids of all live documents."""
        ...

    def get(self, document_id: str) -> IndexDocument | None:
        """Return a document, or ``None`` if it is deleted."""
        ...

    def get_many(self, ids: Sequence[str]) -> Iterator[IndexDocument]:
        """Yield the live ones among ``ids``."""
        ...

    def changed_since(self, change: int) -> Sequence[str]:
        """Return the ids whose text changed, or that were deleted, after that change."""
        ...

    def fields_changed_since(self, change: int) -> Sequence[str]:
        """Return the ids of which only what stands beside the text changed after that change."""
        ...

    def fields_of(self, ids: Sequence[str]) -> Iterator[DocumentFields]:
        """Yield what stands beside the texts of the live ones among ``ids``, reading no text."""
        ...
