"""Which articles a new one may be an excerpt of, and which may be excerpts of it, before their texts decide.

For a few new articles the index and the table of fingerprints are asked about each; for many, every text is gone
through once. Both name the same articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from corpus.library.core.library import Library
from corpus.text.similarity import numbers_of

SHORTEST: Final = 60
"""Shorter articles, in code points, say too little to be told from a quotation."""
LONGER: Final = 1.25
"""How many times as long the whole is at least."""
_LEAST: Final = 14
_PROBE: Final = range(_LEAST, 200)
_PROBES: Final = 3
MANY_ARTICLES: Final = 60
_SHARE: Final = 4
"""With at least ``MANY_ARTICLES`` new articles, one in so many of all, all texts are gone through."""


class Likely(Protocol):
    """Names the likely ones for a new article."""

    def wholes(self, article: str) -> Collection[str]:
        """Return the articles in which a few sentences of this one stand."""
        ...

    def parts(self, article: str) -> Collection[str]:
        """Return the articles whose fingerprint the text of this one may hold."""
        ...


def likely_excerpts(library: Library, new: Collection[str]) -> Likely:
    """Return what names the likely ones for each of ``new``; the index holds them."""
    if len(new) < MANY_ARTICLES or len(new) * _SHARE < len(library.documents.ids()):
        return _OneByOne(library)
    return _gone_through(library, frozenset(new))


@dataclass(frozen=True, slots=True)
class _OneByOne:
    """Asks about one article at a time."""

    library: Library

    def wholes(self, article: str) -> Collection[str]:
        """Ask the index of characters."""
        ready = self.library.texts.get(article)
        spans = ((span.start, span.end) for span in ready.sentences)
        return self.library.finder.documents_with(_probes(ready.clean, spans), article)

    def parts(self, article: str) -> Collection[str]:
        """Ask the table of fingerprints."""
        text = self.library.texts.get(article).clean
        if len(text) < SHORTEST * LONGER:
            return ()
        return self.library.store.prints.within(numbers_of(text))


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found for each new article."""

    of_wholes: Mapping[str, Collection[str]]
    of_parts: Mapping[str, Collection[str]]

    def wholes(self, article: str) -> Collection[str]:
        """Return what was found."""
        return self.of_wholes.get(article, ())

    def parts(self, article: str) -> Collection[str]:
        """Return what was found."""
        return self.of_parts.get(article, ())


def _gone_through(library: Library, new: frozenset[str]) -> _Known:
    """Go through all texts, twice: for the sentences to look for, and for where they stand."""
    probes: dict[str, tuple[str, ...]] = {}
    for one in library.finder.documents():
        if one.id in new:
            probes[one.id] = _probes(one.text, zip(one.starts, one.ends, strict=True))
    owners = _by_rarest(probes)
    fingerprints = library.store.prints.every()
    wholes: defaultdict[str, set[str]] = defaultdict(set)
    parts: dict[str, tuple[str, ...]] = {}
    for one in library.finder.documents():
        text = one.text
        for begin in owners.keys() & {text[at : at + _LEAST] for at in range(len(text) - _LEAST + 1)}:
            for owner in owners[begin]:
                if owner != one.id and all(probe in text for probe in probes[owner]):
                    wholes[owner].add(one.id)
        if one.id in new and len(text) >= SHORTEST * LONGER:
            parts[one.id] = fingerprints.within(numbers_of(text))
    return _Known(wholes, parts)


def _by_rarest(probes: Mapping[str, tuple[str, ...]]) -> Mapping[str, list[str]]:
    """Return the articles by the beginning of that sentence of theirs which the fewest others share."""
    held = Counter(probe[:_LEAST] for own in probes.values() for probe in own)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for article, own in probes.items():
        if own:
            found[min((probe[:_LEAST] for probe in own), key=held.__getitem__)].append(article)
    return found


def _probes(text: str, spans: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Return a few sentences of a text below its title, spread over it; none where it is too short."""
    if len(text) < SHORTEST:
        return ()
    usable = list(_usable(text, spans))
    step = max(1, len(usable) // _PROBES)
    return tuple(usable[step // 2 :: step][:_PROBES])


def _usable(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    title = text.find("\n")
    for start, end in spans:
        words = text[start:end].strip()
        if start > title and len(words) in _PROBE and "\n" not in words:
            yield words
