"""Metrics by one name: synonyms made one, and the subject a metric carries in front taken off."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from corpus.knowledge.cues.words import table
from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.own_names import is_name
from corpus.text.numbers.found_dates import whole_number
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

_TABLE: Final = "metrics"
_NOISE = LazyPattern(
    r"[\s“”\"'（）()的]|^(?:全国|中国|我国|国内|全省|全市|全县|全区|其中)|^(?:实现|完成|合计|共计|总计)(?=[一-鿿]{2})|累计(?=完成|装机)|总(?=装机)|类(?=电商)|行业(?=规模)"
)
_BROUGHT_IN = LazyPattern(
    r"^(?:下线|生产(?![能总成安规线经性用企设效率量值指价资要])|采收|收获|摘下|打下|(?:收|产|打)了?(?![到入益费购取视藏治支缴款录发案储割值业能量品出权假妇击造工印开赢学看官]))了?"
    r"(?P<what>[一-鿿]{2,4})$"
)
"""What a harvest is told by: 收鲜枣 is 鲜枣产量."""
_SOLD = LazyPattern(
    r"^(?:累计|共计?)?(?:卖出|售出|销售(?![额量价收费面总均利成]))了?(?P<what>[一-鿿A-Za-z]{2,10})$"
)
"""What is sold: 卖出新能源汽车 is 新能源汽车销量."""
_OF_WHOLE = LazyPattern(
    r"使(?=用)|占总人口?|占比|比例|比重|份额|其中|当中|居住|生活|从事|属于|中(?=[，的]|$)"
    r"|(?<=[一-鿿]{2})(?<![高初集其之])中(?![学小老央心年国医药等职专考层型期部西东端高低级介文共欧美])(?=[一-鿿]{2})"
)
_PART = LazyPattern(
    r"(?<=[一-鿿]{2})占(?=(?!地|用|道|有)[一-鿿]{2})|(?<=[一-鿿]{3})(?<![高初集])中(?![学小央心])(?=[一-鿿]{3})"
)
_BUILDING = LazyPattern(r"(?P<thing>(?P<name>[一-鿿]{2,3})[塔阁楼寺庙亭桥])(?=[一-鿿])")
_SHORTEST_THING = 3
"""A name of a thing any shorter than this is no name: 大桥, 水库."""
_ORDINAL = LazyPattern(
    r"第?(?P<school>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<kind>中|小)(?:学|(?![一-鿿])|(?=20|[高初在教师学]))"
    r"|(?<![一-鿿]第)(?P<number>[一二三四五六七八九十]{1,3})(?=号(?:线|楼|机组|桥|院|矿|井|馆))"
)
"""What numbers a school or a line among its like."""
_SHORT_BODY = LazyPattern(r"农(?:村商业|商)银行|农村信用合作联社")
"""Bodies that are mostly named shortly: 农商行, 农信社."""
_SIGN = LazyPattern(r"\d+|\D")
_SHORT = {"生产量": "产量", "销售量": "销量", "拥有量": "保有量"}
_SHORTER = LazyPattern(rf"(?<=[一-鿿]{{2}})(?:{'|'.join(_SHORT)})$")
"""How a quantity is told in full."""
_GROWN = LazyPattern(r"^(?:播种|种植|栽种|栽植|种)了?(?P<what>(?!植|面|类|子|业|群)[一-鿿]{2,6})$")
"""What is grown: 种植小麦 is 小麦种植面积, where it is told by the area."""
_ADDED = LazyPattern(r"(?:完成|实现|达到|约|为|共计|合计|总计|达|(?<![人总件])数)+$")
_MEASURES = {
    "长": "长度",
    "高": "高度",
    "宽": "宽度",
    "深": "深度",
    "重": "重量",
    "长达": "长度",
    "高达": "高度",
}
"""What a thing has that one character tells: 南屏隧道长9.1公里."""


@cache
def worded_by(kind: str) -> frozenset[str]:
    """Return the words of one kind a metric is told with and not named by: leads, moves, after, times, parts, flows."""
    return frozenset(table(_TABLE)["words"][kind])


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern for all other forms of metrics, the longest first, and what each stands for."""
    usual = {form: name for name, forms in table(_TABLE)["synonyms"].items() for form in forms}
    names = {*usual, *table(_TABLE)["synonyms"]}
    return re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True)))), usual


@lru_cache(maxsize=8192)
def usual_metric(metric: str) -> str:
    """Return the usual name of a metric: 网络零售市场规模 → 网络零售规模, 生产总值 → 地区生产总值."""
    pattern, usual = _forms()
    plain = _NOISE.sub("", metric).replace("规模以上", "规上")
    plain = _SHORTER.sub(lambda match: _SHORT[match[0]], plain)
    for _ in range(3):
        named = pattern.sub(lambda match: usual.get(match[0], match[0]), plain)
        shorter = _NOISE.sub(
            "", named if named.endswith(tuple(table(_TABLE)["synonyms"])) else _ADDED.sub("", named)
        )
        if shorter == plain:
            break
        plain = shorter
    grown = _GROWN.match(plain)
    if grown:
        return f"{grown['what']}种植面积"
    brought = _BROUGHT_IN.match(plain)
    if brought:
        return f"{brought['what']}产量"
    sold = None if METRIC_HEAD.search(plain) else _SOLD.match(plain)
    return f"{sold['what']}销量" if sold else plain


@cache
def _accounts() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return one pattern for the words of accounts, and the kind of each."""
    kinds = {word: kind for kind, words in table(_TABLE)["accounts"].items() for word in words}
    return re.compile("|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))), kinds


def account_of(words: str) -> str:
    """Return what kind of sum (income, profit, …) words name last; empty where they name none."""
    pattern, kinds = _accounts()
    named = pattern.findall(words)
    return kinds[named[-1]] if named else ""


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """Return the pairs of words of which one is never told for the other: 流入, 流出."""
    return tuple((one, other) for one, other in table(_TABLE)["opposites"]["pairs"])


def is_bare_share(metric: str) -> bool:
    """Tell whether a metric says that something is a part of something, and neither of what nor what: 占比."""
    return metric in worded_by("bare_shares")


@cache
def _alone() -> dict[str, str]:
    return {form: name for name, forms in table(_TABLE)["alone"].items() for form in forms}


def alone_called(metric: str) -> str:
    """Return the usual name of what a body has, told in a word too wide within others: 收入 → 营业收入."""
    return _alone().get(metric, metric)


def in_usual_form(text: str) -> str:
    """Return a text with every metric in it by its usual name: 社零总额增长 → 社会消费品零售总额增长."""
    pattern, usual = _forms()
    return pattern.sub(lambda match: usual.get(match[0], match[0]), text)


@cache
def other_forms() -> dict[str, tuple[str, ...]]:
    """Return for each form of a measure the others a search looks for, GDP → 地区生产总值, 生产总值.

    Things are left out, and words that say too little alone: whoever looks for 市场规模 does not mean 规模以上.
    """
    wide = set(table(_TABLE)["search"]["wide"])
    groups = [
        tuple(form for form in (name, *forms) if form not in wide)
        for name, forms in table(_TABLE)["synonyms"].items()
        if METRIC_HEAD.search(name)
    ]
    return {form: tuple(one for one in group if one != form) for group in groups for form in group}


def subject_within(metric: str) -> tuple[str, str]:
    """Return the subject and the measure of a metric that names both: 预制菜规模 → 预制菜, 规模; else no subject."""
    for head in sorted(table(_TABLE)["heads"]["market"], key=len, reverse=True):
        if metric.endswith(head) and len(metric) - len(head) >= 2:
            return metric.removesuffix(head), head
    return "", metric


@cache
def _key_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what is left out of a key anywhere, and at its end."""
    words = table(_TABLE)["key"]
    return re.compile("|".join(words["noise"])), re.compile(f"(?:{'|'.join(words['counted'])})$")


@lru_cache(maxsize=8192)
def key_of(words: str) -> str:
    """Return what of a metric with its subject two figures must share: the signs that count, in a fixed order.

    建成公共充电桩 and 公共充电桩数量 have one key, and so have 计划招收本科生 and 本科生招生计划, 五号线 and 5号线. The
    digits of a number stay together: 12号线 is not 21号线.
    """
    noise, counted = _key_patterns()
    plain = usual_metric(noise.sub("", usual_metric(_numbered(words))))
    return "".join(sorted(_SIGN.findall(counted.sub("", noise.sub("", plain)))))


def _numbered(words: str) -> str:
    """Return words with banks named shortly and lines, blocks, schools numbered in digits: 第三中学 → 3中."""
    short = _SHORT_BODY.sub(lambda match: "农商行" if match[0].endswith("银行") else "农信社", words)
    return _ORDINAL.sub(
        lambda match: f"{whole_number(match['school'] or match['number'])}{match['kind'] or ''}", short
    )


def is_part_of_whole(metric: str) -> bool:
    """Tell whether a metric names a part and its whole: 可再生能源装机占发电总装机, 发电总装机中可再生能源装机."""
    return _PART.search(metric) is not None


@lru_cache(maxsize=8192)
def share_key(words: str) -> str:
    """Return what two shares must have in common: 空巢家庭占全部家庭 is what 家庭是空巢家庭 is."""
    return "".join(sorted(set(key_of(_OF_WHOLE.sub("", words.replace("人口", "人"))))))


@cache
def _things() -> re.Pattern[str]:
    names = "|".join(sorted(table(_TABLE)["heads"]["things"], key=len, reverse=True))
    return re.compile(rf"(?P<thing>[一-鿿A-Za-z0-9]{{1,8}}(?:{names}))(?!生(?![产态]))(?=[一-鿿])")


def whole_measure(metric: str) -> str:
    """Return the name of a measure told in one character, any other metric as it is."""
    return _MEASURES.get(metric, metric)


@lru_cache(maxsize=8192)
def thing_in(metric: str) -> str:
    """Return the thing with a name of its own a metric begins with: 南屏隧道全长 → 南屏隧道; empty without one."""
    found = _things().match(metric)
    name = found["thing"] if found else ""
    if len(name) >= _SHORTEST_THING:
        return name
    building = _BUILDING.match(metric)
    named = building is not None and (is_name(building["name"]) or word_class(building["name"]) == "ns")
    return building["thing"] if building is not None and named else ""


def is_lasting(metric: str) -> bool:
    """Tell whether a metric is had once and for all, so that figures of it need no time to be compared."""
    return usual_metric(metric).endswith(tuple(table(_TABLE)["heads"]["lasting"]))


def is_of_one_thing(metric: str) -> bool:
    """Tell whether a metric is what one thing has and no place: 总投资 told in a county is of something built there."""
    return usual_metric(metric).removeprefix("项目").removeprefix("工程") in _of_one_thing()


@cache
def _of_one_thing() -> frozenset[str]:
    return frozenset(table(_TABLE)["heads"]["of_one_thing"])
