"""What stands inside sentences and figures are read across: marks of notes (地区生产总值[2]500.0亿元), 新（改）建."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

UNSEEN: Final = "\u2060"
"""Stands for each character of a mark, so that all places stay."""
_MARK: Final = LazyPattern(
    r"(?<=[\u3400-\u9fff）)%％”])(?:[\[〔［]\d{1,3}[\]〕］]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[①-⑳](?=[\d为达约]))"
)
_HAN: Final = r"[\u3400-\u9fff]"
_ASIDES: Final = "改|扩|改、扩|改扩|续|迁|限上|限下|更新|升级|成渝|长三角|间|套|门|户|含续建|重点"
"""What stands in brackets within a word or between two and parts them in no other way."""
_TELLS: Final = (
    r"(?:[含即原指注见如按经由比较同环]|不含|不包|其中|包括|剔除|扣除|以下|下称|简称|又称|统称|记者|图|表|附|来源|新华|通讯|增|减|升|降|上升|下降"
    r"|[一二三四五六七八九十]{1,6}[）)]|[^）)]{0,6}(?:[年月日季省市县区州镇乡旗元吨斤亩人个件辆台家户米升克枚次天座所里顷度时箱倍]|公司|(?<![农乡])村)[）)])"
)
"""What in brackets says something by itself: a time, a place, a unit, how something is counted or called, an item."""
_FIRM: Final = r"(?:股份|有限|集团|控股|科技|投资|实业|公司|基金|管理|合伙)"
_ASIDE: Final = LazyPattern(
    rf"(?<={_HAN})（(?:{_ASIDES})）(?={_HAN})"
    rf"|(?<={_HAN})[（(][nN][ ]?[=＝][ ]?\d[\d,]*[）)](?={_HAN})"
    rf"|(?<={_HAN})[（(](?!{_TELLS})(?:{_HAN}|、){{1,6}}[）)](?={_HAN})(?!{_FIRM})"
)
_CIRCUMSTANCE: Final = LazyPattern(
    rf"(?<={_HAN})在(?![于建])[^，,。；;：:！？\n]{{2,28}}?(?:的)?(?:(?:情况|背景|形势|局面|条件|环境|前提|压力|冲击|影响|作用|带动|推动|拉动|支撑|下行)下|(?:基数|基础)之?上)"
    r"(?=[^，,。；;：:\n\d]{1,10}(?:\d|[一二三四五六七八九十两百千万]+(?:成|倍|万|亿|多?个)))"
)
"""Between a measure and what is told of it, the circumstances: 出口在外需疲软的背景下逆势增长8.3%."""


@lru_cache(maxsize=1)
def without_marks(text: str) -> str:
    """Return a text of the same length without marks of notes, asides within words, and circumstances told between.

    Numbers and figures of a text are read one after the other, both across them.
    """
    return _CIRCUMSTANCE.sub(_unseen, _ASIDE.sub(_unseen, _MARK.sub(_unseen, text)))


def _unseen(mark: re.Match[str]) -> str:
    return UNSEEN * len(mark[0])


def told_plainly(found: Statistic, printed: str, seen: str) -> Statistic:
    """Return a figure of a ``printed`` text, read as it was ``seen``, with its metric as printed and without marks."""
    words = ("metric", "subject", "region", "qualifier", "basis", "source")
    touched = {name: told.replace(UNSEEN, "") for name in words if UNSEEN in (told := getattr(found, name))}
    found = replace(found, **touched) if touched else found
    start, end = found.evidence.start, found.evidence.end
    if seen.find(UNSEEN, start, end) < 0:
        return found
    kept = [place for place in range(start, end) if seen[place] != UNSEEN]
    at = "".join(map(seen.__getitem__, kept)).find(found.metric)
    if at < 0 or not found.metric:
        return found
    last = kept[at + len(found.metric) - 1] + 1
    aside = _ASIDE.match(printed, last)
    return replace(found, metric=_MARK.sub("", printed[kept[at] : aside.end() if aside else last]))
