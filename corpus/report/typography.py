"""What holds together on a line: a number and its unit, whatever the width of the page."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_NO_BREAK: Final = "\u00a0"
_TAG: Final = LazyPattern(r"<[^>]*>")
_LATIN: Final = 0x2E7F
"""From here on signs are as wide as Chinese characters."""
_CLOSE: Final = "[\\〔（《【"
_AMOUNT: Final = LazyPattern(
    r"(?<=[0-9]) (?=[\u3400-\u9fff%‰℃°]"
    r"|(?:[kcmnμ]?m|[km]?g|[km]?L|[kMGT]?W|[kMGT]Wh|[KMGT]i?B|h|t|s)(?:²|³|/\w+)?(?![A-Za-z0-9]))"
)
_QUALIFIED: Final = LazyPattern(r"(?<=[约超近逾达计]) (?=[0-9])")


def behind(words: str, more: str) -> str:
    """Return ``more`` behind ``words``, HTML or plain: a blank between them where nothing else parts them.

    Full-width signs bring their own room, and numbers in brackets and of footnotes stand close.
    """
    last, first = _TAG.sub("", words)[-1:], _TAG.sub("", more).strip()
    if not last or not first:
        return words + more
    close = ord(last) > _LATIN or first[0] in _CLOSE or first.isdigit()
    return f"{words}{more}" if close else f"{words} {more}"


def held_together(text: str) -> str:
    """Return a text in which no line ends between a number and its unit, or between 约 and its number."""
    return _QUALIFIED.sub(_NO_BREAK, _AMOUNT.sub(_NO_BREAK, text))
