"""Words that say nothing of what a number is of, which are taken out before stretches are compared by their words."""

from __future__ import annotations

from functools import cache
from typing import Final

from corpus.knowledge.cues.patterns import pattern_of
from corpus.text.toml_tables import packaged_table
from index.lazy_pattern import LazyPattern

NUMBER: Final = "\x00"
"""Stands in a stretch for each number, and for what was taken out."""
PRINTED_NUMBER: Final = "#"
"""Stands for a number in the table."""


@cache
def empty_words() -> LazyPattern[str]:
    """Return what finds every empty word of a stretch whose numbers are taken out, from ``empty_words.toml``."""
    told = packaged_table("corpus.audit.numbers", "empty_words.toml")
    ways = "|".join(pattern_of(cue, told["parts"]) for cue in told["cue"])
    return LazyPattern(ways.replace(PRINTED_NUMBER, NUMBER))


def without_empty_words(stretch: str) -> str:
    """Return a stretch whose numbers are taken out, with the sign of a number in place of each empty word."""
    return empty_words().sub(NUMBER, stretch)
