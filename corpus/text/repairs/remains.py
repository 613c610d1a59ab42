"""Remains of other representations: HTML tags and entities, text read in the wrong encoding."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import BLANKS, CJK_MARKS, HAN, count_han, is_han
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
_QUOTED: Final = LazyPattern(f"(?:&(?:amp;)?quot;|&#34;)[^&]*[{HAN}][^&]*(?:&(?:amp;)?quot;|&#34;)")
_BOLD: Final = LazyPattern(r"(?<!\*)\*\*(?![\s*])([^*\n]{1,60}?)(?<!\s)\*\*(?!\*)")
_TAG: Final = LazyPattern(
    r"</?(?:p|br|div|span|strong|b|i|em|u|a|img|h[1-6]|ul|ol|li|table|tbody|thead|tr|td|th|font|center|section|sup|sub)"
    r"(?:\s[^<>\n]{0,300})?/?>",
    re.IGNORECASE,
)
_ESCAPED_TAG: Final = LazyPattern(
    r"(?:&(?:amp;)?lt;|＜)/?(?:p|br|div|span|strong|b|i|em|u|a|img|h[1-6]|ul|ol|li|table|tr|td|th|font|center|section)"
    r"(?:[ ](?:(?!&(?:amp;)?gt;)[^<>\n]){0,300})?[ ]?/?(?:&(?:amp;)?gt;|＞)",
    re.IGNORECASE,
)
"""A tag whose brackets were written as entities, as where a page was saved twice."""
_BREAKING: Final = LazyPattern(r"(?:<|&(?:amp;)?lt;|＜)/?(?:p|br|div|li|tr|h[1-6])\b", re.IGNORECASE)
_SPOKEN_OF: Final = LazyPattern(
    r"标签[ ]?[“\"'’]?[<&＜]|[>;＞][”\"'’]?[ 　]?(?:的|这个|等)?标签|(?:网页|段落|换行|链接|开始|结束|闭合)标签"
    r"|标签[对页名]|(?<![./\w])(?:HTML|html|XML)|转义|网页源|源代码|(?:网页|页面)(?:元素|代码)|空格符|换行符|(?:代码|脚本)[里中把将用]"
    r"|[把将用写换成为是][ ]?&#?\w+;[ ]?[换替代写改转是表]|\bre\.sub|replace\("
)
_TITLED: Final = LazyPattern(r"HTML|XML|实体字符|字符实体|转义|标签[的用写]", re.IGNORECASE)
"""In a title: the text is about what it shows."""
_OF_TAGS: Final = LazyPattern(r"代码|UBB|BBCode|写[成作为]|格式[是为：]")
_ESCAPED_BREAK: Final = LazyPattern(
    rf"(?<=[{HAN}。！？…”：；，）;])(?:\\r)?(?:\\n){{1,3}}(?=[{HAN}“《（\u3000]|\s*\Z)"
)
_ESCAPED_PERCENT: Final = LazyPattern(r"(?<=\d)\\(?=[%％])")
_LATEX: Final = LazyPattern(r"\\(?:begin|documentclass|section|cite|textbf)\b")
_LOST_INDENT: Final = LazyPattern(rf"(?:\A|(?<=\n))[?？]{{2}}(?=[{HAN}“《（(\d])")
_FEWEST_INDENTS: Final = 3
_FORUM_TAG: Final = LazyPattern(
    r"\[(?P<end>/)?(?P<tag>b|i|u|s|url|color|size|font|quote|align|center|backcolor|td|tr|table|p|list|email|hide)"
    r"(?:=[^\]\[\n]{1,120})?\]|\[(?P<thing>img|attach|media|flash|attachimg)(?:=[^\]\[\n]{1,60})?\][^\[\]\n]{1,300}\[/(?P=thing)\]",
    re.IGNORECASE,
)
_ANY: Final = LazyPattern(r"[&<]|\[/|\\n")
_LATIN_RUN: Final = LazyPattern("[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{6,}")
_BYTE: Final = "\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122"
_THREE_BYTES: Final = LazyPattern(
    f"(?<![\u0080-\u00ff\u0152-\u0192])(?:[\u00e2-\u00ef][{_BYTE}][{_BYTE}\ufffd])+(?![\u00c0-\u00ff])"
)
"""Marks and Han of UTF-8 read as Latin-1, between characters that were read rightly."""
_HALF_QUOTE: Final = LazyPattern(f"\u00e2\u20ac(?![{_BYTE}\ufffd])")
"""A closing quotation mark of UTF-8 read as Latin-1, its last byte lost on the way."""
_STRAY_BLANK: Final = LazyPattern(f"(?<=[{HAN}，。：；])\u00c2[\u00a0 ]|(?<=[A-Za-z0-9.,])\u00c2(?=\u00a0)")
"""A fixed blank of UTF-8 read as Latin-1."""
_LONGEST_QUOTED: Final = 200
_OF_ENCODINGS: Final = LazyPattern(r"乱码|编码|Latin-?1|UTF-?8|GBK", re.IGNORECASE)
_FIRST_OF_MARK: Final = "\u00e2\u00e3\u00ef\u00c2\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9"
"""With what a mark, a Han or a fixed blank of UTF-8 read as Latin-1 begins."""
_MARKS: Final = frozenset(CJK_MARKS + "–％＋－／　～·")
_BULLET: Final = LazyPattern(
    r"(?:\A|(?<=\n))[ \t]*[\uf06c\uf06e\uf075\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc](?=\s)"
)
"""What the fonts of symbols hold for a bullet, before an entry of a list."""
_LOST: Final = LazyPattern(
    "(?:锟斤拷|烫烫烫|屯屯屯|(?<!\u00e2\u20ac)\ufffd)+|[\ue000-\uf8ff\U000f0000-\U0010fffd]+"
)
_CP1252: Final = {
    ord(character): code
    for code in range(0x80, 0xA0)
    if (character := bytes([code]).decode("cp1252", "ignore"))
}


def find_html(page: Page) -> Iterator[Proposal]:
    """Find entities, tags and escapes left over from a web page; not in lines that speak of HTML."""
    yield from _escaped(page)
    yield from _stars(page)
    if not _ANY.search(page.text) or _TITLED.search(page.text[: page.title_end]):
        return
    yield from _of_forums(page)
    spans = [(line.start, line.end) for line in page.lines if not _SPOKEN_OF.search(line.text)]
    for start, end in spans:
        for match in _ESCAPED_BREAK.finditer(page.text, start, end):
            yield Proposal(match.start(), match.end(), "\n" if match.end() < end else "")
        for match in _BLANK_ENTITY.finditer(page.text, start, end):
            before, after = page.before(match.start()), page.at(match.end())
            word = before.isalnum() and after.isalnum() and not (is_chinese(before) and is_chinese(after))
            yield Proposal(match.start(), match.end(), " " if word else "")
        yield from _tags(page, _ESCAPED_TAG, (start, end))
        quoted = 0
        for match in _ENTITY.finditer(page.text, start, end):
            sign = html.unescape(html.unescape(match.group()))
            if sign == '"' and _QUOTED.search(page.text, start, end):
                sign, quoted = "“”"[quoted % 2], quoted + 1
            yield Proposal(match.start(), match.end(), sign)
        yield from _tags(page, _TAG, (start, end))


def _stars(page: Page) -> Iterator[Proposal]:
    """Find the stars of bold type that a text in Chinese was pasted with, two before and two behind."""
    for line in page.lines if "**" in page.text else ():
        if line.text.count("**") % 2 or not line.prose or _SPOKEN_OF.search(line.text):
            continue
        for match in _BOLD.finditer(line.text):
            if count_han(match[1]):
                yield Proposal(line.start + match.start(), line.start + match.start() + 2, "")
                yield Proposal(line.start + match.end() - 2, line.start + match.end(), "")


def _tags(page: Page, tag: LazyPattern[str], within: tuple[int, int]) -> Iterator[Proposal]:
    """Find the tags of a line: those that begin or end a paragraph inside it become a line break."""
    for match in tag.finditer(page.text, *within):
        edge = page.before(match.start()) in {"", "\n"} or page.at(match.end()) in {"", "\n"}
        breaks = _BREAKING.match(match.group()) and not edge and page.at(match.end()) not in {"<", "&"}
        yield Proposal(match.start(), match.end(), "\n" if breaks else "")


def _escaped(page: Page) -> Iterator[Proposal]:
    """Find the escapes before signs of percent behind numbers; not in a source of LaTeX."""
    if "\\" in page.characters and not _LATEX.search(page.text):
        for match in _ESCAPED_PERCENT.finditer(page.text):
            yield Proposal(match.start(), match.end(), "")


def _of_forums(page: Page) -> Iterator[Proposal]:
    """Find the tags of forums ([b]…[/b], [img]…[/img]) where one of them is closed; not in lines about tags."""
    if _OF_TAGS.search(page.text[: page.title_end]):
        return
    closed = {match["tag"].lower() for match in _FORUM_TAG.finditer(page.text) if match["end"]}
    for line in page.lines:
        if "[" not in line.text or _SPOKEN_OF.search(line.text) or _OF_TAGS.search(line.text):
            continue
        if line.start and not _FORUM_TAG.sub("", line.text).strip():
            yield Proposal(line.start - 1, line.end, "")
            continue
        for match in _FORUM_TAG.finditer(line.text):
            if match["thing"] or match["tag"].lower() in closed:
                yield Proposal(line.start + match.start(), line.start + match.end(), "")


def _decoded(data: bytes, encoding: str) -> tuple[str, int]:
    """Return what bytes say and how many were read: all of them, or all but the first of a last character."""
    try:
        return data.decode(encoding), len(data)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and error.end == len(data) and error.reason == "unexpected end of data":
            return data[: error.start].decode(encoding), error.start
        return "", 0


def _misread_marks(page: Page) -> Iterator[Proposal]:
    """Find marks and fixed blanks read in the wrong encoding; offered in a text whose title or line speaks of such."""
    if page.characters.isdisjoint(_FIRST_OF_MARK):
        return
    about = _OF_ENCODINGS.search(page.text[: page.title_end]) is not None
    certainty = Certainty.LIKELY if about else Certainty.CERTAIN
    for match in _THREE_BYTES.finditer(page.text):
        # The one byte the table of Windows leaves empty is the last of a closing quotation mark.
        read = match.group().replace("\ufffd", "\x9d").translate(_CP1252)
        again, _read = _decoded(read.encode("latin-1", "ignore"), "utf-8")
        beside = is_chinese(page.before(match.start())) or is_chinese(page.at(match.end()))
        if again and all(one in _MARKS or (beside and _usual_han(one)) for one in again):
            yield Proposal(match.start(), match.end(), again, certainty)
    for match in _HALF_QUOTE.finditer(page.text):
        said = page.text[max(0, match.start() - _LONGEST_QUOTED) : match.start()]
        opened = max(said.rfind("“"), said.rfind("\u00e2\u20ac\u0153"))
        if opened > max(said.rfind("”"), said.rfind("\n")):
            yield Proposal(match.start(), match.end(), "”", certainty)
    for match in _STRAY_BLANK.finditer(page.text):
        yield Proposal(match.start(), match.end(), "", certainty)


def _usual_han(character: str) -> bool:
    """Tell whether a character is one of the Han in general use."""
    return is_han(character) and len(character.encode("gb2312", "ignore")) > 0


def _lost_indents(page: Page) -> Iterator[Proposal]:
    """Find the signs that stand where paragraphs were set in by blanks an encoding did not know: ??一、概况."""
    if "?" in page.characters:
        found = list(_LOST_INDENT.finditer(page.text))
        if len(found) >= _FEWEST_INDENTS:
            yield from (Proposal(match.start(), match.end(), "") for match in found)


def find_mojibake(page: Page) -> Iterator[Proposal]:
    """Find runs that are UTF-8 or GBK read as Latin-1, and report characters that are lost for good.

    So are those of private use: only the font they were written in knows what they are.
    """
    yield from _lost_indents(page)
    yield from _misread_marks(page)
    for match in _LATIN_RUN.finditer(page.text):
        data = match.group().translate(_CP1252).encode("latin-1", "ignore")
        for encoding in ("utf-8", "gbk"):
            again, read = _decoded(data, encoding)
            if count_han(again) >= 2 and plausibility(again) > 0.6:
                yield Proposal(match.start(), match.start() + read, again)
                if read < len(data):
                    yield Proposal(match.start() + read, match.end(), None)
                break
    for match in _BULLET.finditer(page.text):
        yield Proposal(match.end() - 1, match.end(), "•")
    for match in _LOST.finditer(page.text):
        yield Proposal(match.start(), match.end(), None, Certainty.CERTAIN)
