"""Which platforms there are, and the sentences in which one is named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.facts.platforms import PlatformCounts, count_platforms
from corpus.model.collection import Scope
from corpus.model.errors import UnknownIdError
from corpus.model.place import Place
from corpus.model.span import Span
from desktop.wording.ordering import sounds_like


@dataclass(frozen=True, slots=True)
class Mention:
    """A platform named in a sentence; ``mark`` is the name within the sentence's text."""

    place: Place
    sentence: str
    mark: tuple[int, int]


def read_platforms(library: Library, scope: Scope, article: str) -> tuple[PlatformCounts, ...]:
    """Return the platforms of which a scope says something, the most mentioned first.

    With an ``article`` (its id) only those named in it.
    """
    own = {one.name for one in library.store.companies.all()}
    found = (
        one for one in count_platforms(library, scope)
        if one.mentions or one.facts or one.figures or one.platform.name in own
    )  # fmt: skip
    if not article:
        return tuple(found)
    named = {one.platform for one in library.store.facts.mentions_of(article)}
    return tuple(one for one in found if one.platform.name in named)


def in_sentences(library: Library, places: Iterable[Place]) -> tuple[Mention, ...]:
    """Return mentions, each with its sentence; several in a sentence count once."""
    found: dict[tuple[str, int], Mention] = {}
    for place in places:
        try:
            ready = library.texts.get(place.article)
        except UnknownIdError:
            continue
        sentence = _around(ready.sentences, place.span)
        mark = (place.span.start - sentence.start, place.span.end - sentence.start)
        found.setdefault((place.article, sentence.start), Mention(place, sentence.of(ready.clean), mark))
    return tuple(found.values())


def matches(counts: PlatformCounts, typed: str) -> bool:
    """Tell whether a platform goes by what was typed: name, alias, English name, sound or initials."""
    platform = counts.platform
    forms = (platform.name, platform.english, platform.kind, *platform.aliases)
    return not typed.strip() or any(sounds_like(typed.strip(), form) for form in forms if form)


def _around(sentences: Sequence[Span], span: Span) -> Span:
    """Return the sentence a span begins in, the span itself where there is none."""
    at = bisect_right(sentences, span.start, key=_start) - 1
    found = sentences[at] if at >= 0 else span
    return found if found.contains(span) else span


def _start(span: Span) -> int:
    return span.start
