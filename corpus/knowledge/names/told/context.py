"""Names without a form word: who acts, owns, is bought or listed, and what stands beside a company's code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import ending_at, is_person, led_by, starting_at
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.model.span import Span
from corpus.text.needed_signs import Guarded, guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words

_HAN: Final = "一-鿿"
_LATIN: Final = r"[A-Z][A-Za-z0-9.&-]*(?: (?:& )?[A-Z][A-Za-z0-9.&-]*){0,2}"
_FOREIGN: Final = r"[A-Z][a-zÀ-ÿ]+[A-Za-zÀ-ÿ]*(?: [A-Z][A-Za-zÀ-ÿ]+)*|[A-Z][a-z]*\.[A-Z][a-z]+"
_NAME: Final = rf"[{_HAN}]{{2,8}}|{_LATIN}"
_CAPITALS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SHOP: Final = frozenset("堂坊记铺阁轩斋屋舍庄号楼")
"""Last characters of names of shops and brands: with one a word of the dictionary before it is new."""
_HEAD_NAME: Final = LazyPattern(rf"(?:^|[^{_HAN}])(?P<name>[{_HAN}]{{2,6}})$")
_GENERAL: Final = frozenset(
    "店厂部网端方行家组类区季期月年全总新老单双净毛各本该司层板块线业务品们者员人款种性率额"
)
"""What names of parts and kinds end in: 线下店, 母公司."""
_KINDS: Final = ("平台", "品牌", "公司", "对手", "连锁", "厂商", "企业", "应用", "独角兽", "龙头")
_MANY: Final = 200
"""More different beginnings of clauses than this are not counted in the text."""
_MOST_WORDS: Final = 3
_LONGEST: Final = 7
_CODE: Final = LazyPattern(
    r"[（(](?:(?:(?:股票|证券|A股|港股)?代码[：:为]?|HK[.：:]?|S[HZ])[ ]?)?"
    r"(?:(?:NYSE|NASDAQ|Nasdaq|AMEX|纽交所|纳斯达克|港交所)[ ]?[：:][ ]?[A-Z\d]{1,6}|"
    r"[0368][\dXx]{5}|\d{4,5}(?!年))(?:\.[A-Z]{2}|[，,]\s?[A-Z]{2})?[，,\w]{0,4}[）)]"
)
_SORT: Final = LazyPattern(r"(?:平台|品牌|厂商|巨头|龙头|企业)(?=..)")
"""What says of what kind the bearer of the name behind is."""
_COPY_HEAD: Final = LazyPattern(rf"(?:^|\n)[（(][036]\d{{5}}[）)](?P<name>[*A-Z]*[{_HAN}]{{2,6}}A?)[-—:：]")
_HEADED: Final = LazyPattern(
    rf"[ ]?(?:[【\[][^】\]\n]{{2,8}}[】\]])?(?P<name>[*A-Z]{{0,3}}[{_HAN}]{{2,6}})[：:]"
)
"""Whom news names before its headline, and again behind it before the code: 青禾：中标两亿元项目青禾(600000)."""
_LINE: Final = 120
_FAR: Final = 1200
"""How far from a line a speaker's next line is looked for, in code points."""
_TIME: Final = (
    r"(?:上个月|这个月|上季度|上周|本周|本月"
    r"|去年|今年|昨天|今天|近日|日前|同日|当日|当天|次日|翌日|随后|此前|早前|如今|目前|眼下|前年|同期"
    r"|(?:19|20)\d\d[ ]?年|"
    r"\d{1,2}[ ]?月(?:\d{1,2}[ ]?日)?|[一二三四上下前]{1,2}半?(?:季度|年))"
)
_ADVERB: Final = (
    r"(?:主动|连续[一二三四五六七八九十两]+年|已|正|将|又|也|再次|再度|首次|现已|拟|"
    r"只|则|却|还|共|累计|曾|均|都|早已|率先|即日起|现已|正式|成功|刚刚|刚|日前)"
)


_SELLS: Final = ("卖出", "售出", "出货", "开售", "发售", "上市")
"""What is said of things too, where the name before is short: 季票卖出."""
_PRICED: Final = LazyPattern(
    r"挂牌(?:价|成交|出让|均价|量|督办|仪式|土地|房源|销售)|上市(?:量|期|季|旺季|价)"
)
"""What is told of goods, land and houses: 新蒜挂牌价."""
_EXCHANGE: Final = "交所"
"""What a stock exchange is called by for short, where others are listed: 赴纽交所上市."""
_ACCOUNT: Final = LazyPattern(r"发布(?:[\s|·｜]|$|\d{4}[-年])")
"""What the account of a place is called by: 清浦发布 2026-02-11."""
_GUARDED_UNLIKE: Final = guarded(
    rf"(?:与|不同于|和)(?P<name>[{_HAN}]{{2,4}})(?:不同|相比|不一样)，(?=[{_HAN}]{{2,5}})"
)
_COUNTED_BY: Final = guarded(rf"据(?P<name>[{_HAN}]{{3,8}}?)(?=(?:的?统计|监测|测算|估算)[，,显])")
_APPLICATION: Final = guarded(r"(?:App|APP)(?=[ 上里的]|团队|公司)")
_USED: Final = guarded(
    r"(?:App|APP)(?=[ 上里]|(?:将|已|近日|日前|于|宣布|正式|今日|昨日)*"
    r"(?:停止|停服|下架|上线|发布|推出|关停|更名|整改|被约谈|被下架))"
)
_BEFORE_APPLICATION: Final = LazyPattern(rf"(?P<name>{_NAME})[ ]?$")
_LONGEST_LATIN: Final = 60
_GUARDED_CODES: Final = (guarded(_CODE), guarded(_COPY_HEAD))


def _kind(name: str) -> str:
    """Return the expression of the cues of a kind, as a group."""
    return f"(?:{cue('names/context', name).pattern})"


@cache
def _marked() -> tuple[Guarded, ...]:
    """Return what finds names by what stands right before or behind them."""
    return tuple(
        guarded(one)
        for one in (
            rf"(?:^|\n)[【\[]?(?P<name>{_NAME})[：:](?=[^\n]{{4,}})",
            rf"{_kind('label')}[：:][ ]?(?P<name>{_NAME})",
            rf"{_kind('investor')}[ ]?(?P<name>{_NAME})(?=[，。、；\n]|$|和|与|及|担任)",
            rf"{_kind('judged')}(?P<name>[{_HAN}]{{3,8}}?)(?={_kind('pays')})",
            rf"(?P<name>{_FOREIGN})(?=[ ]?{_kind('foreign')})",
        )
    )


@cache
def _fragile() -> tuple[Guarded, ...]:
    """Return what finds ordinary words that are names; elsewhere in the text they are some only where they stand so."""
    quoted = rf"[“\"「](?P<name>{_NAME})[”\"」]"
    return tuple(
        guarded(one)
        for one in (
            rf"{_kind('kind')}{quoted}(?=[^的产概模产理口称]|的[^，。]{{0,6}}{_kind('customers')})",
            rf"{_kind('made')}了(?P<name>[{_HAN}]{{2,5}})(?=，(?:一[款家个]|专))",
            rf"{_kind('software')}{quoted}",
            rf"{quoted}是(?:一[个款家种]|[^，。；]{{1,8}}(?:做|办|推出|开发|旗下)的)[^，。；“”]{{0,14}}(?:社区|应用|平台|品牌|网站|小程序|软件|App|连锁|公司|工具)(?=[，。；、]|$)",
            rf"{_kind('called')}{quoted}的{_kind('offered')}",
            rf"{_kind('opened')}{quoted}",
            rf"(?<![打出好响唱]){quoted}(?=牌(?![照匾子坊位号证额打越在可要出唱效局面桌][{_HAN}]?)[{_HAN}])",
            rf"(?:名叫|名为|叫做|(?<=[家款])叫){quoted}的[^，。]{{0,5}}{_kind('offered')}",
            rf"(?:名叫|名为|叫做|(?<=[家款])叫)(?P<name>[{_HAN}]{{2,6}}?)的[^，。的]{{0,5}}(?:{_kind('offered')}|书店|餐[厅馆]|面馆|酒吧|民宿|小店|工厂)",
            rf"{quoted}(?=[^，。“”的应]{{0,4}}{_kind('run')})",
        )
    )


@cache
def _latin() -> tuple[Guarded, ...]:
    """Return what finds Latin names by what companies do, or what is done to them."""
    return (
        guarded(
            rf"(?<![A-Za-zÀ-ÿ.])(?<![A-Za-zÀ-ÿ&] )(?P<name>[A-Z][A-Za-zÀ-ÿ]{{2,}}"
            rf"(?:(?:[ ]| ?& ?)[A-Z][a-zÀ-ÿ]+){{0,2}})"
            rf"[ ]?(?={_TIME}?{_ADVERB}{{0,2}}{_kind('latin_act')})"
        ),
        guarded(
            r"(?:公司|企业|集团|厂商|制造商|零售商|巨头|独角兽)[ ]?"
            rf"(?P<name>[A-Z][a-z]{{2,}}[A-Za-z]*)(?=[ ]?[{_HAN}，。、（(])"
        ),
        guarded(
            r"(?:同业|同行|对手|[造售营应发销理务电外包贸口分运]商|[车药乳酒]企)[ ]?"
            rf"(?P<name>[A-Z][a-z]{{2,}}[A-Za-z]*)(?=[ ]?[{_HAN}，。、（(])"
            r"(?![ ]?(?:说|认为|称|表示|告诉|坦言|回忆|透露|介绍|得票))"
        ),
        guarded(
            rf"被[ ]?(?P<name>{_LATIN})(?=[ ]?(?:以[^，。]{{1,14}})?(?:收购|起诉|投资|并购|控股|私有化|买下|告上))"
        ),
        guarded(rf"(?:对于|对像|于像|。像|，像)[ ]?(?P<name>{_LATIN})(?=[ ]?(?:来说|而言|这样的))"),
        guarded(r"[与和][ ]?(?P<name>[A-Z][a-z]+[A-Za-z]*)(?=[ ]?(?:达成|签署|签订|合作|联合|合资|合并))"),
        guarded(rf"据[ ]?(?P<name>{_LATIN})(?=[ ]?(?:统计|监测|测算|估算))"),
        guarded(
            r"(?=[A-Z])(?<![A-Za-z.])(?<![A-Za-z&] )(?P<name>(?:[A-Z&][A-Za-z&-]*[ ]){1,4}"
            rf"(?:{any_of('latin_forms').pattern}))\.?(?![A-Za-z])(?=[ ]?[{_HAN}，。、（(]|$)"
        ),
        guarded(
            rf"{_kind('latin_bought')}(?:了)?[ ]?(?P<name>[A-Z][A-Za-z]{{2,}}(?:[ ][A-Z][a-z]+){{0,2}})(?![A-Za-z])"
        ),
    )


@cache
def _accounts() -> LazyPattern[str]:
    return LazyPattern(rf"(?=[去今同全当的G总营归净经股市毛]){_kind('account')}")


@cache
def _of_kinds() -> LazyPattern[str]:
    return LazyPattern(rf"(?=[品平软连应]){_kind('introduced')}(?P<name>[{_HAN}]{{3,5}}?)(?={_kind('ails')})")


def _is_no_head(phrase: str) -> bool:
    """Tell whether a phrase holds what never stands in a name."""
    return cue("names/context", "not_head").search(phrase) is not None


def by_context(text: str) -> Iterator[Span]:
    """Yield the places of names that only their surroundings give away."""
    signs = frozenset(text)
    for pattern in _marked():
        for match in pattern.finditer(text, signs):
            span = Span(match.start("name"), match.end("name"))
            line = text[span.end : span.end + _LINE].partition("\n")[0]
            coloned = text[span.end : span.end + 1] in {"：", ":"}
            if _may_be(span.of(text)) and (not coloned or _is_company_line(text, span, line)):
                yield span
    yield from _used(text, signs)
    for match in _COUNTED_BY.finditer(text, signs):
        if _may_be(match["name"]) or ends_as_company(match["name"]):
            yield Span(match.start("name"), match.end("name"))
    for pattern in () if signs.isdisjoint(_CAPITALS) else _latin():
        for match in pattern.finditer(text, signs):
            if match["name"] not in listed("latin"):
                yield Span(match.start("name"), match.end("name"))
    yield from _acting(text, signs)
    yield from _beside_codes(text, signs)
    yield from _beside_roles(text)
    yield from _with_accounts(text)
    yield from _of_kind(text)


def _used(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield names before App: the longest that ends there."""
    for match in _USED.finditer(text, signs):
        first = max(0, match.start() - _LONGEST_LATIN)
        named = _BEFORE_APPLICATION.search(text, first, match.start())
        if named and _may_be(named["name"]):
            yield Span(named.start("name"), named.end("name"))


def _is_company_line(text: str, span: Span, line: str) -> bool:
    """Tell whether a name before a colon is of whom the line tells, and not who says it: 秦越：我们有340人."""
    said = f"\n{text[span.start : span.end + 1]}"
    around = text[max(0, span.start - _FAR) : span.end + _FAR]
    speaks = around.count(said) > 1 or cue("names/context", "speaks").search(line) is not None
    return not speaks and cue("names/context", "company_line").search(line) is not None


def fragile_names(text: str) -> Iterator[Span]:
    """Yield the places where an ordinary word is the name of a company or an application."""
    signs = frozenset(text)
    for match in _APPLICATION.finditer(text, signs):
        end = match.start() - text.endswith(" ", 0, match.start())
        start = ending_at(text, end)
        if 2 <= end - start <= 5 and not _is_no_head(text[start:end]):
            yield Span(start, end)
    for pattern in _fragile():
        for match in pattern.finditer(text, signs):
            name = match["name"]
            words = plain_words(name)
            done = (word for word in words if len(word) > 1 or word == words[0])
            if not _is_no_head(name) and not any(word in listed("verbs") for word in done):
                yield Span(match.start("name"), match.end("name"))


def _acting(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield names at the head of a clause before what companies do."""
    for match in _acts().finditer(text):
        if match["name"].endswith(_EXCHANGE) or _PRICED.match(text, match.end()):
            continue
        sold = len(match["name"]) == 2 and text.startswith(_SELLS, match.end())
        start = max(match.start("name"), *(text.rfind(one, *match.span("name")) + 1 for one in "称说据"))
        new = _new(text[start : match.end("name")])
        lead = led_by(text[start : match.end("name")])
        start += lead if match.end("name") - start - lead > 1 else 0
        if (
            new
            and _new(text[start : match.end("name")])
            and not sold
            and not _ACCOUNT.match(text, match.end())
        ):
            yield Span(start, match.end("name"))
    for match in _GUARDED_UNLIKE.finditer(text, signs):
        if _new(match["name"]):
            yield Span(match.start("name"), match.end("name"))


@cache
def _acts() -> re.Pattern[str]:
    """Return what finds the head of a clause before what companies do."""
    acts, owns = any_of("acts"), any_of("owned")
    return re.compile(
        rf"(?:^|[，。；！？\n—：:、“”】丨 据称说]|就是|正是|(?<=[业司牌商头构兽])"
        rf"(?:(?<=企业)|(?<=公司)|(?<=品牌)|(?<=厂商)|(?<=巨头)|(?<=龙头)|(?<=机构)|(?<=独角兽))"
        rf"|(?<=[年天日月前])(?:(?<=[去今前]年)|(?<=[今昨]天)|(?<=[近昨今]日)|(?<=日前)|(?<=\d[年月日]))(?![初末底晚起来间至中度前后以内]))"
        rf"(?P<name>[{_HAN}]{{2,6}}?)"
        rf"(?=[ ]?{_TIME}?{_ADVERB}{{0,3}}(?:{acts.pattern})|的(?:{owns.pattern})|的“[^”]"
        rf"{{1,8}}”(?:也|已|在|上线|正式)|把[^，。]{{1,8}}(?:店|厂|总部|业务|库存|品牌|股权|股份|公司|用户|订单)|靠的?[^，。"
        rf"]{{1,12}}"
        r"(?:走红|出圈|起家|打开|直播间|盈利)|成为[^，。]{1,10}(?:公司|企业|品牌|平台|独角兽)|从不[^，。]{1,8}，它的)"
    )


def _with_accounts(text: str) -> Iterator[Span]:
    """Yield names at the head of a clause before what only a company has, which the text names again: 顺风达营收."""
    named: dict[str, int] = {}
    for match in _accounts().finditer(text):
        before = text[max(0, match.start() - _LONGEST - 1) : match.start()]
        head = _HEAD_NAME.search(before)
        if head is None:
            continue
        name, start = head["name"], match.start() - len(before)
        if name not in named and len(named) >= _MANY:
            continue
        if name not in named:
            named[name] = text.count(name)
        if named[name] > 1 and (_coined(name) or (named[name] > 2 and _introduced(text, name))):
            yield Span(start + head.start("name"), start + head.end("name"))


def _of_kind(text: str) -> Iterator[Span]:
    """Yield names that only the kind before them tells to be such: 长租公寓品牌安心居无故扣留押金."""
    for match in _of_kinds().finditer(text):
        if _coined(match["name"]):
            yield Span(match.start("name"), match.end("name"))


def _coined(name: str) -> bool:
    """Tell whether a phrase may be a name made of words and single characters that are none: 顺风达, not 母公司."""
    words = plain_words(name)
    if is_word(name) or _is_no_head(name) or is_person(name) or len(words) > _MOST_WORDS:
        return False
    if any(word in listed("verbs") or word in listed("barred") or word[-1] in _GENERAL for word in words):
        return False
    return any(len(word) == 1 or not is_word(word) for word in words)


def _introduced(text: str, name: str) -> bool:
    """Tell whether a name of everyday words is said to be that of a company: 生鲜平台咕咕到家."""
    return not _is_no_head(name) and any(f"{kind}{name}" in text for kind in _KINDS)


def _beside_codes(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield names right before the code of a share, or between it and a dash."""
    codes, copies = _GUARDED_CODES
    headed = _HEADED.match(text)
    head = headed["name"] if headed else ""
    for match in codes.finditer(text, signs):
        again = bool(head) and text.endswith(head, 0, match.start())
        start = match.start() - len(head) if again else ending_at(text, match.start())
        kind = _SORT.search(text, start, match.start() - 1)
        start = kind.end() if kind and not again else start
        if match.start() - start >= 2:
            yield Span(start, match.start())
    for match in copies.finditer(text, signs):
        yield Span(match.start("name"), match.end("name"))


def _beside_roles(text: str) -> Iterator[Span]:
    """Yield names behind 全资子公司, 收购, 国货 … and before 公告, 控股股东 …, as far as words may be names."""
    for match in any_of("before").finditer(text):
        end = starting_at(text, match.end())
        end -= text.startswith("大股东", end - 1)
        if is_word(text[match.end() - 1 : match.end() + 1]):  # 车企 of 电动车企业
            continue
        if 2 <= end - match.end() <= 8 and _new(text[match.end() : end]):
            yield Span(match.end(), end)
    for match in any_of("after").finditer(text):
        start = ending_at(text, match.start())
        if 2 <= match.start() - start <= 8 and _new(text[start : match.start()]):
            yield Span(start, match.start())


def _may_be(name: str) -> bool:
    """Tell whether a phrase at a place of names may be one: Latin, or with a word in no dictionary."""
    return name[0].isascii() or _new(name)


def _new(name: str) -> bool:
    """Tell whether a phrase is no word, holds one of no dictionary, and nothing that never stands in a name."""
    if is_word(name) or _is_no_head(name) or is_person(name):
        return False
    words = plain_words(name)
    if len(words) == 2 and words[-1] in _SHOP and words[0] not in listed("verbs") and len(name) <= 4:
        return True
    if any(word in listed("verbs") or word in listed("barred") for word in words) or len(words) > 3:
        return False
    loose = sum(len(word) == 1 for word in words)
    return (
        any(not is_word(word) for word in words if len(word) > 1)
        or (len(words) > 1 and loose >= len(words) - 1 > 1)
        or (len(words) > 1 and loose == len(words))
    )
