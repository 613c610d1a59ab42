"""Words of the sentence around a name that were taken for a part of it: who is meant, who deals, what is done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.word_pattern import expression_of
from corpus.knowledge.names.shapes.boundaries import is_person, is_place
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words, word_class

_SHORTEST: Final = 2
_LED: Final = 4
"""What a preposition leads to is at least so long."""
_LEADING: Final = frozenset("向于对诉由")
"""Characters between somebody who deals and the company dealt with: 秦越向青禾银行."""
_JOINING: Final = frozenset("及暨")
_LEADERS: Final = frozenset({*_LEADING, *_JOINING, "就诉", "以及"})
_SEVERAL: Final = "等"
"""Before what several are: no name stands behind it, 青禾等车企提质."""
_EXCEPT: Final = "除"
_BEFORE_ANY: Final = frozenset("待及对据")
"""Single words taken for the first character of what is a name without: 待曲江金控."""
_BEFORE_PLACE: Final = frozenset("任到等从成在")
"""The same, only where the name begins with a place: 任平顶山银行."""
_BEHIND: Final = frozenset("在并拟预欲以也仍均亦从")
"""Single words taken for the last character of a name: 大瓷材料预."""
_TITLED: Final = LazyPattern(r"前?(?:董事|总[经裁]|副总|高管|CEO|创始|首席|行长|主席)")
_NET: Final = ("净", "总", "毛")
_OF_NET: Final = LazyPattern(r"营收|收入|利(?!达)|亏|赚|增|部数|负债|资产")
"""Before and behind the end of a name that is the first sign of a measure: 趣头条净|营收."""
_WITHIN: Final = LazyPattern(r"(?<=..)(?:单日|[日月年]均|当[日月年]|同比|环比)")
"""A time within what was taken for a name, and what follows it: 美团单日零售."""
_YEARLY: Final = LazyPattern(r"(?<=..)(?:年度?|[日月]|季度)$")
_OF_YEAR: Final = LazyPattern(
    r"活跃|均|度?(?:销[售量]|营业?收|[总净]|活[用跃]|利润|交易|成交|消费|出货|产[量能值]|收入|投诉|订单|会员|用户)"
)
"""Before and behind the end of a name that says of which time a measure is: 拼多多年|活跃买家."""
_HONOURED: Final = ("先生", "女士")
_SOMEBODY: Final = "某"
_PAYS: Final = "支付"
_SUM: Final = LazyPattern(r"[一-鿿]{0,8}(?:款|元|费|金|报酬|利息|对价|赔偿|工资|本息)|[约近逾]?\d")
_AT_WISH: Final = LazyPattern(r"受(?=..)|[应经](?=..)")
_WISHED: Final = LazyPattern(
    r"(?:[（(][^（）()]{2,60}[）)])?的?(?:委托|邀请|要求|聘请|指派|授权|批准|同意|许可|推荐|介绍|请求|影响|拖累|牵连)"
)
"""Before and behind a registered name that somebody acts for or by: 受青禾有限公司委托."""
_DATA: Final = "数据"
_SHOWS: Final = LazyPattern(r"(?:也|还|则|均)?(?:显示|表明|指出|称)")
"""Behind the data of a source: 云川观察数据显示."""
_SHARES: Final = "股份"
_DEALT: Final = LazyPattern(
    r"(?:持有|所持|持|减持|增持|收购|购买|买入|出售|卖出|抛售|转让|受让|处置|回购|拍卖|质押|认购|[万亿]股|\d股)"
    r"(?:了|的|其持有的)?$"
)
MEASURE_WORDS: Final = "款辆台个家名位股号层级批套条座种"
"""What stands between a number and what is counted."""
_NUMERAL: Final = LazyPattern(
    rf"(?:^|(?<![一-鿿\w])|(?<=[与和由向对被]))[三四五六七八九百千万][^{MEASURE_WORDS}只大小成倍分点年月日天人次年线城期省市县区块元]$"
)
_FUNDED: Final = r"(?<!收)获得?了?(?=[一-鿿]{2,8}(?:资本|创投|基金|投资))"
"""Between who is given money and who gives it: 青禾获|北岭资本."""
_WINDOW: Final = 8


def parted(text: str, span: Span) -> Span:
    """Return a name without the words of its sentence at its ends; empty where nothing of a name is left."""
    name = span.of(text)
    registered = any_of("legal").search(name) is not None
    if not registered and (name.endswith(_HONOURED) or _SOMEBODY in name):
        return Span(span.end, span.end)
    if name.startswith("牌") and text[span.start - 1 : span.start] in {"”", "」", '"'}:
        return Span(span.end, span.end)
    former = name.startswith("原") and len(name) > _SHORTEST and _TITLED.match(text, span.end)
    start = span.start + (1 if former else _lead(name, registered=registered))
    firm = registered or ends_as_company(name)
    wish = _AT_WISH.match(text, start, span.end) if firm and _WISHED.match(text, span.end) else None
    start = wish.end() if wish else start
    end = span.end if registered else start + _kept(text, Span(start, span.end))
    if end - start < _SHORTEST:
        return Span(end, end)
    return Span(start - 1, end) if _NUMERAL.search(text, max(0, start - 2), start + 1) else Span(start, end)


def all_parted(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield names without the words of their sentence, those of which something is left."""
    for span in spans:
        name = parted(text, span)
        if name.start < name.end:
            yield name


@cache
def _party() -> re.Pattern[str]:
    """Return what says who a company is to the deal, or of what kind, right before its name."""
    return re.compile(rf"[一-鿿]{{0,4}}?(?:{expression_of(listed('party'))})(?=[一-鿿A-Z]{{2}})")


def _lead(name: str, *, registered: bool) -> int:
    """Return how many characters at the head of a name are words of the sentence."""
    told = _party().match(name)
    if told and _SEVERAL in told[0]:
        return len(name)
    lead = told.end() if told and not name.startswith("的", told.end()) else 0
    done = None if registered else _done().search(name, lead)
    lead = done.end() if done and ends_as_company(name[done.end() :]) else lead
    lead += _led_to(name[lead:], registered=registered)
    rest = name[lead:]
    if len(rest) <= _SHORTEST or is_word(rest[:2]) or is_word(rest[:3]):
        return lead
    behind = rest[1:]
    if rest[0] == _EXCEPT or (rest[0] in _BEFORE_ANY and (registered or ends_as_company(behind))):
        return lead + 1
    first = first_word(behind)
    placed = len(first) > 1 and is_place(first) and not is_person(rest[:3])
    return lead + 1 if rest[0] in _BEFORE_PLACE and placed else lead


def _led_to(name: str, *, registered: bool) -> int:
    """Return how long the words are that lead to a name behind them: somebody, and what is done to or with it.

    A word that no dictionary has may hold the one that leads: 于砚北.
    """
    lead = start = 0
    for word in plain_words(name):
        end = start + len(word)
        inside = word in _LEADERS or not is_word(word)
        for place in range(max(start, _SHORTEST), end) if inside else ():
            behind = end if is_word(word) else place + 1
            leads = name[place] in _LEADING or (name[place] in _JOINING and not registered)
            rest = name[behind:]
            told = leads and len(rest) >= _LED and (registered or ends_as_company(rest))
            if told and not all(map(is_place, plain_words(name[:place]))):
                lead = behind
        start = end
    return lead


def _kept(text: str, span: Span) -> int:
    """Return how many characters of a name stay where what is done behind it is left out."""
    name = span.of(text)
    done = _done().search(name)
    if done:
        name = name[: done.start()]
    words = plain_words(name)
    if len(words) > _SHORTEST and _is_done(words[-1]) and ends_as_company("".join(words[:-1])):
        name = "".join(words[:-1])
        words = words[:-1]
    follows = len(words) > 1 and words[-1] in _BEHIND and not is_word(name[-2:])
    follows = follows or (name[-1:] in _BEHIND and ends_as_company(name[:-1]) and not is_word(name[-2:]))
    net = name.endswith(_NET) and len(name) > _SHORTEST and _OF_NET.match(text, span.end)
    told = _WITHIN.search(name)
    name = name[: told.start()] if told else name
    yearly = _YEARLY.search(name) if _OF_YEAR.match(text, span.start + len(name)) else None
    name = name[: yearly.start()] if yearly else name
    former = name.endswith("前") and len(name) > _SHORTEST and _TITLED.match(text, span.end)
    if follows or former or net:
        name = name[:-1]
    if name.endswith(_PAYS) and _SUM.match(text, span.start + len(name)):
        name = name.removesuffix(_PAYS)
        name = name if ends_as_company(name) else ""
    teller = name.removesuffix(_DATA)
    if teller != name and len(teller) > _SHORTEST and _SHOWS.match(text, span.start + len(name)):
        return len(teller)
    core = name.removesuffix(_SHARES)
    if core != name and ends_as_company(core):
        before = text[max(0, span.start - _WINDOW) : span.start]
        return len(core) if _DEALT.search(before) else len(name)
    return len(name)


def _is_done(word: str) -> bool:
    """Tell whether a word behind the form of a name is what its bearer does: 极充科技|交出."""
    form = any(word in listed(kind) for kind in ("strong", "weak", "inner", "trades", "tails", "legal"))
    return len(word) == _SHORTEST and not form and is_word(word) and word_class(word) == "v"


@cache
def _done() -> re.Pattern[str]:
    """Return what is told behind a name and stands in none, with all that follows."""
    return re.compile(rf"(?<=..)(?:{expression_of(listed('done_behind'))}|{_FUNDED})")
