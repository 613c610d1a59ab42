"""Which of several names found at one place is the name: the one most rules agree on, without words of the sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_place, stops
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.model.span import Span
from index.segment.quick import is_word, plain_words, word_class

_TELLS: Final = ("v", "d", "p", "c", "t", "r", "f", "b")
"""Classes of words that go on behind a name and end none."""
_DEEDS: Final = frozenset("指找托催追问请约告投给选挑喊派劝替帮骂捧")
"""Verbs of one character, some of which a dictionary has as nouns."""
_SHORTEST: Final = 2


def settled(text: str, found: Sequence[Span]) -> list[Span]:
    """Return names without those that only hold another one and words of the sentence beside it: 指|乐禾生鲜.

    ``found`` has a name as often as rules found it.
    """
    times = Counter(found)
    if len(times) == 1:
        return list(found)
    ending: dict[int, list[Span]] = defaultdict(list)
    begun: dict[int, list[Span]] = defaultdict(list)
    for one in times:
        ending[one.end].append(one)
        begun[one.start].append(one)
    left_out = {
        longer
        for same in (*ending.values(), *begun.values())
        if len(same) > 1
        for longer in same
        for name in same
        if len(name) < len(longer) and _is_name_with_words(text, name, longer, times)
    }
    kept = (one for one in found if one not in left_out) if left_out else found
    named = {one.of(text) for one in times}
    return [_without_lead(text, one, named) for one in kept]


def _without_lead(text: str, found: Span, named: AbstractSet[str]) -> Span:
    """Return a find without the verb before a name that stands elsewhere by itself: 托|岚舟物流."""
    led = _is_led(text[found.start]) and text[found.start + 1 : found.end] in named
    return Span(found.start + 1, found.end) if led else found


def _is_name_with_words(text: str, name: Span, longer: Span, times: Counter[Span]) -> bool:
    """Tell whether a longer find is a name and what the sentence says before or behind it."""
    if any_of("legal").search(longer.of(text)):
        return False
    if name.end == longer.end:
        before = plain_words(text[longer.start : name.start])
        told = times[name] > times[longer] or text.count(name.of(text)) > text.count(longer.of(text))
        return told and all(stops(word) or word in listed("verbs") or _is_led(word) for word in before)
    behind = text[name.end : longer.end]
    form = any(behind in listed(kind) for kind in ("strong", "weak", "inner", "tails", "houses"))
    if form or len(behind) < _SHORTEST or not is_word(behind) or not word_class(behind).startswith(_TELLS):
        return False
    return ends_as_company(name.of(text)) or text.count(name.of(text)) > text.count(longer.of(text))


def _is_led(word: str) -> bool:
    """Tell whether a single character before a name is a verb or a preposition and no part of it: 指, 找."""
    verb = word in _DEEDS or word_class(word).startswith(("v", "p"))
    return len(word) == 1 and verb and not is_place(word)
