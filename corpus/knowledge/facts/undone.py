"""Whether what a sentence names was done at all: not what is denied, put off, hoped for, guessed or came to nothing."""

from __future__ import annotations

from functools import cache
from typing import Final

from corpus.knowledge.cues.patterns import phrase_pattern
from corpus.knowledge.cues.words import table
from corpus.knowledge.facts.masked_sentence import MaskedSentence
from corpus.text.needed_signs import Guarded, guarded

_TABLE: Final = "facts/undone"


def is_undone(masked: MaskedSentence, start: int, end: int) -> bool:
    """Tell whether the deed between two places of ``signs`` is told as not done, in the clause it stands in."""
    clause = masked.clause_at(start)
    before, behind = masked.signs[clause.start : start], masked.signs[end : masked.clause_at(end - 1).end]
    return _matches("before", before) or _matches("after", behind)


def is_only_aimed_at(words: str) -> bool:
    """Tell whether the ``words`` before a sum make it one that is denied, hoped for or guessed."""
    return _matches("before", words)


def _matches(side: str, signs: str) -> bool:
    alphabet = frozenset(signs)
    return any(one.search(signs, alphabet) for one in _patterns(side))


@cache
def _patterns(side: str) -> tuple[Guarded, ...]:
    """Return the patterns of one side of a deed."""
    told = table(_TABLE)
    return tuple(guarded(phrase_pattern(entry["phrase"], told["parts"])) for entry in told[side])
