"""Figures as they are printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, Statistic
from corpus.report.figure_words import change_words, figure_words


def figure(
    value: str | None, unit: str, qualifier: str = "", low: str | None = None, high: str | None = None
) -> Statistic:
    """Return a figure with these words."""
    number, least, most = (None if text is None else Decimal(text) for text in (value, low, high))
    return Statistic(
        "", "销售额", number, unit, Span(0, 1), Span(0, 1), low=least, high=most, qualifier=qualifier
    )


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (figure("20", "%", "以上", low="20"), "20% 以上"),
        (figure("31.63", "万亿元", "约"), "约 31.63 万亿元"),
        (figure("2000", "项", "余", low="2000"), "2000 余项"),
        (figure(None, "万美元", low="100", high="1000"), "数百万美元"),
        (figure(None, "亿美元", low="1", high="10"), "1–10 亿美元"),
        (figure(None, "%", low="5", high="5.5"), "5–5.5%"),
        (figure("-3.2", "亿元"), "−3.2 亿元"),
        (figure("1.5", "倍"), "1.5 倍"),
        (figure(None, ""), ""),
    ],
)
def test_that_qualifiers_stand_where_chinese_puts_them(one: Statistic, words: str) -> None:
    assert figure_words(one) == words


def test_that_a_movement_has_its_sign_and_basis() -> None:
    assert (
        change_words(Change(Direction.DOWN, Decimal("0.3"), "个百分点", "比上年")) == "比上年 −0.3 个百分点"
    )
    assert change_words(Change(Direction.UP, Decimal("23.9"), "%", "同比")) == "同比 +23.9%"
    assert change_words(None) == ""
