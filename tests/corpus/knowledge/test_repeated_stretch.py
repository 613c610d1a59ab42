"""A stretch that stands in a text again and again is read three times, and told at its places."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from corpus.knowledge.document.repeated_stretch import left_out
from corpus.knowledge.extraction import extract
from corpus.model.knowledge import Knowledge
from corpus.text.sentences import sentences

BEFORE = "县里的粮站去年收粮3.2万吨。"
AFTER = "镇上的书店今年卖书4800册。"


def copy(signs: int) -> str:
    """Return a stretch of its own words, with a phrase that stands in it more than once and a figure."""
    dice = random.Random(7)  # noqa: S311 - texts, no secrets
    words = "".join(chr(dice.randint(0x4E00, 0x8FFF)) for _ in range(signs))
    return f"{words[: signs // 2]}。船行今年运货215万件。{words[signs // 3 : signs]}。"


def test_that_what_the_copies_tell_stands_at_three_of_them_and_the_rest_is_as_it_was() -> None:
    part = copy(6000)
    text = BEFORE + part * 50 + AFTER
    found = extract(text, sentences(text), Knowledge()).statistics
    copies = left_out(text)
    assert copies is not None
    assert len(copies.span) == 47 * len(part)
    assert copies.shortened(text) == BEFORE + part * 3 + AFTER
    figures = [one.figure.of(text) for one in found]
    assert figures == ["3.2万吨", "215万件", "215万件", "215万件", "4800册"]
    assert all(one.figure.of(text) in one.evidence.of(text) for one in found)
    assert [one.figure.start // len(part) for one in found] == [0, 0, 1, 49, 50]
    assert len({one.id for one in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        lambda: copy(6000) * 10,
        lambda: copy(150_000) + copy(160_000),
        lambda: "业" * 400_000,
        lambda: "收粮3万吨，" * 60_000,
        lambda: copy(900) * 30,
    ],
    ids=["few copies", "other words", "one sign", "a phrase", "short text"],
)
def test_that_other_texts_are_read_whole(text: Callable[[], str]) -> None:
    assert left_out(text()) is None
