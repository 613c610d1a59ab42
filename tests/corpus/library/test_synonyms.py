"""Companies and metrics are looked for under their other names too, and under the one typed where a person asks so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import count_figures, figure_ids, figure_page, figure_places
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.finding.search_history import from_json, to_json
from corpus.library.intake.importing import import_paths
from corpus.library.intake.vocabulary.companies import add_company
from corpus.store.facts.figure_query import FigureQuery

TEXT = (
    "山里的账本\n\n去年全县地区生产总值达到86亿元。青禾果业把苹果卖到了海边。小青的果园又添了两座冷库。"
    "规模以上的果园只有两家。果干的市场空间还大。\n"
)


@pytest.fixture
def article(library: Library, tmp_path: Path) -> str:
    file = tmp_path / "账本.txt"
    file.write_text(TEXT, encoding="utf-8")
    return import_paths(library, [file]).sources[0].articles[0].id


def found(library: Library, article: str, request: SearchRequest) -> set[str]:
    return {one.place.quote[:6] for one in find_places(library, request).hits if one.place.article == article}


@pytest.mark.parametrize(("text", "sentence"), [("GDP", "去年全县地区"), ("小青", "青禾果业把苹")])
def test_that_other_names_are_found_unless_a_person_wants_none(
    library: Library, article: str, text: str, sentence: str
) -> None:
    add_company(library, "青禾果业", ("小青",))
    request = SearchRequest(text, "words")
    assert sentence in found(library, article, request)
    assert sentence not in found(library, article, replace(request, synonyms=False))


@pytest.mark.parametrize("typed", ["GDP", "gdp", "生产总值", "国内生产总值", "gdp 账本"])
def test_that_figures_are_filtered_by_any_name(library: Library, article: str, typed: str) -> None:
    asked = FigureQuery(text=typed, articles=(article,))
    assert count_figures(library, asked).total == 1
    assert [row.statistic.metric for row in figure_page(library, asked, 0, 9)] == ["地区生产总值"]
    assert count_figures(library, replace(asked, text=f"{typed} 海盐")).total == 0


def test_that_figures_whose_metric_bears_what_is_typed_come_first(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "海县.txt"
    file.write_text(
        "海县的年景\n\n财政收入12亿元，占生产总值的8%。粮食产量7万吨。\n生产总值150亿元。\n", encoding="utf-8"
    )
    article = import_paths(library, [file]).sources[0].articles[0].id
    asked = FigureQuery(text="GDP", articles=(article,))
    metrics = [row.statistic.metric for row in figure_page(library, asked, 0, 9)]
    assert len(metrics) > 1
    bearing = ["生产总值" in one for one in metrics]
    assert bearing == sorted(bearing, reverse=True)
    ids = figure_ids(library, asked)
    assert figure_places(library, asked, ids) == {one: place for place, one in enumerate(ids)}


def test_that_a_word_too_wide_is_not_looked_for_in_place_of_a_measure(library: Library, article: str) -> None:
    of_the_market = found(library, article, SearchRequest("市场规模", "words"))
    assert of_the_market == {"果干的市场空"}
    assert found(library, article, SearchRequest("规模", "words")) == {"规模以上的果"}


def test_that_an_exact_search_finds_what_is_typed_only(library: Library, article: str) -> None:
    assert found(library, article, SearchRequest("GDP", "exact")) == set()


def test_that_a_search_of_before_is_what_it_was() -> None:
    request = SearchRequest("GDP", "words", synonyms=False)
    assert from_json(to_json(request)) == request
    assert from_json(to_json(request).replace(', "synonyms": false', "")).synonyms


@pytest.mark.parametrize("typed", ["地区生产总值增速", "GDP增速", "生产总值增长率", "粮食产量增幅"])
def test_that_growth_is_found_by_the_name_charts_give_it(
    library: Library, tmp_path: Path, typed: str
) -> None:
    file = tmp_path / "湖县.txt"
    file.write_text(
        "湖县的年景\n\n2024年，全县地区生产总值增长6.1%。\n\n粮食产量7万吨，同比增长2.4%。\n\n游客80万人次。\n",
        encoding="utf-8",
    )
    article = import_paths(library, [file]).sources[0].articles[0].id
    asked = FigureQuery(text=typed, articles=(article,))
    metrics = {row.statistic.metric for row in figure_page(library, asked, 0, 9)}
    assert metrics == {"粮食产量" if "粮食" in typed else "地区生产总值"}
    assert count_figures(library, replace(asked, text="增速")).total == 0
