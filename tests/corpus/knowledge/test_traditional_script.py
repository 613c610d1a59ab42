"""A text in traditional script says what its simplified form says: the same figures, names, facts and passages."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import Extraction, extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.knowledge import Knowledge
from corpus.text.script import is_traditional, plain_script
from corpus.text.sentences import sentences

LABELLED = Path(__file__).parent / "labelled"
TOGETHER = 12
"""Sentences of a set that make up a text."""


@cache
def knowledge() -> Knowledge:
    return builtin_knowledge()


@cache
def traditional() -> OpenCC:
    return OpenCC("s2t")


def in_traditional(plain: str) -> str:
    """Return a text as it is printed in Taiwan and Hong Kong, quotation marks too."""
    converted: str = traditional().convert(plain)
    return converted.translate(str.maketrans("“”", "「」"))


def texts(name: str, field: str) -> list[str]:
    """Return the sentences of a labelled set, a few to a text."""
    lines = [json.loads(line)[field] for line in (LABELLED / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return ["\n".join(lines[at : at + TOGETHER]) for at in range(0, len(lines), TOGETHER)]


def read(text: str) -> Extraction:
    return extract(text, sentences(text), knowledge(), derive_context(text))


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("statistics", "sentence"),
        ("statistics_of_daily_genres", "sentence"),
        ("facts", "text"),
        ("firms", "text"),
        ("trends_of_many_genres", "text"),
    ],
)
def test_both_scripts_say_the_same(name: str, field: str) -> None:
    for plain in texts(name, field):
        printed = in_traditional(plain)
        if plain_script(printed) != plain:  # a character whose way back is another one
            continue
        told, own = read(plain), read(printed)
        assert is_traditional(printed)
        assert own.statistics == told.statistics
        assert [replace(one, text="") for one in own.mentions] == [
            replace(one, text="") for one in told.mentions
        ]
        assert all(one.text == one.span.of(printed) for one in own.mentions)
        assert [replace(one, value={}) for one in own.facts] == [replace(one, value={}) for one in told.facts]
        assert own.passages == told.passages


def test_that_words_of_measures_meet() -> None:
    (one,) = read("經濟部統計處表示，去年網路銷售額5,080億元，較前年成長6.6%。").statistics
    assert (one.metric, str(one.value), one.unit) == ("网络销售额", "5080", "亿元")
    assert one.change is not None
    assert str(one.change.value) == "6.6"
    (one,) = read("去年營業額成長率達3.4%，為近年來新低。").statistics
    assert (one.metric, str(one.value)) == ("营业额", "3.4")
