"""Two hands on one note or draft: what each changed is so afterwards, and nobody's words are written over."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from corpus.library.notes.rebasing import rebased_draft, rebased_note
from corpus.model.annotation import Annotation, Colour, Selector
from corpus.model.draft import Draft, DraftItem
from corpus.model.span import Span

NOTE = Annotation("n", "a", span=Span(3, 5), selector=Selector("原文"), note="旧话", tags=("甲", "乙"))


def draft(letters: str) -> Draft:
    return Draft("d", "稿", items=tuple(DraftItem("text", text=one) for one in letters))


def letters(one: Draft) -> str:
    return "".join(item.text for item in one.items)


@pytest.mark.parametrize(
    ("known", "mine", "theirs", "both"),
    [
        ("a", "A", "ab", "Ab"),
        ("", "A", "b", "Ab"),
        ("ac", "Ac", "abc", "Abc"),
        ("ac", "aC", "abc", "abC"),
        ("abc", "ac", "abcd", "acd"),
        ("abc", "abcd", "ac", "acd"),
        ("abc", "cab", "abcd", "cabd"),
        ("ab", "aB", "ax", "aBx"),
        ("ab", "abx", "abx", "abx"),
        ("abc", "", "abcd", "d"),
    ],
)
def test_blocks_of_a_draft_changed_by_two_hands(known: str, mine: str, theirs: str, both: str) -> None:
    assert letters(rebased_draft(draft(mine), draft(known), draft(theirs))) == both


@pytest.mark.parametrize("seed", range(40))
def test_whatever_one_of_two_hands_put_in_stays_and_what_one_took_out_is_gone(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311

    def changed(text: str, new: str) -> str:
        found = [one for one in text if chance.random() < 0.8]
        for one in new:
            found.insert(chance.randint(0, len(found)), one)
        return "".join(found)

    known = "abcdef"[: chance.randint(0, 6)]
    mine, theirs = (
        changed(known, "XYZ"[: chance.randint(0, 3)]),
        changed(known, "xyz"[: chance.randint(0, 3)]),
    )
    found = letters(rebased_draft(draft(mine), draft(known), draft(theirs)))
    kept = [one for one in known if one in mine and one in theirs]
    assert sorted(found) == sorted([*kept, *(set(mine + theirs) - set(known))])
    assert [one for one in found if one in kept] == kept
    for hand in (mine, theirs):
        added = [one for one in hand if one not in known]
        assert [one for one in found if one in added] == added


def test_a_note_takes_what_each_hand_changed_of_it() -> None:
    mine = replace(NOTE, note="新话", tags=("甲", "丙"))
    moved = replace(
        NOTE, article="b", span=Span(0, 2), colour=Colour.RED, tags=("甲", "乙", "丁"), modified="x"
    )
    found = rebased_note(mine, NOTE, moved)
    assert found == replace(moved, note="新话", tags=("甲", "丁", "丙"))
    assert rebased_note(mine, NOTE, NOTE) == mine
    assert rebased_note(NOTE, NOTE, moved) == moved
