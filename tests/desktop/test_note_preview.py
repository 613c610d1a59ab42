"""How a note will look is shown without the window standing still, whatever a person typed."""

from __future__ import annotations

import pytest

from desktop.widgets.markdown_html import preview_html
from desktop.wording.shortening import plain
from tests.corpus.report.test_budgets import UNITS, calls


@pytest.mark.parametrize("unit", [*UNITS, "|a", "电"], ids=repr)
def test_that_a_preview_is_made_in_few_steps(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    assert calls(lambda: preview_html(text)) < 60_000


def test_that_an_ordinary_note_shows_its_form_and_a_long_one_its_beginning() -> None:
    assert (
        preview_html("**要紧**\n\n- 甲\n- 乙")
        == "<p><strong>要紧</strong></p>\n<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"
    )
    assert (
        plain("# 要点\n\n> **要紧**\n\n- 甲\n  * [乙](b.md)\n\n1. 丙 - 丁")
        == "要点\n要紧\n• 甲\n  • 乙\n1. 丙 - 丁"
    )
    assert "预览到这里为止" not in preview_html("字" * 10_000)
    long = preview_html("字" * 10_001)
    assert (long.count("字"), "预览到这里为止" in long) == (10_000, True)
    flat = preview_html("[<b>" * 2000)
    assert "<b>" not in flat
    assert "&lt;b&gt;" in flat
