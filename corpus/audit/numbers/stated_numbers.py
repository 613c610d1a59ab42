"""The numbers of a text that state something, each with what it is about, of when, and how it moved."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from corpus.audit.numbers.anaphora import antecedents_of
from corpus.audit.numbers.clauses import CLAUSE_ENDS, clause_around, clause_end, clause_of
from corpus.audit.numbers.dating import (
    SENTENCE,
    in_modern_writing,
    own_years,
    season_of,
    years_in,
    years_left_by,
)
from corpus.audit.numbers.movements import movement_of, point_of
from corpus.audit.numbers.number import RANK, TIMES, Number, begin
from corpus.audit.numbers.respective_lists import respective_item
from corpus.audit.numbers.topics import NAMING, mentions_in, spoken_in, topics_in
from corpus.knowledge.phrases.measure_words import COLLECTIVE, PEOPLE, UNITLESS
from corpus.model.span import Span
from corpus.model.statistic import NumberMention
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_HALF: Final = LazyPattern(r"半数|一半|过半")
_DOUBLED: Final = LazyPattern(r"翻[了上]?(?P<times>[一两二三]?)番")
_GROWN_BY: Final = {
    "": Decimal(100),
    "一": Decimal(100),
    "两": Decimal(300),
    "二": Decimal(300),
    "三": Decimal(700),
}
_PART: Final = LazyPattern(r"[一二两三四五六七八九十\d]{1,3}分之[一二两三四五六七八九十\d]{1,3}")
_PER_UNIT: Final = LazyPattern(r"(?<=.)[/每]")
_TENTHS: Final = LazyPattern(r"[一二两三四五六七八九]成")
_TENTH: Final = Decimal(10)
_ROUGH: Final = Decimal("0.03")
"""How far, of itself, a part told in words (三分之一) may lie from what was counted."""
_RANKED: Final = LazyPattern(
    r"(?:居|[位排]?列|排名?|排在|排到|升至|降至|跃居|稳居)(?:[\u4e00-\u9fff\d]{0,8})?\Z"
    r"|(?:全[国球省市区县]|世界|亚洲|国内|行业)\Z"
)
_RANKED_BEHIND: Final = LazyPattern(r"[位名]?(?:[，,。；;）)、\s]|\Z)")
_MEASURED: Final = frozenset({"秒", "分钟", "小时", "天"})
"""Units of times that are measured like any amount; years and months mostly say when."""
_COUNTED_OUT: Final = 3
"""Chinese numerals of a time that somebody counted: 一百零四天."""
_MEASURE: Final = LazyPattern(r"人均|户均|年均|月均|日均|平均|累计|高于|低于|占|中位|相差|差距|差额")
"""How something is measured: what is so much a head, a year or above another is not what is so much in all."""
_PER_HEAD: Final = frozenset({"人均", "户均", "年均", "月均", "日均", "平均"})
_AVERAGE: Final = "平均"
_ON_AVERAGE: Final = LazyPattern(r"平均每个?(?P<one>[人户年月日天])(?![一-鿿]{0,2}均)")
_EACH_OF: Final = {"天": "日"}
_PARTLY: Final = "其中"
_EACH: Final = LazyPattern(
    r"(?:[人户]均|平均|每[人户家个])每?(?P<one>[年月日周天季])(?!末|底|初)|(?P<other>[年月日周])均|每(?P<third>[年月日周天季])"
)
"""A year or a month that an amount is told for."""
_TAEL: Final = "两"
_CURRENT: Final = "度"
_PERSON: Final = "人"
_BASES: Final = {
    "千克": ("吨", "0.001"), "公斤": ("吨", "0.001"), "斤": ("吨", "0.0005"), "公顷": ("亩", "15"),
    "平方公里": ("亩", "1500"), "平方千米": ("亩", "1500"), "公里": ("米", "1000"), "千米": ("米", "1000"),
    "兆瓦": ("千瓦", "1000"), "MW": ("千瓦", "1000"), "GW": ("千瓦", "1000000"), "kW": ("千瓦", "1"),
    "兆瓦时": ("千瓦时", "1000"), "毫米": ("米", "0.001"), "厘米": ("米", "0.01"), "克": ("吨", "0.000001"),
    "GWh": ("千瓦时", "1000000"), "MWh": ("千瓦时", "1000"), "TWh": ("千瓦时", "1000000000"), "kWh": ("千瓦时", "1"),
    "标准箱": ("标箱", "1"), "TEU": ("标箱", "1"),
    "吉瓦": ("千瓦", "1000000"), "吉瓦时": ("千瓦时", "1000000"), "太瓦时": ("千瓦时", "1000000000"),
    "度": ("千瓦时", "1"), "分钟": ("秒", "60"), "小时": ("秒", "3600"), "‰": ("%", "0.1"),
    "个基点": ("个百分点", "0.01"), "基点": ("个百分点", "0.01"),
}  # fmt: skip
"""Units that are told in another: 96 公顷 are 1440 亩."""
_YEAR_ALONE: Final = LazyPattern(r"(?:19|20)\d\d")
_BELONGS: Final = LazyPattern(r"的|为(?!主)|是|来自|属于")
"""What joins the words behind a number to it: 58.3%为女性, 12亿元的订单."""
_COUNTS: Final = LazyPattern(r"[个名位家户件]\s?(?![和与及或])[\u4e00-\u9fff]{2}(?<![增减上下升降])")
_THINGS: Final = LazyPattern(
    r"(?![以左上余多的为占是增减下降升涨跌和与及或至到、])[\u4e00-\u9fff]{2}(?<![增减上下升降])"
)
_OF_SOMETHING: Final = frozenset(["比重", "占比", "比例", "份额", "总量", "总额", "金额"])
"""What says nothing without what it is of: 增加值为683亿元，比重达53.7%."""
_WHOLE: Final = LazyPattern(r"占([^，,。；;占的]{2,16}?)的?(?=比重|比例|份额|百分比)")
_ABOUT_SHARE: Final = LazyPattern(r"约占[^，,。；;\d]{0,20}\Z")
_BOUND_OF: Final = LazyPattern(r"(?P<bound>超过|超|逾|不足|不到|低于|高于|接近)了?[^，,。；;\d]{2,20}的\Z")
"""What bounds a part of a whole that is named between them: 超过全县总产量的三成."""
_SHARE_OF: Final = 24
_PART_OF_WHOLE: Final = LazyPattern(
    r"[名位个户家人件台座]?的?(?P<whole>[\u4e00-\u9fff]{0,8}?)[中里](?![学心期旬央间年小低高])"
)
_FOREMOST: Final = LazyPattern(r"最[高低多少大小长短]|次之|居[首末]|其次")
_EARLIER: Final = 300
"""Characters before a number that say of whom it is."""
_STEPS: Final = 12
"""Clauses and numbers before a number after which nothing more is looked for that it could be of."""
_MOST: Final = 300
"""Numerals of a sentence that are read; what goes on after so many is no sentence but a list of data."""


def end_of_reading(text: str, start: int = 0) -> int:
    """Return up to where the numbers of a sentence are read from ``start`` on: to its end, unless they are too many."""
    return _end_of_reading(in_modern_writing(text), start)


@lru_cache(maxsize=64)
def numbers_in(text: str, start: int = 0) -> tuple[Number, ...]:
    """Return the amounts, shares, counts and measured times of a text from ``start`` on.

    Dates, years and ordinals are none. Those behind ``end_of_reading`` are not read. What was read of a sentence just
    now is kept, for each number of another one is compared with it.
    """
    text = in_modern_writing(text)
    text = text[: _end_of_reading(text, start)]
    mentions = mentions_in(text)[-2 * _MOST :]
    counted = (one for one in mentions if not _is_other(text, one, mentions))
    found = [number for one in counted if (number := _number(text, one, mentions)) is not None]
    found += _halves(text, mentions)
    doubled = _doubled(text, mentions)
    begun = [one.span.start for one in doubled]
    found = [
        one for one in found if not any(one.span.start <= place < one.span.end for place in begun)
    ] + doubled
    found.sort(key=lambda one: one.span.start)
    return tuple(
        _placed(text, found, at, mentions) for at in range(len(found)) if found[at].span.start >= start
    )


def _end_of_reading(text: str, start: int) -> int:
    mentions = mentions_in(text)
    last = bisect_left(mentions, start, key=_begin) + _MOST
    return mentions[last].span.start if last < len(mentions) else len(text)


def _begin(mention: NumberMention) -> int:
    return mention.span.start


def _is_other(text: str, mention: NumberMention, mentions: Sequence[NumberMention]) -> bool:
    """Tell whether a numeral is a share that is read as such (一半), or the unit of the number before: 11000两."""
    printed = mention.span.of(text)
    return _HALF.fullmatch(printed) is not None or (
        printed == _TAEL and any(one.span.end == mention.span.start for one in mentions)
    )


def whole_of(words: str) -> frozenset[str]:
    """Return the topics of the whole a share is of: 地区生产总值 in 占地区生产总值的比重."""
    of = (match[1] for match in _WHOLE.finditer(words))
    return frozenset(pair for one in of for pair in topics_in(one, (), 0, len(one)))


def each_of(words: str) -> frozenset[str]:
    """Return the stretches of time an amount is told for: 月 of 人均月支出."""
    return frozenset(
        "日" if match[match.lastgroup or 0] == "天" else match[match.lastgroup or 0]
        for match in _EACH.finditer(words)
    )


def _halves(text: str, mentions: Sequence[NumberMention]) -> list[Number]:
    found = []
    for half in _HALF.finditer(text):
        span = Span(half.start(), half.end())
        if text[: half.start()].endswith("的") and any(one.span.end == half.start() - 1 for one in mentions):
            continue  # 15150元的一半 is reckoned of a number told beside it
        before = text[max(0, half.start() - 6) : half.start()] + ("过" if half[0] == "过半" else "")
        before = _bound_before(text, half.start()) or before
        found.append(_percent(text, span, Decimal(50), before, mentions))
    return found


def _doubled(text: str, mentions: Sequence[NumberMention]) -> list[Number]:
    """Return what something grew by that is told to double: 翻了一番 is 100%."""
    found = []
    for match in _DOUBLED.finditer(text):
        span = Span(match.start("times"), match.end())
        before = text[max(0, span.start - 6) : span.start]
        found.append(_percent(text, span, _GROWN_BY[match["times"]], before, mentions))
    return found


def _percent(text: str, span: Span, value: Decimal, before: str, mentions: Sequence[NumberMention]) -> Number:
    topics, years = _surroundings(text, span, mentions)
    measure = _measured_by(clause_of(text, span).of(text))
    step = _TENTH if span.of(text).endswith("番") else Decimal(1)  # 翻番 of 103.1%
    return Number(span, value, "%", step, before, text[span.end : span.end + 4], topics, years, measure)


def _number(text: str, mention: NumberMention, mentions: Sequence[NumberMention]) -> Number | None:
    printed = mention.span.of(text)
    open_ended = mention.value is None and mention.high is None
    worth = mention.low if open_ended else mention.value
    a_year = _YEAR_ALONE.fullmatch(printed) and text[mention.span.end : mention.span.end + 1] not in UNITLESS
    ranked = mention.kind == "ordinal" and _is_rank(text, mention.span)
    named = NAMING.match(text, mention.span.start)
    if (
        mention.kind == "date"
        or (mention.kind == "ordinal" and not ranked)
        or worth is None
        or a_year
        or named
    ):
        return None
    if mention.kind == "period" and not _is_measured(printed, mention.unit):
        return None
    value, unit = expand(worth, _PER_UNIT.split(mention.unit)[0])
    shown = value
    scale = value / worth if worth else Decimal(1)
    digits = re.search(r"\d[\d,，]*(?:\.(\d+))?", printed)
    places = len(digits[1]) if digits and digits[1] else 0
    step = Decimal(1).scaleb(-places) * scale
    before = text[max(0, mention.span.start - 6) : mention.span.start]
    if _ABOUT_SHARE.search(text, max(0, mention.span.start - _SHARE_OF), mention.span.start):
        before = f"约{before}"
    if _is_part(printed) or mention.unit == "%":
        before = _bound_before(text, mention.span.start) or before
    after = text[mention.span.end - open_ended : mention.span.end + 4]  # 余 of 3万余 says what 以上 says
    topics, years = _surroundings(text, mention.span, mentions)
    years = own_years(text, mention.span) or years
    measure = _measured_by(clause_of(text, mention.span).of(text))
    unit = unit or (after[:1] if after[:1] in COLLECTIVE else "")
    unit = unit or next((each for each in (_TAEL, _CURRENT) if after.startswith(each)), "")
    if _TENTHS.fullmatch(printed):
        step = _TENTH
    elif _PART.fullmatch(printed):
        value, unit = value * 100, "%"
        step = 2 * value * _ROUGH
    if unit in _BASES:
        unit, times = _BASES[unit][0], Decimal(_BASES[unit][1])
        value, step = value * times, step * times
    return Number(
        mention.span,
        value,
        RANK if ranked else _PERSON if unit in PEOPLE else unit,
        step,
        before,
        after,
        topics,
        years,
        measure,
        shown=shown,
    )


def _bound_before(text: str, place: int) -> str:
    """Return what bounds a part of a whole that is named between them: 不到 of 不到全县总产量的三成."""
    found = _BOUND_OF.search(text, max(0, place - _SHARE_OF), place)
    return found["bound"] if found else ""


def _is_part(printed: str) -> bool:
    return bool(_TENTHS.fullmatch(printed) or _PART.fullmatch(printed))


def _measured_by(clause: str) -> frozenset[str]:
    """Return the words that say how a clause measures, an average a day (平均每天) by its one word: 日均."""
    found = frozenset(_MEASURE.findall(clause))
    each = _ON_AVERAGE.search(clause)
    return found - {_AVERAGE} | {f"{_EACH_OF.get(each['one'], each['one'])}均"} if each else found


def _is_measured(printed: str, unit: str) -> bool:
    """Tell whether a time was measured: 140天, 一百零四天; 十天 and 三个月 mostly say when."""
    if printed[0].isdigit():
        return unit in _MEASURED or "." in printed
    return unit in _MEASURED and len(printed) - len(unit) >= _COUNTED_OUT


def _is_rank(text: str, span: Span) -> bool:
    """Tell whether an ordinal says which place something takes: 居全省第二位, not 第二产业 nor 第29次."""
    before = text[max(0, span.start - 12) : span.start]
    return bool(_RANKED.search(before) and _RANKED_BEHIND.match(text, span.end))


def _placed(text: str, found: Sequence[Number], at: int, mentions: Sequence[NumberMention]) -> Number:
    """Return a number with what is told with it alone, what was told before, and how it moved."""
    one = found[at]
    start, end = clause_around(text, one.span)
    earlier = found[bisect_left(found, one.span.start - _EARLIER, hi=at, key=begin) : at]
    # What stands with 的 behind it says of what: 过亿元的企业有217家.
    parting = [other for other in earlier if not text.startswith("的", other.span.end)]
    head = max([start, *(other.behind for other in parting)])
    tail = min([end, *(other.span.start for other in found[at + 1 : at + 2])])
    if text.startswith("、", one.behind):
        tail = one.behind  # 增加到1.55万家、科技型企业2.8万家: the next item of a list says nothing of it
    of_whole = _PART_OF_WHOLE.match(text, one.span.end, tail) if tail < end else None
    tail = of_whole.end() if of_whole else tail  # 1140名职工中留下306名
    several = respective_item(text, found, at)
    stretches = list(several.stretches) if several else [(head, one.span.start)]
    named = any(topics_in(text, mentions, *each) for each in stretches)
    if not named or _BELONGS.match(text, one.span.end) or _counts_what_follows(text, one):
        stretches.append((one.span.end, tail))
    origin = max(0, head - _EARLIER)
    ends = [other.span.end for other in earlier if other.span.end >= origin]
    empty = _OF_SOMETHING | whole_of(text[start : one.span.start])
    said = any(topics_in(text, mentions, *stretch) - empty for stretch in stretches)
    heads = sorted({origin, head, *ends, *_heads(text, head)}, reverse=True)
    for later, mark in pairwise(heads[:_STEPS]):
        if said:
            break
        stretches.append((mark, later))
        head = mark
        said = bool(topics_in(text, mentions, mark, later) - empty)
    stretches.extend(antecedents_of(text, one.span.start))
    near = frozenset[str]().union(*(topics_in(text, mentions, *stretch) for stretch in stretches))
    beside = frozenset[str]().union(*(spoken_in(text, mentions, *stretch) for stretch in stretches))
    around = spoken_in(text, mentions, max(0, head - _EARLIER), head)
    around |= spoken_in(text, mentions, one.span.end, tail)
    if several:
        around |= spoken_in(text, mentions, start, one.span.start)
    begins = max([start, *(other.span.end for other in earlier)])
    lead = "".join(text[slice(*part)] for part in several.moved) if several else text[begins : one.span.start]
    movement = movement_of(lead, one.unit, text[one.span.end : end])
    if one.unit == TIMES and movement.by:  # 增长1.5倍 is 增长150%
        one = replace(one, value=one.value * 100, step=one.step * 100, unit="%")
    told = text[max(0, head - SENTENCE) : one.span.start].rsplit("。", 1)[-1]
    own = f"{text[slice(*several.stretches[0])]}{several.year}" if several else ""
    if several and several.year:
        own += "年"
    return replace(
        one,
        years=frozenset(years_in(own)) or one.years,
        measure=one.measure or _measure_of_whole(text, one, earlier),
        whole=_whole_before(text, one, earlier, mentions),
        season=season_of(own) or season_of(told),
        near=near,
        beside=beside,
        around=around - beside,
        others=frozenset().union(*(topics_in(text, mentions, *each) for each in several.others)) - near
        if several
        else frozenset(),
        movement=movement,
        point=point_of(told, movement),
    )


def _counts_what_follows(text: str, one: Number) -> bool:
    """Tell whether what a number counts stands right behind it: 287个地级市, 12亿元贷款."""
    return one.unit != "%" and (_THINGS if one.unit else _COUNTS).match(text, one.span.end) is not None


def _measure_of_whole(text: str, one: Number, earlier: Sequence[Number]) -> frozenset[str]:
    """Return how the whole is measured of which a number tells a part: 人均收入11539元，其中城镇居民15150元."""
    for other in reversed(earlier):
        between = text[other.span.end : one.span.start]
        if "。" in between:
            break
        if other.unit == one.unit and other.measure & _PER_HEAD and _goes_on(between):
            return other.measure & _PER_HEAD
    return frozenset()


def _goes_on(between: str) -> bool:
    """Tell whether what is told of one is told of another: 平均工资66915元，住宿业最低，为44207元."""
    return _PARTLY in between or _FOREMOST.search(between) is not None


def _whole_before(
    text: str, one: Number, earlier: Sequence[Number], mentions: Sequence[NumberMention]
) -> frozenset[str]:
    """Return what the whole is called of which a number tells a part, where the clause counts both."""
    start, _ = clause_around(text, one.span)
    if not earlier or earlier[-1].span.start < start or earlier[-1].unit != one.unit:
        return frozenset()
    found = _PART_OF_WHOLE.match(text, earlier[-1].span.end, one.span.start)
    return topics_in(text, mentions, *found.span("whole")) if found else frozenset()


def _heads(text: str, before: int) -> list[int]:
    return [match.end() for match in CLAUSE_ENDS.finditer(text, max(0, before - _EARLIER), before)]


def _surroundings(
    text: str, span: Span, mentions: Sequence[NumberMention]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return topics and years of the clause a number stands in; what it lacks is taken from the clauses before."""
    first = max(0, span.start - _EARLIER)
    ends = CLAUSE_ENDS.finditer(text, first, span.end)
    begins = [first, *(match.start() + 1 for match in ends if match.start() < span.start)]
    start, end = begins.pop(), clause_end(text, span.end)
    topics, years = topics_in(text, mentions, start, end), frozenset(years_left_by(text[start:end]))
    while begins and not (topics and years):
        earlier = begins.pop()
        topics = topics or topics_in(text, mentions, earlier, start)
        years = years or frozenset(years_left_by(text[earlier:start]))
        start = earlier
    return topics, years
