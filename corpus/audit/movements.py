"""How a number is told to move: it is a level, or what something rose or fell by, and in which direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from index.lazy_pattern import LazyPattern

_UP: Final = (
    "多出|高出|增长|延长|加快|增加|净增|上升|提高|上涨|扩大|攀升|回升|提升|恢复|延后|推迟|滞后|多|涨|升|增|翻"
)
_DOWN: Final = (
    "下降|放缓|减少|净减|下滑|降低|回落|缩小|缩短|压缩|压减|缩减|下跌|萎缩|收窄|提前|提早|减|降|跌|少"
)
_UP_RATE: Final = "增速|增幅|增长率|涨幅|升幅"
_DOWN_RATE: Final = "降幅|跌幅|减幅"
_QUALIFIED: Final = LazyPattern(
    r"(?:了|大?约|将?近|接近|超过|超|逾|突破|不到|不足|不低于|达到|达|高达|为|是|仅|只|整整|[\s（(+])+\Z"
)
_TO: Final = LazyPattern(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:[到至为成])\Z")
_BY: Final = LazyPattern(rf"(?:(?P<up>{_UP}|{_UP_RATE})|(?P<down>{_DOWN}|{_DOWN_RATE}))\Z")
_BEHIND: Final = LazyPattern(
    rf"的?(?:(?P<up>增长|上升|{_UP_RATE})|(?P<down>下降|减少|{_DOWN_RATE}))(?![到至])"
)
_COMPARED: Final = LazyPattern(
    r"[比较][^，,。；;比较]{1,12}?(?:(?P<up>[高快大])|(?P<down>[低慢小]))[出了]?\Z"
)
"""比去年高9.5个百分点."""
_BASIS: Final = LazyPattern(r"(?P<year>同比|[比较](?:上年|去年))|(?P<last>环比|[比较]上(?:个?月|季))")
_FROM: Final = LazyPattern(r"[由从自][^，,。；;]{0,12}\Z")
_POINT: Final = LazyPattern(
    r"(?<![较比])(?:(?P<first>[年季月期]初)|(?P<last>[年季月期][末底]|截[至止](?=[^，,。；;]{0,12}[末底日])))"
)
_SETTLED: Final = LazyPattern(r"[，,。；;\d]")
_ONWARDS: Final = LazyPattern(rf"[^，,。；;\d]{{0,12}}?(?:{_UP}|{_DOWN})了?[到至为成]")


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
    reached = _TO.search(lead.rstrip("了约近 ")) or _TO.search(words)
    if reached:
        return Movement(way=reached.lastgroup or "")
    grown = _BY.search(words)
    if grown:
        return Movement(by=True, way=grown.lastgroup or "", basis=_basis_of(lead))
    compared = _COMPARED.search(words)
    if compared:
        return Movement(by=True, way=compared.lastgroup or "", basis=_basis_of(lead))
    after = _BEHIND.match(behind)
    if after:
        return Movement(by=True, way=after.lastgroup or "")
    if _FROM.search(lead) and _ONWARDS.match(behind):
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


def _basis_of(lead: str) -> str:
    found = list(_BASIS.finditer(lead))
    return found[-1].lastgroup or "" if found else ""
