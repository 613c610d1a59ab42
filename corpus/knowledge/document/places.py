"""Places by name: the provinces with their codes, other places by their last character, and one form for each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.place_names import is_place_name
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

PROVINCES: Final = {
    "北京": ("110000", "北京市"), "天津": ("120000", "天津市"), "河北": ("130000", "河北省"),
    "山西": ("140000", "山西省"), "内蒙古": ("150000", "内蒙古自治区"), "辽宁": ("210000", "辽宁省"),
    "吉林": ("220000", "吉林省"), "黑龙江": ("230000", "黑龙江省"), "上海": ("310000", "上海市"),
    "江苏": ("320000", "江苏省"), "浙江": ("330000", "浙江省"), "安徽": ("340000", "安徽省"),
    "福建": ("350000", "福建省"), "江西": ("360000", "江西省"), "山东": ("370000", "山东省"),
    "河南": ("410000", "河南省"), "湖北": ("420000", "湖北省"), "湖南": ("430000", "湖南省"),
    "广东": ("440000", "广东省"), "广西": ("450000", "广西壮族自治区"), "海南": ("460000", "海南省"),
    "重庆": ("500000", "重庆市"), "四川": ("510000", "四川省"), "贵州": ("520000", "贵州省"),
    "云南": ("530000", "云南省"), "西藏": ("540000", "西藏自治区"), "陕西": ("610000", "陕西省"),
    "甘肃": ("620000", "甘肃省"), "青海": ("630000", "青海省"), "宁夏": ("640000", "宁夏回族自治区"),
    "新疆": ("650000", "新疆维吾尔自治区"), "台湾": ("710000", "台湾省"), "香港": ("810000", "香港特别行政区"),
    "澳门": ("820000", "澳门特别行政区"),
}  # fmt: skip
"""Short name, code of GB/T 2260 and full name of every province."""

COUNTRY: Final = frozenset({"全国", "中国", "我国", "国内", "全中国", "中华人民共和国"})
SCOPES: Final = {
    "省": ("全省", "我省", "本省", "该省", "省内"),
    "市": ("全市", "我市", "本市", "该市", "市内"),
    "区": ("全区", "我区", "本区", "该区", "区内"),
    "县": ("全县", "我县", "本县", "该县", "县内"),
    "州": ("全州", "我州", "本州", "该州"),
    "旗": ("全旗", "我旗", "本旗", "该旗"),
    "盟": ("全盟", "我盟", "本盟", "该盟"),
    "镇": ("全镇", "我镇", "本镇", "该镇"),
    "乡": ("全乡", "我乡", "本乡", "该乡"),
    "村": ("全村", "我村", "本村", "该村"),
}
"""Words that mean the place a document is about, by the last character of its name."""
SCOPE_OF: Final = {word: level for level, words in SCOPES.items() for word in words}

_SHORT: Final = "|".join(sorted(PROVINCES, key=len, reverse=True))
_FULL: Final = "|".join(sorted((full for _, full in PROVINCES.values()), key=len, reverse=True))
_PROVINCE: Final = LazyPattern(
    rf"(?:{_FULL})|(?:^|(?<=[年_ —-])|(?<=[于在]))(?:{_SHORT})|(?:{_SHORT})(?=省|市|自治区|政府|人民|$)"
)
_OTHER: Final = LazyPattern(
    r"(?:^|(?<=年)(?!度)|(?<=年度)|(?<=[ _－—-]))(?:基于|来自|以|航拍|走[进近]|探访|[寻再回]访|聚焦|解码|夜游)?"
    r"(?:[上下]半年|全年|前?[一二三四]个?季度|\d{1,2}月份?)?"
    rf"(?P<place>[一-鿿]{{1,6}}?(?:{PLACE_END}|州(?![市县区湾岛港])(?=[一-鿿\d])))"
)
NAMED_PLACE: Final = LazyPattern(
    rf"(?<![一-鿿])(?:记者从|记者日前从|[月日]从|[月日]在|记者在|根据|依据|按照|来自|年|月|日|据|在|到|从|于|和|与)?(?P<place>(?!落实|贯彻|围绕|推动|推进)[一-鿿]{{2,5}}?{PLACE_END})"
)
"""A place named at the beginning of a clause."""
_DATED: Final = LazyPattern(r"^(?P<place>[一-鿿]{2,4})(?=(?:19|20)\d\d年|二〇\S\S年|去年|上半年)")
_LEVEL: Final = {
    "省": "省",
    "市": "市",
    "县": "县",
    "旗": "旗",
    "盟": "盟",
    "州": "州",
    "镇": "镇",
    "乡": "乡",
    "村": "村",
    "道": "街道",
}


_ENDING: Final = LazyPattern(r"(?:自治[区州县]|街道|[省市县区州镇乡村])$")
_SHORTEST: Final = 2
_LONGEST_UNLISTED: Final = 3
"""Longer names of places without what they are all stand in the dictionary: 呼伦贝尔, not 鄂北林场."""
_NO_NOUNS: Final = ("d", "c", "p", "r", "t", "u")
"""Classes of words that stand before a year and are no place: 最早2019年."""


_SHORT_NAMES: Final = {
    name: short for short, (_, full) in reversed(PROVINCES.items()) for name in (short, full)
}


def full_name(place: str) -> str:
    """Return the full name of a province named shortly, any other place as it is."""
    known = PROVINCES.get(place)
    return known[1] if known else place


def normal_place(place: str) -> str:
    """Return one form for a place however it is written: 四川省, 四川 → 四川; the country in all its names → 全国."""
    if place in COUNTRY:
        return "全国"
    known = _SHORT_NAMES.get(place)
    if known is not None:
        return known
    return place[:-1] if len(place) > 2 and place.endswith("省") else place


@lru_cache(maxsize=4096)
def short_place(place: str) -> str:
    """Return the name of a place without what it is: 安川市 → 安川, 芦川县 → 芦川; short names stay."""
    plain = normal_place(place)
    ending = _ENDING.search(plain)
    return plain[: ending.start()] if ending and ending.start() >= _SHORTEST else plain


@lru_cache(maxsize=4096)
def level_of(place: str) -> str:
    """Return what a place is by the last character of its full name: 省, 市, 区, 县 …, empty where unknown.

    州 is no level but part of the name in 杭州, as no prefecture has a name of one character.
    """
    full = full_name(place)
    if full.endswith("区"):
        return "区"
    if full.endswith("州") and len(full) <= _SHORTEST:
        return ""
    return _LEVEL.get(full[-1:], "")


def place_in(words: str) -> str:
    """Return the place a title, file name or heading speaks of, by its full name; empty where it names none or several.

    A province counts anywhere; any other place only at the beginning, after a year or between marks.
    """
    found = {full_name(match[0]): None for match in _PROVINCE.finditer(words)}
    if len(found) == 1:
        province = next(iter(found))
        inner = re.compile(
            rf"(?:{province}|{normal_place(province)})(?P<place>[一-鿿]{{1,4}}?(?:自治州|自治县|市|县|区))"
        ).search(words)
        if inner and is_place_name(inner["place"]) and inner["place"] not in province:
            return inner["place"]
        return province
    if found:
        return ""
    for match in _OTHER.finditer(words):
        if is_place_name(match["place"]):
            return match["place"]
    dated = _DATED.match(words)
    named = dated["place"] if dated else ""
    plain = word_class(named).startswith(_NO_NOUNS) if named else True
    short = len(named) <= _LONGEST_UNLISTED or word_class(named) == "ns"
    return named if short and not plain and is_place_name(named) and not ends_as_company(named) else ""


def meant_by(scope: str, place: str) -> str:
    """Return the place a scope word means in a document about ``place``; empty where they do not fit."""
    level = SCOPE_OF.get(scope, "")
    if not level or not place:
        return ""
    own = level_of(place)
    return full_name(place) if own in ("", level) else ""
