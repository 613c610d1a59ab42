"""By which measure the next part is told, read off that of the part before: 本科生落实率91%，硕士生93%."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clauses import OWN_HEAD
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.regions import REGION
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

_HEAD: Final = 2
"""What things of one kind end in, in code points: 高新技术企业, 科技型中小企业."""
_IS_PLACE = LazyPattern(rf"(?:{PLACE_END}|{REGION.pattern})$")
_INDEX = LazyPattern(r"[A-Za-z]{2,5}(?:指数)?$")
"""How an index is named by letters: PMI."""


def part_of(metric: str, who: str, *, within: bool) -> str:
    """Return what a share of ``who`` is of, by the one told before: of its whole, or ``within`` its part; else nothing.

    出口占产值的七成，其中欧洲四成 → 欧洲占出口; 线上占营收的54%，线下46% → 线下占营收.
    """
    part, of, whole = metric.partition("占")
    return f"{who}占{part if within else whole}" if part and of and whole else ""


def kind_within(metric: str, words: str) -> str:
    """Return the kind a metric begins with of which words name one alone: 医院 of 其中公立医院; else nothing."""
    who = words.removeprefix("其中")
    sizes = range(min(len(who) - 1, len(metric) - 1), 1, -1) if words.startswith("其中") else range(0)
    return next((metric[:size] for size in sizes if who.endswith(metric[:size])), "")


def like_beside(metric: str, who: str) -> str:
    """Return what a metric begins with that is the like of ``who``: 本科生 of 本科生落实率, 硕士生; else nothing."""
    if len(who) < _HEAD or OWN_HEAD.search(who) or metric.startswith(who):
        return ""
    if word_class(who) == "ns" or _IS_PLACE.search(who):
        return ""
    whole, inside, rest = metric.partition("中的")
    if inside and len(whole) >= _HEAD and OWN_HEAD.search(rest):
        return whole
    sizes = (size for size in (len(who), len(who) - 1, len(who) + 1) if size >= _HEAD)
    heads = (metric[:size] for size in sizes if metric[size - 1 : size] == who[-1])
    return next(
        (one for one in heads if OWN_HEAD.search(metric, len(one)) or _INDEX.search(metric, len(one))), ""
    )
