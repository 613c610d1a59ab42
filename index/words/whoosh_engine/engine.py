"""The engine itself: opening, ranking, writing."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from index.words.engine import EngineUnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from index.segment import Segmenter
    from index.words.counting import Counted

# Changed whenever the schema or the analysis changes.
REVISION = "whoosh-6"
FINGERPRINT_FILE = "fingerprint.json"
# The document that carries the change number, so that it is committed with the data.
STATE = "\x00state"
# Field → how much a word in it counts; what is not named here goes into "other".
BOOSTS = {"text": 1.0, "title": 2.5, "author": 1.0, "publisher": 1.0, "tags": 1.5, "notes": 0.6, "other": 0.5}
# How fast a word's further places count less, and how much longer texts must hold it more often.
SATURATION = 1.5
LENGTH = 0.8


def fingerprint(segmenter: Segmenter) -> str:
    """Return what the files depend on: this module and the words."""
    return f"{REVISION}:{segmenter.fingerprint}"


def _schema() -> Any:
    from whoosh.fields import ID, STORED, Schema

    from index.words.whoosh_engine.field import CountedWords

    words = {name: CountedWords(boost) for name, boost in BOOSTS.items()}
    return Schema(id=ID(stored=True, unique=True), change=STORED, known=STORED, **words)


@contextmanager
def _guarded() -> Iterator[None]:
    """Say of whatever happens while reading that the files are unreadable."""
    try:
        yield
    except Exception as error:  # Damaged files make Whoosh raise anything at all.
        raise EngineUnreadableError(str(error)) from error


def _mark(folder: Path, segmenter: Segmenter) -> dict[str, object]:
    """Return what must be found beside an index before it is opened.

    Whoosh unpickles what it reads, so only files made here are opened: the number the file system gave to the
    mark itself goes into it, which no archive or copy can bring along.
    """
    return {"made by": fingerprint(segmenter), "place": (folder / FINGERPRINT_FILE).stat().st_ino}


class WhooshEngine:
    """Whoosh over one folder, opened with a fresh schema; raises EngineUnreadableError where it cannot be read."""

    def __init__(self, folder: Path, segmenter: Segmenter) -> None:
        self._lock = threading.Lock()
        self._searcher: Any = None
        try:
            found = json.loads((folder / FINGERPRINT_FILE).read_text(encoding="utf-8"))
            wanted = _mark(folder, segmenter)
        except (OSError, ValueError) as error:
            raise EngineUnreadableError("missing") from error
        if found != wanted:
            raise EngineUnreadableError("fingerprint")
        from index.words.whoosh_engine.storage import OwnStorage

        self.folder = folder
        self._segmenter = segmenter
        self._storage = OwnStorage(folder)
        self.change = -1
        self.known: frozenset[tuple[str, int | None]] = frozenset()
        try:
            self._open()
        except EngineUnreadableError:
            self.close()
            raise

    @classmethod
    def create(cls, folder: Path, segmenter: Segmenter) -> WhooshEngine:
        """Make an empty index in a new folder."""
        from index.words.whoosh_engine.storage import OwnStorage

        storage = OwnStorage(folder)
        storage.create_index(_schema()).close()
        storage.release()
        mark = folder / FINGERPRINT_FILE
        mark.touch()
        mark.write_text(json.dumps(_mark(folder, segmenter)), encoding="utf-8")
        return cls(folder, segmenter)

    def _open(self) -> None:
        from index.words.whoosh_engine.best import Best

        with _guarded():
            self._index = self._storage.open_index(schema=_schema())
            self._searcher = self._index.searcher()
            self._best = Best(self._searcher, SATURATION, LENGTH)
            state = self._searcher.document(id=STATE)
            self.change = int(state["change"]) if state else -1
            self.known = (
                frozenset((word, count) for word, count in json.loads(state["known"]))
                if state
                else frozenset()
            )

    def _fresh(self) -> Any:
        """Return a searcher of the newest commit; to be called under the lock."""
        if self._searcher is None:
            self._open()
        elif self._index.latest_generation() != self._searcher.reader().generation():
            self._shut()
            self._open()
        return self._searcher

    def refresh(self) -> int:
        """Take up what was committed since, and return the change it goes up to."""
        with self._lock, _guarded():
            self._fresh()
            return self.change

    def is_sound(self) -> bool:
        """Tell whether all files are as they were written (reads all of them)."""
        from index.words.whoosh_engine.storage import is_sound

        with self._lock, _guarded():
            return is_sound(self.folder, int(self._index.latest_generation()))

    def documents(self) -> int:
        """Return how many documents it holds."""
        with self._lock, _guarded():
            searcher = self._fresh()
            return int(searcher.doc_count()) - (self.change >= 0)

    def rank(self, words: Sequence[str], limit: int) -> Mapping[str, float]:
        """Return the best documents that hold any of the words in any field, id → BM25F score."""
        asked = [(field, word, boost) for word in words for field, boost in BOOSTS.items()]
        with self._lock, _guarded():
            self._fresh()
            return self._best.ranked(asked, limit)

    def relevance(self, weights: Mapping[str, float], limit: int) -> Mapping[str, float]:
        """Return the documents whose texts answer some words best, each word as heavy as said, id → BM25 score."""
        asked = [("text", word, weight) for word, weight in weights.items()]
        with self._lock, _guarded():
            self._fresh()
            return self._best.ranked(asked, limit)

    def vocabulary(self) -> Iterable[tuple[str, int]]:
        """Return the words of the texts, each with the number of documents that hold it."""
        with self._lock, _guarded():
            return list(_words(self._fresh().reader()))

    def frequency(self, word: str) -> int:
        """Return how often a word stands in all texts together."""
        with self._lock, _guarded():
            return int(self._fresh().reader().frequency("text", word))

    def writer(self) -> WhooshWriter:
        """Begin a batch of changes."""
        with _guarded():
            return WhooshWriter(self.folder, self._segmenter)

    def close(self) -> None:
        """Let files go; the next question opens them again."""
        with self._lock:
            self._shut()

    def _shut(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
            self._searcher = None
            self._index.close()
        self._storage.release()


def _words(reader: Any) -> Iterator[tuple[str, int]]:
    counts: dict[str, int] = {}
    # Segment by segment, each from its beginning to its end: asked of all together, every word is looked up in each.
    for segment, _offset in reader.leaf_readers():
        for (field, term), info in segment.iter_from("text", ""):
            if field != "text":
                break
            word = term.decode("utf-8")
            counts[word] = counts.get(word, 0) + int(info.doc_frequency())
    yield from sorted(counts.items())


class WhooshWriter:
    """One batch of changes."""

    def __init__(self, folder: Path, segmenter: Segmenter) -> None:
        from index.words.whoosh_engine.batch import BatchWriter
        from index.words.whoosh_engine.storage import OwnStorage

        self._folder = folder
        self._segmenter = segmenter
        # Files of its own: readers close and open theirs while this goes on.
        self._storage = OwnStorage(folder)
        self._index = self._storage.open_index(schema=_schema())
        # Compound segments are read whole at opening; ours are mapped.
        self._writer = BatchWriter(self._index, compound=False)

    def put(self, document_id: str, words: Counted, *, fresh: bool = False) -> None:
        """Add a document with its counted words, or replace the one with its id; ``fresh`` promises there is none."""
        write = self._writer.add_document if fresh else self._writer.update_document
        write(id=document_id, **words)

    def delete(self, document_id: str) -> None:
        """Remove a document; one that is not there is no error."""
        self._writer.delete_by_term("id", document_id)

    def commit(self, change: int) -> None:
        """Make everything visible at once, together with the change number it goes up to."""
        known = json.dumps(sorted(self._segmenter.known, key=str))
        self._writer.update_document(id=STATE, change=change, known=known)
        self._writer.commit()
        from index.words.whoosh_engine.storage import seal

        seal(self._folder, int(self._index.latest_generation()))
        self._storage.release()

    def abandon(self) -> None:
        """Let everything since the last commit go."""
        self._writer.cancel()
        self._storage.release()
