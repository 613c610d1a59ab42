"""Figures: what a sentence says in numbers, tied to that sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from corpus.model.span import Span

SURE: Final = 0.75
"""From this confidence on a figure is said to be surely read."""


class StatisticKind(StrEnum):
    """What sort of statement a figure makes."""

    ACTUAL = "actual"
    FORECAST = "forecast"
    ESTIMATE = "estimate"
    SHARE = "share"
    GROWTH = "growth"
    RANK = "rank"
    ANECDOTE = "anecdote"


class FactStatus(StrEnum):
    """What a person has decided about an extracted fact."""

    EXTRACTED = "extracted"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"


class Direction(StrEnum):
    """Which way a figure moved."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Change:
    """A movement stated together with a figure: by ``value`` ``unit`` against ``basis`` (同比, 比上年 …)."""

    direction: Direction
    value: Decimal | None = None
    unit: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure speaks of: as printed, and as inclusive ISO dates where it can be dated."""

    text: str = ""
    start: str = ""
    end: str = ""


NO_PERIOD = Period()
"""A time that is not known."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where in a table a figure stands: its ``row`` and ``column``, both counted from 1 with the head."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Statistic:
    """One figure: ``value`` in the printed unit, ``base_value`` with 万/亿 expanded, percent left as percent.

    A rate of growth is a figure like any other: its ``value`` stands without a sign, ``direction`` says which way it
    went and ``basis`` against what (同比, 比上年 …). ``change`` is a movement told beside a level (4亿元，同比增长12%).
    ``evidence`` is the whole sentence (of a table the row) and ``figure`` the number with its unit; both are spans of
    the text the figure was found in (of the article's original once stored). ``confidence`` runs from 0 to 1.
    ``low``/``high`` bound a range or an open statement (超, 以上: only ``low``). ``source`` is the attributed
    source, as the sentence names it. ``inherited`` names the fields that were taken from the document, not from the
    sentence (period, region, subject, kind). ``own`` ones were recorded by a person, not found by the program.
    """

    id: str
    metric: str
    value: Decimal | None
    unit: str
    evidence: Span
    figure: Span
    subject: str = ""
    region: str = ""
    period: Period = NO_PERIOD
    low: Decimal | None = None
    high: Decimal | None = None
    base_value: Decimal | None = None
    base_unit: str = ""
    qualifier: str = ""
    kind: StatisticKind = StatisticKind.ACTUAL
    direction: Direction | None = None
    basis: str = ""
    change: Change | None = None
    source: str = ""
    confidence: float = 0.5
    status: FactStatus = FactStatus.EXTRACTED
    inferred: bool = False
    reviewed: bool = False
    own: bool = False
    inherited: tuple[str, ...] = ()
    cell: Cell | None = None

    @property
    def movement(self) -> Change | None:
        """Return the movement a figure tells, be it its own or one beside its level."""
        if self.change is not None or self.direction is None:
            return self.change
        return Change(self.direction, self.value, self.unit, self.basis)

    @property
    def rate(self) -> Statistic | None:
        """Return the movement beside a level as a figure of its own, ``None`` where it has no amount."""
        moved = self.change
        if moved is None or moved.value is None:
            return None
        return replace(
            self, value=moved.value, unit=moved.unit, low=None, high=None, base_value=moved.value,
            base_unit=moved.unit, qualifier="", direction=moved.direction, basis=moved.basis, change=None,
            kind=self.kind if self.kind is StatisticKind.FORECAST else StatisticKind.GROWTH,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number, amount, percentage or date in a text: ``kind`` number, amount, percent, ordinal, date, period.

    ``value`` is the number as written (十二 → 12, 3.5万 → 3.5 with unit 万元 …), ``start_date``/``end_date``
    ISO and inclusive for dates and periods.
    """

    span: Span
    kind: str
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    start_date: str = ""
    end_date: str = ""

    def shifted(self, by: int) -> NumberMention:
        """Return the same mention so many code points further on."""
        return NumberMention(
            self.span.shifted(by), self.kind, self.value, self.low, self.high, self.unit, self.start_date,
            self.end_date,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two figures that speak of the same thing and cannot both stand, with the sum that shows it.

    ``key`` is derived from both ids; ``kind`` is one of the Chinese kinds of TERMS (数值不一致 …).
    """

    key: str
    kind: str
    left: str
    right: str
    sum: str = ""
    verdict: str = ""
