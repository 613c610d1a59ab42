"""A number of a text: what it says, and whether another says the same."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.audit.numbers.movements import STANDING, Movement
from corpus.knowledge.phrases.measure_words import UNITLESS
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_JOINED: Final = r"(?:[了有为达]|达到|只有|会有|将有)?\s*\Z"
"""What may stand between a word that bounds a number and the number: 最多有60艘, 超过了三成."""
_OVER: Final = LazyPattern(
    r"(?:(?<![不未没])(?<!没有)(?:超过|逾|突破|高于|多于|大于)|不(?:低于|少于|小于|亚于)|不止|不下|至少|最少|起码)"
    + _JOINED
    + r"|(?<![不未没])(?<!没有)(?:超|(?<!超)过)\s*\Z"
)
_OVER_BEHIND: Final = LazyPattern(r"\s*(?:[多余几]|[\u4e00-\u9fff]?及?以上)")
_UNDER: Final = LazyPattern(
    r"(?:(?<!不)(?:低于|少于|小于)|不足|不到|未及|未满|(?:不|未|没有?)(?:超过|逾|突破|高于|多于|大于)|至多|最多|顶多)"
    + _JOINED
    + r"|(?:[不未没]超|接近|(?<!最)近)\s*\Z"
)
_UNDER_BEHIND: Final = LazyPattern(r"\s*[\u4e00-\u9fff]?及?以[下内]")
_ABOUT: Final = LazyPattern(r"(?:约|大约|将近|接近|近|左右|上下)")
_SIDES: Final = ("高于", "低于")
_NOTHING_BEHIND: Final = LazyPattern(r"\s*(?:[，,、；;。）)]|\Z)")
_ITEM: Final = "个"
TIMES: Final = "倍"
RANK: Final = "位次"
"""The unit of a place in a list: 居全省第二位."""
_TELLING: Final = 3
"""Digits that by themselves show what is meant."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in its place: worth, unit, the worth of its last digit, what stands around it, topics and years.

    ``topics`` are those of its clause, ``near`` those of the words told with it alone; ``beside`` and ``earlier`` are
    what is spoken of with it and around, loosely. ``measure`` are the words that say how it is measured: 户均, 累计.
    ``shown`` is the worth without its unit, ``season`` the months.
    """

    span: Span
    value: Decimal
    unit: str
    step: Decimal
    before: str
    after: str
    topics: frozenset[str]
    years: frozenset[str]
    measure: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    season: tuple[int, int] | None = None
    shown: Decimal = Decimal(0)
    movement: Movement = STANDING
    whole: frozenset[str] = frozenset()
    """What the whole is called of which it tells a part: 职工 of 1140名职工中留下306名."""
    others: frozenset[str] = frozenset()
    """What the other things of its list are called, of which it is not: 乙 and 丙 of 甲、乙和丙分别为3万、2万和1万."""
    point: str = ""
    """Which end of a stretch of time it is told of: ``first`` (年初), ``last`` (年末), or open."""

    @property
    def behind(self) -> int:
        """Return where the words begin behind it and what counts it: 增至 of 126家增至."""
        return self.span.end + len(self.counter)

    @property
    def over(self) -> bool:
        """Tell whether it is a lower bound."""
        return bool(_OVER.search(self.before) or _OVER_BEHIND.match(self.after))

    @property
    def under(self) -> bool:
        """Tell whether it is an upper bound."""
        return bool(_UNDER.search(self.before) or _UNDER_BEHIND.match(self.after))

    def is_bounded_against(self, other: Number) -> bool:
        """Tell whether one of two equal numbers is the least and the other the most: 不少于60艘, 最多60艘."""
        mine, theirs = (self.over, self.under), (other.over, other.under)
        return self.value == other.value and mine != theirs and mine == theirs[::-1]

    def is_on_the_other_side(self, other: Number) -> bool:
        """Tell whether what is told lies above the one number and below the other: 高于 and 低于设计要求的95%."""
        sides = [next((word for word in _SIDES if word in one.measure), "") for one in (self, other)]
        return all(sides) and sides[0] != sides[1]

    @property
    def about(self) -> bool:
        """Tell whether it is said to be rounded."""
        return bool(_ABOUT.search(self.before) or _ABOUT.search(self.after))

    @property
    def counter(self) -> str:
        """Return what counts it, where that is no unit: 家, 户."""
        return self.after[:1] if not self.unit and self.after[:1] in UNITLESS else ""

    @property
    def counted(self) -> str:
        """Return its unit or what counts it."""
        return self.unit or self.counter or (_ITEM if self.after.startswith(_ITEM) else "")

    @property
    def is_bare(self) -> bool:
        """Tell whether nothing counts it at all: 8400 in 租车8400、充电3100."""
        return not self.unit and _NOTHING_BEHIND.match(self.after) is not None

    @property
    def digits(self) -> tuple[int, ...]:
        """Return its digits as printed, without zeros at the end."""
        return (self.shown or self.value).normalize().as_tuple().digits

    @property
    def is_telling(self) -> bool:
        """Tell whether its digits by themselves show what is meant."""
        return len(self.digits) >= _TELLING

    def agrees(self, known: Number) -> bool:
        """Tell whether it says what the known one says, as far as the digits of both go."""
        value, truth = self.value, known.value
        if (self.over and known.under) or (self.under and known.over):
            return False
        if self.over and not known.over:
            return value <= truth <= value * Decimal("1.5")
        if self.under and not known.under:
            return value * Decimal("0.7") <= truth <= value
        if self.about or known.about:
            rounded = Decimal(1).scaleb(value.normalize().adjusted() - len(self.digits) + 1)
            # 7.0% is told more exactly than its digits without zeros, and says nothing of 7.5%左右.
            exact = self.step if known.about and not self.about else rounded
            return abs(value - truth) <= max(self.step, known.step, exact)
        # One that is told more exactly (3.2万) is not what a round one (3万) says.
        return abs(value - truth) <= (max(self.step, known.step) if known.is_telling else self.step) / 2


def begin(number: Number) -> int:
    """Return where a number begins, to look for it by."""
    return number.span.start
