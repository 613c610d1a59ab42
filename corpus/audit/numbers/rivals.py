"""What a number is compared with behind it: 换电重卡每公里3.94元，比柴油重卡低0.37元 tells another of 柴油重卡."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from corpus.audit.numbers.clauses import clause_of
from corpus.audit.numbers.number import Number
from corpus.audit.numbers.topics import topics_in
from index.lazy_pattern import LazyPattern

_RIVAL: Final = LazyPattern(
    r"[\s，,]*[比较](?P<rival>[\u4e00-\u9fff]{2,12}?)(?:[多高少低快慢长短]|增加|减少)"
)
_COMPARED: Final = LazyPattern(r"[比较与和同]")
_SHARE: Final = "%"
_HUNDRED: Final = Decimal(100)


def is_of_rival(stated: Number, sentence: str, known: Number, text: str) -> bool:
    """Tell whether a sentence says of what a source compares with a number that it has that number itself."""
    found = _RIVAL.match(text, known.behind)
    if found is None:
        return False
    rival = topics_in(found["rival"], (), 0, len(found["rival"])) - known.near
    clause = clause_of(sentence, stated.span)
    lead = sentence[clause.start : stated.span.start]
    return bool(rival) and rival <= stated.near and not _COMPARED.search(lead)


def levels_of_rivals(
    stated: Number, sentence: str, known: Sequence[Number], text: str
) -> Iterator[tuple[Number, Decimal]]:
    """Yield what a source's comparison makes of the one a sentence names: 3.94元，比柴油重卡低0.37元 is 4.31元."""
    for level, gap in pairwise(known):
        if not (gap.movement.by and gap.movement.way and is_of_rival(stated, sentence, level, text)):
            continue
        sign = -1 if gap.movement.way == "up" else 1
        if gap.unit == level.unit:
            yield level, level.value + sign * gap.value
        elif gap.unit == _SHARE and stated.about and gap.value < _HUNDRED:
            yield level, level.value / (1 - sign * gap.value / _HUNDRED)
