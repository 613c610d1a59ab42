"""No text takes longer than its length: hostile lines and runs are read in about the time of ordinary ones.

Times are compared with each other in one run, never with a clock: a pattern that backtracks through all ways to
part a run takes thousands of times as long, a step that looks through the whole text for every line ten times.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from corpus.knowledge.extraction import extract
from corpus.model.knowledge import Knowledge
from corpus.model.source import SourceDocument
from corpus.text.decode import decode
from corpus.text.headings import find_headings
from corpus.text.numbers import find_numbers
from corpus.text.page_lines import FURNITURE
from corpus.text.repairs import propose
from corpus.text.sentences import sentences
from corpus.text.similarity import fingerprint
from corpus.text.split import split

FACTOR = 8
"""How much longer the larger text is; what takes that time squared is well above the bound."""
BOUND = 3.5
UNITS = (
    " ", "\u3000", "（", "【", "《", "“", "”", ".", "…", "1", "1,", "第", "一、", "一是", "一百", "从", "据", "占",
    "的 ", "a", "a.", "a@", "é", "<p ", "&nbsp; ", "数据来源：", "-", "—", "2018年", "*[", "a\t", "\n", "业", "3岁，",
    "拼多多5元", "某某某（a中）某\n", "打印 ", "分享a", "1. ", "“2018年",
)  # fmt: skip
STEPS: dict[str, Callable[[str], object]] = {
    "decode": lambda text: decode(text.encode()),
    "headings": find_headings,
    "split": lambda text: split(SourceDocument(text, "utf-8", "text")),
    "repairs": propose,
    "fingerprint": fingerprint,
    "numbers": find_numbers,
    "extraction": lambda text: extract(text, sentences(text), Knowledge()),
}


def seconds(step: Callable[[str], object], text: str) -> float:
    """Return the best of three tries, which the rest of the machine disturbs least."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        step(text)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_that_every_step_is_linear_in_a_run_of_one_thing(unit: str) -> None:
    size = 2000
    for name, step in STEPS.items():
        small, large = (f"题目在此\n{unit * (length // len(unit))}。" for length in (size, size * FACTOR))
        growth = seconds(step, large) / max(seconds(step, small), 2e-4) / FACTOR
        assert growth < BOUND, name


@pytest.mark.parametrize(
    "line",
    [
        "分享" + "a" * 110 + "！",
        ("打印" + " " * 18) * 5 + "字",
        ("点赞 1" + " " * 14) * 6 + "！",
        "首页" + (" > 业" + " " * 14) * 6 + "。",
        "字号：" + "大 " * 50 + "字",
        "网站地图 " * 22 + "字",
        "扫一扫" + " ，" * 50 + "字",
    ],
)
def test_that_no_line_has_more_ways_to_be_a_pages_than_it_has_characters(line: str) -> None:
    def tried(text: str) -> object:
        return [pattern.fullmatch(text) for pattern in FURNITURE.values()]

    plain = seconds(tried, "去年全县网店卖出三百万件比上年多了一成" * 6)
    assert seconds(tried, line[:120]) < 200 * max(plain, 2e-5)
