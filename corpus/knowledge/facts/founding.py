"""When a company was founded and by whom, and who takes or leaves its posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.facts.masked_sentence import NAME, Clause, MaskedSentence
from corpus.knowledge.facts.sentence_patterns import sentence_patterns
from corpus.knowledge.facts.undone import is_undone
from corpus.knowledge.facts.values import short_date
from corpus.knowledge.phrases.sentence_times import is_dated
from corpus.model.platform import PlatformFact
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, word_class

_FOUNDS: Final = LazyPattern(r"创[办立建]|成立|注册|办起|组建|创业")
_FELLOWS: Final = (
    "同事",
    "同学",
    "朋友",
    "校友",
    "好友",
    "老乡",
    "伙伴",
    "搭档",
    "战友",
    "妻子",
    "丈夫",
    "家人",
)
"""Behind 和 these are nobody's name: 和同事一起注册."""

_OF_ANOTHER: Final = LazyPattern(
    r"(?![，。；：、\s]{1,2}|.[，。；：、的]|公司|集团|品牌|平台|企业|项目|团队|联合|其|该|[一二两三四五几多][位名个])[一-鿿]{2}的?(?:联合)?创[始办]人"
)
"""A founder of somebody whose name was not found, right behind it."""
_SUCCEEDED: Final = LazyPattern(r"(?:接替|接任|取代|接棒)[^，。；]{0,8}$|(?:退休|离任|卸任|离职)的$")
"""Before whom somebody takes over from: 接替即将退休的林远."""
_FORMERLY: Final = LazyPattern(rf"(?:^|[，；：])[原前]{NAME}")
"""Before where somebody was until now: 原甲公司总监林远已接任…."""
_YET_TO_COME: Final = LazyPattern(r"将[于在]|即将|拟[于在]|计划[于在]|筹备")
"""What tells that a company is only to be founded."""
_COMMON: Final = ("n", "v", "a", "d")


def is_somebody(who: str) -> bool:
    """Tell whether what begins with a family name is no everyday word: 程序, 高层."""
    return not (is_word(who) and word_class(who) in _COMMON)


def _is_whole(masked: MaskedSentence, match: re.Match[str]) -> bool:
    """Tell whether a person's name is no part of longer words; a foreign one shows it by itself."""
    foreign = "·" in match["who"] or match["who"].isascii()
    return foreign or masked.is_word_between(match.start("who"), match.end("who"))


def founding(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield when a company was founded, and by whom."""
    told: set[str] = set()
    dates: set[int] = set()
    for _, match in (
        sentence_patterns("founded").matches(masked.signs, masked.alphabet) if masked.counts else ()
    ):
        clause = masked.clause_at(match.start("date"))
        company = _company(masked, match, clause)
        number = masked.number(match["date"])
        if _YET_TO_COME.search(match[0]):
            continue
        new = company not in told and match.start("date") not in dates
        if company and new and is_dated(number) and number.start_date:
            told.add(company)
            dates.add(match.start("date"))
            end = masked.clause_at(match.end() - 1).end
            said = {"text": masked.told(min(match.start(), clause.start), end)}
            yield masked.fact(company, "founded", "成立", clause, said, short_date(number))
    named: set[str] = set()
    for _, match in sentence_patterns("founder").matches(masked.signs, masked.alphabet):
        clause = masked.clause_at(match.start("who"))
        company = _company(masked, match, clause)
        if not match.groupdict().get("name"):
            company = _named_before(masked, match.start(), company)
        whole = _is_whole(masked, match)
        whole = whole or masked.signs.startswith("于", match.end("who"))
        whole = whole and not match["who"].endswith(_FELLOWS) and is_somebody(match["who"])
        if not match.groupdict().get("name") and _OF_ANOTHER.match(masked.signs[max(0, match.start() - 2) :]):
            continue
        if company and company not in named and whole:
            named.add(company)
            yield masked.fact(company, "founder", "创始人", clause, {"text": match["who"]}, "")


def _founded_behind(masked: MaskedSentence, place: int, company: str) -> bool:
    """Tell whether a company is named behind a place only, as founded: who left another post founded it then."""
    if company in map(masked.name, re.findall(NAME, masked.signs[:place])):
        return False
    founded = _FOUNDS.search(masked.signs, place)
    return founded is not None and company in map(
        masked.name, re.findall(NAME, masked.signs[founded.end() :])
    )


def _named_before(masked: MaskedSentence, place: int, company: str) -> str:
    """Return a company that is named before its founder; one only named behind is where he did something else."""
    before = [masked.name(sign) for sign in re.findall(NAME, masked.signs[:place])]
    return before[-1] if before and company not in before else company


def _company(masked: MaskedSentence, match: re.Match[str], clause: Clause) -> str:
    """Return whom a match names, else whom its clause speaks of."""
    sign = match.groupdict().get("name")
    return masked.name(sign) if sign else clause.subject


def people(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield who takes or leaves a post of a company."""
    seen: set[str] = set()
    for event, match in sentence_patterns("people").matches(masked.signs, masked.alphabet):
        clause = masked.clause_at(match.start("event"))
        company = masked.name(match["company"]) if match["company"] else clause.subject
        whole = _is_whole(masked, match) and is_somebody(match["who"])
        if is_undone(masked, *match.span("event")):
            continue
        if event == "joins" and _SUCCEEDED.search(masked.signs, 0, match.start("who")):
            continue
        if not match["company"] and masked.signs.endswith("是", 0, match.start()):
            continue
        if not match["company"] and _FORMERLY.search(masked.words(clause)):
            continue
        told = match["company"] or match["post"] or not _founded_behind(masked, match.end(), company)
        if not company or match["who"] in seen or not whole or not told:
            continue
        seen.add(match["who"])
        value = {"person": match["who"], "event": event, "post": match["post"] or ""}
        yield masked.fact(company, "people", "人事", clause, value)
