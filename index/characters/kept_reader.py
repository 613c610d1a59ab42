"""A reader that stays open between the searches of one thread, while that asks for many of them."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from index.characters.unreadable import CharactersUnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from index.characters.index import CharacterReader


class KeptReader(threading.local):
    """What a thread has open of the index between two searches: one reader at most, and no state of it.

    So a writer can fold its journal in meanwhile, each search sees what was written before it, and one of a replaced
    generation is closed before the next search begins.
    """

    def __init__(self) -> None:
        self._blocks = 0
        self._reader: CharacterReader | None = None

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep what this thread opens in the block until the block is left."""
        self._blocks += 1
        try:
            yield
        finally:
            self._blocks -= 1
            if not self._blocks and self._reader is not None:
                self._reader.close()
                self._reader = None

    def take(self, folder: Path | None) -> CharacterReader | None:
        """Return the one that is open, at the newest state of ``folder``; ``None`` where it is of another or broken."""
        reader, self._reader = self._reader, None
        if reader is None:
            return None
        if reader.folder == folder:
            try:
                reader.begin()
            except CharactersUnreadableError:
                return None
            return reader
        reader.close()
        return None

    def give_back(self, reader: CharacterReader) -> None:
        """Keep a reader for the next search of this thread, or close it where there is none to come."""
        if not self._blocks or self._reader is not None or not reader.rest():
            reader.close()
        else:
            self._reader = reader
