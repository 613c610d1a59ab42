"""Trends: categories of development, their cue words, and the passages that speak of them."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model.span import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that speaks for a trend, with its weight (1.0 is an ordinary cue)."""

    word: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Trend:
    """A category of development, built in or made by a person.

    ``about`` are words of the subject it belongs to: a text that speaks of another one is not sorted under it.
    ``beside`` are those words once the text is known to speak of them: beside one of them a general term is enough.
    ``hints`` are weaker words of that subject: two different ones in a sentence speak of it like one of ``about``.
    ``phrases`` are cues of several words with gaps between them. ``examples`` are sentences given for it by
    a person or a pack; ``unlike`` are a pack's sentences that belong to none of its trends,
    ``elsewhere`` groups of sentences of other subjects.
    """

    key: str
    name: str
    definition: str
    subtitle: str = ""
    english: str = ""
    points: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    pack: str = ""
    about: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    phrases: tuple[Cue, ...] = ()
    examples: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    elsewhere: tuple[tuple[str, ...], ...] = ()

    def __hash__(self) -> int:
        """Return a hash of what names a trend: its hundreds of cues are only looked at where that is the same."""
        return hash((self.key, self.name, self.pack))


@dataclass(frozen=True, slots=True)
class TrendPassage:
    """A sentence that speaks of a trend; ``reason`` names the cues that matched, ``score`` runs from 0 to 1.

    One that a person put there has an ``id`` (and the reason ``own``), one that was found has none.
    """

    trend: str
    span: Span
    score: float
    reason: str
    article: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class RemovedPassage:
    """A passage that a person took out of a trend, as it was found: nothing is found there for this trend again."""

    passage: TrendPassage
    reviewed: bool = False

    @property
    def trend(self) -> str:
        """Return the key of the trend."""
        return self.passage.trend
