"""Who a figure is attributed to: 据…统计, …数据显示, …预计, 数据来源：…"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from corpus.knowledge.cues.tables import cue, patterns
from corpus.text.needed_signs import GuardedGroup, guarded, signs_of
from index.lazy_pattern import LazyPattern

_TABLE: Final = "sentences/attribution"
_PART: Final = LazyPattern(
    r"[；;]|[，,](?=(?:而|但)?(?:另)?据[^，。；]{2,20}(?:数据|统计|分析|监测|报告|测算|预测|调查))"
)
"""Where a part of a sentence begins that may name a source of its own."""
_SEVERAL: Final = 2
_BEHIND: Final = LazyPattern(
    r"[了的]{0,2}(?:最新|首[份部]|第?[ ]?\d{1,4}[期次份部版卷]|年度)*(?P<d>《[^》]{1,80}》)"
)
"""The paper behind what its house is said to have done: 省统计局发布的|《县域经济年报》."""
_NAMED: Final = LazyPattern(
    r"《(?P<title>[^《》]{3,60}?(?:调查|报告|监测|评估|公报|年鉴|皮书|通报|统计|普查|[年季月周快简]报|公告|综述|概况|情况|状况|现状|拥有量|概览|手册|名录|实录|洞察|研究|分析|盘点|指数|一览表?|数据|结果)(?:[（(][^《》]{0,10}[）)])?)》(?!等|[、和与及]《)"
    r"|《(?P<told>[^《》]{5,60})》(?:一[文书]|[曾也还已就]|所|中|里)*(?:报道|写道|记载|提到|写[得着]|透露|披露)"
)
"""A paper that tells figures, by its kind or by what it is said to do."""


@cache
def _patterns() -> GuardedGroup:
    return GuardedGroup(guarded(one) for one in patterns(_TABLE, "told"))


def attributed_source(sentence: str) -> str:
    """Return the source a sentence names for its figures, empty where it names none."""
    for pattern in _patterns().finders(signs_of(sentence)):
        match = pattern.search(sentence)
        if not match:
            continue
        groups = match.groupdict()
        told = (groups.get("s") or "").strip()
        name = cue(_TABLE, "noise").sub("", told.rpartition("根据")[2] or told).strip(' “”"')
        title = groups.get("d") or ""
        if not title and (paper := _BEHIND.match(sentence, match.end())):
            title = paper["d"]
        if name and not title and cue(_TABLE, "own").search(name):
            continue
        if name + title and not re.fullmatch(r"[\d年月日]*", name + title):
            return name + title if title not in name else name
    return ""


def _by_paper(sentence: str, places: Sequence[int]) -> list[str]:
    """Return the one paper a sentence names for each figure behind its title, nothing for those before it."""
    named = [*_NAMED.finditer(sentence)] if "《" in sentence else []
    if len({one[0] for one in named}) != 1:
        return [""] * len(places)
    title, end = named[0]["title"] or named[0]["told"], named[0].end()
    return [f"《{title}》" if place >= end else "" for place in places]


def sources_of(sentence: str, places: Sequence[int]) -> list[str]:
    """Return the source of each figure of a sentence, by its place in it; several may each be told of their own part.

    据甲统计，用户9亿人；据乙分析，用户8亿人 has two: each goes on to the next. Else the sentence has one for all.
    """
    whole = attributed_source(sentence) if places else ""
    if places and not whole:
        return _by_paper(sentence, places)
    starts = [0, *(match.end() for match in _PART.finditer(sentence))] if whole else []
    parts = pairwise((*starts, len(sentence))) if len(starts) > 1 else ()
    told = [attributed_source(sentence[start:end]) for start, end in parts]
    if len(set(filter(None, told))) < _SEVERAL:
        return [whole] * len(places)
    for index in range(1, len(told)):
        told[index] = told[index] or told[index - 1]
    return [told[bisect_right(starts, place) - 1] for place in places]
