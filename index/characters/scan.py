"""The documents as they stand at this moment: what the index holds, and the changed ones read directly.

So answers are complete while indexing, after a crash, during a rebuild, and without any index.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.characters.entry import Entry
from index.characters.index import CharacterReader, CharactersUnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from index.characters.generations import Generations
    from index.document import DocumentSource

# Characters of text kept in memory between searches (two strings each): about 80 MB at most.
KEPT_CHARACTERS = 20_000_000


class _Kept:
    """Prepared documents by a key that changes with them, the least recently used forgotten first."""

    def __init__(self) -> None:
        self._entries: OrderedDict[tuple[str, str, int], Entry] = OrderedDict()
        self._characters = 0
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str, int]) -> Entry | None:
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: tuple[str, str, int], entry: Entry) -> None:
        with self._lock:
            if key not in self._entries:
                self._entries[key] = entry
                self._characters += len(entry.text)
            while self._characters > KEPT_CHARACTERS and len(self._entries) > 1:
                self._characters -= len(self._entries.popitem(last=False)[1].text)


@dataclass(frozen=True, slots=True)
class Totals:
    """How many documents, characters and sentences there are."""

    documents: int
    characters: int
    sentences: int

    @property
    def sentence_length(self) -> float:
        """Return the mean length of a sentence in characters, at least 1."""
        return max(1.0, self.characters / max(1, self.sentences))

    @property
    def document_length(self) -> float:
        """Return the mean length of a document in characters, at least 1."""
        return max(1.0, self.characters / max(1, self.documents))


@dataclass(frozen=True, slots=True)
class _Held:
    """What one state of the index holds: row number → (id, change), and the sums."""

    version: str
    numbers: Mapping[int, tuple[str, int]]
    totals: Totals


_NOTHING = _Held("", {}, Totals(0, 0, 0))


class View:
    """One state of all documents, for the length of one search; used by one thread."""

    def __init__(
        self,
        reader: CharacterReader | None,
        numbers: Mapping[int, tuple[str, int]],
        indexed: Totals,
        kept: _Kept,
    ) -> None:
        self._reader = reader
        self._indexed = indexed
        self._numbers = numbers
        self._kept = kept
        self._scanned: dict[str, Entry] = {}

    def add_scanned(self, entries: Iterable[Entry]) -> None:
        """Add documents that were read directly; they are candidates for every string."""
        self._scanned.update((entry.id, entry) for entry in entries)

    @property
    def scanned(self) -> frozenset[str]:
        """Return the ids the index does not hold as they stand."""
        return frozenset(self._scanned)

    def ids(self) -> frozenset[str]:
        """Return the ids of all documents looked through."""
        return frozenset(name for name, _ in self._numbers.values()) | self.scanned

    def totals(self) -> Totals:
        """Return the size of everything, as far as the index and the scan know it (used for ranking only)."""
        added = self._scanned.values()
        return Totals(
            self._indexed.documents + len(self._scanned),
            self._indexed.characters + sum(len(e.text) for e in added),
            self._indexed.sentences + sum(len(e.starts) for e in added),
        )

    def holding(self, strings: Sequence[str]) -> Iterator[Entry]:
        """Yield the documents that can hold at least one of the strings, whatever the folds."""
        chosen: set[int] | None = set()
        for text in strings:
            found = self._reader.candidates(text) if self._reader else set()
            chosen = None if found is None or chosen is None else chosen | found
        yield from self._load(self._numbers if chosen is None else chosen & self._numbers.keys())
        yield from self._scanned.values()

    def counted(self, strings: Sequence[str], share: float) -> Iterator[Entry]:
        """Yield the documents that can hold at least a share (above 0, up to 1) of the strings."""
        counts: dict[int, int] = {}
        for text in strings:
            found = self._reader.candidates(text) if self._reader else set()
            for number in self._numbers if found is None else found:
                counts[number] = counts.get(number, 0) + 1
        least = max(1.0, share * len(strings))
        yield from self._load({n for n, count in counts.items() if count >= least and n in self._numbers})
        yield from self._scanned.values()

    def all(self) -> Iterator[Entry]:
        """Yield every document."""
        yield from self._load(self._numbers)
        yield from self._scanned.values()

    def _load(self, numbers: Iterable[int]) -> Iterator[Entry]:
        missing: list[int] = []
        for number in sorted(numbers):
            name, change = self._numbers[number]
            entry = self._kept.get((self._version, name, change))
            if entry is None:
                missing.append(number)
            else:
                yield entry
        if self._reader is not None:
            for _, entry in self._reader.entries(missing):
                self._kept.put((self._version, entry.id, entry.change), entry)
                yield entry

    @property
    def _version(self) -> str:
        return self._reader.version if self._reader else ""


class Scanner:
    """Opens views; keeps prepared documents between them. Safe to share by threads."""

    def __init__(self, source: DocumentSource, generations: Generations) -> None:
        self._source = source
        self._generations = generations
        self._kept = _Kept()
        self._lock = threading.Lock()
        self._damaged: set[str] = set()
        self._direct: dict[str, Entry] = {}
        self._direct_change = -1
        self._held = _NOTHING

    @contextmanager
    def view(self, allowed: frozenset[str] | None = None) -> Iterator[View]:
        """Open one state of the documents, all of them or the allowed ones."""
        reader = self.reader()
        try:
            yield self._view(reader, allowed)
        except CharactersUnreadableError:
            # Damaged deep inside: it counts as absent until it is built again.
            if reader is not None:
                self._damaged.add(reader.version)
            raise
        finally:
            if reader is not None:
                reader.close()

    def reader(self) -> CharacterReader | None:
        """Open the index of characters, ``None`` where there is none that can be read and is not ahead of time."""
        for _ in range(3):
            folder = self._generations.current()
            if folder is None:
                return None
            try:
                reader = CharacterReader(folder)
            except CharactersUnreadableError:
                if self._generations.current() == folder:
                    return None
                continue
            if reader.change <= self._source.last_change() and reader.version not in self._damaged:
                return reader
            reader.close()
            return None
        return None

    def _view(self, reader: CharacterReader | None, allowed: frozenset[str] | None) -> View:
        held = self._known(reader) if reader else _NOTHING
        numbers: Mapping[int, tuple[str, int]] = held.numbers
        changed = self._source.changed_since(reader.change) if reader else self._source.ids()
        direct = self._read(changed)
        gone = set(changed)
        if gone or allowed is not None:
            numbers = {
                number: pair
                for number, pair in numbers.items()
                if pair[0] not in gone and (allowed is None or pair[0] in allowed)
            }
        view = View(reader, numbers, held.totals, self._kept)
        view.add_scanned(e for e in direct if allowed is None or e.id in allowed)
        return view

    def _known(self, reader: CharacterReader) -> _Held:
        with self._lock:
            if self._held.version != reader.version:
                self._held = _Held(reader.version, reader.numbers(), Totals(*reader.totals()))
            return self._held

    def _read(self, ids: Sequence[str]) -> list[Entry]:
        """Read documents directly; those read before are read again only if they changed since."""
        if not ids:
            return []
        with self._lock:
            now = self._source.last_change()
            if self._direct_change >= 0 and now >= self._direct_change:
                for name in self._source.changed_since(self._direct_change):
                    self._direct.pop(name, None)
            else:
                self._direct.clear()
            wanted = set(ids)
            self._direct = {name: entry for name, entry in self._direct.items() if name in wanted}
            missing = [name for name in ids if name not in self._direct]
            for document in self._source.get_many(missing):
                self._direct[document.id] = Entry.of(document)
            self._direct_change = now
            return [self._direct[name] for name in ids if name in self._direct]
