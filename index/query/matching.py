"""What is looked for in a text, and where it stands in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from index.fold import SAME_LENGTH, fold_text
from index.query.patterns import PIECE, Linear, escaped, from_wildcard, literal_in
from index.query.patterns import compiled as compiled_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.characters.entry import Entry

Spans = list[tuple[int, int]]
# A longer word nearly so is a quote nearly so: that is what the search for near sentences is for.
LONGEST_APPROXIMATE = 20
ANY_LETTER = r"[\p{L}\p{N}_]"


class Pattern(Protocol):
    """Something that can be found in a document."""

    @property
    def strings(self) -> tuple[str, ...]:
        """At least one of these stands in every document it is found in; an empty one stands in all."""
        ...

    def find(self, entry: Entry) -> Spans:
        """Return where it stands, in order."""
        ...


def plain(text: str) -> str:
    """Return a query's string as the folded texts spell it."""
    return fold_text(text, SAME_LENGTH).text


def _letter(char: str) -> bool:
    return char.isascii() and char.isalnum()


def occurrences(text: str, string: str) -> Spans:
    """Return every place of a string, overlapping ones too; of one that repeats itself only what is new is compared."""
    found: Spans = []
    period = _period(string)
    again = string[-period:] if period * 3 <= len(string) else ""
    at = text.find(string)
    while at >= 0:
        end = at + len(string)
        found.append((at, end))
        # A string of three turns or more can only overlap itself whole turns on, but near its end.
        at = at + period if again and text.startswith(again, end) else text.find(string, at + 1)
    return found


def _in_turn(text: str, string: str) -> Spans:
    """Return the places of a string, each behind the end of the one before."""
    found: Spans = []
    at = text.find(string)
    while at >= 0:
        end = at + len(string)
        found.append((at, end))
        at = text.find(string, end)
    return found


@lru_cache(maxsize=64)
def _period(string: str) -> int:
    """Return after how many characters a string goes on as it began; its length where it never does."""
    borders = [0] * len(string)
    for at in range(1, len(string)):
        border = borders[at - 1]
        while border and string[at] != string[border]:
            border = borders[border - 1]
        borders[at] = border + (string[at] == string[border])
    return len(string) - borders[-1] if string else 1


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether a place of Latin letters or digits is not part of a longer word or number."""
    if start and _letter(text[start]) and _letter(text[start - 1]):
        return False
    if end >= len(text) or not _letter(text[end - 1]):
        return True
    if _letter(text[end]):
        return False
    return not (text[end] in ".," and text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit())


@dataclass(frozen=True, slots=True)
class Literal:
    """A string or others that mean the same; Latin words and numbers only as wholes."""

    strings: tuple[str, ...]

    @classmethod
    def of(cls, text: str, also: Sequence[str] = ()) -> Literal:
        """Fold a string and its equivalents."""
        return cls(tuple(dict.fromkeys(p for t in (text, *also) if (p := plain(t).strip()))))

    @property
    def alone(self) -> str:
        """Return the string that is found wherever it stands; empty where more is looked at than that."""
        only = self.strings[0] if len(self.strings) == 1 else ""
        return "" if not only or _letter(only[0]) or _letter(only[-1]) else only

    def find(self, entry: Entry) -> Spans:
        """Return where one of the strings stands; of places that overlap the first, of two at one place the longer."""
        found: Spans = []
        text = entry.folded
        for string in self.strings:
            if _letter(string[0]) or _letter(string[-1]):
                found += apart([s for s in occurrences(text, string) if _whole(text, *s)])
            else:
                found += _in_turn(text, string)
        return found if len(self.strings) == 1 else apart(found)


@dataclass(frozen=True, slots=True)
class Matching:
    """A pattern over the folded text (wildcards, approximate words)."""

    expression: Linear
    strings: tuple[str, ...] = ("",)

    def find(self, entry: Entry) -> Spans:
        """Return where the pattern matches something."""
        return self.expression.spans(entry.folded)


@dataclass(frozen=True, slots=True)
class InSentences:
    """A regular expression as typed, over each sentence of the text as it stands."""

    expression: Linear
    strings: tuple[str, ...] = ("",)

    def find(self, entry: Entry) -> Spans:
        """Return where the expression matches something inside one sentence."""
        text = entry.text
        if not self.expression.may_stand_in(text):
            return []
        return [
            (at + first, at + last)
            for start, end in zip(entry.starts, entry.ends, strict=True)
            for at in range(start, end, PIECE)
            for first, last in self.expression.spans(text[at : min(at + PIECE, end)])
        ]


@dataclass(frozen=True, slots=True)
class Together:
    """Two patterns at most ``distance`` characters apart, in either order."""

    left: Pattern
    right: Pattern
    distance: int

    @property
    def strings(self) -> tuple[str, ...]:
        """Both must stand, so either side's strings will do."""
        return self.left.strings

    def find(self, entry: Entry) -> Spans:
        """Return the stretches from the one to the nearest other, ahead of it and behind."""
        return _once(self, entry, {})

    def between(self, lefts: Spans, others: Spans) -> Spans:
        """Return the stretches from places of the one to places of the other."""
        rights = sorted(others)
        starts, ends = [start for start, _ in rights], sorted(end for _, end in rights)
        by_end = {end: start for start, end in reversed(rights)}
        found: Spans = []
        for start, end in lefts:
            after = bisect_left(starts, end)
            if after < len(starts) and starts[after] - end <= self.distance:
                found.append((start, rights[after][1]))
            before = bisect_right(ends, start) - 1
            if before >= 0 and start - ends[before] <= self.distance:
                found.append((by_end[ends[before]], end))
        return apart(found)


def _once(pattern: Pattern, entry: Entry, known: dict[Pattern, Spans]) -> Spans:
    """Find a pattern, of a chain each part once, however often it stands in it."""
    if pattern not in known:
        if isinstance(pattern, Together):
            lefts = _once(pattern.left, entry, known)
            known[pattern] = pattern.between(lefts, _once(pattern.right, entry, known)) if lefts else []
        else:
            known[pattern] = pattern.find(entry)
    return known[pattern]


def apart(spans: Spans) -> Spans:
    """Return the spans in order, of overlapping ones the first, and of those that begin together the longest."""
    kept: Spans = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def wildcard(text: str) -> Matching:
    """Return the pattern of a word with ``?`` and ``*``."""
    folded = plain(text)
    longest = max(re.split(r"[*?]+", folded), key=len)
    return Matching(from_wildcard(folded), (longest,))


def regular(pattern: str) -> InSentences:
    """Return the pattern of a regular expression as it was typed; it was looked at when it was parsed."""
    return InSentences(compiled_pattern(pattern), (literal_in(pattern),))


def approximate(text: str, *, sure: bool = False) -> Pattern:
    """Return what finds a word with one letter more, less or another; words of two letters only as they are.

    ``sure``: of three letters the first and the last must be right, for a name that nobody called approximate.
    """
    word = plain(text)
    if len(word) < 3 or len(word) > LONGEST_APPROXIMATE:
        return Literal.of(text)
    return Matching(_approximate(word, sure), (word[: len(word) // 2], word[len(word) // 2 :]))


@lru_cache(maxsize=256)
def _approximate(word: str, sure: bool) -> Linear:
    letters = [escaped(c) for c in word]
    size = len(word)
    options = ["".join(letters)]
    options += ["".join(letters[:i]) + ANY_LETTER + "".join(letters[i:]) for i in range(1, size)]
    others = (1,) if sure and size == 3 else range(size)
    options += ["".join(letters[:i]) + ANY_LETTER + "".join(letters[i + 1 :]) for i in others]
    if size > 3:
        options += ["".join(letters[:i]) + "".join(letters[i + 1 :]) for i in range(size)]
    return Linear("|".join(options))
