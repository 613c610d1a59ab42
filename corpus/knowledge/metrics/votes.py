"""Votes: how many somebody was given, and which share of all: 以575590票当选, 得票率."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_ELECTED: Final = LazyPattern(
    r"[ ]?(?:[（(][^（()）]{1,12}[)）])?[，,]?(?:成功)?(?:当选|胜选|胜出|落选|连任|获胜|落败|惜败)"
)
_BY: Final = LazyPattern(r"(?P<who>[一-鿿A-Za-z·]{2,12}?)[，,]?(?:仅|只|最终|则)*以(?:约|近)*$")
_DATED: Final = LazyPattern(r"\d|[时点日月年]$")
_GOT: Final = LazyPattern(r"(?:仅|只|共|最终)*(?:得到|获得|拿到|收获|获)了?(?:约|近|超过?)*$")
_SHARE_OF_VOTES: Final = LazyPattern(r"以?[\d,，.]+[万亿]?票")
_VOTES: Final = "得票"
_REACH: Final = 20


def of_votes(text: str, one: Statistic) -> Statistic:
    """Return votes, or a share of them, as somebody's 得票数 or as 得票率; any other figure as it is."""
    if one.unit == "%" and _SHARE_OF_VOTES.fullmatch(one.metric):
        return replace(one, metric=f"{_VOTES}率")
    if not one.unit.endswith("票"):
        return one
    before = text[max(one.evidence.start, one.figure.start - _REACH) : one.figure.start]
    by = _BY.search(before) if _ELECTED.match(text, one.figure.end) else None
    whose = by["who"].rpartition("的")[2] if by else ""
    if whose:
        return replace(one, metric=f"{_VOTES}数", subject=whose, basis="")
    got = _GOT.search(before) or one.metric.endswith("候选人")
    whose = one.subject or ("" if _DATED.search(one.metric) else one.metric)
    return replace(one, metric=f"{_VOTES}数", subject=whose) if got else one
