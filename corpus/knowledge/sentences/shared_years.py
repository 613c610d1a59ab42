"""Years shared out among figures of one metric: 2024年、2025年营收分别为…, 2026—2028年净利润分别为…"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import pairwise
from typing import Final

from corpus.knowledge.document.frames import year_period
from corpus.knowledge.phrases.sentence_view import EACH, SentenceView
from corpus.model.statistic import NumberMention, Period
from index.lazy_pattern import LazyPattern

_EACH_OF: Final = LazyPattern(
    r"(?:四个|[各每逐]个?)(?:季度?|月份?)|[一1](?:季度?)?[ ]?[至到~—–-][ ]?[二三四2-4]季度?"
    r"|\d{1,2}月?[ ]?[至到~—–-][ ]?\d{1,2}月"
)
"""Between a time and its figures, or in it: 2024年四个季度, 1—3月各月, 一至四季度."""
_STEP: Final = LazyPattern(r"^[，, ]*(?:四个|[各每逐]个?)(?:季度?|月份?)的?")
_WORD: Final = LazyPattern(r"(?:半?年度?|季度|月份?)$")
_BARE: Final = LazyPattern(r"[\d一二三四上]$")
_JOINED: Final = LazyPattern(r"[ ]?(?:[、，,/]|和|及|以及|与)?[ ]?")


def shared_years(view: SentenceView, place: int, count: int, *, row: bool = False) -> tuple[Period, ...]:
    """Return the time of each of ``count`` figures that begin at ``place``, empty where no times fit their number.

    The times are the last ones listed before the figures, or the years of the last range of years, which those in a
    ``row`` by strokes have behind other figures too: 2026—2028年净利润为7/8/9亿元，每股收益为0.7/0.8/0.9元.
    """
    dates = view.dates_before(place)
    if count < 2 or not dates:
        return ()
    last = dates[-1]
    between = next((one for one in view.figures if last.span.end <= one.lead < place), None)
    if between and not (row or EACH.search(view.text, last.span.end, between.lead)):
        return ()
    if steps := _steps(view, last, place, count):
        return steps
    first, end = _year(last.start_date), _year(last.end_date)
    if first and end and end - first + 1 == count:
        return tuple(year_period(year, last.span.of(view.text)) for year in range(first, end + 1))
    listed = dates[-count:]
    run = len(listed) == count and all(
        _JOINED.fullmatch(view.text, one.span.end, other.span.start) for one, other in pairwise(listed)
    )
    told = _WORD.search(last.span.of(view.text))
    return tuple(_period(view, one, told[0] if told else "") for one in listed) if run else ()


def without_steps(view: SentenceView, place: int, count: int, head: str) -> str:
    """Return the words before figures shared out among quarters or months without these: 各季度营收 → 营收."""
    dates = view.dates_before(place)
    shared = bool(dates) and bool(_steps(view, dates[-1], place, count))
    return _STEP.sub("", head) if shared else head


def _steps(view: SentenceView, last: NumberMention, place: int, count: int) -> tuple[Period, ...]:
    """Return the quarters or months of a time, where it is told to be of each and ``count`` of them are in it."""
    told = _EACH_OF.search(view.text, last.span.start, place)
    if told is None or not last.start_date or not last.end_date:
        return ()
    months = 3 if "季" in told[0] else 1
    year, month = _year(last.start_date), int(last.start_date[5:7])
    whole = _year(last.end_date) - year == 0 and int(last.end_date[5:7]) - month + 1 == months * count
    ends = [(month + step * months, month + (step + 1) * months - 1) for step in range(count)]
    return tuple(
        Period(
            last.span.of(view.text),
            date(year, begin, 1).isoformat(),
            date(year, until, monthrange(year, until)[1]).isoformat(),
        )
        for begin, until in ends
        if whole
    )


def _period(view: SentenceView, mention: NumberMention, word: str) -> Period:
    """Return a listed time with the word for it that the last one alone may have: 一 of 一、二季度 is 一季度."""
    printed = mention.span.of(view.text)
    bare = _BARE.search(printed) is not None
    return Period(printed + word if bare else printed, mention.start_date, mention.end_date)


def _year(day: str) -> int:
    return int(day[:4]) if day else 0
