"""Flows told from stocks by the verb before a count: 新增2所高校 does not say how many 高校 there are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from corpus.knowledge.phrases.metrics import worded_by
from index.segment.quick import plain_words

_REACH: Final = 80
"""So far before a figure the first item of its list is looked for, in code points."""
_SHORTEST: Final = 2


def flow_before(text: str, start: int, at: int) -> str:
    """Return the verb a number is told by, or the list it stands in, from ``start`` on; empty where it is none.

    新增2所高校、1所职业院校 tells both by 新增.
    """
    before = text[max(start, at - _REACH) : at]
    found = _pattern().search(before) or _issued().search(before)
    return found["flow"] if found else ""


def flow_over_names(text: str, start: int, at: int) -> str:
    """Return the verb of a clause that first names some of the things it counts: 新开工晏城至表白寺等2个项目."""
    found = _named_first().search(text[max(start, at - _REACH) : at])
    return found["flow"] if found else ""


def flow_at_head(metric: str, *, alike: bool = False) -> str:
    """Return the verb a metric begins with that holds for every member of its list, empty where it is none.

    What is only made, built or settled holds for members that are counted alike.
    """
    flow = next((one for one in _flows() if metric.startswith(one)), "")
    flow += next((one for one in _flows() if flow and metric.startswith(one, len(flow))), "")
    if not flow and alike:
        deed, *rest = plain_words(metric) or [""]
        deed, rest = (deed + rest[0], rest[1:]) if rest and deed == "新" else (deed, rest)
        flow = deed if rest and deed.removeprefix("新") in worded_by("makes") and _names(rest) else ""
    return flow if len(metric) > len(flow) else ""


def _names(rest: Sequence[str]) -> bool:
    """Tell whether the words behind a deed name what it is done to, and not its price: 服务单价为科目一."""
    return len(rest[0]) >= _SHORTEST and not any("为" in word for word in rest)


@cache
def _flows() -> tuple[str, ...]:
    return tuple(sorted((*worded_by("flows"), "获批"), key=len, reverse=True))


@cache
def _deeds() -> str:
    return "|".join(sorted(map(re.escape, {*_flows(), *worded_by("makes")}), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<flow>(?:(?:{_deeds()})[、和])*(?:{_deeds()}){{1,2}})了?(?:全国|全省|全市|全球)?(?:约|近|超|逾|超过)?"
        r"(?:[\d一二两三四五六七八九十][^，,。；;：:\n]*(?:、|和|以及|及|(?:国家|地区|城市|县|区)的))?$"
    )


@cache
def _issued() -> re.Pattern[str]:
    """Return what finds the verb of a clause on measures, told for or to what they are: 出台推动高质量发展21条措施."""
    return re.compile(
        r"(?:^|[，,。；;：:\n])(?:全面|积极|加快|认真|先后|研究|制定)?(?P<flow>出台|落实|提出|推出|制定|实施)"
        r"(?:支持|推动|促进|推进|优化|加快|省|市|国)[^，,。；;：:\n\d]{2,30}$"
    )


@cache
def _named_first() -> re.Pattern[str]:
    """Return what finds the verb of a clause that first names some of the things it then counts."""
    return re.compile(
        rf"(?:^|[，,。；;：:\n])(?P<flow>(?:{_deeds()}){{1,2}})[^，,。；;：:\n\d《》]{{2,40}}?"
        r"(?:等|、[^，,。；;：:、\n\d《》]{1,12})(?:约|近|超|逾|超过)?$"
    )
