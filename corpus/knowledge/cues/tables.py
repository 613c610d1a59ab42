"""The tables of cues: what finds every cue of a kind, from ``NAME.toml`` of ``corpus.knowledge``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from corpus.knowledge.cues.patterns import in_frame, pattern_of
from corpus.knowledge.cues.words import table
from corpus.text.needed_signs import Guarded, guarded
from corpus.text.numbers.earlier_times import EARLIER, OF_THEN
from index.lazy_pattern import LazyPattern

_SHARED: Final = {"earlier_time": (EARLIER,), "of_then_time": (OF_THEN,)}


def patterns(name: str, kind: str) -> list[str]:
    """Return the expression of each family of cues of a kind, in the order of the table."""
    told = table(name)
    return [pattern_of(cue, parts_of(name)) for cue in told["cue"] if cue["kind"] == kind]


def parts_of(name: str) -> dict[str, Sequence[str]]:
    """Return the lists a table names in braces: its own, and those all tables share."""
    return {**_SHARED, **table(name).get("parts", {})}


@cache
def cue_words(name: str, kind: str) -> frozenset[str]:
    """Return the words that are a cue of a kind by themselves."""
    return frozenset(
        word for one in table(name)["cue"] if one["kind"] == kind for word in one.get("words", ())
    )


def framed(name: str, kind: str, ways: str) -> str:
    """Return the expression of some cues of a kind in what the table says stands around all of its kind."""
    told = table(name)
    frame = told.get("frame", {}).get(kind)
    return in_frame(frame, ways, parts_of(name)) if frame else ways


@cache
def cue(name: str, kind: str) -> LazyPattern[str]:
    """Return what finds every cue of a kind in a few words."""
    return LazyPattern(framed(name, kind, "|".join(patterns(name, kind))))


@cache
def cues(name: str, kind: str) -> Guarded:
    """Return what finds every cue of a kind in a sentence whose signs are known."""
    return guarded(cue(name, kind))
