"""Metrics by what stands right around their number: 每千人拥有2.87名执业医师, 最大涨幅达35%, 银幕612块."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_PER: Final = LazyPattern(
    r"(?P<per>每[百千万十]?[个名位]?(?:常住|户籍)?(?:人口?|户|居民|老年?人|学生|平方公里|公顷|床位?)[一-鿿]{0,4}?(?:拥有|配有|配备|设有|占有|有))"
    r"(?:约|近|超过?|达到?)*[ ]?$"
)
"""Of how many the things counted behind a number are: without it 2.87 would be all of them."""
_EXTREME: Final = LazyPattern(
    r"(?P<most>最[大高小低][涨跌降增升]幅)(?:一度)?(?:达到?|为|是|约|近|超过?|逾)*[ ]?$"
)
"""The most something moved by at any time, which is no growth of it."""
_SHEETS: Final = (
    "银幕",
    "屏幕",
    "大屏",
    "显示屏",
    "地块",
    "电池",
    "硬盘",
    "展板",
    "石碑",
    "牌匾",
    "光伏板",
    "组件",
    "农田",
    "耕地",
)
"""What is counted in 块, which before anything else is money."""
_DEALT: Final = LazyPattern(
    r"(?:(?:已|累计)?支付的?|使用的?|成交的?)?(?P<what>总?金额|资金总额|(?:最[高低])?成交(?:均)?价格?|最[高低]价格?|成交均价|均价)"
)
"""What a deal comes to, told without the deal: 最高成交价, 支付的总金额."""
_BOUGHT_BACK: Final = LazyPattern(r"(?:累计|已|通过[^。；]{2,24})?回购(?!注销)[^。；\n]{0,80}$")
_BACK: Final = "回购"
_SUM_OF_DEAL: Final = LazyPattern(
    r"(?:累计|合计|总计|涉及|的)*(?P<what>总?金额|总额|总价|总价款|价款|规模)(?:合计|总计|累计|达到?)*"
    r"|(?P<price>价格|单价|均价)"
)
"""A sum or a price that says nothing of its deal: 金额达4042万元."""
_DEALS: Final = LazyPattern(
    r"(?P<deed>预?中标|采购|收购|增资|募集|融资|贷款|借款|担保|赔偿|认购|要约收购|回购|增持|减持|签约"
    r"|(?P<signs>签[订署](?:了|相应|如下)?[^，。；]{0,20}?(?:合同|协议|订单)))(?!后|完成后|之后|人|方)"
)
"""What the deal is, in the clauses before; the first a tender was won in says it all."""
_PRICED: Final = frozenset({"收购", "要约收购", "回购", "增持", "减持", "认购"})
_PAST: Final = LazyPattern(
    r"(?:远|已|再次)?(?:超过|低于|高于|不及|超越)(?:电影|影片|电视剧)?"
    r"(?P<who>《[^《》]{1,24}》|“[^“”]{1,24}”|[一-鿿A-Za-z]{2,10})"
)
_BEHIND: Final = LazyPattern(
    r"[ ]?的?(?P<what>(?:总|累计|单日)?(?:票房|营收|营业收入|收入|销售额|净利润|利润|产值|销量|产量))(?=[，。；、]|$)"
)
"""Another's figure of the same measure that one is past: 超过电影《北望》11.9亿元票房."""
_SPENT: Final = LazyPattern(
    r"(?P<who>.*?)(?:每[年月])?(?P<spends>投入|投资|斥资|花费|耗资|安排|拨付)(?:财政|专项)?(?:资金)?"
)
_SPENT_ON: Final = LazyPattern(
    r"(?:以上|左右|多)?(?:财政|专项)?(?:资金)?(?:用于|用来)?"
    r"(?P<deed>[一-鿿]{2})(?:一[条座个所家项艘])?(?P<what>[^，。；：！？\n\d]{2,24})(?=[，。；！？\n]|$)"
)
"""What a sum is put into, told behind it: 投入12亿元建设生态廊道."""
_EACH: Final = LazyPattern(r"(?P<each>每[年月])[一-鿿]{2,6}$")
_ONLY_SPENDS: Final = frozenset({"斥资", "花费", "耗资"})
_PUT_IN: Final = {"花费": "花费", "耗资": "花费", "投资": "投资"}
_LONG: Final = 8
_OF: Final = LazyPattern(r"的(?P<what>[一-鿿A-Za-z]{2,12}?)(?=[，。；,;、！\n]|$)")
_REACH: Final = 24
_DEAL_REACH: Final = 80
"""How far before a sum, in code points, its deal may stand."""


def told_around(text: str, one: Statistic) -> Statistic:
    """Return a figure under the metric that the words before and behind its number make together."""
    before = text[max(one.evidence.start, one.figure.start - _REACH) : one.figure.start]
    per = _PER.search(before) if one.direction is None and not one.metric.startswith("每") else None
    if per and text.find(one.metric, one.figure.end, one.figure.end + _REACH) >= 0:
        return replace(one, metric=per["per"] + one.metric)
    most = _EXTREME.search(before) if one.direction is not None else None
    if most:
        metric = one.metric.removesuffix(most["most"]) + most["most"]
        return replace(one, metric=metric, direction=None, basis="", kind=StatisticKind.ACTUAL)
    if one.unit == "元" and text[one.figure.end - 1] == "块" and one.metric.endswith(_SHEETS):
        return replace(one, unit="块", base_unit="块")
    dealt = _DEALT.fullmatch(one.metric) if one.unit.partition("/")[0].endswith("元") else None
    if dealt and _BOUGHT_BACK.search(text, one.evidence.start, one.figure.start):
        return replace(one, metric=_BACK + dealt["what"])
    return _of_deal(text, one) or _past(text, one) or _spent(text, one) or _done_with(text, one)


def _of_deal(text: str, one: Statistic) -> Statistic | None:
    """Return a sum or price told without its deal by the deal in the clauses before it: 中标…项目，金额4042万元."""
    told = _SUM_OF_DEAL.fullmatch(one.metric) if one.unit.partition("/")[0].endswith("元") else None
    if told is None or one.direction is not None:
        return None
    start = max(one.evidence.start, one.figure.start - _DEAL_REACH)
    row = text.rfind("；", start, one.figure.start)
    deals = [*_DEALS.finditer(text, max(start, row), one.figure.start)]
    if not deals:
        return None
    won = next((deal for deal in deals if deal["deed"].endswith("中标")), deals[-1])
    deed = "合同" if won["signs"] else won["deed"]
    if told["price"]:
        return replace(one, metric=deed + told["price"]) if deed in _PRICED else None
    return replace(one, metric=deed + told["what"])


def _past(text: str, one: Statistic) -> Statistic | None:
    """Return another's figure that something is past by its measure: 超过电影《北望》11.9亿元票房 is its 票房."""
    past = _PAST.fullmatch(one.metric)
    behind = _BEHIND.match(text, one.figure.end) if past else None
    return replace(one, metric=behind["what"], subject=past["who"]) if past and behind else None


def _spent(text: str, one: Statistic) -> Statistic | None:
    """Return a sum that is put into what is then done by that: 投入12亿元建设生态廊道 is 建设生态廊道投入."""
    told = _SPENT.fullmatch(one.metric) if one.unit.endswith("元") and one.direction is None else None
    put = _SPENT_ON.match(text, one.figure.end) if told else None
    if told is None or put is None or word_class(put["deed"]) not in {"v", "vn"}:
        return None
    who = plain_words(told["who"])[-1] if told["who"] else ""
    if told["spends"] not in _ONLY_SPENDS and word_class(who).startswith(("n", "v")):
        return None
    if plain_words(put["deed"] + put["what"])[0] != put["deed"]:
        return None
    what = put["what"].rpartition("的")[2] if len(put["what"]) > _LONG else put["what"]
    spent = _PUT_IN.get(told["spends"], "投入")
    each = _EACH.search(text, one.evidence.start, one.figure.start)
    return replace(one, metric=f"{each['each'] if each else ''}{put['deed']}{what}{spent}")


def _done_with(text: str, one: Statistic) -> Statistic:
    """Return a sum told of a bare deed with what it is done with: 发行190亿元的二级资本债 is 发行二级资本债."""
    words = plain_words(one.metric)
    if len(words) > 1 or not one.unit.endswith("元") or word_class(words[0]) not in {"v", "vn"}:
        return one
    behind = _OF.match(text, one.figure.end, one.evidence.end)
    things = plain_words(behind["what"]) if behind else []
    if not things or not word_class(things[-1]).startswith(("n", "j")) or any(map(_acts, things)):
        return one
    return replace(one, metric=one.metric + "".join(things))


def _acts(word: str) -> bool:
    return len(word) > 1 and word_class(word) in {"v", "p", "c", "r", "d"}
