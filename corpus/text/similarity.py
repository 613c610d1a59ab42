"""How much of two texts is the same, measured on runs of five characters.

Blanks, punctuation, width and letter case do not count, so a repaired copy still equals its noisy twin.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from heapq import nsmallest
from itertools import chain
from typing import Final
from zlib import crc32

from corpus.text.characters import letters_alone

_SHINGLE: Final = 5
_KEPT: Final = 128
_LIKELY: Final = 2 * _KEPT << 32
_PIECE: Final = 100_000
"""Runs held at once: those of a whole book take hundreds of bytes each."""


def _shingles(folded: str) -> set[str]:
    """Return the runs of five characters; a shorter text is one run."""
    if len(folded) <= _SHINGLE:
        return {folded} if folded else set()
    return {folded[place : place + _SHINGLE] for place in range(len(folded) - _SHINGLE + 1)}


def similarity(a: str, b: str) -> float:
    """Return the share of five-character runs both texts have in common: 0.0 to 1.0 (Dice)."""
    first, second = _shingles(letters_alone(a)), _shingles(letters_alone(b))
    if not first or not second:
        return 1.0 if a.strip() == b.strip() else 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def contained(part: str, whole: str) -> float:
    """Return the share of a text's five-character runs that stand in another one too: 0.0 to 1.0."""
    first = _shingles(letters_alone(part))
    return len(first & _shingles(letters_alone(whole))) / len(first) if first else 0.0


def numbers_of(text: str) -> frozenset[int]:
    """Return all the numbers of which a fingerprint holds the smallest."""
    return frozenset(_numbers(letters_alone(text)))


def fingerprint(text: str) -> tuple[int, ...]:
    """Return up to 128 ascending 32-bit numbers that stand for ``text``; the same on every machine."""
    folded = letters_alone(text)
    kept: set[int] = set()
    for start in range(0, max(1, len(folded) - _SHINGLE + 1), _PIECE):
        kept.update(_smallest(_numbers(folded[start : start + _PIECE + _SHINGLE - 1])))
    return tuple(_smallest(kept))


def _numbers(folded: str) -> set[int]:
    # Halves of letters are no letters, so none is left in a run: all of them can be encoded.
    return set(map(crc32, map(str.encode, _shingles(folded))))


def _smallest(numbers: set[int]) -> list[int]:
    """Return the smallest numbers in order: they lie evenly from 0 to 2³², so most need not be sorted."""
    least = -(-_LIKELY // max(1, len(numbers)))
    likely = [one for one in numbers if one < least]
    return sorted(likely if len(likely) >= _KEPT else numbers)[:_KEPT]


def resemblance(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """Estimate :func:`similarity` of two texts from their fingerprints (bottom-k MinHash; error about 0.05)."""
    if not a or not b:
        return 0.0
    both, either = set(a) & set(b), nsmallest(min(_KEPT, max(len(a), len(b))), set(a) | set(b))
    shared = sum(1 for number in either if number in both) / len(either)
    return 2 * shared / (1 + shared)


def closest(
    a: tuple[int, ...], others: Mapping[str, tuple[int, ...]], least: float
) -> tuple[str | None, float]:
    """Return the key of the fingerprint most like ``a`` and how like it is; ``None`` where none reaches ``least``.

    Only those that share enough numbers to reach it are compared closely, which in a large library are few.
    """
    numbers, share = frozenset(a), least / (2 - least)
    best, found = least, None
    for key, other in others.items():
        enough = share * max(len(a), len(other)) - 1e-9  # rounding must exclude nobody
        if len(other) < enough or len(numbers.intersection(other)) < enough:
            continue
        likeness = resemblance(a, other)
        if likeness > best or (found is None and likeness == best):
            best, found = likeness, key
    return (found, best) if found is not None else (None, 0.0)


class Fingerprints:
    """Fingerprints by number; which ones are like another is told without comparing it with every one."""

    def __init__(self) -> None:
        """Begin with none."""
        self._prints: dict[int, tuple[int, ...]] = {}
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, number: int, own: tuple[int, ...]) -> None:
        """Take in the fingerprint with this number."""
        self._prints[number] = own
        for one in own:
            self._holders[one].append(number)

    def like(self, own: tuple[int, ...], least: float) -> Iterator[int]:
        """Yield the numbers, ascending, of those whose resemblance to ``own`` is above ``least``."""
        shared = Counter(chain.from_iterable(self._holders.get(one, ()) for one in own))
        share = least / (2 - least)
        for number in sorted(shared):
            other = self._prints[number]
            # Fewer numbers in common cannot make that resemblance; most texts have few or none.
            enough = share * min(_KEPT, max(len(own), len(other)))
            if shared[number] >= enough and resemblance(own, other) > least:
                yield number
