"""Numbers with the words that make a bound of them: 大于或等于4565, 五百或者更多, 比170低, 大于4865并少于20793."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.model.span import Span
from corpus.model.statistic import NumberMention
from index.lazy_pattern import LazyPattern

_OR_EQUAL: Final = r"(?:(?:或者?)?等于)?"
_LOW: Final = rf"(?:大于|多于|高于|晚于){_OR_EQUAL}|不[小少低]于|超过了?|至少|起码|(?<![<>])>[ ]?=?|≥"
_HIGH: Final = rf"(?:小于|少于|低于|早于){_OR_EQUAL}|不[大多高]于|不超过|至多|最多|<[ ]?=?|≤"
_BEFORE: Final = LazyPattern(rf"(?:(?P<low>{_LOW})|(?P<high>{_HIGH})|(?P<than>比))[ ]?$")
_AFTER: Final = LazyPattern(
    r"[ ]?[个人名家次件元种项条]?(?:(?P<low>及?以上|或者?更多|或者?以上)|(?P<high>及?以下|以内|或者?更少|或者?以下))"
)
_THAN: Final = LazyPattern(r"[ ]?(?:(?P<low>[大高多])|(?P<high>[小低少]))")
_JOINED: Final = LazyPattern(r"[，,]?[ ]?(?:并且?|且|而且?|同时)?[ ]?")
_REACH: Final = 8


def bounded(text: str, mentions: Sequence[NumberMention]) -> tuple[Span, ...]:
    """Return the spans of all numbers that are ranges, with their bound words; a lower bound is joined to a higher."""
    found: list[_Bound] = []
    for bound in _bounds(text, mentions):
        last = found[-1] if found else None
        if last and _opposite(last, bound) and _JOINED.fullmatch(text, last.span.end, bound.span.start):
            found[-1] = _Bound(Span(last.span.start, bound.span.end), "both", None)
        else:
            found.append(bound)
    return tuple(one.span for one in found)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A number with its bound words, which side it closes (low, high or both), and its value."""

    span: Span
    side: str
    value: Decimal | None


def _opposite(one: _Bound, other: _Bound) -> bool:
    """Tell whether two bounds close one range from both sides."""
    values = {bound.side: bound.value for bound in (one, other)}
    low, high = values.get("low"), values.get("high")
    return low is not None and high is not None and low < high


def _bounds(text: str, mentions: Sequence[NumberMention]) -> Iterator[_Bound]:
    """Yield each bound or range."""
    for one in mentions:
        start, end = one.span.start, one.span.end
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        after = (_THAN if before and before["than"] else _AFTER).match(text, end)
        if before and before["than"]:
            if after:
                yield _Bound(Span(before.start(), after.end()), "low" if after["low"] else "high", one.value)
        elif before:
            yield _Bound(Span(before.start(), end), "low" if before["low"] else "high", one.value)
        elif after:
            yield _Bound(Span(start, after.end()), "low" if after["low"] else "high", one.value)
        elif one.low is not None or one.high is not None:
            yield _Bound(one.span, "both", None)
