from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.query.request import Answer, Query

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.finder import Finder

    FindIn = Callable[[Mapping[str, str]], Finder]


def texts(answer: Answer) -> list[str]:
    return [h.text.strip() for h in answer.hits]


def words(finder: Finder, query: str) -> Answer:
    answer = finder.search(Query(query, mode="words"))
    assert answer.total == len(answer.hits) == sum(answer.counts.values())
    assert answer.documents == len(answer.counts)
    return answer


LIBRARY = {
    "1": "甲\n直播电商在增长。社交电商也在增长。",
    "2": "乙\n直播很好看。微博很安静。",
    "3": "丙\n电商靠直播。App 用户 2018 年有 14.5 亿，iPhone 更多。",
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("增长 AND 直播", {"直播电商在增长。"}),
        ("增长 + 社交", {"社交电商也在增长。"}),
        ("微博 OR 社交", {"微博很安静。", "社交电商也在增长。"}),
        ("直播 NOT 电商", {"直播很好看。"}),
        ("直播 -好看 -增长", {"电商靠直播。"}),
        ("好看 AND 安静", {"直播很好看。", "微博很安静。"}),
        ('"直播电商"', {"直播电商在增长。"}),
        ("电商 NEAR/2 直播", {"直播电商在增长。", "电商靠直播。"}),
        ("电商 NEAR/0 直播", {"直播电商在增长。"}),
        ("标题:乙 直播", {"直播很好看。"}),
        ("标题:乙 AND 电商", set()),
        ("正文:安静", {"微博很安静。"}),
        ("标题:丙", {"丙"}),
        ("/20\\d\\d/", {"App 用户 2018 年有 14.5 亿，iPhone 更多。"}),
        ("iphon? 安静", {"App 用户 2018 年有 14.5 亿，iPhone 更多。", "微博很安静。"}),
        ("14", set()),
        ("app", {"App 用户 2018 年有 14.5 亿，iPhone 更多。"}),
        ("phone", set()),
        ("好康 非 微博", set()),
        ("社会电商~", {"社交电商也在增长。"}),
        ("微博，很安静？", {"微博很安静。", "直播很好看。"}),
        ("電商 社交", {"直播电商在增长。", "社交电商也在增长。", "电商靠直播。"}),
    ],
)
def test_sentences_that_answer(find_in: FindIn, query: str, expected: set[str]) -> None:
    found = texts(words(find_in(LIBRARY), query))
    assert set(found) - {"直播很好看。"} == expected - {"直播很好看。"}
    assert len(found) == len(set(found))


def test_a_sentence_with_all_words_comes_before_those_with_some(find_in: FindIn) -> None:
    answer = words(find_in(LIBRARY), "社交电商 增长")
    assert texts(answer)[0] == "社交电商也在增长。"
    first = answer.hits[0]
    text = LIBRARY["1"]
    assert [text[s:e] for s, e in first.marks] == ["社交电商", "增长"]
    assert (first.start, first.end) == (text.index("社交"), len(text))


def test_only_negatives_answer_nothing_and_say_so(find_in: FindIn) -> None:
    answer = words(find_in(LIBRARY), "-直播")
    assert (answer.total, answer.problem and answer.problem.key) == (0, "only_negative")
    assert words(find_in(LIBRARY), "直播").literal == 0  # counted by modes that look for literal places


@pytest.mark.parametrize("query", ["", " ", "　\n"])
@pytest.mark.parametrize("mode", ["auto", "words", "near", "exact"])
def test_blank_queries_answer_without_a_word(find_in: FindIn, query: str, mode: str) -> None:
    answer = find_in({"1": "没有空白。"}).search(Query(query, mode=mode))  # type: ignore[arg-type]
    assert (answer.total, answer.hits, answer.problem) == (0, (), None)


def test_fields_and_ranges_choose_documents(finder: Finder, shelf: object) -> None:
    shelf.put("2017", "旧\n电商小。", year="2017", tags="报告 电商")  # type: ignore[attr-defined]
    shelf.put("2019", "新\n电商大。", year="2019", source="白皮书.pdf", publisher="研究院")  # type: ignore[attr-defined]
    assert texts(words(finder, "年份:2018..2020 电商")) == ["电商大。"]
    assert texts(words(finder, "year:..2017")) == ["旧"]
    assert texts(words(finder, "年份:2019 AND 电商")) == ["电商大。"]
    assert texts(words(finder, "出处:研究院 大")) == ["电商大。"]
    assert texts(words(finder, "标签:报告 电商")) == ["电商小。"]
    assert texts(words(finder, "年份:(2017 OR 2030) AND 电商")) == ["电商小。"]
    assert texts(words(finder, "标签:(没有 OR 报告) AND 电商")) == ["电商小。"]
    assert {h.document for h in words(finder, "电商 NOT 年份:2019").hits}.isdisjoint({"2019"})


def test_aliases_find_each_other(find_in: FindIn) -> None:
    finder = find_in({"1": "京东上市。", "2": "JD.COM is big."})
    for query in ("京东", "jd.com"):
        answer = finder.search(Query(query, mode="words", aliases={"京东": ("JD.COM",)}))
        assert {h.document for h in answer.hits} == {"1", "2"}
    assert (
        "JD.COM"
        in finder.search(Query("京东", mode="words", aliases={"京东": ("JD.COM",)})).explained.plain()
    )


def test_pinyin_and_initials_find_words(finder: Finder) -> None:
    assert texts(words(finder, "pinduoduo"))[0] == "拼多多在美国上市。"
    assert texts(words(finder, "pdd"))[0] == "拼多多在美国上市。"


def test_a_name_cut_wrongly_is_still_found(find_in: FindIn) -> None:
    finder = find_in({"1": "王沈，太原人。", "2": "哪里都有人。"})
    assert texts(words(finder, "王沈是哪里人？"))[0] == "王沈，太原人。"


def test_auto_lists_literal_places_first_then_words_then_near(find_in: FindIn) -> None:
    finder = find_in({
        "1": "他说零售的底层逻辑是流量。别的都不重要。",
        "2": "零售业的底层逻辑在于流量。",
        "3": "流量很贵。",
    })  # fmt: skip
    answer = finder.search(Query("零售的底層 邏輯是流量"))
    assert [(h.kind, h.document) for h in answer.hits] == [("exact", "1"), ("words", "2"), ("words", "3")]
    assert answer.hits[0].text == "零售的底层逻辑是流量"
    near = finder.search(Query("零售的底层逻辑就是流量", mode="near"))
    assert [h.document for h in near.hits] == ["1", "2"]
    assert all(h.kind == "near" and h.marks for h in near.hits)


@pytest.mark.parametrize(("asked", "literal"), [("流量", 3), ("好衣库", 1), ("底层，逻辑", 2), ("衣库好", 0)])
def test_a_few_letters_are_near_where_they_stand_before_what_is_spelt_nearly_so(
    find_in: FindIn, asked: str, literal: int
) -> None:
    finder = find_in(
        {"1": "零售的底层逻辑是流量。流量很贵。", "2": "底层，逻辑与流量。好衣服库。", "3": "好衣库。"}
    )
    answer = finder.search(Query(asked, mode="near"))
    kinds = [one.kind for one in answer.hits]
    assert (answer.literal, kinds[:literal]) == (literal, ["exact"] * literal)
    assert set(kinds[literal:]) <= {"near"}


def test_a_part_of_what_was_asked_is_less_near_than_all_of_it(find_in: FindIn) -> None:
    asked = "社交电商的市场规模在这一年里达到了很大的数目"
    finder = find_in({"1": f"{asked}。", "2": f"{asked[:16]}。"})
    whole, part = finder.search(Query(asked + "，真的", mode="near")).hits
    assert (whole.document, part.document) == ("1", "2")
    assert 0 < part.score < whole.score <= 1


def test_names_spelt_nearly_so_are_near(find_in: FindIn) -> None:
    finder = find_in({"1": "好衣服库成立一年。", "2": "一年之计。"})
    assert [h.text for h in finder.search(Query("好衣库")).hits] == ["好衣服库成立一年。"]


def test_that_a_sentence_near_as_a_whole_and_by_its_names_counts_by_the_surer(find_in: FindIn) -> None:
    finder = find_in({"1": "好衣服库上市了。", "2": "好衣服库很好。"})
    first, second = finder.search(Query("好衣库上市了", mode="near")).hits
    assert (first.document, second.document) == ("1", "2")
    assert first.score > 0.7
    assert second.score == pytest.approx(0.45)


def test_every_hit_stands_where_it_says(finder: Finder, shelf: object) -> None:
    for query in ("电商", "直播 卖饭", "规则要改", "没有关系", "𠮷野家"):
        for hit in finder.search(Query(query)).hits:
            text = shelf.get(hit.document).text  # type: ignore[attr-defined]
            assert hit.text == text[hit.start : hit.end]
            assert (hit.before, hit.after) == (
                text[max(0, hit.start - 30) : hit.start],
                text[hit.end : hit.end + 30],
            )
            assert all(hit.start <= s < e <= hit.end for s, e in hit.marks)
