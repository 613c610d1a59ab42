"""The figure of a table's cell told as a sentence, so that it is compared like any other."""

from __future__ import annotations

from typing import Final

from corpus.model.statistic import Direction, Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

_HEADING: Final = LazyPattern(
    r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}[章节]|\d+[、.．]"
)
"""A numbered heading over a table, of whom its figures are not told: 二、公司."""
_WAYS: Final = {Direction.UP: "增长", Direction.DOWN: "下降"}


def told_in_words(figure: Statistic) -> str:
    """Return what head row, caption and unit make of a cell: 2024年，华东的销售额为12.6亿元。

    The number and its unit stand at the end, before the mark.
    """
    time = f"{figure.period.text}，" if figure.period.text else ""
    subject = "" if _HEADING.match(figure.subject) else figure.subject
    whom = subject or figure.region
    region = figure.region if figure.region and figure.region not in whom else ""
    of = f"{region}{whom}的" if whom and not figure.metric.startswith(whom) else region
    return f"{time}{of}{figure.metric}{_said(figure)}{printed(figure)}。"


def printed(figure: Statistic) -> str:
    """Return value and unit."""
    return f"{figure.value}{figure.unit}"


def _said(figure: Statistic) -> str:
    """Return what stands between a metric and its value: 为, 同比增长, 预计为."""
    if figure.kind is StatisticKind.GROWTH and figure.direction in _WAYS:
        return f"{figure.basis}{_WAYS[figure.direction]}"
    return "预计为" if figure.kind is StatisticKind.FORECAST else "为"
