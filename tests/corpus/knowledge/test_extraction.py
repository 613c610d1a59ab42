"""All extractors at once, and what they do with odd text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.knowledge import statistics
from corpus.knowledge.document.inherit import inherit
from corpus.knowledge.extraction import Extraction, extract
from corpus.knowledge.sentences.reader import Reader
from corpus.model.context import DocumentContext
from corpus.model.knowledge import Knowledge
from corpus.model.platform import Platform
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.model.trend import Cue, Trend
from corpus.text.numbers import numerals
from corpus.text.sentences import sentences
from index.segment import quick

KNOWN = Knowledge((Platform("甲店", ("JD",)),), (Trend("smart", "智能化", "", cues=(Cue("智能", 1.0),)),))


def test_that_one_text_gives_figures_names_facts_and_passages() -> None:
    text = "甲店2018年的GMV为5亿元。智能导购日益普及。"
    found = extract(text, sentences(text), KNOWN, DocumentContext(written=date(2019, 1, 1)))
    assert [(one.metric, one.subject, str(one.value)) for one in found.statistics] == [("GMV", "甲店", "5")]
    assert [one.text for one in found.mentions] == ["甲店"]
    assert [one.predicate for one in found.facts] == ["sales"]
    assert [one.span.of(text) for one in found.passages] == ["智能导购日益普及。"]


def test_that_an_empty_text_gives_nothing() -> None:
    assert extract("", (), KNOWN) == Extraction()


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet="甲店JD智能0123456789.%，。、；：（）()“”《》亿元年月同比增长从到为占约超过第一二十百\n 其中",
        max_size=120,
    )
)
def test_that_spans_lie_within_their_sentence(text: str) -> None:
    parts = sentences(text)
    found = extract(text, parts, KNOWN, DocumentContext(written=date(2019, 1, 1)))
    for statistic in found.statistics:
        assert statistic.evidence in parts
        assert statistic.evidence.contains(statistic.figure)
        assert statistic.metric
    for fact in found.facts:
        assert fact.evidence in parts
    assert len({statistic.id for statistic in found.statistics}) == len(found.statistics)


BLOCK = "甲店2018年的GMV为5亿元，同比增长12%。它卖出300台电视。全市工业增加值增长3.1%（见表）。乙说丙不对。"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([*BLOCK.split("。")[:-1], "甲店亏损2亿元", "2019年收入9亿元"]), max_size=9))
def test_that_what_stands_again_tells_the_same_again(chosen: list[str]) -> None:
    filler = "这里什么也不说。" * 12
    once = "".join(f"{one}。" for one in chosen) + filler
    text = once * 3
    context = DocumentContext(written=date(2019, 1, 1))
    found = extract(text, sentences(text), KNOWN, context)
    told = [
        [
            (one.metric, str(one.value), one.subject, one.figure.of(text), one.evidence.of(text))
            for one in found.statistics
            if part * len(once) <= one.figure.start < (part + 1) * len(once)
        ]
        for part in (1, 2)
    ]
    assert told[0] == told[1]
    facts = [(one.predicate, dict(one.value), one.evidence.of(text)) for one in found.facts]
    assert len(facts) % 3 == 0
    assert facts[: len(facts) // 3] * 3 == facts


def test_that_sentences_standing_again_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Span] = []

    class Counted(Reader):
        def __init__(self, text: str, sentence: Span, *rest: Any) -> None:
            read.append(sentence)
            super().__init__(text, sentence, *rest)

    took: list[Statistic] = []

    def counted(one: Statistic, *rest: Any, **named: Any) -> Statistic:
        took.append(one)
        return inherit(one, *rest, **named)

    monkeypatch.setattr(statistics, "Reader", Counted)
    monkeypatch.setattr(statistics, "inherit", counted)
    text = BLOCK * 40
    found = extract(text, sentences(text), KNOWN, DocumentContext(written=date(2019, 1, 1)))
    assert len(found.statistics) == 40 * len(extract(BLOCK, sentences(BLOCK), KNOWN).statistics)
    assert len(read) <= 4 * len(sentences(BLOCK))
    assert len(took) <= len(found.statistics) / 8


def test_that_what_comes_again_is_cut_looked_up_and_reckoned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []
    cut, known, tagged = quick._cutter()
    evaluate = numerals.evaluate

    def cutting(text: str) -> list[str]:
        asked.append(("cut", text))
        return cut(text)

    def knowing(word: str) -> bool:
        asked.append(("known", word))
        return known(word)

    def reckoning(plain: str) -> Any:
        asked.append(("reckoned", plain))
        return evaluate(plain)

    monkeypatch.setattr(quick, "_cutter", lambda: (cutting, knowing, tagged))
    monkeypatch.setattr(numerals, "evaluate", reckoning)
    for cache in (quick._words_of, quick.is_word, numerals._reading):
        cache.cache_clear()
    text = BLOCK
    first = extract(text, sentences(text), KNOWN)
    assert {kind for kind, _ in asked} == {"cut", "known", "reckoned"}
    short = [one for one in asked if one[0] != "reckoned" and len(one[1]) <= quick._REMEMBERED]
    assert len(short) == len(set(short))
    asked.clear()
    assert extract(text, sentences(text), KNOWN) == first
    assert not [one for one in asked if len(one[1]) <= quick._REMEMBERED]


@pytest.mark.parametrize(("numbers", "told"), [(3, True), (statistics.MOST_NUMBERS + 1, False)])
def test_that_a_sentence_of_thousands_of_numbers_tells_nothing(*, numbers: int, told: bool) -> None:
    text = "网店销售额增长" + "12%，" * numbers + "。网店销售额增长5%。"
    found = extract(text, sentences(text), KNOWN).statistics
    assert bool([one for one in found if one.value == 12]) is told
    assert [one for one in found if one.value == 5]
