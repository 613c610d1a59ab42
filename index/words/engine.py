"""What a ranked engine must do; one contract suite holds every engine to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from index.words.counting import Counted


class EngineUnreadableError(Exception):
    """The engine's files are missing, damaged or of another making: they count as absent."""


class EngineWriter(Protocol):
    """One batch of changes; either all of them come with the change number, or none."""

    def put(self, document_id: str, words: Counted, *, fresh: bool = False) -> None:
        """Add a document with its counted words, or replace the one with its id; ``fresh`` promises there is none."""
        ...

    def delete(self, document_id: str) -> None:
        """Remove a document; one that is not there is no error."""
        ...

    def commit(self, change: int) -> None:
        """Make everything visible at once, together with the change number it goes up to."""
        ...

    def abandon(self) -> None:
        """Let everything since the last commit go."""
        ...


class SearchEngine(Protocol):
    """Ranks documents by words; safe to be read from several threads while another process writes."""

    @property
    def change(self) -> int:
        """The number of the last change it holds."""
        ...

    @property
    def known(self) -> frozenset[tuple[str, int | None]]:
        """The person's own words, with how often each counts, that its texts were cut by."""
        ...

    def documents(self) -> int:
        """Return how many documents it holds."""
        ...

    def rank(self, words: Sequence[str], limit: int) -> Mapping[str, float]:
        """Return the best documents that hold any of the words in any field, id → score above 0."""
        ...

    def relevance(self, weights: Mapping[str, float], limit: int) -> Mapping[str, float]:
        """Return the documents whose texts answer some words best, each word as heavy as said, id → score above 0."""
        ...

    def vocabulary(self) -> Iterable[tuple[str, int]]:
        """Return the words of the texts, each with the number of documents that hold it."""
        ...

    def frequency(self, word: str) -> int:
        """Return how often a word stands in all texts together."""
        ...

    def writer(self) -> EngineWriter:
        """Begin a batch of changes."""
        ...

    def close(self) -> None:
        """Let files go."""
        ...
