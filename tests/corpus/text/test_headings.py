from __future__ import annotations

from corpus.model.source import Heading
from corpus.text.headings import find_headings


def test_numbered_lines_are_headings_with_levels() -> None:
    text = "报告\n第一章 总论\n正文很长。\n一、背景\n正文。\n（一）过去\n正文。\n1.1 现在\n正文。\n2. 将来\n正文。"
    assert find_headings(text) == (
        Heading(1, "第一章 总论", 3),
        Heading(2, "一、背景", 16),
        Heading(3, "（一）过去", 25),
        Heading(3, "1.1 现在", 35),
        Heading(4, "2. 将来", 46),
    )


def test_sentences_lists_and_figures_are_no_headings() -> None:
    text = "一、这是一句话，它有句号。\n3.5万家网店开张\n1. 苹果\n2. 梨\n3. 桃\n2018年是转折的一年"
    assert find_headings(text) == ()


def test_a_line_broken_within_marks_is_no_heading() -> None:
    broken = ("7.“以链带面”：龙头带链、链带园区“以链", "二、关于《办法", "（三）试点（含扩面")
    assert [find_headings(f"说明\n正文很长。\n{line}\n带面”的简称。") for line in broken] == [()] * 3
    assert [one.text for one in find_headings("说明\n正文。\n二、关于“两新”（2025年）\n正文。")] == [
        "二、关于“两新”（2025年）"
    ]
