"""Names of two words at the head of a clause whose bearers decide, speak, employ or are dealt with: 亚通快线司机….

The first word is coined or hardly used, and the second says neither people nor a body nor a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_person, is_place
from corpus.knowledge.names.shapes.coined import is_core, is_simplified
from corpus.knowledge.names.told.agents import WHEN
from corpus.knowledge.phrases.company_words import listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from corpus.text.needed_signs import Guarded, guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_HAN: Final = "一-鿿"
_NOBODY: Final = LazyPattern(
    r"[局部委院所会网署处厅站村镇乡县市省区路街巷港山河湖队组员者人家生师长户民工手们方界层剧片书报赛杯奖节日案]$"
    r"|(?:专家|网友|司机|老板|记者|代表|政府|法院|大学|学院|[中小]学|医院|书记|经理|教授|院士|先生|女士|团队|机构|媒体|市场"
    r"|公园|广场|大厦|花园|小区|大道|车站|机场|基地|中心|公司|企业|平台|产业|行业|项目|工程|计划|系统|技术|模式|政策|制度|条例"
    r"|电影|小说|游戏|大会|论坛|航班|列车|疫情|病毒|疫苗)$"
)
_OF_TRADE: Final = ("n", "vn", "b", "j", "a")
_PEOPLE: Final = ("nr", "ns")
_SHORTEST: Final = 2
_LONGEST: Final = 3
_WORDS: Final = 2


@cache
def _acting() -> Guarded:
    """Return what finds the head of a clause before what somebody decides, or before an office of a company."""
    told = "|".join(cue("names/context", kind).pattern for kind in ("decides", "office"))
    return guarded(rf"(?:^|[。！？；，：\n])(?P<name>[{_HAN}]{{4,6}}?)(?={WHEN}{{0,2}}(?:{told}))")


def by_speakers(text: str) -> Iterator[Span]:
    """Yield the places of such names."""
    for match in _acting().finditer(text, frozenset(text)):
        if _may_be(match["name"]):
            yield Span(match.start("name"), match.end("name"))


def _may_be(name: str) -> bool:
    words = plain_words(name)
    own, *rest = words
    if (
        len(words) != _WORDS
        or not _SHORTEST <= len(own) <= _LONGEST
        or is_word(name)
        or is_person(name)
        or _NOBODY.search(name)
    ):
        return False
    trade = rest[0]
    if len(trade) < _SHORTEST or trade in listed("barred") or is_place(trade) or trade in listed("held"):
        return False
    if is_word(trade) and (
        not word_class(trade).startswith(_OF_TRADE) or word_class(trade).startswith(_PEOPLE)
    ):
        return False
    person = is_person(own) or (len(own) > _SHORTEST and own[0] in FAMILY)
    return is_core(own) and not (person or is_place(own)) and is_simplified(name)
