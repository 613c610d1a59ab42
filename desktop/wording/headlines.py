"""What a figure is called in one line: when, where, of whom, what."""

from __future__ import annotations

from corpus.knowledge.document.places import COUNTRY
from corpus.model.statistic import Statistic
from corpus.report.figure_words import period_words


def region_beside(statistic: Statistic) -> str:
    """Return the region of a figure, empty where its subject says it already: 全国 in 中国."""
    region, subject = statistic.region, statistic.subject
    return "" if region == subject or {region, subject} <= COUNTRY else region


def headline(statistic: Statistic) -> str:
    """Return what a figure measures: subject, metric and period, as far as they are known."""
    parts = (period_words(statistic.period), region_beside(statistic), statistic.subject, statistic.metric)
    return " · ".join(dict.fromkeys(part for part in parts if part))
