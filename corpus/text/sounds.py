"""The sounds of Chinese, by which it is sorted and may be typed; Latin and figures stand as they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Final

from index.lazy_pattern import LazyPattern

_NUMBER: Final = LazyPattern(r"[0-9]+")
_DIGITS: Final = 9


@lru_cache(maxsize=50_000)
def sort_key(text: str) -> str:
    """Return what ``text`` is sorted by: its sounds, one after another."""
    if not text or text.isascii():
        return text.casefold()
    return " ".join(_sounds(text))


def name_key(name: str) -> str:
    """Return what the name of a tag or collection is sorted by: its sounds, and its numbers by what they count."""
    return sort_key(_NUMBER.sub(lambda found: found[0].zfill(_DIGITS), name))


def commonest_first(counted: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Return names with their counts, the commonest first, equally common ones by their names."""
    return tuple(sorted(counted, key=lambda one: (-one[1], name_key(one[0]))))


def _sounds(text: str) -> list[str]:
    """Return the sounds of ``text``, one after another, in small letters."""
    # pypinyin loads its tables when it is first asked, which a window need not wait for.
    from pypinyin.seg.simpleseg import seg

    return [sound for piece in seg(text) for sound in _sounds_of_piece(piece)]


@lru_cache(maxsize=20_000)
def _sounds_of_piece(piece: str) -> tuple[str, ...]:
    """Return the sounds of a word or character of pypinyin's; most of a text are the same again and again."""
    from pypinyin import lazy_pinyin

    return tuple(sound.casefold() for sound in lazy_pinyin(piece))


@lru_cache(maxsize=20_000)
def _initials_of_piece(piece: str) -> str:
    """Return the first letters of the sounds of such a piece."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(piece, style=Style.FIRST_LETTER))


@lru_cache(maxsize=20_000)
def readings(text: str) -> tuple[str, str]:
    """Return the sound of ``text`` in one piece and its initials: 拼多多 → pinduoduo, pdd."""
    if text.isascii():
        plain = text.casefold().replace(" ", "")
        return plain, plain
    from pypinyin.seg.simpleseg import seg

    pieces = tuple(seg(text))
    whole = "".join(chain.from_iterable(map(_sounds_of_piece, pieces))).replace(" ", "")
    initials = "".join(map(_initials_of_piece, pieces)).casefold().replace(" ", "")
    return whole, initials
