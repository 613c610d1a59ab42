from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.needed_signs import Guarded, GuardedGroup, GuardedGroups, guarded, may_begin, signs_of

_PATTERNS = (
    "甲乙|丙?丁", "(?:甲|乙){0,2}丙", "(?<=甲)乙(?=丙)", "(?<!甲)乙(?!丙)", "[甲乙]{1,2}丁", "[^甲]乙", "(?i:ab)c|D",
    "(?P<a>甲)乙(?P=a)", "^甲$", "甲*", "(?:甲乙?|[丙丁])[a-z]", "[甲-鿿]a",
)  # fmt: skip


@pytest.mark.parametrize("pattern", _PATTERNS)
@given(text=st.text("甲乙丙丁abcABCD", max_size=6))
def test_that_no_text_is_refused_that_holds_a_match(pattern: str, text: str) -> None:
    signs = frozenset(text)
    plain = [one.span() for one in re.finditer(pattern, text)]
    assert [one.span() for one in guarded(pattern).finditer(text, signs)] == plain
    assert (guarded(pattern).search(text, signs) is not None) == bool(plain)


def test_that_the_rarest_signs_a_match_needs_are_told() -> None:
    assert guarded("[^，。]{2,12}(?:态势|势头)(?:仍|还)").needed == (frozenset("仍还"), frozenset("势态"))
    assert guarded("的|了").may_match(frozenset("甲")) is False
    assert guarded("甲?").needed == ()
    assert guarded(re.compile("ab甲", re.IGNORECASE)).needed == (frozenset("甲"),)


@pytest.mark.parametrize("pattern", [*_PATTERNS, r"(?<!\d)\d?[a-b]?丙|\Da", "(?:甲|)乙"])
@given(text=st.text("甲乙丙丁abcABCD12", max_size=6))
def test_that_no_character_is_refused_that_a_match_begins_with(pattern: str, text: str) -> None:
    made = re.compile(pattern)
    begun = {text[one.start()] for one in made.finditer(text) if one[0]}
    assert all(may_begin(made, one) for one in begun)


def test_that_a_character_is_refused_that_no_match_begins_with() -> None:
    assert not may_begin(re.compile(r"(?<!\d)(?:甲|乙?丙)丁"), "丁")
    assert not may_begin(re.compile(r"\d?甲"), "乙")


@given(text=st.text("甲乙丙丁abcABCD", max_size=6))
def test_that_patterns_asked_together_are_those_that_may_match_one_by_one(text: str) -> None:
    ones = [guarded(one) for one in _PATTERNS]
    together = GuardedGroup(ones)
    likely = [number for number, one in enumerate(ones) if one.may_match(signs_of(text))]
    assert together.likely(signs_of(text)) == likely
    assert together.finders(signs_of(text)) == [ones[number].pattern for number in likely]


@given(texts=st.lists(st.text("甲乙丙丁abcABCD", max_size=6), max_size=4), cut=st.integers(0, len(_PATTERNS)))
def test_that_groups_asked_in_turn_tell_what_each_tells_alone(texts: list[str], cut: int) -> None:
    ones = [guarded(one) for one in _PATTERNS]
    parts: tuple[list[Guarded], ...] = (ones[:cut], ones[cut:], [])
    together = GuardedGroups(parts)
    for text in texts:
        signs = frozenset(text)
        told = [list(together.likely(group, signs)) for group in range(len(parts))]
        assert told == [GuardedGroup(part).likely(signs) for part in parts]


def test_that_all_groups_are_told_by_one_look_at_the_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[frozenset[str]] = []
    told = GuardedGroup.likely

    def counted(one: GuardedGroup, signs: frozenset[str]) -> list[int]:
        asked.append(signs)
        return told(one, signs)

    monkeypatch.setattr(GuardedGroup, "likely", counted)
    together = GuardedGroups([[guarded("甲")], [guarded("乙"), guarded("丙")]])
    signs = frozenset("乙甲")
    assert [list(together.likely(group, signs)) for group in (0, 1, 0)] == [[0], [0], [0]]
    assert asked == [signs]


def test_that_none_of_many_patterns_is_asked_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Guarded] = []
    told = Guarded.may_match

    def counted(one: Guarded, signs: frozenset[str]) -> bool:
        asked.append(one)
        return told(one, signs)

    monkeypatch.setattr(Guarded, "may_match", counted)
    together = GuardedGroup(guarded(f"{chr(0x4E00 + number)}[甲乙]") for number in range(500))
    assert together.likely(signs_of("一甲丁")) == [0, 1]
    assert len(together.finders(signs_of("一甲丁"))) == 2
    assert not asked
