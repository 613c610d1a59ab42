"""Sums, quotients and parts told in several short documents, each kind beside its look-alikes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from corpus.knowledge.comparing.conflicts import find_conflicts
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.sentences.attribution import attributed_source
from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.conflicts import located
from corpus.text.numbers import find_numbers
from tests.corpus.knowledge.test_conflicts_in_context import labelled, relation
from tests.lines import every

PAIRS = labelled("conflicts_of_sums")


@every("pair", PAIRS, ids=[one["texts"][1]["text"][:24] for one in PAIRS])
def test_that_parts_quotients_and_their_wholes_stand_for_or_against_each_other(pair: dict[str, Any]) -> None:
    assert relation(pair["texts"]) == pair["relation"]


@every("pair", [one for one in PAIRS if one["relation"] == "contradiction"], ids=lambda one: str(one["kind"]))
def test_that_what_is_added_and_divided_is_told_as_what_it_is(pair: dict[str, Any]) -> None:
    figures = located(pair["texts"], builtin_knowledge())
    assert {one.kind for one in find_conflicts(figures)} == {pair["kind"]}


def test_that_the_sum_of_a_quotient_names_both_figures_it_is_reckoned_from() -> None:
    texts = [
        {"title": "黄坡镇小麦面积", "date": "2022-03-15", "text": "黄坡镇今年小麦种植面积4万亩。"},
        {"title": "黄坡镇夏收", "date": "2022-06-20", "text": "黄坡镇今年收小麦1.6万吨，平均亩产520公斤。"},
    ]
    (found,) = find_conflicts(located(texts, builtin_knowledge()))
    assert found.sum == "1.6 万吨 ÷ 4 万亩 = 400 ≠ 520 公斤"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("水厂投资二点三亿元", "230000000"),
        ("年产四十五点六万吨", "456000"),
        ("总额一点二万亿元", "1200000000000"),
    ],
)
def test_that_a_point_before_a_scale_word_is_read(text: str, value: str) -> None:
    assert [one.value for one in find_numbers(text)] == [Decimal(value)]


@pytest.mark.parametrize("text", ["晚上八点五万人进场", "下午三点五百人到场"])
def test_that_an_hour_before_a_crowd_is_no_part_of_its_number(text: str) -> None:
    assert all(one.value in {Decimal(50000), Decimal(500)} for one in find_numbers(text))


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("据《村级图书室使用情况调查》，六成村民去过。", "《村级图书室使用情况调查》"),
        ("据省统计局《县域经济年报》数据，占61.4%。", "省统计局《县域经济年报》"),
        ("据国家统计局统计，用户9亿人。", "国家统计局"),
    ],
)
def test_that_the_title_of_a_source_is_taken_whole(sentence: str, source: str) -> None:
    assert attributed_source(sentence) == source


@pytest.mark.parametrize(
    ("title", "about"),
    [("海陵证券：半年报点评", ""), ("沧澜科技：研发之年", "沧澜科技")],
)
def test_that_a_house_that_only_writes_is_not_whom_a_text_is_about(title: str, about: str) -> None:
    text = f"{title}\n上半年，沧澜科技研发投入3.42亿元。"
    assert derive_context(text, title=title).about == about


@pytest.mark.parametrize(
    ("whole", "told"),
    [
        ("水稻种植面积60万亩，水稻总产量36万吨。", "水稻高产田亩产780公斤。"),
        ("水稻种植面积60万亩，水稻总产量36万吨。", "再生稻亩产780公斤。"),
        ("玉米种植面积60万亩，玉米总产量36万吨。", "青贮玉米亩产3200公斤。"),
        ("棉花播种面积60万亩，棉花产量6万吨。", "籽棉单产320公斤。"),
        ("地区生产总值800亿元，民营经济增加值400亿元。", "民营经济增加值占全省地区生产总值比重为5.2%。"),
    ],
)
def test_that_a_quotient_of_better_land_or_of_another_whole_is_none_of_these(whole: str, told: str) -> None:
    texts = [
        {"title": f"云州情况{place}", "date": "2026-02-01", "text": f"2025年云州市{text}"}
        for place, text in enumerate((whole, told))
    ]
    assert find_conflicts(located(texts, builtin_knowledge())) == ()
