"""The documents as they stand at this moment: what the index holds, and the changed ones read directly.

So answers are complete while indexing, after a crash, during a rebuild, and without any index.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import log
from sys import getsizeof
from typing import TYPE_CHECKING

from index.characters.entry import Entry
from index.characters.fresh import Fresh
from index.characters.index import CharacterReader, question_of
from index.characters.kept_reader import KeptReader
from index.characters.numbers import NONE, Numbers, heaviest, shared
from index.characters.postings import Postings
from index.characters.stopping import SearchStoppedError, never
from index.characters.unreadable import CharactersUnreadableError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from index.characters.generations import Generations
    from index.characters.stopping import Stopped
    from index.document import DocumentFields, DocumentSource

# Bytes of texts kept in memory between searches: those of about 18 million characters of prose.
KEPT_BYTES = 120_000_000
# Bytes of the two numbers a sentence has.
_SENTENCE = 72
# So many documents are looked at before all that can hold a string are asked for.
FEW = 24


class _Kept:
    """Prepared documents by a key that changes with them, the least recently used forgotten first."""

    def __init__(self) -> None:
        self._entries: OrderedDict[tuple[str, str, int], Entry] = OrderedDict()
        self._bytes = 0
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str, int]) -> Entry | None:
        """Return what is kept under a key."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None:
                self._entries.move_to_end(key)
            return entry

    def put(self, key: tuple[str, str, int], entry: Entry) -> None:
        """Keep a document, and forget those used longest ago where there are too many."""
        with self._lock:
            if key not in self._entries:
                self._entries[key] = entry
                self._bytes += _bytes_of(entry)
            while self._bytes > KEPT_BYTES and len(self._entries) > 1:
                self._bytes -= _bytes_of(self._entries.popitem(last=False)[1])


def _bytes_of(entry: Entry) -> int:
    """Return what a prepared document takes at most: two strings, and in a list of short lines the places of all."""
    return 2 * getsizeof(entry.folded) + _SENTENCE * len(entry.starts)


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
    rows: Mapping[int, tuple[str, int]]
    by_name: Mapping[str, int]
    every: Numbers
    totals: Totals
    postings: Postings

    def named(self, names: Iterable[str]) -> Numbers:
        """Return the numbers of those of some documents that it holds."""
        known = map(self.by_name.get, names)
        return Numbers.of(number for number in known if number is not None)


_NOTHING = _Held("", {}, {}, NONE, Totals(0, 0, 0), Postings())


class View:
    """One state of all documents, for the length of one search; used by one thread.

    Wherever it hands out documents it looks whether the search is still wanted: SearchStoppedError where not.
    """

    def __init__(
        self,
        reader: CharacterReader | None,
        numbers: Numbers,
        held: _Held,
        kept: _Kept,
        stopped: Stopped = never,
    ) -> None:
        self._reader = reader
        self._rows = held.rows
        self._indexed = held.totals
        self._held = held
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
        return frozenset(self._rows[number][0] for number in self._numbers) | self._scanned.keys()

    def size(self) -> int:
        """Return how many documents are looked through."""
        return len(self._numbers) + len(self._scanned)

    def named(self, names: Collection[str]) -> Numbers:
        """Return the numbers of indexed documents."""
        return self._held.named(names) & self._numbers

    def totals(self) -> Totals:
        """Return the size of everything, as far as the index and the scan know it (used for ranking only)."""
        added = self._scanned.values()
        return Totals(
            self._indexed.documents + len(self._scanned),
            self._indexed.characters + sum(len(e.folded) for e in added),
            self._indexed.sentences + sum(len(e.starts) for e in added),
        )

    def numbers(self, strings: Sequence[str]) -> Numbers:
        """Return the numbers of the indexed documents that can hold at least one of the strings."""
        found = self._found(strings)
        return self._numbers if found is None else found & self._numbers

    def _found(self, strings: Sequence[str]) -> Numbers | None:
        """Return the numbers of the documents that can hold one of the strings, ``None`` for all the index holds."""
        found = NONE
        if self._reader is not None:
            # String by string: the next search asks for some of them again.
            for string in dict.fromkeys(strings):
                question = question_of((string,))
                if question is None:
                    return None
                found |= self._postings.get(question, self._reader.postings)
        return found

    def every_number(self) -> Numbers:
        """Return the numbers of all indexed documents."""
        return self._numbers

    def frequency(self, strings: Sequence[str]) -> int:
        """Return how many documents can hold at least one of the strings, looking at no text."""
        self.go_on()
        found = self._found(strings)
        direct = sum(any(s in e.folded for s in strings) for e in self._scanned.values())
        return len(self._numbers if found is None else found) + direct

    def covering(self, strings: Sequence[str], most: int) -> Numbers:
        """Return the numbers of the indexed documents that can hold most of some strings, the rarest above all."""
        self.go_on()
        held = [found for one in dict.fromkeys(strings) if (found := self._found((one,)))]
        documents = max(1, self.totals().documents)
        weighed = [(log(1 + documents / (1 + len(found))), found) for found in held]
        return heaviest(weighed, most) & self._numbers

    def stands(self, string: str) -> bool:
        """Tell whether a folded string stands in the folded text of any document."""
        self.go_on()
        if any(string in e.folded for e in self._scanned.values()):
            return True
        few = self._reader.some(string, FEW) if self._reader else set()
        near = (self._numbers if few is None else Numbers.of(few) & self._numbers).first(FEW)
        if any(string in e.folded for e in self.load(near)):
            return True
        if few is not None and len(few) < FEW:
            return False
        return any(string in e.folded for e in self.load(self.numbers((string,)) - near))

    def holding(self, strings: Sequence[str]) -> Iterator[Entry]:
        """Yield the documents that can hold at least one of the strings, whatever the folds."""
        yield from self.load(self.numbers(strings))
        yield from self.changed()

    def rarest(self, strings: Sequence[str], most: int) -> Iterator[Entry]:
        """Yield documents that can hold some strings: of the indexed ones those that can hold the rarest."""
        yield from self.load(self.covering(strings, most))
        yield from self.changed()

    def load_each(
        self, numbers: Numbers, patterns: Sequence[Sequence[str]]
    ) -> Iterator[tuple[Entry, list[int]]]:
        """Yield indexed documents with the numbers of the patterns that can stand in each, told by their strings."""
        standing: defaultdict[int, list[int]] = defaultdict(list)
        for at, strings in enumerate(patterns):
            for number in self.numbers(strings) & numbers:
                standing[number].append(at)
        by_name = self._held.by_name
        for entry in self.load(numbers):
            yield entry, standing[by_name[entry.id]]

    def counted(self, strings: Sequence[str], least: float, most: int = -1) -> Iterator[Entry]:
        """Yield the documents that can hold at least so many of the strings.

        Of the indexed ones ``most`` leaves those that hold most of them; below 0 all.
        """
        self.go_on()
        held = [found for one in strings if (found := self._found((one,)))]
        yield from self.load(shared(held, least, most) & self._numbers)
        yield from self.changed()

    def changed(self) -> Iterator[Entry]:
        """Yield the documents read directly."""
        for entry in self._scanned.values():
            self.go_on()
            yield entry

    def every_document(self) -> Iterator[Entry]:
        """Yield all documents, keeping none."""
        if self._reader is not None:
            for _, entry in self._reader.entries(tuple(self._numbers)):
                self.go_on()
                yield self._as_it_stands(entry.whole())
        yield from self.changed()

    def load(self, numbers: Iterable[int]) -> Iterator[Entry]:
        """Yield indexed documents by their numbers."""
        missing: list[int] = []
        generation = self._generation
        for number in sorted(numbers):
            self.go_on()
            name, change = self._rows[number]
            entry = self._kept.get((generation, name, change))
            if entry is None:
                missing.append(number)
            else:
                yield self._as_it_stands(entry)
        if self._reader is not None:
            for _, entry in self._reader.entries(missing):
                self.go_on()
                self._kept.put((generation, entry.id, entry.change), entry)
                yield self._as_it_stands(entry)

    def _as_it_stands(self, entry: Entry) -> Entry:
        """Return an indexed document with what stands beside its text by now."""
        beside = self._beside.get(entry.id)
        return entry if beside is None else replace(entry, change=beside.change, fields=beside.fields)

    def texts(self, numbers: Iterable[int], *, folded: bool) -> Iterator[tuple[str, str]]:
        """Yield the ids of indexed documents with their (folded) texts, without making them ready."""
        for number, text in self._reader.texts(sorted(numbers), folded=folded) if self._reader else ():
            self.go_on()
            yield self._rows[number][0], text

    @property
    def _generation(self) -> str:
        return self._reader.generation if self._reader else ""


class Scanner:
    """Opens views; keeps prepared documents between them. Safe to share by threads."""

    def __init__(self, source: DocumentSource, generations: Generations) -> None:
        self._source = source
        self._generations = generations
        self._kept = _Kept()
        self._kept_reader = KeptReader()
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
                self._kept_reader.give_back(reader)

    def kept_open(self) -> AbstractContextManager[None]:
        """Keep the index open between the searches of this thread in a block; each still sees the newest state."""
        return self._kept_reader.kept()

    def reader(self) -> CharacterReader | None:
        """Open the index of characters, ``None`` where there is none that can be read and is not ahead of time."""
        for _ in range(3):
            folder = self._generations.current()
            kept = self._kept_reader.take(folder)
            if folder is None:
                return None
            try:
                reader = kept or CharacterReader(folder)
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
        numbers = held.every
        changed = self._source.changed_since(reader.change) if reader else self._source.ids()
        beside = self._source.fields_changed_since(reader.change) if reader else ()
        with self._lock:
            direct, fields = self._direct.read(changed), self._beside.read(beside)
        if changed:
            numbers -= held.named(changed)
        if allowed is not None:
            numbers &= held.named(allowed)
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
                rows = reader.numbers()
                by_name = {name: number for number, (name, _) in rows.items()}
                totals = Totals(*reader.totals())
                self._held = _Held(reader.version, rows, by_name, Numbers.of(rows), totals, Postings())
            return self._held
