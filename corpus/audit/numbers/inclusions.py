"""What a number is told to hold and to leave out: 68.9万辆（不含摩托车）, 计入补助后结余, 扣除非经常性损益的净利润."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_WHAT: Final = r"[^，,。；;：:！？!?（）()\d\s]{1,14}?"
_ENDS: Final = r"(?=之?[后外]|以[后外]|在内|时|的|为|平均|达|[，,。；;：:！？!?（）()\d\s]|\Z)"
_TOLD: Final = LazyPattern(
    rf"(?P<no>[不未]|没有?)?[将把](?P<before>{_WHAT})(?:计算|包括|包含|统计|考虑)在内"
    rf"|[将把](?P<taken>{_WHAT})(?P<away>扣除|剔除)"
    rf"|[将把](?P<put>{_WHAT})(?:计入|算入|纳入)"
    rf"|(?:(?P<out>(?:不|未|没有?)(?:包?含|包括|计入|计算|计(?![划提算])|纳入|统计|考虑)|(?<!加计)(?<!税前)(?<!附加)扣除|剔除|扣掉|除去|刨去|刨除)"
    rf"|包括(?={_WHAT}在内)|包含(?={_WHAT}在内)|计入|算上|加上|连同|(?<![不隐饱蕴内富包])含(?![量水金氧糖硫碳]))"
    rf"(?P<what>{_WHAT}){_ENDS}"
    r"|(?P<short>扣非)"
)
_ONE_OFF: Final = "非经常性损益"
_POINTING: Final = LazyPattern(r"其|上述[\u4e00-\u9fff]*|[这该]部分|这些|前者|后者|两者")
_PARTS: Final = LazyPattern(r"[；;。！？!?\n]")
_LEADING: Final = LazyPattern(r"(?:在内|时|的(?:情况|前提|条件)下)?(?:之?[后外]|以[后外])?[，,]")
"""What ends a phrase that holds for all its clause and those behind it: 扣除补助后，…"""
_DIGIT: Final = LazyPattern(r"\d")
_CHANGED_BY: Final = LazyPattern(
    r"[^，,。；;\d]{0,10}\d[\d.]*[\u4e00-\u9fff%]{0,4}[，,、]?(?:同比|环比|[比较][上去]年(?:同期)?)?"
    r"大?幅?(?:增长|增加|上升|提高|下降|下滑|减少|回落|降低)了?"
)
"""A level and its change, of which one phrase holds: 扣非净利润为10.69亿元，同比下降14.19%."""
_BRACKET: Final = LazyPattern(r"[\u4e00-\u9fff%％]{0,4}\s*[（(]")
_BEHIND_NUMBER: Final = LazyPattern(r"\d[\u4e00-\u9fff%％]{0,4}\s*[（(]\Z")
_OPENING: Final = frozenset("（(")
_MOSTLY: Final = 0.5


@dataclass(frozen=True, slots=True)
class Inclusion:
    """Something a number is told to hold or, ``out``, to leave out; ``what`` is empty where it is only pointed at."""

    out: bool
    what: str

    def is_of(self, other: Inclusion) -> bool:
        """Tell whether both are of one thing."""
        if not (self.what and other.what):
            return True
        mine, theirs = _pairs(self.what), _pairs(other.what)
        return len(mine & theirs) >= _MOSTLY * min(len(mine), len(theirs))


@dataclass(frozen=True, slots=True)
class _Found:
    told: Inclusion
    span: Span


def without_inclusions(words: str) -> str:
    """Return words without those that say what is held or left out, which a number is not about."""
    return _TOLD.sub("\x00", words)


def inclusions_of(text: str, number: Span) -> tuple[Inclusion, ...]:
    """Return what the number at a place is told to hold and to leave out; of one thing what is told last."""
    told: list[Inclusion] = []
    for one in _all(text):
        if _holds(text, one.span, number):
            told = [other for other in told if not other.is_of(one.told)] + [one.told]
    return tuple(told)


def are_opposed(mine: Sequence[Inclusion], theirs: Sequence[Inclusion]) -> bool:
    """Tell whether one number holds what the other leaves out."""
    return any(one.out != other.out and one.is_of(other) for one in mine for other in theirs)


def holds_more(mine: Sequence[Inclusion], theirs: Sequence[Inclusion]) -> bool:
    """Tell whether one number is told to hold something of which nothing is said on the other side: 算上短租者."""
    return any(not one.out and not any(one.is_of(other) for other in theirs) for one in mine)


def leaves_out_more(mine: Sequence[Inclusion], theirs: Sequence[Inclusion]) -> bool:
    """Tell whether one number leaves out something of which nothing is said on the other side: 扣非净利润, 净利润."""
    return any(one.out and not any(one.is_of(other) for other in theirs) for one in mine)


def leave_out_alike(mine: Sequence[Inclusion], theirs: Sequence[Inclusion]) -> bool:
    """Tell whether both hold, or both leave out, one thing that is named."""
    return any(one.out == other.out and one.what and one.is_of(other) for one in mine for other in theirs)


@lru_cache(maxsize=512)
def _all(text: str) -> tuple[_Found, ...]:
    return tuple(
        _Found(
            Inclusion(
                bool(match["out"] or match["away"] or match["no"] or match["short"]), _what(match.groupdict())
            ),
            Span(match.start(), match.end()),
        )
        for match in _TOLD.finditer(text)
    )


def _what(groups: dict[str, str | None]) -> str:
    if groups["short"]:
        return _ONE_OFF
    told = groups["what"] or groups["before"] or groups["taken"] or groups["put"] or ""
    return "" if _POINTING.fullmatch(told) else told


def _holds(text: str, phrase: Span, number: Span) -> bool:
    """Tell whether a phrase is told of a number: before it in its part of the sentence, or in brackets behind it."""
    if phrase.start >= number.end:
        bracket = _BRACKET.match(text, number.end)
        return bracket is not None and bracket.end() == phrase.start
    between = text[phrase.end : number.start]
    if _PARTS.search(between) or _BEHIND_NUMBER.search(text, max(0, phrase.start - 8), phrase.start):
        return False
    return (
        not _DIGIT.search(between)
        or _CHANGED_BY.fullmatch(between) is not None
        or (text[phrase.start - 1 : phrase.start] not in _OPENING and _LEADING.match(between) is not None)
    )


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[place : place + 2] for place in range(len(words) - 1)) or frozenset([words])
