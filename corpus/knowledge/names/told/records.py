"""Names that a record, the praise of an old house, a nickname or a word of who runs something gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.names.shapes.boundaries import ending_at, is_person, is_place
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.names.shapes.edges import only_words
from corpus.knowledge.phrases.company_words import any_of, ends_as_company
from corpus.model.span import Span
from corpus.text.needed_signs import guarded
from index.segment.quick import plain_words

_HAN: Final = "一-鿿"
_FULL: Final = 2
_NICKNAMED: Final = guarded(
    rf"[管把](?P<name>[{_HAN}]{{2,8}}?)(?:都|也|一直|习惯|亲切地|统统)*(?:戏称|习称|称|叫|唤|喊)(?:作|做|为|成)?[“\"「]"
)
"""Who is called by another name: 管恒泰达精密叫“小达”."""
_RECORD: Final = guarded(
    rf"(?:^|(?<=\n))(?:公司|企业|项目|公司名称|企业名称|项目名称|融资方|融资企业)[：:][ ]?"
    rf"(?P<name>[{_HAN}A-Za-z0-9 ·]{{2,14}})\n"
    r"(?=(?:轮次|融资轮次|金额|融资金额|投资方|领投方|时间|日期|行业|估值|成立时间)[：:])"
)
"""Whom a record of a round is about: 公司：稻壳能源, and 轮次：天使轮 in the next line."""
_OLD_HOUSE: Final = guarded(
    rf"(?:老字号|百年老店|老铺|老店)[“「]?(?P<name>[{_HAN}]{{1,3}}[堂坊记铺阁轩斋楼馆居号园庄])"
    rf"(?![{_HAN}])|(?<=老字号)(?P<told>[{_HAN}]{{1,3}}[堂坊记铺阁轩斋楼馆居号园庄])(?=的|在|从|也|又|已|去年|今年|把|将|重新|停)"
)
"""An old house by its name: 老字号丰裕楼."""
_RUN_BY: Final = guarded(
    rf"(?:[做运经]营?|开发|打理|出品|背后|操盘)(?:它|这[个款家]?[{_HAN}]{{0,3}}?|该[{_HAN}]{{2,3}})?的(?:是|公司是)?(?P<name>[{_HAN}]{{3,6}}?)(?=一共|总共|只有|共有|才|成立|是|的|，|。|刚|也)"
)
"""Who made or runs what the text tells of: 做它的望舒文化."""


_OTHER_FORM: Final = guarded(
    r"(?:，|（)?(?:人称|又称|又名|又叫|也叫|曾用名|原名|旧称|旧名|后来改名|后改名|改名为|更名为|正式更名|中文名|英文名)"
)
"""What leads from a company's name to another form of it."""
_LATIN_FORM: Final = guarded(
    r"(?<![A-Za-z])(?P<name>[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3})"
    r"(?=[ ]?[，（(]?(?:其|的)?(?:中文名|中译名|译名)(?:称|为|叫|是|：|[一-鿿“]))"
)
"""A Latin name before its Chinese form: Andersen Optik中文名安德森光学."""
_KINDS: Final = ("厂", "企业", "商", "店", "公司", "品牌", "巨头", "龙头", "平台")
"""With these ends what says of what kind the name behind is: 钢厂|鞍岭钢铁."""
_WORKS: Final = (
    "厂",
    "铺",
    "斋",
    "轩",
    "堂",
    "号",
    "坊",
    "百货",
    "商店",
    "商行",
    "公社",
    "客栈",
    "茶庄",
    "药房",
)


def by_record(text: str, signs: frozenset[str]) -> Iterator[Span]:
    """Yield whom a record, an old house's praise, a nickname or a word of who runs something gives a name."""
    for match in _NICKNAMED.finditer(text, signs):
        name, span = match["name"], _named(match)
        if not is_person(name) and (
            is_coined(name) or (ends_as_company(name) and not only_words(text, span))
        ):
            yield span
    for match in _RECORD.finditer(text, signs):
        yield _named(match)
    for match in _OLD_HOUSE.finditer(text, signs):
        yield Span(*match.span("told" if match["told"] else "name"))
    for match in _LATIN_FORM.finditer(text, signs):
        yield _named(match)
    for match in _OTHER_FORM.finditer(text, signs):
        start = ending_at(text, match.start())
        name = text[start : match.start()]
        if any_of("legal").search(name):
            continue
        words = plain_words(name)
        while len(words) > _FULL and words[0].endswith(_KINDS):
            start += len(words.pop(0))
        name, span = text[start : match.start()], Span(start, match.start())
        opens = not start or not text[start - 1].isalpha()
        works = (ends_as_company(name) and not only_words(text, span)) or (opens and name.endswith(_WORKS))
        if len(name) > _FULL and works and not is_person(name) and not is_place(name):
            yield span
    for match in _RUN_BY.finditer(text, signs):
        name, span = match["name"], _named(match)
        if is_coined(name) or (ends_as_company(name) and len(plain_words(name)) == _FULL):
            yield span


def _named(match: re.Match[str]) -> Span:
    return Span(match.start("name"), match.end("name"))
