"""The sounds of Chinese, by which it is sorted and may be typed; Latin and figures stand as they are."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=50_000)
def sort_key(text: str) -> str:
    """Return what ``text`` is sorted by: its sounds, one after another, then itself."""
    if not text or text.isascii():
        return text.casefold()
    # pypinyin loads its tables when it is first asked, which a window need not wait for.
    from pypinyin import lazy_pinyin

    return " ".join(part.casefold() for part in lazy_pinyin(text)) + f" {text}"


@lru_cache(maxsize=20_000)
def readings(text: str) -> tuple[str, str]:
    """Return the sound of ``text`` in one piece and its initials: 拼多多 → pinduoduo, pdd."""
    if text.isascii():
        plain = text.casefold().replace(" ", "")
        return plain, plain
    from pypinyin import Style, lazy_pinyin

    whole = "".join(lazy_pinyin(text)).casefold().replace(" ", "")
    initials = "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).casefold().replace(" ", "")
    return whole, initials
