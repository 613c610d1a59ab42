"""Words of a short stretch of text, cut fast and without anybody's own words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


@cache
def _cutter() -> tuple[Callable[[str], list[str]], Callable[[str], bool]]:
    """Return what cuts a text and what tells whether a word is in the dictionary."""
    try:
        import rjieba
    except ImportError:
        import jieba

        own = jieba.Tokenizer()
        own.FREQ, own.total = own.gen_pfdict(own.get_dict_file())
        own.initialized = True
        return own.lcut, lambda word: bool(own.FREQ.get(word, 0))
    return rjieba.cut, rjieba.has_word


def plain_words(text: str) -> list[str]:
    """Return the words of a text in order; they tile it."""
    return list(_cutter()[0](text))


def is_word(word: str) -> bool:
    """Tell whether a word is in the dictionary."""
    return bool(_cutter()[1](word))
