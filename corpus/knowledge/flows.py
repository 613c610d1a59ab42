"""What makes things more or fewer before their number: 新增2所高校 is no number of all there are."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from corpus.knowledge.metrics import worded_by

_REACH: Final = 80
"""So far before a figure the first item of its list is looked for, in code points."""


def flow_before(text: str, start: int, at: int) -> str:
    """Return the verb a number is told by, or the list it stands in, from ``start`` on; empty where it is none.

    新增2所高校、1所职业院校 tells both by 新增.
    """
    found = _pattern().search(text[max(start, at - _REACH) : at])
    return found["flow"] if found else ""


def flow_at_head(metric: str) -> str:
    """Return the verb a metric begins with that holds for every member of its list, empty where it is none."""
    flow = next((one for one in _flows() if metric.startswith(one)), "")
    flow += next((one for one in _flows() if flow and metric.startswith(one, len(flow))), "")
    return flow if len(metric) > len(flow) else ""


@cache
def _flows() -> tuple[str, ...]:
    return tuple(sorted((*worded_by("flows"), "获批"), key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    flows = "|".join(sorted(map(re.escape, worded_by("flows")), key=len, reverse=True))
    return re.compile(
        rf"(?P<flow>{flows})了?(?:约|近|超|逾|超过)?(?:[\d一二两三四五六七八九十][^，,。；;：:]*、)?$"
    )
