"""Names that stand in one list with a name found already: 聚昌信托、北辰和渝南; and those told of behind 旗下."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.names.boundaries import ending_at, starting_at
from corpus.knowledge.names.introduced import is_coined
from corpus.knowledge.phrases.company_words import any_of
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_LONGEST: Final = 8
_NAMED: Final = ("包括", "如", "像", "除了", "对手", "客户", "供应商", "客户有")
"""Before the first of two names of a sort: 受影响的包括斯柯特和雷诺汽车."""
_QUOTED: Final = LazyPattern(
    r"旗下[^，。；“]{0,8}(?P<list>“[^”]{2,8}”(?:[、和与及]?“[^”]{2,8}”)+)(?=[^，。“”]{0,10}(?:品牌|平台|公司|连锁|门店))"
)
_MARKED: Final = LazyPattern(r"“(?P<name>[^”]{2,8})”")
_UNITED: Final = LazyPattern(r"旗下[^，。；：]{0,10}：(?P<list>[^。；\n]{4,120})")
_MADE: Final = LazyPattern(
    r"(?:^|[、，])(?:以及|还有)?(?:做|主打|专做|卖|管)[^、，的]{1,8}的(?P<name>[一-鿿]{2,6})(?=[、，。]|$)"
)


def beside_others(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Yield names that stand beside a found one, parted by 、 only, and those listed as the parts of a company."""
    places = {one.start for one in found}
    ends = {one.end for one in found}
    for one in found:
        position = one.end
        while text[position : position + 1] == "、" and position + 1 not in places:
            end = starting_at(text, position + 1)
            item = Span(position + 1, end)
            if not _may_stand_beside(text, item):
                break
            yield item
            position = end
        position = one.start
        while position and text[position - 1] == "、" and position - 1 not in ends:
            item = Span(ending_at(text, position - 1), position - 1)
            if not _may_stand_beside(text, item):
                break
            yield item
            position = item.start
        if text[one.start - 1 : one.start] in {"和", "与"}:
            item = Span(ending_at(text, one.start - 1), one.start - 1)
            if text.endswith(_NAMED, 0, item.start) and is_coined(item.of(text)):
                yield item
    for match in _QUOTED.finditer(text):
        for told in _MARKED.finditer(text, match.start("list"), match.end("list")):
            yield Span(told.start("name"), told.end("name"))
    for match in _UNITED.finditer(text):
        for told in _MADE.finditer(match["list"]):
            start = match.start("list") + told.start("name")
            yield Span(start, start + len(told["name"]))


def _may_stand_beside(text: str, item: Span) -> bool:
    """Tell whether an item of a list is a name: closed on both sides, no word, and partly in no dictionary."""
    words = item.of(text)
    if not 2 <= len(words) <= _LONGEST or is_word(words):
        return False
    if not re.match(r"[、，。；]|和|与|及|等|<|$|\d", text[item.end : item.end + 1]):
        return False
    parts = plain_words(words)
    return len(parts) <= 3 and (
        any(len(part) > 1 and not is_word(part) for part in parts)
        or any(word_class(part) in {"nz", "nt"} for part in parts)
        or bool(any_of("strong").search(words, 2))
    )
