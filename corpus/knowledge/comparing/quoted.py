"""Figures told on the word of another document of the library, which says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from corpus.knowledge.comparing.comparison import (
    QUOTED_WRONGLY,
    LocatedStatistic,
    agree,
    conflict_of,
    measured,
)
from corpus.knowledge.comparing.told_difference import difference
from corpus.knowledge.phrases.metrics import key_of, usual_metric
from corpus.model.statistic import Conflict, Statistic
from index.lazy_pattern import LazyPattern

_CITED: Final = LazyPattern(r"《([^》]+)》")
_SAME_WORDS: Final = 0.7
"""So much of the shorter of two wordings stands in the other: 没读过纸质书的村民, 村民没有读过一本纸质书."""
_CLEARLY: Final = 0.15
"""By so much more than any other finding of the document the one that is quoted is like the quotation."""
_FEWEST: Final = 4
"""Wordings of fewer signs are alike by chance."""
_SAYS_LITTLE: Final = LazyPattern(r"[的了过着们有个其中在里内之一受访者占比例率]")


def cited_title(source: str) -> str:
    """Return the title of the document a source names, empty where it names none."""
    cited = _CITED.search(source)
    return cited[1] if cited else ""


def quoted_wrongly(items: Sequence[LocatedStatistic]) -> Iterator[Conflict]:
    """Yield figures told on the word of another document of the library that says otherwise."""
    titled: defaultdict[str, list[LocatedStatistic]] = defaultdict(list)
    for item in items:
        if item.title:
            titled[item.title].append(item)
    for item in items:
        title = cited_title(item.statistic.source)
        told = [one for one in titled.get(title, ()) if one.article != item.article] if title else []
        if not told:
            continue
        origins = [one for one in told if _named_alike(item.statistic, one.statistic)]
        for origin in origins or _worded_alike(item, told):
            if not agree(item.statistic, origin.statistic):
                yield conflict_of(QUOTED_WRONGLY, item, origin, difference(item.statistic, origin.statistic))


def _named_alike(one: Statistic, other: Statistic) -> bool:
    """Tell whether two figures are of one metric, told in one unit."""
    return (
        key_of(f"{one.region}{one.metric}") == key_of(f"{other.region}{other.metric}")
        or usual_metric(one.metric) == usual_metric(other.metric)
    ) and measured(one)[1] == measured(other)[1]


def _worded_alike(item: LocatedStatistic, told: Sequence[LocatedStatistic]) -> Sequence[LocatedStatistic]:
    """Return the one finding of a document that a quotation of it tells in other words, none where that is unsure.

    None either where the document has the quoted value of anything else.
    """
    quoted = item.statistic
    same_unit = [one for one in told if measured(one.statistic)[1] == measured(quoted)[1]]
    if any(agree(quoted, one.statistic) for one in same_unit):
        return ()
    near = sorted(
        ((_likeness(_words(quoted), _words(one.statistic)), at) for at, one in enumerate(same_unit)),
        reverse=True,
    )
    if not near or near[0][0] < _SAME_WORDS or (len(near) > 1 and near[0][0] - near[1][0] < _CLEARLY):
        return ()
    origin = same_unit[near[0][1]]
    times = {one.period.start for one in (quoted, origin.statistic) if one.period.start}
    return (origin,) if len(times) < 2 else ()


def _words(one: Statistic) -> str:
    return f"{one.region}{one.subject}{one.metric}"


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    """Return how much of the shorter of two wordings stands in the other, by their signs in pairs or alone."""
    left, right = (set(_SAYS_LITTLE.sub("", words)) for words in (one, other))
    short = min(len(left), len(right))
    return len(left & right) / short if short >= _FEWEST else 0.0
