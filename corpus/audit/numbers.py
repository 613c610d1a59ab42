"""The numbers of a text that state something, each with what it is about, of when, and how it moved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from corpus.audit.movements import STANDING, Movement, movement_of, point_of
from corpus.audit.topics import mentions_in, spoken_in, topics_in
from corpus.model.span import Span
from corpus.model.statistic import NumberMention
from corpus.text.units import expand

CLAUSE_ENDS: Final = re.compile(r"[，,。；;！？!?\n]")
YEAR: Final = re.compile(r"(?:19|20)\d\d(?=\s?年)")
_OVER: Final = re.compile(r"(?:超过|超|逾|突破|高于|多于|大于|不低于|不少于|至少|过)\s*$")
_OVER_BEHIND: Final = re.compile(r"^\s*(?:以上|多|余|几)")
_UNDER: Final = re.compile(r"(?:不足|不到|低于|少于|未及|不超过|至多|最多|近|接近)\s*$")
_UNDER_BEHIND: Final = re.compile(r"^\s*(?:以下|以内)")
_ABOUT: Final = re.compile(r"(?:约|大约|将近|接近|近|左右|上下)")
_HALF: Final = re.compile(r"半数|一半|过半")
_PART: Final = re.compile(r"[一二两三四五六七八九十\d]{1,3}分之[一二两三四五六七八九十\d]{1,3}")
_ROUGH: Final = Decimal("0.03")
"""How far, of itself, a part told in words (三分之一) may lie from what was counted."""
_SAME_YEAR: Final = re.compile(r"同年|当年|该年|这一年|那一年")
_YEAR_BEFORE: Final = re.compile(r"(?<![比较])(?:上年|去年)(?:同期|全年)?(?:[的为是]|仅)")
RANK: Final = "位次"
"""The unit of a place in a list: 居全省第二位."""
_RANKED: Final = re.compile(
    r"(?:居|[位排]?列|排名?|排在|排到|升至|降至|跃居|稳居)(?:[\u4e00-\u9fff\d]{0,8})?\Z"
)
_RANKED_BEHIND: Final = re.compile(r"[位名]?(?:[，,。；;）)、\s]|\Z)")
_MEASURED: Final = frozenset({"秒", "分钟", "小时", "天"})
"""Units of times that are measured like any amount; years and months mostly say when."""
_MEASURE: Final = re.compile(r"人均|户均|年均|月均|日均|平均|累计|高于|低于|占|中位")
"""How something is measured: what is so much a head, a year or above another is not what is so much in all."""
_EACH: Final = re.compile(
    r"(?:[人户]均|平均|每[人户家个])每?(?P<one>[年月日周天季])(?!末|底|初)|(?P<other>[年月日周])均|每(?P<third>[年月日周天季])"
)
"""A year or a month that an amount is told for."""
_COLLECTIVE: Final = frozenset("打双箱包袋捆桶车船")
"""Counters of several at once: 312万双 are not 312万打."""
_COUNTERS: Final = {"名": "人", "位": "人", "口": "人"}
_COUNTED_BY: Final = frozenset("家户件单辆台座条人所处间名位口")
_BASES: Final = {
    "千克": ("吨", "0.001"), "公斤": ("吨", "0.001"), "斤": ("吨", "0.0005"), "公顷": ("亩", "15"),
    "平方公里": ("亩", "1500"), "平方千米": ("亩", "1500"), "公里": ("米", "1000"), "千米": ("米", "1000"),
    "兆瓦": ("千瓦", "1000"), "MW": ("千瓦", "1000"), "GW": ("千瓦", "1000000"), "kW": ("千瓦", "1"),
    "兆瓦时": ("千瓦时", "1000"), "毫米": ("米", "0.001"), "厘米": ("米", "0.01"), "克": ("吨", "0.000001"),
    "分钟": ("秒", "60"), "小时": ("秒", "3600"), "‰": ("%", "0.1"),
}  # fmt: skip
"""Units that are told in another: 96 公顷 are 1440 亩."""
_OWN_YEAR: Final = re.compile(r"((?:19|20)\d\d)\s?年[底末初]?(?:的|为|是|仅|只有|达)?约?\s?\Z")
"""The year right before a number: in 由2015年的48家减少到2023年的17家 each has its own."""
_FROM_TO: Final = re.compile(r"((?:19|20)\d\d)\s?年?\s?[至到—–\-~～]\s?((?:19|20)\d\d)\s?年")
_BEGINS: Final = re.compile(r"[由从]\s?约?\Z")
_ENDS: Final = re.compile(r"(?:[增升涨减降]|增加|提高|扩大|上升|下降|减少|缩小|回落)[至到]\s?约?\Z")
"""In 2020年至2023年由3200万元增至1.15亿元 the first is of 2020, the second of 2023."""
_PART_OF_YEAR: Final = re.compile(
    r"(?P<quarter>[一二三四1-4])季度|(?P<to>前三季度|[上下]半年)"
    r"|(?<![\d个])(?P<first>1[0-2]|[1-9])(?:月?[至到\-—–~～](?P<last>1[0-2]|[1-9]))?月(?!末|底|\d)"
)
_PARTS: Final = {"前三季度": (1, 9), "上半年": (1, 6), "下半年": (7, 12)}
_PHASE: Final = re.compile(r"[一二三四五六七八九十]")
_PHASES: Final = frozenset("期楼号级")
"""What a numeral before it names and does not count: 一期, 二楼."""
_MEANWHILE: Final = re.compile(r"同期|其间|期间")
_EACH_ITS_OWN: Final = re.compile(r"(?:同比|环比|比上年|较上年|比去年|较年初|各自)?分别")
"""What begins a clause whose numbers belong, one by one, to those told before: 分别增长3.9%和6.1%."""
_YEAR_ALONE: Final = re.compile(r"(?:19|20)\d\d")
_BELONGS: Final = re.compile(r"的|为(?!主)|是|来自|属于")
"""What joins the words behind a number to it: 58.3%为女性, 12亿元的订单."""
_SEVERAL: Final = 2
_SENTENCE: Final = 80
_EARLIER: Final = 300
"""Characters before a number that say of whom it is."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its place: worth, unit, the worth of its last digit, what stands around it, topics and years.

    ``topics`` are those of its clause, ``near`` those of the words told with it alone; ``beside`` and ``earlier`` are
    what is spoken of with it and around, loosely. ``measure`` are the words that say how it is measured: 户均, 累计.
    ``shown`` is the worth without its unit, ``season`` the months.
    """

    span: Span
    value: Decimal
    unit: str
    step: Decimal
    before: str
    after: str
    topics: frozenset[str]
    years: frozenset[str]
    measure: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    season: tuple[int, int] | None = None
    shown: Decimal = Decimal(0)
    movement: Movement = STANDING
    point: str = ""
    """Which end of a stretch of time it is told of: ``first`` (年初), ``last`` (年末), or open."""

    @property
    def over(self) -> bool:
        """Tell whether it is a lower bound."""
        return bool(_OVER.search(self.before) or _OVER_BEHIND.search(self.after))

    @property
    def under(self) -> bool:
        """Tell whether it is an upper bound."""
        return bool(_UNDER.search(self.before) or _UNDER_BEHIND.search(self.after))

    @property
    def about(self) -> bool:
        """Tell whether it is said to be rounded."""
        return bool(_ABOUT.search(self.before) or _ABOUT.search(self.after))

    @property
    def counter(self) -> str:
        """Return what counts it, where that is no unit: 家, 户."""
        return self.after[:1] if not self.unit and self.after[:1] in _COUNTED_BY else ""

    @property
    def digits(self) -> tuple[int, ...]:
        """Return its digits as printed, without zeros at the end."""
        return (self.shown or self.value).normalize().as_tuple().digits

    def agrees(self, known: Number) -> bool:
        """Tell whether it says what the known one says, as far as the digits of both go."""
        value, truth = self.value, known.value
        if self.over and not known.over:
            return value <= truth <= value * Decimal("1.5")
        if self.under and not known.under:
            return value * Decimal("0.7") <= truth <= value
        if self.about or known.about:
            rounded = Decimal(1).scaleb(value.normalize().adjusted() - len(self.digits) + 1)
            return abs(value - truth) <= max(self.step, known.step, rounded)
        return abs(value - truth) <= max(self.step, known.step) / 2


def numbers_in(text: str, start: int = 0) -> tuple[Number, ...]:
    """Return the amounts, shares, counts and measured times of a text from ``start`` on.

    Dates, years and ordinals are none.
    """
    mentions = mentions_in(text)
    found = [number for one in mentions if (number := _number(text, one, mentions)) is not None]
    for half in _HALF.finditer(text):
        span = Span(half.start(), half.end())
        before = text[max(0, half.start() - 6) : half.start()] + ("过" if half[0] == "过半" else "")
        topics, years = _surroundings(text, span, mentions)
        found.append(
            Number(span, Decimal(50), "%", Decimal(1), before, text[span.end : span.end + 4], topics, years)
        )
    found.sort(key=lambda one: one.span.start)
    return tuple(
        _placed(text, found, at, mentions) for at in range(len(found)) if found[at].span.start >= start
    )


def each_of(words: str) -> frozenset[str]:
    """Return the stretches of time an amount is told for: 月 of 人均月支出."""
    return frozenset(
        "日" if match[match.lastgroup or 0] == "天" else match[match.lastgroup or 0]
        for match in _EACH.finditer(words)
    )


def dated_by(number: Number, sentence: str, before: str) -> Number:
    """Return a number of ``sentence`` with the year that 同年 or 当年 takes from the text before."""
    if number.years or not _SAME_YEAR.search(sentence):
        return number
    return replace(number, years=frozenset(YEAR.findall(before)[-1:]))


def clause_of(text: str, span: Span) -> Span:
    """Return the clause a span stands in, from mark to mark, without blanks at its ends."""
    start, end = _clause_around(text, span)
    body = text[start:end]
    return Span(start + len(body) - len(body.lstrip()), end - len(body) + len(body.rstrip()))


def _clause_around(text: str, span: Span) -> tuple[int, int]:
    ends = [match.start() for match in CLAUSE_ENDS.finditer(text)]
    start = max((end + 1 for end in ends if end < span.start), default=0)
    return start, min((one for one in ends if one >= span.end), default=len(text))


def _number(text: str, mention: NumberMention, mentions: Sequence[NumberMention]) -> Number | None:
    printed = mention.span.of(text)
    open_ended = mention.value is None and mention.high is None
    worth = mention.low if open_ended else mention.value
    a_year = (
        _YEAR_ALONE.fullmatch(printed) and text[mention.span.end : mention.span.end + 1] not in _COUNTED_BY
    )
    ranked = mention.kind == "ordinal" and _is_rank(text, mention.span)
    named = _PHASE.fullmatch(printed) and text[mention.span.end : mention.span.end + 1] in _PHASES
    if (
        mention.kind == "date"
        or (mention.kind == "ordinal" and not ranked)
        or worth is None
        or a_year
        or named
    ):
        return None
    if mention.kind == "period" and not (
        printed[0].isdigit() and (mention.unit in _MEASURED or "." in printed)
    ):
        return None
    value, unit = expand(worth, mention.unit)
    shown = value
    scale = value / worth if worth else Decimal(1)
    digits = re.search(r"\d[\d,，]*(?:\.(\d+))?", printed)
    places = len(digits[1]) if digits and digits[1] else 0
    step = Decimal(1).scaleb(-places) * scale
    before = text[max(0, mention.span.start - 6) : mention.span.start]
    after = text[mention.span.end - open_ended : mention.span.end + 4]  # 余 of 3万余 says what 以上 says
    topics, years = _surroundings(text, mention.span, mentions)
    years = _own_years(text, mention.span) or years
    measure = frozenset(_MEASURE.findall(clause_of(text, mention.span).of(text)))
    unit = unit or (after[:1] if after[:1] in _COLLECTIVE else "")
    if unit == "成":
        value, step, unit = value * 10, step * 10, "%"
    elif _PART.fullmatch(printed):
        value, unit = value * 100, "%"
        step = 2 * value * _ROUGH
    if unit in _BASES:
        unit, times = _BASES[unit][0], Decimal(_BASES[unit][1])
        value, step = value * times, step * times
    return Number(
        mention.span,
        value,
        RANK if ranked else _COUNTERS.get(unit, unit),
        step,
        before,
        after,
        topics,
        years,
        measure,
        shown=shown,
    )


def _is_rank(text: str, span: Span) -> bool:
    """Tell whether an ordinal says which place something takes: 居全省第二位, not 第二产业 nor 第29次."""
    before = text[max(0, span.start - 12) : span.start]
    return bool(_RANKED.search(before) and _RANKED_BEHIND.match(text, span.end))


def _own_years(text: str, span: Span) -> frozenset[str]:
    """Return the year told right before a number, or the one before the year spoken of (上年同期为…)."""
    own = _OWN_YEAR.search(text, max(0, span.start - 16), span.start)
    if own:
        return frozenset([own[1]])
    before = text[max(0, span.start - _SENTENCE) : span.start].rsplit("。", 1)[-1]
    stretches = _FROM_TO.findall(before)
    begins, ends = _BEGINS.search(before), _ENDS.search(before)
    if stretches and (begins or ends):
        return frozenset([stretches[-1][0 if begins else 1]])
    start, _ = _clause_around(text, span)
    spoken = YEAR.findall(before)
    if len(spoken) > 1 and (begins or ends) and _MEANWHILE.search(text, start, span.start):
        return frozenset([spoken[0 if begins else -1]])
    if _YEAR_BEFORE.search(text, start, span.start):
        spoken = YEAR.findall(text[:start])
        return frozenset([str(int(spoken[-1]) - 1)] if spoken else [])
    return frozenset()


def _placed(text: str, found: Sequence[Number], at: int, mentions: Sequence[NumberMention]) -> Number:
    """Return a number with what is told with it alone, what was told before, and how it moved."""
    one = found[at]
    start, end = _clause_around(text, one.span)
    earlier = found[bisect_left(found, one.span.start - _EARLIER, hi=at, key=_begin) : at]
    # What stands with 的 behind it says of what: 过亿元的企业有217家.
    parting = [other for other in earlier if not text.startswith("的", other.span.end)]
    head = max([start, *(_behind(other) for other in parting)])
    tail = min([end, *(other.span.start for other in found[at + 1 : at + 2])])
    stretches = [_told_for(text, found, at) or (head, one.span.start)]
    if not topics_in(text, mentions, *stretches[0]) or _BELONGS.match(text, one.span.end):
        stretches.append((one.span.end, tail))
    begin = max(0, head - _EARLIER)
    ends = [other.span.end for other in earlier if other.span.end >= begin]
    said = any(topics_in(text, mentions, *stretch) for stretch in stretches)
    for later, mark in pairwise(sorted({begin, head, *ends, *_heads(text, head)}, reverse=True)):
        if said:
            break
        stretches.append((mark, later))
        head = mark
        said = bool(topics_in(text, mentions, mark, later))
    near = frozenset[str]().union(*(topics_in(text, mentions, *stretch) for stretch in stretches))
    beside = frozenset[str]().union(*(spoken_in(text, mentions, *stretch) for stretch in stretches))
    around = spoken_in(text, mentions, max(0, head - _EARLIER), head)
    around |= spoken_in(text, mentions, one.span.end, tail)
    begins = max([start, *(other.span.end for other in earlier)])
    movement = movement_of(text[begins : one.span.start], one.unit, text[one.span.end : end])
    told = text[max(0, head - _SENTENCE) : one.span.start].rsplit("。", 1)[-1]
    return replace(
        one,
        season=_season(told),
        near=near,
        beside=beside,
        around=around - beside,
        movement=movement,
        point=point_of(told, movement),
    )


def _told_for(text: str, found: Sequence[Number], at: int) -> tuple[int, int] | None:
    """Return the stretch that says of what a number is in a clause that begins with 分别, where those before match."""
    start, end = _clause_around(text, found[at].span)
    own = _EACH_ITS_OWN.match(text, start)
    if own is None:
        return None
    first = bisect_left(found, own.end(), key=_begin)
    last = bisect_left(found, end, key=_begin)
    item = at - (last - first)
    many = last - first
    if many < _SEVERAL or first < many or "。" in text[found[first - many].span.end : start]:
        return None
    head, _ = _clause_around(text, found[item].span)
    if item and found[item - 1].span.start >= head:
        head = _behind(found[item - 1])
    return head, found[item].span.start


def _behind(number: Number) -> int:
    """Return where the words begin behind a number and what counts it: 增至 of 126家增至."""
    return number.span.end + len(number.counter)


def _begin(number: Number) -> int:
    return number.span.start


def _season(text: str) -> tuple[int, int] | None:
    """Return the first and last month of the part of a year a text names last: 上半年, 1至6月, 三季度."""
    named = list(_PART_OF_YEAR.finditer(text))
    if not named:
        return None
    last = named[-1]
    if last["to"]:
        return _PARTS[last["to"]]
    if last["quarter"]:
        ends = 3 * (1 + "一二三四1234".index(last["quarter"]) % 4)
        return ends - 2, ends
    return int(last["first"]), int(last["last"] or last["first"])


def _heads(text: str, before: int) -> list[int]:
    return [match.end() for match in CLAUSE_ENDS.finditer(text, max(0, before - _EARLIER), before)]


def _surroundings(
    text: str, span: Span, mentions: Sequence[NumberMention]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return topics and years of the clause a number stands in; what it lacks is taken from the clauses before."""
    ends = CLAUSE_ENDS.finditer(text, max(0, span.start - _EARLIER), span.end)
    begins = [0, *(match.start() + 1 for match in ends if match.start() < span.start)]
    start, next_end = begins.pop(), CLAUSE_ENDS.search(text, span.end)
    end = next_end.start() if next_end else len(text)
    topics, years = topics_in(text, mentions, start, end), frozenset(YEAR.findall(text[start:end]))
    while start > 0 and begins and not (topics and years):
        earlier = begins.pop()
        topics = topics or topics_in(text, mentions, earlier, start)
        years = years or frozenset(YEAR.findall(text[earlier:start]))
        start = earlier
    return topics, years
