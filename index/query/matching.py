"""What is looked for in a text, and where it stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from index.fold import SAME_LENGTH, fold_text
from index.fold.classes import is_han
from index.query.patterns import from_wildcard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.characters.entry import Entry

Spans = list[tuple[int, int]]


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
    """Return every place of a string, overlapping ones too."""
    found: Spans = []
    at = text.find(string)
    while at >= 0:
        found.append((at, at + len(string)))
        at = text.find(string, at + 1)
    return found


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

    def find(self, entry: Entry) -> Spans:
        """Return where one of the strings stands; of two at one place the longer."""
        found: Spans = []
        text = entry.folded
        for string in self.strings:
            if string not in text:
                continue
            spans = occurrences(text, string)
            if _letter(string[0]) or _letter(string[-1]):
                spans = [s for s in spans if _whole(text, *s)]
            found += spans
        return found if len(self.strings) == 1 else apart(found)


@dataclass(frozen=True, slots=True)
class Matching:
    """A regular expression over the folded text (wildcards, approximate words)."""

    expression: re.Pattern[str]
    strings: tuple[str, ...] = ("",)

    def find(self, entry: Entry) -> Spans:
        """Return where the expression matches something."""
        return [m.span() for m in self.expression.finditer(entry.folded) if m.end() > m.start()]


@dataclass(frozen=True, slots=True)
class InSentences:
    """A regular expression as typed, over each sentence of the text as it stands."""

    expression: re.Pattern[str]
    strings: tuple[str, ...] = ("",)

    def find(self, entry: Entry) -> Spans:
        """Return where the expression matches something inside one sentence."""
        return [
            m.span()
            for start, end in zip(entry.starts, entry.ends, strict=True)
            for m in self.expression.finditer(entry.text, start, end)
            if m.end() > m.start()
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
        """Return the stretches from the one to the other."""
        lefts, rights = self.left.find(entry), self.right.find(entry)
        return apart([
            (min(a, c), max(b, d))
            for a, b in lefts
            for c, d in rights
            if (b <= c and c - b <= self.distance) or (d <= a and a - d <= self.distance)
        ])  # fmt: skip


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


def approximate(text: str) -> Pattern:
    """Return what finds a word with one letter more, less or another; words of two letters only as they are."""
    word = plain(text)
    if len(word) < 3:
        return Literal.of(text)
    escaped = [re.escape(c) for c in word]
    size = len(word)
    options = ["".join(escaped)]
    options += ["".join(escaped[:i]) + r"\w" + "".join(escaped[i:]) for i in range(1, size)]
    if size > 3 or not all(map(is_han, word)):
        options += ["".join(escaped[:i]) + r"\w" + "".join(escaped[i + 1 :]) for i in range(size)]
        options += ["".join(escaped[:i]) + "".join(escaped[i + 1 :]) for i in range(size)]
    else:
        options.append(escaped[0] + r"\w" + escaped[2])
    pieces = (word[: size // 2], word[size // 2 :]) if size > 3 else (word[0],)
    return Matching(re.compile("|".join(options)), pieces)
