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

Cut = tuple[str, int, int]
"""A word with where it begins and ends, in code points."""

_BLOCK: Final = LazyPattern(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")
"""What jieba cuts together: no word of it goes beyond."""
_SIGN: Final = LazyPattern(r"[+#&._%\-]")
"""The twin keeps runs with these whole which jieba cuts."""
_RUN: Final = LazyPattern(r"[0-9+#&._%\-]+")
_PARTS: Final = LazyPattern(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
"""How jieba cuts such a run."""
MIXED: Final = ("AT&T", "C#", "c#", "C++", "c++", "4S店", "4s店", "1号店")
"""The words of jieba's dictionary that hold one of the signs or begin with a figure."""
_GAP: Final = LazyPattern(r"\r\n|.", re.DOTALL)
"""What jieba makes of everything else: one sign, one word."""


class BulkCutter:
    """Cuts texts into words and the shorter words inside them, as jieba's search mode does.

    ``words`` are the person's own; ``slowly`` is jieba's own cutting of a text, for what the twin cuts otherwise.
    """

    def __init__(self, words: tuple[Word, ...], slowly: Callable[[str], Iterator[Cut]]) -> None:
        self._twin = _twin(words)
        mixed = [*MIXED, *(one.word for one in words if _is_mixed(one.word))]
        # A block in which none of these stands is cut as if they were no words.
        self._left_to_jieba = re.compile("|".join(map(re.escape, sorted(mixed, key=len, reverse=True))))
        self._slowly = slowly

    def cut(self, text: str) -> Iterator[Cut]:
        """Yield the words of a text with their places, the shorter ones before what they are part of."""
        reached = 0
        for block in _BLOCK.finditer(text):
            start, end = block.span()
            yield from _gap(text, reached, start)
            piece = block[0]
            for word, first, last in self._cut(piece):
                yield word, start + first, start + last
            reached = end
        yield from _gap(text, reached, len(text))

    def inner_words(self, text: str) -> Iterator[str]:
        """Yield the same words without their places, what stands between blocks last: for who only counts them."""
        words = chain.from_iterable(map(self._words, _BLOCK.findall(text)))
        return chain(words, chain.from_iterable(map(_GAP.findall, _BLOCK.split(text))))

    def _words(self, piece: str) -> Iterable[str]:
        """Return the words of one block without their places."""
        if _SIGN.search(piece) or self._left_to_jieba.search(piece):
            return [word for word, _, _ in self._cut(piece)]
        words: Iterable[str] = self._twin.cut_for_search(piece, True)
        return words

    def _cut(self, piece: str) -> Iterable[Cut]:
        """Return the words of one block."""
        if self._left_to_jieba.search(piece):
            return self._slowly(piece)
        if not _SIGN.search(piece):
            twin: Iterable[Cut] = self._twin.tokenize(piece, "search", True)
            return twin
        return self._around_runs(piece) or self._slowly(piece)

    def _around_runs(self, piece: str) -> list[Cut]:
        """Return the words of a block with runs of figures and signs; nothing where only jieba can tell.

        Jieba looks for unknown words in all single characters that stand side by side, a run among them, unless
        they are a word themselves: so two or more beside a run that are one are left to it, as are letters.
        """
        found: list[Cut] = []
        reached = 0
        for run in [*_RUN.finditer(piece), None]:
            start, end = run.span() if run else (len(piece), len(piece))
            if run and not _SIGN.search(run[0]):
                continue
            between = piece[reached:start]
            cut = self._twin.tokenize(between, "search", True)
            if _is_letter(between[-1:]) or _is_letter(between[:1] if reached else ""):
                return []
            if self._is_word(cut) or self._is_word(cut[::-1]):
                return []
            found += [(word, reached + first, reached + last) for word, first, last in cut]
            if run:
                found += _parts(run[0], start)
            reached = end
        return found

    def _is_word(self, cut: list[Cut]) -> bool:
        """Tell whether the single characters some words begin (or, turned round, end) with are a word."""
        singles = list(takewhile(_is_single, cut))
        return len(singles) > 1 and bool(
            self._twin.has_word("".join(one[0] for one in sorted(singles, key=_place)))
        )


@lru_cache(maxsize=2)
def _twin(words: tuple[Word, ...]) -> Any:
    """Return the compiled twin that knows the words; it is asked only, so those who know the same share it."""
    import rjieba

    twin = rjieba.Jieba()
    for one in words:
        twin.add_word(one.word, one.frequency, one.tag or None)
    return twin


def _is_mixed(word: str) -> bool:
    return not word.isalpha() or any(map(str.isascii, word))


def _is_single(cut: Cut) -> bool:
    return len(cut[0]) == 1


def _place(cut: Cut) -> int:
    return cut[1]


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalpha()


def _parts(run: str, start: int) -> Iterator[Cut]:
    """Yield the parts of a run of figures and signs."""
    for part in filter(None, _PARTS.split(run)):
        yield part, start, start + len(part)
        start += len(part)


def _gap(text: str, start: int, end: int) -> Iterator[Cut]:
    """Yield what stands between two blocks."""
    for sign in _GAP.finditer(text, start, end):
        yield sign[0], sign.start(), sign.end()
