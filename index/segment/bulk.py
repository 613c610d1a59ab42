"""Cutting much text at once: jieba's own words from a compiled twin, and from jieba where the two may differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from index.segment.segmenter import Word

Cut = tuple[str, int, int]
"""A word with where it begins and ends, in code points."""

_BLOCK: Final = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")
"""What jieba cuts together: no word of it goes beyond."""
_SIGNS: Final = r"+#&._%\-"
"""The twin keeps runs with these whole which jieba cuts."""
_LETTERS: Final = "a-zA-Z"
_DIGITS: Final = "0-9"
_GAP: Final = re.compile(r"\r\n|.", re.DOTALL)
"""What jieba makes of everything else: one sign, one word."""


class BulkCutter:
    """Cuts texts into words and the shorter words inside them, as jieba's search mode does.

    ``words`` are the person's own; ``slowly`` is jieba's own cutting of a text, for what the twin cuts otherwise.
    """

    def __init__(self, words: Iterable[Word], slowly: Callable[[str], Iterator[Cut]]) -> None:
        import rjieba

        self._twin: Any = rjieba.Jieba()
        differing = _SIGNS
        for one in words:
            self._twin.add_word(one.word, one.frequency, one.tag or None)
            # A block without the letters, or digits, of the person's words holds none of those words.
            if re.search(f"[{_LETTERS}]", one.word):
                differing += _LETTERS
            elif re.search(f"[{_DIGITS}]", one.word):
                differing += _DIGITS
        self._left_to_jieba = re.compile(f"[{differing}]")
        self._slowly = slowly

    def cut(self, text: str) -> Iterator[Cut]:
        """Yield the words of a text with their places, the shorter ones before what they are part of."""
        reached = 0
        for block in _BLOCK.finditer(text):
            start, end = block.span()
            yield from _gap(text, reached, start)
            piece = block[0]
            if self._left_to_jieba.search(piece):
                cut = self._slowly(piece)
            else:
                cut = self._twin.tokenize(piece, "search", True)
            for word, first, last in cut:
                yield word, start + first, start + last
            reached = end
        yield from _gap(text, reached, len(text))


def _gap(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield what stands between two blocks."""
    for sign in _GAP.finditer(text, start, end):
        yield sign[0], sign.start(), sign.end()
