"""Sets of documents: what holds most of some strings is what counting one by one would name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.characters.numbers import Numbers, heaviest, shared
from index.characters.postings import MOST_KEPT, Postings

NUMBERS = st.frozensets(st.integers(0, 60))
HELD = st.lists(st.tuples(st.integers(1, 40), NUMBERS), max_size=8)


@given(HELD, st.integers(1, 30))
def test_the_heaviest_are_those_with_the_greatest_sums(
    held: list[tuple[int, frozenset[int]]], most: int
) -> None:
    sums: Counter[int] = Counter()
    for weight, numbers in held:
        sums.update(dict.fromkeys(numbers, weight))
    ordered = sorted(sums, key=lambda number: (-sums[number], number))
    weighed = [(float(weight), Numbers.of(numbers)) for weight, numbers in held]
    assert set(heaviest(weighed, most)) == set(ordered[:most])


@given(
    st.lists(NUMBERS, max_size=9), st.sampled_from((0.3, 1.0, 1.5, 2.0, 4.0)), st.sampled_from((-1, 0, 1, 7))
)
def test_what_stands_in_many_sets_is_what_counting_says(
    held: list[frozenset[int]], least: float, most: int
) -> None:
    counts = Counter(number for numbers in held for number in numbers)
    ordered = sorted((n for n in counts if counts[n] >= least), key=lambda number: (-counts[number], number))
    assert set(shared([Numbers.of(one) for one in held], least, most)) == set(
        ordered if most < 0 else ordered[:most]
    )


@given(NUMBERS, NUMBERS, st.integers(0, 70))
def test_numbers_are_a_set_that_comes_in_order(
    some: frozenset[int], others: frozenset[int], most: int
) -> None:
    first, second = Numbers.of(some), Numbers.of(others)
    assert list(first) == sorted(some)
    assert set(first & second) == some & others
    assert set(first | second) == some | others
    assert set(first - second) == some - others
    assert list(first.first(most)) == sorted(some)[:most]
    assert (len(first), bool(first), most in first) == (len(some), bool(some), most in some)
    assert first.width == max(some, default=-1) + 1


@pytest.mark.parametrize(("words", "most"), [(12, 60), (64, 60), (64, 200)])
def test_the_heaviest_of_many_are_told_without_adding_up_each(words: int, most: int) -> None:
    # What counts is the sets handled: of a hundred times as many documents the same.
    asked = [
        [(1 + 1 / (w + 2), Told.of(range(0, size, w + 2))) for w in range(words)] for size in (600, 60_000)
    ]
    cost = []
    for weighed in asked:
        Told.passes = 0
        heaviest(weighed, most)
        cost.append(Told.passes)
    assert cost[0] == cost[1] == 0


class Told(Numbers):
    """Numbers that tell how often somebody goes through them one by one."""

    passes = 0

    def __iter__(self) -> Iterator[int]:
        type(self).passes += 1
        return super().__iter__()


def test_postings_are_read_once_and_the_oldest_are_forgotten() -> None:
    read: list[str] = []

    def reading(question: str) -> Numbers:
        read.append(question)
        return Numbers.of((MOST_KEPT // 2 - 1,))

    postings = Postings()
    for question in ("a", "b", "a", "c", "a", "b"):
        postings.get(question, reading)
    assert read == ["a", "b", "c", "b"]
