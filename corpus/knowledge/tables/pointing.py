"""Sentences that point to the table beside them, and what of them tells of it: 以下是各区用电量（亿千瓦时）."""

from __future__ import annotations

import re
from typing import Final

from index.lazy_pattern import LazyPattern

_POINTS: Final = LazyPattern(
    r"以下|下[表面列图]|见下|如下|见表|[本此]表|附表(?![ 　]?[\d一二三四五六七八九十])"
    r"|表[ ]?[\d一二三四五六七八九十]+[^\d]*(?:给出|列|显示|反映|是|为|所示)|所示|[:：]$"
    r"|(?:一张|这张|一份)[表图]|列表|汇总|整理|摘录|抄录|数据来自"
)
_LEAD: Final = LazyPattern(
    r"^[ 　]*(?:(?:为(?:便于|了)[^，,]{1,12}|其中|具体(?:来看|而言)?)[，,])?"
    r"(?:以下|下面|下[表列图]|[本此上]表|附表(?![ 　]?[\d一二三四五六七八九十])"
    r"|表[ ]?[\d一二三四五六七八九十]+|这是|这张表|现将|兹将|现把|我们(?:把|将)?|笔者(?:把|将)?)"
    r"(?:(?:中|里|内)?的?(?:数据|数字|所列))?(?:列出|给出|汇总|整理|展示|显示|反映|统计|摘录|比较|对比"
    r"|梳理|记录|是|为|列|中|的)?了?"
    r"(?:就?是|为)?(?!单位)"
)
_AT_A_GLANCE: Final = LazyPattern(
    r"^[ 　]*[一两]?[张份组]?(?:表|图|文|数据?)(?:[看读弄搞]?[懂清透])|^(?:带你)?看?一看(?=[一-鿿])"
)
_TAIL: Final = LazyPattern(
    r"的?(?:具体|详细)?(?:情况|数据|结果|变化|明细)?"
    r"(?:如下表?(?:所示)?|(?:请)?见[下附]表|列[于在]下表|(?:整理|汇总|公布|列表|列示|摘录)如下"
    r"|[请详]?[见如]表[ ]?\d+(?:所示)?)"
    r"(?P<unit>[（(][^（）()]*[）)])?[:：。]?$|[:：。]$"
)
_PARTS: Final = LazyPattern(r"[，,；;：:。](?![^（(]*[）)])")


def points(line: str) -> bool:
    """Tell whether a sentence points to a table beside it."""
    return _POINTS.search(line) is not None


def without_pointing(line: str) -> str:
    """Return a line without what only points to the table: 以下是各区用电量 → 各区用电量."""
    bare = _AT_A_GLANCE.sub("", line)
    lead = _LEAD.match(bare)
    bare = bare[lead.end() :] if lead else bare
    return _TAIL.sub(lambda tail: tail["unit"] or "", bare).strip(" 　的")


def told_in(sentence: str) -> tuple[str, ...]:
    """Return the clauses of a sentence that point to the table, without what only does so."""
    whole = _LEAD.match(sentence)
    bare = sentence[whole.end() :] if whole and whole.end() else sentence
    clauses = [one for one in _PARTS.split(bare) if one.strip()]
    if len(clauses) == 1 or (whole and whole.end()):
        return tuple(filter(None, (without_pointing(one) for one in clauses[:1])))
    pointing = [
        place for place, one in enumerate(clauses) if re.search(r"如下|下表|见表|列表|列于|列在|表\d", one)
    ]
    told = []
    for place in pointing:
        own = without_pointing(clauses[place])
        told.append(own or (without_pointing(clauses[place - 1]) if place else ""))
    return tuple(filter(None, told))


def stated_in(line: str) -> str:
    """Return what a line above a table tells of it: a sentence that points to it without that, others as they are."""
    told = told_in(line) if points(line) else ()
    return told[0] if told else _AT_A_GLANCE.sub("", line)
