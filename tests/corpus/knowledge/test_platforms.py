"""Names of platforms, and the facts told of them."""

from __future__ import annotations

import pytest

from corpus.knowledge.platforms import extract_facts, find_mentions
from corpus.knowledge.statistics import extract_statistics
from corpus.model.platform import Platform
from corpus.text.sentences import sentences

SHOPS = (
    Platform("甲店", ("甲店网", "JD.COM", "JD"), weak_aliases=("店小甲",)),
    Platform("乙集", ("YIJI",)),
    Platform("某研究院"),
)


def facts(text: str) -> list[tuple[str, str, str, dict[str, str]]]:
    """Return platform, predicate, date and value of every fact."""
    parts = sentences(text)
    found = extract_facts(text, parts, find_mentions(text, SHOPS), extract_statistics(text, parts))
    return [(one.platform, one.predicate, one.date, dict(one.value)) for one in found]


def test_that_the_longest_name_counts_and_latin_names_stand_alone() -> None:
    text = "阿里jd.com和甲店网，JDK与XJD都不是，YIJI是。"
    found = [(one.platform, one.text, one.span.of(text)) for one in find_mentions(text, SHOPS)]
    assert found == [("甲店", "jd.com", "jd.com"), ("甲店", "甲店网", "甲店网"), ("乙集", "YIJI", "YIJI")]


def test_that_a_weak_alias_needs_the_name_elsewhere() -> None:
    assert find_mentions("店小甲开门了。", SHOPS) == ()
    assert [one.text for one in find_mentions("甲店网开了店小甲。", SHOPS)] == ["甲店网", "店小甲"]


def test_that_funding_rounds_are_dated_one_by_one() -> None:
    text = "甲店网2015年8月获得丙丁资本300万美元A轮融资，2016年7月获得数亿元B轮融资。"
    assert facts(text) == [
        ("甲店", "funding", "2015-08", {
            "text": "甲店网2015年8月获得丙丁资本300万美元A轮融资", "amount": "300万美元", "number": "3000000",
            "unit": "美元", "round": "A", "investor": "丙丁资本"}),
        ("甲店", "funding", "2016-07", {
            "text": "2016年7月获得数亿元B轮融资", "amount": "数亿元", "low": "100000000", "high": "1000000000",
            "unit": "元", "round": "B"}),
    ]  # fmt: skip


def test_that_a_listing_takes_in_what_follows() -> None:
    text = "2018年7月26日，甲店网在纳斯达克上市，融资18.7亿美元，市值约240亿美元。"
    assert facts(text) == [
        ("甲店", "listing", "2018-07-26", {
            "text":
                "甲店网在纳斯达克上市", "outcome": "listed", "stage": "上市", "exchange": "纳斯达克",
            "number": "1870000000", "unit": "美元",
            "amount": "18.7亿美元", "market_value": "24000000000", "market_value_unit": "美元"}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年一季度，甲店网的GMV为662亿元。", ("甲店", "sales", "2018Q1", "66200000000")),
        ("甲店网号称拥有3亿用户。", ("甲店", "users", "", "300000000")),
        ("乙集于2015年4月成立。", ("乙集", "founded", "2015-04", None)),
        ("甲店网陷入假货风波。", ("甲店", "dispute", "", None)),
        ("乙集创始人李小明说，生意不难。", ("乙集", "founder", "", None)),
    ],
)
def test_that_measured_and_told_facts_are_found(
    text: str, expected: tuple[str, str, str, str | None]
) -> None:
    assert [(one[0], one[1], one[2], one[3].get("number")) for one in facts(text)] == [expected]


def test_that_goods_that_come_to_market_are_no_listing() -> None:
    assert facts("6月8日，甲店网自营的草莓大量上市，新款冰箱正式上市。") == []


def test_that_a_sentence_that_goes_on_takes_the_platform_before_it() -> None:
    text = "甲店网是一家新店。2017年12月获得5000万元天使轮融资。"
    parts = sentences(text)
    (found,) = extract_facts(text, parts, find_mentions(text, SHOPS), ())
    assert (found.platform, found.inferred, found.evidence) == ("甲店", True, parts[1])


def test_that_sources_and_investors_are_not_subjects() -> None:
    assert facts("据某研究院统计，全国网络零售额为9万亿元。") == []
    assert [one[0] for one in facts("甲店网2015年4月获得乙集300万美元投资。")] == ["甲店"]


def test_that_longer_words_with_a_name_in_them_name_nobody() -> None:
    known = (Platform("京东"), Platform("阿里巴巴", ("阿里",)), Platform("云集"), Platform("拍拍"))
    text = "京东方和阿里地区的客商云集于此，他拍拍手；京东、阿里和云集都来了。"
    assert [one.text for one in find_mentions(text, known)] == ["京东", "阿里", "云集"]


@pytest.mark.parametrize(("between", "told"), [(2, True), (30, False)])
def test_that_a_company_is_spoken_of_for_a_few_sentences_only(between: int, told: bool) -> None:
    text = "甲店网换了招牌。" + "天气很好。" * between + "亏损3亿元。"
    assert [one[:2] for one in facts(text)] == ([("甲店", "loss")] if told else [])


def test_that_who_pays_for_a_round_is_not_who_receives_it() -> None:
    told = "B轮融资于2020年12月完成，金额为2750万美元，由甲店、乙集和IDG三家知名投资机构共同参与。"
    assert [one for one in facts(f"松果{told}") if one[1] == "funding"] == []
