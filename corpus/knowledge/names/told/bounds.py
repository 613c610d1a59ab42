"""Where a found name begins and ends among the words of its sentence, and whether they leave one at all."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_place, proper
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.names.shapes.parted import MEASURE_WORDS, parted
from corpus.knowledge.names.shapes.registered import registered
from corpus.knowledge.names.shapes.torn import whole
from corpus.knowledge.names.told.short_forms import core_of
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.model.span import Span
from corpus.text.geography import FOREIGN_COUNTRIES
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_TIME: Final = LazyPattern(
    r"(?:早盘|午盘|盘后|盘中|尾盘|午后|收盘|开盘|比如|例如|其中|现在|眼下|现如今|原告|被告|第三人|仅(?!仅)|[一二三四]季度|[上下]半年|全年|去年|今年|前年|同期|当年|年内|月末|年末|年底|报告期)(?=..)"
)
_SELLERS: Final = LazyPattern(
    r"(?:制药|医药|芯片|汽车|手机|家具|啤酒|房产|设备|材料|部件|服务|运营|供应|开发|制造|集成|渠道|经销|代理|零售|贸易|电)$"
)
"""Before 商, which ends a word there and begins no name: 检测设备商测芯科技."""
_JOINS: Final = LazyPattern(
    r"[一-鿿]{2,4}(?:出任|担任|接任|升任|转任|调任|就任|改任|时任|加盟|执掌|履新|辞任|卸任|离任|加入|入职|空降|辞去)(?=...)"
)
"""Somebody who joins, taken for the beginning of the name behind: 沈牧之出任长风证券."""
_RESTS: Final = (
    "行动人", "客户有", "旗下有", "下设有", "下辖有", "股东有", "对手有", "成员有", "采购自",
    "等来", "迎来", "换来", "引来", "请来", "购自", "源自", "来自",
    "完成后", "上市后", "收购后",
    "成立后", "转让后", "交割后", "到期后", "届满后", "重组后", "里有", "中有", "入职", "就职", "任职", "还有", "也有",
    "第三人", "管理人", "托管人", "持有人", "发行人", "委托人", "受托人", "合伙人", "时任", "曾任", "兼任", "执行人",
    "被告人", "债权人", "债务人", "上诉人", "申请人", "继承人", "代理人", "质押日", "公告日", "交易日", "领导下",
)  # fmt: skip
"""Words whose last character is taken for the first of the name behind: 管理人赛领资本, 质押日众泰汽车."""
_BY: Final = LazyPattern(
    r"[一-鿿]{0,16}审[议核]通过了?(?=...)|[一-鿿]{0,6}(?:主体|单位|名称|股东|投资人)(?:由|为)(?=...)|[一-鿿]{0,4}(?:东家|公司|品牌)名?(?:叫|为)(?=...)"
)
"""What is told of a name before it: 经营主体由北浦万芽餐饮管理有限公司."""
_ABROAD: Final = LazyPattern("|".join(FOREIGN_COUNTRIES))
_DEALS: Final = frozenset({"供货", "供应", "采购", "招标", "中标", "承建", "运营", "接盘", "项目", "业主"})
"""Before 方, which ends a word there: 供货方南屿冷链."""
_DATE_LEFT: Final = LazyPattern(r"年(?![度底末初])(?=...)")
_TIME_BEHIND: Final = LazyPattern(
    r"(?<=..)(?:正在?|将|已|拟|曾|一度|仍|仍在)?(?:考虑|打算|有意|寻求|洽谈|商谈|讨论|谋求|试图|筹划)$|"
    r"(?<=...)(?:(?<!基)因|致力于|签订|签署|联席|全资|独家|均|则|于)$|(?<=..)(?:双双|齐齐|纷纷|集体|官宣|晚间|午间|盘后|至今|迄今|全年|去年|今年|前年|同期|当年|年内|[上下]半年|[一二三四]季度|单季度?|连续|接连|先后|陆续|研发|招股(?:说明)?书|年报|财报|季报|公告)$"
)
_SIDE: Final = "方面"
"""Behind a name this says that somebody of it speaks; a word of the dictionary before it is no name by that."""
_CALLS: Final = LazyPattern(r"(?:都|也|习惯)?(?:叫|唤|喊|称)")
"""Behind a name that 管 stands before: 管青禾照明叫“灯泡厂”."""
_CALLED_SO: Final = frozenset("家个间款名厂店司业牌")
"""Before 叫, which leads to a name: 一家叫雁回资本的基金."""
_HELD: Final = "控股"
_CAPACITY: Final = ("装机", "发电装机")
"""Behind a name and 控股 these make a measure of it: 云亭新能源控股装机容量."""
_ADVERB_BEHIND: Final = LazyPattern(
    r"(?<=..)(?:(?<=...)[拟副]|(?<=....)称|(?<=(?:电池|科技|股份|集团|公司|汽车|能源|智能|生物|医药|银行|食品|电子|材料|光电))(?:正|已|也|将|曾|还|称))$"
)
"""What stands behind a name and was taken for its end: 锐芯微拟, 北伏电池正."""
_KIND_BEFORE_QUOTE: Final = LazyPattern(r"(?:平台|品牌|公司|软件|应用|App)?[“\"][一-鿿A-Za-z]{2,8}[”\"]")
_BRAND_BEHIND: Final = LazyPattern(r"(?:品牌|厂商|服务商|制造商)(?=[一-鿿])(?![的与和是将已方创总])")
"""Behind everyday words these say of what kind the name behind is: 低糖烘焙品牌麦小姐."""
_SHORT: Final = 3
_SOME: Final = ("数家", "多家", "数十家", "数百家")
_OF_SENTENCE: Final = ("v", "d", "p", "c", "u", "t", "m", "r")


def bounded(text: str, span: Span) -> Span:
    """Return a name from where it begins to where it ends; empty where nothing of it is left."""
    whole_form = registered(text, span)
    if text.endswith(_SIDE, whole_form.start, whole_form.end):
        end = whole_form.end - len(_SIDE)
        whole_form = Span(end if is_word(text[whole_form.start : end]) else whole_form.start, end)
    if text.startswith("管", whole_form.start) and _CALLS.match(text, whole_form.end):
        whole_form = Span(whole_form.start + 1, whole_form.end)
    lead = text[whole_form.start : whole_form.start + 1]
    if whole_form.end - whole_form.start > _SHORT and (
        lead == "了" or (lead == "叫" and text[whole_form.start - 1 : whole_form.start] in _CALLED_SO)
    ):
        whole_form = Span(whole_form.start + 1, whole_form.end)
    if whole_form.start == whole_form.end:
        return whole_form
    return parted(text, whole(text, _without_time(text, whole_form)))


def from_known(text: str, seed: Span, known: Sequence[str]) -> Span:
    """Return a name from where the known name in it begins: 第一创业 before 创业证券股份有限公司, 比亚迪电子.

    Only a registered name goes on right behind the known one; others begin within it.
    """
    registered = seed.of(text).endswith("公司")
    if seed.of(text).endswith(_HELD):
        return seed
    first, before, within = (
        text[seed.start],
        text[seed.start - 1 : seed.start],
        text[seed.start + 1 : seed.end],
    )
    for name in known:
        if name[0] in within:
            place = text.find(name, seed.start + 1, seed.end + len(name) - 1)
            if place >= 0 and place < seed.end < place + len(name):
                return Span(place, place + len(name))
        if first not in name and not (registered and name[-1] == before):
            continue
        place = text.find(name, max(0, seed.start - len(name)), min(seed.end, seed.start + len(name) - 1))
        if 0 <= place < seed.start and (registered or seed.start < place + len(name) < seed.end):
            return Span(place, seed.end)
    return seed


def of_known(text: str, seed: Span, known: Sequence[str]) -> Span:
    """Return the known name a seed begins or ends with, where the rest is a word: 中石油|占, 过|广汽."""
    name = seed.of(text)
    if name.endswith("公司"):
        return seed
    for one in known:
        rest = name.removeprefix(one) if name.startswith(one) else name.removesuffix(one)
        told = rest not in {"", name} and is_word(rest) and word_class(rest).startswith(_OF_SENTENCE)
        if told and not is_place(rest) and not any_of("strong", "weak", "inner").fullmatch(rest):
            start = seed.start if name.startswith(one) else seed.end - len(one)
            return Span(start, start + len(one))
    return seed


def introduces(text: str, span: Span, starts: AbstractSet[int]) -> bool:
    """Tell whether a candidate is only the kind of company before a name: 仓储机器人公司 before 迅蚁智造."""
    if _KIND_BEFORE_QUOTE.match(text, span.end):
        return True
    name = span.of(text)
    if span.end in starts and name.endswith("软件"):
        return True
    if _BRAND_BEHIND.match(text, span.end) and not any(map(proper, plain_words(core_of(name) or name))):
        return True
    kind = name[:-2] if name.endswith(("公司", "平台", "集团", "企业")) else ""
    if span.end not in starts or not kind:
        return False
    abroad = _ABROAD.match(kind)
    trade = (is_word(kind) and word_class(kind).startswith("n")) or kind in listed("weak")
    trade = trade and name.endswith("集团")
    return trade or ends_as_company(kind) or (abroad is not None and is_word(kind[abroad.end() :]))


def _without_country(text: str, span: Span) -> Span:
    """Return a name without the foreign country its bearer is from: 塔尔曼集团 of 印度塔尔曼集团."""
    abroad = _ABROAD.match(text, span.start, span.end)
    if abroad is None or text.endswith("公司", span.start, span.end):
        return span
    words = plain_words(text[abroad.end() : span.end])
    return Span(abroad.end(), span.end) if is_coined("".join(words[:-1])) else span


def counts(text: str, span: Span) -> bool:
    """Tell whether a run of words begins with the measure word of a number before it: 2019款轻型客车."""
    if text.startswith(_SOME, span.start):
        return True
    return text[span.start - 1 : span.start].isdecimal() and text[span.start] in f"{MEASURE_WORDS}万亿"


def _without_time(text: str, span: Span) -> Span:
    """Return a name without the time or word before it, 一季度青澜港, 比如甲股份; empty where none is left."""
    told = _BY.match(text, span.start, span.end)
    span = Span(told.end(), span.end) if told else span
    behind = _TIME_BEHIND.search(text, span.start, span.end) or _ADVERB_BEHIND.search(
        text, span.start, span.end
    )
    span = Span(span.start, behind.start()) if behind else span
    if text.endswith(_HELD, span.start, span.end) and text.startswith(_CAPACITY, span.end):
        span = Span(span.start, span.end - len(_HELD))
    if text[span.start] == "商" and _SELLERS.search(text, max(0, span.start - 3), span.start):
        span = Span(span.start + 1, span.end)
    span = _without_kind(text, span)
    party = text[span.start] == "方" and not is_word(text[span.start : span.start + 2])
    before = text[max(0, span.start - 2) : span.start]
    party = party and (word_class(before).startswith("v") or before in _DEALS)
    if party or text[max(0, span.start - 2) : span.start + 1].endswith(_RESTS):
        by = text[span.start + 1] in "由为是" and span.end - span.start > _SHORT
        span = Span(span.start + 1 + by, span.end)
    joins = _JOINS.match(text, span.start, span.end)
    span = Span(joins.end(), span.end) if joins else span
    dated = _DATE_LEFT.match(text, span.start, span.end)
    if dated and text[span.start - 1 : span.start].isdecimal():
        span = Span(dated.end(), span.end)
    time = _TIME.match(text, span.start, span.end)
    if time is None:
        return _without_country(text, span)
    return Span(time.end(), span.end) if span.end - time.end() >= _SHORT else Span(span.end, span.end)


def _without_kind(text: str, span: Span) -> Span:
    """Return a name without the kind of company before it, or the end of that: 岚德物流 of 产业|方岚德物流."""
    for kind in cue("names/context", "business").finditer(text, max(0, span.start - 3), span.end - 1):
        if kind.start() <= span.start < kind.end():
            name = text[kind.end() : span.end]
            return Span(kind.end(), span.end) if is_coined(name) or core_of(name) else span
    return span
