"""Markdown as every writer takes it: what is struck is struck, and plain text comes out as it went in."""

from __future__ import annotations

import random
import string

import pytest

from corpus.report.rich_text import as_markdown, note_html, plain_words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("~~删去的~~留下的", "<p><del>删去的</del>留下的</p>"),
        ("中~~**删**去~~文", "<p>中<del><strong>删</strong>去</del>文</p>"),
        ("`~~x~~`", "<p><code>~~x~~</code></p>"),
        ("~~ 三 ~~", "<p>~~ 三 ~~</p>"),
        ("3~~5 与 7", "<p>3~~5 与 7</p>"),
        (r"\~~不删~~", "<p>~~不删~~</p>"),
        (r"\<b> 与 \&lt; 与 a\|b", "<p>&lt;b&gt; 与 &amp;lt; 与 a|b</p>"),
    ],
)
def test_that_signs_mean_what_they_mean_everywhere(text: str, html: str) -> None:
    assert note_html(text) == html


@pytest.mark.parametrize("seed", range(40))
def test_that_plain_text_comes_out_as_it_went_in(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - signs, not secrets
    pieces = [
        *string.punctuation,
        "~~",
        "**",
        "&amp;",
        "&#20013;",
        "<b>",
        "1. ",
        "- ",
        "中",
        "a",
        "5",
        " 与 ",
    ]
    text = " ".join("".join(dice.choices(pieces, k=30)).split())
    assert " ".join(plain_words(as_markdown(text)).split()) == text
