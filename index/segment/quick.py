"""Words of a short stretch of text, cut fast and without anybody's own words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

_DIGITS = 12


@cache
def _cutter() -> tuple[
    Callable[[str], list[str]], Callable[[str], bool], Callable[[str], list[tuple[str, str]]]
]:
    """Return what cuts a text, what tells whether a word is in the dictionary, and what tells its class."""
    try:
        import rjieba
    except ImportError:
        import jieba
        import jieba.posseg

        own = jieba.Tokenizer()
        own.FREQ, own.total = own.gen_pfdict(own.get_dict_file())
        own.initialized = True
        classes = jieba.posseg.POSTokenizer(own)
        return (
            own.lcut,
            lambda word: bool(own.FREQ.get(word, 0)),
            lambda word: [(one.word, one.flag) for one in classes.cut(word)],
        )
    return rjieba.cut, rjieba.has_word, rjieba.tag


def plain_words(text: str) -> list[str]:
    """Return the words of a text in order; they tile it."""
    return list(_cutter()[0](text))


def is_word(word: str) -> bool:
    """Tell whether a word is in the dictionary."""
    return bool(_cutter()[1](word))


@lru_cache(maxsize=8192)
def word_class(word: str) -> str:
    """Return the part of speech of a word of the dictionary, as jieba writes it; empty for any other."""
    if not is_word(word):
        return ""
    told = _cutter()[2](word)
    return told[0][1] if len(told) == 1 else ""


@lru_cache(maxsize=8192)
def word_frequency(word: str) -> int:
    """Return how often jieba's dictionary counted a word in its corpus of some 60 million; 0 of any other.

    Each question looks through the whole list, in about a millisecond: it is for the few phrases nothing else settles.
    """
    listed = _dictionary()
    start = f"\n{word} ".encode()
    place = listed.find(start)
    return (
        int(listed[place + len(start) : place + len(start) + _DIGITS].split(b" ", 1)[0]) if place >= 0 else 0
    )


@cache
def _dictionary() -> bytes:
    return b"\n" + (files("jieba") / "dict.txt").read_bytes()
