"""What copying with a citation puts on the clipboard."""

from __future__ import annotations

from corpus.report.clipboard import (
    clipboard_html,
    clipboard_text,
    marked_html,
    marked_text,
)
from corpus.report.model import FigureItem, QuoteItem

QUOTE = QuoteItem("他说“先看<口径>”。\n再看数字。", note="**要紧**", link="yinde://article/a#1-2")
CITATION = "海棠研究院. 两个数[R]. 北京: 海棠出版社, 2019."


def test_plain_text_quotes_and_cites() -> None:
    assert clipboard_text(QUOTE, CITATION) == (
        f"“他说‘先看<口径>’。\n再看数字。”\n批注：**要紧**\n——{CITATION} yinde://article/a#1-2"
    )


def test_rich_text_is_escaped_and_formed() -> None:
    assert clipboard_html(QUOTE, CITATION) == (
        "<blockquote><p>他说“先看&lt;口径&gt;”。<br>再看数字。</p></blockquote>"
        "<div><b>批注：</b><p><strong>要紧</strong></p></div>"
        f'<p>——{CITATION} <a href="yinde://article/a#1-2">在引得中打开</a></p>'
    )


def test_a_figure_without_its_sentence_is_told_in_words() -> None:
    figure = FigureItem("交易额", "31.63", "万亿元", subject="全国", period="2018")
    assert clipboard_text(figure) == "“全国 2018 交易额 31.63 万亿元”"


def test_a_quotation_takes_author_year_and_page_along() -> None:
    assert marked_text(QUOTE, "（海棠研究院，2019：12）").endswith("再看数字。”（海棠研究院，2019：12）")
    assert "&lt;口径&gt;" in marked_html(QUOTE, "（海棠研究院，2019：12）")
