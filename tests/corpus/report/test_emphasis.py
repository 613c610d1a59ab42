"""Emphasis of a report in Markdown is seen by readers that keep to CommonMark, wherever it begins and ends."""

from __future__ import annotations

import itertools
from html import unescape

import pypandoc
import pytest

from corpus.report.model import QuoteItem, Report, ReportSection, TextItem
from corpus.report.writers.emphasis import strong, sure
from corpus.report.writers.markdown import to_markdown

SIGNS = ("字", "a", "5", "“", "。", "）", "%", "+", " ", "")


def read(markdown: str) -> list[str]:
    """Return the paragraphs of Markdown as a strict reader has them, as HTML."""
    made = pypandoc.convert_text(markdown, "html", format="commonmark", extra_args=["--wrap=none"])
    return [unescape(one.removeprefix("<p>").removesuffix("</p>")) for one in made.strip().split("\n")]


def test_that_words_are_strong_between_any_characters() -> None:
    shapes = list(itertools.product(SIGNS, SIGNS[:-2], SIGNS[:-2], SIGNS))
    told = [
        f"前{left}{strong(f'{first}语{last}', left or '前', right or '后')}{right}后"
        for left, first, last, right in shapes
    ]
    wanted = [f"前{left}<strong>{first}语{last}</strong>{right}后" for left, first, last, right in shapes]
    assert read("\n\n".join(told)) == wanted
    typed = [f"前{left}**{first}语{last}**{right}后" for left, first, last, right in shapes]
    assert read(sure("\n\n".join(typed))) == wanted


@pytest.mark.parametrize(
    "words",
    [
        "**粗**与*斜*与***都***", "`**“码”**字`", "\\*\\*“字”\\*\\*字", "2 * 3 * 4", "```\n**“码”**字\n```\n**字**",
        "- 甲\n* 乙", "**没有收尾“字”", "a_b_c",
    ],
)  # fmt: skip
def test_that_what_every_reader_takes_for_the_same_stays_as_it_was_typed(words: str) -> None:
    assert sure(words) == words


def test_that_emphasis_within_words_of_a_person_is_seen_and_shown_to_be_theirs() -> None:
    made = to_markdown(Report("题", (ReportSection("", 1, (TextItem("这就是**“新零售”**的*本质。*了"),)),)))
    assert "<p>这就是<strong>“新零售”</strong>的<em>本质。</em>了</p>" in "\n".join(
        f"<p>{one}</p>" for one in read(made)
    )


def test_that_each_paragraph_of_a_quotation_is_strong_beside_what_stands_around_it() -> None:
    quote = QuoteItem("一段的末尾。\n下一段的开头", before="这是", after="，后面还有。")
    made = to_markdown(Report("题", (ReportSection("", 1, (quote,)),)))
    shown = "".join(read(made))
    assert "这是<strong>一段的末尾。</strong>" in shown
    assert "<strong>下一段的开头</strong>，后面还有。" in shown
