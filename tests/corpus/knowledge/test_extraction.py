"""All extractors at once, and what they do with odd text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.knowledge.extraction import Extraction, extract
from corpus.model.context import DocumentContext
from corpus.model.knowledge import Knowledge
from corpus.model.platform import Platform
from corpus.model.trend import Cue, Trend
from corpus.text.sentences import sentences

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
