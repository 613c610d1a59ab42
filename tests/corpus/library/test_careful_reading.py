"""Sentences no rule can read are found wherever they stand, at little cost, and only they are left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library.core.careful_reading import read_carefully
from corpus.model.errors import UsageError
from corpus.model.progress import Cancelled
from corpus.model.span import Span
from corpus.text.sentences import sentences

NUMBERS = st.integers(0, 119)
LENGTH = 120


def text_of(length: int, same: Sequence[int] = ()) -> str:
    """Return lines of numbered sentences, those of ``same`` in the same words."""
    return "".join(
        f"这是{'同一' if one in same else f'第{one}'}句话。" + "\n" * (one % 7 == 0) for one in range(length)
    )


def reading(
    bad: Callable[[list[str]], bool], counted: list[int]
) -> Callable[[str, Sequence[Span]], list[str]]:
    """Return what reads sentences as they stand, and raises over those that are bad."""

    def read(text: str, spans: Sequence[Span]) -> list[str]:
        counted.append(sum(map(len, spans)))
        words = [one.of(text) for one in spans]
        if bad(words):
            raise KeyError("?")
        return words

    return read


@given(st.sets(NUMBERS, max_size=12))
def test_that_exactly_those_at_fault_are_left_out(wrong: set[int]) -> None:
    text, counted = text_of(LENGTH), list[int]()
    spans = sentences(text)
    bad = {f"这是第{one}句话。" for one in wrong}
    found = read_carefully(reading(lambda words: bool(bad & set(words)), counted), text, spans)
    assert found.found == [one.of(text) for one in spans if one.of(text) not in bad]
    assert [one.span for one in found.unread] == [one for one in spans if one.of(text) in bad]
    assert all(one.span.of(text) == one.text and not one.whole for one in found.unread)
    assert sum(counted) <= (2 + 2 * len(wrong)) * len(text), "each costs two readings, none costs none"


@given(NUMBERS, NUMBERS)
def test_that_of_two_that_cannot_be_read_together_one_is_left_out(one: int, other: int) -> None:
    text = text_of(LENGTH)
    both = {f"这是第{one}句话。", f"这是第{other}句话。"}
    found = read_carefully(reading(lambda words: both <= set(words), []), text, sentences(text))
    assert found.found is not None
    assert (len(found.unread), len(found.found)) == (1, LENGTH - 1)
    assert found.unread[0].text in both


def test_that_copies_of_one_sentence_are_one_fault() -> None:
    text = text_of(LENGTH, same=range(0, LENGTH, 2))
    counted: list[int] = []
    found = read_carefully(reading(lambda words: "这是同一句话。" in words, counted), text, sentences(text))
    assert len(found.unread) == LENGTH / 2
    assert sum(counted) <= 4 * len(text)


def test_that_a_fault_of_no_sentence_leaves_the_whole_unread() -> None:
    text = text_of(LENGTH)
    for bad in (lambda _words: True, lambda words: any("1" in one for one in words)):
        found = read_carefully(reading(bad, []), text, sentences(text))
        assert found.found is None
        assert [(one.span, one.whole) for one in found.unread] == [(Span(0, len(text)), True)]
    assert read_carefully(reading(lambda _words: True, []), "", ()).found is None


@pytest.mark.parametrize("ending", [Cancelled(), MemoryError(), OSError(), UsageError("bad_value")])
def test_that_what_ends_a_reading_for_other_reasons_ends_it(ending: Exception) -> None:
    def read(_text: str, _spans: Sequence[Span]) -> None:
        raise ending

    with pytest.raises(type(ending)):
        read_carefully(read, text_of(3), sentences(text_of(3)))


def test_that_places_stay_where_they_are() -> None:
    text = text_of(LENGTH)
    seen: list[bool] = []

    def read(shown: str, spans: Sequence[Span]) -> int:
        seen.extend(one.of(shown) == one.of(text) for one in spans)
        if any("第70句" in one.of(shown) for one in spans):
            raise ValueError
        return len(shown)

    assert read_carefully(read, text, sentences(text)).found == len(text)
    assert all(seen)
