"""Bringing the indexes up to the newest change; run by the one process that writes."""

from __future__ import annotations

import secrets
import sqlite3
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from filelock import FileLock, Timeout

from index.characters.index import CharacterReader, CharacterWriter
from index.characters.unreadable import CharactersUnreadableError
from index.folder import IndexFolder
from index.preparing.contents import CountedFields, PreparedTexts
from index.preparing.spreading import Conduct
from index.words.engine import EngineUnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from index.characters.generations import Generations
    from index.document import DocumentSource
    from index.preparing.contents import Counting
    from index.preparing.spreading import Room
    from index.segment import Segmenter
    from index.words.whoosh_engine import WhooshEngine

WRITING: Final = "writing.lock"
"""Held in a folder of indexes by the one process that writes there."""
_TURN_SECONDS: Final = 0.1
_TURNS: Final = 1200
_PLAINLY: Final = Conduct()


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did; ``reason`` is why something was built anew: missing, damaged, fingerprint, ahead, asked."""

    updated: int
    deleted: int
    rebuilt: bool
    reason: str
    seconds: float


def synchronise(
    folder: Path,
    source: DocumentSource,
    segmenter: Segmenter,
    conduct: Conduct = _PLAINLY,
    *,
    rebuild: bool = False,
) -> SyncReport:
    """Bring all indexes up to the newest change, or build them anew where they cannot be read.

    What stops it leaves the indexes as they were before, or at an earlier change: still complete.
    """
    begun = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder, conduct.stoppable):
        held = IndexFolder(folder, segmenter)
        held.sweep()
        texts = PreparedTexts(source, segmenter, conduct)
        beside = CountedFields(source, segmenter, conduct.stoppable)
        indexes = (
            _Characters(held.characters, source, texts, conduct),
            _Words(held.words, source, segmenter, texts, held.characters),
            _Words(held.fields, source, segmenter, beside, held.characters),
        )
        done = [one.run(rebuild=rebuild) for one in indexes]
    reason = next((one.reason for one in done if one.reason), "")
    return SyncReport(
        max(one.updated for one in done),
        max(one.deleted for one in done),
        bool(reason),
        reason,
        time.monotonic() - begun,
    )


@contextmanager
def _alone(folder: Path, stoppable: Room) -> Iterator[None]:
    """Wait until no other process writes the indexes of ``folder``, such as that of a window that was killed.

    TimeoutError where one goes on and on.
    """
    lock = FileLock(folder / WRITING, timeout=0)
    for _ in range(_TURNS):
        with stoppable(), suppress(Timeout):
            lock.acquire()
            break
        time.sleep(_TURN_SECONDS)
    else:
        raise TimeoutError(str(folder / WRITING))
    try:
        yield
    finally:
        lock.release()


@dataclass(frozen=True, slots=True)
class _Done:
    updated: int
    deleted: int
    reason: str


class _Characters:
    """The index of characters: one transaction, or a new generation."""

    def __init__(
        self,
        generations: Generations,
        source: DocumentSource,
        texts: PreparedTexts,
        conduct: Conduct,
    ) -> None:
        self._generations = generations
        self._source = source
        self._texts = texts
        self._conduct = conduct

    def run(self, *, rebuild: bool) -> _Done:
        """Bring it up to the newest change."""
        folder = self._generations.current()
        change, reason = _state_of_characters(folder, self._source)
        if rebuild:
            reason = reason or "asked"
        if folder is None or reason:
            return self._build(reason)
        try:
            return self._update(folder, change)
        except sqlite3.DatabaseError:
            return self._build("damaged")

    def _build(self, reason: str) -> _Done:
        folder = self._generations.begin()
        newest = self._source.last_change()
        ids = self._source.ids()
        with CharacterWriter.create(folder) as writer:
            live = self._put(writer, ids)
            writer.finish(newest, secrets.token_hex(8))
        self._generations.publish(folder)
        return _Done(len(live), 0, reason)

    def _update(self, folder: Path, change: int) -> _Done:
        newest = self._source.last_change()
        ids = list(self._source.changed_since(change))
        beside = list(self._source.fields_changed_since(change))
        if not ids and not beside and newest == change:
            return _Done(0, 0, "")
        with CharacterWriter(folder) as writer:
            live = self._put(writer, ids)
            deleted = sum(writer.delete(name) for name in ids if name not in live)
            fields = sum(writer.put_fields(one) for one in self._source.fields_of(beside))
            writer.finish(newest, secrets.token_hex(8))
        return _Done(len(live) + fields, deleted, "")

    def _put(self, writer: CharacterWriter, ids: Sequence[str]) -> set[str]:
        """Put the documents that are there; return their ids."""
        live: set[str] = set()
        with closing(self._texts.rows(ids)) as rows:
            while True:
                with self._conduct.stoppable():
                    following = next(rows, None)
                    if following is None:
                        return live
                    document, row = following
                    writer.put(document, row)
                live.add(document.id)
                self._conduct.progress("characters", len(live), len(ids))


def _state_of_characters(folder: Path | None, source: DocumentSource) -> tuple[int, str]:
    """Return the change the index of characters holds and why it must be built anew (empty: it need not be)."""
    if folder is None:
        return -1, "missing"
    try:
        with CharacterReader(folder) as reader:
            if not reader.check():
                return -1, "damaged"
            return reader.change, "ahead" if reader.change > source.last_change() else ""
    except CharactersUnreadableError as error:
        return -1, str(error.args[0]) if error.args else "damaged"


class _Words:
    """A ranked index: one commit, or a new generation."""

    def __init__(
        self,
        generations: Generations,
        source: DocumentSource,
        segmenter: Segmenter,
        words: Counting,
        characters: Generations,
    ) -> None:
        """``characters`` is up to date: it tells which documents hold a word."""
        self._generations = generations
        self._characters = characters
        self._source = source
        self._segmenter = segmenter
        self._counting = words

    def run(self, *, rebuild: bool) -> _Done:
        """Bring it up to the newest change."""
        from index.words.whoosh_engine import WhooshEngine

        folder = self._generations.current()
        engine, reason = None, "missing"
        if folder is not None:
            try:
                engine = WhooshEngine(folder, self._segmenter)
                reason = "ahead" if engine.change > self._source.last_change() else ""
                reason = reason if engine.is_sound() else "damaged"
            except EngineUnreadableError as error:
                reason = "fingerprint" if str(error) == "fingerprint" else "damaged"
        try:
            if engine is not None and not reason and not rebuild:
                return self._update(engine)
        except EngineUnreadableError:
            reason = "damaged"
        finally:
            if engine is not None:
                engine.close()
        return self._build(reason or "asked")

    def _build(self, reason: str) -> _Done:
        from index.words.whoosh_engine import WhooshEngine

        folder = self._generations.begin()
        newest = self._source.last_change()
        ids = list(self._source.ids())
        engine = WhooshEngine.create(folder, self._segmenter)
        try:
            updated, _ = self._write(engine, ids, newest, fresh=True)
        finally:
            engine.close()
        self._generations.publish(folder)
        return _Done(updated, 0, reason)

    def _update(self, engine: WhooshEngine) -> _Done:
        newest = self._source.last_change()
        words = sorted({word for word, _ in engine.known ^ self._segmenter.known})
        ids = list(dict.fromkeys((*self._counting.changed(engine.change), *self._holding(words))))
        if not ids and not words:
            # What it holds is what there is: a change elsewhere is no reason to write.
            return _Done(0, 0, "")
        updated, deleted = self._write(engine, ids, newest, fresh=False)
        return _Done(updated, deleted, "")

    def _holding(self, words: Sequence[str]) -> Iterable[str]:
        """Return the documents that are cut otherwise since these words came or went."""
        folder = self._characters.current()
        if not words or folder is None:
            return ()
        with CharacterReader(folder) as reader:
            return sorted(reader.holding(words))

    def _write(self, engine: WhooshEngine, ids: list[str], newest: int, *, fresh: bool) -> tuple[int, int]:
        """Write documents in one batch; the change number comes with the last of them."""
        writer = engine.writer()
        live: set[str] = set()
        try:
            with closing(self._counting.counted(ids)) as counted:
                for name, words in counted:
                    writer.put(name, words, fresh=fresh)
                    live.add(name)
            gone = [name for name in ids if name not in live] if not fresh else []
            for name in gone:
                writer.delete(name)
        except BaseException:
            writer.abandon()
            raise
        writer.commit(newest)
        return len(live), len(gone)
