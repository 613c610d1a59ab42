"""Names of brands and firms in everyday talk: chosen, praised, complained of, on a sign, behind an application.

The verb of such talk and a coined name make one word for the segmentation, 只认苏谷, so that the name is told by what
stands right before and behind it, and judged by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_large_place, is_person
from corpus.knowledge.names.shapes.coined import has_tail, is_coined, is_made_up, is_simplified
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from corpus.text.needed_signs import Guarded, GuardedGroup, guarded, signs_of
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_HAN: Final = "一-鿿"
_NAME: Final = rf"[{_HAN}]{{2,6}}?"
_END: Final = r"[，。；：？！、“”\n]|$"
_CLOSED: Final = rf"(?={_END})"
_PERSON: Final = 3
"""No longer name may be a person's."""
_RARE: Final = 150
"""So often at most jieba counted what names are made of."""
_HARDLY: Final = 250
"""So often at most jieba counted words of any class that names are made of where nobody but a firm stands: 远航."""
_NAMES: Final = ("nz", "nr", "ns", "nt")
_LONGEST: Final = 4
_LISTS: Final = ("kinds", "barred", "verbs", "inner", "strong", "weak")
_BEFORE: Final = 4
_SELDOM: Final = 60
"""So often at most jieba counted a noun that a brand is called by: 檐下."""
_FIRM_TOO: Final = LazyPattern(r"公司|平台|App|门店|创始人|加盟|直营")
_POINTS: Final = frozenset("这那它他她我你该此其谁")
_SPOT: Final = LazyPattern(r"[家店间个里旁边口头面下上中年月日天人]$|[的第那这一]|(?:村|镇|街|巷)[口尾]")
"""What says where or when, and names nothing: 村口第一家."""
_PLACE_OF: Final = LazyPattern(r"[院街巷路村镇桥岸坡屋楼城]$|^(?P<twice>.)(?P=twice)$")
"""What else nobody but a house stands at, or who is kin, 爷爷: 后街是几个人开的书店."""
_MADE_OF: Final = LazyPattern(r"[漆木金银铜铁石布纸竹板字色]$")
"""What a sign is made of: 红漆的匾额."""
_APP: Final = LazyPattern(r"公司|平台|App|APP|小程序|应用|客户端|下载|网站|注册|软件")
_BOOKED: Final = LazyPattern(r"[上里](?:预约|下单|挂号|打卡|比价|充值)")
_AT: Final = frozenset("在从到")
_NEAR: Final = 60
_WORDY: Final = 4
"""So many signs of words alone are what is told, no name: 绿水青山, 控制面板."""
_FAMILIAR: Final = frozenset("老小阿大")
"""Before a family name these call somebody: 老张."""
_USUAL: Final = 2500
"""So often at most jieba counted an everyday noun that a firm is called by."""
_KINDS: Final = (
    "工作室|公司|品牌|平台|网店|小店|书店|[一-鿿]{1,2}[馆店铺坊]|餐厅|画室|民宿|客栈|应用|连锁|农场"
)
_BOUGHT: Final = "[买选换用投挑要订喝吃穿去]"
"""What people do with one of two things to choose from."""


def _told(name: str) -> str:
    """Return the expression of the cues of a kind, as a group."""
    return f"(?:{cue('names/context', name).pattern})"


@cache
def _two() -> Guarded:
    """Return what finds two things to choose from."""
    return guarded(
        rf"{_BOUGHT}(?P<one>{_NAME})还是[该要再]?{_BOUGHT}?(?P<two>{_NAME})(?=[，。；？！的更好]|$)"
    )


@cache
def _coined() -> GuardedGroup:
    """Return what finds coined names that are talked of."""
    return GuardedGroup(
        (
            guarded(rf"{_told('prefers')}(?P<name>{_NAME})(?=的|{_END})"),
            guarded(rf"{_told('complains')}(?P<name>{_NAME})(?=的(?![辣麻酸甜咸鲜香苦味])[{_HAN}])"),
            guarded(rf"{_told('hung')}(?P<name>{_NAME})(?=的?(?:招牌|牌子|匾额|旗号|字号))"),
            guarded(
                rf"(?:^|[，。；！？\n])(?P<name>{_NAME})(?=的?(?:招牌|口号|广告语|匾额|柜台|铺面|老主顾|掌柜))"
            ),
            guarded(rf"(?:^|[，。；！？\n“])(?P<name>{_NAME})(?={_told('swapped')})"),
            guarded(rf"还是(?P<name>{_NAME})(?=(?:更?好|稳|香|划算|靠谱|耐用|便宜)[，。？！吧])"),
            guarded(
                rf"(?:换|穿|用|喝|吃|买|开|坐|骑)过(?P<name>{_NAME})(?=的(?:人|都|朋友|车友|客人|顾客|用户))"
            ),
            guarded(rf"(?<=并入)(?P<name>{_NAME}){_CLOSED}"),
        )
    )


@cache
def _behind_it() -> GuardedGroup:
    """Return what finds whose a product, an application or a brand is, or who supplies something."""
    made = (
        r"(?:做|造|卖|生产|经营)[^，。；]{1,10}?(?:起家|多年|\d+年|[一二三四五六七八九十]+年[一-鿿]{0,4})?的"
    )
    return GuardedGroup(
        (
            guarded(
                rf"(?:{_told('whose')})(?:[^，。；的]{{0,10}}(?:商(?!人)|企业|公司))?(?:{made})?(?P<name>{_NAME})(?={_told('says')}|{_END})"
            ),
            guarded(
                rf"(?:供货|代工|代加工|承建|施工|中标|接盘|出资|掏钱|出钱|埋单)的(?:还|正|都)?是(?P<name>{_NAME}){_CLOSED}"
            ),
            guarded(rf"(?:则|都|多|大多|全部|均|后一笔|前一笔|一笔)?出自(?P<name>{_NAME}){_CLOSED}"),
            guarded(rf"(?:^|[，。；：“])(?P<name>{_NAME})[与和跟](?P<two>{_NAME})(?={_told('namesakes')})"),
            guarded(
                rf"(?:我们|我司|本公司|我行|本行)[与和跟](?P<name>{_NAME})(?=(?:之间)?(?:没有|无|毫无|并无|不存在)[^，。]{{0,4}}(?:关系|关联|往来|瓜葛))"
            ),
            guarded(rf"从(?P<name>{_NAME})(?=手[里中上](?:接|买|收|拿|抢|购|换|盘|分))"),
            guarded(
                rf"(?:^|[，。；！？\n])(?P<name>{_NAME})"
                rf"(?=的[{_HAN}]{{1,6}}(?:卖出|卖了|售出|出货|上新|断货|脱销)[^，。；\d]{{0,4}}\d)"
            ),
            guarded(
                rf"(?:反映|投诉|举报|曝光|吐槽|通报称?|称|发帖说)，?(?P<name>{_NAME})"
                rf"(?=的[{_HAN}]|收[了取]|拖欠|卷款|停工|失联|跑路|虚假|不退|拒[不绝]|以“|长期|擅自)"
            ),
            guarded(
                rf"(?:^|[，。；])(?P<name>{_NAME})[和与同](?P<two>{_NAME})(?=(?:宣布|正式|突然|官宣|闪电)+(?:合并|联姻|牵手|合体))"
            ),
            guarded(
                rf"被(?:[^，。；的]{{1,8}}的)?(?P<name>{_NAME})(?=(?:一口|整个|低价|高价|全资)?(?:吃下|吞下|收编|买走|吞并|收购|并购))"
            ),
            guarded(
                rf"(?:获得|获(?!得)|拿到|引入|等来|迎来|来自|由)了?(?P<name>[{_HAN}]{{2,4}}(?:资本|创投|基金|投资))"
                rf"(?=[ ]?的?(?:领投|独家|一家|包圆|单独|[\d.两数几]+[ ]?[亿万千百]+[^，。；]{{0,4}}元))"
            ),
            guarded(
                rf"(?:用于|投向|帮助|支持)(?P<name>{_NAME})(?=的(?:量产|研发|扩产|产线|建厂|扩张|海外|门店|交付))"
            ),
        )
    )


@cache
def _quoted() -> GuardedGroup:
    """Return what finds words in quotation marks that are the name of a brand or an application."""
    name = rf"[“「](?P<name>[{_HAN}A-Za-z0-9]{{2,8}})[”」]"
    return GuardedGroup(
        (
            guarded(
                rf"{name}(?=[这那]一?[块个家款种](?:老)?(?:牌子|品牌|应用|软件|平台|店|小店|铺子|招牌|App|小程序|网站))"
            ),
            guarded(rf"[在从到]{name}(?=[上里](?!的(?:人|我|他|她)){_told('ordered')})"),
            guarded(rf"{_told('opened_on_phone')}{name}"),
        )
    )


@cache
def _begun() -> tuple[Guarded, ...]:
    """Return what finds everyday words that a firm is called by: what it is, or does and has, is told."""
    return (
        guarded(
            rf"(?:^|[。！？\n])(?P<name>[{_HAN}]{{2,5}}?)(?=是[^。；“”]{{4,44}}?(?:办|开|创办|创立|做|拉扯|支)(?:起来?|了)?的"
            rf"[^，。；的]{{0,8}}(?:{_KINDS})(?:[，。；]|$))"
        ),
        guarded(
            rf"(?:^|[。！？\n])(?P<name>[{_HAN}]{{2,3}})(?=(?:[去今前]年|上半年|下半年|一年){_told('delivered')})"
        ),
        guarded(rf"(?:改名|更名|取名|起名)[叫为](?P<name>[{_HAN}]{{2,3}})(?=[，。；])"),
    )


@cache
def _having() -> Guarded:
    """Return what finds a word whose bearer has what only firms have."""
    return guarded(rf"(?<![{_HAN}])(?P<name>[{_HAN}]{{2,4}}?)的(?={_told('firm_has')})")


@cache
def _rumoured() -> Guarded:
    """Return what finds of whom it is rumoured what only firms do."""
    return guarded(
        rf"(?:传言称?|传闻称?|传出|据传|消息称|爆料称?|网传)，?(?P<name>{_NAME})(?=(?:正?准备|将|即将|正|拟|有意|打算|已经?|要|寻求)+"
        r"(?:卖身|出售|上市|融资|裁员|关停|关店|破产|退出|被收购|易主|赴港|启动|引入))"
    )


@cache
def _marked() -> Guarded:
    """Return what finds a word right behind of what kind its bearer is, with which the clause ends."""
    return guarded(rf"(?<=[{_HAN}]{{2}})(?:品牌|牌子|厂牌)(?P<name>[{_HAN}]{{2,4}})(?=[，。；、])")


@cache
def _recalled() -> Guarded:
    """Return what finds what a text begins to speak of."""
    return guarded(rf"(?:提起|说起|谈起|聊起|讲起|提到|说到|谈到)(?P<name>{_NAME})(?=，)")


def by_talk(text: str) -> Iterator[Span]:
    """Yield the places of coined names that people choose, praise or complain of, or that stand behind a product."""
    signs = signs_of(text)
    for match in _two().finditer(text, signs):
        one, two = match["one"], match["two"]
        if all(is_coined(name) and not _is_somebody(name) for name in (one, two)):
            yield Span(match.start("one"), match.end("one"))
            yield Span(match.start("two"), match.end("two"))
            yield from _elsewhere(text, one, two)
    for pattern in _coined().finders(signs):
        for match in pattern.finditer(text):
            if may_be(match["name"]) and not _MADE_OF.search(match["name"]):
                yield Span(match.start("name"), match.end("name"))
    yield from _recalled_in(text, signs)
    for pattern in _behind_it().finders(signs):
        for match in pattern.finditer(text):
            for group in match.re.groupindex:
                if may_be(match[group]) or is_of_trade(match[group]):
                    yield Span(match.start(group), match.end(group))


def _recalled_in(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield what a text begins to speak of by a name, and goes on with by its first word: 提起筑巢家装….挂出筑巢."""
    for match in _recalled().finditer(text, signs):
        name = match["name"]
        own = plain_words(name)[0]
        again = is_of_trade(name) and text.count(own) > text.count(name)
        if may_be(name) or again:
            yield Span(match.start("name"), match.end("name"))


def words_in_talk(text: str) -> Iterator[Span]:
    """Yield the places of everyday words in talk that are names: in quotation marks, or of what is told as a firm."""
    signs = signs_of(text)
    yield from _nouns_of_firms(text, signs)
    for match in _rumoured().finditer(text, signs):
        name = match["name"]
        if not (
            is_word(name)
            or _is_somebody(name)
            or name[0] in _POINTS
            or _SPOT.search(name)
            or any_of("verbs").search(name)
        ):
            yield Span(match.start("name"), match.end("name"))
    for match in _marked().finditer(text, signs):
        name = match["name"]
        before = plain_words(text[max(0, match.start() - _BEFORE) : match.start()])
        seldom = is_word(name) and word_frequency(name) <= _SELDOM and word_class(name).startswith(("n", "s"))
        noun = (
            seldom and before[-1:] and before[-1] not in listed("kinds") and before[-1] not in listed("weak")
        )
        if noun or name in listed("name_words"):
            yield Span(match.start("name"), match.end("name"))
    for quoted in _quoted().finders(signs):
        for match in quoted.finditer(text):
            if _names_an_app(text, match):
                yield Span(match.start("name"), match.end("name"))
    for pattern in _begun():
        for match in pattern.finditer(text, signs):
            name = match["name"]
            founded = pattern is _begun()[0]
            spot = _SPOT.search(name) or (founded and _PLACE_OF.search(name))
            new = founded and not is_word(name) and name[0] not in _POINTS
            if not spot and (new or (_is_noun(name) and (founded or _has(text, name)))):
                yield Span(match.start("name"), match.end("name"))


def _nouns_of_firms(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield nouns that firms are called by, which have what firms alone have and stand in the text again."""
    for match in _having().finditer(text, signs):
        name = match["name"]
        kept = text.count(name) > 1 or _FIRM_TOO.search(text)
        if kept and (
            name in listed("name_words") or (name in listed("noun_names") and _has_more(text, name))
        ):
            yield from _elsewhere(text, name)


def _elsewhere(text: str, *names: str) -> Iterator[Span]:
    """Yield the other places of names."""
    for name in names:
        for match in re.finditer(re.escape(name), text):
            yield Span(match.start(), match.end())


def _is_somebody(name: str) -> bool:
    """Tell whether a short name may be a person's."""
    if name[0] in _FAMILIAR and len(name) < _PERSON:
        return True
    return is_person(name) or (len(name) <= _PERSON and name[0] in FAMILY and not ends_as_company(name))


def may_be(name: str) -> bool:
    """Tell whether a phrase may be a name by itself: coined, or with what names end in, and nobody's own."""
    named = is_coined(name) or has_tail(name)
    return named and not _is_somebody(name) and is_simplified(name)


def is_of_trade(name: str) -> bool:
    """Tell whether a phrase names a firm by its trade: what names are made of, and what those of firms end in."""
    ends = any_of("strong", "weak", "houses", "tails").finditer(name, 2)
    form = next((one for one in ends if one.end() == len(name)), None)
    if form is None or _is_somebody(name):
        return False
    core = name[: form.start()]
    return len(core) <= _LONGEST and (_is_own(core) or is_coined(core) or is_made_up(core))


def _is_own(word: str) -> bool:
    """Tell whether a word may be the own part of a name where nobody but a firm stands: hardly used, of no list."""
    if is_large_place(word) or any(word in listed(one) for one in _LISTS):
        return False
    if not is_word(word):
        return len(plain_words(word)) == 1
    return (
        word_frequency(word) <= _HARDLY or word_class(word).startswith(_NAMES) or word in listed("name_words")
    )


def _is_noun(name: str) -> bool:
    """Tell whether a phrase is an everyday noun that a firm may be called by, or coined."""
    if not is_word(name):
        return may_be(name) or is_made_up(name)
    noun = word_class(name).startswith(("n", "z", "a")) and not word_class(name).startswith(
        ("nr", "ns", "nt")
    )
    return (noun or word_frequency(name) <= _RARE) and word_frequency(name) <= _USUAL


def _has(text: str, name: str) -> bool:
    """Tell whether a text says somewhere that the bearer of a word has what only firms have."""
    return re.search(rf"{re.escape(name)}的{_told('firm_has')}", text) is not None


def _has_more(text: str, name: str) -> bool:
    """Tell whether a text says of two things that only firms have that they are a word's: no 西瓜的订单 alone."""
    told = re.finditer(rf"{re.escape(name)}的(?P<own>{_told('firm_has')})", text)
    return len({one["own"] for one in told}) > 1


def _names_an_app(text: str, match: re.Match[str]) -> bool:
    """Tell whether words in quotation marks are a brand or an application: no 天堂, 两会, 图书角 or 绿水青山."""
    name = match["name"]
    if name in listed("name_words") or not all(map(is_word, plain_words(name))):
        return True
    if len(name) >= _WORDY or is_word(name):
        return False
    if match[0][0] not in _AT:
        return True
    around = text[max(0, match.start() - _NEAR) : match.start()] + text[match.end() : match.end() + _NEAR]
    return _APP.search(around) is not None or _BOOKED.match(text, match.end("name") + 1) is not None
