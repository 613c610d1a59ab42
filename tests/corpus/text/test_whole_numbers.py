"""Whole numbers of strangers: read where they are some, and never the end of what reads them."""

from __future__ import annotations

import json

import pytest

from corpus.importing.text_files.markdown import read_markdown
from corpus.references.csl_json import plain_items
from corpus.report.citations.item import read_date
from corpus.text.whole_numbers import whole_number
from tests.lines import every

ENDLESS = "9" * 5000


@every(
    ("told", "number"),
    [
        ("7", 7), (" 12 ", 12), ("-3", -3), ("０７", 7), (2019, 2019), (0, 0), ("0", 0), ("999999999", 999_999_999),
        ("²", None), ("--5", None), ("", None), ("x", None), ("1.0", None), (1.0, None), (True, None), (None, None),
        (ENDLESS, None), (10**4000, None), (-(10**9), None), (["1"], None), ("1000000000", None),
    ],
)  # fmt: skip
def test_that_a_number_is_read_or_none_is(told: object, number: int | None) -> None:
    assert whole_number(told) == number


@pytest.mark.parametrize("odd", ["²", "--5", ENDLESS, 10**4000, True])
def test_that_a_date_in_odd_digits_is_left_out(odd: object) -> None:
    assert read_date({"date-parts": [[odd]]}) is None
    told = read_date({"date-parts": [[2019, odd], [odd]]})
    assert told is not None
    assert (told.year, told.month, told.until) == (2019, 0, 0)
    (item,) = plain_items([{"type": "book", "title": "书", "issued": {"date-parts": [[2019, odd, 4]]}}])
    assert item["issued"]["date-parts"] == [[2019]]


def test_that_dates_from_one_year_to_another_are_read() -> None:
    told = read_date(json.loads('{"date-parts": [[2019, "03"], ["2021"]]}'))
    assert told is not None
    assert (told.year, told.month, told.until) == (2019, 3, 2021)


@pytest.mark.parametrize(("start", "first"), [("0", "0"), ("7", "7"), (ENDLESS, "1")])
def test_that_a_list_of_markdown_begins_where_it_says(start: str, first: str) -> None:
    assert f"{first}. 甲" in read_markdown(f"一段话。\n\n{start}. 甲\n\n完了。\n".encode()).text
