from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.query.request import Query
from index.words.questions import is_question, without_asking
from index.words.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.finder import Finder
    from index.segment import Segmenter

ASKED: dict[str, set[str]] = {
    "2025年哪个省gdp增长最快": {"2025", "gdp", "增长", "最快"},
    "哪家公司市值最高": {"公司", "市值", "最高"},
    "哪类商品卖得最好": {"商品", "卖得", "最好"},
    "哪省的房价最高": {"房价", "最高"},
    "第几届进博会": set(),
    "多少家企业上市": {"企业", "上市"},
    "有多少人失业": {"失业"},
    "最低工资是多少钱": {"最低工资"},
    "什么时候开工": {"开工"},
    "直播是不是广告吗？": {"直播", "广告"},
}


@pytest.mark.parametrize(("asked", "words"), ASKED.items())
def test_what_only_says_how_is_asked_leaves_no_piece_among_the_words(
    asked: str, words: set[str], segmenter: Segmenter
) -> None:
    # Every string stands somewhere: a piece wrongly cut out would be looked for.
    terms = Terms(segmenter, {}, lambda _: (), lambda _: True)
    assert {s.text for s in terms.scored(asked)} >= words
    pieces = "".join(s.text for s in terms.scored(asked))
    assert not set("哪几个家类省届多少么钱吗") & set(pieces) - {c for w in words for c in w}
    assert is_question(asked)


@pytest.mark.parametrize(
    "told", ["几何平均数", "十几个城市", "好几家企业", "市场规模", "呢绒出口", "近几年的增长"]
)
def test_what_asks_nothing_stays_whole(told: str) -> None:
    assert without_asking(told) == told
    assert not is_question(told)


def test_a_question_of_nothing_else_keeps_its_words() -> None:
    assert without_asking("什么") == "什么"


def test_what_counts_a_number_is_no_piece_of_a_name(segmenter: Segmenter) -> None:
    terms = Terms(segmenter, {}, lambda _: (), lambda _: True)
    assert not {"年粮", "6年", "吨小"} & {s.text for s in terms.scored("2026年粮食产量58吨小麦")}


ONCE_MORE = "直播电商的规模有多大？"
LIBRARY = {
    "asked": f"常见问题\n{ONCE_MORE}请看别处。",
    "answered": "直播电商的规模\n直播电商的规模大，已有4.9万亿元。直播电商的规模还在增长。",
    "beside": "社交电商\n社交电商也大。",
}


def test_the_article_that_answers_a_question_comes_before_one_that_asks_it_too(
    find_in: Callable[[Mapping[str, str]], Finder],
) -> None:
    answer = find_in(LIBRARY).search(Query(ONCE_MORE))
    assert answer.hits[0].document == "asked"
    assert list(answer.counts)[:2] == ["answered", "asked"]
    assert set(answer.counts) == {hit.document for hit in answer.hits}


def test_the_article_a_quote_stands_in_comes_first(
    find_in: Callable[[Mapping[str, str]], Finder],
) -> None:
    answer = find_in(LIBRARY).search(Query("规模还在增长"))
    assert next(iter(answer.counts)) == answer.hits[0].document == "answered"
    quoted = find_in(LIBRARY).search(Query("请看别处"))
    assert next(iter(quoted.counts)) == "asked"


@pytest.mark.parametrize("limit", [None, 1])
def test_articles_with_nothing_listed_follow_by_their_places(
    limit: int | None, find_in: Callable[[Mapping[str, str]], Finder]
) -> None:
    texts = {str(n): "甲的年报\n" + "电商很好。" * n for n in range(1, 6)}
    counts = find_in(texts).search(Query('"电商很好"', mode="exact", limit=limit)).counts
    first, *rest = counts
    assert counts[first] == int(first)
    if limit:
        assert rest == sorted(rest, key=lambda name: -counts[name])
