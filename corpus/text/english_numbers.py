"""Numbers that English tells in words: months, and the first ten of a row."""

from __future__ import annotations

from typing import Final

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""How the names of the months begin, in small letters."""
MONTH: Final = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
"""A month by its name, whole or cut short, as a part of a pattern."""
ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12, by how its name begins; ValueError where no month begins so."""
    return MONTHS.index(name[:3].casefold()) + 1


def ordinal_number(word: str) -> int:
    """Return which of a row a word names, 0 where it names none: 3 for third."""
    plain = word.casefold()
    return ORDINALS.index(plain) + 1 if plain in ORDINALS else 0
