"""Quotations without marks, set apart as paragraphs, and cells told in words."""

from __future__ import annotations

import pytest

from corpus.audit.paper.paper_figures import figures_in
from corpus.audit.quoted.block_quotations import block_quotations_in
from corpus.audit.quoted.quotations import quotations_in
from corpus.knowledge.statistics import extract_statistics
from corpus.model.span import Span
from corpus.text.sentences import sentences

WORDS = "离开了这三条，再严的检查也只是把摊子赶到巷子里。"


def found(paper: str, apart: str = "") -> list[str]:
    spans = [Span(paper.index(apart), paper.index(apart) + len(apart))] if apart else []
    return [one.words.text(paper) for one in block_quotations_in(paper, spans, quotations_in(paper))]


@pytest.mark.parametrize(
    "head",
    [
        "林若谷指出：",
        "他在信里写道：",
        "条例第三条规定：",
        "原文如下：",
        "老葛反问：",
        "他这样说[3]：",
        "As Lin argues:",
    ],
)
def test_a_paragraph_introduced_as_said_is_a_quotation(head: str) -> None:
    assert found(f"开头的话。\n{head}\n　　{WORDS}\n后面的话说完了。") == [WORDS]


@pytest.mark.parametrize(
    "paper",
    [
        f"主要问题：\n{WORDS}", f"笔者认为：\n{WORDS}", f"调研分为三个阶段：\n{WORDS}", f"步骤如下：\n{WORDS}",
        f"林若谷指出：\n（一）{WORDS}", "林若谷指出：\n市场管理的几个侧面", "林若谷指出：\n张三\t12.6\t8.4。",
        f"林若谷指出：\n“{WORDS}”", f"他说过很多次。\n{WORDS}",
    ],
)  # fmt: skip
def test_what_is_not_introduced_or_no_one_s_words_is_none(paper: str) -> None:
    assert found(paper) == []


@pytest.mark.parametrize(
    "source", ["（林若谷，2021：14）", "[3]", "①", "\n——林若谷《市场》", "——林若谷", "（见《市场》）"]
)
def test_the_source_behind_a_quotation_is_none_of_its_words(source: str) -> None:
    assert found(f"开头。\n{WORDS}{source}\n后面。", WORDS + source) == [WORDS]


@pytest.mark.parametrize("head", ["摘要：", "关键词：", "注：", "图 3 ", "（1）", "Key words: "])
def test_what_only_looks_set_apart_is_none(head: str) -> None:
    assert found(f"开头。\n{head}{WORDS}\n后面。", head + WORDS) == []


def test_paragraphs_behind_each_other_are_one_quotation() -> None:
    paper = "开头。\n床前明月光\n疑是地上霜\n后面的话。"
    spans = [Span(4, 9), Span(10, 15)]
    (one,) = block_quotations_in(paper, spans, ())
    assert (one.words.text(paper), one.ended) == ("床前明月光疑是地上霜", False)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (
            "表1 2024年冷链主要指标\n指标\t2023年\t2024年\n冷库总量（万吨）\t44.2\t48.6\n流通率（%）\t59.0\t62.1",
            [
                "2023年，冷库总量为44.2万吨。", "2024年，冷库总量为48.6万吨。",
                "2023年，流通率为59.0%。", "2024年，流通率为62.1%。",
            ],
        ),
        (
            "表2 2024年各县茶叶产量（吨）\n县\t产量\t同比增长（%）\n岩头县\t412.6\t3.1\n石坑县\t287.9\t-4.2",
            [
                "2024年，岩头县的茶叶产量为412.6吨。", "2024年，岩头县的茶叶产量同比增长3.1%。",
                "2024年，石坑县的茶叶产量为287.9吨。", "2024年，石坑县的茶叶产量同比下降4.2%。",
            ],
        ),
    ],
)  # fmt: skip
def test_cells_are_figures_told_by_their_heads(table: str, told: list[str]) -> None:
    paper = f"冷库去年新增3座。\n{table}\n资料来源：作者整理。"
    recorded = extract_statistics(paper, tuple(sentences(paper)))
    first, *cells = figures_in(paper, recorded, ())
    assert first.sentence == "冷库去年新增3座。"
    assert [one.sentence for one in cells] == told
    assert all(one.in_cell and one.span.of(paper).strip("-") in one.sentence for one in cells)
