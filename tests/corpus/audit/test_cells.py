"""The figure of a cell is told as a sentence: of when, of whom, and how much."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.audit.paper.cells import told_in_words
from corpus.model.span import Span
from corpus.model.statistic import Period, Statistic


@pytest.mark.parametrize(
    ("subject", "region", "wanted"),
    [
        ("华东", "", "2024年，华东的销售额为12.6亿元。"),
        ("二、公司", "", "2024年，销售额为12.6亿元。"),
        ("（二）公司", "桐溪市", "2024年，桐溪市的销售额为12.6亿元。"),
        ("第二章", "", "2024年，销售额为12.6亿元。"),
        ("3.公司", "", "2024年，销售额为12.6亿元。"),
        ("三一重工", "", "2024年，三一重工的销售额为12.6亿元。"),
    ],
)
def test_that_no_numbered_heading_is_whom_a_cell_is_told_of(subject: str, region: str, wanted: str) -> None:
    figure = Statistic(
        "",
        "销售额",
        Decimal("12.6"),
        "亿元",
        Span(0, 1),
        Span(0, 1),
        subject,
        region,
        Period("2024年", "", ""),
    )
    assert told_in_words(figure) == wanted
