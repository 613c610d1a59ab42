"""A pattern that counts what its own engine would try for each answer it gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from tests.counting.patterns import PatternCounter


class CountedPattern:
    """Stands in for a compiled pattern: its answers are the real one's, and what they cost is counted."""

    def __init__(self, pattern: re.Pattern[str], counters: list[PatternCounter]) -> None:
        self._real = pattern
        self._counter = PatternCounter(pattern)
        counters.append(self._counter)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def __hash__(self) -> int:
        return hash(self._real)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CountedPattern) and self._real == other._real

    def search(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        end = len(text) if endpos is None else min(endpos, len(text))
        pos = min(max(pos, 0), len(text))
        found = self._real.search(text, pos, end)
        if pos <= end:
            self._counter.tries(text, pos, end, found.start() if found else None)
        return found

    def match(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        end = len(text) if endpos is None else min(endpos, len(text))
        pos = min(max(pos, 0), len(text))
        found = self._real.match(text, pos, end)
        if pos <= end:
            self._counter.tries(text, pos, end, pos if found else None, only_here=True)
        return found

    def fullmatch(self, text: str, pos: int = 0, endpos: int | None = None) -> re.Match[str] | None:
        end = len(text) if endpos is None else min(endpos, len(text))
        found = self._real.fullmatch(text, pos, end)
        if pos <= end:
            self._counter.tries_whole(text, pos, end, found=found is not None)
        return found

    def finditer(self, text: str, pos: int = 0, endpos: int | None = None) -> Iterator[re.Match[str]]:
        end = len(text) if endpos is None else min(endpos, len(text))
        pos = min(max(pos, 0), len(text))
        for match in self._real.finditer(text, pos, end):
            self._counter.tries(text, pos, end, match.start())
            yield match
            # After an empty match the engine goes on behind it, or with a longer one at the same place.
            pos = match.end() + (match.start() == match.end())
        if pos <= end:
            self._counter.tries(text, pos, end, None)

    def findall(self, text: str, pos: int = 0, endpos: int | None = None) -> list[Any]:
        end = len(text) if endpos is None else endpos
        self._through(text, pos, end)
        return self._real.findall(text, pos, end)

    def sub(self, repl: Any, text: str, count: int = 0) -> str:
        self._through(text)
        return self._real.sub(repl, text, count)

    def subn(self, repl: Any, text: str, count: int = 0) -> tuple[str, int]:
        self._through(text)
        return self._real.subn(repl, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        self._through(text)
        return self._real.split(text, maxsplit)

    def _through(self, text: str, pos: int = 0, endpos: int | None = None) -> None:
        for _match in self.finditer(text, pos, endpos):
            pass
