"""Levels that only define the group a share is of, and are no figures themselves: 25%的学生月支出超过500元."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_REACHES: Final = r"(?:都|均|至少)?(?:为|在|是|达到?|超过?|低于|高于|不足|不到|介于|集中在|多于|少于|至少)*"
_HAS: Final = LazyPattern(
    r"[ ]?的(?P<what>[一-鿿]{2,12}?(?:支出|花费|消费|预算|收入|月薪|薪资|工资|年龄|时长|费用|金额|次数|频率|价格|营收)"
    rf"{_REACHES}“?\d[^，。；”]{{0,14}})"
)
_OF_PART: Final = LazyPattern(
    r"(?:以上|以下|左右)?[）)]?的?[一-鿿]{0,5}(?:者|人|用户|学生|网民|市民|居民|家庭|企业|公司|商家|门店|员工|女性|男性|家长|农户)"
    rf"[^，。；\d]{{2,24}}?{_REACHES}“?$"
)
_SHARE: Final = LazyPattern(
    r"(?:^|[，。；：、！？\n（(]|其中|[仅约近超过逾有占达为中])[ ]?"
    r"(?:\d+(?:\.\d+)?[ ]?[%％]|[一二三四五六七八九两几\d]成)[）)]?$"
)
"""Before what those of a share have: the share, and no growth, margin or rate that is theirs: 有25%|的学生…."""
_NEAR: Final = 12
_OF_COUNTED: Final = LazyPattern(
    r"(?:品牌|企业|商家|店铺|公司|门店|主播|直播间|单品|产品|商品|项目|账号|影片|村|县|人|家|户)"
    r"(?:(?!累计|合计|[共总])[^，。；\d]){0,10}?(?:破|超过?|突破|过|逾)“?$"
)
_COUNTED: Final = frozenset("个家名位户款只部")


def what_part_has(text: str, place: int, end: int) -> str:
    """Return the level that defines the group of the share ending at ``place``: 学生月支出超过500元; else empty."""
    told = _HAS.match(text, place, end) if _SHARE.search(text, max(0, place - _NEAR), place) else None
    return told["what"].replace("“", "") if told else ""


def is_level_of_part(text: str, start: int, place: int) -> bool:
    """Tell whether a number at ``place`` only defines the group whose share or count stands before ``start``."""
    counted = _OF_COUNTED if text[start - 1 : start] in _COUNTED else None
    told = _OF_PART if _SHARE.search(text, max(0, start - _NEAR), start) else counted
    return told is not None and told.fullmatch(text, start, place) is not None
