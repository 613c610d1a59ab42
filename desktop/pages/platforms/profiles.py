"""Platforms with their mentions in the sentences they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.facts.platforms import PlatformView, platforms
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


def read_platforms(library: Library, scope: Scope) -> tuple[PlatformView, ...]:
    """Return the platforms of which a scope says something, the most mentioned first."""
    return tuple(one for one in platforms(library, scope) if one.mentions or one.facts or one.figures)


def read_mentions(library: Library, view: PlatformView) -> tuple[Mention, ...]:
    """Return the mentions of a platform, each with its sentence; several in a sentence count once."""
    found: dict[tuple[str, int], Mention] = {}
    for place in view.mentions:
        try:
            ready = library.texts.get(place.article)
        except UnknownIdError:
            continue
        sentence = _around(ready.sentences, place.span)
        mark = (place.span.start - sentence.start, place.span.end - sentence.start)
        found.setdefault((place.article, sentence.start), Mention(place, sentence.of(ready.clean), mark))
    return tuple(found.values())


def matches(view: PlatformView, typed: str) -> bool:
    """Tell whether a platform goes by what was typed: name, alias, English name, sound or initials."""
    platform = view.platform
    forms = (platform.name, platform.english, platform.kind, *platform.aliases)
    return not typed.strip() or any(sounds_like(typed.strip(), form) for form in forms if form)


def _around(sentences: Sequence[Span], span: Span) -> Span:
    """Return the sentence a span begins in, the span itself where there is none."""
    at = bisect_right(sentences, span.start, key=_start) - 1
    found = sentences[at] if at >= 0 else span
    return found if found.contains(span) else span


def _start(span: Span) -> int:
    return span.start
