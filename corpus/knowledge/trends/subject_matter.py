"""What a text speaks of: whether the categories of a subject are for it, and which clauses speak of that subject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.word_pattern import any_of
from corpus.model.span import Span
from corpus.model.trend import Trend
from index.lazy_pattern import LazyPattern

ENOUGH: Final = 0.06
"""A text speaks of a subject where so large a share of its sentences holds one of the subject's words."""
LEAST: Final = 2
"""So many sentences do at least, or half of a text of fewer than four: one word in passing is no subject."""
_PARTS = LazyPattern(r"[^，,；;。！!？?：:\n]+[，,；;。！!？?：:\n]?")


def for_text(text: str, sentences: Sequence[Span], trends: Sequence[Trend]) -> tuple[Trend, ...]:
    """Return the trends; those about a subject the text speaks of are about nothing further: they judge all of it."""
    spoken: dict[tuple[str, ...], bool] = {(): True}
    for one in trends:
        if one.about not in spoken:
            spoken[one.about] = _speaks_of(text, sentences, one.about)
    return tuple(
        replace(one, about=(), beside=one.about) if one.about and spoken[one.about] else one for one in trends
    )


@lru_cache(maxsize=64)
def near_subject(sentence: str, about: tuple[str, ...], hints: tuple[str, ...] = ()) -> str:
    """Return the clauses of a sentence that hold a word of a subject, each with the next one; empty where none does.

    A sentence that only hints at the subject is returned whole.
    """
    parts, pattern = _PARTS.findall(sentence), subject_pattern(about)
    kept = {number + step for number, part in enumerate(parts) if pattern.search(part) for step in (0, 1)}
    if not kept and hints_at(sentence, hints):
        return sentence
    return "".join(part for number, part in enumerate(parts) if number in kept)


def hints_at(sentence: str, hints: tuple[str, ...]) -> bool:
    """Tell whether a sentence holds two different words that hint at a subject."""
    return bool(hints) and len({found[0] for found in subject_pattern(hints).finditer(sentence)}) > 1


@lru_cache(maxsize=16)
def subject_pattern(about: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a word of a subject."""
    return any_of(about)


def _speaks_of(text: str, sentences: Sequence[Span], about: tuple[str, ...]) -> bool:
    pattern = subject_pattern(about)
    holding = sum(1 for one in sentences if pattern.search(text, one.start, one.end))
    return holding >= max(ENOUGH * len(sentences), min(LEAST, len(sentences) / 2), 1)
