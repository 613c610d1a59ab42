from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model.edit import Certainty, Edit, RepairClass, RepairState
from corpus.model.span import Span
from corpus.text.offsets import OffsetMap, apply_edits


def edit(
    start: int, end: int, after: str | None, original: str, state: RepairState = RepairState.APPLIED
) -> Edit:
    return Edit(
        f"{start}-{end}",
        "extra_blank",
        RepairClass.FORM,
        start,
        end,
        original[start:end],
        after,
        Certainty.CERTAIN,
        state,
    )


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, tuple[Edit, ...]]:
    original = draw(st.text(alphabet="电商 。,1\n𠮷", max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(original)), max_size=12)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(st.text(alphabet="，。一\n", max_size=4))
        state = draw(st.sampled_from([RepairState.APPLIED, RepairState.APPLIED, RepairState.OFFERED]))
        edits.append(edit(start, end, after, original, state))
    return original, tuple(draw(st.permutations(edits)))


TEXT = "电商 。增长8.5% 。"


def test_only_applied_edits_count() -> None:
    edits = [edit(2, 3, "", TEXT), edit(10, 11, "", TEXT, RepairState.OFFERED)]
    assert apply_edits(TEXT, edits) == "电商。增长8.5% 。"


def test_overlapping_applied_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_edits(TEXT, [edit(0, 3, "x", TEXT), edit(2, 4, "y", TEXT)])


def test_a_span_that_begins_inside_an_edit_takes_the_whole_edit() -> None:
    original = "甲不及物动词乙"
    offsets = OffsetMap.of([edit(1, 6, "六、", original)])
    assert offsets.to_clean(Span(3, 7)) == Span(1, 4)
    assert offsets.to_clean(Span(3, 4)) == Span(1, 3)
    assert offsets.to_original(Span(2, 3)) == Span(1, 6)


def test_a_span_emptied_by_a_deletion_keeps_its_place() -> None:
    original = "电商【页名】增长"
    offsets = OffsetMap.of([edit(2, 6, "", original)])
    assert offsets.to_clean(Span(3, 5)) == Span(2, 2)
    assert offsets.to_clean(Span(2, 6)) == Span(2, 2)
    assert offsets.to_clean(Span(0, 8)) == Span(0, 4)


def test_a_deletion_belongs_to_neither_neighbour_on_the_way_back() -> None:
    original = "电商 。增"
    offsets = OffsetMap.of([edit(2, 3, "", original)])
    assert offsets.to_original(Span(0, 2)) == Span(0, 2)
    assert offsets.to_original(Span(2, 3)) == Span(3, 4)
    assert offsets.to_original(Span(0, 3)) == Span(0, 4)


def test_an_insertion_lies_between_the_spans_around_it() -> None:
    original = "图一正文"
    offsets = OffsetMap.of([edit(2, 2, "\n", original)])
    assert (offsets.to_clean(Span(0, 2)), offsets.to_clean(Span(2, 4))) == (Span(0, 2), Span(3, 5))
    assert offsets.to_clean(Span(2, 2)) == Span(2, 2)


@given(edited_texts(), st.data())
def test_spans_outside_edits_keep_their_text_and_come_back(
    case: tuple[str, tuple[Edit, ...]], data: st.DataObject
) -> None:
    original, edits = case
    applied = sorted((one.start, one.end) for one in edits if one.applied)
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, len(original)))
    offsets = OffsetMap.of(edits)
    mapped = offsets.to_clean(Span(start, end))
    if start < end and not any((s < end and start < e) or start < s == e < end for s, e in applied):
        assert mapped.of(apply_edits(original, edits)) == original[start:end]
        assert offsets.to_original(mapped) == Span(start, end)


@given(edited_texts(), st.data())
def test_mapping_is_monotone_both_ways(case: tuple[str, tuple[Edit, ...]], data: st.DataObject) -> None:
    original, edits = case
    offsets = OffsetMap.of(edits)
    clean = apply_edits(original, edits)
    for length, carry in ((len(original), offsets.to_clean), (len(clean), offsets.to_original)):
        places = sorted(data.draw(st.lists(st.integers(0, length), min_size=2, max_size=6)))
        spans = [carry(Span(place, length)) for place in places]
        assert [one.start for one in spans] == sorted(one.start for one in spans)
        spans = [carry(Span(0, place)) for place in places if place]
        assert [one.end for one in spans] == sorted(one.end for one in spans)


@given(edited_texts())
def test_each_edit_maps_onto_its_replacement(case: tuple[str, tuple[Edit, ...]]) -> None:
    original, edits = case
    offsets = OffsetMap.of(edits)
    clean = apply_edits(original, edits)
    for one in edits:
        if one.applied and one.end > one.start:
            mapped = offsets.to_clean(Span(one.start, one.end))
            assert mapped.of(clean) == one.after
