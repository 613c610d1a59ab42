"""Words of a short stretch of text, cut fast and without anybody's own words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib.resources import files

from index.lazy_pattern import LazyPattern

_DIGITS = 12
_REMEMBERED = 32
"""Stretches up to so many characters are kept once cut: names and measures come again and again."""
_SAME_BEGINNING = LazyPattern(rb"\n([\x00-\x7f]|[\xc0-\xff][\x80-\xbf]+)[^\n]*(?:\n\1[^\n]*)*")
"""Lines one after the other that begin with the same character, in UTF-8."""


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
    return list(_words_of(text)) if len(text) <= _REMEMBERED else _cutter()[0](text)


def first_word(text: str) -> str:
    """Return the first word of a stretch of text, empty where there is none."""
    return next(iter(plain_words(text)), "")


@lru_cache(maxsize=8192)
def _words_of(text: str) -> tuple[str, ...]:
    """Return the words of a short stretch, which is asked about by many in a row and comes again in other texts."""
    return tuple(_cutter()[0](text))


@lru_cache(maxsize=8192)
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
    """Return how often jieba's dictionary counted a word in its corpus of some 60 million; 0 of any other."""
    listed, stretches = dictionary_by_beginnings()
    line = f"\n{word} ".encode()
    for start, end in stretches.get(word[:1].encode(), ()):
        place = listed.find(line, start, end)
        if place >= 0:
            return int(listed[place + len(line) : place + len(line) + _DIGITS].split(b" ", 1)[0])
    return 0


@cache
def dictionary_by_beginnings() -> tuple[bytes, dict[bytes, list[tuple[int, int]]]]:
    """Return the whole list, and for each character the stretches of it whose words begin with it."""
    listed = b"\n" + (files("jieba") / "dict.txt").read_bytes()
    stretches: dict[bytes, list[tuple[int, int]]] = {}
    for lines in _SAME_BEGINNING.finditer(listed):
        stretches.setdefault(lines[1], []).append(lines.span())
    return listed, stretches
