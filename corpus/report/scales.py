"""Units a row of numbers can be told in: 元, 万元, 亿元; 千克, 吨; one unit for all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.model.statistic import Statistic
from corpus.report.figure_words import qualified
from corpus.text.units import expand, measure

_WORDS: Final = (("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12))
_OTHER: Final[Mapping[str, tuple[tuple[str, Decimal | int], ...]]] = {
    "千克": (("吨", 1000),),
    "平方米": (("亩", Decimal(2000) / 3), ("公顷", 10**4), ("平方公里", 10**6)),
    "米": (("公里", 1000),),
    "瓦": (("千瓦", 1000),),
    "分钟": (("小时", 60),),
}
"""Units of the same sort, larger than the one figures are compared in."""
_UNSCALED: Final = ("%", "％", "‰", "个百分点", "倍")
_FEWEST: Final = 3
"""So many digits a size has at least that comes out even in no number of them."""
_ENDLESS: Final = 20
"""A number of so many digits comes out even in none: it was divided, here or when it was made comparable."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A unit and what a size is divided by to be told in it."""

    unit: str
    divisor: Decimal


def scales_of(unit: str, sizes: Sequence[Decimal]) -> tuple[Scale, ...]:
    """Return the units in which sizes (in the base ``unit``) can be told without becoming tiny, smallest unit first."""
    if unit in _UNSCALED:
        return (Scale(unit, Decimal(1)),)
    largest = max((abs(one) for one in sizes), default=Decimal(0))
    bases: tuple[tuple[str, Decimal | int], ...] = ((unit, 1), *_OTHER.get(unit, ()))
    found = [
        Scale(f"{word}{name}", Decimal(factor * power))
        for name, factor in bases
        for word, power in _WORDS
        if not (name == unit and word and len(bases) > 1)
    ]
    found.sort(key=lambda one: one.divisor)
    kept = [one for one in found if largest >= one.divisor]
    return tuple(kept or found[:1])


def usual_scale(unit: str, figures: Sequence[Statistic], sizes: Sequence[Decimal]) -> Scale:
    """Return the unit most figures are printed in, the larger of two; else the largest that leaves a tenth."""
    scales = scales_of(unit, sizes)
    printed = Counter(measure(*expand(Decimal(1), one.unit))[0] for one in figures)
    common = [one for one in scales if printed[one.divisor]]
    if common:
        return max(common, key=lambda one: (printed[one.divisor], one.divisor))
    least = min((abs(one) for one in sizes if one), default=Decimal(0))
    fitting = [one for one in scales if least * 10 >= one.divisor]
    return fitting[-1] if fitting else scales[0]


def scale_named(unit: str, figures: Sequence[Statistic], sizes: Sequence[Decimal], name: str) -> Scale:
    """Return the scale a person chose by its name, or the usual one; no name chooses none, not even for mere counts."""
    named = [one for one in scales_of(unit, sizes) if name and one.unit == name]
    return named[0] if named else usual_scale(unit, figures, sizes)


def in_scale(one: Statistic, size: Decimal, scale: Scale) -> str:
    """Return a figure in a unit as a cell or a label tells it: its number with its qualifier, 突破 2.

    The number has the digits the figure was printed with: no exponent, a plain minus.
    """
    return qualified(_digits(one, size, scale), one.qualifier)


def _digits(one: Statistic, size: Decimal, scale: Scale) -> str:
    """Return a size in a unit with the digits its figure was printed with.

    Where a unit is no power of ten of the other (60 分钟 are a 小时, 15 亩 a 公顷) a number without end has as many
    digits as were printed, three at least.
    """
    value = size / scale.divisor
    base, _ = measure(*expand(Decimal(1), one.unit))
    if one.value is not None and base == scale.divisor:
        exponent = one.value.as_tuple().exponent
        return format(round(value, max(0, -exponent)) if isinstance(exponent, int) else value, "f")
    if value and len(value.normalize().as_tuple().digits) >= _ENDLESS:
        printed = len(one.value.as_tuple().digits) if one.value is not None else 0
        value = round(value, max(_FEWEST, printed) - 1 - value.adjusted())
    return format(value.normalize(), "f")
