"""Words that stand alone before a level: 亏 tells 亏损, and 临时 tells nothing."""

from __future__ import annotations

from typing import Final

_ALONE: Final = {
    "以": "作价", "跌": "", "涨": "", "降": "", "升": "",
    "亏": "亏损", "赔": "亏损", "赚": "盈利", "挣": "收入", "花": "花费", "欠": "欠款",
    "男": "男性", "女": "女性", "临时": "", "初步": "", "修订": "", "暂时": "",
}  # fmt: skip
"""What a word that stands alone before a level names."""
_OF_SHOPS: Final = {"开": "开设", "开到": "开到", "关": "关闭"}
"""The same before a number of shops."""
_COMES_TO: Final = ("开到", "开到了", "开至")


def measure_of_one_word(word: str, unit: str, lead: str) -> str:
    """Return what a word that stands alone before a level in ``unit`` names, any other words as they are.

    ``lead`` are the words before the level: 开到300家 tells how many there are then, and not how many are new.
    """
    word = "开到" if word == "开" and lead.strip().endswith(_COMES_TO) else word
    if unit == "家" and word in _OF_SHOPS:
        return _OF_SHOPS[word]
    return _ALONE.get(word, word)
