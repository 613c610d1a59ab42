"""One numeral of a text as the number it states: its worth, unit and exactness, and what bounds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
_TENTH: Final = Decimal("9.9")
"""What 三成 may be off by, on both sides together: 25% lies as near to 二成."""
_DOUBLING: Final = Decimal(10)
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
"""Characters before a share in which the word that bounds it may stand."""
_NEAR: Final = 6
"""Characters right before a number that say whether it is exact."""
_DIGITS: Final = LazyPattern(r"\d[\d,，]*(?:\.(\d+))?")
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
        before = text[max(0, half.start() - _NEAR) : half.start()] + ("过" if half[0] == "过半" else "")
        before = _bound_before(text, half.start()) or before
        found.append(_percent(text, span, Decimal(50), before, mentions))
    return found


def doublings_in(text: str, mentions: Sequence[NumberMention]) -> list[Number]:
    """Return what something grew by that is told to double: 翻了一番 is 100%."""
    found = []
    for match in _DOUBLED.finditer(text):
        span = Span(match.start("times"), match.end())
        before = text[max(0, span.start - _NEAR) : span.start]
        found.append(_percent(text, span, _GROWN_BY[match["times"]], before, mentions))
    return found


def _percent(text: str, span: Span, value: Decimal, before: str, mentions: Sequence[NumberMention]) -> Number:
    topics, years = _surroundings(text, span, mentions)
    measure = measured_by(clause_of(text, span).of(text))
    step = _DOUBLING if span.of(text).endswith("番") else Decimal(1)  # 翻番 of 103.1%
    return Number(span, value, "%", step, before, text[span.end : span.end + 4], topics, years, measure)


def number_of(text: str, mention: NumberMention, mentions: Sequence[NumberMention]) -> Number | None:
    """Return the number a numeral states; ``None`` for a date, an ordinal, a name, and a time that only says when."""
    span, ranked = mention.span, mention.kind == "ordinal" and _is_rank(text, mention.span)
    open_ended = mention.value is None and mention.high is None
    worth = mention.low if open_ended else mention.value
    if worth is None or _states_nothing(text, mention, ranked=ranked):
        return None
    after = text[span.end - open_ended : span.end + 4]  # 余 of 3万余 says what 以上 says
    amount = _amount(span.of(text), worth, mention.unit, after)
    topics, years = _surroundings(text, span, mentions)
    return Number(
        span,
        amount.value,
        RANK if ranked else amount.unit,
        amount.step,
        _before(text, mention),
        after,
        topics,
        own_years(text, span) or years,
        measured_by(clause_of(text, span).of(text)),
        shown=amount.shown,
    )


def _states_nothing(text: str, mention: NumberMention, *, ranked: bool) -> bool:
    """Tell whether a numeral counts and measures nothing; ``ranked`` where it is an ordinal that says a place."""
    printed, end = mention.span.of(text), mention.span.end
    if mention.kind == "date" or (mention.kind == "ordinal" and not ranked):
        return True
    if mention.kind == "period" and not is_measured_time(printed, mention.unit):
        return True
    a_year = _YEAR_ALONE.fullmatch(printed) and text[end : end + 1] not in UNITLESS
    return bool(a_year or NAMING.match(text, mention.span.start))


@dataclass(frozen=True, slots=True)
class _Amount:
    """What a numeral is worth, as printed (``shown``) and in the unit it is compared in; ``step``: its last digit."""

    value: Decimal
    shown: Decimal
    step: Decimal
    unit: str


def _amount(printed: str, worth: Decimal, printed_unit: str, after: str) -> _Amount:
    """Return the amount of a numeral; ``after`` is what stands behind it."""
    shown, unit = expand(worth, _PER_UNIT.split(printed_unit)[0])
    value, step = shown, _last_digit(printed) * (shown / worth if worth else Decimal(1))
    unit = unit or _unit_behind(after)
    if _TENTHS.fullmatch(printed):
        step = _TENTH
    elif _PART.fullmatch(printed):
        value, unit = value * 100, "%"
        step = 2 * value * _ROUGH
    value, step, unit = in_base_unit(value, step, unit)
    return _Amount(value, shown, step, _PERSON if unit in PEOPLE else unit)


def _last_digit(printed: str) -> Decimal:
    """Return what the last digit of a numeral is worth, as it is printed: 0.1 of 12.3."""
    digits = _DIGITS.search(printed)
    return Decimal(1).scaleb(-len(digits[1] or "") if digits else 0)


def _unit_behind(after: str) -> str:
    """Return a unit that is no word for the reader of numbers: 双 of 52双, 两, 度."""
    if after[:1] in COLLECTIVE:
        return after[:1]
    return next((each for each in (_TAEL, _CURRENT) if after.startswith(each)), "")


def _before(text: str, mention: NumberMention) -> str:
    """Return the words before a numeral that say whether it is exact."""
    start = mention.span.start
    before = text[max(0, start - _NEAR) : start]
    if _ABOUT_SHARE.search(text, max(0, start - _SHARE_OF), start):
        before = f"约{before}"
    part = mention.unit == "%" or _is_part(mention.span.of(text))
    return (_bound_before(text, start) if part else "") or before


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
