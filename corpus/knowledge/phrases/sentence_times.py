"""The times a sentence speaks of, and the one a figure of it is of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from corpus.knowledge.phrases.clock_times import clock_end, day_as_of
from corpus.knowledge.phrases.founding_dates import is_of_founding
from corpus.knowledge.phrases.times_aside import (
    is_held_against,
    is_in_name,
    is_long_ago,
    is_of_publication,
    now_told,
    occasion_of,
    once_told,
    same_time,
    spoken_of,
)
from corpus.model.span import Span
from corpus.model.statistic import NumberMention, Period
from corpus.text.numbers.earlier_times import EARLIER
from index.lazy_pattern import LazyPattern

_BY_THE_WAY = LazyPattern(
    r"(?:(?:的|以?来|以来的)?(?:历史)?(?:同期)?(?:最(?![好差忙坏旺红火]的时候|高峰|[高低大小](?:气温|温度|降水|雨量|风力|水位|负荷|客流|价))|新高|新低|第一次|首家|首个)|(?:(?<=来)|的|以?来的?)(?:历史)?首次)"
)
_YEARS = LazyPattern(
    rf"(?:(?:过去|近|这)?[一二两三四五六七八九十\d]+年(?:来|间)|(?:过去|近|最近)[一二两三四五六七八九十\d]+年)(?!{_BY_THE_WAY.pattern})"
)
_ACCOUNT = LazyPattern(r"报告期[内末]|本报告期")
_SAME_TIME = LazyPattern(
    rf"(?<![较比与同和从由为是于到至达、\d])(?P<time>{EARLIER}同[期月季]度?)(?:的|则|仅|只有|只|却|还|[\d]+)*(?!相比|持平|[高低多少增减上下提翻])[^，。；]{{0,12}}$"
)
"""Before a figure of the same time of another year, which is no basis of a change: 上年同期为1.6亿元."""
_LISTED = LazyPattern(r"[ ]?(?:[、，,]|和|与|及|以及)[ ]?")
"""Between two times told together: 营收2023年、2024年分别为…"""
_OPENS = LazyPattern(r"[^，。；]{0,4}")
SAME = frozenset({"当月", "当年", "当日", "当天", "当季"})
"""Behind a date these are the same time again: 9月当月."""
_UNTIL = LazyPattern(r"(?<!截)[至止到]$")
_LAST_MONTHS = "11-01"
"""With what the end of a year begins as people speak of it: 年底."""
_SHORTEST = 2
_REACH = 400
"""So far before a figure its time is looked for, in code points."""


def is_dated(mention: NumberMention) -> bool:
    """Tell whether a mention is a date or period, and not a length of time."""
    return mention.kind in {"date", "period"} and mention.value is None and mention.low is None


class SentenceTimes:
    """The dates and periods a sentence speaks of, in order: none only held against, in a name, or of a publication."""

    def __init__(self, text: str, sentence: Span, mentions: Sequence[NumberMention]) -> None:
        """Take the text, the sentence's span and the number mentions within it."""
        self._text = text
        self._sentence = sentence
        self.dates = tuple(
            mention
            for mention in mentions
            if is_dated(mention)
            and not is_held_against(text, sentence, mention)
            and not is_in_name(text, mention)
            and not _BY_THE_WAY.match(text, mention.span.end)
            and not is_of_publication(text, mention, sentence.end)
            and not is_of_founding(text, mention)
        )
        self._ends = [mention.span.end for mention in self.dates]

    def period(self, lead: int, start: int, clause: int) -> Period:
        """Return the period named nearest before a figure, empty without one.

        The figure stands at ``start``, its own words begin at ``lead``, its clause at ``clause``.
        """
        text, begin = self._text, self._sentence.start
        chosen = self._named_before(lead, start)
        occasion = occasion_of(text, begin, lead, chosen)
        if occasion:
            return occasion
        place, day = day_as_of(text, begin, lead)
        if day and (chosen is None or chosen.span.start < place):
            return Period(day)
        same = _SAME_TIME.search(text, clause, lead)
        if same:
            before = Period("", chosen.start_date, chosen.end_date) if chosen else Period()
            return same_time(same["time"], before)
        once = once_told(text, clause, chosen.span.end if chosen else begin, lead)
        if once:
            return Period(once)
        near = max(begin, lead - _REACH)
        now = now_told(text, clause, max(chosen.span.end, lead - _REACH) if chosen else clause, lead)
        if not now and chosen is None:
            account = _ACCOUNT.search(text, near, lead)
            now = (account.start(), account[0]) if account else None
        if now and (chosen is None or chosen.span.end <= now[0]):
            return Period(now[1])
        if chosen is None:
            years = _YEARS.search(text, near, lead)
            return Period(years[0]) if years else Period()
        return self._as_printed(chosen)

    def _named_before(self, lead: int, start: int) -> NumberMention | None:
        """Return the time named nearest before a figure that it may be of; ``None`` without one."""
        index = bisect_left(self._ends, start + 1) - 1
        again = index > 0 and self.dates[index].span.of(self._text) in SAME
        if again and self.dates[index - 1].span.end == self.dates[index].span.start:
            index -= 1
        index = spoken_of(self._text, self.dates, index, lead)
        chosen = self.dates[index] if index >= 0 else None
        return None if chosen is not None and is_long_ago(self._text, chosen.span.end, lead) else chosen

    def _as_printed(self, chosen: NumberMention) -> Period:
        """Return a time as printed, from the first of a list on; what goes on until a year's end is of all of it.

        What there is at the end of a year there is on its last day.
        """
        head = self._first_listed(chosen)
        printed = self._text[head.span.start : clock_end(self._text, chosen.span.end)]
        first = min(chosen.start_date, head.start_date)
        until = _UNTIL.search(self._text, max(0, chosen.span.start - _SHORTEST), chosen.span.start)
        if first and until and printed.endswith(("年底", "年末")):
            first = f"{first[:4]}-01-01"
        elif first[5:] == _LAST_MONTHS and printed.endswith(("末", "底")):
            first = chosen.end_date
        return Period(printed, first, chosen.end_date)

    def _first_listed(self, last: NumberMention) -> NumberMention:
        """Return the first of the times listed right before one, of all of which a figure is: 2023、2024年累计."""
        index = bisect_left(self._ends, last.span.end)
        while (
            index
            and self.dates[index - 1].start_date
            and _LISTED.fullmatch(self._text, self._ends[index - 1], self.dates[index].span.start)
        ):
            index -= 1
        return self.dates[index]

    def before(self, place: int) -> tuple[NumberMention, ...]:
        """Return the dates and periods named before a place, in order."""
        return self.dates[: bisect_left(self._ends, place + 1)]

    def behind_first(self, begin: int, end: int) -> int:
        """Return where the words of a clause begin behind a time it opens with: 今年一季度我国生产总值（GDP）."""
        index = bisect_left(self._ends, end) - 1
        last = self.dates[index] if index >= 0 else None
        opens = last is not None and last.span.start >= begin and end - last.span.end >= _SHORTEST
        return (
            last.span.end
            if last is not None and opens and _OPENS.fullmatch(self._text, begin, last.span.start)
            else begin
        )

    def end_before(self, position: int) -> int:
        """Return where the words before a place end: at a mark, or the date within a clause (营收2023年为…)."""
        ends, index = self._ends, bisect_left(self._ends, position)
        if index >= len(ends) or ends[index] != position:
            return position - 1
        while index and _LISTED.fullmatch(self._text, ends[index - 1], self.dates[index].span.start):
            index -= 1
        return self.dates[index].span.start
