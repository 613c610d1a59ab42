"""Figures of our own invention, for what lays figures side by side."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, Period, Statistic
from corpus.text.units import expand


def year(number: int) -> Period:
    """Return a whole year."""
    return Period(f"{number}年", f"{number}-01-01", f"{number}-12-31")


def level(name: str, value: str, unit: str = "亿元", when: int = 2025, **fields: Any) -> LocatedStatistic:
    """Return a level of a province's product."""
    base, base_unit = expand(Decimal(value), unit)
    known: dict[str, Any] = {"metric": "地区生产总值", "region": "岭南省", "period": year(when)} | fields
    article = known.pop("article", "a")
    one = Statistic(
        name, value=Decimal(value), unit=unit, base_value=base, base_unit=base_unit, evidence=Span(0, 9),
        figure=Span(2, 5), **known,
    )  # fmt: skip
    return LocatedStatistic(article, one, f"文章{article}")


def growth(name: str, value: str, when: int = 2025, *, down: bool = False, **fields: Any) -> LocatedStatistic:
    """Return a rate of growth of a province's product."""
    direction = Direction.DOWN if down else Direction.UP
    return level(name, value, "%", when, direction=direction, **{"basis": "同比", **fields})


def with_growth(name: str, value: str, rate: str, when: int = 2025, **fields: Any) -> LocatedStatistic:
    """Return a level with the growth told beside it."""
    return level(name, value, when=when, change=Change(Direction.UP, Decimal(rate), "%", "同比"), **fields)
