"""The time a stretch of text speaks of: set by a chapter's heading, or by a sentence that opens with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from corpus.knowledge.phrases.times_aside import OCCASION
from corpus.model.context import OF_A_PLACE, Chapter, DocumentContext, DocumentKind, Tense
from corpus.model.span import Span
from corpus.model.statistic import NO_PERIOD, Period
from corpus.text.numbers import find_numbers
from index.lazy_pattern import LazyPattern

_OPENER: Final = (
    r"^(?:【[^】\n]{1,12}】)?(?:[—\-“\"（(一二三四五六七八九十、）)是 　]{0,6}(?:各位代表[！!，,：:])?"
    r"(?:回顾|回首|总结|刚刚过去的|即将过去的|过去的|这|在|就)?[ ]?)"
)
_YEAR: Final = LazyPattern(rf"{_OPENER}(?P<year>(?:19|20)\d\d)[ ]?年(?=[，,、是，我全面工经在]|以来?[，,])")
_NO_PART: Final = r"(?!同[期月季]|双|国庆|春节|底|末|初|[春夏秋冬一二三四上下\d])"
"""Behind 去年: no part of it, and no occasion in it."""
_LAST_YEAR: Final = LazyPattern(
    rf"{_OPENER}(?:过去一年|一年来|一年多来|(?:去年|上年){_NO_PART}|这一年|过去的一年)"
)
_THIS_YEAR: Final = LazyPattern(
    rf"{_OPENER}(?:综合[^，。]{{0,12}}[，,])?(?:建议)?(?:今年{_NO_PART}(?![开前])|新的一年|本年度)"
)
_YEARS_END: Final = 12
"""In this month 这一年 is the year that ends; in those before it, the year before."""
_FIVE_YEARS: Final = LazyPattern(
    rf"{_OPENER}(?:过去五年|五年来|这五年|近五年|过去5年|五年间|(?:[“\"]?十(?P<plan>[一二三四五])五[”\"]?(?:时期|期间|以来)))"
)
_NEXT_FIVE: Final = LazyPattern(
    rf"{_OPENER}(?:今后五年|未来五年|“?十(?P<plan>[一二三四五六])五”?(?:时期|期间|末))"
)
_NAMES_A_TIME: Final = LazyPattern("[年五]")
"""One of these stands in every opening that sets a time."""
_NUMBERS: Final = {char: place for place, char in enumerate("一二三四五六七八九", start=1)}
_TITLE: Final = 60
_OPENING: Final = 240
_HEAD_LINES: Final = 3
"""Kinds of text in which 今年 and 去年 hold on behind the paragraph they open."""
_NEWS: Final = frozenset({DocumentKind.NEWS, DocumentKind.COMMUNIQUE, DocumentKind.UNKNOWN})
_OF_DATA: Final = LazyPattern(r"(?:19|20)\d\d年[^，。：]{0,20}(?:数据|情况|公告|统计|公报|结果|综述|简报)")
"""A title that says its year is what its figures are of."""
_OCCASION: Final = LazyPattern(rf"(?:19|20)\d\d年?{OCCASION}")
"""A title of an occasion in a year, of which its figures are, and not of the year: 2025年国庆假期旅游市场情况."""
_BODIES: Final = LazyPattern(
    r"(?:大学|学院|中学|小学|学校|医院|基金会|协会|博物馆|图书馆|美术馆|林场|农场|牧场|茶场|水库|机场|景区|动物园|植物园|保护区)$"
)
_ACCOUNTS: Final = frozenset({DocumentKind.COMMUNIQUE, DocumentKind.YEARBOOK, DocumentKind.COMPANY_REPORT})
_HALF_YEARLY: Final = LazyPattern(r"(?P<year>20\d\d)年?度?(?:半年报|半年度报告|中报|中期报告)")
"""The name of a report on half a year: 澄光家居2024半年报."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The time and tense in which a sentence stands; an empty period is unknown."""

    period: Period = NO_PERIOD
    tense: Tense = Tense.REPORT

    @property
    def year(self) -> int | None:
        """Return the year of a frame of one year."""
        start, end = self.period.start, self.period.end
        return int(start[:4]) if start[:4] and start[:4] == end[:4] else None


def year_period(year: int, text: str = "") -> Period:
    """Return a whole year."""
    return Period(text, f"{year:04d}-01-01", f"{year:04d}-12-31")


def plan_period(number: int) -> Period:
    """Return the five years of the plan with this number: 14 → 2021 to 2025."""
    first = 1966 + 5 * (number - 3)
    return Period("", f"{first}-01-01", f"{first + 4}-12-31")


def frames(text: str, sentences: Sequence[Span], context: DocumentContext) -> Iterator[Frame]:
    """Yield for every sentence the frame it stands in."""
    ahead = list(context.chapters)
    account = account_frame(text, context)
    current = standing = account
    passing = False
    for sentence in sentences:
        while ahead and ahead[0].start <= sentence.start:
            current = standing = _of_chapter(ahead.pop(0), context, account.period)
        if passing and "\n" in text[max(0, sentence.start - 2) : sentence.start]:
            current, passing = standing, False
        words = sentence.of(text)[:60]
        opened = _opened(words, current, context)
        if opened is not current:
            year = _YEAR.match(words)
            recent = year is not None and (context.now is None or int(year["year"]) >= context.now - 1)
            passing = context.kind not in OF_A_PLACE and not recent
            standing = standing if passing else opened
        current = opened
        yield current


def account_frame(text: str, context: DocumentContext) -> Frame:
    """Return the time a text gives account of: its year, or the part of it that its head names."""
    frame = first_frame(context)
    written = context.written
    told_of_now = written is not None and context.year is None and frame.year == written.year - 1
    if written is not None and told_of_now and _names_part_of_this_year(text, written):
        frame = Frame(year_period(written.year))
    return Frame(tense=frame.tense) if _OCCASION.search(first_line(text)) else _titled(text, frame)


def first_line(text: str) -> str:
    """Return the first line of a text, as far as a title goes; empty for a text of one line."""
    return text[: max(0, text.find("\n"))][:_TITLE]


def _names_part_of_this_year(text: str, written: date) -> bool:
    """Tell whether the head of a text names a part of the year it was written in that is over: 一季度 in April."""
    return any(
        one.kind == "period"
        and one.start_date < one.end_date <= written.isoformat()
        and one.start_date[:4] == str(written.year)
        for line in text[:_OPENING].split("\n")[:_HEAD_LINES]
        for one in find_numbers(line[:_TITLE], reference=written)
    )


def title_time(text: str, context: DocumentContext) -> Period:
    """Return the one time the first line of a piece of news names, which all of it is told of: 上半年外贸增长7.9%.

    That of a report on a trade is one only where it is a part of a year it names: 2025年上半年市场跟踪报告.
    """
    line = first_line(text)
    if _OCCASION.search(line):
        return NO_PERIOD
    if context.kind is DocumentKind.RESEARCH or (context.kind in _NEWS and context.written is None):
        return _part_named(line)
    if context.kind not in _NEWS or context.written is None:
        return NO_PERIOD
    named = [one for one in find_numbers(line, reference=context.written) if one.kind in {"date", "period"}]
    times = [one for one in named if one.kind == "period" and one.start_date and one.end_date]
    if len(times) != 1 or len(named) != 1:
        return NO_PERIOD
    start, end = times[0].start_date, times[0].end_date
    whole = end[5:] == "12-31" and start[5:] == "01-01"
    over = end[:4] <= str(context.written.year) if whole else end <= context.written.isoformat()
    told = _OF_DATA.search(line) if whole else start[:4] == end[:4]
    return Period("", start, end) if over and told else NO_PERIOD


def _part_named(line: str) -> Period:
    """Return the one part of a year that a line names with its year, empty where it names none or several times."""
    named = [one for one in find_numbers(line) if one.kind in {"date", "period"}]
    if len(named) != 1 or not (named[0].start_date and named[0].end_date):
        return NO_PERIOD
    start, end = named[0].start_date, named[0].end_date
    part = start[:4] == end[:4] and (start[5:], end[5:]) != ("01-01", "12-31") and start != end
    return Period("", start, end) if part else NO_PERIOD


def _titled(text: str, frame: Frame) -> Frame:
    """Return the frame of a yearly account narrowed to the one part of its year its head names: 2025年上半年."""
    if frame.year is None:
        return frame
    for line in text[:_OPENING].split("\n")[:_HEAD_LINES]:
        half = _HALF_YEARLY.search(line[:_TITLE])
        if half and half["year"] == str(frame.year):
            return replace(frame, period=Period("", f"{frame.year}-01-01", f"{frame.year}-06-30"))
        named = [
            one
            for one in find_numbers(line[:_TITLE])
            if one.kind in {"date", "period"} and one.start_date[:4] == one.end_date[:4] == str(frame.year)
        ]
        if len(named) == 1 and named[0].kind == "period":
            return replace(frame, period=Period("", named[0].start_date, named[0].end_date))
        if named:
            return frame
    return frame


def first_frame(context: DocumentContext) -> Frame:
    """Return the frame before the first chapter: the year of a yearly account."""
    year = context.reported
    if year is not None and (context.kind in _ACCOUNTS or _looks_back(context) or is_own_account(context)):
        return Frame(year_period(year))
    return Frame()


def is_own_account(context: DocumentContext) -> bool:
    """Tell whether a document is the yearly account of a school, hospital or foundation its title begins with."""
    year = context.reasons.get("year")
    return bool(_BODIES.search(context.about)) and year is not None and year.where == "title"


def _looks_back(context: DocumentContext) -> bool:
    """Tell whether a title names the year before the one a document was written in."""
    reason = context.reasons.get("year")
    written = context.written.year if context.written is not None else context.written_year
    titled = reason is not None and reason.where == "title"
    return titled and written is not None and context.year == written - 1


def _of_chapter(chapter: Chapter, context: DocumentContext, account: Period) -> Frame:
    """Return the frame a heading opens, in a text that gives account of a time, as a half-year report does."""
    period = Period("", chapter.period.start, chapter.period.end)
    several = not period.start and bool(re.search(r"\d{4}年|十.五", chapter.heading))
    if not period.start and not several:
        if chapter.tense is Tense.PLAN and context.kind is DocumentKind.WORK_REPORT and context.now:
            period = year_period(context.now)
        elif context.reported is not None and chapter.tense is not Tense.PLAN:
            known = context.kind in _ACCOUNTS or chapter.tense is Tense.PAST
            whole = year_period(context.reported)
            part = account.start[:4] == account.end[:4] == str(context.reported)
            period = (account if part else whole) if known else Period()
    return Frame(period, chapter.tense)


def _opened(words: str, frame: Frame, context: DocumentContext) -> Frame:
    """Return the frame after the opening words of a sentence."""
    if not _NAMES_A_TIME.search(words):
        return frame
    match = _YEAR.match(words)
    if match:
        year = int(match["year"])
        plans = frame.tense is Tense.PLAN or context.kind is DocumentKind.WORK_REPORT
        ahead = context.now is not None and year >= context.now and plans
        return replace(frame, period=year_period(year)) if not ahead else Frame(year_period(year), Tense.PLAN)
    now = context.now
    if now is not None and _LAST_YEAR.match(words):
        ending = "这一年" in words and context.written is not None and context.written.month == _YEARS_END
        return replace(frame, period=year_period(now if ending else now - 1))
    if now is not None and _THIS_YEAR.match(words):
        return replace(frame, period=year_period(now))
    for pattern in (_FIVE_YEARS, _NEXT_FIVE):
        match = pattern.match(words)
        if not match:
            continue
        if match["plan"]:
            return replace(frame, period=plan_period(10 + _NUMBERS[match["plan"]]))
        if now is not None:
            first = now - 5 if pattern is _FIVE_YEARS else now
            return replace(frame, period=Period("", f"{first}-01-01", f"{first + 4}-12-31"))
    return frame
