"""Remains of other representations: HTML tags and entities, text read in the wrong encoding."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import BLANKS, count_han
from corpus.text.plausibility import plausibility
from corpus.text.repairs.rule import Page, Proposal, is_chinese
from index.lazy_pattern import LazyPattern

_BLANK_ENTITY: Final = LazyPattern(
    rf"(?:&(?:amp;)?(?:nbsp|ensp|emsp|thinsp|#160|#xa0|#12288|#x3000);?[{BLANKS}]*)+", re.IGNORECASE
)
_ENTITY: Final = LazyPattern(
    r"&(?:amp;(?=#?\w{2,6};))?(?:amp|lt|gt|quot|apos|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|times|yen|copy|reg|permil|bull"
    r"|#\d{2,6}|#x[0-9a-f]{2,5});",
    re.IGNORECASE,
)
_TAG: Final = LazyPattern(
    r"</?(?:p|br|div|span|strong|b|i|em|u|a|img|h[1-6]|ul|ol|li|table|tbody|thead|tr|td|th|font|center|section|sup|sub)"
    r"(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
_BREAKING: Final = LazyPattern(r"</?(?:p|br|div|li|tr|h[1-6])\b", re.IGNORECASE)
_SPOKEN_OF: Final = LazyPattern(r"标签|HTML|html|XML|转义|网页源|源代码|(?:网页|页面)(?:元素|代码)")
_LATIN_RUN: Final = LazyPattern("[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{6,}")
_MARK: Final = LazyPattern(
    "(?<![\u0080-\u00ff\u0152-\u0192])(?:\u00e2[\u0080\u20ac]"
    "[\u0093\u0094\u0098\u0099\u009c\u009d\u00a6\u0153\u02dc\u201c\u201d\u2122]){1,4}(?![\u0080-\u00ff\u0152-\u0192])"
)
"""A quotation mark, dash or ellipsis of UTF-8 read as Latin-1, between characters that were read rightly."""
_MARKS: Final = frozenset("“”‘’–—…")
_LOST: Final = LazyPattern("(?:锟斤拷|烫烫烫|屯屯屯|\ufffd)+|[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_CP1252: Final = {
    ord(character): code
    for code in range(0x80, 0xA0)
    if (character := bytes([code]).decode("cp1252", "ignore"))
}


def find_html(page: Page) -> Iterator[Proposal]:
    """Find entities and tags left over from a web page; not in lines that speak of HTML."""
    if "&" not in page.text and "<" not in page.text:
        return
    spans = [(line.start, line.end) for line in page.lines if not _SPOKEN_OF.search(line.text)]
    for start, end in spans:
        for match in _BLANK_ENTITY.finditer(page.text, start, end):
            before, after = page.before(match.start()), page.at(match.end())
            word = before.isalnum() and after.isalnum() and not (is_chinese(before) and is_chinese(after))
            yield Proposal(match.start(), match.end(), " " if word else "")
        for match in _ENTITY.finditer(page.text, start, end):
            yield Proposal(match.start(), match.end(), html.unescape(html.unescape(match.group())))
        for match in _TAG.finditer(page.text, start, end):
            edge = page.before(match.start()) in {"", "\n"} or page.at(match.end()) in {"", "\n"}
            breaks = _BREAKING.match(match.group()) and not edge and page.at(match.end()) != "<"
            yield Proposal(match.start(), match.end(), "\n" if breaks else "")


def _decoded(data: bytes, encoding: str) -> tuple[str, int]:
    """Return what bytes say and how many were read: all of them, or all but the first of a last character."""
    try:
        return data.decode(encoding), len(data)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and error.end == len(data) and error.reason == "unexpected end of data":
            return data[: error.start].decode(encoding), error.start
        return "", 0


def find_mojibake(page: Page) -> Iterator[Proposal]:
    """Find runs that are UTF-8 or GBK read as Latin-1, and report characters that are lost for good.

    So are those of private use: only the font they were written in knows what they are.
    """
    for match in _MARK.finditer(page.text):
        again = match.group().translate(_CP1252).encode("latin-1", "ignore").decode("utf-8", "ignore")
        if again and not set(again) - _MARKS:
            yield Proposal(match.start(), match.end(), again)
    for match in _LATIN_RUN.finditer(page.text):
        data = match.group().translate(_CP1252).encode("latin-1", "ignore")
        for encoding in ("utf-8", "gbk"):
            again, read = _decoded(data, encoding)
            if count_han(again) >= 2 and plausibility(again) > 0.6:
                yield Proposal(match.start(), match.start() + read, again)
                if read < len(data):
                    yield Proposal(match.start() + read, match.end(), None)
                break
    for match in _LOST.finditer(page.text):
        yield Proposal(match.start(), match.end(), None, Certainty.CERTAIN)
