"""Checking what a paper takes from a source: labelled pairs, pairs of further kinds, and generated quotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.audit.checking import check_sentence
from corpus.audit.compared.figures import compare_figures
from corpus.audit.compared.number_standing import Surroundings, compare_number
from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.audit.numbers.topics import are_two_kinds
from corpus.audit.paper.numbering import numbering_in
from corpus.audit.quoted.quotations import quotations_in
from corpus.audit.quoted.wording import compare, source_text
from corpus.audit.verdict import Checked, Verdict
from tests.lines import every

HERE = Path(__file__).parent
FLOOR = 0.95

sentence = st.text("山水云石林泉溪桥舟灯书剑竹梅松鹤人来往店铺夜市", min_size=12, max_size=30)
number = st.decimals(min_value="1.1", max_value="9999.9", places=1)


def pairs(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def verdict(pair: dict[str, Any]) -> str | None:
    found = check_sentence(pair["paper_sentence"], pair["library_text"])
    if found is None:
        return None
    return ("figure_" if found.checked is Checked.FIGURE else "") + found.verdict.value


@pytest.mark.parametrize(
    "name", ["labelled_pairs.jsonl", "unseen_pairs.jsonl", "fresh_pairs.jsonl", "varied_pairs.jsonl"]
)
def test_that_labelled_pairs_come_out_right(name: str) -> None:
    labelled = pairs(name)
    right = sum(verdict(one) in (one["verdict"], *one.get("verdict_alt", ())) for one in labelled)
    assert right / len(labelled) >= FLOOR
    for one in labelled:
        if one["verdict"].endswith("not_found"):
            assert not str(verdict(one)).endswith("same"), one["paper_sentence"]


@every("pair", pairs("further_pairs.jsonl"), ids=lambda one: str(one["paper_sentence"])[:16])
def test_that_further_kinds_come_out_right(pair: dict[str, Any]) -> None:
    assert verdict(pair) == pair["verdict"]


@every("pair", pairs("own_pairs.jsonl"), ids=lambda one: str(one["paper_sentence"])[:16])
def test_that_what_papers_do_to_quotations_and_figures_is_told(pair: dict[str, Any]) -> None:
    assert verdict(pair) == pair["verdict"]


@every(
    "pair", pairs("figure_pairs.jsonl"), ids=lambda one: f"{one['kind']}: {one['stated']} {one['known'][:12]}"
)
def test_that_a_figure_stands_to_its_source_as_that_tells_it(pair: dict[str, Any]) -> None:
    found = compare_figures(pair["stated"], pair["known"])
    assert found is not None
    assert found.verdict.value == pair["verdict"]


def test_that_who_speaks_between_two_parts_of_a_speech_is_no_part_of_it() -> None:
    source = "“一个没有卡住过的故事，”他写道，“多半是别人已经讲过的。”"
    for words, wanted in (
        ("一个没有卡住过的故事，多半是别人已经讲过的", Verdict.SAME),
        ("一个没有卡住过的故事，多半是自己已经讲过的", Verdict.CHANGED),
    ):
        assert compare(words, source_text(source)).verdict is wanted


@given(sentence, sentence, sentence)
def test_that_an_untouched_quotation_is_the_same_however_it_is_wrapped(
    before: str, middle: str, after: str
) -> None:
    source = f"{before}。{middle[:6]}\n{middle[6:]}。{after}。"
    found = check_sentence(f"有人说：“{middle}。”", source)
    assert found is not None
    assert (found.verdict, found.checked) == (Verdict.SAME, Checked.QUOTATION)


@given(sentence, sentence, st.data())
def test_that_one_changed_character_is_never_the_same(before: str, quoted: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(quoted) - 1))
    changed = quoted[:place] + "囍" + quoted[place + 1 :]
    found = compare(changed, source_text(f"{before}。{quoted}。"))
    assert found.verdict in (Verdict.CHANGED, Verdict.NOT_FOUND)


@pytest.mark.parametrize(
    ("quoted", "source", "stretch"),
    [
        ("渡口的一半是船，一半是人情", "渡口的一半是船，一半是等候。后来修了桥。", "渡口的一半是船，一半是等候"),
        ("大家的一半是船，一半是等候", "人说渡口的一半是船，一半是等候。", "渡口的一半是船，一半是等候"),
        ("渡口的一半是船，一半是人情", "渡口的一半是船，一半是。后来修了桥。", "渡口的一半是船，一半是"),
        ("ferry: half boat, half talk", "Ferry: half boat, half waiting.", "Ferry: half boat, half waiting"),
    ],
)  # fmt: skip
def test_that_words_changed_at_the_ends_of_a_quotation_are_shown_beside_those_of_the_source(
    quoted: str, source: str, stretch: str
) -> None:
    found = compare(quoted, source_text(source))
    assert found.verdict is Verdict.CHANGED
    assert found.source is not None
    assert found.source.of(source).rstrip("。.") == stretch


@given(sentence, sentence, sentence)
def test_that_a_marked_cut_is_a_cut_and_keeps_its_order(first: str, middle: str, last: str) -> None:
    source = source_text(f"{first}，{middle}，{last}。")
    assert compare(f"{first}……{last}", source).verdict is Verdict.CUT


@given(number, number)
def test_that_a_figure_agrees_with_itself_only(stated: Any, known: Any) -> None:
    found = compare_figures(f"全县快递业务量为{stated}万件。", f"全县快递业务量达到{known}万件。")
    assert found is not None
    assert found.verdict is (Verdict.SAME if stated == known else Verdict.CHANGED)


def test_that_words_in_quotation_marks_are_no_quotation() -> None:
    assert quotations_in("所谓“人情价”和“熟人店”各有说法。") == ()


def test_that_what_the_writer_says_between_does_not_part_a_quotation() -> None:
    paper = "“老人把钱放进抽屉，自己找零，”记者写道，“谁也不看谁。”"
    assert [one.text(paper) for one in quotations_in(paper)] == ["老人把钱放进抽屉，自己找零，谁也不看谁。"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_that_no_text_breaks_the_check(paper: str, source: str) -> None:
    check_sentence(paper, source)


def test_that_a_raised_number_within_a_quotation_marks_a_note_and_changes_nothing() -> None:
    source = source_text("老人把钱放进抽屉，自己找零，占地3米²的铺子谁也不看谁。")
    assert compare("老人把钱放进抽屉¹，自己找零", source).verdict is Verdict.SAME
    assert compare("占地3米²的铺子谁也不看谁", source).verdict is Verdict.SAME
    assert compare("占地3米³的铺子谁也不看谁", source).verdict is Verdict.CHANGED


@pytest.mark.parametrize(
    ("line", "ordered"),
    [("13　第13节的账", True), ("5.3.1　样本与方法", True), ("12　万人", False), ("3.5 万人参加培训", False)],
)
def test_that_the_number_before_a_heading_states_nothing(line: str, ordered: bool) -> None:
    assert bool(numbering_in(line)) is ordered


def test_that_what_parts_two_levels_is_none_of_them() -> None:
    sentence, source = "白沙县城乡居民人均收入相差8500元。", "农村居民人均收入15100元。"
    (stated,) = numbers_in(sentence)
    assert not compare_number(stated, sentence, source, Surroundings("白沙县产粮2万吨。")).same_thing


REPORTED = Surroundings("现金流量净额5.09亿元。", "青禾股份2023年年度报告", 2023)


@pytest.mark.parametrize(
    ("sentence", "stretch", "around", "wanted"),
    [
        (
            "青禾股份2023年现金流量净额为7.73亿元。",
            "上年同期现金流量净额为7.73亿元。",
            REPORTED,
            Verdict.CHANGED,
        ),
        (
            "青禾股份2022年现金流量净额为7.73亿元。",
            "上年同期现金流量净额为7.73亿元。",
            REPORTED,
            Verdict.SAME,
        ),
        ("2022年末，青禾股份门店为314家。", "年末门店312家，比上年末减少2家。", REPORTED, Verdict.SAME),
        ("青禾股份城东门店毛利率为59.6%。", "城东门店毛利率为58.7%。", REPORTED, Verdict.CHANGED),
        (
            "青禾股份城乡门店收入差距为300万元。",
            "农村门店收入500万元。",
            Surroundings("城镇门店收入800万元。", "青禾股份2023年年度报告"),
            Verdict.SAME,
        ),
    ],
)
def test_that_title_year_and_sentence_before_say_of_whom_and_when_a_number_is(
    sentence: str, stretch: str, around: Surroundings, wanted: Verdict
) -> None:
    (stated,) = numbers_in(sentence)
    assert compare_number(stated, sentence, stretch, around).verdict is wanted


@pytest.mark.parametrize(
    ("stated", "known", "wanted"),
    [
        ("玉米播种面积6.5亿亩。", "2021年，豆类播种面积1.52亿亩。", True),
        ("粮食播种面积同比增长0.7%。", "谷物播种面积15亿亩，比上年增加3320万亩，增长2.3%。", True),
        ("玉米播种面积6.5亿亩。", "今年玉米播种面积6.5亿亩。", False),
        ("网上零售额38亿元。", "网上实物零售额36亿元。", False),
        ("豆类播种面积1.5亿亩。", "豆类中，大豆播种面积1.2亿亩。", False),
    ],
)
def test_which_words_tell_two_kinds_of_one_thing(stated: str, known: str, wanted: bool) -> None:
    mine, theirs = numbers_in(stated)[-1].span.start, numbers_in(known)[-1].span.start
    assert are_two_kinds(stated, mine, known, theirs) is wanted


@pytest.mark.parametrize(
    ("source", "paper", "wanted"),
    [
        (
            "部分门店的无人收银机成了摆设，店员得站在旁边教。",
            "记者写道：“门店的无人收银机成了摆设，店员得站在旁边教。”",
            Verdict.CHANGED,
        ),
        ("这并不是因为价格太高，而是因为路太远。", "他说，“是因为价格太高”。", Verdict.CHANGED),
        ("老人们不看好这个新开的市场，很少去。", "“看好这个新开的市场”，文中写道。", Verdict.CHANGED),
        (
            "部分门店的无人收银机成了摆设，店员得站在旁边教。",
            "记者写道，部分“门店的无人收银机成了摆设”。",
            Verdict.SAME,
        ),
        (
            "部分门店的无人收银机成了摆设，店员得站在旁边教。",
            "记者写道：“部分门店的无人收银机成了摆设”。",
            Verdict.SAME,
        ),
        ("他说没有，门店的无人收银机成了摆设。", "他说：“门店的无人收银机成了摆设。”", Verdict.SAME),
        (
            "部分门店的收银机成了摆设。后来，门店的收银机成了摆设。",
            "文中说：“门店的收银机成了摆设。”",
            Verdict.SAME,
        ),
    ],
)
def test_that_words_without_what_limits_or_denies_them_are_not_the_same(
    source: str, paper: str, wanted: Verdict
) -> None:
    found = check_sentence(paper, source)
    assert found is not None
    assert found.verdict is wanted
    if wanted is Verdict.CHANGED:
        assert found.source is not None
        assert found.source.of(source).startswith(("部分", "并不", "不"))
