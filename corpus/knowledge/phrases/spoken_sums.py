"""Sums and numbers told without their unit, as people speak: 底薪三千五, 一年亏了两百六十万, 买家已逾五千万."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.model.statistic import NumberMention

_LEAST: Final = Decimal(20)
_TABLE: Final = "phrases/spoken"
_REACH: Final = 24


def is_spoken(text: str, start: int, mention: NumberMention) -> bool:
    """Tell whether a number in words stands for a sum or a crowd its clause names; the clause begins at ``start``."""
    value = mention.value if mention.value is not None else mention.low
    if mention.kind != "number" or mention.unit or value is None or value < _LEAST:
        return False
    begin, end = mention.span.start, mention.span.end
    ends = cue(_TABLE, "ends").match(text, end) is not None
    if any(sign.isdecimal() for sign in mention.span.of(text)):
        return ends and cue(_TABLE, "price").search(text, start, begin) is not None
    if cue(_TABLE, "of_sum").match(text, end):
        return True
    near = max(start, begin - _REACH)
    return ends and any(cue(_TABLE, kind).search(text, near, begin) for kind in ("reached", "sum"))


def sum_behind(text: str, place: int) -> str:
    """Return what the number of a sum, which ends at ``place``, is of by the words behind it: 十二万存款."""
    told = cue(_TABLE, "of_sum").match(text, place)
    return told["what"] if told else ""
