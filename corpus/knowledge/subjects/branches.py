"""A branch, works or segment of a firm bears the figure, not the firm: 青禾银行杭州分行贷款余额, 京东零售收入."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.model.statistic import Statistic

_TABLE: Final = "subjects"
_REACH: Final = 8
"""Characters behind a name in which its segment and what follows it stand."""


def of_branch(text: str, one: Statistic) -> Statistic:
    """Return a figure as its branch's, where the metric begins with a branch of the subject right before it."""
    told = cue(_TABLE, "branch").fullmatch(one.metric) if one.subject else None
    whose = one.subject + told["branch"] if told else ""
    if told is None or text.find(whose, one.evidence.start, one.figure.start) < 0:
        return one
    return replace(one, subject=whose, metric=told["what"])


def of_segment(text: str, one: Statistic) -> Statistic:
    """Return a figure as its segment's, where the subject is only the first part of a segment's name."""
    placed = one.subject in ("", one.region)
    at = -1 if placed else text.rfind(one.subject, one.evidence.start, one.figure.start)
    behind = at + len(one.subject)
    told = cue(_TABLE, "segment").search(text[behind : behind + _REACH]) if at >= 0 else None
    if told is None:
        return one
    metric = one.metric.removeprefix(told["segment"]).lstrip("的")
    return replace(one, subject=one.subject + told["segment"], metric=metric or one.metric)
