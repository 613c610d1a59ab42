"""Chinese in the order of its sounds, as every list sorts it."""

from __future__ import annotations

from functools import lru_cache

from corpus.text.sounds import readings


@lru_cache(maxsize=50_000)
def pinyin_key(text: str) -> tuple[str, ...]:
    """Return what ``text`` is sorted by: the sound of each character, Latin and figures as they stand."""
    if text.isascii():
        return (text.casefold(), text)
    # pypinyin takes a quarter of a second to load, which no page need wait for.
    from pypinyin import lazy_pinyin

    return (*(part.casefold() for part in lazy_pinyin(text)), text)


def sounds_like(typed: str, text: str) -> bool:
    """Tell whether ``typed`` stands in ``text``, or in its sound, or begins its initials; case does not count."""
    wanted = typed.casefold().replace(" ", "")
    if wanted in text.casefold().replace(" ", ""):
        return True
    if not wanted.isascii():
        return False
    whole, initials = readings(text)
    return wanted in whole or wanted in initials
