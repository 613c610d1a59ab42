"""Numbers a sentence only reckons with: 照 9.6 万亿元算 takes a number up and vouches for nothing."""

from __future__ import annotations

from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_BEFORE: Final = LazyPattern(r"(?:照着?|按照?|若以|如以|就算|哪怕)[^\S\n]*\Z")
_BEHIND: Final = LazyPattern(r"[^\S\n]*(?:来)?(?:计?算|推算|折算|估算|考虑)(?!机|力|法|是)")
_LONGEST: Final = 6
"""Characters before a number that are looked at."""


def is_supposed(sentence: str, number: Span) -> bool:
    """Tell whether a sentence takes a number only to reckon on with it."""
    before = sentence[max(0, number.start - _LONGEST) : number.start]
    return _BEFORE.search(before) is not None and _BEHIND.match(sentence, number.end) is not None
