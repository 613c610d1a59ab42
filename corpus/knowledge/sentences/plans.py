"""Deals that are only announced: their numbers are what is planned, in the later clauses of the sentence too."""

from __future__ import annotations

from corpus.knowledge.cues.words import any_word, words_for
from index.lazy_pattern import LazyPattern

_ATTAINED = LazyPattern(
    r"(?:主要|预期|各项|年度|全年|既定)*(?:目标|任务){1,2}(?:全面|顺利|圆满|超额|如期|较好|胜利|提前|均)*(?:实现|完成|达成)了?(?![的\d超])"
)
"""What was meant and came true, behind which results are told: 主要预期目标全面实现，失业率低于5.5%."""


def is_announced(before: str, metric: str) -> bool:
    """Tell whether a figure is of a deal announced in its sentence: 计划以集中竞价方式，…减持股份不超过….

    ``before`` are the words of the sentence up to the figure. The clause of the figure bounds a dealing or names a
    term of the deal; one that was closed since is none.
    """
    if not any_word("plans", "announced").search(before):
        return False
    whole = any_word("plans", "no_plan").sub("—", before)
    term = metric.endswith(words_for("plans", "terms"))
    granted = metric.endswith(words_for("plans", "granted"))
    row = whole if granted else whole[whole.rfind("；") + 1 :]
    plan = any_word("plans", "announced").search(row)
    deals = any_word("plans", "deals").finditer(row, plan.end()) if plan else ()
    deal = next((one for one in deals if row[one.end() : one.end() + 1] != "的"), None)
    if deal is None:
        return False
    clause = row[max(row.rfind("，"), row.rfind("（"), deal.start()) :]
    if any_word("plans", "bounded").search(clause) and any_word("plans", "bound").search(clause):
        return True
    return term and not any_word("plans", "done").search(row, deal.end())


def without_attained(before: str) -> str:
    """Return words without the aims they say were attained, behind which results are told."""
    return _ATTAINED.sub("—", before)
