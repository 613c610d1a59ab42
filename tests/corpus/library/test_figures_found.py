"""Beside what a search found stand the figures that tell of what was asked, those of most of its words first."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, search
from corpus.library.intake.importing import import_paths

TEXT = (
    "云川省2025年经济述评\n\n云川省2025年地区生产总值8200亿元，常住人口310万人。"
    "青禾果业2025年营业收入12亿元，员工人数460人。\n"
    "2024年粮食产量58万吨。2025年粮食产量增长3.2%。2026年粮食产量预计达60万吨。\n"
)


@pytest.fixture
def told(library: Library, tmp_path: Path) -> Library:
    file = tmp_path / "述评.txt"
    file.write_text(TEXT, encoding="utf-8")
    import_paths(library, [file])
    return library


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("GDP", ["地区生产总值"]),
        ("果业园", []),
        ("常住人口", ["常住人口", "地区生产总值"]),
        ("地区生产总值 常住人口", ["地区生产总值", "常住人口"]),
        ("青禾果业 员工人数", ["员工人数", "营业收入"]),
        ("述评", []),
        ('"员工人数460人"', ["员工人数", "营业收入"]),  # what is quoted holds the metric
        ("云川省 -常住人口", ["地区生产总值", "常住人口"]),
        ("/\\d{4}亿元/", ["地区生产总值", "常住人口"]),
    ],
)
def test_which_figures_stand_beside_what_was_found(told: Library, text: str, metrics: list[str]) -> None:
    answer = search(told, SearchRequest(text, limit=100))
    own = [one.statistic.metric for one in answer.figures if one.place.title.startswith("云川省")]
    assert own == metrics


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("粮食产量", "58"),
        ("2026年粮食产量", "60"),
        ("哪年粮食产量增长最快", "3.2"),
        ("粮食产量 2025", "3.2"),
        ("粮食产量 增长 -2024", "3.2"),
        ("粮食产量 -2026", "58"),
    ],
)
def test_figures_of_the_year_and_the_kind_asked_for_come_first(told: Library, text: str, first: str) -> None:
    answer = search(told, SearchRequest(text, limit=100))
    figures = [one.statistic for one in answer.figures if one.statistic.metric == "粮食产量"]
    assert len(figures) > 1 or text.endswith("2024")
    assert str(figures[0].value) == first
