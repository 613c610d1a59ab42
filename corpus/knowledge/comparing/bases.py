"""On what basis a level was counted: with or without a part, a first estimate, of a county or a city of one name."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from corpus.knowledge.document.places import level_of, short_place
from corpus.knowledge.phrases.clock_times import clock_of
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

LEVEL: Final = LazyPattern(r"^(?P<name>[一-鿿]{2,4}?)(?P<level>[省市县])(?=[一-鿿]{2})")
"""What a place is, within the name of what belongs to it: 南州市法院."""
ERROR: Final = LazyPattern(r"(?:±|正负)[ ]?(?P<error>\d+(?:\.\d+)?)")
PER: Final = LazyPattern(r"^每(?P<one>[一-鿿]{1,4})$")
"""What a price or a rate stands for one of, as a basis: 每平方米."""
_ALL: Final = LazyPattern(
    r"^(?!不?含|不?包括|其中|剔除|扣除|不计).*?(?:(?P<count>[两二三四五六七八九十])[个大家座所处条类项种期区校村镇]|(?:再|别)(?:也)?(?:没有|无)|(?:没有|无)(?:任何)?(?:其他|其它|别的))"
)
"""What says that the parts told beside it are all there are, and how many they are: 全港仅此三个港区, 再无其他年级."""
_LISTED: Final = LazyPattern(
    r"^(?!不?含|不?包括|其中|剔除|扣除|不计)(?=.*(?:全部|所有|整个|构成|组成|由|分为|分成|分作|来自)).*?(?P<count>[两二三四五六七八九十])(?:[个大家座块类种项]|部分)"
)
"""What says before a list that its parts are all: 三大分部合计构成全部收入."""
_COUNTS: Final = dict(zip("两二三四五六七八九十", (2, 2, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_ACCOUNTS: Final = LazyPattern(r"(?P<group>合并|并表)|(?P<alone>母公司|单体|本部)")
"""Whose books a company's figure is taken from, as the first words of its basis: the whole group's or its own."""
_FIRST_ESTIMATES: Final = frozenset({"初步核算", "初步统计", "初步测算", "快报"})
_ROUNDED: Final = Decimal("0.002")
"""The share of a value that rounding leaves."""
_FLASH: Final = "快报"
_REVISED, _AUDITED = Decimal("0.05"), Decimal("0.15")
"""The shares of a value by which a first estimate may be revised, and a company's flash report once it is audited."""


def same_basis(left: Statistic, right: Statistic) -> bool:
    """Tell whether two levels are counted in the same way (含 or 不含, 初步核算 or 核实), of the same sort of place.

    A financial year (2024财年) is no calendar year, and what was counted by one hour grows until the next.
    """
    if ("财年" in left.period.text) != ("财年" in right.period.text):
        return False
    if clock_of(left.period.text) != clock_of(right.period.text):
        return False
    one, other = level_told(left), level_told(right)
    if one and other and one != other and short_place(left.region) == short_place(right.region):
        return False
    if left.direction is not None or right.direction is not None:
        return True
    stated = {left.basis, right.basis}
    if "" in stated and stated & _FIRST_ESTIMATES:
        return not _may_be_revised(left, right)
    return _counted(left) == _counted(right)


def said_to_be_all(basis: str) -> int | None:
    """Return how many parts a basis says there are, 0 where it only says that there are no more, else ``None``."""
    said = (_ALL.match(basis) or _LISTED.match(basis)) if basis else None
    return None if said is None else _COUNTS.get(said["count"] or "", 0)


def _counted(statistic: Statistic) -> str:
    """Return how a level was counted, without its error and without what it is of: 每吨 is part of the unit."""
    if said_to_be_all(statistic.basis) is not None:
        return ""
    books = _ACCOUNTS.match(statistic.basis)
    if books:
        return books.lastgroup or ""
    return PER.sub("", ERROR.sub("", statistic.basis).removeprefix("误差"))


def _may_be_revised(left: Statistic, right: Statistic) -> bool:
    """Tell whether a first estimate and another figure differ by no more than a revision may."""
    if left.base_value is None or right.base_value is None:
        return True
    large = max(abs(left.base_value), abs(right.base_value))
    gap = abs(left.base_value - right.base_value) / large if large else Decimal(0)
    return _ROUNDED < gap <= (_AUDITED if _FLASH in {left.basis, right.basis} else _REVISED)


def level_told(statistic: Statistic) -> str:
    """Return what the place of a figure is, empty where its name does not say."""
    named = statistic.region or statistic.subject
    within = LEVEL.match(named)
    return level_of(named) or (within["level"] if within else "")
