"""The signs that begin a line of Markdown (bullets, heads, quotations), and what is left of a line without them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_SIGNS: Final = LazyPattern(r"[ \t]*(?:(?:[-*+•·▪●◦][ \t]+|#{1,6}[ \t]+|>[ \t]?)[ \t]*)+")
_CELLS: Final = LazyPattern(r"[ \u3000]*\t[ \t\u3000]*")
_STOPS: Final = "，。、；：！？）”》,.;:!?)/ "
"""Signs that end what is cut off."""
_WORD: Final = LazyPattern(r"[A-Za-z0-9._%'’-]+")


def without_signs(line: str) -> str:
    """Return a line without the signs it begins with, the cells of a table parted by a bar."""
    return _CELLS.sub(" | ", line[signs_end(line) :].strip())


def behind_signs(line: str, marks: Sequence[tuple[int, int]] = ()) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a line without the signs it begins with, and places (start, end) in it; a sign in one of them stays."""
    cut = min([signs_end(line), *(start for start, _end in marks)])
    return line[cut:], tuple((start - cut, end - cut) for start, end in marks)


def beside(text: str, span: Span, most: int) -> tuple[str, str]:
    """Return up to ``most`` characters of its line on either side of a span, without signs and halves of words."""
    begin = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    begin = min(begin + signs_end(text[begin : span.start]), span.start)
    left, right = max(begin, span.start - most), min(end, span.end + most)
    word = _cut_word(text, left, Span(begin, span.start))
    left = word.end if word.end < span.start else left
    left += len(text[left : span.start]) - len(text[left : span.start].lstrip(_STOPS)) if left > begin else 0
    word = _cut_word(text, right, Span(span.end, end))
    right = word.start if word.start > span.end else right
    return _CELLS.sub(" | ", text[left : span.start].lstrip()), _CELLS.sub(
        " | ", text[span.end : right].rstrip()
    )


def signs_end(line: str) -> int:
    """Return where the words of a line begin, behind its signs."""
    match = _SIGNS.match(line)
    return match.end() if match else 0


def _cut_word(text: str, cut: int, within: Span) -> Span:
    """Return the word that is cut at ``cut``, empty where none is."""
    words = _WORD.finditer(text, within.start, within.end)
    return next((Span(*one.span()) for one in words if one.start() < cut < one.end()), Span(cut, cut))
