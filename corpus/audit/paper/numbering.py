"""What a paper numbers without stating anything: citation marks, list numbers, captions, titles, cells of tables."""

from __future__ import annotations

from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_LISTED: Final = r"\d+(?:\s*[-–—~,，、]\s*\d+)*"
_NUMBERING: Final = (
    LazyPattern(rf"[\[［〔]\s*{_LISTED}\s*[\]］〕]"),
    LazyPattern(rf"[（(]\s*{_LISTED}\s*[)）]"),
    LazyPattern(r"^\s*[（(]?\d{1,3}(?:[)）、]|[.．](?!\d))"),
    LazyPattern(
        r"^\s*\d{1,2}(?:[.．]\d{1,2}){0,3}\u3000+(?=[\u4e00-\u9fff][^，。；]+$)(?![万亿千百元个人家户吨亩公平米])"
    ),
    LazyPattern(r"^\s*(?:续?[图表]|附[图表]|Table|Figure|Fig\.?)\s*\d+(?:[.\-–]\d+)*"),
    LazyPattern(r"《[^《》]*》|《[^《》]{0,40}$|^[^《》]{0,40}》(?=[\s\u2060]*[\[［])"),
    LazyPattern(r"(?<=[,，])\s*(?:19|20)\d\d[a-z](?=\s*(?:[)）:：;；、]|$))"),
    LazyPattern(r"等\s*\d+\s*条[\s。]*$"),
    LazyPattern(r"(?<=》)[\s\u2060]*\d{1,3}[\s。]*$"),
    LazyPattern(r"^[\u4e00-\u9fff]{2,8}\d{1,2}[.．]$"),
    LazyPattern(r"^\s*\|.*\|\s*$"),
    LazyPattern(r"^[\s+\-−±≈约]*\d[\d,，.]*\s*[%％‰]?[\s↑↓]*$"),
)
_LIST_NUMBER: Final = LazyPattern(r"^\s*(?:[-*•]\s*)?(?:\d{1,3}[.、．)）]\s*)?")
_SOURCE_BEHIND: Final = LazyPattern(
    r"(?:《[^《》]*》?)?[\s\u2060]*(?:[\[［][^\[\]［］]{1,20}[\]］]|[（(][^（）()]{1,60}[,，][^（）()]{0,12}[)）]?|[（(][^（）()\d]{1,20}(?=$)|[¹²³⁰⁴-⁹]+|(?<=》)\d{1,3})?[\s。]*$"
)


def numbering_in(sentence: str) -> tuple[Span, ...]:
    """Return the spans of a sentence of a paper whose numbers order or name something and state nothing."""
    return tuple(Span(one.start(), one.end()) for pattern in _NUMBERING for one in pattern.finditer(sentence))


def printed_sentence(sentence: str) -> str:
    """Return a sentence without the number of its list in front and the title and mark of its source behind."""
    bare = _LIST_NUMBER.sub("", sentence, count=1)
    found = _SOURCE_BEHIND.search(bare)
    return (bare[: found.start()] if found and found.start() else bare).strip()
