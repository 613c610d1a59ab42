"""Compound rates of growth that only name themselves: 收入由3亿元增至5亿元，年均复合增长率18%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.statements import Found
from corpus.model.statistic import Change, Direction, Period
from index.lazy_pattern import LazyPattern

COMPOUND: Final = "年均复合"
"""Over what a rate of growth is told that only names itself."""
_RATE_OF_LAST = LazyPattern(
    r"(?:[近未]?来?[一两二三四五六七八九十\d]{1,2}年[ ]?)?"
    r"(?:(?:年均|年)?复合(?:年均?)?(?:增长率|增速|增长速度)(?:（CAGR）)?|CAGR)[ ]?"
)
_BASE_YEAR = LazyPattern(r"(?P<year>(?:19|20)\d\d)年")
"""The year a level rose from: 由2019年的1,023亿元."""


def growth_told_by_rate(
    view: SentenceView, metric: str, figure: Figure, found: Sequence[Found]
) -> Found | None:
    """Return the growth of what was told last, where only its rate is named: 规模5165亿元，年均复合增长率达20.6%.

    It is over the time from the first to the last level of a row, or from what the level rose from.
    """
    last = found[-1] if found else None
    told = _RATE_OF_LAST.fullmatch(metric) if figure.unit == "%" and last and last.level else None
    if last is None or told is None or last.figure.percent:
        return None
    value = figure.value
    change = Change(Direction.DOWN if value is not None and value < 0 else Direction.UP, basis=COMPOUND)
    return replace(last, figure=figure, change=change, level=False, period=_over(view, figure, found))


def _over(view: SentenceView, figure: Figure, found: Sequence[Found]) -> Period | None:
    """Return the time from the first to the last of the years whose levels a rate is over; ``None`` if unsure."""
    last = found[-1]
    row = list(takewhile(lambda one: one.level and one.metric == last.metric, reversed(found)))
    begin = view.clause(row[-1].figure) if row[-1].period is None else view.sentence.start
    dates = view.dates_before(figure.lead)
    if any(one.span.start >= last.figure.tail for one in dates):
        return None
    years = [
        (view.text[one.span.start : one.span.end], one.start_date, one.end_date)
        for one in dates
        if one.span.start >= begin and one.start_date.endswith("-01-01")
    ]
    base = _BASE_YEAR.search(last.change.basis) if last.change else None
    first = (base[0], f"{base['year']}-01-01", "") if base else years[0] if years else ("", "", "")
    if not years or not first[1] < years[-1][1]:
        return None
    return Period(f"{first[0]}—{years[-1][0]}", first[1], years[-1][2])
