"""The sum that shows how far two figures are apart."""

from __future__ import annotations

from decimal import Decimal

from corpus.knowledge.comparing.comparison import measured_scale, range_of, short_digits, signed, size_of
from corpus.model.statistic import Statistic, StatisticKind


def difference(left: Statistic, right: Statistic) -> str:
    """Return the sum that shows a difference: 12624.7 − 11397.78 = 1226.92 亿元（10.8%）."""
    outside = _outside(left, right) or _outside(right, left)
    if outside:
        return outside
    if left.direction is not None and left.movement and right.movement:
        one, other = signed(left.movement), signed(right.movement)
        return f"{short_digits(one)}% − {short_digits(other)}% = {short_digits(one - other)} 个百分点"
    if left.kind is StatisticKind.RANK:
        return f"{left.value} ≠ {right.value} {left.unit}"
    large, small = sorted((left, right), key=lambda one: -(one.base_value or Decimal(0)))
    if large.base_value is None or small.base_value is None or large.value is None or not large.value:
        return ""
    scale = large.base_value / large.value
    unit = large.unit
    if large.unit != small.unit and small.value and abs(small.value) >= abs(large.value):
        scale, unit = small.base_value / small.value, small.unit
    first, other = large.base_value / scale, small.base_value / scale
    share = f"（{short_digits((first - other) / abs(other) * 100, 1)}%）" if other and "%" not in unit else ""
    gap = unit if unit == "%" else f" {unit}"
    return f"{short_digits(first)} − {short_digits(other)} = {short_digits(first - other)}{gap}{share}"


def _outside(ranged: Statistic, other: Statistic) -> str:
    """Return what shows a figure beside a range it does not lie in: 1–2 ≠ -10.8 %; empty where there is no range."""
    ends, size = range_of(ranged), size_of(other)
    if ends is None or size is None:
        return ""
    scale = measured_scale(ranged)
    first, last, told = (short_digits(one / scale) for one in (*ends, size))
    return f"{first}–{last} ≠ {told} {ranged.unit}"
