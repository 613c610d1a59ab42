"""Small raised and lowered marks in running text, told by characters that are so themselves."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_RAISED: Final = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_BRACKETED: Final = LazyPattern(r"\s*[\[【〔（(［].*[\]】〕）)］]\s*", re.DOTALL)


def raised(text: str) -> str:
    """Return what is printed small and raised, its digits as raised ones: the mark ³ before 12.5 is not 312.5.

    What stands in brackets stays, for nothing runs into it; words stay as well.
    """
    if _BRACKETED.fullmatch(text) or not any(char.isdecimal() for char in text):
        return text
    return text.translate(_RAISED)


def lowered(text: str, before: str, behind: str) -> str:
    """Return what is printed small and low; its digits are lowered ones where a figure beside them would run on.

    H2O and PM2.5 stay as people write and seek them.
    """
    touches = (before[-1:].isdigit() and text[:1].isdigit()) or (behind[:1].isdigit() and text[-1:].isdigit())
    return text.translate(_LOWERED) if touches else text
