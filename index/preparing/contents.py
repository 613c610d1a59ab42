"""What the indexes are given: texts made ready, with their words counted, and the words of what stands beside them."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from index.document import DocumentFields
from index.preparing.spreading import counted_words, preparing
from index.words.counting import count_fields, counting

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from index.characters.row import TextRow
    from index.document import DocumentSource, IndexDocument
    from index.preparing.spreading import Conduct, Room
    from index.segment import Segmenter
    from index.words.counting import Counted

_MOST_WORDS: Final = 64_000_000
"""Bytes of counted words kept from one index for the other; what is beyond is counted again."""


class Counting(Protocol):
    """What a ranked index is given: which documents changed, and their words."""

    def changed(self, change: int) -> Iterable[str]:
        """Return the ids whose words changed after that change."""
        ...

    def counted(self, ids: Sequence[str]) -> Generator[tuple[str, Counted]]:
        """Yield the live ones among ``ids`` with their words."""
        ...


@dataclass(slots=True)
class PreparedTexts:
    """The texts made ready, and their words; those counted for the one index are kept for the other."""

    source: DocumentSource
    segmenter: Segmenter
    conduct: Conduct
    _kept: dict[str, bytes] = field(default_factory=dict)
    _held: int = 0
    _change: int = -1
    """The change up to which the texts whose words are kept were read."""

    def rows(self, ids: Sequence[str]) -> Generator[tuple[DocumentFields, TextRow]]:
        """Yield the live ones among ``ids`` as the index of characters takes them."""
        self._change = self.source.last_change()
        ready = set[str]()
        for document, prepared in self.conduct.beforehand(ids):
            ready.add(document.id)
            self._keep(document.id, prepared.words)
            yield document, prepared.row
        left = [name for name in ids if name not in ready]
        if not left:
            return
        documents: deque[DocumentFields] = deque()
        prepare = partial(preparing, self.segmenter)
        with self.conduct.spread(prepare, _told(self.source.get_many(left), documents), len(left)) as made:
            for prepared in made:
                document = documents.popleft()
                self._keep(document.id, prepared.words)
                yield document, prepared.row

    def _keep(self, name: str, words: bytes) -> None:
        if self._held + len(words) <= _MOST_WORDS:
            self._kept[name] = words
            self._held += len(words)

    def changed(self, change: int) -> Iterable[str]:
        """Return the ids whose text changed."""
        return self.source.changed_since(change)

    def counted(self, ids: Sequence[str]) -> Generator[tuple[str, Counted]]:
        """Yield the live ones among ``ids`` with the words of their texts."""
        with closing(self._counted(ids)) as counted:
            for done, found in enumerate(counted, 1):
                yield found
                self.conduct.progress("words", done, len(ids))

    def _counted(self, ids: Sequence[str]) -> Generator[tuple[str, Counted]]:
        """Yield the words that were kept, but of texts changed since; then others, counted by ``spread``."""
        moved = frozenset(self.source.changed_since(self._change)) if self._kept else frozenset()
        known = [name for name in ids if name in self._kept and name not in moved]
        for name in known:
            with self.conduct.stoppable():
                words = counted_words(self._kept.pop(name))
            yield name, words
        taken = set(known)
        left = [name for name in ids if name not in taken]
        if not left:
            return
        documents: deque[DocumentFields] = deque()
        prepare = partial(counting, self.segmenter)
        with self.conduct.spread(prepare, _told(self.source.get_many(left), documents), len(left)) as counted:
            while True:
                with self.conduct.stoppable():
                    following = next(counted, None)
                    if following is None:
                        return
                yield documents.popleft().id, following


@dataclass(frozen=True, slots=True)
class CountedFields:
    """The words of what stands beside the texts."""

    source: DocumentSource
    segmenter: Segmenter
    stoppable: Room

    def changed(self, change: int) -> Iterable[str]:
        """Return the ids of which anything changed."""
        return dict.fromkeys((*self.source.changed_since(change), *self.source.fields_changed_since(change)))

    def counted(self, ids: Sequence[str]) -> Generator[tuple[str, Counted]]:
        """Yield documents with the words of their fields."""
        for one in self.source.fields_of(ids):
            with self.stoppable():
                yield one.id, count_fields(one.fields, self.segmenter)


def _told(documents: Iterable[IndexDocument], beside: deque[DocumentFields]) -> Iterator[IndexDocument]:
    """Yield documents and put what stands beside their texts at the end of ``beside``."""
    for document in documents:
        beside.append(DocumentFields(document.id, document.change, document.fields))
        yield document
