"""A branch or works of a firm bears the figure, not the firm: 青禾银行杭州分行贷款余额."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.model.statistic import Statistic

_TABLE: Final = "subjects"


def of_branch(text: str, one: Statistic) -> Statistic:
    """Return a figure whose metric begins with a branch told right behind its subject as one of that branch."""
    told = cue(_TABLE, "branch").fullmatch(one.metric) if one.subject else None
    whose = one.subject + told["branch"] if told else ""
    if told is None or text.find(whose, one.evidence.start, one.figure.start) < 0:
        return one
    return replace(one, subject=whose, metric=told["what"])
