from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from corpus.knowledge.word_pattern import any_of

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
