"""What a paper prints that states nothing: its contents, list of references, notes that only cite, and locators."""

from __future__ import annotations

import re
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_REFERENCES: Final = LazyPattern(
    r"^[#*\s]*(?:参\s*考\s*文\s*献|引用文献|References|Bibliography|Works Cited)\s*[:：]?\**\s*$",
    re.MULTILINE,
)
_BEHIND_LIST: Final = LazyPattern(
    r"\s*(?:附\s*录|致\s*谢|后\s*记|作者简介|攻读|注\s*释|尾\s*注|脚\s*注|Appendix|Acknowledg|Notes\b"
    r"|第[一二三四五六七八九十\d]+[章编])[^。\n]{0,30}$"
)
"""A heading that stands behind a list of references."""
_FIRST_NOTE: Final = LazyPattern(r"\s*(?:[\[［]1[\]］]|[①¹]|1[.．、\s])")
_HEADING: Final = (
    r"第[一二三四五六七八九十\d]+[章节]|\d{1,2}(?:[.．]\d{1,2}){0,3}|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）"
    r"|摘\s*要|Abstract|绪\s*论|引\s*言|导\s*论|结\s*[论语]|参\s*考\s*文\s*献|致\s*谢|附\s*录"
)
_YEAR: Final = r"(?:19|20)\d\d[a-z]?"
_CELLS: Final = r"(?:[^\t\n]*\t){3}"
"""What a row of a table begins with, and no line of contents: number, title and page are three."""
_TITLE: Final = r"《[^》\n]+》(?:[\[［]?\d{1,3}[\]］]?)?"
_STATING_NOTHING: Final = (
    LazyPattern(
        rf"^[^\S\n]*(?:数据|资料)?(?:出处|来源)[:：][^\S\n]*{_TITLE}(?:[、，；;]?[^\S\n]*{_TITLE})*[^\S\n]*$",
        re.MULTILINE,
    ),
    LazyPattern(
        rf"^(?!{_CELLS})[^\S\n]*(?:{_HEADING})[^。；\n]*?[.．…·\s](?:\d{{1,4}}|[IVXivx]{{1,5}})[^\S\n]*$",
        re.MULTILINE,
    ),
    LazyPattern(r"^[^。；\n]+?(?:[.．…·][^\S\n]?){4,}[^\S\n]*\d{1,4}[^\S\n]*$", re.MULTILINE),
    LazyPattern(r"(?<=\d[\]］])\d{1,4}(?:[-–—]\d{1,4})?(?=[，。；：、,;:]|[^\S\n]*$)", re.MULTILINE),
    LazyPattern(
        r"^[^\S\n]*(?:[\[［]\d{1,3}[\]］]|\d{1,3})?[^\S\n]*[\u4e00-\u9fffA-Za-z·、，, ]{2,60}[.．][^\S\n]"
        r"[^。\n]{2,120}[:：][^\S\n]?\d{1,4}(?:[-–—]\d{1,4})?[.．]?[^\S\n]*$",
        re.MULTILINE,
    ),
    LazyPattern(r"^[^。\n]*\[(?:[JMDNRCPSAGZ]|EB|DB|CP)(?:/OL)?\]\s*(?:[.．,，]|//)[^。\n]*", re.MULTILINE),
    LazyPattern(
        rf"[（(](?=[^（()）\n]{{0,60}}{_YEAR}\s*(?:[:：]\s*\d|[,，]\s*(?:pp?\.|第)))[^（()）\n]{{1,80}}[)）]"
    ),
    LazyPattern(
        r"^[^\S\n]*(?:[\[［]\d{1,3}[\]］]|\d{1,3})[^\S\n]*[\u4e00-\u9fffA-Za-z·、, ]{2,40}[.．][^\S\n]"
        r"[^。\n]{2,120}[.．][^\S\n]*$",
        re.MULTILINE,
    ),
    LazyPattern(r"\[-?@[^\]\n]{1,80}\]"),
    LazyPattern(r"第\s*\d+(?:\s*[-–—~～至到、,，]\s*\d+)*\s*页|(?<![A-Za-z])pp?\.\s*\d+(?:\s*[-–—]\s*\d+)?"),
    LazyPattern(r"(?<=[见如由从据和与及（(])\s*附?[图表]\s*\d+(?:[-–—.]\d+)?(?![\d万亿张件个幅])"),
)
"""What only points elsewhere.

Titles below a table, lines of contents, entries by their mark (“[J].”), citations with a page (also raised behind their
number: [2]103), notes that repeat author and title, and what leads to a page or a table.
"""
_LINK_BACK: Final = LazyPattern(r"(?:在引得中打开|Open in Yinde)")
"""What stands behind a place in a paper made here: it ends the line."""
_SHOWN: Final = LazyPattern(r"[^\n]")


def without_apparatus(paper: str) -> str:
    """Return a paper of the same length with blanks for all that is neither its words nor its figures."""
    for head in [*_REFERENCES.finditer(paper)]:
        if head.start() > len(paper) // 3:  # one before it is a line of the contents
            paper = _blanked(paper, Span(head.start(), _end_of_list(paper, head.end())))
    paper = _LINK_BACK.sub(lambda found: "\n" + " " * (len(found[0]) - 1), paper)
    for pattern in _STATING_NOTHING:
        paper = pattern.sub(lambda found: _SHOWN.sub(" ", found[0]), paper)
    return paper


def _blanked(paper: str, span: Span) -> str:
    return paper[: span.start] + _SHOWN.sub(" ", span.of(paper)) + paper[span.end :]


def _end_of_list(paper: str, start: int) -> int:
    """Return where a list of references ends: before a heading, or the notes, which are numbered from one again."""
    begun = False
    for line in re.finditer(r"[^\n]*\n?", paper[start:]):
        if _BEHIND_LIST.match(line[0].rstrip("\n")) or (begun and _FIRST_NOTE.match(line[0])):
            return start + line.start()
        begun = begun or bool(line[0].strip())
    return len(paper)
