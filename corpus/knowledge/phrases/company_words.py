"""The word lists that names are found by."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from corpus.knowledge.cues.word_pattern import expression_of
from corpus.knowledge.cues.words import table, word_set
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word

_TABLE: Final = "names/names"


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the lists as a set."""
    return word_set(_TABLE, name)


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"..(?:{any_of('legal', 'strong', 'weak').pattern})$")


@lru_cache(maxsize=4096)
def ends_as_company(words: str) -> bool:
    """Tell whether a phrase ends as names of companies do: 栗山重工."""
    return bool(_endings().search(words))


@cache
def any_of(*names: str) -> LazyPattern[str]:
    """Return one pattern for all words of some lists, the longest first where one begins another."""
    return LazyPattern(expression_of(word for name in names for word in table(_TABLE)[name]))


@lru_cache(maxsize=1)
def forms_in(text: str) -> tuple[re.Match[str], ...]:
    """Return every word in a text that names of companies end in; kept for the text looked through last.

    One that begins within another with which it makes a word is among them: 电子 of 蔚光电子.
    """
    forms = any_of("legal", "strong", "weak")
    found: list[re.Match[str]] = []
    for match in forms.finditer(text):
        found.append(match)
        if not any(is_word(text[match.start() : match.end() + more]) for more in (1, 2)):
            continue
        inside = (forms.match(text, place) for place in range(match.start() + 1, match.end()))
        found += [one for one in inside if one and is_word(text[match.start() : one.end()])][:1]
    return tuple(found)
