"""Names as GB/T 7714 writes them: surname first, initials, three names and then 等 or et al."""

from __future__ import annotations

import re
from typing import Final

from corpus.report.citations.editions import Edition
from corpus.report.citations.item import Item, Name, is_han

_SHOWN: Final = 3
_OTHERS: Final = {"zh": "等", "ja": "ほか", "ko": "외", "ru": "и др."}
_TRANSLATED: Final = {"zh": "译", "ja": "訳", "ko": "역"}


def author_line(item: Item, roles: tuple[str, ...], edition: Edition, *, anonymous: bool) -> str:
    """Return the authors; ``anonymous``: 佚名 or Anon where there are none (the author-date system asks for it)."""
    line = contributor_line(item, roles, edition)
    if line or not anonymous:
        return line
    return nobody(item)


def nobody(item: Item) -> str:
    """Return what stands for the author of what nobody is known to have written."""
    return "Anon" if item.language == "en" else "佚名"


def contributor_line(item: Item, roles: tuple[str, ...], edition: Edition, *, role: bool = False) -> str:
    """Return the names of the first of ``roles`` that has any, at most three; with ``role``: 译 or trans."""
    names = item.names(*roles)
    if not names:
        return ""
    shown = [_written(name, edition) for name in names[:_SHOWN]]
    if len(names) > _SHOWN:
        shown.append(_OTHERS.get(item.language, edition.others))
    if role:
        shown.append(_TRANSLATED.get(item.language, "trans"))
    return edition.comma.join(shown)


def _written(name: Name, edition: Edition) -> str:
    """Return one name, surname first; bodies and Chinese names as they are."""
    if name.literal:
        return name.literal
    if is_han(name.family):
        return name.family + name.given
    family = f"{name.particle} {name.family}".strip()
    family = family.upper() if edition.capitals else family
    parts = [family, _initials(name.given), name.dropping, name.suffix.rstrip(".")]
    return " ".join(part for part in parts if part)


def _initials(given: str) -> str:
    """Return the initials of given names, without full stops."""
    words = [word for word in re.split(r"[\s.\-‐‑·]+", given) if word]
    return " ".join(word[0].upper() if word[0].isalpha() else word for word in words)
