"""Figures of one sentence that inherited one time and cannot all be of it: 同期净利润分别为1亿元、2亿元及3亿元."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from corpus.model.statistic import NO_PERIOD, Statistic

_TIME = "period"


def without_shared_time(told: Sequence[Statistic]) -> list[Statistic]:
    """Return the figures of a sentence, without the inherited time where they differ in nothing but their values.

    A time that is printed stays: what two of one printed time say is for whoever reads them to judge.
    """
    values: dict[tuple[object, ...], set[object]] = defaultdict(set)
    for one in told:
        values[_key(one)].add((one.value, one.low, one.high))
    return [
        replace(one, period=NO_PERIOD, inherited=tuple(field for field in one.inherited if field != _TIME))
        if _TIME in one.inherited and not one.period.text and len(values[_key(one)]) > 1
        else one
        for one in told
    ]


def _key(one: Statistic) -> tuple[object, ...]:
    return one.metric, one.subject, one.region, one.kind, one.direction, one.basis, one.base_unit or one.unit
