"""Whole numbers as strangers state them: in a form that is none, or with more digits than anything is counted by."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_WHOLE: Final = LazyPattern(r"\s*-?\d{1,9}\s*")
_MOST: Final = 10**9


def whole_number(told: object) -> int | None:
    """Return the whole number that is stated in digits, below 10⁹; ``None`` of anything else.

    ``int`` is no answer to what is read: it refuses ² and --5, which look like digits, and 5000 of them, and
    ``isdigit`` before it lets ² through.
    """
    if isinstance(told, int):
        return told if not isinstance(told, bool) and abs(told) < _MOST else None
    return int(told) if isinstance(told, str) and _WHOLE.fullmatch(told) else None
