"""The figure of a table's cell told as a sentence, so that it is compared like any other."""

from __future__ import annotations

from typing import Final

from corpus.model.statistic import Direction, Statistic, StatisticKind

_WAYS: Final = {Direction.UP: "增长", Direction.DOWN: "下降"}


def told_in_words(figure: Statistic) -> str:
    """Return what head row, caption and unit make of a cell: 2024年，华东的销售额为12.6亿元。

    The number and its unit stand at the end, before the mark.
    """
    time = f"{figure.period.text}，" if figure.period.text else ""
    whom = figure.subject or figure.region
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
