from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model.span import Span
from desktop.reader.text.offsets import Utf16Map

texts = st.text(alphabet=st.sampled_from("字a，\n\t𠮷😀é\u200d"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_every_code_point_begins_where_utf16_says(text: str) -> None:
    offsets = Utf16Map.of(text)

    assert [offsets.to_units(at) for at in range(len(text) + 1)] == [
        units(text[:at]) for at in range(len(text) + 1)
    ]


@given(texts)
def test_going_there_and_back_changes_nothing(text: str) -> None:
    offsets = Utf16Map.of(text)

    assert [offsets.to_points(offsets.to_units(at)) for at in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )
    assert offsets.units == units(text)


@given(texts)
def test_the_middle_of_a_pair_is_its_character(text: str) -> None:
    offsets = Utf16Map.of(text)
    for at, character in enumerate(text):
        if units(character) == 2:
            assert offsets.to_points(offsets.to_units(at) + 1) == at


def test_a_selection_made_backwards_is_the_same_span() -> None:
    offsets = Utf16Map.of("𠮷野家的😀店")

    assert offsets.span_of(7, 2) == offsets.span_of(2, 7) == Span(1, 5)


def test_offsets_outside_are_drawn_to_the_ends() -> None:
    offsets = Utf16Map.of("𠮷野")

    assert (offsets.to_units(-3), offsets.to_units(99), offsets.to_points(-1), offsets.to_points(99)) == (
        0, 3, 0, 2,
    )  # fmt: skip


def test_an_empty_text_has_one_place() -> None:
    assert Utf16Map.of("") == Utf16Map(0, ())
