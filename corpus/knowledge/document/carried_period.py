"""The time figures take from the sentences before theirs: a period counts for a few sentences of its paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.metrics import is_lasting
from corpus.knowledge.phrases.sentence_times import SAME
from corpus.knowledge.phrases.times_aside import is_of_occasion, is_of_publication, same_time
from corpus.model.statistic import NO_PERIOD, NumberMention, Period, Statistic, StatisticKind
from corpus.text.numbers.earlier_times import EARLIER
from corpus.text.numbers.founding import BEGUN, FOUNDED_IN
from index.lazy_pattern import LazyPattern

_AHEAD: Final = LazyPattern(r"(?:预计|预测|有望|力争|计划|到|至)[^，。；]{0,3}$")
"""Before a time that is only looked ahead to: 预计2028年将突破…"""
_SINCE: Final = LazyPattern(rf"以来|(?:正式)?(?:{BEGUN}|建成|投产)")
"""Behind a time that only tells how old something is."""
_OF_MONTH: Final = LazyPattern(r"当[月季日年]")
"""Behind a time a sentence only names beside the one it speaks of: 1—8月…，8月当月增长7.3%."""
_SAME_TIME: Final = LazyPattern(rf"{EARLIER}同[期月季]")
"""The same time of the year before, which neither a later sentence speaks of nor a date behind it."""
_LISTS: Final = LazyPattern(r"[ ]?[和与及、][ ]?")
_BEHIND_NAME: Final = LazyPattern(r"[一-鿿](?<![于在从自到至截止的年月日及和与是])$")
"""Before a day that only says when one thing happened: 青云市集10月3日单日客流, not 10月3日，…"""
_UNTIL: Final = LazyPattern(r"之?前(?![三两\d])")
"""Behind a day by which something is only due."""
_SENT: Final = LazyPattern(r"[ ]?(?:消息|讯|电)(?=[，,：:）) ]|\n)")
"""Behind the day a piece of news was sent, which is not what it tells of."""
_NEAR: Final = 8
_COMPARED: Final = frozenset("比较与")
"""Before a time that another one is only compared with: 比2018年增长."""
_HISTORY: Final = "1949"
"""Before this year no statistics are told from sentence to sentence."""
_SENTENCES: Final = 3
"""In how many sentences behind its own a period still counts."""


class CarriedPeriod:
    """The period a text spoke of last, sentence by sentence, for the figures of sentences that name none."""

    def __init__(self, titled: Period) -> None:
        """Begin a text whose title names ``titled``, which holds wherever no sentence has named a period."""
        self._titled = titled
        self._period = NO_PERIOD
        self._age = 0

    def start_paragraph(self) -> None:
        """Forget the period: a paragraph does not go on with the time of the one before."""
        self._period = NO_PERIOD

    def given_to(self, found: Iterable[Statistic]) -> list[Statistic]:
        """Return the figures of a sentence, those without a time of their own with the one carried or the title's."""
        return [_with_title(_with_carried(one, self._period), self._titled) for one in found]

    def follow(self, text: str, mentions: Sequence[NumberMention], end: int) -> None:
        """Take up the period that a sentence with these ``mentions``, which ends at ``end``, spoke of last."""
        latest = _last_period(text, mentions, end)
        self._age = 0 if latest else self._age + 1
        if latest or self._age >= _SENTENCES:
            self._period = latest or NO_PERIOD


def _with_carried(one: Statistic, carried: Period) -> Statistic:
    """Give a figure whose own sentence has no time the period of an earlier one; 上年同期 is dated by it."""
    printed = one.period.text
    if _SAME_TIME.fullmatch(printed) and not one.period.start:
        earlier = same_time(printed, carried)
        return replace(one, period=earlier) if earlier.start else one
    if printed or not carried.start or not _goes_on(one, carried):
        return one
    return replace(one, period=Period("", carried.start, carried.end), inferred=True, inherited=("period",))


def _goes_on(one: Statistic, carried: Period) -> bool:
    """Tell whether a figure may be of a time named sentences before: of a year or a part of one, and no lasting thing.

    A day or a month is when something happened, and only how measures moved is told of it further on; a year long
    ago is told of in a history, which goes from one to the next.
    """
    if is_lasting(one.metric) or carried.start < _HISTORY:
        return False
    month = carried.end[:7] == carried.start[:7]
    return not month or one.direction is not None


def _with_title(one: Statistic, titled: Period) -> Statistic:
    """Give the time a title names to a figure that neither its own sentence nor one before dates."""
    dated = one.period.text or one.period.start or not titled.start
    if dated or one.kind is StatisticKind.FORECAST or is_lasting(one.metric):
        return one
    return replace(one, period=titled, inferred=True, inherited=(*one.inherited, "period"))


def _last_period(text: str, mentions: Sequence[NumberMention], end: int) -> Period | None:
    """Return the dated period a sentence that ends at ``end`` speaks of last, and no earlier time it looks back on."""
    latest: Period | None = None
    chosen: NumberMention | None = None
    for mention in reversed(mentions):
        if mention.kind not in {"date", "period"} or not mention.start_date:
            continue
        if latest is not None and mention.start_date <= latest.end:
            continue
        beside = _OF_MONTH.match(text, mention.span.end) and mention is not mentions[0]
        if not beside and not _is_aside(text, mention, end):
            latest, chosen = Period(mention.span.of(text), mention.start_date, mention.end_date), mention
    return None if chosen and _is_listed(text, mentions, chosen) else latest


def _is_aside(text: str, mention: NumberMention, end: int) -> bool:
    """Tell whether a time is only named in passing: compared with, due, published, begun or looked ahead to."""
    start, behind, words = mention.span.start, mention.span.end, mention.span.of(text)
    near = max(0, start - _NEAR)
    return (
        text[start - 1 : start] in _COMPARED
        or words in SAME
        or words.endswith("前")
        or is_of_publication(text, mention, end)
        or is_of_occasion(text, mention)
        or any(cue.match(text, behind) for cue in (_UNTIL, _SENT, _SINCE))
        or any(cue.search(text, near, start) for cue in (FOUNDED_IN, _AHEAD))
        or _SAME_TIME.match(text, start) is not None
        or (mention.kind == "date" and _BEHIND_NAME.search(text, max(0, start - 1), start) is not None)
    )


def _is_listed(text: str, mentions: Sequence[NumberMention], last: NumberMention) -> bool:
    """Tell whether a time is the last of several a sentence lists, which it speaks of all: 2019年和2021年两期数据."""
    before = [one for one in mentions if one.span.end <= last.span.start and one.start_date]
    return bool(before) and _LISTS.fullmatch(text, before[-1].span.end, last.span.start) is not None
