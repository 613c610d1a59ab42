"""Anaphora: words that only point back at what a figure speaks of: 这一挑战占比…, 这些因素的比例分别为…"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.knowledge.phrases.clauses import clause_start, strip_metric
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_BOTH = frozenset({"两者", "二者", "两地", "两组", "两类"})
_POINTS_BACK = LazyPattern(
    r"(?:这[一些两三四五几]?|该|此|上述|以上|两者|二者|三者|它们|其(?=(?:的|中)?(?:占比|比例|比重|占)?$))(?:[两三四五六几][项者种个类])?[项者种个类点]?"
    r"(?:[^的占比，]{0,4}?)的?(?:占比|比例|比重|占)?"
)
_OWN_MEASURE = LazyPattern(r"(?:该|此|这[一些]?|上述)[一-鿿]{2,3}[度量额价积](?<!数量|总量|金额)")
"""A measure of the thing pointed at, which is not all that is pointed at: 该薄膜厚度."""
_HAS = LazyPattern(r"(?:该|此|这一?)[一-鿿]{1,3}?(?:共|现|已|也|仅|只|就)*有[一-鿿]{2,}")
"""What something pointed at has: 该镇有网店."""
_ENUMERATES = LazyPattern(r"(?:关注|包括|包含|涵盖|认为|在于|分为|分别是|依次是|有|是|为|[:：])(?=[^、]*、)")
_THAT_NUMBER = LazyPattern(r"(?:这|该|此)(?:[个一]|一个)?(?:数字|数据|数值|总数)")
"""What points back at a figure told before, and not at the thing it is of: 这个数字会超过6亿元."""
_NEAR = 80
"""So close behind the figure it points back at stands the next one, in code points."""
_BACK = 3
"""So many figures are gone back over at most."""
_BREAKS = LazyPattern(r"[。！？!?；;\n]")
_TAIL = LazyPattern(r"(?:等|等等|同样重要|最为重要)$")


def is_anaphoric(metric: str) -> bool:
    """Tell whether a metric says only that it is the thing named before."""
    own = _OWN_MEASURE.fullmatch(metric) or _HAS.fullmatch(metric)
    return own is None and _POINTS_BACK.fullmatch(metric) is not None


def stands_for_two(words: str) -> bool:
    """Tell whether words stand for the two things named before them: 两者, 两地.

    Those of one sort, 两地, are no metric by ``is_anaphoric``: alone they may say of how many a figure is.
    """
    return words in _BOTH


def with_number_meant(found: Sequence[Statistic]) -> list[Statistic]:
    """Return figures in order, those told of 这个数字 under the metric of the level before that they may be of."""
    told: list[Statistic] = []
    for one in found:
        told.append(_meant(one, told[-_BACK:]) if _THAT_NUMBER.fullmatch(one.metric) else one)
    return told


def _meant(one: Statistic, before: Sequence[Statistic]) -> Statistic:
    level = next((other for other in reversed(before) if _may_be(other, one)), None)
    if level is None:
        return one
    return replace(one, metric=level.metric, subject=level.subject, region=level.region, inferred=True)


def _may_be(before: Statistic, one: Statistic) -> bool:
    """Tell whether a figure may be of the level before it: told in its unit, or what it grew by."""
    if before.direction is not None or one.figure.start - before.figure.end > _NEAR:
        return False
    grew = one.direction is not None and one.unit == "%" != before.unit
    return grew or one.base_unit == before.base_unit


def antecedents(text: str, start: int, limit: int, count: int) -> tuple[str, ...] | None:
    """Return the ``count`` things listed in the clauses before ``start``, not before ``limit``; ``None`` without."""
    end = start - 1
    begin = max([limit, *(match.end() for match in _BREAKS.finditer(text, limit, max(limit, end)))])
    while end > begin:
        at = clause_start(text, end, begin)
        words = text[at:end]
        if "、" in words:
            return _items(words, count)
        end = at - 1
    return None


def _items(words: str, count: int) -> tuple[str, ...] | None:
    """Part a list into as many items as there are figures."""
    opening = next(iter(_ENUMERATES.finditer(words)), None)
    listed = _TAIL.sub("", words[opening.end() :] if opening else words)
    for pattern in ("、|以及", "、|以及|和|及(?!其)|与"):
        items = [strip_metric(item) or item for item in re.split(pattern, listed) if item.strip()]
        if len(items) == count:
            return tuple(items)
    return None
