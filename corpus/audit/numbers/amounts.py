"""One numeral of a text as the number it states: its worth, unit and exactness, and what bounds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from corpus.audit.numbers.clauses import CLAUSE_ENDS, clause_end, clause_of
from corpus.audit.numbers.dating import own_years, years_left_by
from corpus.audit.numbers.measuring import in_base_unit, is_measured_time, measured_by
from corpus.audit.numbers.number import RANK, Number
from corpus.audit.numbers.topics import NAMING, topics_in
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
_TAEL: Final = "两"
_CURRENT: Final = "度"
_PERSON: Final = "人"
_YEAR_ALONE: Final = LazyPattern(r"(?:19|20)\d\d")
_ABOUT_SHARE: Final = LazyPattern(r"约占[^，,。；;\d]{0,20}\Z")
_BOUND_OF: Final = LazyPattern(r"(?P<bound>超过|超|逾|不足|不到|低于|高于|接近)了?[^，,。；;\d]{2,20}的\Z")
"""What bounds a part of a whole that is named between them: 超过全县总产量的三成."""
_SHARE_OF: Final = 24
EARLIER: Final = 300
"""Characters before a number that say of whom it is."""


def is_read_otherwise(text: str, mention: NumberMention, mentions: Sequence[NumberMention]) -> bool:
    """Tell whether a numeral is a share that is read as such (一半), or the unit of the number before: 11000两."""
    printed = mention.span.of(text)
    return _HALF.fullmatch(printed) is not None or (
        printed == _TAEL and any(one.span.end == mention.span.start for one in mentions)
    )


def halves_in(text: str, mentions: Sequence[NumberMention]) -> list[Number]:
    """Return the halves a text tells in words, as shares of 50%: 半数, 一半, 过半."""
    found = []
    for half in _HALF.finditer(text):
        span = Span(half.start(), half.end())
        if text[: half.start()].endswith("的") and any(one.span.end == half.start() - 1 for one in mentions):
            continue  # 15150元的一半 is reckoned of a number told beside it
        before = text[max(0, half.start() - 6) : half.start()] + ("过" if half[0] == "过半" else "")
        before = _bound_before(text, half.start()) or before
        found.append(_percent(text, span, Decimal(50), before, mentions))
    return found


def doublings_in(text: str, mentions: Sequence[NumberMention]) -> list[Number]:
    """Return what something grew by that is told to double: 翻了一番 is 100%."""
    found = []
    for match in _DOUBLED.finditer(text):
        span = Span(match.start("times"), match.end())
        before = text[max(0, span.start - 6) : span.start]
        found.append(_percent(text, span, _GROWN_BY[match["times"]], before, mentions))
    return found


def _percent(text: str, span: Span, value: Decimal, before: str, mentions: Sequence[NumberMention]) -> Number:
    topics, years = _surroundings(text, span, mentions)
    measure = measured_by(clause_of(text, span).of(text))
    step = _TENTH if span.of(text).endswith("番") else Decimal(1)  # 翻番 of 103.1%
    return Number(span, value, "%", step, before, text[span.end : span.end + 4], topics, years, measure)


def number_of(text: str, mention: NumberMention, mentions: Sequence[NumberMention]) -> Number | None:
    """Return the number a numeral states; ``None`` for a date, an ordinal, a name, and a time that only says when."""
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
    if mention.kind == "period" and not is_measured_time(printed, mention.unit):
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
    measure = measured_by(clause_of(text, mention.span).of(text))
    unit = unit or (after[:1] if after[:1] in COLLECTIVE else "")
    unit = unit or next((each for each in (_TAEL, _CURRENT) if after.startswith(each)), "")
    if _TENTHS.fullmatch(printed):
        step = _TENTH
    elif _PART.fullmatch(printed):
        value, unit = value * 100, "%"
        step = 2 * value * _ROUGH
    value, step, unit = in_base_unit(value, step, unit)
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


def _is_rank(text: str, span: Span) -> bool:
    """Tell whether an ordinal says which place something takes: 居全省第二位, not 第二产业 nor 第29次."""
    before = text[max(0, span.start - 12) : span.start]
    return bool(_RANKED.search(before) and _RANKED_BEHIND.match(text, span.end))


def _surroundings(
    text: str, span: Span, mentions: Sequence[NumberMention]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return topics and years of the clause a number stands in; what it lacks is taken from the clauses before."""
    first = max(0, span.start - EARLIER)
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
