"""Small raised marks in running text, told by characters that are raised themselves."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_RAISED: Final = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_BRACKETED: Final = LazyPattern(r"\s*[\[【〔（(［].*[\]】〕）)］]\s*", re.DOTALL)


def raised(text: str) -> str:
    """Return what is printed small and raised, its digits as raised ones: the mark ³ before 12.5 is not 312.5.

    What stands in brackets stays, for nothing runs into it; words stay as well.
    """
    if _BRACKETED.fullmatch(text) or not any(char.isdecimal() for char in text):
        return text
    return text.translate(_RAISED)
