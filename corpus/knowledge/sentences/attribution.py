"""Who a figure is attributed to: 据…统计, …数据显示, …预计, 数据来源：…"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue, patterns
from corpus.text.needed_signs import GuardedGroup, guarded, signs_of

_TABLE: Final = "sentences/attribution"


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
        if name + title and not re.fullmatch(r"[\d年月日]*", name + title):
            return name + title if title not in name else name
    return ""
