"""What a text must hold for a pattern to match anywhere in it, told from the pattern: looked for before it is tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from re import _parser  # type: ignore[attr-defined]  # what a pattern is made of is told nowhere else
from typing import Any, Final

from index.lazy_pattern import LazyPattern
from index.lazy_pattern.first_signs import Signs, first_signs

_COMMON: Final = frozenset(
    "的一是了在有和人大中上为不年来个到业国成发地出行经会要产生这于公作分时市新高全月日：，。、；：“”（） \n"
)
"""What nearly every sentence holds: its absence tells little."""
_COMMON_COUNTS: Final = 8
_MOST: Final = 24
"""Signs of which one is needed; where more would do, hardly a text is without all of them."""
_KEPT: Final = 2


class Guarded:
    """A pattern and the signs it cannot match without: of each set, one at least, told when it is first asked."""

    def __init__(self, pattern: re.Pattern[str] | LazyPattern[str]) -> None:
        self.pattern = pattern

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Of each of these sets a match holds a sign; the rarest sets of all the pattern needs."""
        flags = self.pattern.flags
        parts = _parser.parse(self.pattern.pattern, flags & ~re.DEBUG)
        sets = {one for one in _needed(parts, flags) if _cost(one) <= _MOST}
        return tuple(sorted(sets, key=lambda one: (_cost(one), sorted(one)))[:_KEPT])

    def may_match(self, signs: frozenset[str]) -> bool:
        """Tell whether a text of these signs may hold a match; ``False`` is certain."""
        for needed in self.needed:  # noqa: SIM110 - asked for every pattern of every sentence: any() takes twice as long
            if signs.isdisjoint(needed):
                return False
        return True

    def finditer(self, text: str, signs: frozenset[str]) -> Iterable[re.Match[str]]:
        """Return the matches in a text that is made of these signs."""
        return self.pattern.finditer(text) if self.may_match(signs) else ()

    def search(self, text: str, signs: frozenset[str]) -> re.Match[str] | None:
        """Return the first match in a text that is made of these signs."""
        return self.pattern.search(text) if self.may_match(signs) else None


class GuardedGroup:
    """Patterns asked about together: those a text may hold are told at once, however many there are."""

    def __init__(self, patterns: Iterable[Guarded]) -> None:
        self.patterns = tuple(patterns)

    def finders(self, signs: frozenset[str]) -> list[re.Pattern[str] | LazyPattern[str]]:
        """Return the patterns a text of these signs may hold a match of, in their order; the others hold none."""
        return [self.patterns[number].pattern for number in self.likely(signs)]

    def likely(self, signs: frozenset[str]) -> list[int]:
        """Return the numbers of the patterns a text of these signs may hold a match of; the others hold none."""
        left = (1 << len(self.patterns)) - 1
        for unneeding, by_sign in self._by_sign:
            held = unneeding
            for sign in by_sign.keys() & signs:
                held |= by_sign[sign]
            left &= held
        found = []
        while left:
            lowest = left & -left
            found.append(lowest.bit_length() - 1)
            left ^= lowest
        return found

    @cached_property
    def _by_sign(self) -> tuple[tuple[int, dict[str, int]], ...]:
        """Which patterns (a bit each) need nothing at a place of ``needed``, and which are content with each sign."""
        told = []
        for place in range(_KEPT):
            unneeding, by_sign = 0, dict[str, int]()
            for number, one in enumerate(self.patterns):
                if place >= len(one.needed):
                    unneeding |= 1 << number
                for sign in one.needed[place] if place < len(one.needed) else ():
                    by_sign[sign] = by_sign.get(sign, 0) | 1 << number
            told.append((unneeding, by_sign))
        return tuple(told)


class GuardedGroups:
    """Groups of patterns asked about one after the other of the same signs: of all groups it is told at once."""

    def __init__(self, groups: Iterable[Iterable[Guarded]]) -> None:
        each = tuple(tuple(one) for one in groups)
        self._places = tuple((group, number) for group, one in enumerate(each) for number in range(len(one)))
        self._together = GuardedGroup(pattern for one in each for pattern in one)
        self._told: tuple[frozenset[str], dict[int, list[int]]] | None = None

    def likely(self, group: int, signs: frozenset[str]) -> Sequence[int]:
        """Return the numbers of the patterns of a group a text of these signs may hold a match of."""
        told = self._told
        if told is None or told[0] is not signs:
            found: dict[int, list[int]] = {}
            for one in self._together.likely(signs):
                its, number = self._places[one]
                found.setdefault(its, []).append(number)
            self._told = told = (signs, found)
        return told[1].get(group, ())


@lru_cache(maxsize=64)
def signs_of(text: str) -> frozenset[str]:
    """Return the signs a text is made of; the same sentence is asked about by many in a row."""
    return frozenset(text)


def guarded(pattern: str | re.Pattern[str] | LazyPattern[str]) -> Guarded:
    """Return a pattern with the signs it needs."""
    return Guarded(LazyPattern(pattern) if isinstance(pattern, str) else pattern)


def may_begin(pattern: re.Pattern[str] | LazyPattern[str], character: str) -> bool:
    """Tell whether what a pattern matches, where it is not empty, may begin with a character; ``False`` is certain."""
    signs = _begins_with(pattern.pattern, pattern.flags)
    return signs is None or any(_holds(str(kind), one, character) for kind, one in signs)


@cache
def _begins_with(pattern: str, flags: int) -> Signs | None:
    """Return what matches of a pattern begin with; it is asked about for every character texts hold."""
    return first_signs(_parser.parse(pattern, flags & ~re.DEBUG), flags)[0]


def _holds(kind: str, given: Any, character: str) -> bool:
    """Tell whether one item of a class may hold a character."""
    if kind == "LITERAL":
        return chr(given) == character
    if kind == "RANGE":
        return bool(given[0] <= ord(character) <= given[1])
    return character.isdecimal() if str(given) == "CATEGORY_DIGIT" else True


def _cost(signs: frozenset[str]) -> int:
    """Return how often a text may be expected to hold one of some signs, in no particular measure."""
    return len(signs) + (_COMMON_COUNTS - 1) * len(signs & _COMMON)


def _needed(parts: Iterable[tuple[Any, Any]], flags: int) -> Iterator[frozenset[str]]:
    """Yield the sets of which a match of some parts of a pattern in a row holds one sign each."""
    for operation, given in parts:
        name = str(operation)
        if name == "LITERAL":
            yield from _literal(given, flags)
        elif name == "IN":
            yield from _of_class(given, flags)
        elif name == "BRANCH":
            yield from _of_ways(given[1], flags)
        elif name == "SUBPATTERN":
            yield from _needed(given[3], (flags | given[1]) & ~given[2])
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and given[0] > 0:
            yield from _needed(given[2], flags)
        elif name in {"ATOMIC_GROUP", "ASSERT"}:
            yield from _needed(given[1] if name == "ASSERT" else given, flags)


def _literal(code: int, flags: int) -> Iterator[frozenset[str]]:
    sign = chr(code)
    if not (flags & re.IGNORECASE and sign.lower() != sign.upper()):
        yield frozenset(sign)


def _of_class(items: Sequence[tuple[Any, Any]], flags: int) -> Iterator[frozenset[str]]:
    """Yield what a class of few signs holds."""
    signs: set[str] = set()
    for operation, given in items:
        if str(operation) == "LITERAL":
            signs.add(chr(given))
        elif str(operation) == "RANGE" and given[1] - given[0] <= _MOST:
            signs.update(map(chr, range(given[0], given[1] + 1)))
        else:
            return
    if not (flags & re.IGNORECASE and any(one.lower() != one.upper() for one in signs)):
        yield frozenset(signs)


def _of_ways(ways: Iterable[Iterable[tuple[Any, Any]]], flags: int) -> Iterator[frozenset[str]]:
    """Yield what one of several ways needs, whichever is taken: the rarest set of each together."""
    together: set[str] = set()
    for way in ways:
        needed = min(_needed(way, flags), key=_cost, default=None)
        if needed is None:
            return
        together |= needed
    yield frozenset(together)
