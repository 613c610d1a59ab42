"""Chinese in the order of its sounds, as every list sorts it."""

from __future__ import annotations

from functools import lru_cache

from pypinyin import Style, lazy_pinyin


@lru_cache(maxsize=50_000)
def pinyin_key(text: str) -> tuple[str, ...]:
    """Return what ``text`` is sorted by: the sound of each character, Latin and figures as they stand."""
    return (*(part.casefold() for part in lazy_pinyin(text)), text)


@lru_cache(maxsize=20_000)
def readings(text: str) -> tuple[str, str]:
    """Return the sound of ``text`` in one piece and its initials: 拼多多 → pinduoduo, pdd."""
    whole = "".join(lazy_pinyin(text)).casefold().replace(" ", "")
    initials = "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).casefold().replace(" ", "")
    return whole, initials


def sounds_like(typed: str, text: str) -> bool:
    """Tell whether ``typed`` stands in ``text``, or in its sound, or begins its initials; case does not count."""
    wanted = typed.casefold().replace(" ", "")
    if wanted in text.casefold().replace(" ", ""):
        return True
    if not wanted.isascii():
        return False
    whole, initials = readings(text)
    return wanted in whole or wanted in initials
