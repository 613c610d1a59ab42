"""How a number is told to move: it is a level, or what something rose or fell by, and in which direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from corpus.knowledge.cues.tables import cue_words
from index.lazy_pattern import LazyPattern

_TABLE: Final = "movements"
_KINDS: Final = {"up": ("risen", "up", "onwards"), "down": ("down", "backwards")}
_LONGEST: Final = 5
"""Characters of the longest verb of a movement."""
_ALONE: Final = frozenset("涨升跌降")
"""Verbs of one character that tell a movement wherever they stand in a clause."""
_RESULTS: Final = {
    "left over": LazyPattern(r"盈利|净利润(?!亏)|赚|结余|节余|盈余|顺差"),
    "lacking": LazyPattern(r"亏损|净亏|赔|亏空|超支|透支|赤字|逆差"),
}
"""Words for what was left over or gained, and for what was lacking or lost."""
_SIDES: Final = {
    "above": LazyPattern(r"高于|高出|超出|领先"),
    "below": LazyPattern(r"[还尚仍]差|落后|不及|还?欠缺"),
}
"""Words that what is compared with lies below or above."""
_PRICES: Final = LazyPattern(r"(?:名义|实际)(?=同比|增长|增速|增幅|上升|上涨|提高|下降|下跌|减少)")
_QUALIFIED: Final = LazyPattern(
    r"(?:了|大?约|将?近|接近|超过|超|逾|突破|不到|不足|不低于|达到|达|高达|为|是|仅|只|整整|[\s（(+])+\Z"
)
_ARRIVING: Final = frozenset("到至为成")
_BEHIND: Final = LazyPattern(
    r"的?(?:(?P<up>增长|上升|增速|增幅|增长率|涨幅|升幅)|(?P<down>下降|减少|降幅|跌幅|减幅))(?![到至])"
)
_COMPARED: Final = LazyPattern(
    r"[比较][^，,。；;比较]{1,12}?(?:(?P<up>[高快大])|(?P<down>[低慢小]))[出了]?\Z"
)
"""比去年高9.5个百分点."""
_BASIS: Final = LazyPattern(
    r"(?P<year>同比|[比较](?:上年|去年))|(?P<last>环比|[比较](?:上(?:个?月|季)|\d{1,2}月))"
)
_FROM: Final = LazyPattern(r"[由从自][^，,。；;]{0,12}\Z")
_POINT: Final = LazyPattern(
    r"(?<![较比])(?:(?P<first>[年季月期]初)|(?P<last>[年季月期][末底]|截[至止](?=[^，,。；;]{0,12}[末底日])))"
)
_SETTLED: Final = LazyPattern(r"[，,。；;\d]")
_ONWARDS: Final = LazyPattern(r"[^，,。；;\d]{1,16}?[到至为成]")


@dataclass(frozen=True, slots=True)
class Movement:
    """What a number is in a movement: ``by`` how much or a level, ``way`` up, down or open, ``begins`` it."""

    by: bool = False
    way: str = ""
    begins: bool = False
    basis: str = ""
    """What it is measured against: the year before or the stretch before."""

    def is_against(self, other: Movement) -> bool:
        """Tell whether two movements cannot be the same: opposite ways, or where one begins the other ends."""
        if self.by != other.by:
            return False
        opposite = bool(self.way and other.way) and self.way != other.way
        if self.basis and other.basis and self.basis != other.basis:
            return True
        told = (self.way or self.begins) and (other.way or other.begins)
        return opposite or bool(told and self.begins != other.begins)


STANDING: Final = Movement()


def movement_of(lead: str, unit: str, behind: str) -> Movement:
    """Return the movement told by the words right before a number and right behind it."""
    words = _QUALIFIED.sub("", lead)
    reached = _way_reached(lead.rstrip("了约近 ")) or _way_reached(words)
    if reached:
        return Movement(way=reached)
    grown = _way_told(words)
    if grown:
        return Movement(by=True, way=grown, basis=_basis_of(lead))
    compared = _COMPARED.search(words)
    if compared:
        return Movement(by=True, way=compared.lastgroup or "", basis=_basis_of(lead))
    after = _BEHIND.match(behind)
    if after:
        return Movement(by=True, way=after.lastgroup or "")
    onwards = _ONWARDS.match(behind) if _FROM.search(lead) else None
    if onwards and _way_reached(onwards[0].replace("了", "")):
        return Movement(begins=True)
    return Movement(by=unit == "个百分点")


def point_of(before: str, movement: Movement) -> str:
    """Return which end of a stretch of time a number is told of, ``first`` or ``last``; empty where none is named.

    In 由年初的86家减至81家 the first is of the beginning; what something came to is of the end that was named before.
    """
    named = list(_POINT.finditer(before))
    came_to = bool(movement.way) and not movement.by
    if came_to or (named and _SETTLED.search(before, named[-1].end())):
        named = [one for one in named if one.lastgroup == "last"]
    return named[-1].lastgroup or "" if named else ""


def are_turned(clause: str, other: str) -> bool:
    """Tell whether two clauses tell a movement or a result the other way round: 增长 and 下降, 盈利 and 亏损.

    A movement at the prices of its day (名义增长) is not one at those of another (实际增长) either.
    """
    return any(
        here and there and here.isdisjoint(there)
        for here, there in (
            (read(clause), read(other)) for read in (_ways_in, _results_in, _sides_in, _prices_in)
        )
    )


@cache
def _verbs() -> Mapping[str, str]:
    """Return the way each verb and rate of the table moves."""
    ways = {word: way for way, kinds in _KINDS.items() for kind in kinds for word in cue_words(_TABLE, kind)}
    return MappingProxyType(ways)


@cache
def _anywhere() -> LazyPattern[str]:
    words = [word for word in _verbs() if len(word) > 1 or word in _ALONE]
    return LazyPattern("|".join(sorted(words, key=len, reverse=True)))


def _way_told(words: str) -> str:
    """Return which way the verb moves that words end in; empty where they end in none."""
    ends = (words[-length:] for length in range(min(_LONGEST, len(words)), 0, -1))
    return next((_verbs()[end] for end in ends if end in _verbs()), "")


def _way_reached(words: str) -> str:
    """Return which way words tell that a level was reached: 增至, 下降到."""
    return _way_told(words[:-1]) if words[-1:] in _ARRIVING else ""


def _ways_in(clause: str) -> set[str]:
    return {_verbs()[one[0]] for one in _anywhere().finditer(clause)}


def _results_in(clause: str) -> set[str]:
    return {name for name, pattern in _RESULTS.items() if pattern.search(clause)}


def _sides_in(clause: str) -> set[str]:
    return {name for name, pattern in _SIDES.items() if pattern.search(clause)}


def _prices_in(clause: str) -> set[str]:
    return {found[0] for found in _PRICES.finditer(clause)}


def _basis_of(lead: str) -> str:
    found = list(_BASIS.finditer(lead))
    return found[-1].lastgroup or "" if found else ""
