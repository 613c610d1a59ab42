"""Spans of a text: whether one overlaps any of many, asked in steps that hardly grow with them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model.span import Span, Taken
from tests.counting.steps import lines_run

spans = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda one: Span(one[0], one[0] + one[1]))


@given(st.lists(spans), spans)
def test_that_what_is_taken_overlaps_as_its_spans_do(taken: list[Span], asked: Span) -> None:
    assert Taken(taken).overlaps(asked) == any(asked.overlaps(one) for one in taken)


def test_that_asking_takes_no_more_steps_among_more_spans() -> None:
    def asked(many: int) -> int:
        taken = Taken(Span(at, at + 3) for at in range(0, 4 * many, 4))
        return lines_run(lambda _: taken.overlaps(Span(2 * many, 2 * many + 1)), "")

    assert asked(2000) == asked(20)
