"""Sums a clause shares out with 分别: over the years before them, or over what they are sums of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.facts.masked_sentence import NUMBER, Clause, MaskedSentence
from corpus.knowledge.facts.values import short_date
from corpus.knowledge.phrases.clauses import joined_items
from corpus.knowledge.phrases.sentence_times import is_dated
from corpus.model.statistic import NumberMention
from index.lazy_pattern import LazyPattern

_SHARED: Final = LazyPattern(
    rf"分别[^，。；{NUMBER[1:-1]}]{{0,6}}(?P<all>{NUMBER}(?:[、和与及][^，。；、{NUMBER[1:-1]}]{{0,3}}{NUMBER})+)"
)
_SUMS: Final = ("amount", "number")


@dataclass(frozen=True, slots=True)
class Shared:
    """One of several sums, with what it is a sum of and its date; ``None`` where the clause has one date for all."""

    metric: str
    number: NumberMention
    date: str | None = None


def shared_out(
    masked: MaskedSentence, clause: Clause, cue: re.Pattern[str] | LazyPattern[str]
) -> Sequence[Shared] | None:
    """Return the sums shared out to what a cue finds; none where it is not plain which are, ``None`` without 分别."""
    words = masked.words(clause)
    match = _SHARED.search(words)
    if match is None:
        return None
    numbers = [masked.number(sign) for sign in re.findall(NUMBER, match["all"])]
    if any(one.kind not in _SUMS for one in numbers):
        return ()
    before = words[: match.start()]
    found = list(cue.finditer(before))
    if not found:
        return ()
    items = joined_items(before[_opening(before) :])
    if len(items) == len(numbers):
        return [
            Shared(told[0], number)
            for item, number in zip(items, numbers, strict=True)
            if (told := cue.search(item))
        ]
    end = clause.start + found[-1].start()
    dates = _years(masked, clause.start, end) or _years(masked, 0, end)
    if len(dates) != len(numbers):
        return ()
    metric = found[-1][0]
    return [Shared(metric, number, date) for number, date in zip(numbers, dates, strict=True)]


def _opening(before: str) -> int:
    """Return where behind the last date of some signs what is shared out begins."""
    last = [one.end() for one in re.finditer(NUMBER, before)]
    return last[-1] if last else 0


def _years(masked: MaskedSentence, start: int, end: int) -> list[str]:
    """Return the dates told between two places of the signs, each year of one span of years by itself."""
    dates = [masked.number(sign) for sign in re.findall(NUMBER, masked.signs[start:end])]
    dates = [one for one in dates if is_dated(one) and one.start_date]
    if len(dates) != 1:
        return [short_date(one) for one in dates]
    first, last = dates[0].start_date, dates[0].end_date or dates[0].start_date
    if not (first.endswith("01-01") and last.endswith("12-31")):
        return [short_date(dates[0])]
    return [str(year) for year in range(int(first[:4]), int(last[:4]) + 1)]
