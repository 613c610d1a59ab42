"""Numerals within words are no numbers; those that count are."""

from __future__ import annotations

import pytest

from corpus.text.numbers import find_numbers


@pytest.mark.parametrize(
    "text",
    [
        "王五找赵六说话。",
        "他们去了四平和六安。",
        "四环路堵车。",
        "一部分人走了。",
        "看一看再说。",
        "零星问题放一放。",
    ],
)
def test_that_a_numeral_within_a_word_is_no_number(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [("档案分三卷。", 3), ("花了五元。", 5), ("一共九家。", 9), ("买了三十本。", 30), ("排在第四。", 4)],
)
def test_that_a_numeral_that_counts_is_one(text: str, value: int) -> None:
    assert [one.value for one in find_numbers(text)] == [value]
