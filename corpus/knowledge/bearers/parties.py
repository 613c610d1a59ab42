"""One or several parties where a sentence names them: a firm, a person, or a list of such with who is joined to them.

被告青禾股份、岚岸实业应…, 杜若谦及其配偶许嘉禾支付…, 青禾股份与岚岸实业组成的联合体.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.phrases.own_names import is_name, tells_of_doing
from corpus.knowledge.phrases.persons import FAMILY, may_be_person
from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_REGISTERED: Final = LazyPattern(
    r"[一-鿿A-Za-z（）()·]{2,28}?(?:有限责任公司|股份有限公司|有限公司|（有限合伙）|\(有限合伙\)|合伙企业)"
)
_WHOSE: Final = LazyPattern(
    r"[一-鿿A-Za-z]{2,12}?(?:之|的)?(?:全资|控股|参股|下属|旗下)*(?:子公司|孙公司|公司)"
)
"""A firm and what the one named behind is to it."""
_PERSON: Final = LazyPattern(rf"[{FAMILY}](?:[一-鿿]{{2}}|某[某甲乙丙丁]?|[一-鿿])")
_BRACKET: Final = LazyPattern(r"[ ]?[（(][^（()）]{1,40}[）)]")
_JOIN: Final = LazyPattern(r"、|和|与|及其(?:配偶|妻子|丈夫|父亲|母亲|儿子|女儿|子女|关联方)|以及|及")
_WITH_THEM: Final = LazyPattern(
    r"及其(?:一致行动人|关联方|控制的企业|子公司|配偶|家族)|等[一二三四五六七八九十\d]*(?:人|家公司|名被告|方)?"
)
_HAN: Final = LazyPattern(r"[一-鿿]{3,8}")
_SHORTEST: Final = 3
_LONGEST: Final = 8
_FORM: Final = 4
"""How much longer a name may be with further words of its form: 青禾科技|股份."""
_NO_NAME: Final = LazyPattern(
    r"[的在将被把由向于应]|公司与|(?:决定|判决|判令|法院|申请|显示|请求|要求|通知|同意|生效)"
    r"|(?:支付|赔偿|归还|返还|偿还|退还|给付)"
)


@dataclass(frozen=True, slots=True)
class Party:
    """Who is named from ``start`` to ``end``: ``name`` without what stands in brackets."""

    start: int
    end: int
    name: str


def party_at(text: str, start: int, end: int, names: Sequence[PlatformMention]) -> Party | None:
    """Return the parties named from ``start`` on and before ``end``, ``None`` where nobody is named there."""
    place, name = start, ""
    while place < end:
        one = _one_at(text, place, end, names)
        if one is None:
            return None
        name += one.of(text)
        bracket = _BRACKET.match(text, one.end, end)
        behind = bracket.end() if bracket else one.end
        with_them = _WITH_THEM.match(text, behind, end)
        join = _JOIN.match(text, behind, end)
        joined = join is not None and _one_at(text, join.end(), end, names) is not None
        if join is None or not joined:
            name += with_them[0] if with_them else ""
            return Party(start, with_them.end() if with_them else behind, name)
        name += join[0]
        place = join.end()
    return None


def _one_at(text: str, place: int, end: int, names: Sequence[PlatformMention]) -> Span | None:
    """Return the one firm or person named at a place, a firm behind whose it is: 甲之子公司|江州青禾有限公司."""
    registered = _REGISTERED.match(text, place, end)
    if registered and not _NO_NAME.search(registered[0]):
        within = (one.span for one in names if one.span.end == registered.end() and one.span.start > place)
        own = next((one for one in within if _WHOSE.fullmatch(text, place, one.start)), None)
        return own or Span(place, registered.end())
    known = next((one for one in names if one.span.start == place and one.span.end <= end), None)
    if known:
        return known.span
    formed = _by_form(text[place : min(end, place + _LONGEST)])
    if formed:
        return Span(place, place + formed)
    person = _PERSON.match(text, place, end)
    while person:
        if may_be_person(person[0]):
            return Span(place, person.end())
        person = _PERSON.match(text, place, person.end() - 1)
    return None


def _by_form(words: str) -> int:
    """Return how long the firm is, by the last word of its name, that some words begin with, 0 for none."""
    han = _HAN.match(words)
    sizes = range(_SHORTEST, len(han[0]) + 1) if han else ()
    first = next((size for size in sizes if ends_as_company(words[:size]) and is_name(words[:size])), 0)
    longer = (size for size in sizes if first < size <= first + _FORM and ends_as_company(words[:size]))
    size = max(longer, default=first)
    return 0 if tells_of_doing(f"某{words[:size]}某") or _NO_NAME.search(words[:size]) else size
