"""The folder of the indexes: where each of them lies, and opening the ranked ones."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from index.characters.generations import Generations
from index.words.engine import EngineUnreadableError

if TYPE_CHECKING:
    from pathlib import Path

    from index.segment import Segmenter
    from index.words.whoosh_engine import WhooshEngine


class OpenEngine:
    """The engine of the current one of some generations, kept open between searches."""

    def __init__(self, generations: Generations, segmenter: Segmenter) -> None:
        self._generations = generations
        self._segmenter = segmenter
        self._lock = threading.Lock()
        self._engine: WhooshEngine | None = None
        self._opened: Path | None = None

    def get(self) -> WhooshEngine | None:
        """Return the engine, ``None`` where it cannot be read."""
        with self._lock:
            current = self._generations.current()
            if current != self._opened:
                self._close()
                self._opened = current
                if current is not None:
                    self._engine = open_engine(current, self._segmenter)
            return self._engine

    def lost(self) -> None:
        """Let an engine go that turned out to be damaged; it counts as absent until a new generation comes."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def close(self) -> None:
        """Let files go."""
        with self._lock:
            self._close()
            self._opened = None


class IndexFolder:
    """The generations of the indexes: characters, the words of the texts, and those of what stands beside them."""

    def __init__(self, folder: Path, segmenter: Segmenter) -> None:
        self.characters = Generations(folder, "characters")
        self.words = Generations(folder, "words")
        self.fields = Generations(folder, "fields")
        self.of_texts = OpenEngine(self.words, segmenter)
        self.of_fields = OpenEngine(self.fields, segmenter)

    def sweep(self) -> None:
        """Remove the generations nobody points to."""
        for generations in (self.characters, self.words, self.fields):
            generations.sweep()

    def close(self) -> None:
        """Let files go."""
        self.of_texts.close()
        self.of_fields.close()


def open_engine(folder: Path, segmenter: Segmenter) -> WhooshEngine | None:
    """Open the engine of a generation, ``None`` where it cannot be read."""
    from index.words.whoosh_engine import WhooshEngine

    try:
        return WhooshEngine(folder, segmenter)
    except EngineUnreadableError:
        return None
