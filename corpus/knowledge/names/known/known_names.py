"""Widely known companies in a text, and ordinary words that are names beside what companies are told of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from operator import add
from typing import Final

from corpus.knowledge.cues.word_pattern import expression_of
from corpus.knowledge.names.shapes.edges import EARNED, cut_apart
from corpus.knowledge.names.shapes.torn import ends_in_a_word, goes_on
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_FIRM_BEHIND: Final = (
    r"公司|集团|手机|电脑|CEO|首席|财报|股价|市值|营收|销量|应用商店|股份|电器|官网|"
    r"代工|供应链|供应商|门店|董事长|创始人|的(?:股价|市值|营收|财报|专利|供应商|用"
    r"户)"
)
_ACTS_OF_FIRMS: Final = (
    rf"(?:{_FIRM_BEHIND}"
    r"|(?:今天|昨天|今日|昨日|近日|日前|也|则|已|在同一天|在同日){0,2}(?:发布|推出|宣布|起诉|收购)|公告|上市后|称|方面|去年营收|今年营收)"
)
_TRADE: Final = LazyPattern(r"市场|行业|产业|产品|消费|进口|出口|需求|产量|储备|协会|学会|制作|史")
"""Behind the name of a company that is also that of a trade of the country: 中国电影市场."""
_COUNTRY: Final = "中国"
_SENT: Final = LazyPattern(r"[一-鿿]{2,6}\d{1,2}月\d{1,2}日专?[电讯]")
_FIRM: Final = LazyPattern(r"公司|手机|营收|财报|股价|市值|品牌|上市|收购")
_STATES: Final = ("共和国", "王国", "公国", "酋长国", "联邦")
"""With these behind it a name is the end of a country's: 格瑞萨共和国."""
_SCHOOLS: Final = ("大学", "学院")
_SHORT: Final = 3
_PAIR: Final = 2
_PLACE_BEHIND: Final = LazyPattern(
    r"路(?!由|演|线|透|人|过|上|径|桥)|街(?!拍|头)|坡|巷|大?峡谷|大桥|大道|站(?![内点外上在出稳长台方到队])|河(?!北|南)|湖(?!北|南)|岭|古[镇城]"
    r"|山(?![寨姆东西])|水库|镇(?!江)|[东西南北]站"
)
"""Behind a known name these make a place of it: 海尔路, 京东大峡谷."""
_ADVERBS: Final = ("d", "a")
_COUNTED_PERSON: Final = LazyPattern(r"[是当做成有算认这那][个位名把]$|一[位名把]$")
"""Before a word that says what somebody is: 算账是个快手."""
_ARM: Final = LazyPattern(
    r"中国(?!市场|区|业务|门店|消费者|用户|工厂|总部|分公司|子公司|团队|员工|客户|首|式|版|人|的?最|制造|经济|企业|公司|品牌|研发|地区)"
)
"""What a company from abroad is called here, behind its name; not where it does or has something: 星巴克中国."""
_JOINTS: Final = ("、", "和", "与", "及")
_AROUND: Final = 6
"""How far around a short name its words are looked at, in code points."""


@cache
def ambiguous_words() -> tuple[str, ...]:
    """Return the ordinary words that are names of companies too."""
    return tuple(_ambiguous_owners())


def short_for_known(owners: Collection[str]) -> dict[str, str]:
    """Return the ordinary words that are short for companies among some, each with the name it is short for."""
    return {word: name for word, name in _short_for().items() if name in owners}


@cache
def _short_for() -> dict[str, str]:
    return {word: name for word, name in _ambiguous_owners().items() if name != word}


@cache
def _ambiguous_owners() -> dict[str, str]:
    lines = (files("corpus.knowledge.names.known") / "ambiguous.txt").read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: line.split()[-1] for line in lines if line and line[0] != "#"}


@cache
def _ambiguous() -> re.Pattern[str]:
    """Return the pattern of ordinary words that are companies beside what companies are told of."""
    words = "|".join(ambiguous_words())
    return re.compile(rf"(?<![一-鿿])(?P<a>{words})(?={_ACTS_OF_FIRMS})|(?P<b>{words})(?={_FIRM_BEHIND})")


@cache
def _counted() -> re.Pattern[str]:
    """Return the pattern of ordinary words that stand in a row of makers, before how many each made: 理想33181辆."""
    return re.compile(rf"(?<=[，；：、])(?:{'|'.join(ambiguous_words())})(?=\d[\d,.]*[万亿]?[辆台部])")


@cache
def _plain() -> re.Pattern[str]:
    """Return the pattern of ordinary words that end where a phrase does."""
    return re.compile(
        rf"({'|'.join(ambiguous_words())})(?=[，。；、,;]|$|[等和与及都也均的则]|分别|排在|位居|位列|紧随|分列)"
    )


@cache
def _plain_behind() -> re.Pattern[str]:
    """Return the pattern of ordinary words a phrase begins with, before another item."""
    return re.compile(rf"(?<![一-鿿])({'|'.join(ambiguous_words())})[{''.join(_JOINTS)}]$")


_SHOPS: Final = ("堂，", "堂的", "斋，", "斋的", "轩，", "阁，")
"""With these behind it a known name is the beginning of another one: 永辉堂，旧称…."""
_CORNER_SHOP: Final = LazyPattern(
    r"(?![的在和与是把被从到进了对向等开第与及或的]|旗舰|专卖|直营)[一-鿿](?:食品|日杂|烟酒|五金|水果)?(?:商店|食品店|杂货店|小卖部|烟酒店|五金店|水果店|餐馆|饭店|酒楼|宾馆|经营部|门市部|批发部)"
)
"""With these behind it a known name is the beginning of a corner shop's: 双汇友食品店."""
NO_SHOP: Final = LazyPattern(r"村|镇(?!江)|客(?!户|单|服|流|诉|群|源)")
"""Behind 淘宝 these make another word: 淘宝村, but not 淘宝客服."""
_BOUNDED: Final = {"百度": "上数几", "圆通": "事人世为很更较太不格腕段话性"}
"""Known names that are also the end of something else, and what then stands before them."""
_OPEN: Final = {"京东方": "面A", "可爱多": "了得肉彩姿", "创新工场": "地", "怪兽充电": "桩", "圆通": "之寺山"}
"""Known names that are also the beginning of something else, and what then stands behind them: 京东|方面."""


@cache
def _known() -> tuple[LazyPattern[str], dict[str, str]]:
    """Return the pattern of all forms of widely known names, to be tried at one place, and whose each is."""
    lines = (files("corpus.knowledge.names.known") / "known.txt").read_text(encoding="utf-8").splitlines()
    owners = {form: line.split()[0] for line in lines if line and line[0] != "#" for form in line.split()}
    latin = [form for form in owners if form.isascii()]
    others = [form for form in owners if not form.isascii() and form not in _BOUNDED and form not in _OPEN]
    bounded = [
        rf"(?<![{before}]){name}" + (rf"(?![{_OPEN[name]}])" if name in _OPEN else "")
        for name, before in _BOUNDED.items()
    ]
    opened = [rf"{name}(?![{behind}])" for name, behind in _OPEN.items() if name not in _BOUNDED]
    pattern = "|".join(
        [*opened, expression_of(others), *bounded, rf"(?<![A-Za-z]){expression_of(latin)}(?![A-Za-z])"]
    )
    return LazyPattern(pattern), owners


@cache
def _heads() -> frozenset[str]:
    """Return the two characters that known and ambiguous names begin with."""
    return frozenset(name[:2] for name in (*_known()[1], *ambiguous_words()))


@cache
def _beginnings() -> frozenset[str]:
    names = (*_known()[1], *ambiguous_words())
    return frozenset(name[:length] for name in names for length in (2, 3) if len(name) >= length)


def is_known_head(words: str) -> bool:
    """Tell whether widely known names begin with two or three characters: 平安, 光明, 招商."""
    return words in _beginnings()


def _matches(
    pattern: re.Pattern[str] | LazyPattern[str], text: str, places: Sequence[int]
) -> Iterator[re.Match[str]]:
    """Yield the matches that begin at some places of a text, in order, never overlapping."""
    taken = 0
    for place in places:
        match = pattern.match(text, place) if place >= taken else None
        if match:
            yield match
            taken = match.end()


def places_of(words: str, text: str) -> Iterator[int]:
    """Yield every place of some words in a text."""
    place = text.find(words)
    while place >= 0:
        yield place
        place = text.find(words, place + 1)


def known_in(text: str) -> dict[str, str]:
    """Return the forms of widely known names that stand in a text, each with its usual name."""
    pattern, owners = _known()
    heads = _heads().intersection(map(add, text, text[1:]))
    places = sorted(place for head in heads for place in places_of(head, text))
    met = _matches(pattern, text, places)
    found: dict[str, str] = {}
    for match in met:
        if _stands_alone(text, match):
            found[match[0]] = owners[match[0]]
            if arm := _ARM.match(text, match.end()):
                found[match[0] + arm[0]] = match[0] + arm[0]
    if places and (found or _FIRM.search(text)):
        found |= {match[0]: _ambiguous_owners()[match[0]] for match in _matches(_ambiguous(), text, places)}
    if found:
        found |= {name: _ambiguous_owners()[name] for name in _beside(text, found)}
        found |= {match[0]: _ambiguous_owners()[match[0]] for match in _matches(_counted(), text, places)}
    return found


def _beside(text: str, found: Iterable[str]) -> Iterator[str]:
    """Yield ordinary words that stand in one list with a name: 平安 of 平安和交通银行."""
    for name in found:
        for place in places_of(name, text):
            joined = text[place + len(name) : place + len(name) + 1] in _JOINTS
            after = _plain().match(text, place + len(name) + 1) if joined else None
            before = _plain_behind().search(text, max(0, place - _AROUND), place)
            yield from (match[1] for match in (after, before) if match)


def is_corner_shop(text: str, span: Span) -> bool:
    """Tell whether a widely known name is here the beginning of a shop's: 双汇友食品店."""
    return _CORNER_SHOP.match(text, span.end) is not None and span.of(text) in _known()[1]


def begins_a_word(text: str, span: Span) -> bool:
    """Tell whether a word that is a name too begins a longer one here: 小米粥, 理想状态."""
    behind = text[span.end : span.end + 1]
    return is_word(span.of(text) + behind) and behind.isalpha()


def _is_crossed(text: str, start: int, end: int) -> bool:
    """Tell whether a name of two characters is the end of one word and the beginning of another: 京东 of 北京东站.

    The second may be a word by itself, where only such a one goes on: 网易 of 上网易疲劳.
    """
    before, behind = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    if end - start != _PAIR or len(before) < _PAIR or not is_word(before):
        return False
    if len(behind) == _PAIR and is_word(behind):
        return True
    done = word_class(before).startswith("v") and word_frequency(before) > word_frequency(text[start:end])
    return done and word_class(text[end - 1]).startswith(_ADVERBS)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name is not made of parts of other words: 中影 of 其中影响, 时代中国 of 新时代中国.

    Nor is it one that only says who sent a piece of news: 新华网上海3月2日电.
    """
    start, end = match.span()
    if (
        text.startswith((*_STATES, *_SCHOOLS), end)
        or text.startswith(_SHOPS, end)
        or text[start - 1 : start] == "·"
    ):
        return False
    if match[0] == "淘宝" and NO_SHOP.match(text, end):
        return False
    if match[0].startswith(_COUNTRY) and _TRADE.match(text, end):
        return False
    if text.startswith(EARNED, end):
        return True
    if not match[0].isascii() and (_PLACE_BEHIND.match(text, end) or _is_crossed(text, start, end)):
        return False
    if _COUNTED_PERSON.search(text, max(0, start - 3), start) and not text[end : end + 1].isalpha():
        return False
    if _SENT.match(text, end) or ends_in_a_word(text, end) or goes_on(match[0], text[end : end + _AROUND]):
        return False
    if len(match[0]) > _SHORT or match[0].isascii():
        return match[0].isascii() or not cut_apart(text, Span(start, end))
    begin = max(0, start - _AROUND)
    position = begin
    across = 0
    for word in plain_words(text[begin : end + _AROUND]):
        behind = position + len(word)
        if position < start < behind or position < end < behind:
            across += 1
            # The middle of a name that no dictionary has goes over into both of its words: 中金 of 浩中|金宏.
            if is_word(word) or across > 1:
                return False
        position = behind
    return True
