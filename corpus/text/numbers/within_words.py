"""Numerals that are only part of a word: 王五, 四平, 一部分, 三元桥 hold no number."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word

_NUMERALS: Final = frozenset("零〇一二两三四五六七八九十百千万亿")
_COUNTED: Final = LazyPattern(
    r"[零〇一二两三四五六七八九十百千万亿第几]+[个家名位种项件条台只次年月日天人元点分倍成岁里号间所座户届期层楼路"
    r"卷本张辆台套篇章句行列棵头匹箱包袋瓶杯碗盘斤两吨米尺寸亩顷角秒刻步遍"
    r"回趟场顿声口双对组批排队班群代维轮幅封册枚门根块片份]*"
)
"""A numeral with what it counts, which the dictionary holds as a word too: 一个, 三年."""
_PERSON: Final = LazyPattern(r"[张王李赵刘孙周][三四五六七](?![个家万千百十亿名位年月日元])")
_HALF: Final = "一半"
"""A number in whatever word it stands: 近一半, 一半左右."""
_LONGEST: Final = 4


def is_part_of_word(text: str, start: int, end: int, *, longer: bool = False) -> bool:
    """Tell whether a numeral of one character, with what it seems to count, stands within a word.

    ``longer``: only in one that holds more than both: 三元桥, but not 三元.
    """
    if (
        text[start:end] == _HALF
        or end - start > 2
        or text[start] not in _NUMERALS
        or text[start + 1 : end][:1] in _NUMERALS
    ):
        return False
    if text[start - 1 : start] == text[end : end + 1] != "" or _PERSON.match(text, max(0, start - 1)):
        return True
    for length in range(end - start + 1 + longer, _LONGEST + 1):
        for begin in range(max(0, end - length), start + 1):
            word = text[begin : begin + length]
            closed = begin == start or length > len("王五")
            if closed and len(word) == length and is_word(word) and not _COUNTED.fullmatch(word):
                return True
    return False
