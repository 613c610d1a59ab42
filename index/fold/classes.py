"""Which characters count as a blank or as punctuation, one code point at a time."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from index.lazy_pattern import LazyPattern

# Marks that carry meaning beside figures and names (14%, C#, R&D, @) are never dropped.
MEANINGFUL_MARKS = frozenset("%％‰&＆#＃@＠")
# Unicode calls these symbols; people who ignore punctuation mean them too.
SYMBOLS_LIKE_PUNCTUATION = frozenset("~～^`|｜¦´¨＾｀")


SURROGATES: Final = LazyPattern("[\ud800-\udfff]")
"""Halves of UTF-16 pairs, which no stored text may hold."""


@cache
def is_blank(char: str) -> bool:
    """Tell whether a character only separates: white space, or one without width."""
    return char.isspace() or unicodedata.category(char) in {"Cf", "Cc"}


@cache
def is_punctuation(char: str) -> bool:
    """Tell whether a character is a mark that can be left out without changing what is said."""
    if char in MEANINGFUL_MARKS:
        return False
    return char in SYMBOLS_LIKE_PUNCTUATION or unicodedata.category(char).startswith("P")


def is_han(char: str) -> bool:
    """Tell whether a character is a Chinese character, rare and compatibility ones included."""
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x323AF
        or 0xF900 <= code <= 0xFAFF
        or code in {0x3007, 0x3005}
    )


def has_han(text: str) -> bool:
    """Tell whether a text holds a Chinese character."""
    return any(map(is_han, text))
