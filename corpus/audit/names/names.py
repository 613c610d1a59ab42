"""Names of places and companies in a sentence, also those that begin like a word: 本溪市, 全椒县, 月湖区, 盐城市."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from corpus.knowledge.cues.words import word_set
from corpus.knowledge.phrases.place_ends import CITY, COUNTY, PROVINCE, TOWN, TOWNSHIP, VILLAGE
from corpus.knowledge.phrases.place_names import can_be_named, is_place_name
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

EMPTY: Final = frozenset(
    "的了在是为有和与及其年月日末底初中上下前后内外该本全各总共约达到至从由自以于对将被把也还又都仅只已并而或等按据每均多少新老大小第这那"
    "其它他她们一二三四五六七八九十百千万亿两几数个家户人名位件起次倍成元吨"
)
"""Characters that begin no name, unless what follows makes them one."""
_NUMERALS: Final = frozenset("0123456789〇零一二三四五六七八九十百千万亿两")
_CITY: Final = rf"{CITY}(?!占)"
_TOWN: Final = rf"(?<![自于在]城){TOWN}(?!(?<=[城乡]镇)[居化人就登职新单常户调低失非与和及、地企私生])"
_VILLAGE: Final = rf"(?<![城下返家老]){TOWNSHIP}|(?<![农乡]){VILLAGE}"
"""城镇居民, 城乡 and 农村 name no town nor village."""
_PLACE: Final = (
    rf"(?:{COUNTY}|{_TOWN}|{_VILLAGE}|{_CITY}|区(?!间|域|块)|街道|[州港湾湖岛]"
    r"|集团|公司|股份|银行|科技|大学|学院|医院|[农林牧茶渔]场|水库|煤矿|机场|码头|电厂)"
)
_BEGUN: Final = LazyPattern(
    r"(?:全(?=州县)|[全本](?![省市县区州镇乡村国])|[年月日末中上下内外总共和达从自将都均多少新老大小前三四五六七八九十百千万两家户人名元成](?![省市县区镇乡村国]))"
    r"(?![校厂院店行业公集社年月日个座家类些等级型线强批大中小的地城农园街景郊片])"
    rf"[\u4e00-\u9fff]{{1,2}}?{_PLACE}"
)
"""A name whose first character is elsewhere a word; 全市, 本地区, 大城市, 十强县 and 新社区 name nothing."""
_COMMON: Final = LazyPattern(
    r".(?:城市|中心|开发|高新|工业|农业|商务|物流|保税|示范|试点|产业|重点|主要|贫困|民营|国有|国营|合资|类|所有|部分|有关)"
)
_NAMED: Final = LazyPattern(
    r"([\u4e00-\u9fff]{2})(集团|公司|科技|股份|银行|物流|传媒|药业|食品|百货|大学|学院|医院"
    rf"|{COUNTY}|{_TOWN}|{_VILLAGE}|{_CITY}"
    r"|园区|开发区|新区|灌区|景区|(?<!香)港(?![口元币股澳资务])|机场|口岸|码头|[农林牧茶渔]场|煤矿|合作社|书院|剧院|影院|中学|小学"
    r"|图书馆|博物馆|电厂|水库|街道|社区|(?<![地社园城山校景小辖市郊库厂港片战特专新老灌矿林牧疫灾])区(?=(?:19|20)\d\d年))"
)
_LOCAL: Final = LazyPattern(
    r"(?:全|我|本|该)(?:[省市区县镇乡村校]|州(?![县市区]))"
    rf"|(?:(?![年月日季届全我本该各])[\u4e00-\u9fff]){{2}}(?<![个几两二三四五六七八九十外邻跨异从自由向到在往据])(?:{PROVINCE}|(?<![超上]){_CITY}|{COUNTY}|自治区|{_TOWN})"
)
_POINTING: Final = frozenset("全我本该")
_MARKETS: Final = LazyPattern(r"[城超上门都]市")
_FIRMS: Final = frozenset({"集团", "公司", "科技", "银行", "物流", "传媒", "药业", "食品", "百货"})
_AT_HEAD: Final = LazyPattern(r"(?:^|[^\u4e00-\u9fff]|[年月日末底初省在到])\Z")
_CHINESE: Final = LazyPattern(r"[\u4e00-\u9fff]")
_MORE: Final = 2
"""Characters more that a name may have."""
_NO_NAME: Final = frozenset("年月日末底初省在到据对与和及将把被该我各全")
_NO_CITY: Final = frozenset("大小县省各我该本")
"""What makes no name of 城市, 门市 and 都市; 盐城市, 荆门市 and 成都市 are names."""
_UNNAMED: Final = LazyPattern(
    r"[该我各省在至的届]|[这那][个座些]|如今|眼下|现在|自[乡农]|\w[全本]|(?<=\w)(?<!\d年)(?<!\d[月日])[年月日]|邻近|其他|两个|多个|几个|工业|产业|物流|科技|农业|示范|电商|商务|创业|保税|经济|技术|沿海|内河"
    r"|主要|大型|中型|小型|国有|国营|城市|农村|乡村|重点|高新|专业|民营|集体|综合|公共|对照|试点|样本|调查|入驻|共有|现有|所有|普通|高级"
)

_GENERAL: Final = frozenset(
    (
        "科技", "物流", "传媒", "食品", "百货", "大学", "学院", "医院", "园区", "开发区", "新区", "景区", "港", "机场",
        "口岸", "码头", "水库", "街道", "社区", "中学", "小学", "书院", "剧院", "影院", "图书馆", "博物馆", "电厂",
        "煤矿", "合作社",
    )
)  # fmt: skip
"""Kinds that are words of their own behind a verb: 提升科技, 新建社区."""
_PLACES: Final = frozenset("县镇乡村市区")
_TOWNS: Final = frozenset("城都")
_NO_END: Final = frozenset("了着过的")
_DEEDS: Final = ("v", "d", "b", "c", "m", "p", "u")
"""Classes of words that are no name before what is a word of its own."""
_NAMES: Final = ("ns", "nt", "nr", "nz")
_READ_BEFORE: Final = 6
"""Characters before a name in which the word begins that its first character may belong to."""
_COUNTED: Final = LazyPattern(
    r"[一二两三四五六七八九十几数多]个[省市县区州镇乡村]\Z|[两三四五六七八九十]{1,2}[省市县区州]\Z"
)
"""How many places there are is no name: 三个县, 青溪、大洼、平林三县."""


def may_begin(text: str, start: int) -> bool:
    """Tell whether a name may begin there; a character that is elsewhere a word needs the rest of a name behind it."""
    if text[start] not in EMPTY:
        return True
    return (
        _BEGUN.match(text, start) is not None
        and _COMMON.match(text, start) is None
        and text[max(0, start - 1) : start] not in _NUMERALS
    )


def names_in(text: str) -> set[tuple[str, str]]:
    """Return the names that say of what kind they are: (云梯, 县); at the head of a clause those of more characters."""
    return {
        (_longer(text, match), match[2])
        for match in _NAMED.finditer(text)
        if not _UNNAMED.search(text, match.start(1), match.end(1))
        and not _COUNTED.search(match[0])
        and (match[1][0] not in "全本" or may_begin(text, match.start()))
        and _is_no_market(text, match)
        and _may_be_called(text, match.start(), match[1], match[2])
    }


def places_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a place stands and its name, shortly: 全省, 该县, 芦川县."""
    return (
        (match.start(), match[0])
        for match in _LOCAL.finditer(text)
        if match[0][0] in _POINTING or _may_be_called(text, match.start(), match[0][:2], match[0][2:])
    )


def firms_in(text: str) -> frozenset[str]:
    """Return the names that say that they are companies': 澜亭物流, 鹤岭银行."""
    return frozenset(name + kind for name, kind in names_in(text) if kind in _FIRMS)


def is_one_of(name: tuple[str, str], names: Iterable[tuple[str, str]]) -> bool:
    """Tell whether a name is among others, one of which may leave out what stands before it: 江北云梯县, 云梯县."""
    return any(
        name[1] == kind and (name[0].endswith(other) or other.endswith(name[0])) for other, kind in names
    )


def _may_be_called(text: str, start: int, name: str, kind: str) -> bool:
    """Tell whether what stands before a word of a kind is a name, and not other words: 设区 of 设区市."""
    called, leads = name + kind, _AT_HEAD.search(text, max(0, start - 1), start) is not None
    if word_class(called) == "ns" and (leads or name[-1] not in _TOWNS):
        return True
    if name[-1] in _NO_END:
        return False
    if leads and kind in _PLACES:
        return can_be_named(called)
    if kind == "省" or (kind == "市" and name[-1] in _TOWNS):
        return leads and can_be_named(called)
    if _is_within_word(text, start):
        return False
    if kind in _PLACES:
        return is_place_name(called)
    if word_class(called) == "n":
        return False
    if kind in _GENERAL and word_class(name).startswith(_DEEDS):
        return False
    return not any(name in word_set("names/names", one) for one in ("barred", "verbs", "kinds"))


def _is_within_word(text: str, start: int) -> bool:
    """Tell whether a place lies within a word of the dictionary that is no name: 级 of 国家级和市级."""
    begin = start
    while begin > max(0, start - _READ_BEFORE) and _CHINESE.match(text, begin - 1):
        begin -= 1
    for word in plain_words(text[begin : start + _READ_BEFORE]):
        if begin < start < begin + len(word):
            return is_word(word) and not word_class(word).startswith(_NAMES)
        begin += len(word)
    return False


def _longer(text: str, match: re.Match[str]) -> str:
    for size in range(1, _MORE + 1):
        start = match.start() - size
        if start < 0 or not _CHINESE.fullmatch(text[start]):
            break
        if _AT_HEAD.search(text, max(0, start - 1), start):
            if size == _MORE and word_class(text[start : start + size]).startswith("v"):
                break
            return text[start : match.end(1)] if text[start] not in _NO_NAME else match[1]
    return match[1]


def _is_no_market(text: str, match: re.Match[str]) -> bool:
    if match[2] != "市" or not _MARKETS.match(text, match.end(1) - 1):
        return True
    at = match.start(1)
    return (
        match[1][1] not in "超上"
        and _AT_HEAD.search(text, max(0, at - 1), at) is not None
        and match[1][0] not in _NO_CITY
    )
