"""A text beside its folded form comes back whole, whatever it holds."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.characters.packing import packed, unpacked
from index.fold import SAME_LENGTH, fold_text

LONG = "ＡＢ他說，「發展」與Ｃ；\ud800𠮷ﬁ①\n" * 1500


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.integers(1, 3))
@example(LONG, 1)
@example("", 1)
def test_a_text_comes_back_as_it_was(text: str, times: int) -> None:
    whole = text * times
    folded = fold_text(whole, SAME_LENGTH).text
    assert unpacked(packed(whole, folded), folded) == whole


def test_what_folds_to_itself_takes_next_to_nothing() -> None:
    text = "不同的文字各有各的写法和读音" * 300
    assert len(packed(text, text)) < 100


def test_damage_is_told() -> None:
    with pytest.raises((zlib.error, UnicodeError)):
        unpacked(b"\xff" + packed(LONG, LONG), LONG)
