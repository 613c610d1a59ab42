"""A word a person added, and a word as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the person's own: how often it is to count (``None``: often enough to be kept whole)."""

    word: str
    frequency: int | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text; ``start`` and ``end`` are code points."""

    word: str
    start: int
    end: int
