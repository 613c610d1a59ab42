"""Bringing the indexes up to the newest change; run by the one process that writes."""

from __future__ import annotations

import secrets
import sqlite3
import time
from collections import deque
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from index.characters.index import CharacterReader, CharactersUnreadableError, CharacterWriter
from index.holdings import Holdings
from index.spreading import entering, here
from index.words.counting import counting
from index.words.engine import EngineUnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from index.characters.generations import Generations
    from index.document import DocumentSource, IndexDocument
    from index.segment import Segmenter
    from index.spreading import Spread
    from index.words.whoosh_engine import WhooshEngine
    from index.words.whoosh_engine.engine import WhooshWriter

    Room = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a sync did; ``reason`` is why something was built anew: missing, damaged, fingerprint, ahead, asked."""

    updated: int
    deleted: int
    rebuilt: bool
    reason: str
    seconds: float


def _quiet(_stage: str, _done: int, _total: int) -> None:
    """Report nothing."""


def synchronise(
    folder: Path,
    source: DocumentSource,
    segmenter: Segmenter,
    *,
    rebuild: bool = False,
    progress: Callable[[str, int, int], None] = _quiet,
    stoppable: Room = nullcontext,
    spread: Spread = here,
) -> SyncReport:
    """Bring both indexes up to the newest change, or build them anew where they cannot be read.

    ``progress`` is called with ``characters`` or ``words``, how many are done and how many there are; whatever it
    raises stops the sync and leaves the indexes as they were before (or at an earlier change: still complete).
    One document is put in ``stoppable``: what is raised there, wherever the work is, stops the sync likewise.
    ``spread`` has many documents made ready, in other processes too.
    """
    begun = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    holdings = Holdings(folder, segmenter)
    holdings.characters.sweep()
    holdings.words.sweep()
    first = _Characters(holdings.characters, source, progress, stoppable, spread).run(rebuild=rebuild)
    second = _Words(holdings.words, source, segmenter, progress, stoppable, spread).run(rebuild=rebuild)
    reason = first.reason or second.reason
    return SyncReport(
        max(first.updated, second.updated),
        max(first.deleted, second.deleted),
        bool(reason),
        reason,
        time.monotonic() - begun,
    )


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
        progress: Callable[[str, int, int], None],
        stoppable: Room,
        spread: Spread,
    ) -> None:
        self._generations = generations
        self._source = source
        self._progress = progress
        self._stoppable = stoppable
        self._spread = spread

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
        if not ids and newest == change:
            return _Done(0, 0, "")
        with CharacterWriter(folder) as writer:
            live = self._put(writer, ids)
            deleted = sum(writer.delete(name) for name in ids if name not in live)
            writer.finish(newest, secrets.token_hex(8))
        return _Done(len(live), deleted, "")

    def _put(self, writer: CharacterWriter, ids: Sequence[str]) -> set[str]:
        """Put the documents that are there; return their ids."""
        live: set[str] = set()
        with self._spread(entering, self._source.get_many(ids), len(ids)) as entered:
            while True:
                with self._stoppable():
                    following = next(entered, None)
                    if following is None:
                        return live
                    entry, pairs = following
                    writer.put(entry, pairs)
                live.add(entry.id)
                self._progress("characters", len(live), len(ids))


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
    """The ranked index: one commit, or a new generation."""

    def __init__(
        self,
        generations: Generations,
        source: DocumentSource,
        segmenter: Segmenter,
        progress: Callable[[str, int, int], None],
        stoppable: Room,
        spread: Spread,
    ) -> None:
        self._generations = generations
        self._source = source
        self._segmenter = segmenter
        self._progress = progress
        self._stoppable = stoppable
        self._spread = spread

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
        ids = list(self._source.changed_since(engine.change))
        if not ids and newest == engine.change:
            return _Done(0, 0, "")
        updated, deleted = self._write(engine, ids, newest, fresh=False)
        return _Done(updated, deleted, "")

    def _write(self, engine: WhooshEngine, ids: list[str], newest: int, *, fresh: bool) -> tuple[int, int]:
        """Write documents in one batch; the change number comes with the last of them."""
        writer = engine.writer()
        live: set[str] = set()
        try:
            self._put(writer, ids, live, fresh=fresh)
            gone = [name for name in ids if name not in live] if not fresh else []
            for name in gone:
                writer.delete(name)
        except BaseException:
            writer.abandon()
            raise
        writer.commit(newest)
        return len(live), len(gone)

    def _put(self, writer: WhooshWriter, ids: list[str], live: set[str], *, fresh: bool) -> None:
        """Put the documents that are there, adding their ids to ``live``."""
        names: deque[str] = deque()
        prepare = partial(counting, self._segmenter)
        with self._spread(prepare, _named(self._source.get_many(ids), names), len(ids)) as counted:
            while True:
                with self._stoppable():
                    words = next(counted, None)
                    if words is None:
                        return
                    writer.put_counted(names[0], words, fresh=fresh)
                live.add(names.popleft())
                self._progress("words", len(live), len(ids))


def _named(documents: Iterable[IndexDocument], names: deque[str]) -> Iterator[IndexDocument]:
    """Yield documents and put their ids at the end of ``names``."""
    for document in documents:
        names.append(document.id)
        yield document
