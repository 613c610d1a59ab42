"""Names torn out of longer words or phrases: what stands right around them goes on with another word."""

from __future__ import annotations

from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_large_place, is_place, run_start, stops
from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class
from index.segment.word_classes import NAMES_OR_SHORT

_HELD: Final = LazyPattern(
    r"的(?!(?:全资|控股|参股)?(?:子|孙|分)公司)(?:(?![因以与和])[一-鿿A-Za-z]){2,12}(?:公司|集团|企业|工厂|基金)"
)
"""Behind 控股 these make a verb of it: 周某控股的冷链公司."""
_FOREIGN: Final = LazyPattern(r"[ ]?[A-Z][A-Za-z-]{2,}")
_COUNTED: Final = LazyPattern(r"\d[幅项款台套种份只张件]$")
_TRADES_IN: Final = LazyPattern(
    r"(?:主营(?:业务(?:为|包括|是))?|从事|经营范围(?:为|包括|是)|涉足|深耕|布局)$"
)
"""Behind these stands what somebody deals in: 主营配网自动化."""
_APPOINTED: Final = LazyPattern(r"(?:任命|聘任|聘请|选举|提名|推举|推选|晋升)[一-鿿]{1,2}$")
_NUMBERED: Final = LazyPattern(r"第[一二三四五六七八九十\d]{1,3}$")
_SCANDAL: Final = "门"
_LEAD_TO_FIRM: Final = frozenset("以经于由对向是将")
"""Before 公司 these say what is done to, by or with it: 越权以公司名义."""
_OWNED: Final = ("系公司", "系企业", "系")
_BODY: Final = LazyPattern("[院所局校厂社]$")
_THROUGH: Final = LazyPattern("通(?=通过)|通(?!过)")
_NEXT_THINGS: Final = LazyPattern(r"[与和及、](?P<thing>[一-鿿]{2,12}?)(?:领域|行业|设备|产品|市场|业务|等)")
"""What is listed behind a thing with another of its sort."""
_WINDOW: Final = 8
_FAR: Final = 12
"""So far before it a name may begin, in code points."""
_PERSON: Final = 3
"""No longer name may be a person's."""
_OF_A_POST: Final = LazyPattern(
    r"(?:创始人|创办人|董事长|总裁|总经理|首席执行官|CEO|负责人|合伙人|店长|主理人|记者|教授|院士)$"
)
"""Behind these stands a person: 创始人宋知微."""
_OF_KIND: Final = ("品牌", "平台", "业务", "市场")
"""Behind the second of two kinds: 跑和户外品牌."""
_MAKES: Final = frozenset("做造卖产搞")
"""Before what somebody makes or sells: 做牙科影像的."""
_OF_MEASURES: Final = frozenset(
    {
        "平均",
        "累计",
        "合计",
        "共计",
        "总计",
        "同比",
        "环比",
        "净增",
        "新增",
        "日均",
        "月均",
        "人均",
        "总共",
        "一共",
    }
)
_SHORTEST: Final = 2
_WORD_BEHIND: Final = 4
_FREE: Final = frozenset({"v", "p", "c", "d", "u", "uj", "ul", "r", "m"})
"""Classes of single characters that stand as words of their own behind a name: 京东在."""


def is_torn(text: str, span: Span) -> bool:
    """Tell whether what looks like a name is a part of something longer, or of what kind things are."""
    name = span.of(text)
    if any_of("legal").search(name) or name.isascii():
        return False
    behind = text[span.end : span.end + _WINDOW]
    before = text[max(0, span.start - _WINDOW) : span.start]
    return (
        goes_on(name, behind)
        or (name.endswith("控股") and bool(_HELD.match(text, span.end)))
        or (name.endswith("公司") and bool(before) and _introduces(name, text, span.end))
        or (len(name) <= _PERSON and name[0] in FAMILY and bool(_OF_A_POST.search(before)))
        or bool(_COUNTED.search(before))
        or bool(_TRADES_IN.search(before) and name.endswith(tuple(listed("everyday"))))
        or (name.endswith("为") and bool(_APPOINTED.search(before)))
        or (name.startswith("大") and bool(_NUMBERED.search(before)))
        or is_affair(text, span)
        or _is_made(text, span)
        or _ends_in_measure(text, span)
        or ("和" in name and name.rpartition("和")[2] in listed("kinds") and behind.startswith(_OF_KIND))
        or _is_among_things(name, text, span.end)
    )


def goes_on(name: str, behind: str) -> bool:
    """Tell whether the form of a name is the first part of a longer word: 电子商务, 资管计划."""
    return name.endswith(_begun()) and any(
        name.endswith(form) and behind.startswith(rest) for form, rest in _longer()
    )


@cache
def _longer() -> tuple[tuple[str, str], ...]:
    parted = (word.partition("|") for word in listed("goes_on_as"))
    return tuple(sorted((form, rest) for form, _, rest in parted))


@cache
def _begun() -> tuple[str, ...]:
    return tuple({form for form, _ in _longer()})


def _introduces(name: str, text: str, end: int) -> bool:
    """Tell whether what ends in 公司 says what is done with it, or of what kind the one named behind is."""
    core = name.removesuffix("公司")
    return core[-1:] in _LEAD_TO_FIRM or (
        bool(_FOREIGN.match(text, end)) and all(map(is_word, plain_words(core)[-1:]))
    )


def _is_among_things(name: str, text: str, end: int) -> bool:
    """Tell whether things of one sort are listed: 桩工机械与建筑施工的混凝土机械领域."""
    form = next((one.group() for one in any_of("weak").finditer(name) if one.end() == len(name)), "")
    listed_behind = _NEXT_THINGS.match(text, end) if form in listed("everyday") else None
    return listed_behind is not None and listed_behind["thing"].endswith(form)


def is_affair(text: str, span: Span) -> bool:
    """Tell whether a word in quotes names an affair or the firms of one owner, and no firm: “诽谤门”, “青禾系”."""
    name = span.of(text)
    if name.endswith(_OWNED):
        return True
    quoted = text[span.start - 1 : span.start] in {"“", '"'}
    words = plain_words(name[:-1]) if name.endswith(_SCANDAL) and quoted else []
    return len(words) == 1 and word_class(words[0]) == "v"


def _is_made(text: str, span: Span) -> bool:
    """Tell whether what looks like a name is what the one named behind makes: 做|手术机器人的, 造|座椅的."""
    if text[span.end : span.end + 1] != "的" or not text[span.end + 1 : span.end + 2].isalpha():
        return False
    made = text[span.start : span.start + 1]
    made = made if made in _MAKES else ""
    before = text[span.start - 1 : span.start]
    words = plain_words(span.of(text)[len(made) :])
    return (bool(made) or before in _MAKES) and all(map(is_word, words))


def _ends_in_measure(text: str, span: Span) -> bool:
    """Tell whether the last character begins a word of a measure: 季度平|均 of 季度平均月活, 青禾平|均."""
    if text[span.end - 1 : span.end + 1] not in _OF_MEASURES:
        return False
    first, place = text[span.start : span.end - 1], 0
    cut = plain_words(text[span.start : span.end + _WORD_BEHIND])
    starts = [place := place + len(word) for word in cut]
    return (len(first) > 1 and is_word(first)) or len(first) in starts[: len(cut) - 1]


def _words_only(name: str) -> bool:
    parts = plain_words(name)
    if all(len(part) == 1 for part in parts):
        return False
    return len(parts) >= _SHORTEST and all(
        is_word(part) and word_class(part) not in NAMES_OR_SHORT for part in parts
    )


def whole(text: str, span: Span) -> Span:
    """Return a name as far as it goes: from its place on, 沪江文化广播影视集团, and with its last sign, 江州支付通.

    A place and 控股 stand behind whose holding it is there: 青禾|香港控股.
    """
    name = span.of(text)
    if name.endswith("控股") and is_large_place(name.removesuffix("控股")):
        before = plain_words(text[run_start(text, max(0, span.start - _FAR), span.start) : span.start])
        own = before[-1] if before and len(before[-1]) > 1 and not stops(before[-1]) else ""
        return Span(span.start - len(own), span.end)
    if name.endswith("支付") and _THROUGH.match(text, span.end):
        return Span(span.start, span.end + 1)
    if not _words_only(name):
        return span
    start = span.start
    begin = run_start(text, max(0, start - _FAR), start)
    for word in reversed(plain_words(text[begin:start])):
        start -= len(word)
        if len(word) == 1 or stops(word) or word in listed("verbs"):
            break
        if cue("names/context", "business").fullmatch(word):
            break
        if is_place(word) or (word_class(word) == "nt" and _BODY.search(word)):
            return Span(start, span.end)
        if not word_class(word).startswith(("n", "vn")):
            break
    return span


def ends_in_a_word(text: str, end: int) -> bool:
    """Tell whether the last character of a name begins the next word: 会员 behind 唯品, 东北 behind 京, 华盛顿.

    It does not where a word begins behind the name, 广药王老吉, or a single character that is often one, 京东在.
    """
    if any(is_word(text[end : end + length]) for length in (2, 3)):
        return False
    across, longer = text[end - 1 : end + 1], text[end - 1 : end + 2]
    if not longer.isalpha() or longer.isascii():
        return False
    if len(longer) > _SHORTEST and is_word(longer):
        return True
    noun = len(across) == _SHORTEST and is_word(across) and word_class(across).startswith(("n", "f"))
    return noun and word_class(text[end]) not in _FREE


def without_noun(text: str, span: Span) -> Span:
    """Return a name without what is a part of its bearer, where the text names it oftener without: 迈瑞思代理人."""
    name = span.of(text)
    noun = next(
        (one for one in listed("parts") if name.endswith(one) and len(name) - len(one) >= _SHORTEST), ""
    )
    core = name.removesuffix(noun)
    if noun and core.isalpha() and not is_word(core) and text.count(core) > text.count(name):
        return Span(span.start, span.start + len(core))
    return span
