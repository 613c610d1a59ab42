from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model.span import Span
from desktop.reader.marks import Mark, MarkKind, Marks

spans = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(spans, max_size=25), spans)
def test_exactly_the_marks_that_share_a_character_are_found(places: list[Span], seen: Span) -> None:
    marks = Marks(Mark(MarkKind.HIT, place) for place in places)

    found = sorted(mark.span for mark in marks.touching(seen))

    assert found == sorted(place for place in places if place.overlaps(seen))


def test_the_shortest_mark_under_the_pointer_comes_first() -> None:
    marks = Marks(
        [Mark(MarkKind.HIGHLIGHT, Span(0, 9), id="long"), Mark(MarkKind.HIGHLIGHT, Span(3, 5), id="short")]
    )

    assert [mark.id for mark in marks.at(4)] == ["short", "long"]


def test_that_what_a_mark_tells_is_put_into_words_only_when_asked() -> None:
    asked: list[str] = []

    def tell() -> str:
        asked.append("once")
        return "原文：␣"

    mark = Mark(MarkKind.REPAIR, Span(0, 1), tell=tell)
    assert list(Marks([mark])) == [mark]
    assert not asked
    assert mark.told == "原文：␣"
    assert Mark(MarkKind.HIT, Span(0, 1)).told == ""
