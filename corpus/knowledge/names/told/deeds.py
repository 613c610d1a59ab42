"""Names that only what companies alone do gives away: rounds, filings, takeovers and recalls told right behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_person
from corpus.knowledge.names.shapes.coined import is_coined, is_core
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.model.span import Span
from corpus.text.needed_signs import guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words

_TABLE: Final = "names/deeds"
_HAN: Final = "一-鿿"
_BEFORE: Final = LazyPattern(
    rf"(?:^|[^{_HAN}][让使令]?|的|显示|消息|获悉|披露|平台|品牌|公司|厂商|券商|集团|企业|书店|连锁)(?P<name>[{_HAN}]{{2,8}}?)"
    r"(?:[（(][^（()）]{2,30}[）)])?(?:近日|日前|昨日|今日|今天|昨天|昨晚|今晨|今起|近期|最近|终于|累计|先后|连续|陆续|顺利|成功|对外|共|刚刚?|均|便|就|即|才|一下子|一口气|头一年|一年|至今|全年|当年|随后|此前|目前|国内|海外|境内|境外|全国|线下|线上|直营|上半年|前[一二三]季度|(?:\d{4}财年)?第?[一二三四]季度|第[一二三四]财季|\d{4}财年|(?:[在于]?[上本这]?周[一二三四五六日末])|已经|已|正式|再次|再度|首次|宣布|即将|将|拟|又|也|主动|去年|今年|本周|上周|本月|上月|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?)*$"
)
_QUOTED: Final = LazyPattern(
    rf"[“「](?P<name>[{_HAN}A-Za-z0-9]{{2,8}})[”」](?:小程序|App|APP|平台|公司|集团)?"
    r"(?:近日|日前|昨日|今日|今天|昨天|近期|最近|终于|先后|连续|陆续|顺利|成功|对外|宣布|正式|再次|首次|[上本]月[底初末]?|[去今]年[底初末]?|已经|已|又|也|将)*$"
)
"""A name in quotation marks before a deed."""
_HAS_USERS: Final = LazyPattern(
    r"的(?:注册|付费|活跃|月活跃?|日活跃?)(?:用户|会员|人数)?[^，。；\n\d]{0,6}\d"
)
"""What only an application has: a noun that texts hardly use names one before it."""
_FOUNDED: Final = LazyPattern(
    rf"(?:(?:创办|创立|创建|注册|成立)了|(?:创办|创立|创建)的|(?:办|开|做|建|拉)起了?)"
    rf"(?:[{_HAN}]{{1,6}}(?:店|馆|坊|铺|品牌|公司|平台|企业|连锁|工作室|机构))??(?P<name>[{_HAN}]{{3,6}})(?=[，。；\n]|$)"
)
_HANDLED: Final = (
    guarded(rf"(?:终止|暂停|恢复)(?P<name>[{_HAN}]{{3,8}}?)股票(?:上市|交易)"),
    guarded(
        rf"(?:局|行|会|院|署|厅|所|部|组)对(?P<name>[{_HAN}]{{3,8}}?)(?:及其[^，。；]{{1,12}})?"
        rf"(?:罚没|处以|罚款|立案|展开调查|开出|[作做]出[^，。；]{{0,10}}(?:决定|处罚)|采取[^，。；]{{0,12}}措施)"
    ),
    guarded(
        rf"(?:入股|收购|买下|拿下|控股|并购)了?(?:[^，。；“]{{0,10}}(?:公司|企业|品牌|厂商|商))"
        rf"(?P<name>[{_HAN}]{{2,5}}?)(?:的)?[ ]?[\d.]+[ ]?%"
    ),
)
"""A name between what is done to a company and what it is done with."""
_KIND: Final = LazyPattern(r"^(?:同行|友商|竞争对手|对手|老牌|知名|巨头|龙头|老字号)")
"""What only says of what kind the name behind it is."""
_PLACES_OF_WORK: Final = (
    "工作室",
    "事务所",
    "书店",
    "餐厅",
    "酒吧",
    "咖啡馆",
    "面馆",
    "客栈",
    "民宿",
    "画廊",
    "书院",
    "商行",
    "商号",
)
_AREAS: Final = ("县域", "乡村", "农村", "社区", "全国", "各地")
"""With what begins what a whole area has, and no name: 县域门店, 乡村供销."""
_BODY: Final = LazyPattern(
    r"(?:[学校会社奖节赛报刊馆院团队组派法论制说史]|杂志|账号|商标|专利|域名|基地|中心|专业|课程|理论|工程|体系|模式)$"
)
"""What others set up than companies: 创办了灵犀杂志."""
_CUT_AT: Final = frozenset("和与")
_SHORTEST: Final = 2
_FAR: Final = 24
_MOST_WORDS: Final = 3


def by_deeds(text: str) -> Iterator[Span]:
    """Yield names at the head of a clause before what only companies do; of everyday words too."""
    for match in cue(_TABLE, "deed").finditer(text):
        begin = max(0, match.start() - _FAR)
        quoted = _QUOTED.search(text[begin : match.start()])
        head = _BEFORE.search(text[begin : match.start()]) or quoted
        name = without_kind(_KIND.sub("", head["name"])) if head is not None else ""
        owned = name.rpartition("的")[2]
        name = owned if is_coined(owned) else name
        users = _HAS_USERS.match(text, match.start()) is not None and is_core(name) and not is_person(name)
        named = (
            users
            or _may_be(name)
            or (head is quoted and not is_word(name) and not cue(_TABLE, "nobody").search(name))
        )
        if head is not None and named and (users or len(name) > _SHORTEST or is_coined(name)):
            yield Span(begin + head.end("name") - len(name), begin + head.end("name"))
    for match in _FOUNDED.finditer(text):
        name = match["name"]
        made = ends_as_company(name) or name.endswith(_PLACES_OF_WORK) or _is_brand(match)
        if (made and _may_be(name)) or _is_house(name):
            yield Span(match.start("name"), match.end("name"))
    yield from _handled(text)


def _is_brand(founded: re.Match[str]) -> bool:
    """Tell whether a rare word and a noun that is no school or body name what somebody set up: 创办了灵犀绘本."""
    words = plain_words(founded["name"])
    rare = len(words) == _SHORTEST and len(words[0]) == len(words[1]) == _SHORTEST and is_core(words[0])
    return rare and founded[0][0] in "创注" and not _BODY.search(founded["name"])


def _is_house(name: str) -> bool:
    """Tell whether a coined or rare word stands before what shops and houses are called by: 青禾小馆."""
    house = next((one for one in listed("houses") if name.endswith(one)), "")
    core = name.removesuffix(house)
    return bool(house) and len(core) > 1 and is_core(core) and not is_person(core)


def _handled(text: str) -> Iterator[Span]:
    """Yield names between what is done to them: 终止锦绣园林股票上市, 对汇捷支付罚没."""
    for pattern in _HANDLED:
        for match in pattern.finditer(text, frozenset(text)):
            name = match["name"]
            if (
                (is_coined(name) or ends_as_company(name))
                and not cue(_TABLE, "nobody").search(name)
                and not is_person(name)
                and next(iter(plain_words(name)), "") not in listed("barred")
            ):
                yield Span(match.start("name"), match.end("name"))


def without_kind(name: str) -> str:
    """Return a name without the kind of company before it: 丸越 of 日本零售商丸越."""
    kinds = list(cue("names/context", "business").finditer(name, 0, len(name) - 1))
    return name[kinds[-1].end() :] if kinds else name


def _words_of(name: str) -> Sequence[str]:
    """Return the words of a name, words of the dictionary cut at 和 or 与 put together: 安和 of 安和养老."""
    words = list(plain_words(name))
    for place in reversed(range(len(words) - 1)):
        pair = words[place] + words[place + 1]
        if words[place + 1] in _CUT_AT and len(pair) == _SHORTEST and is_word(pair):
            words[place : place + 2] = [pair]
    return words


def _may_be(name: str) -> bool:
    """Tell whether a phrase may be the name of a company where only companies stand."""
    words = _words_of(name)
    if is_word(name) or is_person(name) or cue(_TABLE, "nobody").search(name) or len(words) > _MOST_WORDS:
        return False
    return not name.startswith(_AREAS) and not any(word in listed("verbs") for word in words)
