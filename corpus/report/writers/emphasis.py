"""Emphasis that every reader of Markdown sees, also between Chinese characters.

By the rules of CommonMark a sign of emphasis between a letter and a punctuation mark neither opens nor closes:
``这是**“新零售”**的本质`` keeps its asterisks. Where that is so a tag stands for the sign.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from index.lazy_pattern import LazyPattern

_TAGS: Final = {1: ("<em>", "</em>"), 2: ("<strong>", "</strong>"), 3: ("<strong><em>", "</em></strong>")}
_EMPHASIS: Final = LazyPattern(
    r"`+[^`\n]*`+|\\.|(?<!\*)(\*{1,3})(?![\s*])((?:[^*\n\\`]|\\.)+)(?<![\s*])\1(?!\*)"
)
"""Code and escaped signs, which stay as they are, or words between signs of emphasis."""
_FENCE: Final = LazyPattern(r"\s*(```|~~~)")


def strong(words: str, before: str, behind: str) -> str:
    """Return Markdown as strong words between what stands before and behind it; each line by itself."""
    lines = words.split("\n")
    ends = [before, *("" for _ in lines)]
    starts = [*("" for _ in lines[1:]), behind]
    return "\n".join(
        _set("**", line, left[-1:], right[:1]) if line.strip() else line
        for line, left, right in zip(lines, ends, starts, strict=False)
    )


def sure(text: str) -> str:
    """Return a person's Markdown with a tag for every sign of emphasis that only some readers take for one."""
    kept, fenced = [], ""
    for line in text.split("\n"):
        fence = _FENCE.match(line)
        if fence is not None and fenced in ("", fence[1]):
            fenced = "" if fenced else fence[1]
        kept.append(line if fenced or "*" not in line else _EMPHASIS.sub(_told, line))
    return "\n".join(kept)


def _told(match: re.Match[str]) -> str:
    sign = match[1]
    if not sign:
        return match[0]
    line = match.string
    return _set(sign, match[2], line[: match.start()][-1:], line[match.end() : match.end() + 1])


def _set(sign: str, words: str, left: str, right: str) -> str:
    """Return words between two signs, or between tags where one of the signs would not be taken for one."""
    if _opens(left, words[:1]) and _opens(right, words[-1:]):
        return f"{sign}{words}{sign}"
    opening, closing = _TAGS[len(sign)]
    return f"{opening}{words}{closing}"


def _opens(outer: str, inner: str) -> bool:
    """Tell whether a sign between two characters leans on the inner one; the end of a line counts as a blank."""
    if not inner.strip():
        return False
    return not _is_mark(inner) or not outer.strip() or _is_mark(outer)


def _is_mark(character: str) -> bool:
    """Tell whether a character is punctuation or a symbol."""
    return unicodedata.category(character)[0] in "PS"
