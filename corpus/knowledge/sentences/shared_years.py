"""Years shared out among figures of one metric: 2024年、2025年营收分别为…, 2026—2028年净利润分别为…"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from corpus.knowledge.document.frames import year_period
from corpus.knowledge.phrases.sentence_view import EACH, SentenceView
from corpus.model.statistic import NumberMention, Period
from index.lazy_pattern import LazyPattern

_JOINED: Final = LazyPattern(r"[ ]?(?:[、，,/]|和|及|以及|与)?[ ]?")


def shared_years(view: SentenceView, place: int, count: int) -> tuple[Period, ...]:
    """Return the time of each of ``count`` figures that begin at ``place``, empty where no times fit their number.

    The times are the last ones listed before the figures, or the years of the last range of years.
    """
    dates = view.dates_before(place)
    if count < 2 or not dates:
        return ()
    last = dates[-1]
    between = next((one for one in view.figures if last.span.end <= one.lead < place), None)
    if between and not EACH.search(view.text, last.span.end, between.lead):
        return ()
    first, end = _year(last.start_date), _year(last.end_date)
    if first and end and end - first + 1 == count:
        return tuple(year_period(year, last.span.of(view.text)) for year in range(first, end + 1))
    listed = dates[-count:]
    run = len(listed) == count and all(
        _JOINED.fullmatch(view.text, one.span.end, other.span.start) for one, other in pairwise(listed)
    )
    return tuple(_period(view, one) for one in listed) if run else ()


def _period(view: SentenceView, mention: NumberMention) -> Period:
    return Period(mention.span.of(view.text), mention.start_date, mention.end_date)


def _year(day: str) -> int:
    return int(day[:4]) if day else 0
