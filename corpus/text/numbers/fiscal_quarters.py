"""Quarters of a financial year: without its year 第一季度 is that quarter still, and none of the calendar."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from corpus.text.numbers.found_dates import FoundDate
from corpus.text.numbers.points import Days
from index.lazy_pattern import LazyPattern

_YEAR: Final = "财年"
_PART: Final = LazyPattern(r"(?P<part>[一二三四1-4][ ]?季|[上下]半年|Q[1-4])度?$")
_ALONE: Final = LazyPattern(r"第?[一二三四1-4][ ]?季度?|[上下]半年|Q[1-4]")


@dataclass(slots=True)
class FiscalQuarters:
    """The parts of a financial year a text has named so far, with their days where it says them."""

    named: bool = False
    days: dict[str, Days | None] = field(default_factory=dict)

    def read(self, text: str, found: FoundDate) -> FoundDate:
        """Return a date, a quarter without its year dated as the part of a financial year named before."""
        printed = text[found.start : found.end]
        part = _PART.search(printed)
        if part is None:
            return found
        if _YEAR in printed:
            self.named = True
            self.days[part["part"]] = found.days or self.days.get(part["part"])
            return replace(found, days=self.days[part["part"]])
        if self.named and _ALONE.fullmatch(printed):
            return replace(found, days=self.days.get(part["part"]))
        return found
