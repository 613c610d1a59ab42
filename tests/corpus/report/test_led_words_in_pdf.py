"""Words that lead somewhere keep the signs they begin with, also where Typst would make a list or a heading of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.report.model import QuoteItem, Report, ReportSection
from corpus.report.writers.pdf import to_typst


@pytest.mark.parametrize("words", ["- 淘宝", "1. 加入吗？", "= 等于", "== 等于", "+ 加", "/ 词: 义"])
def test_that_a_quotation_in_the_text_is_no_list(words: str) -> None:
    quote = QuoteItem(words, running=True, link="https://a.cn/x")
    source = to_typst(Report("题", (ReportSection("一", 1, (quote,)),)), Path("x.pdf"))
    assert f"[{words}" not in source
    assert f"[\\{words}" in source
