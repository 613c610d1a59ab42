"""Who said it first, who repeated it, who says it independently."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from corpus.knowledge.comparing.origin import Role, StatedFigure, borne_out, chain_of

SENTENCE = "据本院测算，2025年全国预制菜市场规模达到5466亿元，比上年增长一成多"


def stated(name: str, date: str, sentence: str, **more: str) -> StatedFigure:
    return StatedFigure(
        name, more.pop("article", name), more.pop("title", f"文章{name}"), date, sentence, **more
    )


def roles(*statements: StatedFigure) -> dict[str, tuple[Role, str]]:
    return {link.stated.figure: (link.role, link.of) for link in chain_of(statements)}


def test_that_the_earliest_is_first_and_a_copy_repeats_it_in_whatever_order_they_come() -> None:
    copied = stated("b", "2026-03-02", f"{SENTENCE}。")
    first = stated("a", "2026-01-05", SENTENCE)
    undated = stated("c", "", f"（{SENTENCE}）")
    assert roles(copied, undated, first) == {
        "a": (Role.FIRST, ""), "b": (Role.REPEATED, "a"), "c": (Role.REPEATED, "a"),
    }  # fmt: skip


def test_that_the_same_number_in_other_words_is_independent() -> None:
    other = stated("b", "2026-02-01", "协会的普查表明，预制菜这门生意去年做到了5466亿元的盘子")
    assert roles(stated("a", "2026-01-05", SENTENCE), other)["b"] == (Role.INDEPENDENT, "")


def test_that_who_names_the_title_of_an_earlier_text_repeats_it() -> None:
    first = stated("a", "2026-01-05", SENTENCE, title="预制菜年度报告")
    citing = stated("b", "2026-02-01", "规模为5466亿元", source="《预制菜年度报告》")
    assert roles(first, citing)["b"] == (Role.REPEATED, "a")


def test_that_a_title_that_is_only_whom_both_speak_of_is_no_citation() -> None:
    first = stated("a", "2026-01-05", "2025年丰乐农场收水稻1.86万吨。", title="丰乐农场")
    other = stated("b", "2026-02-01", "去年秋天丰乐农场的水稻产量超过1.8万吨。")
    citing = stated("c", "2026-03-01", "“丰乐农场”一文说水稻有1.86万吨。")
    assert roles(first, other, citing) == {
        "a": (Role.FIRST, ""), "b": (Role.INDEPENDENT, ""), "c": (Role.REPEATED, "a"),
    }  # fmt: skip


def test_that_sentences_alike_in_form_only_are_no_copies() -> None:
    one = stated("a", "2026-01-05", "2025年，全省地区生产总值达到67000亿元、同比增长5.5%。")
    other = stated("b", "2026-02-01", "据某研究院测算，2025年四川省地区生产总值为66200亿元，同比增长5.5%。")
    assert roles(one, other)["b"] == (Role.INDEPENDENT, "")
    assert chain_of([]) == ()


def test_that_a_word_counts_once_however_often_it_is_copied() -> None:
    said = {
        one.figure: one
        for one in (
            stated("copy", "2026-03-02", f"{SENTENCE}。"),
            stated("first", "2026-01-05", SENTENCE, title="预制菜年度报告"),
            stated("cites", "", "规模为5466亿元", source="《预制菜年度报告》"),
            stated("other", "2026-02-01", "协会的普查表明，预制菜这门生意去年做到了5466亿元的盘子"),
        )
    }
    assert borne_out(combinations(said, 2), said) == (("first", "other"),)
    undated = {**said, "first": replace(said["first"], date="")}
    assert borne_out(combinations(undated, 2), undated) == (("copy", "other"),)
    assert borne_out([("copy", "other"), ("cites", "gone")], said) == (("copy", "other"),)


def test_that_a_copy_of_a_copy_has_the_first_as_its_origin() -> None:
    longer = f"{SENTENCE}，餐饮与商超渠道都在放量"
    texts = {"a": SENTENCE, "b": longer, "c": longer.replace("据本院测算", "院方说")}
    said = {name: stated(name, f"2026-0{at}-01", text) for at, (name, text) in enumerate(texts.items(), 1)}
    assert roles(said["a"], said["c"])["c"] == (Role.INDEPENDENT, "")
    assert borne_out(combinations(said, 2), said) == ()
