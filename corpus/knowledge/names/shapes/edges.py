"""Whether what ends as a name does stands there as one: no word goes on over its edges, and it names no mere kind."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from corpus.knowledge.names.shapes.weak_forms import OF_FIRMS
from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.model.span import Span
from corpus.text.geography import FOREIGN_COUNTRIES
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class
from index.segment.word_classes import NAMES_OR_SHORT

_AROUND: Final = 5
"""How far around a name its words are looked at, in code points."""
_KIND_BEHIND: Final = LazyPattern(r"[ ]?(?:公司|平台|企业)[ ]?[A-Z]")
_ACRONYM: Final = LazyPattern(r"[A-Z]{2,6}s?$|[A-Z]{2,}[a-z]+$|[a-zA-Z]{1,3}Ops$")
_LEGAL_FORM: Final = LazyPattern(
    r"(?:Pty|Co|Inc|Ltd|LLC|Corp|Plc|Group|Holdings?|Company)(?:[ .,]+(?:Ltd|Inc|LLC))?\.?"
)
_ACTS: Final = LazyPattern(
    r"[ ]?(?:集团|公司(?![ ]?[A-Z])|CEO|股价|市值|营收|财报|宣布|收购|旗下|股份|控股|发布|推出|表示|首席|创始人"
    r"|计划[收出投])"
)
_BOUGHT: Final = LazyPattern(r"(?:收购|入股|投资|控股|并购|起诉|对手|携手|联手|子公司|旗下)了?[ ]?$")
_SPEAKER: Final = LazyPattern(
    r"(?:主编|编辑|记者|作者|博士|教授|之父|教父|主席|工程师|专家|研究员|科学家|负责人|总裁|CEO|CTO"
    r"|首席[一-鿿]{2,3}官|董事长|创始人)[ ]?$"
)
_NOT_OF_IT: Final = frozenset("于已将也又均皆厂与和")
"""With these a word across the end is chance, 种业|已, or the name is that of a works, 阀门厂."""
_BOARDS: Final = ("科创板", "创业板", "北交所", "新三板")
"""Where shares are traded, told right behind a name: 光学|科创板."""
_COUNTRIES: Final = "|".join(
    (*FOREIGN_COUNTRIES, "欧洲", "欧美", "日韩", "北美", "东南亚", "海外", "外国", "外资", "本土", "中国")
)
_OF_A_COUNTRY: Final = LazyPattern(rf"(?:{_COUNTRIES})(?:公司|企业|平台)$")

_QUOTED: Final = '“「《"'
_CONTINUES: Final = LazyPattern(
    r"试验区|示范区|集聚区|基地|联盟|大赛|体系|领域|行业|协会|学会|学院|职业|中心|品[，。、牌领的]|专项|工程|枢纽|走廊|券|安全"
)
"""Behind an everyday word these make something else of it: 冷链物流基地, 康养旅游试验区."""
_LOOSE: Final = frozenset({"公司", "基金", "研究院", "研究所", "交易所", "算力"})
"""Forms that everyday words stand before as well as names do: 商业化公司, 安全基金."""
_FOUNDED: Final = LazyPattern(r"(?:创办|创立|创建|创业|加入|入职|名叫|叫做|旗下|收购|投资)的?$")
_JOINING: Final = ("p", "r", "u")
_FAR: Final = 40


@cache
def _told() -> re.Pattern[str]:
    """Return what tells of a company right behind its name."""
    words = "|".join(word for word in listed("firm_only") | listed("firm_next") if len(word) > 1)
    return re.compile(rf"[^，。；：、]{{0,8}}?(?:{words}|获悉|主要从事|全渠道|全年)")


EARNED: Final = ("营收", "营业收入", "营业利润", "营销费用", "营运资金")
"""Behind a name, what it earned; 东营 is no word in 京东营收."""


def starts_within_a_word(text: str, start: int) -> bool:
    """Tell whether a place is the middle of a plain word of two characters: 业美团 of 同业美团."""
    word = text[max(0, start - 1) : start + 1]
    return (
        len(word) > 1
        and word in plain_words(text[max(0, start - _AROUND) : start + _AROUND])
        and is_word(word)
    )


def cut_apart(text: str, span: Span) -> bool:
    """Tell whether a word stands across an edge of a phrase: 联农带农机 of 机制, 时代中国 of 新时代.

    A longer word that only begins with the last one of the name, 银行贷款, cuts nothing; one with a single character
    more does, 基金会. A registered name is never cut.
    """
    name = span.of(text)
    if any_of("legal").search(name) or name.endswith("事务所") or text.startswith(EARNED, span.end):
        return False
    last = _last_form(name)
    form = last.start() if last else len(name)
    place = begin = max(0, span.start - _AROUND)
    for word in plain_words(text[begin : span.end + _AROUND]):
        end = place + len(word)
        if len(word) > 1 and is_word(word):
            if place < span.start < end:
                return True
            if place < span.end < end and not (
                (word[-1] in _NOT_OF_IT and not (word[-1] == "厂" and place != span.start + form))
                or text.startswith(_BOARDS, span.end)
                or _goes_on(place, end, span, form)
            ):
                return True
        place = end
    return False


def _last_form(name: str) -> re.Match[str] | None:
    """Return the form word a name ends in or holds last: 银行 of 恒阜银行."""
    forms = list(any_of("strong", "weak").finditer(name))
    return forms[-1] if forms else None


def only_words(text: str, span: Span) -> bool:
    """Tell whether a phrase with the form of a name is made of everyday words and told of as a thing: 开源教育.

    A name of such words, 未来教育, is one where it stands in quotes or companies are spoken of around it.
    """
    name = span.of(text)
    if any_of("legal").search(name) or text[span.start - 1 : span.start] in _QUOTED:
        return False
    last = _last_form(name)
    if last is None or last.end() != len(name) or not last.start():
        return False
    form, everyday = last[0], last[0] in listed("everyday")
    if not everyday and form not in _LOOSE:
        return False
    if everyday and _CONTINUES.match(text, span.end):
        return True
    parts = plain_words(name[: last.start()])
    if any(not is_word(part) for part in parts):
        return False
    if everyday and all(part in listed("everyday") and part in listed("weak") for part in parts):
        return True
    if any(word_class(part).startswith(_JOINING) for part in parts):
        return True
    if any(len(part) > 1 and word_class(part) in NAMES_OR_SHORT for part in parts):
        return False
    done = form == "建设" and len(parts[0]) > 1 and word_class(parts[0]) == "v"
    if done or (form == "公司" and len(parts) == 1):
        return True
    around = text[max(0, span.start - _FAR) : span.start] + text[span.end : span.end + _FAR]
    if _FOUNDED.search(text, max(0, span.start - 6), span.start):
        return False
    return OF_FIRMS.search(around) is None and _told().match(text, span.end) is None


def _goes_on(place: int, end: int, span: Span, form: int) -> bool:
    """Tell whether a word across the end of a phrase is the last word of it with another one behind."""
    return place <= span.start + form and end - span.end > 1


def only_a_kind(text: str, span: Span) -> bool:
    """Tell whether a phrase says of what kind or country a company is, what a thing is, or who speaks.

    LLM of LLM 公司 Mistral, SBOM of SBOM 和行业合作, Corbet of 主编 Corbet; 以色列公司.
    """
    name = span.of(text)
    if _LEGAL_FORM.fullmatch(name):
        return True
    if not name.isascii():
        return _OF_A_COUNTRY.match(name) is not None
    before = text[max(0, span.start - 6) : span.start]
    if _KIND_BEHIND.match(text, span.end) or _SPEAKER.search(before):
        return True
    return _ACRONYM.match(name) is not None and not (_ACTS.match(text, span.end) or _BOUGHT.search(before))
