"""The levels of a source by what they are called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.audit.numbers.number import Number
from corpus.audit.numbers.topics import topics_in

ALIKE: Final = 0.6
"""Share of a name that must be told with a level."""
_MOST: Final = 12
"""Numbers of one unit among which a name is looked for."""


def called(name: str, levels: Sequence[Number]) -> list[Number]:
    """Return the levels whose own words share most of a name; none where no level shares enough of it."""
    wanted = pairs_of(name)
    told = [(len(wanted & one.near), one) for one in levels[:_MOST]]
    most = max((many for many, _ in told), default=0)
    return [one for many, one in told if wanted and many == most >= ALIKE * len(wanted)]


def told_within(name: str, levels: Sequence[Number]) -> list[Number]:
    """Return the levels of whose own words a longer name holds at least half: 租户搬离率 of 观察期内的搬离率."""
    wanted = pairs_of(name)
    return [one for one in levels[:_MOST] if len(one.near & wanted) >= max(2, len(one.near) / 2)]


def only(levels: Sequence[Number]) -> Number | None:
    """Return the one level there is; ``None`` where there are several or none."""
    return levels[0] if len(levels) == 1 else None


def pairs_of(name: str) -> frozenset[str]:
    """Return the pairs of characters of a name."""
    return topics_in(name, (), 0, len(name))
