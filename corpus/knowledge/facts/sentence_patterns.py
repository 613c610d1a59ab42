"""The patterns of sentences that tell a fact of a company, kind by kind, from ``sentences.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from corpus.knowledge.cues.patterns import phrase_pattern
from corpus.knowledge.cues.words import table
from corpus.knowledge.facts.cues import LISTS, cue
from corpus.knowledge.facts.masked_sentence import NAME, NUMBER
from corpus.knowledge.phrases.persons import FAMILY
from corpus.text.needed_signs import Guarded, GuardedGroups, guarded

_TABLE: Final = "facts/sentences"
_PERSON: Final = (
    rf"(?!任[职命期务]|时任|程序|高[层管级校]|方[面案]|常务|于是|经[理营]|管理|安全|平台|金融|房[地产企]|全[面部国]|单位|项目|连续|计划)"
    rf"[{FAMILY}][一-鿿](?:(?![因已将于出担接升辞离卸被获任兼在是为和与的先女也曾等加说表创])[一-鿿])?"
)
"""A person's name in Chinese: a family name and one or two characters."""
_INSIDE: Final = {"{name_sign}": NAME[1:-1], "{number_sign}": NUMBER[1:-1]}
"""What stands for a name or a number inside a class."""


class SentencePatterns:
    """The patterns of one kind of fact; those a sentence cannot match are ruled out at once."""

    def __init__(self, kind: str) -> None:
        """Take the entries of a kind."""
        kinds = _kinds()
        self._place = list(kinds).index(kind)
        self._tells = [entry.get("tells", "") for entry in table(_TABLE)[kind]]
        self._patterns = kinds[kind]

    def matches(self, signs: str, alphabet: frozenset[str]) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield each place where signs, which ``alphabet`` holds, tell such a fact, and what its pattern tells."""
        for number in _together().likely(self._place, alphabet):
            for match in self._patterns[number].pattern.finditer(signs):
                yield self._tells[number], match


@cache
def sentence_patterns(kind: str) -> SentencePatterns:
    """Return the patterns of sentences that tell a kind of fact."""
    return SentencePatterns(kind)


@cache
def _kinds() -> Mapping[str, Sequence[Guarded]]:
    """Return the patterns of each kind of the table: a list of entries, each with its phrase."""
    return {
        kind: tuple(guarded(expression_of(entry["phrase"])) for entry in entries)
        for kind, entries in table(_TABLE).items()
        if isinstance(entries, list)
    }


@cache
def _together() -> GuardedGroups:
    """Return the patterns of all kinds: a sentence is asked about for one kind after the other."""
    return GuardedGroups(_kinds().values())


def expression_of(phrase: str) -> str:
    """Return the expression of a phrase of the table."""
    return phrase_pattern(_with_signs(phrase), _parts())


@cache
def _parts() -> dict[str, Sequence[str]]:
    """Return what a phrase may name: signs, lists of cues, and the parts of the table itself."""
    own = {name: [_with_signs(one) for one in words] for name, words in table(_TABLE)["parts"].items()}
    lists = {f"{sort}_{name}": [cue(sort, name)] for sort, names in table(LISTS).items() for name in names}
    return {
        **lists,
        **own,
        "name": [NAME],
        "number": [NUMBER],
        "person": [_PERSON],
        "family": [f"[{FAMILY}]"],
    }


def _with_signs(phrase: str) -> str:
    for told, signs in _INSIDE.items():
        phrase = phrase.replace(told, signs)
    return phrase
