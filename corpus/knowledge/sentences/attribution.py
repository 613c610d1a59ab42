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
        if name and not title and cue(_TABLE, "own").search(name):
            continue
        if name + title and not re.fullmatch(r"[\d年月日]*", name + title):
            return name + title if title not in name else name
    return ""


def sources_of(sentence: str, places: Sequence[int]) -> list[str]:
    """Return the source of each figure of a sentence, by its place in it; several may each be told of their own part.

    据甲统计，用户9亿人；据乙分析，用户8亿人 has two: each goes on to the next. Else the sentence has one for all.
    """
    whole = attributed_source(sentence) if places else ""
    starts = [0, *(match.end() for match in _PART.finditer(sentence))] if whole else []
    parts = pairwise((*starts, len(sentence))) if len(starts) > 1 else ()
    told = [attributed_source(sentence[start:end]) for start, end in parts]
    if len(set(filter(None, told))) < _SEVERAL:
        return [whole] * len(places)
    for index in range(1, len(told)):
        told[index] = told[index] or told[index - 1]
    return [told[bisect_right(starts, place) - 1] for place in places]
