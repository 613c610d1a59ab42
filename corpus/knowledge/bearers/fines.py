"""The person a court fines: 被告人顾某犯受贿罪，并处罚金50万元 tells a fine of 顾某, who is named clauses before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.phrases.persons import FAMILY, is_person_name
from corpus.model.statistic import NO_PERIOD, Statistic
from index.lazy_pattern import LazyPattern

_PAID: Final = LazyPattern("罚金|罚款|没收|退赔|追缴|赃款|违法所得|受贿|贪污|行贿")
_WHO: Final = LazyPattern(
    rf"(?:被告人?(?P<accused>[一-鿿]{{2,3}}?)(?=犯)|(?P<tried>[{FAMILY}][一-鿿某]{{1,2}}?)[犯因](?=受贿|贪污|行贿|挪用))"
)
_DECIDED: Final = LazyPattern(
    r"对(?:当事人|时任[一-鿿]{2,8}?)?(?P<who>[一-鿿A-Za-z]{2,16}?)(?:责令|给予|处以?|予以|作出|并处|采取|罚款|没收)"
)
"""Whom a regulator decides on: 对陈某处以350万元罚款."""
_FINED: Final = LazyPattern(
    r"(?P<who>[一-鿿]{2,12}?)(?:分别|各自?|合计|共计?|累计|均)*被(?:处以?)?(?:罚款|罚金|罚)了?"
)

_BY_SALES: Final = LazyPattern(r"其[^，。；]{2,7}年度?[^，。；]{0,10}(?:销售额|营业额|收入|营收)[^。；]*$")
"""Before a fine that is so much of the sales of a year, which is not that of the fine."""
_ONLY_FINED: Final = LazyPattern(r"(?:再|又|也)?(?:因[^，。；]{1,16})?(?:再|又|也)?(?:被|遭)?(?:处)?罚")
"""A fine told by its verb alone: 又因数据问题罚."""
_BY_BODY: Final = LazyPattern(
    r"(?:被|由|遭)?[一-鿿]{2,16}(?:局|委员会|委|部|厅|署|法院|支行|海关|公安|证监会|监管总?局)(?:处以?|合计|累计|共)*(?P<what>罚款|罚没|没收)"
)
"""A fine with the body that gives it: 被临江市市场监管局罚款."""
_OFFICER: Final = LazyPattern(
    r"(?:董事长|经理|总监|董事|监事|秘书|总裁|负责人|责任人|控制人|[两三四五六七八九十]人)$"
)
"""Somebody fined who is told by the office held; the name of a measure is none of either."""


def with_fined_person(text: str, one: Statistic) -> Statistic:
    """Return a fine, or what was taken as a bribe, with the one person the sentence tells it of."""
    fined = _FINED.fullmatch(one.metric) if one.unit.endswith("元") else None
    if fined:
        who = fined["who"]
        named = is_person_name(who) or ends_as_company(who) or bool(_OFFICER.search(who))
        return replace(one, metric="罚款", subject=who if named else one.subject)
    if _PAID.search(one.metric) and _BY_SALES.search(text, one.evidence.start, one.figure.start):
        one = replace(one, period=NO_PERIOD)
    only = _ONLY_FINED.fullmatch(one.metric) if one.unit.endswith("元") else None
    if only:
        return replace(one, metric="罚款")
    by_body = _BY_BODY.fullmatch(one.metric) if one.unit.endswith("元") else None
    if by_body:
        return replace(one, metric=by_body["what"])
    if one.subject or not one.unit.endswith("元") or not _PAID.search(one.metric):
        return one
    part = text[one.evidence.start : one.figure.start]
    decided = _DECIDED.search(re.split("[；。]", part)[-1])
    if decided:
        known = is_person_name(decided["who"]) or ends_as_company(decided["who"])
        return replace(one, subject=decided["who"]) if known else one
    told = {
        match["accused"] or match["tried"]
        for match in _WHO.finditer(text, one.evidence.start, one.figure.start)
        if match["accused"] or is_person_name(match["tried"])
    }
    return replace(one, subject=told.pop()) if len(told) == 1 else one
