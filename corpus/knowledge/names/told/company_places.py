"""Names where nobody but a company stands: who is led, sells next door, has so many shops, or does what was spoken of.

Each pattern tells what stands right before and behind the name, which is then judged by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_large_place, is_person, is_place
from corpus.knowledge.names.shapes.coined import is_made_up, is_simplified
from corpus.knowledge.names.told.talk import is_of_trade, may_be
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from corpus.text.needed_signs import GuardedGroup, guarded, signs_of
from index.segment.quick import is_word, plain_words, word_class

_HAN: Final = "一-鿿"
_NAME: Final = rf"(?P<name>[{_HAN}]{{2,6}}?)"
_POST: Final = (
    r"(?:首席[一-鿿]{2,4}官|董事长|副?总经理|副?总裁|CEO|CFO|COO|CTO|行长"
    r"|董秘|财务总监|监事长|执行董事|独立董事|总工程师|掌门)"
)
_COUNT: Final = r"[\d,一二三四五六七八九十百千两几多]+"
_SITES: Final = (
    r"(?:门?店|社区点|网点|分店|直营店|加盟店|工厂|仓库?|车间"
    r"|生产线|柜台|专柜|基地|校区|门诊|影院|充电站)"
)
_TIME: Final = (
    r"(?:去年|今年|前年|昨天|今天|上个?月|这个月|上周|本周|近日|日前"
    r"|年初|年底|[上下]半年|最近|前阵子|\d{1,2}月|[一二三四]季度)"
)
_CLOSED: Final = r"[，。；、]|$"
_MOST_WORDS: Final = 3
_PERSON: Final = 3
"""No longer name may be a person's."""
_SIGNS: Final = ("p", "c", "u", "d", "r", "m", "y")


@cache
def _places() -> GuardedGroup:
    """Return what finds names where only a company, a shop or a brand stands."""
    return GuardedGroup(
        (
            guarded(
                rf"(?:出任|就任|接任|升任|担任|调任|转任|执掌|入职|时任|现任|曾任)(?:了|过)?{_NAME}(?=(?:新任|的|第[一二三四五六七八九十]任)?{_POST})"
            ),
            guarded(
                rf"(?:^|[。；，：！？\n“”]){_NAME}(?=(?:自己|自家|自身|目前|如今|现在|一共|总共|在[{_HAN}]{{2,4}})?(?:也|还|已|共)?(?:有|开了|开着|管着|铺了|建了){_COUNT}[来多余]?[个家座条间处]{_SITES})"
            ),
            guarded(
                rf"(?:隔壁|对门|斜对面|马路对面|街对面)的?{_NAME}(?={_TIME}|也|都|刚|就|则|早|新|又|还|正|已|开|关|卖|涨|降|进)"
            ),
            guarded(
                rf"一家[^，。；：]{{0,16}}?{_kind()}[：—]{{1,2}}{_NAME}"
                rf"(?={_TIME}?(?:{any_of('firm_only').pattern}|{any_of('acts').pattern}|也|已|将|正|在))"
            ),
            guarded(
                rf"(?:收下|收编|拿下|买下|吃下|吞下|盘下|并购|收购|入股|投资|投中|看中|参股|控股)了?(?:一家)?(?:专门?)?(?:做|卖|造|生产|经营|主打|开发|研发)[^，。；的]{{1,10}}的{_NAME}(?=[，。；、]|$|[\d.]+%|之后|后)"
            ),
            guarded(
                rf"(?:[家间]|企业|公司|工厂|作坊|小店|牌子|品牌)(?:就|也|还)?叫(?:做|作)?(?![苦好停板卖屈座价]){_NAME}"
                r"(?=的[^，。]{0,8}(?:公司|企业|厂|店|馆|坊|铺|基金|机构|品牌|平台|工作室|连锁|团队)|[，。；])"
            ),
            guarded(
                rf"(?:^|[，。；、给到去由被向和与跟是了])(?:一家)?(?:专门?)?(?:做|卖|造|生产|经营|主打|代工)[^，。；的做]{{1,8}}的{_NAME}"
                rf"(?={_CLOSED}|[会要能可]?(?:也|则|已|将|宣布|在|把|被|从)|{_TIME})"
            ),
            guarded(
                r"(?:买下|接手|收购|接盘|投资|出资|付钱|赔钱|起诉|中标|供货|代工)[^，。；的]{0,10}的(?:正|就|竟|居然|却)?是"
                rf"(?:(?:做|卖|造|生产|经营)[^，。；的]{{1,8}}的)?(?:当地|本地|同城)?(?:的)?{_NAME}(?={_CLOSED})"
            ),
            guarded(
                rf"[“「](?P<name>[{_HAN}]{{2,6}})[”」](?=的(?:运营方|开发方|运营商|开发商|开发者|出品方|母公司|东家|加盟商|注册用户|活跃用户|[月日]活(?!动)|下载量))"
            ),
            guarded(
                r"(?:招牌|牌匾|门头|执照|公章|抬头|落款|名片|发票|工牌|横幅|合同)[上里]?(?:的字|的名字|的户名)?(?:写|印|刻|挂|盖|签|登记|注册)(?:的|着|了)?(?:却|则|还)?(?:是|为)?"
                rf"[“「](?P<name>[{_HAN}]{{2,16}})[”」]"
            ),
        )
    )


def _kind() -> str:
    return f"(?:{cue('names/context', 'business').pattern})"


def in_company_places(text: str) -> Iterator[Span]:
    """Yield the names that stand in such places."""
    for pattern in _places().finders(signs_of(text)):
        for match in pattern.finditer(text):
            name = match["name"]
            quoted = match[0][0] in "“「" and not any_of("verbs").search(name)
            written = quoted or (text[match.start("name") - 1] in "“「" and ends_as_company(name))
            introduced = written or (
                is_made_up(name) and (match[0].startswith("一家") or match.end() == match.end("name"))
            )
            if may_be(name) or is_of_trade(name) or _is_new(name) or introduced:
                yield Span(match.start("name"), match.end("name"))


def _is_new(name: str) -> bool:
    """Tell whether a phrase holds a word of no dictionary, and none that is said of names: 镜泊|核装."""
    words = plain_words(name)
    if len(words) > _MOST_WORDS or is_word(name) or is_large_place(name) or not is_simplified(name):
        return False
    if is_person(name) or (len(name) <= _PERSON and name[0] in FAMILY):
        return False
    if any(_is_said(word) or is_place(word) for word in words):
        return False
    return any(len(word) > 1 and not is_word(word) for word in words)


def _is_said(word: str) -> bool:
    """Tell whether a word belongs to the sentence around a name and to none."""
    lists = ("verbs", "barred", "kinds")
    return word_class(word).startswith(_SIGNS) or any(word in listed(one) for one in lists)
