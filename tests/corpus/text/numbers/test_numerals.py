"""Values of written numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.text.numbers import parse_chinese_number
from corpus.text.numbers.fold import fold
from corpus.text.numbers.numerals import NumeralValue, read_numeral
from tests.lines import every


@every(
    ("text", "value"),
    [
        ("零", "0"),
        ("十", "10"),
        ("廿三", "23"),
        ("一百二十三万", "1230000"),
        ("两千五", "2500"),
        ("两千零五", "2005"),
        ("三点一四", "3.14"),
        ("二〇一九", "2019"),
        ("四万亿", "4000000000000"),
        ("六亿零八十万零七", "600800007"),
        ("叁佰贰拾壹元整", "321"),
        ("三萬五千兩百", "35200"),
        ("1千2百", "1200"),
        ("３．５万", "35000"),
        ("1,234.5", "1234.5"),
        ("负八", "-8"),
    ],
)
def test_that_exact_numerals_are_read(text: str, value: str) -> None:
    assert parse_chinese_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "点五", "百十一", "苹果", "三点", "一二点大"])
def test_that_what_is_no_numeral_is_none(text: str) -> None:
    assert parse_chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("十几", 10, 20),
        ("数百", 100, 1000),
        ("几十万", 200_000, 900_000),
        ("二三十", 20, 30),
        ("三五百", 300, 500),
        ("七八", 7, 8),
        ("五百多", 500, None),
    ],
)
def test_that_vague_numerals_have_bounds(text: str, low: int, high: int | None) -> None:
    expected = NumeralValue(None, Decimal(low), None if high is None else Decimal(high))
    assert read_numeral(fold(text)) == expected


def test_that_folding_keeps_every_offset() -> None:
    text = "大陆续签１２％，萬元、參與者、肆佰"
    folded = fold(text)
    assert len(folded) == len(text)
    assert folded[4:7] == "12%"
    assert "三" not in folded


def test_that_endless_runs_are_no_numbers() -> None:
    assert read_numeral("一" * 100) is None
