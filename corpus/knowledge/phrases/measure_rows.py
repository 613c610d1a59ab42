"""Rows behind ；that name a measure alone and are of whom the row before told: 实现出口5亿元；粮食产量3万吨."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clauses import OWN_HEAD, strip_metric
from corpus.knowledge.phrases.metrics import thing_in
from index.lazy_pattern import LazyPattern

_LONGEST: Final = 14
_OF_ANOTHER: Final = LazyPattern(
    r"的|其他|其余|全[国省市县区球行]|[省市县区镇乡村州]$|行业|同期|平均|人均|户均|公司|集团|部门|机构|单位|企业|居民|地区"
)
"""What names somebody else, or of whom in part the measure is."""


def names_measure_alone(row: str) -> bool:
    """Tell whether the words of a row before its figure are a measure, with nobody it could be another's of."""
    words = strip_metric(row)
    alone = bool(OWN_HEAD.search(words)) and len(words) <= _LONGEST and not thing_in(words)
    return alone and "，" not in row and _OF_ANOTHER.search(words) is None
