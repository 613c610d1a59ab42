"""Suggestions, and the words that are read as someone typed them: pinyin, initials, the same sound."""

from __future__ import annotations

import threading
from functools import lru_cache
from heapq import nsmallest
from typing import TYPE_CHECKING

from index.fold.classes import is_han
from index.query.matching import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from index.segment import Segmenter
    from index.words.engine import SearchEngine

# Of many words that are read alike, those worth adding to a search.
MOST_READINGS = 6
RAREST_SHARE = 0.05
# No word of a text is read with more letters.
LONGEST_READING = 60


@lru_cache(maxsize=20_000)
def _readings_of(char: str) -> tuple[str, ...]:
    """Return how a character is read, without tones; nothing for what is no Chinese character."""
    if not is_han(char):
        return ()
    from pypinyin import Style, pinyin

    readings = pinyin(char, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(r.replace("ü", "v") for r in readings[0])) if readings else ()


def reads_as(word: str, letters: str, *, begins: bool = False) -> bool:
    """Tell whether a word is read as some letters, in full; ``begins``: the letters may end inside the word."""
    if not letters:
        return begins or not word
    if not word:
        return False
    for reading in _readings_of(word[0]):
        if letters.startswith(reading) and reads_as(word[1:], letters[len(reading) :], begins=begins):
            return True
        if begins and reading.startswith(letters):
            return True
    return False


def has_initials(word: str, letters: str, *, begins: bool = False) -> bool:
    """Tell whether some letters are the first letters of a word's characters."""
    if len(letters) > len(word) or (len(letters) < len(word) and not begins):
        return False
    return all(
        any(r.startswith(letter) for r in _readings_of(char))
        for char, letter in zip(word, letters, strict=False)
    )


class Readings:
    """The words of the library by the letters they begin with; safe to share by threads."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._own = {plain(w.word): 0 for w in segmenter.own_words}
        self._lock = threading.Lock()
        self._held: tuple[int, int] = (0, -1)
        self._words: dict[str, int] = {}
        self._by_letter: tuple[int, dict[str, list[str]]] = (0, {})
        self._by_sign: tuple[int, dict[str, list[str]]] = (0, {})

    def vocabulary(self, engine: SearchEngine) -> dict[str, int]:
        """Return the words of the texts with the number of documents that hold each."""
        key = (id(engine), engine.change)
        with self._lock:
            if self._held != key:
                self._words = dict(engine.vocabulary())
                self._held = key
            return self._words

    def beginning(self, letter: str, vocabulary: Mapping[str, int]) -> list[str]:
        """Return the words of two characters and more whose first one is read with this letter."""
        with self._lock:
            if self._by_letter[0] != id(vocabulary):
                table: dict[str, list[str]] = {}
                for word in {**self._own, **vocabulary}:
                    if len(word) > 1 and all(map(is_han, word)):
                        for first in {r[0] for r in _readings_of(word[0]) if r}:
                            table.setdefault(first, []).append(word)
                self._by_letter = (id(vocabulary), table)
            return self._by_letter[1].get(letter, [])

    def starting(self, sign: str, vocabulary: Mapping[str, int]) -> list[str]:
        """Return the words of two characters and more, the person's own among them, that start with this sign."""
        with self._lock:
            if self._by_sign[0] != id(vocabulary):
                table: dict[str, list[str]] = {}
                for word in {**self._own, **vocabulary}:
                    if len(word) > 1:
                        table.setdefault(word[0], []).append(word)
                self._by_sign = (id(vocabulary), table)
            return self._by_sign[1].get(sign, [])

    def of(self, word: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
        """Return the words that are read as Latin letters someone typed, unless those are a word themselves."""
        letters = plain(word)
        plausible = letters.isascii() and letters.isalpha() and 1 < len(letters) <= LONGEST_READING
        if not plausible or letters in vocabulary:
            return ()
        words = self.beginning(letters[0], vocabulary)
        found = [w for w in words if reads_as(w, letters)]
        if not found:
            found = [w for w in words if (w in self._own or len(letters) > 2) and has_initials(w, letters)]
        found.sort(key=lambda w: (w not in self._own, -vocabulary.get(w, 0), w))
        most = max((vocabulary.get(w, 0) for w in found), default=0)
        return tuple(
            w for w in found if w in self._own or vocabulary.get(w, 0) >= RAREST_SHARE * most
        )[:MOST_READINGS]  # fmt: skip

    def alike(self, word: str, vocabulary: Mapping[str, int]) -> tuple[str, ...]:
        """Return the words of the texts that sound like a word and have as many characters."""
        first = _readings_of(word[0])
        if not first or not all(map(is_han, word)):
            return ()
        found = [
            w
            for w in self.beginning(first[0][0], vocabulary)
            if len(w) == len(word) and w != word and w in vocabulary
            and all(set(_readings_of(a)) & set(_readings_of(b)) for a, b in zip(w, word, strict=True))
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda w: (-vocabulary[w], w))[:MOST_READINGS])

    def own(self) -> tuple[str, ...]:
        """Return the person's own words."""
        return tuple(self._own)


def suggest(prefix: str, limit: int, vocabulary: Mapping[str, int], readings: Readings) -> tuple[str, ...]:
    """Return words that begin so, in characters, pinyin or initials; own words first, then the most frequent."""
    letters = plain(prefix).strip()
    if not letters or limit <= 0:
        return ()
    found = {w for w in readings.starting(letters[0], vocabulary) if w.startswith(letters) and w != letters}
    if letters.isascii() and letters.isalpha() and len(letters) <= LONGEST_READING:
        words = readings.beginning(letters[0], vocabulary)
        found |= {
            w for w in words if reads_as(w, letters, begins=True) or has_initials(w, letters, begins=True)
        }
    mine = set(readings.own())
    return tuple(nsmallest(limit, found, key=lambda w: (w not in mine, -vocabulary.get(w, 0), len(w), w)))
