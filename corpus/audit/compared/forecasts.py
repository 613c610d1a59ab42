"""Whether a number is told of what is to come: it neither confirms nor contradicts what has come about."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_FORECAST: Final = LazyPattern(
    r"(?<![比较于过超])预[计测]|力争(?!上游|先)|争取(?![到了])|有望|(?<![按原该])计划(?=[新再在到于将投建更增扩达完年内今明后\d])"
)
_CAME_ABOUT: Final = LazyPattern(r"[。；;]|实际|完成了|实现了|[，,](?:而|其中)?(?:19|20)\d\d年")
"""What follows a forecast and has come about: 2024年有望突破5亿元，2023年为4.2亿元."""
_FORESEEN: Final = LazyPattern(
    r"预计|预测|力争|争取|有望|计划|预期|目标|规划|[将拟要]|估计|展望|到[^，,。；;]{0,8}年[底末]?"
)


def is_to_come(before: str) -> bool:
    """Tell whether what a sentence says before a number forecasts it, and nothing between has come about."""
    cues = list(_FORECAST.finditer(before))
    return bool(cues) and _CAME_ABOUT.search(before, cues[-1].end()) is None


def is_aimed(sentence: str) -> bool:
    """Tell whether a sentence says of a number that it was foreseen, aimed at or only reckoned."""
    return _FORESEEN.search(sentence) is not None
