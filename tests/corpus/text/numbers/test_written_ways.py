"""Every number written in every legal way reads back, and every range of dates in every format."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text.numbers import find_numbers, parse_chinese_number

_DIGITS = "零一二三四五六七八九"


def in_chinese(number: int) -> str:
    """Return a number below 10**8 as it is written in full: 3014 → 三千零一十四."""
    if number == 0:
        return "零"
    high, low = divmod(number, 10000)
    if high:
        tail = "" if not low else ("零" if low < 1000 else "") + in_chinese(low)
        return f"{in_chinese(high)}万{tail}"
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = bool(words) and number % unit > 0
    return words


def ways(number: int) -> list[str]:
    """Return the ways a number is written: in full, with the ten shortened, in figures, in traditional script."""
    full = in_chinese(number)
    written = [full, str(number), f"{number:,}", full.replace("万", "萬")]
    if full.startswith("一十"):
        written.append(full[1:])
    if "零一十" in full:
        written.append(full.replace("零一十", "零十"))
    return written


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(min_value=1, max_value=99_999_999))
def test_that_a_number_reads_back_in_every_way_it_is_written(number: int) -> None:
    for written in ways(number):
        assert parse_chinese_number(written) == Decimal(number), written


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.integers(min_value=11, max_value=4000),
    st.integers(min_value=1, max_value=4000),
    st.sampled_from("至到—"),
)
def test_that_a_range_with_its_scale_at_the_end_has_it_at_both(low: int, more: int, mark: str) -> None:
    high = low + more
    ways_of_both: tuple[tuple[str, str], ...] = ((in_chinese(low), in_chinese(high)), (str(low), str(high)))
    for first, last in ways_of_both:
        (found,) = [one for one in find_numbers(f"投资为{first}{mark}{last}万元。") if one.kind == "amount"]
        assert found.low is not None
        assert found.high is not None
        scale = 1 if found.unit.startswith("万") else 10000
        bounds = (Decimal(low * scale), Decimal(high * scale))
        assert (found.low, found.high) == bounds, (first, last)


_FORMS = ("{0}年{1}月{2}日", "{0}-{1:02}-{2:02}", "{0}/{1}/{2}")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.dates(date(1990, 1, 1), date(2029, 6, 30)), st.integers(min_value=1, max_value=900),
    st.sampled_from(_FORMS), st.sampled_from(["至", "到", "-"]),
)  # fmt: skip
def test_that_a_range_of_days_reads_back_in_every_format(
    first: date, days: int, form: str, mark: str
) -> None:
    last = date.fromordinal(first.toordinal() + days)
    text = mark.join(form.format(day.year, day.month, day.day) for day in (first, last))
    found = find_numbers(f"展期{text}。")
    assert [(one.start_date, one.end_date) for one in found] == [(str(first), str(last))], text
