"""Stretches up to the day of writing, the end of a year, and powers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from corpus.text.numbers import find_numbers

DAY = date(2024, 5, 31)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("过去三个月", "2024-02-29", "2024-05-31"),
        ("最近两周", "2024-05-17", "2024-05-31"),
        ("过去的10天", "2024-05-21", "2024-05-31"),
        ("过去24小时", "2024-05-30", "2024-05-31"),
        ("过去50分钟", "2024-05-31", "2024-05-31"),
        ("今年最后3周", "2024-12-11", "2024-12-31"),
        ("去年的最后10天", "2023-12-22", "2023-12-31"),
        ("2022年最后两个月", "2022-11-01", "2022-12-31"),
    ],
)
def test_a_stretch_is_dated_from_the_day_of_writing(words: str, first: str, last: str) -> None:
    text = f"门店{words}卖出1200件"
    period, count = find_numbers(text, reference=DAY)
    assert (period.span.of(text), period.start_date, period.end_date) == (words, first, last)
    assert count.value == 1200


def test_without_a_day_of_writing_a_stretch_stays_undated() -> None:
    (period,) = find_numbers("过去三个月")
    assert (period.kind, period.start_date, period.end_date) == ("period", "", "")


@pytest.mark.parametrize(
    ("written", "value"),
    [("10^6", 10**6), ("3×10^8", 3 * 10**8), ("2^-2", "0.25"), ("-2^3", -8), ("10^--3", 1000)],
)
def test_a_power_is_one_number(written: str, value: int | str) -> None:
    text = f"约为{written}次"
    (found,) = find_numbers(text)
    assert found.value == Decimal(value)
    assert found.span.of(text) == written


@pytest.mark.parametrize("written", ["10^900", "0^-3"])
def test_a_power_no_one_can_count_is_no_number(written: str) -> None:
    assert all(one.value is None or one.value < 1000 for one in find_numbers(written))
