"""The lines of a paper that only entitle: its title, the heads of its chapters, what every page repeats."""

from __future__ import annotations

from collections import Counter
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_LINE: Final = LazyPattern(r"[^\n]+")
_NUMBERED: Final = LazyPattern(
    r"\s*(?:#{1,6}\s|第[一二三四五六七八九十百\d]+[章节编部]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、"
    r"|\d{1,2}(?:[.．]\d{1,2}){1,3}\s+(?=[\u4e00-\u9fff])(?![万亿千百元个人家户吨亩公平米倍位次])|附录|Chapter\s)"
)
_ENDED: Final = LazyPattern(r"[。！？；：:;!?，,]\s*$|[\t|]")
_LONGEST: Final = 40


def headings_in(paper: str) -> tuple[Span, ...]:
    """Return the lines that entitle the paper or a part of it, without what ends a sentence or parts cells."""
    lines = [Span(one.start(), one.end()) for one in _LINE.finditer(paper) if one[0].strip()]
    often = Counter(one.of(paper).strip() for one in lines)
    return tuple(
        one
        for n, one in enumerate(lines)
        if len(words := one.of(paper).strip()) <= _LONGEST
        and not _ENDED.search(words)
        and ((n == 0 and len(lines) > 1) or often[words] > 1 or _NUMBERED.match(words))
    )


def orders_only(heading: str, start: int) -> bool:
    """Tell whether a number at an offset of a heading is part of the mark it begins with: 1.1 of 1.1 市场规模."""
    mark = _NUMBERED.match(heading)
    return mark is not None and start < mark.end()
