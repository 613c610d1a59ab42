"""Figures told on the word of another document of the library, which says otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from corpus.knowledge.document.places import SCOPE_OF, short_place
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
        quoted = _in_percent(item.statistic)
        found = [replace(one, statistic=_in_percent(one.statistic)) for one in told]
        alike = [one for one in found if _may_be_origin(quoted, one.statistic)]
        for origin in _named_alike(quoted, alike) or _worded_alike(quoted, alike):
            if not agree(quoted, origin.statistic):
                yield conflict_of(QUOTED_WRONGLY, item, origin, difference(quoted, origin.statistic))


def _in_percent(one: Statistic) -> Statistic:
    """Return a share of a thousand as one of a hundred: 5.6‰ quoted as 5.6% is told ten times too large."""
    if one.unit != "‰" or one.value is None:
        return one
    share = one.value / 10
    return replace(one, value=share, base_value=share, unit="%", base_unit="%")


def _may_be_origin(quoted: Statistic, other: Statistic) -> bool:
    """Tell whether a figure may be the one quoted: of one unit, both growths or neither, of no other time or place."""
    times = {one.period.start for one in (quoted, other) if one.period.start}
    places = {short_place(one.region) for one in (quoted, other) if one.region and one.region not in SCOPE_OF}
    unit = measured(quoted)[1]
    return (
        unit in ("", measured(other)[1])
        and quoted.direction == other.direction
        and (quoted.direction is None or not quoted.basis or not other.basis or quoted.basis == other.basis)
        and len(times) < 2
        and len(places) < 2
    )


def _named_alike(quoted: Statistic, told: Sequence[LocatedStatistic]) -> Sequence[LocatedStatistic]:
    """Return the figures of a document that have the metric of a quotation of it, none where one has its value."""
    named = [
        one
        for one in told
        if key_of(f"{quoted.region}{quoted.metric}")
        == key_of(f"{one.statistic.region}{one.statistic.metric}")
        or usual_metric(quoted.metric) == usual_metric(one.statistic.metric)
    ]
    return () if any(agree(quoted, one.statistic) for one in named) else named


def _worded_alike(quoted: Statistic, told: Sequence[LocatedStatistic]) -> Sequence[LocatedStatistic]:
    """Return the one finding of a document that a quotation of it tells in other words, none where that is unsure.

    None either where the document has the quoted value of anything else.
    """
    if any(agree(quoted, one.statistic) for one in told):
        return ()
    within = [one for one in told if _stands_in(one.statistic.metric, quoted.metric)]
    if len(within) == 1:
        return within
    near = sorted(
        ((_likeness(_words(quoted), _words(one.statistic)), at) for at, one in enumerate(told)), reverse=True
    )
    if not near or near[0][0] < _SAME_WORDS or (len(near) > 1 and near[0][0] - near[1][0] < _CLEARLY):
        return ()
    return (told[near[0][1]],)


def _stands_in(metric: str, quoted: str) -> bool:
    """Tell whether a quotation ends in what a document measures: 农村每百户已有空调 of 空调."""
    return len(metric) >= 2 and quoted.endswith(metric)


def _words(one: Statistic) -> str:
    return f"{one.region}{one.subject}{one.metric}"


@lru_cache(maxsize=4096)
def _likeness(one: str, other: str) -> float:
    """Return how much of the shorter of two wordings stands in the other, by their signs in pairs or alone."""
    left, right = (set(_SAYS_LITTLE.sub("", words)) for words in (one, other))
    short = min(len(left), len(right))
    return len(left & right) / short if short >= _FEWEST else 0.0
