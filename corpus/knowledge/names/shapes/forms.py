"""Names found by their last word: 砺石科技, 洋口银行, 江州砚北智能装备股份有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.names.shapes.boundaries import (
    is_place,
    led_by,
    proper,
    run_start,
    stops,
)
from corpus.knowledge.names.shapes.own_part import WHOLLY_LEGAL, Form, name_length
from corpus.knowledge.names.shapes.registered_heads import BUYS, JOINS, from_its_head, from_its_place
from corpus.knowledge.names.shapes.weak_forms import is_credible
from corpus.knowledge.phrases.company_words import any_of, forms_in, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_WINDOW: Final = 30
_LONGEST: Final = 16
_REACH: Final = 5
_CORE: Final = 2
_RARE: Final = 150
"""So often at most jieba counted what names are made of."""
_LATIN_OWN: Final = LazyPattern(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&]+$")
_SUFFIXES: Final = frozenset("型性化级式类届")
"""What ends a word and begins no name: 紧密型城市医疗集团."""
_QUOTES: Final = frozenset("“「")
_DAY: Final = r"(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?"
_SAID_BEHIND: Final = frozenset("拟将已的在与和于也又均则曾正由向对被把从为是")
"""Characters that are no part of the word before them, whatever the cut: 锐晶微|拟."""
_TWO_WORDS: Final = 4
_ENDED: Final = LazyPattern(r"公司(?!所属)(?:所持|旗下|与)?")
"""Behind one legal form the next name begins."""
_NO_FORM_BEHIND: Final = LazyPattern(r"科创板|资产[总规负质]|第|平台|社区|投资[的了]|管理[的着]")
"""Right behind a form these begin with another one, and go on with no name."""
_PARTNERS: Final = LazyPattern(r"[（(](?:特殊|有限)?(?:普通)?合伙[）)]")
_ASIDE: Final = LazyPattern(r"[（(][^（()）\n]{2,24}[）)]")
"""Brackets behind a name, beyond which is told of its bearer."""
_TOLD_OF: Final = LazyPattern(
    rf"[^，。；：、]{{0,8}}?(?:{any_of('firm_only').pattern})"
    r"|[^，。；：、]{0,16}?(?:轮融资|IPO|上市申请|归母净利|净利润|净亏|董事长|招股书|控股股东|注册用户|月活用户|挂牌|首次公开发行|首发|公告|营业收入|营收|注册资本|警示函|立案调查|[总副]裁|首席)"
    r"|由[^，。；]{2,26}(?:创立|创办|创建|成立)|[^，。；：、]{0,10}?(?:成立|创立|创办|设立|始创|创建|组建|诞生|始建)(?!的|了|[^，。]{0,6}(?:公司|基金))"
)
"""What is told of companies only: then a word of the dictionary before a form is a name."""
_TOLD_NEXT: Final = LazyPattern(
    rf"[ ]?(?:近日|近期|最近|终于|累计|持续|日前|昨日|今日|去年|今年|已|正|将|又|也|再次|此前|随后"
    rf"|{_DAY}|在[一-鿿]{{2,4}}|[一-鿿]{{0,3}}期间|[上下]半年|[一二三四]季度|第[一二三四]财?季度?|\d{{4}}财年|去年|今年)*"
    rf"(?:{any_of('firm_next').pattern}|[A-F天使种子战略]{{1,2}}[+]?轮)"
)
_GENERAL: Final = frozenset(
    [
        "公司",
        "股份",
        "投资",
        "数据",
        "信息",
        "证券",
        "保险",
        "材料",
        "建设",
        "显示",
        "支付",
        "控股",
        "基金",
        "银行",
        "平台",
    ]
)
"""Forms that stand behind any word: what is told right behind them makes no name of it."""
_COMPANY: Final = "公司"
_INVESTS: Final = LazyPattern(r"[领跟]投|联合|独家")
_DEALT_WITH: Final = frozenset(
    ("公司", "控股", "股份", "数据", "银行", "交易所", "显示", "信托", "保险", "基金", "支付", "信息", "资本", "资管",
     "财富")
)  # fmt: skip
"""Forms that a verb before has as its object: 承揽银行, 发挥资本."""
_IN_BRACKETS: Final = LazyPattern(r"[（(][一-鿿]{2,5}[）)]$")
_GOES_ON: Final = LazyPattern(
    r"指数|[局厅署](?![一-鿿]{0,3}集团)|览|期间|初创|创业[公企]|独角兽|赛道|概念|板块|解决方案|商(?![业务城贸学标品誉会])|事业[部群]|展位|展厅|金(?![融服控])|业(?!绩|务)|借款|委[员会，。（的了表称将主网等]|监[管会]|[学校院区园分行界人员圈化型性类级]|股(?!票(?:将|于|在|自|代码|简称|[复停]牌|终止))|(?:租赁|服务|制造|运营|供应|开发|零售|经销|分销|承包|集成|贸易)商|部(?!分)|公司|集团军|大学|网(?![络科])|报(?![^，。]{0,2}告)|时报|专业|工厂|制造|终端|产品|设备|系统|产业|企业|核心|发展|创新|集群|领域|巨头|龙头|厂商|行业|市场"
)


def by_form(text: str) -> Iterator[Span]:
    """Yield the places of names that end in a word of the lists, in order; of overlapping ones the longest."""
    taken = -1
    found: list[Span] = []
    for match in forms_in(text):
        span = _whole(text, match)
        if span is not None:
            found.append(span)
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if span.start >= taken:
            yield span
            taken = span.end


def _whole(text: str, form: re.Match[str]) -> Span | None:
    """Return the name that ends in a form, ``None`` where what stands before is no name."""
    legal = form[0] in listed("legal")
    if _ends_no_name(text, form, legal=legal):
        return None
    begin, head = _room_before(text, form, legal=legal)
    tokens = plain_words(text[begin:head])
    kind = _kind_of(text, form, tokens, legal=legal)
    length = name_length(tokens, kind)
    length = max(length, from_its_place(tokens), from_its_head(tokens)) if legal else length
    if legal and not length and (start := _before_bracket(text, begin)) < begin:
        return Span(start, form.end())
    if not length or not (
        _is_of_firm(text[head - length : head], kind) or is_credible(text, head - length, form)
    ):
        return None
    start = head - length
    if not legal and start == begin and _is_done_to(text, begin, tokens[0]):
        return None
    if not legal and start > begin and text[start] in _SUFFIXES:
        return None
    lead = led_by(text[start:head])
    if lead and length - lead < _CORE:
        if start != begin:
            return None
        lead = 0
    start += lead
    if legal:
        start = _registered_from(text, begin, start)
        start = _before_bracket(text, start) if start == begin else start
    tail = _PARTNERS.match(text, form.end())
    return Span(start, tail.end() if tail else form.end())


def _ends_no_name(text: str, form: re.Match[str], *, legal: bool) -> bool:
    """Tell whether a form ends no name, by what stands right beside it: a word goes on, or another form does."""
    behind = text[form.end() : form.end() + 3]
    short = len(form[0]) == 1
    if behind[:1] in _QUOTES or (short and is_word(form[0] + behind[:1])):
        return True
    if short and behind[:1] not in _SAID_BEHIND and _goes_through(text, form.end()):
        return True
    if legal:
        return False
    form_behind = any_of("strong", "weak", "inner").match(text, form.end())
    return bool(
        _GOES_ON.match(behind)
        or (form_behind and not _NO_FORM_BEHIND.match(behind))
        or text.startswith(_COMPANY, form.start() - len(_COMPANY))
    )


def _room_before(text: str, form: re.Match[str], *, legal: bool) -> tuple[int, int]:
    """Return between which offsets the name before a form may stand, without a place in brackets right before it."""
    head = form.start()
    bracket = _IN_BRACKETS.search(text, max(0, head - 7), head) if legal else None
    head = bracket.start() if bracket else head
    begin = run_start(text, max(0, head - _WINDOW), head)
    ended = _ENDED.finditer(text, begin, head) if legal else ()
    return max([begin, *(one.end() for one in ended)]), head


def _kind_of(text: str, form: re.Match[str], tokens: Sequence[str], *, legal: bool) -> Form:
    """Return what a form is behind some words, and what is told behind it."""
    aside = _ASIDE.match(text, form.end())
    told = _TOLD_OF.match(text, aside.end() if aside else form.end()) is not None or _bought(tokens)
    told = told or (form[0] not in _GENERAL and _next_told(text, form, tokens))
    of_kind = tokens[-1:] and tokens[-1] in listed("kinds") and tokens[-2:-1] != ["中国"]
    told = told and not (form[0] in listed("everyday") and of_kind)
    general = form[0] in _DEALT_WITH and not _INVESTS.match(text, form.end(), form.end() + 3)
    return Form(legal, form[0] in listed("strong"), told, general)


def _is_of_firm(own: str, kind: Form) -> bool:
    """Tell whether the own part of a name is that of a company, by its form or what is told of it."""
    return kind.legal or kind.told or (kind.strong and any(proper(word) for word in plain_words(own)))


def _goes_through(text: str, end: int) -> bool:
    """Tell whether a word goes on over a place, of no dictionary too: 轮到|云鹭|出行 behind 云."""
    place = begin = max(0, end - _REACH)
    for word in plain_words(text[begin : end + _REACH]):
        if place < end < place + len(word):
            return True
        place += len(word)
    return False


def _registered_from(text: str, begin: int, start: int) -> int:
    """Return where a registered name begins, which is cut no more than two words behind the head of its clause.

    Its own part may be a word of the dictionary: 宏远|城建集团有限公司; or Latin: KIWIRA煤电有限公司.
    """
    if start == begin:
        latin = _LATIN_OWN.search(text, max(0, begin - _LONGEST), begin)
        return latin.start() if latin else start
    own = plain_words(text[begin:start])
    short = start - begin <= _TWO_WORDS
    return begin if short and all(_may_be_own(word) for word in own) else start


def _may_be_own(word: str) -> bool:
    """Tell whether a word may be the own part of a registered name that nothing else is said before."""
    if word in JOINS or word in listed("barred") or word in listed("verbs") or led_by(word + "青禾"):
        return False
    if is_word(word) and len(word) > 1:
        return word_frequency(word) <= _RARE and word_class(word).startswith(("n", "a", "z"))
    return not stops(word)


def _is_done_to(text: str, begin: int, word: str) -> bool:
    """Tell whether words behind a Latin name begin with what is done: Nordvolt追加电池."""
    latin = text[begin - 1 : begin].isascii() and text[begin - 1 : begin].isalpha()
    return latin and len(word) > 1 and is_word(word) and word_class(word) == "v"


def _before_bracket(text: str, start: int) -> int:
    """Return where a registered name begins that has its place in brackets in its midst: 青禾（苏州）光电有限公司."""
    bracket = _IN_BRACKETS.search(text, max(0, start - 7), start)
    seat = bracket[0][1:-1] if bracket else ""
    if bracket is None or (is_word(seat) and seat != "集团" and not is_place(seat)):
        return start
    begin = run_start(text, max(0, bracket.start() - _WINDOW), bracket.start())
    tokens = plain_words(text[begin : bracket.start()])
    length = name_length(tokens, WHOLLY_LEGAL)
    lead = led_by(text[bracket.start() - length : bracket.start()])
    return bracket.start() - length + lead if length - lead > 1 else start


def _next_told(text: str, form: re.Match[str], tokens: Sequence[str]) -> bool:
    """Tell whether what is told right behind a form makes a name of it and the word before.

    Before an everyday word that word must be in no dictionary, or a noun with which the clause begins.
    """
    if not tokens or _TOLD_NEXT.match(text, form.end()) is None:
        return False
    if form[0] not in listed("everyday"):
        return True
    core = tokens[-1]
    return (
        len(core) == 1
        or not is_word(core)
        or ((len(tokens) == 1 or stops(tokens[-2])) and word_class(core).startswith("n"))
    )


def _bought(tokens: Sequence[str]) -> bool:
    """Tell whether the words before a form begin right behind 收购, 子公司 and the like."""
    return any(word in BUYS for word in tokens[-_REACH:])
