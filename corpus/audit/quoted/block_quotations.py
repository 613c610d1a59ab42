"""Quotations a paper sets apart as paragraphs of their own, without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.audit.quoted.quotations import SHORTEST, Quotation, letters
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_SAID: Final = LazyPattern(
    r"(?:指出|写[道到]|写有|谈[道到]|讲[道到]|提[道到]|说[道过]?|强调|认为|表示|坦言|断言|宣称|主张|回忆道?|感叹道?|感慨道?|评[价论述]道?|总结道|概括道|描述道"
    r"|论述道?|记载道?|记[述录]道?|所[言载说述云]|答[道复]|反问|追问|问道|[曰云]|规定|载明|(?:表述|论述|原[文话]|记载|规定|原句)(?:如下|[是为])|这样[说写讲]的?)"
    r"[了过]?(?:[\[［][\d,，\-–— ]{1,10}[\]］]|[①-⑳])?[:：]\s*\Z"
    r"|\b(?:says?|said|writes?|wrote|argues?|argued|states?|stated|notes|noted|observe[sd]|puts? it)(?: that)?[:,]\s*\Z"
)
"""The end of a paragraph that introduces the next one as somebody's words."""
_STATED_OF: Final = LazyPattern(r"(?:本文|本章|本节|我们|笔者|作者本人|本研究|本报告)[^。！？]{0,12}\Z")
"""Of whom what is said is the paper's own words."""
_NO_QUOTATION: Final = LazyPattern(
    r"\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、.．]|第[一二三四五六七八九十]{1,2}[，,、]|[-*•●·]\s|首先|一是|其一|[图表]\s*\d"
    r"|(?:摘\s*要|关键[词字]|注意?|备注|提[示要]|说明|要点|小结|来源|资料来源|数据来源|作者简介|基金项目|收稿日期|Abstract|Key\s?words|Notes?|Tips?|Source)\s*[:：】\]]"
    r"|——)",
    re.IGNORECASE,
)
"""How a list, the head of a paper, an aside or the line that names a source begins."""
_SOURCE: Final = LazyPattern(
    r"(?:[\s\u2060]*(?:[（(](?=[^（()）]*(?:\d{3}|《|第|[见自]))[^（()）]{2,80}[)）]"
    r"|[\[［][\d,，、\-–—:： ]{1,16}[\]］]|[①-⑳]|[¹²³⁰⁴-⁹]+|(?<=[。！？!?…”\u2060])\d{1,3}))+[。.]?\s*\Z"
    r"|\s*(?<=[。！？!?…”」』.])\s*——[^\n]{2,60}\Z"
)
"""The source behind the words of a quotation that is set apart."""
_ENDED: Final = LazyPattern(r"[。！？!?…⋯.；;][”’」』\"]*\s*\Z")
_MOSTLY: Final = 0.5


@dataclass(frozen=True, slots=True)
class BlockQuotation:
    """A quotation set apart; ``inner`` are the ones in marks inside it, ``ended`` tells whether a sentence ends it."""

    words: Quotation
    inner: tuple[Quotation, ...]
    ended: bool


def block_quotations_in(
    paper: str, set_apart: Sequence[Span], marked: Sequence[Quotation]
) -> tuple[BlockQuotation, ...]:
    """Return the quotations without marks a paper sets apart, in order.

    ``set_apart`` are the paragraphs its file marks as quoted; one that the paragraph before introduces as somebody's
    words is another. What mostly stands in quotation marks is among the ``marked`` already.
    """
    found = []
    for lines in _joined(paper, {*set_apart, *_introduced(paper)}):
        parts = tuple(part for line in lines if (part := _without_source(paper, line)) is not None)
        if not parts:
            continue
        words = Quotation(parts)
        inner = tuple(one for one in marked if words.span.contains(one.span))
        length = letters(words.text(paper))
        if length < SHORTEST or sum(letters(one.text(paper)) for one in inner) > _MOSTLY * length:
            continue
        found.append(BlockQuotation(words, inner, _ENDED.search(words.text(paper)) is not None))
    return tuple(found)


def _introduced(paper: str) -> Iterator[Span]:
    """Yield the paragraphs that the one before introduces as somebody's words, where they are sentences."""
    said, start = False, 0
    for line in paper.split("\n"):
        span = Span(start, start + len(line))
        start = span.end + 1
        if not line.strip():
            continue
        if said and "\t" not in line and _ENDED.search(_SOURCE.sub("", line)) and not _SAID.search(line):
            yield span
        introduced = _SAID.search(line)
        said = introduced is not None and not _STATED_OF.search(line, 0, introduced.start())


def _joined(paper: str, spans: set[Span]) -> Iterator[list[Span]]:
    """Yield paragraphs that follow each other as one quotation."""
    group: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        if group and paper[group[-1].end : span.start].strip(" \u3000\n"):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _without_source(paper: str, line: Span) -> Span | None:
    """Return the words of a paragraph without blanks, marks around them and their source; ``None`` where it is none."""
    words = line.of(paper)
    if not words.strip() or _NO_QUOTATION.match(words):
        return None
    source = _SOURCE.search(words)
    end = line.start + (source.start() if source else len(words.rstrip()))
    start = line.start + len(words) - len(words.lstrip())
    return Span(start, end) if end > start else None
