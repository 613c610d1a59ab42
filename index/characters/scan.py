"""The documents as they stand at this moment: what the index holds, and the changed ones read directly.

So answers are complete while indexing, after a crash, during a rebuild, and without any index.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import log
from typing import TYPE_CHECKING

from index.characters.entry import Entry
from index.characters.fresh import Fresh
from index.characters.index import CharacterReader, CharactersUnreadableError, question_of
from index.characters.postings import Postings, heaviest
from index.characters.stopping import SearchStoppedError, never

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from index.characters.generations import Generations
    from index.characters.stopping import Stopped
    from index.document import DocumentFields, DocumentSource

# Characters of text kept in memory between searches (two strings each): about 80 MB at most.
KEPT_CHARACTERS = 20_000_000
# So many documents are looked at before all that can hold a string are asked for.
FEW = 24


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
    by_name: Mapping[str, int]
    totals: Totals
    postings: Postings


_NOTHING = _Held("", {}, {}, Totals(0, 0, 0), Postings())


class View:
    """One state of all documents, for the length of one search; used by one thread.

    Wherever it hands out documents it looks whether the search is still wanted: SearchStoppedError where not.
    """

    def __init__(
        self,
        reader: CharacterReader | None,
        numbers: Mapping[int, tuple[str, int]],
        held: _Held,
        kept: _Kept,
        stopped: Stopped = never,
    ) -> None:
        self._reader = reader
        self._indexed = held.totals
        self._by_name = held.by_name
        self._postings = held.postings
        self._numbers = numbers
        self._kept = kept
        self._scanned: dict[str, Entry] = {}
        self._beside: Mapping[str, DocumentFields] = {}
        self._stopped = stopped

    def add_scanned(self, entries: Iterable[Entry]) -> None:
        """Add documents that were read directly; they are candidates for every string."""
        self._scanned.update((entry.id, entry) for entry in entries)

    def add_fields(self, beside: Iterable[DocumentFields]) -> None:
        """Add what stands by now beside texts the index holds as they are."""
        self._beside = {one.id: one for one in beside}

    def go_on(self) -> None:
        """Raise SearchStoppedError where nobody waits for the answer any more."""
        if self._stopped():
            raise SearchStoppedError

    def ids(self) -> frozenset[str]:
        """Return the ids of all documents looked through."""
        return frozenset(name for name, _ in self._numbers.values()) | self._scanned.keys()

    def named(self, names: Collection[str]) -> frozenset[int]:
        """Return the numbers of indexed documents."""
        known = (self._by_name.get(name) for name in names)
        return frozenset(number for number in known if number is not None and number in self._numbers)

    def totals(self) -> Totals:
        """Return the size of everything, as far as the index and the scan know it (used for ranking only)."""
        added = self._scanned.values()
        return Totals(
            self._indexed.documents + len(self._scanned),
            self._indexed.characters + sum(len(e.text) for e in added),
            self._indexed.sentences + sum(len(e.starts) for e in added),
        )

    def numbers(self, strings: Sequence[str]) -> frozenset[int]:
        """Return the numbers of the indexed documents that can hold at least one of the strings."""
        found = self._found(strings)
        return frozenset(self._numbers) if found is None else frozenset(self._numbers.keys() & found)

    def _found(self, strings: Sequence[str]) -> Sequence[int] | None:
        """Return the numbers of the documents that can hold one of the strings, ``None`` for all the index holds."""
        if self._reader is None or not strings:
            return ()
        question = question_of(strings)
        return None if question is None else self._postings.get(question, self._reader.postings)

    def every_number(self) -> frozenset[int]:
        """Return the numbers of all indexed documents."""
        return frozenset(self._numbers)

    def frequency(self, strings: Sequence[str]) -> int:
        """Return how many documents can hold at least one of the strings, looking at no text."""
        self.go_on()
        found = self._found(strings)
        direct = sum(any(s in e.folded for s in strings) for e in self._scanned.values())
        return len(self._numbers if found is None else found) + direct

    def covering(self, strings: Sequence[str], most: int) -> frozenset[int]:
        """Return the numbers of the indexed documents that can hold most of some strings, the rarest above all."""
        self.go_on()
        held = [found for one in dict.fromkeys(strings) if (found := self._found((one,)))]
        documents = max(1, self.totals().documents)
        weighed = [(log(1 + documents / (1 + len(found))), found) for found in held]
        return frozenset(heaviest(weighed, most) & self._numbers.keys())

    def stands(self, string: str) -> bool:
        """Tell whether a folded string stands in the folded text of any document."""
        self.go_on()
        if any(string in e.folded for e in self._scanned.values()):
            return True
        few = self._reader.some(string, FEW) if self._reader else set()
        near = sorted(self._numbers if few is None else few & self._numbers.keys())[:FEW]
        if any(string in e.folded for e in self.load(near)):
            return True
        if few is not None and len(few) < FEW:
            return False
        return any(string in e.folded for e in self.load(self.numbers((string,)) - set(near)))

    def holding(self, strings: Sequence[str]) -> Iterator[Entry]:
        """Yield the documents that can hold at least one of the strings, whatever the folds."""
        yield from self.load(self.numbers(strings))
        yield from self.changed()

    def rarest(self, strings: Sequence[str], most: int) -> Iterator[Entry]:
        """Yield documents that can hold some strings: of the indexed ones those that can hold the rarest."""
        yield from self.load(self.covering(strings, most))
        yield from self.changed()

    def counted(self, strings: Sequence[str], share: float, most: int = -1) -> Iterator[Entry]:
        """Yield the documents that can hold at least a share (above 0, up to 1) of the strings.

        Of the indexed ones ``most`` leaves those that hold most of them; below 0 all.
        """
        self.go_on()
        least = max(1.0, share * len(strings))
        found = self._reader.sharing(strings, least, most) if self._reader else set()
        yield from self.load(found & self._numbers.keys())
        yield from self.changed()

    def changed(self) -> Iterator[Entry]:
        """Yield the documents read directly."""
        for entry in self._scanned.values():
            self.go_on()
            yield entry

    def every_document(self) -> Iterator[Entry]:
        """Yield all documents, keeping none."""
        if self._reader is not None:
            for _, entry in self._reader.entries(sorted(self._numbers)):
                self.go_on()
                yield self._as_it_stands(entry)
        yield from self.changed()

    def load(self, numbers: Iterable[int]) -> Iterator[Entry]:
        """Yield indexed documents by their numbers."""
        missing: list[int] = []
        for number in sorted(numbers):
            self.go_on()
            name, change = self._numbers[number]
            entry = self._kept.get((self._generation, name, change))
            if entry is None:
                missing.append(number)
            else:
                yield self._as_it_stands(entry)
        if self._reader is not None:
            for _, entry in self._reader.entries(missing):
                self.go_on()
                self._kept.put((self._generation, entry.id, entry.change), entry)
                yield self._as_it_stands(entry)

    def _as_it_stands(self, entry: Entry) -> Entry:
        """Return an indexed document with what stands beside its text by now."""
        beside = self._beside.get(entry.id)
        return entry if beside is None else replace(entry, change=beside.change, fields=beside.fields)

    def texts(self, numbers: Iterable[int], *, folded: bool) -> Iterator[tuple[str, str]]:
        """Yield the ids of indexed documents with their (folded) texts, without making them ready."""
        for number, text in self._reader.texts(sorted(numbers), folded=folded) if self._reader else ():
            self.go_on()
            yield self._numbers[number][0], text

    @property
    def _generation(self) -> str:
        return self._reader.generation if self._reader else ""


class Scanner:
    """Opens views; keeps prepared documents between them. Safe to share by threads."""

    def __init__(self, source: DocumentSource, generations: Generations) -> None:
        self._source = source
        self._generations = generations
        self._kept = _Kept()
        self._lock = threading.Lock()
        self._damaged: set[str] = set()
        self._direct = Fresh(source, self._entries)
        self._beside = Fresh(source, source.fields_of)
        self._held = _NOTHING

    @contextmanager
    def view(self, allowed: frozenset[str] | None = None, stopped: Stopped = never) -> Iterator[View]:
        """Open one state of the documents, all of them or the allowed ones; ``stopped`` ends the work on it."""
        reader = self.reader()
        try:
            yield self._view(reader, allowed, stopped)
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

    def _view(self, reader: CharacterReader | None, allowed: frozenset[str] | None, stopped: Stopped) -> View:
        held = self._known(reader) if reader else _NOTHING
        numbers: Mapping[int, tuple[str, int]] = held.numbers
        changed = self._source.changed_since(reader.change) if reader else self._source.ids()
        beside = self._source.fields_changed_since(reader.change) if reader else ()
        with self._lock:
            direct, fields = self._direct.read(changed), self._beside.read(beside)
        gone = set(changed)
        if gone or allowed is not None:
            numbers = {
                number: pair
                for number, pair in numbers.items()
                if pair[0] not in gone and (allowed is None or pair[0] in allowed)
            }
        view = View(reader, numbers, held, self._kept, stopped)
        view.add_scanned(e for e in direct if allowed is None or e.id in allowed)
        view.add_fields(fields)
        return view

    def _entries(self, ids: Sequence[str]) -> Iterator[Entry]:
        """Yield documents read directly."""
        return map(Entry.of, self._source.get_many(ids))

    def _known(self, reader: CharacterReader) -> _Held:
        with self._lock:
            if self._held.version != reader.version:
                numbers = reader.numbers()
                by_name = {name: number for number, (name, _) in numbers.items()}
                self._held = _Held(reader.version, numbers, by_name, Totals(*reader.totals()), Postings())
            return self._held
