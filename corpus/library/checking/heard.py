"""What sentences of a library say to a figure of a paper, and how each bears on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from corpus.audit.compared.number_standing import NumberStanding, Surroundings
from corpus.knowledge.cues.tables import cue
from corpus.library.checking.sources import Stretch
from corpus.library.checking.subjects import Spoken
from corpus.model.place import Place
from corpus.model.span import Span

_CLEARLY: Final = 0.3
"""So much likelier is what is clearly meant of two places of one text."""


@dataclass(frozen=True, slots=True)
class Testimony:
    """What a sentence of the library says to a number: where, of whom, and how close to what it is about."""

    place: Place
    of: Spoken
    close: float
    likeness: float
    on_record: bool = False
    number: Span | None = None
    """Where the number that is meant stands in the clean text, where it is not reckoned."""
    other_kind: bool = False
    """Whether it is told of another kind of the same thing."""
    beside: bool = False
    """Whether it says so of another number of the same clause: the one that 由17.9万亩增加到18.3万亩 ends in."""

    slip: bool = False
    """Whether its number is the stated one but for a slip of the digits."""

    def is_meant_before(self, other: Testimony) -> bool:
        """Tell whether, of two places of one text, it is clearly the one that is meant."""
        return self.place.article == other.place.article and self.likeness > other.likeness + _CLEARLY

    def speaks_against(self, other: Testimony) -> bool:
        """Tell whether it is another source that speaks of the same: one source's two places contradict nothing.

        What a study counts of itself (问卷) or a company of itself (净利润) is of two where nobody is named, unless
        both are on record of one thing.
        """
        return (
            self.place.article != other.place.article
            and not self.other_kind
            and self.of.is_same(other.of)
            and bool(
                self.of.names
                or (self.on_record and other.on_record)
                or not cue("statements", "self_told").search(self.place.quote)
            )
        )


class Bearing(Enum):
    """What a sentence does to a figure: it agrees, contradicts, is of another subject or time, or is merely alike."""

    AGREEING = auto()
    DIFFERING = auto()
    ELSEWHERE = auto()
    PASSED = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a stretch says to a figure, with whom it names itself (``there``) and with those named before (``led``)."""

    stretch: Stretch
    around: Surroundings
    standing: NumberStanding
    there: Spoken
    led: Spoken
    told: Testimony


@dataclass(slots=True)
class Heard:
    """What a library holds about a figure, by its bearing; ``asked`` are the stretches that were looked at."""

    answers: dict[Bearing, list[Testimony]] = field(default_factory=lambda: {one: [] for one in Bearing})
    asked: dict[tuple[str, int, str], None] = field(default_factory=dict)

    def take(self, answer: Answer, bearing: Bearing | None) -> None:
        """Keep an answer that bears on the figure."""
        if bearing is not None:
            self.answers[bearing].append(answer.told)

    @property
    def agreeing(self) -> list[Testimony]:
        """Return what says the same."""
        return self.answers[Bearing.AGREEING]

    @property
    def differing(self) -> list[Testimony]:
        """Return what says otherwise of the same."""
        return self.answers[Bearing.DIFFERING]

    @property
    def elsewhere(self) -> list[Testimony]:
        """Return what is told of another subject or time."""
        return self.answers[Bearing.ELSEWHERE]

    @property
    def passed(self) -> list[Testimony]:
        """Return what is only alike."""
        return self.answers[Bearing.PASSED]
