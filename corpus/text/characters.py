"""Which code points are Han, closing marks, blanks: the character classes every text rule shares."""

from __future__ import annotations

import unicodedata
from typing import Final

from index.fold.classes import SURROGATES
from index.lazy_pattern import LazyPattern

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003ffff"
"""Han ideographs, as the inside of a character class."""

CJK_MARKS: Final = "，。、；：？！…—·“”‘’（）《》〈〉【】「」『』〔〕"
"""Chinese punctuation, as the inside of a character class."""

BLANKS: Final = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks inside a line (no tab, no line break), as the inside of a character class."""

CLOSERS: Final = "”’」』）》〉】〕〗)]}\"'"
"""Closing quotes and brackets that belong to the sentence before them."""

WORD_JOINER: Final = "\u2060"
"""No line is broken at it, and nothing of it is seen: it stands before what begins no line."""

_HAN: Final = LazyPattern(f"[{HAN}]")
_NOT_HAN: Final = LazyPattern(f"[^{HAN}]+")
_MARKS: Final = LazyPattern(r"[\W_]+")


def is_han(character: str) -> bool:
    """Tell whether ``character`` (one code point, or empty at the edge of a text) is a Han ideograph."""
    return bool(character) and _HAN.match(character) is not None


def count_han(text: str) -> int:
    """Return how many Han ideographs stand in ``text``."""
    return len(_NOT_HAN.sub("", text))


def letters_alone(text: str) -> str:
    """Return the letters, digits and Han of ``text`` in one form: without blanks, marks, width and letter case."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def storable(text: str) -> str:
    """Return ``text`` with what no stored text may hold replaced, of the same length."""
    return SURROGATES.sub("\ufffd", text)
