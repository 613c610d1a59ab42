"""Contradictions and agreements between short documents that name their place, thing or company in other ways."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.knowledge.comparing.conflicts import find_agreements, find_conflicts
from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.conflicts import located

Text = tuple[str, str, str]
PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parent / "labelled/document_pairs.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def relation(texts: list[dict[str, str]]) -> str:
    """Return what the figures of some documents say of one another."""
    figures = located(texts, builtin_knowledge())
    if find_conflicts(figures):
        return "contradiction"
    return "agreement" if find_agreements(figures) else "neither"


@pytest.mark.parametrize("pair", PAIRS, ids=[one["texts"][0]["title"] for one in PAIRS])
def test_that_documents_contradict_agree_or_do_neither(pair: dict[str, object]) -> None:
    assert relation(pair["texts"]) == pair["relation"]  # type: ignore[arg-type]


@pytest.mark.parametrize("days", [20, 200])
def test_that_figures_without_a_time_are_compared_over_a_few_weeks_only(days: int) -> None:
    written = {20: "2022-05-21", 200: "2022-11-17"}[days]
    texts = [
        {"title": "枫林镇概况", "date": "2022-05-01", "text": "枫林镇常住人口8.2万人。"},
        {"title": "枫林镇手记", "date": written, "text": "枫林镇常住人口9.6万人。"},
    ]
    assert relation(texts) == ("contradiction" if days == 20 else "neither")


def test_that_what_happens_from_day_to_day_is_not_compared_without_a_time() -> None:
    texts = [
        {"title": "枫林镇集市", "date": "2022-05-01", "text": "枫林镇卖出草莓8.2万斤。"},
        {"title": "枫林镇手记", "date": "2022-05-21", "text": "枫林镇卖出草莓9.6万斤。"},
    ]
    assert relation(texts) == "neither"


def test_that_towns_and_counties_of_one_name_are_two() -> None:
    texts = [
        {"title": "长林市统计公报", "date": "2022-02-01", "text": "2021年，长林市常住人口92万人。"},
        {"title": "长林县统计公报", "date": "2022-02-01", "text": "2021年，长林县常住人口31万人。"},
    ]
    assert relation(texts) == "neither"


def test_that_what_belongs_to_towns_and_counties_of_one_name_is_two() -> None:
    texts = [
        {"title": "长林市法院", "date": "2022-02-01", "text": "长林市法院2021年受理案件9.2万件。"},
        {"title": "长林县法院", "date": "2022-02-01", "text": "长林县法院2021年受理案件3.1万件。"},
    ]
    assert relation(texts) == "neither"


@pytest.mark.parametrize("title", ["阅读软件比较", "居民消费价格同比", "与往年相比"])
def test_that_a_heading_that_ends_in_a_comparison_takes_no_time_from_the_next_line(title: str) -> None:
    text = {"title": title, "date": "2024-07-20", "text": "2024年6月，小舟阅读的月活用户为2260万。"}
    assert [one.statistic.period.text for one in located([text], builtin_knowledge())] == ["2024年6月"]
