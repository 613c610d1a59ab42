"""What follows from two numbers of a source by adding or taking away: sums, balances of trade, remainders, ratios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations
from typing import Final

from corpus.audit.numbers.clauses import clause_of
from corpus.audit.numbers.number import TIMES, Number
from corpus.audit.numbers.rivals import levels_of_rivals
from corpus.audit.numbers.topics import mentions_in, topics_in
from corpus.audit.reckoned.comparisons import (
    differences,
    differences_from_clause_before,
    gaps,
    multiples,
    ratios,
)
from corpus.audit.reckoned.named_levels import called, only, pairs_of
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_TOGETHER: Final = LazyPattern(
    r"(?P<names>[\u4e00-\u9fffA-Za-z、]{2,30}?)(?:这?[两二三四五六七八九十][项者家个种类地省市县校国店])?(?:的[\u4e00-\u9fff]{2,4})?"
    r"(?:合计|共计|总计|加起来|加在一起|相加|之和)"
)
_JOINED: Final = LazyPattern(r"、|以及|和|与|及")
_BALANCES: Final = {
    "顺差": ("出口", "进口"),
    "逆差": ("进口", "出口"),
    "净胜球": ("进球", "失球"),
    "自然增长": ("出生", "死亡"),
    "自然减少": ("死亡", "出生"),
    "净迁入": ("迁入", "迁出"),
    "净迁出": ("迁出", "迁入"),
    "净流入": ("流入", "流出"),
    "净流出": ("流出", "流入"),
    "结余": ("收入", "支出"),
}
"""What is left of the first when the second is taken away."""
_ITS: Final = "其"
_BOTH_WAYS: Final = "进出"
_EMPTY: Final = frozenset(["贸易", "外贸", "实现"])
_REST: Final = LazyPattern(r"[，,；;](?P<rest>(?:其余|其他|剩下|另外)[^，,。；;！？!?\n\d]{2,16})")
_SENTENCE_ENDS: Final = LazyPattern(r"[。！？!?\n]")
_SHARE, _POINTS = "%", "个百分点"
_HUNDRED: Final = Decimal(100)
_RATES: Final = LazyPattern(r"增速|增幅|涨幅|增长率")
_LOST: Final = LazyPattern(r"(?:亏损|净亏)(?:额|了|达到?|约|近|为|超过?|逾)*\s*\Z")
_PROFIT: Final = frozenset(["利润", "净利"])
_DOWN: Final = "down"
_HALF: Final = 0.5
_ALIKE: Final = 0.6
_MOST: Final = 12
"""Numbers of one unit among which parts are looked for."""


def derived_from_parts(stated: Number, sentence: str, known: Sequence[Number], text: str) -> Number | None:
    """Return a number of a source from which ``stated`` follows with another told beside it; ``None`` otherwise."""
    clause = clause_of(sentence, stated.span)
    lead = _lead(stated, sentence)
    levels, own, compared = _levels(stated, known, lead)
    candidates = (
        *_set_against_each_other(stated, sentence, known, text),
        *_balances(lead, own),
        *differences_from_clause_before(sentence[: clause.start], lead, compared, text),
        *_rests(stated, own, text),
        *levels_of_rivals(stated, sentence, known, text),
        *_losses(lead, own),
        *(ratios(lead, levels) if not stated.unit else ()),
    )
    return next((one for one, value in candidates if _is(stated, one, value)), None)


def _lead(stated: Number, sentence: str) -> str:
    """Return the words of its clause before a number; what 其 points at stands in the clause before."""
    start = clause_of(sentence, stated.span).start
    lead = sentence[start : stated.span.start]
    if not lead.startswith(_ITS) or not start:
        return lead
    before = sentence[: start - 1].rstrip("，, ")
    return before[clause_of(sentence, Span(len(before), len(before))).start :] + lead.removeprefix(_ITS)


def _levels(
    stated: Number, known: Sequence[Number], lead: str
) -> tuple[list[Number], list[Number], list[Number]]:
    """Return the levels of the year, those in the stated unit, and those whose difference is told in it.

    Where ``lead`` speaks of rates of growth, these are what is set against each other: 增速比…高1.2个百分点.
    """
    levels = [one for one in known if not one.movement.by and _is_of_year(stated, one)]
    own = [one for one in levels if one.unit == stated.unit and stated.counted in ("", one.counted)]
    if stated.unit != _POINTS:
        return levels, own, own
    if _RATES.search(lead):
        return levels, own, [_growth(one) for one in known if _is_growth(one) and _is_of_year(stated, one)]
    return levels, own, [one for one in levels if one.unit == _SHARE]


def _is_growth(one: Number) -> bool:
    return one.unit == _SHARE and one.movement.by and bool(one.movement.way)


def _growth(one: Number) -> Number:
    """Return a rate of growth, below zero where something fell."""
    return replace(one, value=-one.value) if one.movement.way == _DOWN else one


def _set_against_each_other(
    stated: Number, sentence: str, known: Sequence[Number], text: str
) -> tuple[tuple[Number, Decimal], ...]:
    """Return what a sentence makes of two numbers it names: their sum, how far apart they lie, how many times."""
    lead = _lead(stated, sentence)
    levels, own, compared = _levels(stated, known, lead)
    return (
        *_sums(lead, own),
        *differences(lead, compared, text),
        *gaps(lead, compared),
        *(multiples(lead, levels) if stated.unit == TIMES else ()),
    )


def _is(stated: Number, part: Number, value: Decimal) -> bool:
    return stated.agrees(replace(part, value=value, shown=value, step=Decimal(0), before="", after=""))


def _is_of_year(stated: Number, known: Number) -> bool:
    return not (stated.years and known.years and stated.years.isdisjoint(known.years))


def _sums(lead: str, levels: Sequence[Number]) -> Iterator[tuple[Number, Decimal]]:
    """Yield what the parts make that are named before 合计."""
    found = _TOGETHER.search(lead)
    names = [name for name in _JOINED.split(found["names"]) if name] if found else []
    parts = [only(called(name, levels)) for name in names]
    if len(parts) > 1 and all(parts) and len({one.span for one in parts if one}) == len(parts):
        whole = [one for one in parts if one]
        yield whole[0], sum((one.value for one in whole), Decimal(0))


def _balances(lead: str, levels: Sequence[Number]) -> Iterator[tuple[Number, Decimal]]:
    """Yield what is left of one thing when its counterpart in the same sentence is taken away: 顺差."""
    for balance, (more, less) in _BALANCES.items():
        if balance not in lead:
            continue
        first, second = (
            [one for one in levels if name in one.near and not one.near & {other, _BOTH_WAYS}]
            for name, other in ((more, less), (less, more))
        )
        rest = pairs_of(lead.partition(balance)[0]) - _EMPTY
        if len(first) == len(second) == 1 and len(rest & (first[0].around | first[0].beside)) >= _ALIKE * len(
            rest
        ):
            yield first[0], first[0].value - second[0].value


def _losses(lead: str, levels: Sequence[Number]) -> Iterator[tuple[Number, Decimal]]:
    """Yield what was lost where a source tells it as a profit below zero: 亏损12.6亿元 of 净利润为-12.6亿元."""
    if _LOST.search(lead) is None:
        return
    for one in levels:
        if one.value < 0 and one.near & _PROFIT:
            yield one, -one.value


def _rests(stated: Number, levels: Sequence[Number], text: str) -> Iterator[tuple[Number, Decimal]]:
    """Yield what is left of a whole without its part, where a clause behind says what became of the rest."""
    for found in _REST.finditer(text):
        rest = topics_in(found["rest"], mentions_in(found["rest"]), 2, len(found["rest"]))
        if not rest or len(rest & (stated.near | stated.topics)) < _HALF * len(rest):
            continue
        head = max((one.end() for one in _SENTENCE_ENDS.finditer(text, 0, found.start())), default=0)
        own = [one for one in levels if head <= one.span.start < found.start()][-_MOST:]
        shares = [one for one in own if one.unit == _SHARE and not one.movement.by]
        if stated.unit == _SHARE and shares:
            yield replace(shares[0], near=shares[0].near | rest), _HUNDRED - sum(one.value for one in shares)
        for whole, part in permutations(own, 2):
            if whole.span.end <= part.span.start and part.whole and whole.value > part.value:
                yield replace(whole, near=whole.near | rest), whole.value - part.value
