"""A number that was typed is found by itself before it is found inside longer numbers and codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.query.request import Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.finder import Finder

    FindIn = Callable[[dict[str, str]], Finder]

LICENCE = "渝公网安备50011202501701号"
"""Dense with a year nobody means."""


@pytest.mark.parametrize(
    ("typed", "inside", "whole"),
    [
        ("2025", LICENCE, "到2025年，全县建成冷库十二座，比上一年多了三座，另有五座在建。"),
        ("2025", "编号A2025", "2024-2025学年，全县中小学生人数比上一学年多了三千人。"),
        ("12", "12.5万吨", "冷库建成了12座，其中五座在乡镇，七座在县城的物流园里。"),
        ("31", "31,630亿元", "下降31%，是近十年来降得最多的一年，比前一年多降了一成。"),
        ("5", "0.5个百分点", "5月，全县网店新开三百家，关门的有一百二十家。"),
        ("2025年", "12025年", "全县在2025年建成冷库，比原先的计划早了一年零三个月。"),
        ("突破10", "突破100万", "产量突破10万吨，是全省第三个到这一步的县。"),
    ],
)
@pytest.mark.parametrize("by_sentence", [False, True])
def test_that_a_number_by_itself_comes_before_one_inside_another(
    find_in: FindIn, typed: str, inside: str, whole: str, *, by_sentence: bool
) -> None:
    finder = find_in({"a": f"{inside}\n{inside}。", "b": f"关于冷库。\n{whole}\n{inside}。"})
    answer = finder.search(Query(typed, by_sentence=by_sentence))
    assert answer.hits[0].document == "b"
    assert answer.hits[0].text + answer.hits[0].after[:2] in whole + "\n" + inside
    assert [hit.document for hit in answer.hits][1:] in (["a", "a", "b"], ["b", "a", "a"])
    assert answer.total == answer.literal == 4


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.text("0123456789", min_size=1, max_size=3),
    texts=st.lists(st.text("012，。a.年,", max_size=14), min_size=1, max_size=4),
)
def test_that_the_order_is_all_that_changes(find_in: FindIn, typed: str, texts: list[str]) -> None:
    finder = find_in({str(number): text for number, text in enumerate(texts)})
    answer = finder.search(Query(typed, mode="exact"))
    places = {(hit.document, hit.start, hit.end) for hit in answer.hits}
    expected = {
        (str(number), at, at + len(typed))
        for number, text in enumerate(texts)
        for at in range(len(text))
        if text.startswith(typed, at)
    }
    assert places == expected
    assert answer.total == len(answer.hits) == len(expected)
