"""Whether a sentence speaks of another of the same kind: 银铃河流域 where the source has 铜铃河流域."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LEADING: Final = re.compile(
    r"(?:^|[，,；;：:]|\d年[底末初]?|月[底末]?|年度|[上下]半年|季度|截至|到|据|在)\s*(?P<words>[\u4e00-\u9fff]{5,})"
)
"""Words at the head of a clause, behind the time it is of."""
_EMPTY: Final = frozenset(
    "的了在是为有和与及其年月日末底初中上下前后内外该本全各总共约达到至从由自以于对将被把也还又都仅只已并而或等按据每均多少新老大小第这那"
    "其它他她们一二三四五六七八九十百千万亿两几数个家户人名位件起次倍成元吨"
)
"""Characters that begin no name."""
_OF_TIME: Final = "年月日"
_NUMERALS: Final = "0123456789〇零一二三四五六七八九十"
_PLACE: Final = re.compile(
    r"[年月日][\u4e00-\u9fff]{1,3}?(?:县(?!域)|镇|乡|村|市(?!场|值|民|占)|区(?!间|域|块)|街道|[州港湾湖岛])"
)
"""A name that begins like a date: 月湖区, 日照市."""
_SAME_BEHIND: Final = 3
"""Characters behind the part that differs which must be the same."""
_LONGEST: Final = 2


@lru_cache(maxsize=2048)
def is_renamed(sentence: str, source: str) -> bool:
    """Tell whether what leads a clause of ``sentence`` stands in ``source`` with another name before the same words."""
    return any(_is_other(match["words"], source) for match in _LEADING.finditer(sentence))


def _is_other(words: str, source: str) -> bool:
    if words[:2] in source or not _may_begin(words, 0):
        return False
    for size in range(1, _LONGEST + 1):
        same = words[size : size + _SAME_BEHIND]
        if len(same) < _SAME_BEHIND or any(character in _EMPTY for character in words[1:size]):
            return False
        place = source.find(same)
        if place >= size:
            theirs = source[place - size : place]
            return (
                all("\u4e00" <= one <= "\u9fff" for one in theirs)
                and all(one not in _EMPTY for one in theirs[1:])
                and _may_begin(source, place - size)
                and theirs != words[:size]
            )
    return False


def _may_begin(text: str, start: int) -> bool:
    """Tell whether a name may begin there; 年, 月 and 日 begin a place's, unless a number stands before them."""
    if text[start] in _OF_TIME:
        return bool(_PLACE.match(text, start)) and text[max(0, start - 1) : start] not in set(_NUMERALS)
    return text[start] not in _EMPTY
