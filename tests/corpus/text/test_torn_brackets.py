from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.torn_brackets import without_torn_brackets


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("（弱小的品牌只有100-300家", "弱小的品牌只有100-300家"),
        ("有三百家）", "有三百家"),
        ("大众（中国）的销量", "大众（中国）的销量"),
        ("（中国）有三百家", "（中国）有三百家"),
        ("（（中国）有", "（中国）有"),
        ("他说“有三百家", "他说“有三百家"),
        ("《报告》", "《报告》"),
        ("（", ""),
    ],
)
def test_a_bracket_without_its_other_half_is_left_out_at_the_edges_only(cut: str, whole: str) -> None:
    assert without_torn_brackets(cut) == whole


@given(st.text("（）“”《》甲", max_size=8))
def test_nothing_but_brackets_at_the_edges_goes(words: str) -> None:
    told = without_torn_brackets(words)
    assert told in words
    assert told.count("甲") == words.count("甲")
    assert without_torn_brackets(told) == told
