"""A number a sentence only reckons with vouches for nothing."""

from __future__ import annotations

import pytest

from corpus.audit.numbers.supposed import is_supposed
from corpus.model.span import Span


@pytest.mark.parametrize(
    ("sentence", "number", "supposed"),
    [
        ("照 9.6 万亿元算，两年只增长 6.5%。", "9.6 万亿元", True),
        ("按12元来计算，一年要省下三千元。", "12元", True),
        ("照 9.6 万亿元算，两年只增长 6.5%。", "6.5%", False),
        ("总额为9.6万亿元，算是新高。", "9.6万亿元", False),
        ("按每件12元的价格算，并不贵。", "12元", False),
        ("按 300 万台计算机来说，一年够用。", "300 万台", False),
    ],
)
def test_that_what_is_only_reckoned_with_is_told_from_what_is_claimed(
    sentence: str, number: str, *, supposed: bool
) -> None:
    start = sentence.index(number)
    assert is_supposed(sentence, Span(start, start + len(number))) is supposed
