"""Years that are none of publication: guesses, of copyright, of printing, and spans of years."""

from __future__ import annotations

import pytest

from corpus.model.record import text_of, value_of
from corpus.report.citations import cite


@pytest.mark.parametrize(
    ("issued", "told"),
    [
        ("1957/1990", "1957/1990"),
        ("1957/1990~", "1957/[1990]"),
        ("1957/1990?", "1957/[1990]"),
        ("1957/[1990]", "1957/[1990]"),
        ("1957~/1990", "[1957]/1990"),
        ("1957~/1990~", "[1957/1990]"),
        ("1957~", "[1957]"),
    ],
)
@pytest.mark.parametrize("style", ["gbt7714-2015-numeric", "gbt7714-2025-numeric"])
def test_each_end_of_a_span_of_years_may_be_a_guess(issued: str, told: str, style: str) -> None:
    for stated in (issued, {"raw": issued}):
        item = {"type": "book", "title": "图书馆学通讯", "publisher": "北京图书馆", "issued": stated}
        assert f"{told}." in cite([item], style)[0].text


@pytest.mark.parametrize(
    "typed", ["[1936]", "c1988", "1995印刷", "1936", "1957/1990", "1957/[1990]", "1957/1990~"]
)
@pytest.mark.parametrize("style", ["gbt7714-2015-numeric", "gbt7714-2025-author-date"])
def test_a_year_that_is_none_of_publication_is_told_as_it_was_typed(typed: str, style: str) -> None:
    value = value_of("issued", typed)
    item = {
        "type": "book",
        "title": "图书",
        "author": [{"literal": "甲"}],
        "publisher": "乙社",
        "issued": value,
    }
    printed = "1957/[1990]" if typed.endswith("~") else typed
    assert text_of("issued", value) == typed
    assert printed in cite([item], style)[0].text
