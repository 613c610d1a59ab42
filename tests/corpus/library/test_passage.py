"""What stands around a place is whole paragraphs of the text, cut only at their far ends."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.library.finding.passage import MOST_BESIDE, paragraphs_around
from corpus.model.span import Span

LINES = st.lists(
    st.sampled_from(["", "  ", "- 一条。", "第一句。第二句很长，" * 90, "短", "字" * 1500]), min_size=1
)


@given(LINES, st.data())
def test_the_paragraphs_around_a_place_are_of_its_text_and_hold_it(
    lines: list[str], data: st.DataObject
) -> None:
    text = "\n".join(lines)
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    line_end = text.find("\n", start)
    span = Span(start, data.draw(st.integers(start, len(text) if line_end < 0 else line_end)))
    found, at = paragraphs_around(text, span)
    assert found[at].span.contains(span)
    assert len(found) - at <= 2
    assert at <= 1
    for number, one in enumerate(found):
        assert one.text == one.span.of(text)
        assert "\n" not in one.text
        assert number == at or one.text.strip()
        assert len(one.text) <= 2 * MOST_BESIDE + len(span)
        assert one.torn[0] == (one.span.start > 0 and text[one.span.start - 1] != "\n")
        assert one.torn[1] == (one.span.end < len(text) and text[one.span.end] != "\n")
    for before, after in pairwise(found):
        assert not text[before.span.end : after.span.start].strip("\n ") or before.torn[1] or after.torn[0]


def test_a_long_paragraph_is_cut_at_the_ends_of_sentences() -> None:
    text = "甲" * 20 + "。" + ("这是很长一段里的一句话。" * 200)
    (only,), at = paragraphs_around(text, Span(1200, 1204))
    assert at == 0
    assert only.torn == (True, True)
    assert only.text.startswith("这是")
    assert only.text.endswith("。")
