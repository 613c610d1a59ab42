"""What somebody typed, as it is told: to draw a hundred thousand characters in a line takes a second."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

LONGEST: Final = 200
"""Characters of what was typed that a sentence, a title or an entry of a menu tells."""
ENTRY: Final = 40
"""Characters of a name in a menu, which is as wide as its longest entry."""
_GAPS: Final = LazyPattern(r"\n(?:[^\S\n]*\n)+")
_LINE_SIGNS: Final = LazyPattern(r"^[^\S\n]{0,3}(?:#{1,6}\s+|>\s?)", re.MULTILINE)
_ENTRIES: Final = LazyPattern(r"^([^\S\n]*)[-*+][^\S\n]+", re.MULTILINE)
SHOWN: Final = 1000
"""Characters a row is given: it shows a few lines, and to lay out more holds the window."""
_SIGNS: Final = LazyPattern(r"(?:\*\*|__|`)(.+?)(?:\*\*|__|`)")
_LINK: Final = LazyPattern(r"!?\[([^\[\]\n]{0,300})\]\([^()\s]{1,600}\)")


def shortened(text: str, most: int = LONGEST) -> str:
    """Return a text, or its beginning with an ellipsis where it has more than ``most`` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def as_entry(text: str, most: int = ENTRY) -> str:
    """Return a name somebody gave as an entry of a menu: cut, and with its own & where Qt looks for a key."""
    return shortened(text, most).replace("&", "&&")


def around(text: str, start: int, end: int, most: int = LONGEST) -> tuple[str, str, str]:
    """Return what stands before a place, the place and what stands behind it, each of ``most`` characters at most."""
    before, behind = text[:start], text[end:]
    if len(before) > most:
        before = "…" + before[1 - most :]
    return before, shortened(text[start:end], most), shortened(behind, most)


def in_one_line(text: str) -> str:
    """Return words with one blank where there are blanks, tabs or ends of lines."""
    return " ".join(text.split())


def plain(text: str, most: int = SHOWN) -> str:
    """Return the words of a Markdown note for a list: without its signs, but the dot of an entry, and cut."""
    lines = _ENTRIES.sub(r"\1• ", _LINE_SIGNS.sub("", _GAPS.sub("\n", text)))
    return _SIGNS.sub(r"\1", _LINK.sub(r"\1", lines)).strip()[:most]
