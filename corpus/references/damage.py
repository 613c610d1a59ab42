"""Small damage of a pasted or recognised line: breaks inside Chinese words, letters that stand for digits."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_HAN: Final = "\u3400-\u9fff"
_BROKEN: Final = LazyPattern(rf"(?<=[{_HAN}])[ \t　]*\r?\n[ \t　]*(?=[{_HAN}])")
_MARK: Final = LazyPattern(r"[\[［](?:[A-Z]{1,2}|[A-Z]/OL)[\]］]")
_ADDRESS: Final = LazyPattern(r"https?:|doi|DOI|\[(?:EB|DB|CP)|[（(]?[A-Z]{2}\d|CN\d")
_MISREAD: Final = LazyPattern(r"(?<![\w.])\d(?=[\dOolI]*[OolI])[\dOolI]{1,4}(?![\w])")
_ISSUE: Final = LazyPattern(r"(?<=[（(])第\s?(\d{1,3})\s?期(?=[）)])")
_IN_CHINESE: Final = LazyPattern(
    r"[（(\[［]in Chinese(?:[,，]? with English abstract)?[）)\]］]\.?$", re.IGNORECASE
)
"""What a Chinese journal adds to a line for readers abroad."""
_DIGITS: Final = str.maketrans("OolI", "0011")


def mended(line: str) -> str:
    """Return a line without breaks in Chinese words, with 2O19 behind its mark read as the digits it prints."""
    whole = _ISSUE.sub(r"\1", _IN_CHINESE.sub("", _BROKEN.sub("", line).rstrip()).rstrip())
    mark = _MARK.search(whole)
    if mark is None:
        return whole
    address = _ADDRESS.search(whole, mark.end())
    end = address.start() if address else len(whole)
    numbers = _MISREAD.sub(lambda one: one[0].translate(_DIGITS), whole[mark.end() : end])
    return whole[: mark.end()] + numbers + whole[end:]
