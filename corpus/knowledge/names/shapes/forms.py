"""Names found by their last word: 砺石科技, 洋口银行, 江州砚北智能装备股份有限公司."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.names.shapes.boundaries import (
    is_large_place,
    is_place,
    led_by,
    part_of_name,
    place_length,
    proper,
    run_start,
    stands_free,
    stops,
)
from corpus.knowledge.names.shapes.registered_heads import BUYS, JOINS, from_its_head, from_its_place
from corpus.knowledge.phrases.company_words import any_of, forms_in, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_WINDOW: Final = 30
_LONGEST: Final = 16
_LONGEST_CORE: Final = 6
_REACH: Final = 5
_LONGEST_WEAK: Final = 4
_AROUND: Final = 40
_ACTS_FIRST: Final = LazyPattern(
    r"[不没未做建提用投促推增加开发更最新老旧全多各型等并请到了的和与及或将为类批届站赋获稳精智高低硬跨数强优零上下内外限规重轻]"
)
"""First characters of what is no name: 做强, 建好, 提质, 新型."""
OF_ANYBODY: Final = frozenset(
    {"医院", "中医", "诊断", "疫苗", "学堂", "课堂", "包装", "影像", "检验", "公关", "家政"}
)
"""Forms that public bodies and kinds of work have as well."""
_OF_A_PLACE: Final = frozenset("省市县区镇乡州盟旗")
_FOREIGN: Final = frozenset({"nrt", "nrfg", "nz"})
_OPENS: Final = LazyPattern(r"[^一-鿿]|[的与和被由在向对从跟于给]")
_PRAISE: Final = frozenset("优智精高强")
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
_LEADS_IN: Final = frozenset("对由向被把将给")
OF_FIRMS: Final = LazyPattern(
    r"破产|重整|买家|卖家|接盘|账期|报价单|投标|公司|融资|上市|营收|净利|股|收购|品牌|门店|订单|App|创始|董事|投资人|客户|员工|总部|企业|起诉|放贷|进驻|召回|贷款|合伙|老板|财报|出货|交付|对手|旗下|背后|工厂|用户|轮|领投|投资方|骑手|业主|开通|加盟|投诉|仓库|天使|募集|偷排|排污|废水|处罚|罚款|签约|授信|厂商|市占率|竞争对手|股东|辞职|跳槽|中标|供货|经销|代工|掌门|年销|专卖|副牌|供应商|招股|停牌|裁员|校区|关停|维权|退费|超标|抽检|批次|不合格|厂区|闭店|年卡|会员卡|充值|消费者|人去楼空|跑路|首店|开业|民营|预亏|发布公告|财年|亏掉|赔掉|月活|日活|会员|学费|关门|倒闭|断货|上新|客服|掌柜|换股|牌子|跌停|涨停|翻红|收涨|收跌|跟跌|跟涨|领涨|领跌|涨逾|跌逾|违约|合伙人|总经理|副总|行长|换帅|领导班子|货架|试吃|加盟费|单店|首发|拖欠|工程款|装修款|货款|尾款|定金|押金|学员|家长|打工|上班"
)
POLICY: Final = LazyPattern(
    r"推动|推进|加快|加强|全面|深入|实施|完善|发展|全省|全市|我省|我市|体系|力争|坚持|聚焦|扎实|课|院校|大学|高校"
)
_TWO_WORDS: Final = 3
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
_OF_GROUPS: Final = frozenset({"集团", "控股"})
"""Forms before which a rare noun of the dictionary names a company."""
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
    behind = text[form.end() : form.end() + 3]
    if behind[:1] in _QUOTES or (len(form[0]) == 1 and is_word(form[0] + behind[:1])):
        return None
    if not legal and (
        _GOES_ON.match(behind)
        or (any_of("strong", "weak", "inner").match(text, form.end()) and not _NO_FORM_BEHIND.match(behind))
    ):
        return None
    if len(form[0]) == 1 and behind[:1] not in _SAID_BEHIND and _goes_through(text, form.end()):
        return None
    head = form.start()
    if not legal and text.startswith(_COMPANY, head - len(_COMPANY)):
        return None
    bracket = _IN_BRACKETS.search(text, max(0, head - 7), head) if legal else None
    head = bracket.start() if bracket else head
    begin = run_start(text, max(0, head - _WINDOW), head)
    begin = max([begin, *(one.end() for one in _ENDED.finditer(text, begin, head))]) if legal else begin
    tokens = plain_words(text[begin:head])
    aside = _ASIDE.match(text, form.end())
    told = _TOLD_OF.match(text, aside.end() if aside else form.end()) is not None or _bought(tokens)
    told = told or (form[0] not in _GENERAL and _next_told(text, form, tokens))
    of_kind = tokens[-1:] and tokens[-1] in listed("kinds") and tokens[-2:-1] != ["中国"]
    told = told and not (form[0] in listed("everyday") and of_kind)
    strong = form[0] in listed("strong")
    general = form[0] in _DEALT_WITH and not _INVESTS.match(behind)
    length = _name_length(tokens, legal=legal, strong=strong, told=told, general=general)
    length = max(length, from_its_place(tokens), from_its_head(tokens)) if legal else length
    if legal and not length and (start := _before_bracket(text, begin)) < begin:
        return Span(start, form.end())
    firm = legal or told or (strong and any(proper(word) for word in plain_words(text[head - length : head])))
    if not length or not (firm or _credible(text, head - length, form)):
        return None
    if not legal and length == head - begin and _is_done_to(text, begin, tokens[0]):
        return None
    if text[head - length] in _SUFFIXES and head - length > begin and not legal:
        return None
    lead = led_by(text[head - length : head])
    if lead and length - lead < 2:
        if head - length != begin:
            return None
        lead = 0
    tail = _PARTNERS.match(text, form.end())
    start = head - length + lead
    start = _registered_from(text, begin, start) if legal else start
    start = _before_bracket(text, start) if legal and start == begin else start
    return Span(start, tail.end() if tail else form.end())


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
    short = start - begin <= _TWO_WORDS + 1
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
    length = _name_length(tokens, legal=True, strong=True, told=True, general=False)
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


def _name_length(tokens: Sequence[str], *, legal: bool, strong: bool, told: bool, general: bool) -> int:
    """Return how many characters before a form belong to the name, 0 where there is none."""
    rest = list(tokens)
    inner = 0
    between = listed("inner") | listed("trades") if legal else listed("inner")
    while rest and rest[-1] in between and not (len(rest) == 1 and not legal):
        inner += len(rest.pop())
    core: list[str] = []
    while rest and sum(map(len, core)) < (_LONGEST if legal else _LONGEST_CORE):
        word = rest[-1]
        inside = part_of_name(word, rest[:-1], core, general=general) or (
            legal and _is_within(word, rest, core)
        )
        if stops(word) and not inside and not (legal and _is_trade(word)):
            break
        if word in listed("barred"):
            own = strong and len(rest) > 1 and len(rest[-2]) > 1 and proper(rest[-2])
            if (legal or (own and not is_large_place(rest[-2]))) and len(rest) > 1 and not stops(rest[-2]):
                core.append(rest.pop())
                continue
            if core:
                break
            return 0
        if not legal and len(word) > _TWO_WORDS - 1 and word[0] in _LEADS_IN and not is_word(word):
            core.append(word[1:])
            break
        if not core and not legal and not (strong or told) and word[-1] in "省市县区镇村":
            return 0
        if not proper(word) and not legal and (core or not (told or strong)):
            break
        if not core and is_large_place(word) and not (legal or strong or told):
            return 0
        core.append(rest.pop())
    length = sum(map(len, core))
    if length < 2 and not (legal and length + inner >= 4):
        placed = place_length(rest)
        return inner + placed if not length and placed and ((strong and inner) or inner > _TWO_WORDS) else 0
    return inner + length + place_length(rest)


def _is_trade(word: str) -> bool:
    """Tell whether an adjective is a word of trade in a registered name: 精密 of 格力精密模具有限公司."""
    return word in listed("weak") and word_class(word) in {"a", "b"}


def _is_within(word: str, words: Sequence[str], core: Sequence[str]) -> bool:
    """Tell whether 和 joins a word of no dictionary and a single character to the own part of a name: 盛银|和|睿."""
    return word == "和" and len(words) > 1 and not is_word(words[-2]) and list(map(len, core)) == [1]


def _credible(text: str, start: int, form: re.Match[str]) -> bool:
    """Tell whether a weak form makes a name where nothing right beside it says so.

    What stands before the form must be short and not begin with an action, and its sentence must speak of companies;
    before an everyday word it must be in no dictionary, and return in the text or stand in a list of such.
    """
    core = text[start : form.start()]
    if not 2 <= len(core) <= _LONGEST_WEAK or (_ACTS_FIRST.match(core) and not _is_coined(core)):
        return False
    if core in listed("kinds"):
        return False
    around = text[max(0, start - _AROUND) : form.end() + _AROUND]
    if not OF_FIRMS.search(around):
        return _stands_alone(text, start, form)
    parts = plain_words(core)
    return form[0] not in listed("everyday") or (
        all(len(part) == 1 or not is_word(part) or part in listed("name_words") for part in parts)
        and not POLICY.search(around)
    )


def _stands_alone(text: str, start: int, form: re.Match[str]) -> bool:
    """Tell whether a name of which nothing of companies is said is one: coined, and nobody's further noun.

    A word or clause ends before it, and behind it is done or said what is no part of it: 老六轮胎的招牌.
    """
    core = text[start : form.start()]
    opens = not start or _OPENS.search(text, start - 1, start) is not None
    done = opens or text[start - 1] == "了"
    if done and form[0] in _OF_GROUPS and _is_rare_with_trade(plain_words(core)):
        return stands_free(text, form.end())
    if form[0] in listed("abstract") or form[0] in OF_ANYBODY or not opens:
        return False
    if core in listed("kinds") or core[0] in _OF_A_PLACE:
        return False
    parts = plain_words(core)
    if is_word(core) or any(word in listed("barred") or word in listed("verbs") for word in parts):
        return False
    coined = (
        len(parts) == 1
        if form[0] in listed("everyday")
        else all(len(one) == 1 or not is_word(one) or word_class(one) in _FOREIGN for one in parts)
    )
    coined = coined or (form[0] in _OF_GROUPS and _is_rare_with_trade(parts))
    return coined and stands_free(text, form.end())


def _is_rare_with_trade(parts: Sequence[str]) -> bool:
    """Tell whether a rare noun stands before words of trades: 浮光|能源 of 浮光能源集团."""
    own, *trade = parts
    rare = len(own) > 1 and word_frequency(own) <= _RARE and word_class(own) == "n"
    return rare and bool(trade) and all(one in listed("inner") for one in trade)


def _is_coined(core: str) -> bool:
    """Tell whether a core that begins as a praise does is one word in no dictionary: 优活, not 优质."""
    return core[0] in _PRAISE and len(core) == _CORE and plain_words(core) == [core] and not is_word(core)


def _bought(tokens: Sequence[str]) -> bool:
    """Tell whether the words before a form begin right behind 收购, 子公司 and the like."""
    return any(word in BUYS for word in tokens[-_REACH:])
