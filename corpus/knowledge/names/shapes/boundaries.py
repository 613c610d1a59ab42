"""Where a name ends on its left: words no name begins with, and places that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from corpus.knowledge.document.places import PROVINCES
from corpus.knowledge.phrases.company_words import listed
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency
from index.segment.word_classes import NAMES_OR_SHORT, OF_SENTENCES

_NUMERAL: Final = LazyPattern(
    r"(?:[一二两三四五六七八九十百千万亿几第]|[一二两三四五六七八九十百千万亿几第\d]+[家个名位年月日季度款项大][一-鿿]?|\d+)$"
)
_LEADING: Final = LazyPattern(
    r"(?:(?:只有|唯有|唯独|就连|连同|(?:以?下|简|又|俗|统|合|也|并)?称(?![心职号霸])|曾用名为?|原名为?|除了?|原告|被告|原审第三人|第三人|被?上诉人|被?申请人|债[权务]人|再审申请人|申请执行人|被执行人|案外人|出租人|承租人|买受人|出卖人|担保人|保证人|承包人|发包人|判[令决]|判(?!断)|改判|裁定|[一二三四五六七八九十]?是(?!德)|同(?![和仁德济庆福])|如今|曾任|[赴了为由给和与获对向在被把找囤比跟而兼系丨即如继曾经仅只唯而]|原(?![告料油材木子生])|据(?!点)|另外|因为|拿[到过]|投过|轮由|以及|加仓|举牌|增持|减持|购买|预?中标|股份|股权|目的|日接|诉(?!讼)|以(?![岭色太纯诺])|从(?![化江容])|拟以|拟|将|若(?![羽邻愚])|改叫|上市公司|所持|核准|日向|[一二]审判决|这是|续聘|改聘|预计|退出|因涉|时任|筹划|暨|再看|来看|(?:设立|成立|创办|创立|兴建|组建|建成|投产|收购|持有|控股|参股)的|[德日美法韩英]企|指(?![南纹数标点])|全称|方[是为]|告(?![别诉知示密终]))(?=..))+"
)
_FULL: Final = 2
_EVERYDAY: Final = 1000
"""So often at least jieba counted everyday verbs."""
_SHORT: Final = 10
"""No name without a form word is looked for further away, in code points."""
_BREAK: Final = LazyPattern(r"[^一-鿿]")
_DATE_ENDS: Final = LazyPattern(
    r"(?:年(?:[末底初]|全年|[上下]半年|[前第]?[一二三四]季度|以来)?(?![度级报轮糕薪货会鉴费限均化间代检])|月(?:[末底份初]|以来)?(?![亮球饼度均])|日(?:[讯电接]|晚间?|午间|凌晨)?(?!本|报|均|元|化))"
)
"""What ends a date behind its digits; the name behind begins there: 2024年|青禾股份, 2024年末|临溪农商银行."""
_UP_TO_BREAK: Final = LazyPattern(r".*[^一-鿿]", re.DOTALL)
_FUNCTION: Final = ("p", "c", "u", "d", "r", "y", "e", "o", "z")
_PLACED: Final = frozenset("前后上下内外中间里边面头旁")
_ACTS: Final = frozenset({"v", "vd", "vi", "vg", "a", "ad", "l", "i", "m", "q", "b"})
_SOFT: Final = frozenset({"v", "a", "b", "t"})
_PROPER: Final = NAMES_OR_SHORT | {"nw"}
_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩冯董程曹袁邓许沈彭吕蒋蔡贾魏薛叶阎潘汪姜姚谭廖邹熊郝崔邱侯邵孟段洪"
)
_AHEAD: Final = 4
_TIME_BEHIND: Final = LazyPattern(
    r"(?:[上下本]一?个?(?:财年|财季|[季年月周])|头[一二三两]?年|首[日周]|上新|上架)"
)
"""A time, or a deed whose first character a dictionary has as a place, behind a phrase: 上一财年, 上新."""
_AFTER: Final = frozenset("的与和由给向对被从让也又已将则在把是")
_WHOLLY: Final = frozenset({"整个", "全部", "整体", "一并", "统统", "双双", "索性"})
_LEAD_TO: Final = frozenset({"为", "人为", "晋升为", "拟向"})
"""With what a clause leads to a name that is no subject of it."""
_JOINING: Final = frozenset("和与及")
_COUNTRIES: Final = frozenset(
    {"中国", "美国", "日本", "韩国", "德国", "英国", "法国", "香港", "台湾", "加拿大", "澳洲"}
)
"""Those whose name before a trade says only where it is, 美国保险; a smaller one may begin a name: 越南保险."""


@lru_cache(maxsize=4096)
def stops(word: str) -> bool:
    """Tell whether a word stands before a name and in none: a verb, a preposition, a number."""
    if _NUMERAL.match(word) or word in listed("verbs"):
        return True
    if len(word) == 1 or word in listed("inner") or word in listed("barred"):
        return False
    kind = word_class(word)
    if kind == "z" and len(word) == _FULL and not word.endswith("然"):
        return False
    return kind.startswith(_FUNCTION) or kind in _ACTS or (kind == "f" and word[-1] in _PLACED)


def part_of_name(word: str, before: Sequence[str], core: Sequence[str], *, general: bool = False) -> bool:
    """Tell whether a single character that may be a function word stands within a name: 璟和, 万和, 三元.

    Before a ``general`` form a verb of the dictionary is what is done, and no name: 承揽银行, 发挥资本.
    """
    alone = bool(before) and len(before[-1]) == 1
    inside = alone and not _is_function(before[-1])
    if len(word) != 1:
        closed = inside or not before or before[-1] in listed("verbs") or not is_word(before[-1])
        soft = word not in listed("verbs") and not _NUMERAL.match(word) and word_class(word) in _SOFT
        done = general and is_word(word) and word_class(word).startswith("v")
        return soft and closed and not done and sum(map(len, core)) <= 1
    if word in _JOINING:
        if not before and list(map(len, core)) == [1]:
            return True
        return not core and (
            inside or (alone and len(before) == 1 and before[-1] in "一三四五六七八九百千万")
        )
    return (bool(core) and len(core[0]) == 1 and (len(core) == 1)) or (not core and inside)


def _is_function(word: str) -> bool:
    return _NUMERAL.match(word) is not None or word in listed("verbs") or word in "，。、的了"


def proper(word: str) -> bool:
    """Tell whether a word may be the own part of a name: in no dictionary, or there as a name."""
    proper_class = word_class(word) in _PROPER or word in listed("name_words")
    return len(word) == 1 or not is_word(word) or proper_class or is_place(word)


def is_place(word: str) -> bool:
    """Tell whether a word names a place."""
    return (
        word in PROVINCES
        or word in _COUNTRIES
        or (word[-1] in "省市县" and len(word) > 1)
        or word_class(word) == "ns"
    )


def is_large_place(word: str) -> bool:
    """Tell whether a word names a country, a province or a larger city."""
    return word in PROVINCES or word in _COUNTRIES or word.removesuffix("市") in listed("cities")


def place_length(words: Sequence[str]) -> int:
    """Return the length of the places right at the end of some words."""
    length = 0
    for word in reversed(words):
        if word in listed("verbs") or not (is_place(word) or (length == 0 and word in {"省", "市"})):
            break
        length += len(word)
    return length


@lru_cache(maxsize=4096)
def led_by(name: str) -> int:
    """Return how many characters at the head of a found name belong to the words before it."""
    match = _LEADING.match(name)
    lead = match.end() if match else 0
    return lead + _clause_before(plain_words(name[lead:]))


def _clause_before(words: Sequence[str]) -> int:
    """Return the length of the role told before a name at the end of some words: 质权人为招商证券."""
    for place in reversed(range(1, len(words) - 1)):
        whole = all(len(word) > 1 and is_word(word) for word in words[:place])
        if words[place] in _LEAD_TO and (whole or len(words[place]) > 1):
            return len("".join(words[: place + 1]))
    return 0


def is_person(name: str) -> bool:
    """Tell whether a short name is most likely a person's: 刘楠, 洪小华."""
    return len(name) in {2, 3} and name[0] in _SURNAMES


def stands_free(text: str, end: int) -> bool:
    """Tell whether what stands behind a phrase is no further noun of it: a verb, an adverb, 的, the end of a clause."""
    behind = plain_words(text[end : end + _AHEAD])
    if not behind or not behind[0].isalpha() or _TIME_BEHIND.match(text, end):
        return True
    first = behind[0] if is_word(behind[0]) else behind[0][0]
    return behind[0] in _AFTER or behind[0] in _WHOLLY or word_class(first).startswith(OF_SENTENCES)


def run_start(text: str, begin: int, end: int) -> int:
    """Return where the run of Han characters that ends at ``end`` starts, at ``begin`` at the earliest."""
    broken = _UP_TO_BREAK.match(text, begin, end)
    start = broken.end() if broken else begin
    dated = _DATE_ENDS.match(text, start, end) if text[start - 1 : start].isdecimal() else None
    return dated.end() if dated else start


def ending_at(text: str, end: int) -> int:
    """Return where the run of words that may be a name begins, which ends at ``end``; ``end`` without one."""
    begin = run_start(text, max(0, end - _SHORT), end)
    start = end
    words = plain_words(text[begin:end])
    while words and not (stops(words[-1]) and not part_of_name(words[-1], words[:-1], ())):
        if words[-1] in listed("barred"):
            break
        start -= len(words.pop())
    first = plain_words(text[start:end])[:1]
    if first and _is_deed(first[0]) and end - start - len(first[0]) >= _FULL:
        start += len(first[0])
    return start + led_by(text[start:end])


def _is_deed(word: str) -> bool:
    """Tell whether a word is an everyday verb, with which no name begins: 涉及, not 开源."""
    return len(word) == _FULL and word_class(word) == "v" and word_frequency(word) > _EVERYDAY


def starting_at(text: str, start: int) -> int:
    """Return where the run of words that may be a name ends, which begins at ``start``."""
    mark = _BREAK.search(text, start, start + _SHORT)
    reached = start
    for word in plain_words(text[start : mark.start() if mark else min(len(text), start + _SHORT)]):
        form = reached > start and word in listed("weak")
        if (stops(word) and not form) or word in listed("barred") or word in listed("held"):
            break
        reached += len(word)
    return reached
