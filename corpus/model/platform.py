"""Platforms and companies: names, where they are mentioned, and dated facts with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.model.span import Span
from corpus.model.statistic import FactStatus


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform or company and every form its name takes; the first alias is the usual one.

    ``weak_aliases`` are ordinary words that may also be a damaged form of the name: they name the platform only
    in a text that names it in another way too.
    """

    name: str
    aliases: tuple[str, ...] = ()
    english: str = ""
    kind: str = ""
    description: str = ""
    pack: str = ""
    as_of: str = ""
    weak_aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlatformMention:
    """A place where a platform is named; ``text`` is the form that stands there."""

    platform: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class PlatformFact:
    """A dated fact of a platform: ``value`` holds ``text`` and, where it has one, ``number`` and ``unit``.

    ``own`` ones were recorded by a person, not found by the program.
    """

    id: str
    platform: str
    predicate: str
    label: str
    value: Mapping[str, str]
    evidence: Span
    article: str = ""
    date: str = ""
    inferred: bool = False
    status: FactStatus = FactStatus.EXTRACTED
    own: bool = False


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """A word for the segmenter; ``tag`` is a jieba part of speech."""

    word: str
    tag: str = "nz"
    frequency: int | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Correction:
    """A wrong form and the right one.

    The wrong form is never good Chinese by itself, or, with a ``context``, not in a text where one of these words
    stands too.
    """

    wrong: str
    right: str
    context: tuple[str, ...] = ()
