"""Precision and recall with their 95 % intervals."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from math import sqrt

from corpus.text.units import CURRENCIES, expand

_SAME_UNITS = {"％": "%", "pct": "个百分点", "百分点": "个百分点", "名": "人", "位": "人", "": ""}
_DROPPED = str.maketrans("", "", "“”\"'‘’ 的（）()《》")


@dataclass(slots=True)
class Counts:
    """Hits, what was found too much and what was missed; ``notes`` tell each fault."""

    hits: int = 0
    extra: int = 0
    missed: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, other: Counts) -> None:
        """Take the counts of another part of the set."""
        self.hits += other.hits
        self.extra += other.extra
        self.missed += other.missed
        self.notes += other.notes

    @property
    def precision(self) -> float:
        """Return which share of what was found is right."""
        return self.hits / max(1, self.hits + self.extra)

    @property
    def recall(self) -> float:
        """Return which share of what there is was found."""
        return self.hits / max(1, self.hits + self.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return 2 * self.hits / max(1, 2 * self.hits + self.extra + self.missed)

    def line(self) -> str:
        """Return the figures as one line, with Wilson's 95 % intervals."""
        found, there = self.hits + self.extra, self.hits + self.missed
        return (
            f"P {self.precision:.3f} {interval(self.hits, found)}  R {self.recall:.3f} {interval(self.hits, there)}"
            f"  F1 {self.f1:.3f}  n {there}"
        )


def bounds(hits: int, of: int) -> tuple[float, float] | None:
    """Return the ends of Wilson's 95 % interval of a share, ``None`` where there is nothing."""
    if not of:
        return None
    share, square = hits / of, 1.96**2
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = 1.96 * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return max(0.0, middle - half), min(1.0, middle + half)


def interval(hits: int, of: int) -> str:
    """Return Wilson's 95 % interval of a share as it is printed."""
    ends = bounds(hits, of)
    return "[–]" if ends is None else f"[{ends[0]:.2f}–{ends[1]:.2f}]"


def overlap(left: str, right: str) -> float:
    """Return how much of the shorter of two phrases stands in the other, by characters (0 to 1)."""
    one, other = set(left.translate(_DROPPED)), set(right.translate(_DROPPED))
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def decimal(text: object) -> Decimal | None:
    """Return a printed number, ``None`` for none."""
    try:
        return Decimal(str(text).replace(",", "").replace("，", ""))
    except InvalidOperation:
        return None


def size(value: Decimal, unit: str | None) -> tuple[Decimal, str]:
    """Return a value and its unit in one form: scale words multiplied out, 人 for 名 and 位."""
    base, rest = expand(value, (unit or "").replace(" ", ""))
    rest = CURRENCIES.get(rest, rest)
    return base, _SAME_UNITS.get(rest, rest)
