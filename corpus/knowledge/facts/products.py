"""What a company brings to market, and what it takes off it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from corpus.knowledge.facts.cues import cue, cue_pattern, guarded_cue
from corpus.knowledge.facts.masked_sentence import NAME, NUMBER, MaskedSentence
from corpus.knowledge.facts.undone import is_undone
from corpus.model.platform import PlatformFact
from corpus.model.statistic import NumberMention
from corpus.text.needed_signs import Guarded, guarded
from index.lazy_pattern import LazyPattern

_TITLE: Final = LazyPattern(r"[“《](?P<title>[^”》]{1,40})[”》]")
_ORDERED: Final = LazyPattern(r"(?:责令|勒令|要求)(?:其|该公司|公司)?(?:立即|限期|全面)?$")
"""Before what a company is told to do, and has not done by that: 被要求下架."""
_MADE: Final = LazyPattern(
    r"[新首][款车]|生产线|产线|车间|整车|量产|[首第][^，。]{0,8}[台辆架列]|[万亿]?[台辆架列][^，。]{0,8}$"
)
"""What tells of goods that come off the line: 首台整车下线."""
_OWN: Final = LazyPattern(
    r"(?:其|公司|旗下|该公司|集团)(?:自主|自行|独立|独家|首次|旗下|联合)*(?:研发|开发|研制|打造|的)"
)
"""Before what the company spoken of made itself."""
_RECALLED: Final = frozenset("辆台件部只盒袋瓶份箱批支个双套罐")
_NO_GOODS: Final = LazyPattern(
    rf"[于后以来]|的(?![^，。；“]{{0,8}}“[^”]{{1,16}}”)|不[到足]|[仅才满近](?={NUMBER}|[一二两三四五六七八九十半几\d])"
)
"""With what begins what stands behind a deed and is nothing brought out: 上线仅3天, but 近场服务."""
_PRICE: Final = LazyPattern(rf"(?:定价|售价|起售价|零售价)[^，。]{{0,6}}?(?P<number>{NUMBER})")


@cache
def _patterns() -> tuple[Guarded, Guarded]:
    verbs, behind = cue("launch", "verbs"), cue("launch", "behind")
    return (
        guarded(rf"(?P<verb>{verbs})了?(?P<what>[^，。；！？]{{2,40}})"),
        guarded(
            rf"(?P<what>“[^”]{{1,12}}”|《[^》]{{1,16}}》|[的首][^，。；的]{{2,12}}?)[^，。；]{{0,16}}?(?P<verb>{behind})"
        ),
    )


def launch(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield a product or service a company brings out, with its name and price."""
    told: set[str] = set()
    ahead, behind = _patterns()
    for match in ahead.finditer(masked.signs, masked.alphabet):
        clause = masked.clause_at(match.start())
        what = match["what"]
        if not clause.subject or clause.subject in told or _is_paper(what):
            continue
        supposed = cue_pattern("launch", "supposed").search(masked.signs, clause.start, match.start())
        if supposed or is_undone(masked, *match.span("verb")):
            continue
        certain = match["verb"] == "推出" or cue_pattern("launch", "new").search(what)
        direct = masked.signs[match.end("verb") : match.end("verb") + 1] == "了" and match["verb"] in {
            "上线",
            "开通",
        }
        if not (certain or direct) or _NO_GOODS.match(what):
            continue
        told.add(clause.subject)
        yield masked.fact(clause.subject, "launch", "推出", clause, _product(masked, what))
    for match in behind.finditer(masked.signs, masked.alphabet):
        clause = masked.clause_at(match.start())
        before = masked.signs[clause.start : match.start("what") + 1]
        owned = re.search(NAME, before) or _OWN.match(before)
        if is_undone(masked, *match.span("verb")):
            continue
        if clause.subject and clause.subject not in told and owned:
            told.add(clause.subject)
            title = _TITLE.search(masked.signs, match.start("what"), match.start("verb"))
            what = title[0] if title else match["what"]
            yield masked.fact(clause.subject, "launch", "推出", clause, _product(masked, what))


def _is_paper(what: str) -> bool:
    """Tell whether what is brought out is something to read: a report, 《…方案》, “…公告”."""
    papers, rules = cue_pattern("launch", "papers"), cue_pattern("launch", "rules")
    title = _TITLE.search(what)
    return papers.search(what[:16]) is not None or any(
        one.end() == len(name)
        for name in (what.rstrip("等"), title["title"] if title else "")
        for pattern in (papers, rules)
        for one in pattern.finditer(name)
    )


def _product(masked: MaskedSentence, what: str) -> dict[str, str]:
    """Return name and price of a product."""
    title = _TITLE.search(what)
    start = masked.signs.index(what)
    value = {"product": title["title"] if title else masked.told(start, start + len(what)).lstrip("的了")}
    price = _PRICE.search(masked.signs)
    if price:
        value["price"] = masked.number(price["number"]).span.of(masked.text)
    return value


def withdrawal(masked: MaskedSentence) -> Iterator[PlatformFact]:
    """Yield what a company recalls, stops or leaves."""
    told: set[str] = set()
    for match in guarded_cue("withdrawal", "cue").finditer(masked.signs, masked.alphabet):
        clause = masked.clause_at(match.start())
        if not clause.subject or clause.subject in told or re.match(r"[率价]", masked.signs[match.end() :]):
            continue
        if match[0] == "下线" and _MADE.search(masked.words(clause)):
            continue
        ordered = _ORDERED.search(masked.signs, clause.start, match.start())
        if ordered or is_undone(masked, *match.span()):
            continue
        told.add(clause.subject)
        counted = masked.numbers_in(match.start(), clause.end, ("number", "quantity"))
        counted = counted or _recalled(masked, match)
        value = masked.money(counted[0][1]) if counted else {}
        yield masked.fact(clause.subject, "withdrawal", "退出召回", clause, {"event": match[0], **value})


def _recalled(masked: MaskedSentence, match: re.Match[str]) -> list[tuple[int, NumberMention]]:
    """Return how many are called back, told in the clauses behind: 召回部分轿车，共计1.2万辆."""
    if match[0] != "召回":
        return []
    counted = masked.numbers_in(match.start(), len(masked.signs), ("number", "quantity"))
    return [one for one in counted if masked.money(one[1])["unit"][-1:] in _RECALLED]
