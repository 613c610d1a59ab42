"""Metrics that are scraps of a clause: mended where their head is certain, else nothing is said of their figure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.knowledge.metrics.mended_metrics import known_deed, mended_metric
from corpus.knowledge.metrics.metric_scraps import is_scrap, is_unsaid
from corpus.knowledge.phrases.persons import is_person_name
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_LIST: Final = 160
_TITLE: Final = LazyPattern(r"(?P<title>《[^《》]+》)[只仅共]?(?:收获?)?")
_BOX_OFFICE: Final = "票房"
"""What a film takes that a sentence only names: 《小满》收获17.9亿元."""
_SHORTEST: Final = 2


def with_complete_metric(text: str, one: Statistic) -> Statistic | None:
    """Return a figure with a metric that says what it is of, ``None`` where its metric is a scrap that says nothing."""
    metric = known_deed(one.metric, one.unit) or mended_metric(text, one)
    titled = _TITLE.fullmatch(metric) if one.unit.endswith("元") else None
    if titled:
        around = text[max(0, one.evidence.start - _LIST) : one.evidence.end]
        return replace(one, metric=_BOX_OFFICE, subject=titled["title"]) if _BOX_OFFICE in around else None
    if (
        one.unit == "%"
        and text[one.figure.start - 1 : one.figure.start] in {"（", "("}
        and is_person_name(metric)
    ):
        return None
    if len(metric) < _SHORTEST or is_scrap(metric, one) or is_unsaid(text, metric, one):
        return None
    return one if metric == one.metric else replace(one, metric=metric)
