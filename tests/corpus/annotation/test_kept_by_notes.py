"""What a note keeps on its way: its address with any id, its standing when it is anchored anew, whole readings."""

from __future__ import annotations

import json

import pytest

from corpus.annotation.addresses import note_address, note_id
from corpus.annotation.foreign.highlight import colour_of_hex, nearest_colour
from corpus.annotation.jsonld import to_jsonld
from corpus.annotation.reanchoring import reanchored
from corpus.model.annotation import AnchorStatus, Annotation, Selector
from corpus.model.span import Span

WORDS = "直播带货的交易规模在这一年里达到了四千九百亿元，比上一年多出三成"
TEXT = f"报告从头说起。{WORDS}。此后的几年里，增速逐年放缓。"


def note(**changes: object) -> Annotation:
    """Return a note on the words."""
    start = TEXT.index(WORDS)
    selector = Selector(WORDS, TEXT[max(0, start - 8) : start], TEXT[start + len(WORDS) :][:8])
    fields = {"id": "n", "article": "a", "selector": selector, "span": Span(start, start + len(WORDS))}
    return Annotation(**(fields | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("identity", ["a/b", "甲 乙", "x?y#z", "a%2Fb", "n" * 36])
def test_that_any_id_comes_back_from_its_address(identity: str) -> None:
    address = note_address(identity)
    assert "/" not in address.removeprefix("urn:yinde:annotation:")
    assert note_id(address) == identity


def test_that_a_note_on_changed_words_says_that_it_is_placed_by_likeness() -> None:
    changed = TEXT.replace("四千九百亿元", "五千一百亿元").replace("报告从头", "这份报告从头")
    moved = reanchored(note(status=AnchorStatus.PLACED, confidence=1.0), changed)
    assert moved.span is not None
    assert moved.status is AnchorStatus.APPROXIMATE
    assert 0 < moved.confidence < 1


def test_that_a_note_whose_words_are_gone_is_an_orphan_without_confidence() -> None:
    lost = reanchored(note(status=AnchorStatus.PLACED, confidence=1.0), "完全是另外一篇文章，说的是粮食。")
    assert (lost.span, lost.status, lost.confidence) == (None, AnchorStatus.ORPHAN, 0.0)


def test_that_a_handout_names_nobody_and_keeps_nothing_of_other_programs() -> None:
    extra = json.dumps({"their:key": "theirs"})
    told = str(to_jsonld([note(creator="某人", extra=extra)], handout=True))
    assert "某人" not in told
    assert "theirs" not in told
    assert "None" not in told


@pytest.mark.parametrize(
    ("digits", "colour"), [("#ffd400", (0xFF, 0xD4, 0x00)), ("#5fb236", (0x5F, 0xB2, 0x36))]
)
def test_that_a_colour_by_its_digits_is_the_nearest_of_ours(
    digits: str, colour: tuple[int, int, int]
) -> None:
    assert colour_of_hex(digits) == nearest_colour(*colour)
