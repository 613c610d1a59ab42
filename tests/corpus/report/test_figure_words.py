"""Figures as they are printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, Period, Statistic, StatisticKind
from corpus.report.figure_words import (
    BEHIND,
    WITHIN,
    change_words,
    exact_words,
    figure_words,
    grouped,
    joined,
    listed_words,
    number_and_unit,
    period_words,
    printed_period,
    short_change,
    signed_value,
    spoken,
)


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
        (figure(None, "亿美元", "数", low="1", high="10"), "数亿美元"),
        (figure(None, "万美元", "数", low="100", high="1000"), "数百万美元"),
        (figure(None, "%", low="5", high="5.5"), "5–5.5%"),
        (figure("-3.2", "亿元"), "−3.2 亿元"),
        (figure("1.5", "倍"), "1.5 倍"),
        (figure("100", "亿元", "左右"), "100 亿元左右"),
        (figure("8.50", "%"), "8.50%"),
        (figure("14200000", "人"), "1420 万人"),
        (figure("123456", "人"), "123,456 人"),
        (figure(None, "美元", low="1000000", high="2000000"), "100–200 万美元"),
        (figure(None, ""), ""),
        (replace(figure("16", "位"), kind=StatisticKind.RANK), "第 16 位"),
        (replace(figure("5", "名", "前"), kind=StatisticKind.RANK), "前 5 名"),
        (replace(figure("1", ""), kind=StatisticKind.RANK), "第 1"),
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
    assert change_words(Change(Direction.UP, basis="同比")) == "同比 ↑"
    assert short_change(Change(Direction.DOWN, Decimal("51.3"), "%", "同比")) == "−51.3%"


@pytest.mark.parametrize("qualifier", ["", "约", "不低于", *sorted(BEHIND), *sorted(WITHIN)])
@pytest.mark.parametrize("basis", ["", "同比", "计划数"])
def test_that_a_list_tells_a_figure_as_everywhere_with_its_basis(qualifier: str, basis: str) -> None:
    one = replace(figure("60", "%", qualifier), basis=basis)
    assert listed_words(one) == f"{basis} {figure_words(one)}".strip()
    assert listed_words(replace(figure(None, "%", low="5", high="6"), basis=basis)).endswith("5–6%")


@pytest.mark.parametrize("qualifier", ["", "约", "超", *sorted(BEHIND), *sorted(WITHIN)])
@pytest.mark.parametrize("unit", ["%", "亿元", "", "个百分点"])
def test_that_two_columns_hold_the_phrase(qualifier: str, unit: str) -> None:
    one = figure("31.63", unit, qualifier)
    assert joined(*number_and_unit(one)) == figure_words(one)
    assert "31.63" in number_and_unit(one)[0]


@pytest.mark.parametrize(
    ("direction", "words", "value"),
    [(Direction.UP, "+5.5%", "5.5"), (Direction.DOWN, "−5.5%", "-5.5"), (Direction.FLAT, "±5.5%", "5.5")],
)
def test_that_a_rate_of_growth_has_its_sign(direction: Direction, words: str, value: str) -> None:
    one = replace(figure("5.5", "%"), direction=direction, base_value=Decimal("5.5"), base_unit="%")
    assert figure_words(one) == words
    assert signed_value(one) == Decimal(value)
    assert exact_words(one) == words.strip("+±")


def test_that_the_exact_value_is_told_digit_by_digit() -> None:
    one = replace(figure("31.63", "万亿元"), base_value=Decimal("31630000000000.00"), base_unit="元")
    assert exact_words(one) == "31,630,000,000,000 元"
    assert exact_words(figure("1", "人")) == ""
    assert grouped(Decimal("-1234.50")) == "−1,234.5"


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-01-01", "2018-03-31", "2018 Q1"),
        ("2018-07-01", "2018-12-31", "2018 H2"),
        ("2018-02-01", "2018-02-28", "2018-02"),
        ("2018-07-26", "2018-07-26", "2018-07-26"),
        ("2013-01-01", "2018-12-31", "2013–2018"),
        ("2018-04-01", "2018-05-31", "2018-04 – 2018-05"),
        ("", "", "近年"),
    ],
)
def test_that_times_are_told_short_and_those_without_date_as_printed(start: str, end: str, told: str) -> None:
    assert period_words(Period("近年", start, end)) == told


@pytest.mark.parametrize(
    ("printed", "start", "end", "told"),
    [
        ("全年", "2024-01-01", "2024-12-31", "2024年"),
        ("去年", "2023-01-01", "2023-12-31", "2023年"),
        ("报告期内", "2024-01-01", "2024-06-30", "2024 H1"),
        ("年末", "2024-12-31", "2024-12-31", "2024年末"),
        ("上半年", "2024-01-01", "2024-06-30", "2024年上半年"),
        ("11月11日", "2024-11-11", "2024-11-11", "2024年11月11日"),
        ("2024年", "2024-01-01", "2024-12-31", "2024年"),
        ("十三五", "2016-01-01", "2020-12-31", "十三五"),
        ("全年", "", "", "全年"),
        ("", "2018-01-01", "2018-12-31", "2018年"),
        ("", "2018-01-01", "2018-03-31", "2018 Q1"),
    ],
)
def test_that_a_time_is_printed_with_its_year(printed: str, start: str, end: str, told: str) -> None:
    assert printed_period(Period(printed, start, end)) == told


def test_that_long_numbers_are_parted_by_thousands_whatever_their_unit() -> None:
    told = [spoken(Decimal(value), "亿元")[0] for value in ("9999.50", "12345.60", "-68285")]
    assert told == ["9999.50", "12,345.60", "−68,285"]
