"""Cutting much text at once: jieba's own words from a compiled twin, and from jieba where the two may differ."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, takewhile
from typing import TYPE_CHECKING, Any, Final

from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from index.segment.word import Word

_BLOCK: Final = LazyPattern(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")
"""What jieba cuts together: no word of it goes beyond."""
_SIGN: Final = LazyPattern(r"[+#&._%\-]")
"""The twin keeps runs with these whole which jieba cuts."""
_RUN: Final = LazyPattern(r"[a-zA-Z0-9+#&._%\-]+")
_PARTS: Final = LazyPattern(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
"""How jieba cuts such a run."""
MIXED: Final = ("AT&T", "C#", "c#", "C++", "c++", "4S店", "4s店", "1号店")
"""The words of jieba's dictionary that hold one of the signs or begin with a figure."""
SMALL: Final = ("江南style",)
"""The words of jieba's dictionary in which a small letter stands beside a Han character."""
CAPITAL: Final = LazyPattern(r"[A-Z][\u4E00-\u9FD5]|[\u4E00-\u9FD5][A-Z]")
"""What all other words of the dictionary hold that are made of letters and Han characters."""
_GAP: Final = LazyPattern(r"\r\n|.", re.DOTALL)
"""What jieba makes of everything else: one sign, one word."""


class BulkCutter:
    """Cuts texts into words and the shorter words inside them, as jieba's search mode does.

    ``words`` are the person's own; ``slowly`` is jieba's own cutting of a text, for what the twin cuts otherwise.
    """

    def __init__(self, words: tuple[Word, ...], slowly: Callable[[str], Iterable[str]]) -> None:
        self._twin = _twin(words)
        mixed = [*MIXED, *SMALL, *(one.word for one in words if _is_mixed(one.word))]
        # A block in which none of these stands is cut as if they were no words.
        self._left_to_jieba = re.compile("|".join(map(re.escape, sorted(mixed, key=len, reverse=True))))
        self._slowly = slowly

    def inner_words(self, text: str) -> Iterator[str]:
        """Yield the words of a text, what stands between blocks last: for who only counts them."""
        words = chain.from_iterable(map(self._words, _BLOCK.findall(text)))
        return chain(words, chain.from_iterable(map(_GAP.findall, _BLOCK.split(text))))

    def _words(self, piece: str) -> Iterable[str]:
        """Return the words of one block."""
        if self._left_to_jieba.search(piece):
            return self._slowly(piece)
        if _SIGN.search(piece):
            around = [] if CAPITAL.search(piece) else self._around_runs(piece)
            return around or self._slowly(piece)
        words: Iterable[str] = self._twin.cut_for_search(piece, True)
        return words

    def _around_runs(self, piece: str) -> list[str]:
        """Return the words of a block with runs of letters, figures and signs; nothing where only jieba can tell.

        Jieba looks for unknown words in all single characters that stand side by side, a run among them, unless
        they are a word themselves: so two or more beside a run that are one are left to it.
        """
        found: list[str] = []
        reached = 0
        for run in [*_RUN.finditer(piece), None]:
            start, end = run.span() if run else (len(piece), len(piece))
            if run and not _SIGN.search(run[0]):
                continue
            between = piece[reached:start]
            words: list[str] = self._twin.cut_for_search(between, True)
            if self._is_word(_singles(words)) or self._is_word(_singles(words[::-1])[::-1]):
                return []
            found += words
            if run:
                found += filter(None, _PARTS.split(run[0]))
            reached = end
        return found

    def _is_word(self, singles: list[str]) -> bool:
        """Tell whether single characters side by side are a word."""
        return len(singles) > 1 and bool(self._twin.has_word("".join(singles)))


@lru_cache(maxsize=2)
def _twin(words: tuple[Word, ...]) -> Any:
    """Return the compiled twin that knows the words; it is asked only, so those who know the same share it."""
    import rjieba

    twin = rjieba.Jieba()
    for one in words:
        twin.add_word(one.word, one.frequency, None)
    return twin


def _is_mixed(word: str) -> bool:
    return not word.isalpha() or any(map(str.isascii, word))


def _singles(words: list[str]) -> list[str]:
    """Return the single characters that words begin with."""
    return list(takewhile(_is_single, words))


def _is_single(word: str) -> bool:
    return len(word) == 1
