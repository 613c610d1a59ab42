"""Names that only what is done with them gives away: shares held and sold, loans, pledges, suits, contracts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_person, is_place
from corpus.knowledge.names.shapes.coined import is_coined, is_core
from corpus.knowledge.names.told.deeds import without_kind
from corpus.knowledge.phrases.company_words import listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from corpus.text.geography import FOREIGN_COUNTRIES
from corpus.text.needed_signs import guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class
from index.segment.word_classes import NAMES_OR_SHORT

_HAN: Final = "一-鿿"
_NAME: Final = rf"(?P<name>[{_HAN}]{{2,6}}?)"
_SHARE: Final = (
    r"(?:(?:剩余|全部|部分|合计|共计|约|不超过|近|逾)?[ ]?\d[\d.,]*[ ]?%|\d[\d.,]*[ ]?(?:万|亿)?股(?![东价市])"
    r"|(?:剩余|全部|部分|多数|控股|少数)?的?(?:股权|股份|股票|控股权|控制权|债权|全体股东|部分资产))"
)
_OPENINGS: Final = r"[，。；！？\n—：:、“”】丨 ,;(（)）]"
_STARTS: Final = rf"(?:^|{_OPENINGS})"
_SURE: Final = (
    guarded(
        r"(?:收购|受让|购买|转让|出售|持有|所持|拿下|取得|获得|置入|置出|认购|增持|减持|竞得|买下|买入|卖出|质押"
        r"|注入|并购)"
        rf"(?:了|其持有的|其所持|所持有的|所持|(?:合计|分别|共同|直接|间接)?(?:持有|所持)的?)?{_NAME}(?={_SHARE})"
    ),
    guarded(
        rf"(?:持有的|所持的?|所持有的|股权[、和及与,，])[ ]?{_NAME}(?=[ ]?(?:剩余|约|合计|全部"
        rf"|近)?\d[\d.,]*[ ]?%[ ]?的?(?:股权|股份))"
    ),
    guarded(
        rf"(?:收购|购买|受让|并购)(?:了)?[^，。；、\d]{{2,10}}[和及与、]{_NAME}(?=[ ]?(?:剩余|约|合计|全部"
        rf"|近)?\d[\d.,]*[ ]?%[ ]?的?(?:股权|股份))"
    ),
    guarded(
        rf"(?:未通过|通过|否决|受理|同意|核准|终止对|中止对|对){_NAME}(?=的?(?:首发|IPO|上市申请|首次公开发行"
        rf"|发行上市))"
    ),
    guarded(
        rf"(?:质押给|转让给|出售给|卖给了?|抵押给|划转给|委托给|授权给|告上|起诉|状告){_NAME}"
        r"(?=[，。；、,;(（\n ]|$|的|等|案|一案|\d|侵)"
    ),
)
"""Only companies stand there."""
_LIKELY: Final = (
    guarded(
        rf"[与和同跟](?:(?<=^.)|(?<={_OPENINGS}.)|(?<=[近今]日.)|(?<=日前.)){_NAME}"
        r"(?=(?:正式|再次|共同|联合|分别|就[^，。]{1,12})?"
        r"(?:签下|签署|签订|签约|达成|合作|合资|共同出资|联手|携手|联姻|缔结))"
    ),
    guarded(
        r"(?:原告|被告|上诉人|被上诉人|申请人|被申请人|第三人|债务人|债权人|出质人|质权人|担保人|被担保人|借款人"
        rf"|委托人|受托人|收购方|交易对方|标的公司|目标公司)(?:为|是|系|：|:)?{_NAME}"
        r"(?=[，。；、,;(（\n ]|$|的|与|和|应|在|于|未|已|将|向|不服|提供|辩称|诉称|主张|请求|要求|认为|之间)"
    ),
    guarded(
        rf"(?:为|向){_NAME}(?=(?:提供|申请|追加|办理)[^，。；]{{0,14}}(?:担保|借款|授信|贷款|保证|财务资助)"
        r"|增资|注资|定向增发|发行股份)"
    ),
    guarded(
        rf"(?:取代|重组|入主|借壳|控股|参股|入股|要约收购|吸收合并|举牌){_NAME}"
        r"(?=[，。；、,;\n ]|$|的|后|一事|成功|失败|事项|案)"
    ),
)
_PARTNERS: Final = (
    guarded(
        rf"[与和同跟](?<!及.){_NAME}(?=(?:正式|再次|共同|联合|分别|宣布|相互|互相|就[^，。]{{1,12}}|在[^，。]{{1,16}})?"
        r"(?:签下|签署|签订|签了|签约|达成|合作|合资|共同出资|联手|携手|合并|对簿公堂|洽谈|谈判|重组|订立|缔结|组成|竞争|指责|互诉|打官司))"
    ),
    guarded(
        rf"(?:对|将|把){_NAME}(?=的?(?:收购|并购|要约|私有化|尽职调查|整合|增资|注资|控股权|投资额|股权投资|持股))"
    ),
    guarded(
        rf"(?:被(?!告)|遭){_NAME}(?=(?:全资|溢价|低价|高价|公开|正式)?(?:收购|并购|吸收合并|兼并|要约|买下|接手|起诉|告上|举牌|吞并))"
    ),
    guarded(
        rf"(?:收购|并购|吞并|兼并|入股|增持|减持|接手|买下|竞购|参股|引入|投资|控股|起诉|状告)了?{_NAME}"
        r"(?=旗下|控股权|全部|的?(?:计划|消息|传闻|交易|方案|项目|协议|股权)|一案|获批|[，。；、,;\n ]|$|后|时"
        r"|之后|以来|一事)"
    ),
    guarded(
        rf"(?:向|从|给|供货给|卖给|出租给|为){_NAME}(?=(?:追加|采购|供应|供货|支付|购买|出售|订购|下单|租赁|租用|借款|发放|派出"
        r"|提供|供|下达|交付|代工|投了|投资了|注资|出具|购入|收购|受让|转让|投放|贷款|发函|下发|索赔|赔偿|付款|定制|催讨))"
    ),
    guarded(
        rf"(?:拿下|拿到|接到|获得|来自|承接|丢掉|失去)了?{_NAME}(?=的(?:[^，。]{{0,4}}(?:订单|大单|投资|融资|授信|贷款|合同|青睐)))"
    ),
    guarded(rf"[、，]{_NAME}(?=(?:负责)?(?:施工|承建|监理|供货|代工|承销|承运)[，。；、])"),
    guarded(
        rf"(?<![{_HAN}]){_NAME}(?=[与和同跟][{_HAN}A-Za-z]{{2,10}}(?:正式|再次|共同)?(?:签[下署订约]|达成|合资|联手|携手|对簿公堂|缔结))"
    ),
    guarded(rf"在{_NAME}(?=(?:报|买|订|办|充值?|下单|购买|预订)(?:了|的|过|课|卡))"),
    guarded(rf"(?:次于|赶超|落后于|领先于|逊于){_NAME}(?=[，。；、\n]|$|等|和|与|及)"),
    guarded(
        rf"由{_NAME}(?=(?:负责|独家|联合|共同)?(?:承建|承办|供应|供货|代工|出品|发行|运营|托管|代理|研发|制造|投资|开发|施工"
        r"|生产|总包|担保|监理|设计(?!师)|保荐|承销|竞得|接手|接盘|受让|承租))"
    ),
    guarded(
        rf"(?<=[{_HAN}])[和与及]{_NAME}(?=(?:手中|所持|持有的|旗下|的(?:合并|合作|合资|股权|骑手|门店|订单|竞争|官司|诉讼)))"
    ),
    guarded(rf"(?<![{_HAN}]){_NAME}(?=(?:所持有?的|持有的|手中的?|手里的?|旗下|名下|控股的|出资的))"),
)
"""Where companies stand beside others as often: the name must be coined, or go by what it does."""
_QUOTED: Final = guarded(
    rf"旗下“{_NAME}”(?=(?:因|被|已|将|在|也|又|拟|于|近日|日前)|[ ]?App"
    r"|[^，。“”]{0,6}(?:宣布|上线|下架|停运|关停|停服|整改|道歉))"
)
"""In quotes, behind its owner and before what befalls or is done by a company, any phrase that is no word."""
_TOLD: Final = (
    r"(?:还|仍|共|合计|直接|间接|目前|已|累计|则|也)?(?:持有|所持|持股)(?:有|了)?(?:[^，。；]{0,14}(?:股|%)|的)",
    (
        r"第[一二三四五六七八九十百]{1,3}届(?:董事|监事)|(?:方面|人士|内部人士|相关负责人)(?:则|也)?(?:称|表示|透露|回应|对)"
        r"|(?:同时|则|也|此前|昨日|今日|还|在公告中|对此|随后|方面)?(?:表示|称|回应称|公告称|指出|披露称)[，：,:“]"
    ),
)
"""What is told right behind a name with which a clause begins."""
_HEADS: Final = tuple(LazyPattern(rf"{_STARTS}{_NAME}(?={told})") for told in _TOLD)
_ANY_HEAD: Final = guarded(rf"{_STARTS}[{_HAN}]{{2,6}}?(?={'|'.join(_TOLD)})")
"""Where one of them matches: the text is gone through once for all."""
_PLAIN: Final = frozenset({"公司", "股份", "投资", "数据", "信息", "证券", "保险", "材料", "建设"})
"""Forms that stand behind any word."""
_SPECIAL: Final = (
    guarded(
        rf"(?:S(?<![A-Za-z]S)(?:\*?ST|T)|\*(?<![A-Za-z]\*)[ ]?ST)[ ]?(?!公司|板块|股)"
        rf"(?:[{_HAN}]{{3}}(?=[”」])|[{_HAN}]{{2}}[AB]?)"
    ),
    guarded(
        rf"退市(?<![{_HAN}]退市)(?!整理|风险|公司|制度|股票|后|的)[{_HAN}]{{2}}(?=摘牌|今日|股票|收盘|跌|涨|从|于|将|正式)"
    ),
)
"""A listed company under special treatment: two characters, and A or B."""
DEALS: Final = LazyPattern(
    r"股|(?<![A-Za-z])ST(?=[一-鿿])|债|首发|IPO|质押|担保|贷款|借款|收购|并购|重组|公告|诉|判决|上市|融资|增资|签约|签署|合作|旗下|签[订了下]|供货|供应|采购|订单|客户"
    r"|由[一-鿿]{2,6}(?:负责|独家|联合|共同)?(?:承建|生产|研发|制造|运营|施工|开发|代工|总包)"
)
"""What a text has that tells of dealings between companies."""
_NOT_IN: Final = LazyPattern(
    r"[的了着过我你他她它这那此该其何谁某们也都就还又再很最更不没未已将会能要可应须必]|[一二三四五六七八九十两几\d]|"
    r"^(?:率|案|签|下|仓|日|期|权)|签$|案中|总$|子$|线$|简|诉|讼|请求|比例|承担|分行|支行|公司|股东|股份|股权|企业"
    r"|银行|法院|政府|集团|资产|项目|计划|协议|资金|现金|市场|部分|方面|对方|双方|各方|时间|情况|人民|金额|限售"
    r"|流通|标的|上述|本次|交易|价格|控制|最终|合计|直接|间接|相关|分别|拟|合伙人|有限|境内|境外|国内|自然人|投资者"
    r"|董事|监事|高管|管理层|实控|职工|员工|记者|客户|用户"
)
_BODY: Final = LazyPattern(r"[局部委院所会网署处厅]$|政府|大学|[中小]学$")
_SHORT: Final = 2
"""No longer name is taken from one place alone."""
_PERSON: Final = 3
"""No longer name may be a person's."""
_COUNTRIES: Final = frozenset({*FOREIGN_COUNTRIES, "中国", "欧盟", "香港", "台湾"})


def dealt_with(text: str) -> Iterator[Span]:
    """Yield the places of names by the dealings told around them; none in a text that tells of none."""
    if not DEALS.search(text):
        return
    signs = frozenset(text)
    yield from _by_dealing(text, signs)
    yield from _partners(text, signs)
    yield from _heads(text, signs)


def _by_dealing(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield the places of names that stand where a dealing has a company, or in quotation marks there."""
    for pattern in _SPECIAL:
        for match in pattern.finditer(text, signs):
            yield Span(match.start(), match.end())
    for pattern in (*_SURE, *_LIKELY):
        for match in pattern.finditer(text, signs):
            if _may_be(match["name"], sure=pattern in _SURE):
                yield Span(match.start("name"), match.end("name"))
    for match in _QUOTED.finditer(text, signs):
        if not is_word(match["name"]) and not _NOT_IN.search(match["name"]):
            yield Span(match.start("name"), match.end("name"))


def _partners(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield the places of the names of those a company deals with, without the kind told before a name."""
    for pattern in _PARTNERS:
        for match in pattern.finditer(text, signs):
            name = without_kind(match["name"])
            if (len(name) > _SHORT or text.count(name) > 1) and _is_partner(name):
                yield Span(match.end("name") - len(name), match.end("name"))


def _heads(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield the places of names with which the head of a notice or of a clause begins."""
    for begun in _ANY_HEAD.finditer(text, signs):
        for head in _HEADS:
            named = head.match(text, begun.start())
            if named and _may_be(named["name"], sure=False):
                yield Span(named.start("name"), named.end("name"))


def _may_be(name: str, *, sure: bool) -> bool:
    """Tell whether what is dealt with may be a company: no word, person or place, and nothing said about one.

    Where it is ``sure`` that only companies stand there, a word of the dictionary may stand beside a new one.
    """
    if is_word(name) or name in _COUNTRIES or is_person(name) or _NOT_IN.search(name):
        return False
    words = plain_words(name)
    if sure and _two_of_trade(words):
        return True
    if len(words) > 3 or any(word in listed("verbs") or word in listed("barred") for word in words):
        return False
    new = any(len(word) > 1 and not is_word(word) for word in words)
    if sure and (new or sum(len(word) == 1 for word in words) > 1):
        return True
    return any(_own(word) for word in words) and all(_own(word) or _of_trade(word) for word in words)


def _is_partner(name: str) -> bool:
    """Tell whether a phrase is a coined name, or words of a name and what its bearer does: 宁川时代."""
    if is_person(name) or (len(name) <= _PERSON and name[0] in FAMILY) or _NOT_IN.search(name):
        return False
    if _BODY.search(name):
        return False
    words = plain_words(name)
    if is_coined(name):
        return len(words) == 1 or len(name) > _PERSON
    tail = words[-1]
    return (
        len(words) > 1
        and len(tail) > 1
        and (tail in listed("tails") or any(tail in listed(one) for one in ("weak", "strong")))
        and tail not in _PLAIN
        and is_core(name.removesuffix(tail))
    )


def _own(word: str) -> bool:
    """Tell whether a word may be the own part of a name: in no dictionary, or there as a name."""
    return not is_word(word) or word_class(word) in NAMES_OR_SHORT


def _of_trade(word: str) -> bool:
    """Tell whether a word only says what a company does, or is one character of a longer name."""
    return (
        len(word) == 1 or any(word in listed(name) for name in ("weak", "strong", "inner")) or is_place(word)
    )


def _two_of_trade(words: Sequence[str]) -> bool:
    """Tell whether two words of two characters name a company by its trade: 海客出行, 临港物流."""
    first, *rest = words
    own = first not in listed("verbs") and first not in listed("barred")
    return own and len(first) == 2 and len(rest) == 1 and rest[0] in listed("weak") and rest[0] not in _PLAIN
