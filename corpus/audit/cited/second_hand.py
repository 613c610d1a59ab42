"""Whether words of a text are its own, or taken from somebody: quoted, told of a source, or with a note behind them."""

from __future__ import annotations

from typing import Final

from corpus.audit.quoted.quotations import marked
from corpus.knowledge.sentences.attribution import attributed_source
from corpus.model.span import Span
from corpus.text.sentences import sentences
from index.lazy_pattern import LazyPattern

_NOTED: Final = LazyPattern(
    r"[。！？”」』\"；，,.]{0,3}\s?(?:[\[［〔]\d|[①-⑳¹²³⁴-⁹]|[（(][^（()）\n]{0,60}(?:(?:19|20)\d\d|引自|语出|《)[^（()）\n]{0,40}[)）])"
)
"""A note or a source behind words."""


def is_second_hand(text: str, words: Span) -> bool:
    """Tell whether the words of a span of a text are told as somebody else's."""
    if _NOTED.match(text, words.end):
        return True
    begin, end = text.rfind("\n", 0, words.start) + 1, text.find("\n", words.end)
    line = text[begin : end if end >= 0 else len(text)]
    inner = Span(words.start - begin, words.end - begin)
    if any(one.contains(inner) for one in marked(line)):
        return True
    return any(attributed_source(one.of(line)) for one in sentences(line) if one.overlaps(inner))
