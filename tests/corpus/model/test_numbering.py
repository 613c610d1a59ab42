from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.errors import UsageError
from corpus.model.numbering import PageStretch, printed_number, roman, stretches_of, stretches_text, value_of

LABELS = st.one_of(
    st.just(""),
    st.integers(1, 900).map(str),
    st.integers(1, 400).map(roman),
    st.integers(1, 400).map(lambda number: roman(number).upper()),
)
STRETCHES = st.dictionaries(st.integers(1, 500), st.tuples(LABELS, st.integers(1, 2)), max_size=5).map(
    lambda found: tuple(PageStretch(first, *found[first]) for first in sorted(found))
)


@given(STRETCHES)
def test_what_is_written_is_what_is_read(stretches: tuple[PageStretch, ...]) -> None:
    assert stretches_of(stretches_text(stretches)) == stretches


@given(STRETCHES, st.integers(1, 600))
def test_the_next_page_has_the_next_number(stretches: tuple[PageStretch, ...], page: int) -> None:
    here, following = printed_number(stretches, page), printed_number(stretches, page + 1)
    if here and not any(one.first == page + 1 for one in stretches):
        assert value_of(following.partition("-")[0]) == value_of(here.rpartition("-")[2]) + 1


@given(st.integers(1, 3999))
def test_roman_numbers_come_back(number: int) -> None:
    assert value_of(roman(number)) == value_of(roman(number).upper()) == number


def test_a_book_with_a_preface_and_spreads() -> None:
    stretches = stretches_of("1=, 2=i, 8=1；40=33/2")
    told = [printed_number(stretches, page) for page in (1, 2, 5, 8, 39, 40, 41)]
    assert told == ["", "i", "iv", "1", "32", "33-34", "35-36"]


@pytest.mark.parametrize("text", ["x", "1", "0=1", "1=iiii", "1=45/3", "a=1"])
def test_what_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="bad_pages"):
        stretches_of(text)
