from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.knowledge.cues.word_pattern import any_of, expression_of

_WORDS = st.sets(st.text("网店铺购.+AkS", min_size=1, max_size=4), max_size=8)


@given(_WORDS, st.text("网店铺购.+AaKkKsſ", max_size=30))
def test_that_it_finds_what_each_word_for_itself_would_find_the_longest_first(
    words: set[str], text: str
) -> None:
    plain = "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)"
    assert [one.span() for one in any_of(words).finditer(text)] == [
        one.span() for one in re.finditer(plain, text, re.IGNORECASE)
    ]


def test_that_no_words_find_nothing() -> None:
    assert any_of(()).search("网店") is None
    assert any_of({""}).search("网店") is None


def test_that_an_expression_takes_the_longest_of_words_with_one_beginning() -> None:
    pattern = re.compile(expression_of(["中航", "中航光电", "中国电建", "A+股", "中"]))
    assert [match[0] for match in pattern.finditer("中航光电、中航、中国电建、中美、A+股、a+股")] == [
        "中航光电", "中航", "中国电建", "中", "A+股",
    ]  # fmt: skip
    assert expression_of([]) == ""


def test_that_the_same_words_make_one_pattern_in_whatever_order_they_come() -> None:
    assert any_of(["网店", "铺", "网店"]) is any_of({"铺", "网店"})
