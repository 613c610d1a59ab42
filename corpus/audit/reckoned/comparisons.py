"""What a sentence makes of two levels of a source by setting one against the other: differences, gaps and ratios."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.audit.numbers.number import TIMES, Number
from corpus.audit.reckoned.named_levels import ALIKE, called, only, pairs_of, told_within
from index.lazy_pattern import LazyPattern

_THAN: Final = r"(?P<other>[\u4e00-\u9fff]{2,12}?)(?P<way>[多高少低])(?:出|了)?(?:约|近)?\Z"
_MORE: Final = LazyPattern(rf"(?P<one>[\u4e00-\u9fff]{{2,16}}?)[比较]{_THAN}")
_ABOVE: Final = LazyPattern(
    r"(?P<one>[\u4e00-\u9fff]{2,16}?)(?P<way>[高低多少])[出于](?P<other>[\u4e00-\u9fff]{2,12}?)(?:约|近)?\Z"
)
_MORE_BEHIND: Final = LazyPattern(
    rf"\A[\s，,]*[比较](?:(?:排名?|位居|居于?)?第[一二三四五六七八九十](?:[位名](?:的)?)?的?)?{_THAN}"
)
_NAMES: Final = (
    r"(?:(?P<one>[\u4e00-\u9fff]{2,8})[和与同](?P<other>[\u4e00-\u9fff]{2,8}?)(?:之间)?的?|(?P<both>城乡))"
)
_GAP: Final = LazyPattern(
    rf"{_NAMES}(?P<of>[\u4e00-\u9fff]{{0,12}}?)的?(?:绝对)?(?:差距|相差|差额|之差)[为是达到约近了]*\Z"
)
_RATIO: Final = LazyPattern(
    r"(?P<one>[\u4e00-\u9fff]{2,8})[和与同](?P<other>[\u4e00-\u9fff]{2,8}?)(?:之比|的比例?|比)[为是约达]*\Z"
    r"|(?P<both>城乡)(?P<of>[\u4e00-\u9fff]{0,12}?)比值?[为是约达]*\Z"
)
_MULTIPLE: Final = LazyPattern(
    r"(?P<one>[\u4e00-\u9fffA-Za-z\d]{2,40}?)(?:大?约|将?近|几乎|已经?|竟)*(?:是|为|相当于|达到?)了?"
    r"(?P<other>[\u4e00-\u9fffA-Za-z]{2,16}?)的(?:大?约|将?近|接近|超过|逾)*\Z"
)
_TOWN, _COUNTRY = "城镇", "农村"
_CLAUSES: Final = LazyPattern(r"[，,；;。]")
_PARTS: Final = LazyPattern(r"[；;]")
_SENTENCE_ENDS: Final = LazyPattern(r"[。！？!?\n]")


_SIDES: Final = LazyPattern(
    r"(?P<one>[\u4e00-\u9fffA-Za-z\d]{2,40}?)"
    r"(?:[比较](?P<than>[\u4e00-\u9fffA-Za-z]{2,16}?)(?P<way>[多高少低])(?:出|了)?"
    r"|(?P<above>[多高少低])[出于](?P<under>[\u4e00-\u9fffA-Za-z]{2,16}?))(?:大?约|将?近)?\Z"
)


@dataclass(frozen=True, slots=True)
class Sides:
    """Two things set against each other, ``one`` told with its measure: how many ``times``, or how much ``more``."""

    one: str
    other: str
    times: bool = False
    more: bool = True


def sides_of(lead: str, unit: str) -> Sides | None:
    """Return what the words before a number set against each other; ``None`` where they do not.

    So 甲县的产量是乙县的 before 1.4倍, or 甲县产量比乙县多 before an amount.
    """
    found = (_MULTIPLE if unit == TIMES else _SIDES).match(lead)
    if found is None or unit == TIMES:
        return None if found is None else Sides(found["one"], found["other"], times=True)
    return Sides(
        found["one"], found["than"] or found["under"], more=(found["way"] or found["above"]) in "多高"
    )


def differences(lead: str, levels: Sequence[Number], text: str) -> Iterator[tuple[Number, Decimal]]:
    """Yield by how much one named thing is more than another told in its sentence: 甲校比乙校多, 甲组高出乙组."""
    found = _MORE.search(lead) or _ABOVE.search(lead)
    if not found:
        return
    one = only(called(found["one"], levels))
    if one is None:
        other = only(called(found["other"], levels))
        beside = _in_one_sentence(other, levels, text) if other else []
        one = only(told_within(found["one"], beside))
    else:
        beside = _in_one_sentence(one, levels, text)
        part = [each for each in beside if not _PARTS.search(text, *_between(one, each))]
        other = next(
            (each for near in (part, beside, levels) if (each := only(called(found["other"], near)))), None
        )
    if one and other and one.span != other.span and one.counter == other.counter:
        yield one, _more(one, other, found["way"])


def differences_from_clause_before(
    head: str, lead: str, levels: Sequence[Number], text: str
) -> Iterator[tuple[Number, Decimal]]:
    """Yield by how much what the clause before tells is more than another: 甲组为52.7%，比乙组高18.6个百分点."""
    found = _MORE_BEHIND.search(lead)
    told = _CLAUSES.split(head.rstrip("，, "))[-1] if found else ""
    one = only([each for each in levels if told.endswith(each.span.of(text)) and len(each.digits) > 1])
    other = only(called(found["other"], [each for each in levels if each != one])) if found else None
    if found and one and other and one.counter == other.counter and _is_named(one, told):
        yield one, _more(one, other, found["way"])


def gaps(lead: str, levels: Sequence[Number]) -> Iterator[tuple[Number, Decimal]]:
    """Yield how far two named things lie apart: 城乡居民收入差距."""
    for one, other in _compared(_GAP, lead, levels):
        yield one, abs(one.value - other.value)


def ratios(lead: str, levels: Sequence[Number]) -> Iterator[tuple[Number, Decimal]]:
    """Yield how many times one named thing is another: 城乡居民收入比."""
    for one, other in _compared(_RATIO, lead, levels):
        if other.value:
            yield one, one.value / other.value


def multiples(lead: str, levels: Sequence[Number]) -> Iterator[tuple[Number, Decimal]]:
    """Yield how many times one named thing is another of its measure: 甲店的收入是乙店的1.8倍."""
    found = _MULTIPLE.search(lead)
    one = only(called(found["one"], levels)) if found else None
    if not found or one is None:
        return
    wanted = pairs_of(found["other"])
    others = [
        each
        for each in levels
        if wanted and wanted <= each.near and each.span != one.span and each.unit == one.unit
    ]
    most = max((len(each.near & one.near) for each in others), default=0)
    other = only([each for each in others if len(each.near & one.near) == most])
    if most and other and other.value and other.counted == one.counted:
        yield one, one.value / other.value


def _compared(
    pattern: LazyPattern[str], lead: str, levels: Sequence[Number]
) -> Iterator[tuple[Number, Number]]:
    """Yield the two levels that words set against each other: of what both names share, or each by its name."""
    found = pattern.search(lead)
    if not found:
        return
    names = (_TOWN, _COUNTRY) if found["both"] else (found["one"], found["other"])
    of = pairs_of(found["of"] or "")
    firsts, seconds = ([each for each in levels if pairs_of(name) <= each.near] for name in names)
    for one in firsts if of else ():
        for other in seconds:
            alike = len(of & one.near & other.near) >= ALIKE * len(of)
            if alike and one.counted == other.counted and one.unit == other.unit:
                yield one, other
    if not (of or found["both"]):
        first, second = (only(called(name, levels)) for name in names)
        if first and second and first.counted == second.counted:
            yield first, second


def _in_one_sentence(one: Number, levels: Sequence[Number], text: str) -> list[Number]:
    """Return the other levels of the sentence of one."""
    return [
        each
        for each in levels
        if each.span != one.span and not _SENTENCE_ENDS.search(text, *_between(one, each))
    ]


def _between(one: Number, other: Number) -> tuple[int, int]:
    first, last = sorted((one.span.start, other.span.start))
    return first, last


def _is_named(one: Number, clause: str) -> bool:
    """Tell whether a clause says most of what a number is called."""
    near = one.near
    return bool(near) and len(near & pairs_of(clause)) >= ALIKE * len(near)


def _more(one: Number, other: Number, way: str) -> Decimal:
    return (one.value - other.value) * (1 if way in "多高" else -1)
