"""Phrases with gaps, which speak for a category where no word does."""

from __future__ import annotations

import re

import pytest

from corpus.knowledge.cues.gapped_phrases import phrase, told_by
from corpus.knowledge.cues.word_pattern import any_of
from corpus.knowledge.trends.trends import score_passages
from corpus.model.trend import Cue, Trend
from corpus.text.sentences import sentences


@pytest.mark.parametrize(
    ("written", "text", "told"),
    [
        ("(起初|起先)…后来", "店里起初卖书，后来卖茶。", "起初…后来"),
        ("各(成|管)一", "拍与剪各成一行。", "各成一"),
        ("交给…(机器|程序)", "分拣交给了机器，退货交给程序。", "交给…机器"),
        ("涨了(一|两)…(.|+)", "价涨了一点+。", "涨了一…+"),
        ("起初…后来", "店里起初卖书。后来卖茶。", ""),
        ("起初…后来", "起初一二三四五六七八九十一二三后来", ""),
    ],
)
def test_that_a_phrase_is_found_by_its_words_within_a_sentence(written: str, text: str, told: str) -> None:
    found = phrase(written).pattern.search(text)
    assert (told_by(found) if found else "") == told


def test_that_a_phrase_sorts_a_sentence_and_is_its_reason() -> None:
    trend = Trend("wider", "延伸化", "", phrases=(Cue("起初…后来", 1.2),))
    text = "茶馆起初只卖茶，后来渐渐办起了书场。茶馆渐渐多了起来。"
    found = score_passages(text, sentences(text), (trend,))
    assert [(one.trend, one.reason) for one in found if one.trend == "wider"] == [("wider", "起初…后来")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("青禾的订单和库存越来越听系统的。", True),
        ("青禾的库存越来越听系统的。", False),
        ("青禾的库存、原料库存越来越听系统的。", False),
    ],
)
def test_that_two_words_that_hint_at_a_subject_speak_of_it(text: str, told: bool) -> None:
    trend = Trend("wise", "智能化", "", cues=(Cue("系统", 1.0),), about=("网店",), hints=("订单", "库存"))
    assert ("wise" in {one.trend for one in score_passages(text, sentences(text), (trend,))}) is told


def test_that_words_of_a_person_are_kept_nowhere_but_in_libraries() -> None:
    """Programs of the module's own patterns are kept beside the modules; those of a person's words are not."""
    assert isinstance(phrase("起初…后来").pattern, re.Pattern)
    assert isinstance(any_of({"顾客到店"}), re.Pattern)
