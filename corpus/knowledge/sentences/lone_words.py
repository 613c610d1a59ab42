"""Words that stand alone before a level: 亏 tells 亏损, and 临时 tells nothing."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_ALONE: Final = {
    "以": "作价", "跌": "", "涨": "", "降": "", "升": "",
    "亏": "亏损", "赔": "亏损", "赚": "盈利", "挣": "收入", "花": "花费", "欠": "欠款",
    "男": "男性", "女": "女性", "临时": "", "初步": "", "修订": "", "暂时": "",
}  # fmt: skip
"""What a word that stands alone before a level names."""
_OF_SHOPS: Final = {"开": "开设", "开到": "开到", "关": "关闭"}
"""The same before a number of shops."""
_COMES_TO: Final = ("开到", "开到了", "开至")
_LEFT: Final = LazyPattern(r"(?:剩下?|剩余|留下|余下)(?:了|约|不到|不足|区区)*[ ]?$")
_TAKEN: Final = LazyPattern(
    r"(?:关闭|关停|关掉|闭|裁减|裁撤|裁掉|减少|卖出|售出|卖掉|淘汰|流失|退出|拆除|注销|出清|处置|撤销|停用|新开|新增|净增)(?=[一-鿿]{2})"
)
"""Behind what is left of things, and before those that were taken away: 关闭门店381家，年末只剩403家."""


def measure_of_one_word(word: str, unit: str, lead: str) -> str:
    """Return what a word that stands alone before a level in ``unit`` names, any other words as they are.

    ``lead`` are the words before the level: 开到300家 tells how many there are then, and not how many are new.
    """
    word = "开到" if word == "开" and lead.strip().endswith(_COMES_TO) else word
    if unit == "家" and word in _OF_SHOPS:
        return _OF_SHOPS[word]
    return _ALONE.get(word, word)


def what_is_left(metric: str, lead: str) -> str:
    """Return what is left of the things a metric told before took away, where ``lead`` tells of that; else itself."""
    return _TAKEN.sub("", metric, 1) if _LEFT.search(lead) else metric
