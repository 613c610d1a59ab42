"""Units and their scales."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.text.units import expand


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("31.63", "万亿元", (Decimal("31630000000000.00"), "元")),
        ("3", "亿", (Decimal(300000000), "")),
        ("8.5", "%", (Decimal("8.5"), "%")),
        ("2", "千瓦时", (Decimal(2), "千瓦时")),
        ("2", "亿千瓦时", (Decimal(200000000), "千瓦时")),
        ("5", "万人次", (Decimal(50000), "人次")),
        ("7", "亿美金", (Decimal(700000000), "美元")),
    ],
)
def test_that_only_scale_words_are_expanded(value: str, unit: str, expected: tuple[Decimal, str]) -> None:
    assert expand(Decimal(value), unit) == expected
