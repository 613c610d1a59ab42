from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from index.search.collocation import Collocate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.finder import Finder

    FindIn = Callable[[Mapping[str, str]], Finder]

LIBRARY = {
    "1": "乙电商好。甲电商坏。丙电商App多。",
    "2": "发展电商平台，电商平台发展。电商平台。天气好天气坏。" * 3,
}
FRUIT = "苹果 香蕉 西瓜 葡萄 桃子 梨子"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("", "乙甲丙"), ("L1", "丙甲乙"), ("R1", "丙乙甲"[0] + "甲乙"), ("LW1", "丙甲乙")],
)
def test_lines_are_sorted_by_their_neighbours(find_in: FindIn, sort: str, expected: str) -> None:
    lines = find_in({"1": LIBRARY["1"]}).concordance("电商", sort=sort, context=3).lines
    bing, jia, yi = "bǐng", "jiǎ", "yǐ"
    assert bing < jia < yi
    if sort == "R1":
        # App, 好 (hǎo), 坏 (huài)
        expected = "丙乙甲"
    assert "".join(line.left[-1] for line in lines) == expected


def test_every_place_has_a_line_with_its_context(find_in: FindIn) -> None:
    concordance = find_in(LIBRARY).concordance("电商", context=2)
    assert concordance.total == len(concordance.lines) == 12
    for line in concordance.lines:
        text = LIBRARY[line.document]
        assert (line.left, line.key, line.right) == (
            text[max(0, line.start - 2) : line.start], text[line.start : line.end], text[line.end : line.end + 2]
        )  # fmt: skip


def test_collocates_are_words_that_stand_near_more_than_elsewhere(find_in: FindIn) -> None:
    finder = find_in({"2": LIBRARY["2"]})
    found = finder.collocates("电商", window=1)
    assert found[0].word == "平台"
    assert found[0].count == 9
    assert "天气" not in {c.word for c in found}
    assert all(a.score >= b.score for a, b in pairwise(found))
    assert all(isinstance(c, Collocate) for c in finder.collocates("电商", measure="log_dice"))
    assert finder.collocates("没有这个词") == ()


def test_likelihood_holds_what_stands_near_against_what_stands_elsewhere(find_in: FindIn) -> None:
    finder = find_in({"1": "aa bb cc dd aa bb ee bb gg hh"})
    found = {c.word: c.score for c in finder.collocates("aa", window=1, measure="log_likelihood")}
    # Two of three near, one of seven elsewhere; expected were 0.9 and 2.1.
    assert found["bb"] == pytest.approx(2 * (2 * math.log(2 / 0.9) + math.log(1 / 2.1)), abs=1e-4)


@pytest.mark.parametrize(
    ("window", "words"),
    [(0, ""), (1, "西瓜 葡萄"), (2, "香蕉 西瓜 葡萄 桃子"), (3, FRUIT), (9, FRUIT)],
)
def test_collocates_stand_within_the_window_and_not_a_word_further(
    find_in: FindIn, window: int, words: str
) -> None:
    finder = find_in({"1": "苹果，香蕉，西瓜，电商，葡萄，桃子，梨子。"})
    found = finder.collocates("电商", window=window)
    assert {one.word: one.count for one in found} == dict.fromkeys(words.split(), 1)


def test_the_distribution_lies_between_beginning_and_end(find_in: FindIn) -> None:
    finder = find_in({"1": "电商" + "。" * 6 + "电商", "2": "没有"})
    assert finder.distribution("电商") == (("1", (0.0, 0.8)),)


def test_only_allowed_documents_have_lines(find_in: FindIn) -> None:
    finder = find_in(LIBRARY)
    assert {line.document for line in finder.concordance("电商", allowed={"1"}).lines} == {"1"}


def test_suggestions_come_by_characters_pinyin_and_initials(finder: Finder) -> None:
    assert finder.suggest("拼多") == ("拼多多",)
    assert "拼多多" in finder.suggest("pinduo")
    assert "拼多多" in finder.suggest("pdd")
    assert finder.suggest("") == ()
    assert len(finder.suggest("直", limit=1)) == 1


def test_suggestions_without_an_index_are_the_own_words(find_in: FindIn) -> None:
    assert find_in({"1": "拼多多。"}).suggest("pin") == ("拼多多",)
