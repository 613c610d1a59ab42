"""What a sentence reckons from two numbers of a source: 有机茶园占茶园总面积的两成 of 53 and 11 thousand 亩."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from corpus.audit.numbers.clauses import CLAUSE_ENDS, clause_around
from corpus.audit.numbers.number import TIMES, Number
from corpus.audit.numbers.topics import mentions_in, spoken_in, topics_in
from index.lazy_pattern import LazyPattern

_SHARE: Final = "%"
_PARTED: Final = {
    _SHARE: LazyPattern(
        r"(?:占到?了?|相当于)(?P<whole>[^，,。；;占]{2,20}?)(?:的|比重|比例|份额|总数|[为达约近逾超过]|接近|大约)*\s*\Z"
    ),
    TIMES: LazyPattern(
        r"(?:是|为|相当于|达到?了?)(?P<whole>[^，,。；;是]{2,20}?)的(?:[约近逾超过]|接近|大约|将近)*\s*\Z"
    ),
}
_AMONG: Final = LazyPattern(
    r"(?P<whole>[^，,。；;中]{2,20}?)[中里][，,]?(?P<part>[^，,。；;占]{2,16}?)占(?:比|了|到)*[为达约近]*\s*\Z"
)
"""A part named behind its whole: 村医中执业医师占36.5%."""
_EXACT: Final = 2
"""Digits of a share that is reckoned."""
_SAID_ABOUT: Final = LazyPattern(r"大约|将近|约|近|仅|只|[\s，,]")
_IN_ALL: Final = "总"
_HUNDRED: Final = Decimal(100)
_ALIKE: Final = 0.6
_WHOLLY: Final = 0.8
"""Shares of what the part and the whole are called that must be told with their numbers."""


def derived_from(stated: Number, sentence: str, known: Sequence[Number]) -> Number | None:
    """Return the number of the part where a share or a multiple follows from two numbers of a source.

    Both must be told of what the sentence names, in one unit and of one year; ``None`` where that is not certain.
    One told by a single digit (3%) is that by chance too often.
    """
    called = _called(stated, sentence)
    if called is None or not (_is_rough(stated, sentence) or len(stated.digits) >= _EXACT):
        return None
    (part_near, part), (whole_near, _) = called
    amounts = [
        one for one in known if one.counted and one.unit not in (_SHARE, TIMES) and not one.movement.by
    ]
    whole_amounts = [one for one in amounts if not part_near <= one.near]
    wholes = _best([(len(whole_near & one.beside) / len(whole_near), one) for one in whole_amounts], _WHOLLY)
    others = [one for one in amounts if one.near and one not in wholes]
    joint = _joint(part_near, whole_near)
    parts = _best([(len(one.near & (part | joint)) / len(one.near), one) for one in others], _ALIKE)
    if len(parts) != 1:
        return None
    own = parts[0]
    fitting = [
        one
        for one in wholes
        if one.span != own.span
        and one.counted == own.counted
        and one.value
        and _of_one_time(stated, own, one)
    ]
    if not (part_near and fitting):
        return None
    scale = _HUNDRED if stated.unit == _SHARE else Decimal(1)
    follows = all(
        stated.agrees(replace(own, value=own.value / one.value * scale, step=Decimal(0), before="", after=""))
        for one in fitting
    )
    return own if follows else None


def _joint(part: frozenset[str], whole: frozenset[str]) -> frozenset[str]:
    """Return the character pairs of a part's name joined to the whole's measure: 柑橘 of 水果产量 is 柑橘产量."""
    return whole | {one[-1] + other[0] for one in part for other in whole}


def _is_rough(stated: Number, sentence: str) -> bool:
    """Tell whether it is told in words or rounded: 一半, 两成, 近40%, 两倍."""
    return stated.about or stated.over or stated.under or not any(map(str.isdigit, stated.span.of(sentence)))


def _called(
    stated: Number, sentence: str
) -> tuple[tuple[frozenset[str], frozenset[str]], tuple[frozenset[str], frozenset[str]]] | None:
    """Return what the part and the whole are called, closely and loosely; ``None`` where nothing is reckoned."""
    pattern = _PARTED.get(stated.unit)
    start, _ = clause_around(sentence, stated.span)
    found = pattern.search(sentence, start, stated.span.start) if pattern else None
    if found is None:
        among = _AMONG.match(sentence, start, stated.span.start) if stated.unit == _SHARE else None
        return _named(among["part"], among["whole"]) if among else None
    end = found.start()
    if start and not _SAID_ABOUT.sub("", sentence[start:end]):
        heads = [match.end() for match in CLAUSE_ENDS.finditer(sentence, 0, start - 1)]
        start = heads[-1] if heads else 0
    return _named(sentence[start:end], found["whole"])


def _named(
    part: str, whole: str
) -> tuple[tuple[frozenset[str], frozenset[str]], tuple[frozenset[str], frozenset[str]]] | None:
    """Return what a part and a whole are called, each closely and loosely; ``None`` where one is not named."""
    near, far = (
        (
            topics_in(words, mentions_in(words), 0, len(words)),
            spoken_in(words, mentions_in(words), 0, len(words)),
        )
        for words in (part, whole.replace(_IN_ALL, ""))
    )
    return (near, far) if near[0] and far[0] else None


def _best(rated: Sequence[tuple[float, Number]], least: float) -> list[Number]:
    best = max((share for share, _ in rated), default=0.0)
    return [one for share, one in rated if share == best] if best >= least else []


def _of_one_time(stated: Number, part: Number, whole: Number) -> bool:
    years = [one.years for one in (stated, part, whole) if one.years]
    return all(one & other for one in years for other in years)
