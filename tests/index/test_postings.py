"""The documents that hold the weightiest strings are those that adding everything up would name."""

from __future__ import annotations

from array import array
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from index.characters.postings import MOST_KEPT, Postings, heaviest

HELD = st.lists(
    st.tuples(st.integers(1, 40), st.lists(st.integers(0, 60), unique=True).map(lambda n: array("I", sorted(n)))),
    max_size=8,
)  # fmt: skip


@given(HELD, st.integers(1, 30))
def test_the_heaviest_are_those_with_the_greatest_sums(held: list[tuple[int, array[int]]], most: int) -> None:
    sums: Counter[int] = Counter()
    for weight, numbers in held:
        sums.update(dict.fromkeys(numbers, weight))
    ordered = sorted(sums, key=lambda number: (-sums[number], number))
    assert heaviest([(float(weight), numbers) for weight, numbers in held], most) == set(ordered[:most])


def test_postings_are_read_once_and_the_oldest_are_forgotten() -> None:
    read: list[str] = []

    def reading(question: str) -> array[int]:
        read.append(question)
        return array("I", bytes(4 * (MOST_KEPT // 2)))

    postings = Postings()
    for question in ("a", "b", "a", "c", "a", "b"):
        postings.get(question, reading)
    assert read == ["a", "b", "c", "b"]
