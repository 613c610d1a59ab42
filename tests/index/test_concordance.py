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
    assert all(one.word in one.example and "电商" in one.example for one in found)


def test_the_example_of_a_collocate_is_where_it_first_stands_at_a_place(find_in: FindIn) -> None:
    far = "，" * 40
    finder = find_in({"1": f"aa{far}cc bb aa{far}aa bb{far}bb"})
    found = {one.word: one.example for one in finder.collocates("aa", window=1, measure="log_dice")}
    assert found["bb"] == "，" * 9 + "cc bb aa" + "，" * 40 + "aa bb" + "，" * 27


def test_the_example_of_a_collocate_fills_a_wide_row(find_in: FindIn) -> None:
    finder = find_in(
        {
            "1": "这一年乡镇里的网店由夫妻两个人打理，白天收货，晚上装箱，逢双日到快递点去一趟，账本还记在纸上。"
        }
    )
    (example,) = (
        one.example for one in finder.collocates("夫妻", window=4, measure="log_dice") if one.word == "网店"
    )
    assert example.endswith("账本还记在纸上。")


def test_collocates_tell_how_often_they_stand_before_and_numbers_are_none(find_in: FindIn) -> None:
    finder = find_in({"1": "cc aa bb，，dd aa bb，，cc aa cc bb，，增长 12.5% aa 3 bb，，ee"})
    found = {one.word: (one.count, one.left) for one in finder.collocates("aa", window=1, measure="log_dice")}
    assert found == {"bb": (2, 0), "cc": (3, 2), "dd": (1, 1)}


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


MEASURED = "aa bb cc dd aa bb ee bb gg hh"
"""Two places of aa; near them within one word: bb twice, dd once; ten words in all."""


@pytest.mark.parametrize(
    ("measure", "scores"),
    [
        ("log_dice", {"bb": 14 + math.log2(4 / 5), "dd": 14 + math.log2(2 / 3)}),
        ("mutual_information", {"bb": math.log2(2 / 0.9), "dd": math.log2(1 / 0.3)}),
        (
            "log_likelihood",
            {"bb": 2 * (2 * math.log(2 / 0.9) + math.log(1 / 2.1)), "dd": 2 * math.log(1 / 0.3)},
        ),
    ],
)
def test_each_measure_is_what_its_name_says(find_in: FindIn, measure: str, scores: dict[str, float]) -> None:
    found = find_in({"1": MEASURED}).collocates("aa", window=1, measure=measure)  # type: ignore[arg-type]
    assert {c.word: c.score for c in found} == {word: round(score, 4) for word, score in scores.items()}
    assert [c.word for c in found] == sorted(scores, key=lambda word: -scores[word])
    assert {c.word: c.count for c in found} == {"bb": 2, "dd": 1}


def test_what_stands_as_often_elsewhere_is_no_collocate(find_in: FindIn) -> None:
    finder = find_in({"1": "aa bb cc bb cc bb", "2": "没有"})
    # bb: one of one near, two of five elsewhere; cc stands not near at all.
    assert [c.word for c in finder.collocates("aa", window=1)] == ["bb"]
    assert [c.word for c in find_in({"1": "aa bb dd bb bb bb"}).collocates("aa", window=2)] == ["dd"]


def test_collocates_are_cut_by_a_limit_and_equal_ones_come_in_order(find_in: FindIn) -> None:
    finder = find_in({"1": "cc aa bb，，dd ee ff gg。", "2": "cc aa bb hh jj"})
    every = finder.collocates("aa", window=1)
    assert [(c.word, c.count) for c in every] == [("bb", 2), ("cc", 2)]
    assert finder.collocates("aa", window=1, limit=1) == every[:1]
    assert finder.collocates("aa", window=1, limit=None, allowed=frozenset({"2"}))[0].count == 1
    assert finder.collocates("AA", window=1) == ()
    assert finder.collocates("AA", window=1, fold=frozenset({"case"})) == every


def test_a_word_near_two_places_counts_once_and_the_places_themselves_never(find_in: FindIn) -> None:
    finder = find_in({"1": "aa bb aa cc，dd ee ff"})
    assert {c.word: c.count for c in finder.collocates("aa", window=2)} == {"bb": 1, "cc": 1, "dd": 1}
    assert {c.word: c.count for c in finder.collocates("aa bb", window=1)} == {"aa": 1}


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", [0, 1, 2, 3]), ("L1", [1, 3, 2, 0]), ("l1", [1, 3, 2, 0]), ("R1", [1, 0, 2, 3]), ("R2", [2, 3, 1, 0]),
        ("LW1", [1, 3, 2, 0]), ("RW1", [1, 0, 2, 3]), ("L0", [0, 1, 2, 3]), ("X1", [0, 1, 2, 3]),
        ("R10", [0, 1, 2, 3]),
    ],
)  # fmt: skip
def test_lines_are_sorted_by_the_neighbour_asked_for(find_in: FindIn, sort: str, order: list[int]) -> None:
    lines = ("重 电商 App5 天", "8 电商 2 地", "张，电商 B 阿", "阿 电商 b 把")
    finder = find_in({"1": "\n".join(lines)})
    found = finder.concordance("电商", sort=sort, context=9).lines
    starts = [0, 14, 23, 32]
    assert [sum(start <= line.start for start in starts) - 1 for line in found] == order


def test_a_line_begins_and_ends_with_its_text(find_in: FindIn) -> None:
    (line,) = find_in({"1": "电商好"}).concordance("电商", context=5).lines
    assert (line.left, line.key, line.right, line.start, line.end) == ("", "电商", "好", 0, 2)
    (line,) = find_in({"1": "一二三四五电商六七八九十"}).concordance("电商", context=3).lines
    assert (line.document, line.title, line.left, line.right) == (
        "1",
        "一二三四五电商六七八九十",
        "三四五",
        "六七八",
    )
    text = "甲" * 40 + "电商" + "乙" * 40
    (line,) = find_in({"1": text}).concordance('"电商"').lines
    assert (line.left, line.right) == ("甲" * 30, "乙" * 30)
    assert find_in({"1": "電商"}).concordance("电商").total == 0
    assert find_in({"1": "電商"}).concordance("电商", fold=frozenset({"variants"})).total == 1


def test_the_distribution_follows_folds_and_the_most_relevant_document(find_in: FindIn) -> None:
    finder = find_in({"1": "甲" * 30 + "电商", "2": "電商。电商", "3": "没有"})
    assert finder.distribution("电商") == (("2", (0.6,)), ("1", (0.9375,)))
    assert finder.distribution('"电商"', fold=frozenset({"variants"}))[0] == ("2", (0.0, 0.6))
