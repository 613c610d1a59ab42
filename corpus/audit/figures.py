"""Comparing the numbers of a sentence with those of a source: value, unit, rounding, bounds and direction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from corpus.audit.topics import may_be_same, topics_in
from corpus.audit.verdict import Verdict
from corpus.model.span import Span
from corpus.model.statistic import NumberMention
from corpus.text.numbers import find_numbers
from corpus.text.units import expand

_STRETCHES: Final = re.compile(r"[^。；;！？!?\n]+[。；;！？!?]?")
_CLAUSE_ENDS: Final = re.compile(r"[，,。；;！？!?\n]")
_MOVEMENTS: Final = {
    "up": re.compile(r"增长|上升|增加|提高|上涨|扩大|增至|升至|涨到|增到|攀升|回升|提升|涨|升"),
    "down": re.compile(r"下降|减少|下滑|降低|回落|缩小|跌|降至|减至|降到|萎缩|收窄|降"),
}
_RESULTS: Final = {"profit": re.compile(r"盈利|净利润(?!亏)|赚"), "loss": re.compile(r"亏损|净亏|赔")}
_OVER: Final = re.compile(r"(?:超过|超|逾|突破|高于|多于|大于|不低于|不少于|至少|过)\s*$")
_OVER_BEHIND: Final = re.compile(r"^\s*(?:以上|多|余|几)")
_UNDER: Final = re.compile(r"(?:不足|不到|低于|少于|未及|不超过|至多|最多|近|接近)\s*$")
_UNDER_BEHIND: Final = re.compile(r"^\s*(?:以下|以内)")
_ABOUT: Final = re.compile(r"(?:约|大约|将近|接近|近|左右|上下)")
_HALF: Final = re.compile(r"半数|一半|过半")
_DENIAL: Final = re.compile(r"不准确|不属实|不实|有误|误传|谣言|谣传|并非|而不是|不是事实|说法不对")
_YEAR: Final = re.compile(r"(?:19|20)\d\d(?=\s?年)")
_SAME_YEAR: Final = re.compile(r"同年|当年|该年|这一年|那一年")
_MEASURED: Final = frozenset({"秒", "分钟", "小时", "天"})
"""Units of times that are measured like any amount; years and months mostly say when."""
_MEASURE: Final = re.compile(r"人均|户均|年均|月均|日均|平均|累计|高于|低于|占")
"""How something is measured: what is so much a head, a year or above another is not what is so much in all."""
_COLLECTIVE: Final = frozenset("打双箱包袋捆桶车船")
"""Counters of several at once: 312万双 are not 312万打."""
_COUNTERS: Final = {"名": "人", "位": "人", "口": "人"}
_LEAST: Final = 0.34
"""Share of a sentence's pairs of characters that the compared stretch must hold."""
_TELLING: Final = 3
"""Digits of a number that by itself shows which stretch is meant."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its place: worth, unit, the worth of its last digit, what stands around it, topics and years.

    ``measure`` are the words that say how it is measured: 户均, 累计.
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
    def digits(self) -> tuple[int, ...]:
        """Return its digits without zeros at the end."""
        return self.value.normalize().as_tuple().digits


@dataclass(frozen=True, slots=True)
class NumberStanding:
    """How one number stands to a stretch of a source; ``close`` (0 to 1): how much of its topic is spoken of there.

    ``dated`` tells whether both name a year, and the same one, or neither does; ``same_thing`` whether what the
    number is a number of may be the same on both sides.
    """

    verdict: Verdict
    close: float
    dated: bool
    same_thing: bool


@dataclass(frozen=True, slots=True)
class FigureComparison:
    """How the figures of a sentence stand to a source: the verdict and the stretch of the source."""

    verdict: Verdict
    source: Span | None


def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the amounts, shares, counts and measured times of a text; dates, years and ordinals are none."""
    mentions = find_numbers(text)
    found = [number for one in mentions if (number := _number(text, one, mentions)) is not None]
    for half in _HALF.finditer(text):
        span = Span(half.start(), half.end())
        before = text[max(0, half.start() - 6) : half.start()] + ("过" if half[0] == "过半" else "")
        topics, years = _surroundings(text, span, mentions)
        found.append(
            Number(
                span, Decimal(50), "%", Decimal(1), before, text[half.end() : half.end() + 4], topics, years
            )
        )
    return tuple(sorted(found, key=lambda one: one.span.start))


def compare_figures(sentence: str, source: str) -> FigureComparison | None:
    """Return how the figures of ``sentence`` stand to ``source``; ``None`` where the sentence has none."""
    stated = numbers_in(sentence)
    if not stated:
        return None
    stretches = [Span(one.start(), one.end()) for one in _STRETCHES.finditer(source)]
    scored = [(_likeness(sentence, stated, span.of(source)), -span.start, span) for span in stretches]
    score, _, best = max(scored, default=(0.0, 0, None))
    if best is None or score < _LEAST:
        return FigureComparison(Verdict.NOT_FOUND, None)
    stretch = best.of(source)
    known = [one for one in numbers_in(stretch) if not _denied(stretch, one.span)]
    verdicts = [_verdict(one, known) for one in stated]
    if all(one is Verdict.NOT_FOUND for one in verdicts):
        return FigureComparison(Verdict.NOT_FOUND, None)
    if Verdict.CHANGED in verdicts or _turned(sentence, stretch):
        return FigureComparison(Verdict.CHANGED, best)
    return FigureComparison(Verdict.SAME, best)


def compare_number(stated: Number, sentence: str, stretch: str) -> NumberStanding:
    """Return how one number of ``sentence`` stands to a stretch of a source, a sentence of it."""
    known = [one for one in numbers_in(stretch) if not _denied(stretch, one.span)]
    there = topics_in(stretch, find_numbers(stretch), 0, len(stretch))
    close = len(stated.topics & there) / len(stated.topics) if stated.topics else 0.0
    verdict = _verdict(stated, known)
    agreeing = [one for one in known if one.unit == stated.unit and _agrees(stated, one)]
    clause = _clause(sentence, stated.span)
    if (
        verdict is Verdict.SAME
        and agreeing
        and all(_turned(clause, _clause(stretch, one.span)) for one in agreeing)
    ):
        verdict = Verdict.CHANGED
    years = frozenset(_YEAR.findall(stretch))
    dated = bool(stated.years & years) if stated.years and years else not stated.years and not years
    same_thing = any(
        may_be_same(sentence, stated.span.start, stretch, one.span.start)
        for one in known
        if _is_comparable(stated, one) and one.measure == stated.measure
    )
    return NumberStanding(verdict, close, dated, same_thing)


def _is_comparable(stated: Number, known: Number) -> bool:
    """Tell whether both count in one unit, or say the same number in two."""
    same_digits = known.digits == stated.digits and len(known.digits) > 1
    return known.unit == stated.unit or same_digits


def dated_by(number: Number, sentence: str, before: str) -> Number:
    """Return a number of ``sentence`` with the year that 同年 or 当年 takes from the text before."""
    if number.years or not _SAME_YEAR.search(sentence):
        return number
    return replace(number, years=frozenset(_YEAR.findall(before)[-1:]))


def clause_of(text: str, span: Span) -> Span:
    """Return the clause a span stands in, from mark to mark, without blanks at its ends."""
    ends = [match.start() for match in _CLAUSE_ENDS.finditer(text)]
    start = max((end + 1 for end in ends if end < span.start), default=0)
    end = min((one for one in ends if one >= span.end), default=len(text))
    body = text[start:end]
    return Span(start + len(body) - len(body.lstrip()), end - len(body) + len(body.rstrip()))


def _clause(text: str, span: Span) -> str:
    return clause_of(text, span).of(text)


def _number(text: str, mention: NumberMention, mentions: Sequence[NumberMention]) -> Number | None:
    printed = mention.span.of(text)
    open_ended = mention.value is None and mention.high is None
    worth = mention.low if open_ended else mention.value
    if mention.kind in ("date", "ordinal") or worth is None or _YEAR_ALONE.fullmatch(printed):
        return None
    if mention.kind == "period" and not (mention.unit in _MEASURED and printed[0].isdigit()):
        return None
    value, unit = expand(worth, mention.unit)
    scale = value / worth if worth else Decimal(1)
    digits = re.search(r"\d[\d,，]*(?:\.(\d+))?", printed)
    places = len(digits[1]) if digits and digits[1] else 0
    step = Decimal(1).scaleb(-places) * scale
    before = text[max(0, mention.span.start - 6) : mention.span.start]
    after = text[mention.span.end - open_ended : mention.span.end + 4]  # 余 of 3万余 says what 以上 says
    topics, years = _surroundings(text, mention.span, mentions)
    own = _OWN_YEAR.search(text, 0, mention.span.start)
    years = frozenset([own[1]]) if own else years
    measure = frozenset(_MEASURE.findall(_clause(text, mention.span)))
    unit = unit or (after[:1] if after[:1] in _COLLECTIVE else "")
    if unit == "成":
        value, step, unit = value * 10, step * 10, "%"
    return Number(mention.span, value, _COUNTERS.get(unit, unit), step, before, after, topics, years, measure)


_OWN_YEAR: Final = re.compile(r"((?:19|20)\d\d)\s?年[底末初]?(?:的|为|是|仅|只有|达)?约?\s?\Z")
"""The year right before a number: in 由2015年的48家减少到2023年的17家 each has its own."""
_YEAR_ALONE: Final = re.compile(r"(?:19|20)\d\d")


def _surroundings(
    text: str, span: Span, mentions: Sequence[NumberMention]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return topics and years of the clause a number stands in; what it lacks is taken from the clauses before."""
    ends = [match.start() for match in _CLAUSE_ENDS.finditer(text)]
    start = max((end + 1 for end in ends if end < span.start), default=0)
    end = min((one for one in ends if one >= span.end), default=len(text))
    topics, years = topics_in(text, mentions, start, end), frozenset(_YEAR.findall(text[start:end]))
    while start > 0 and not (topics and years):
        earlier = max((one + 1 for one in ends if one < start - 1), default=0)
        topics = topics or topics_in(text, mentions, earlier, start)
        years = years or frozenset(_YEAR.findall(text[earlier:start]))
        start = earlier
    return topics, years


def _likeness(sentence: str, stated: Sequence[Number], stretch: str) -> float:
    """Return how much of what a sentence speaks of a stretch speaks of, 0 to 1; a telling number speaks for itself."""
    wanted = topics_in(sentence, find_numbers(sentence), 0, len(sentence))
    there = topics_in(stretch, find_numbers(stretch), 0, len(stretch))
    shared = len(wanted & there) / len(wanted) if wanted else 0.0
    known = numbers_in(stretch)
    same = any(
        one.value == other.value and one.unit == other.unit
        for one in stated
        for other in known
        if len(one.digits) >= 2
    )
    return shared + (_LEAST if same else 0.0)


def _verdict(stated: Number, known: Sequence[Number]) -> Verdict:
    """Return how one number stands to the numbers of the stretch that speak of the same thing and time."""
    comparable = [one for one in known if one.unit == stated.unit]
    if not comparable:
        return Verdict.CHANGED if any(one.digits == stated.digits for one in known) else Verdict.NOT_FOUND
    comparable = [one for one in comparable if not _leaves_open(one, stated)]
    if not comparable:
        return Verdict.NOT_FOUND
    timely = [
        one for one in comparable if not (one.years and stated.years and one.years.isdisjoint(stated.years))
    ]
    if not timely:
        return Verdict.CHANGED if any(_agrees(stated, one) for one in comparable) else Verdict.NOT_FOUND
    timely = [one for one in timely if one.measure == stated.measure] or timely
    meant = _meant(stated, timely)
    return Verdict.SAME if any(_agrees(stated, one) for one in meant) else Verdict.CHANGED


def _leaves_open(known: Number, stated: Number) -> bool:
    """Tell whether a bound (3万余) neither confirms nor contradicts a number on its far side."""
    if known.over == stated.over and known.under == stated.under:
        return False
    value, truth = stated.value, known.value
    return (known.over and not stated.over and value > truth) or (
        known.under and not stated.under and value < truth
    )


def _meant(stated: Number, known: Sequence[Number]) -> list[Number]:
    """Return the numbers whose clause speaks of what ``stated`` is about.

    Where all that a clause says is spoken of, it is meant, and of several such the last: 登记个体户甲户，注销乙户 tells
    those struck off in the second only, though the first shares more of its words.
    """
    whole = [one for one in known if one.topics and one.topics <= stated.topics]
    telling = [one for one in whole if not any(one.topics < other.topics for other in whole)]
    if telling:
        return [one for one in telling if one.topics == telling[-1].topics]
    nearest = max(len(stated.topics & one.topics) for one in known)
    return [one for one in known if len(stated.topics & one.topics) == nearest]


def _agrees(stated: Number, known: Number) -> bool:
    """Tell whether a number says what the known one says, as far as the digits of both go."""
    value, truth = stated.value, known.value
    if stated.over and not known.over:
        return value <= truth <= value * Decimal("1.5")
    if stated.under and not known.under:
        return value * Decimal("0.7") <= truth <= value
    if stated.about or known.about:
        rounded = Decimal(1).scaleb(value.normalize().adjusted() - len(stated.digits) + 1)
        return abs(value - truth) <= max(stated.step, known.step, rounded)
    return abs(value - truth) <= max(stated.step, known.step) / 2


def _denied(stretch: str, span: Span) -> bool:
    """Tell whether the clause of a number says that it is wrong (……的说法并不准确)."""
    clause = _CLAUSE_ENDS.split(stretch[: span.start])[-1] + _CLAUSE_ENDS.split(stretch[span.end :])[0]
    return bool(_DENIAL.search(clause))


def _turned(sentence: str, stretch: str) -> bool:
    """Tell whether a movement or a result is told the other way round."""
    return any(
        here and there and here.isdisjoint(there)
        for words in (_MOVEMENTS, _RESULTS)
        for here, there in [(_told(sentence, words), _told(stretch, words))]
    )


def _told(text: str, words: dict[str, re.Pattern[str]]) -> set[str]:
    return {name for name, pattern in words.items() if pattern.search(text)}
