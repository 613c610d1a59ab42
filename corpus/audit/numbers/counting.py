"""Whether two numbers count in one unit the same kind of thing: only then one may confirm or contradict the other."""

from __future__ import annotations

from typing import Final

from corpus.audit.numbers.number import RANK, Number
from corpus.knowledge.phrases.measure_words import KINDS, MEASURE_WORDS, PEOPLE, THINGS
from index.lazy_pattern import LazyPattern

_PART_OF: Final = "占"
_MONEY: Final = "元"
"""What a number may be told in that has no unit: 扣掉租车8400、充电3100."""
_COUNTED: Final = LazyPattern(r"人次?|[件个单次户辆台家]")
_ORDERS_APART: Final = 20
_TELLING: Final = 3
"""Digits from which on a number with two of them changed is no other number by chance."""


def is_comparable(stated: Number, known: Number) -> bool:
    """Tell whether both count in one unit, or say the same number in two."""
    if RANK in {stated.unit, known.unit} or share_and_growth(stated, known):
        return stated.unit == known.unit == RANK
    return counts_alike(stated, known) or known.digits == stated.digits


def share_and_growth(stated: Number, known: Number) -> bool:
    """Tell whether one is a part of a whole and the other what something grew by: they have nothing in common."""
    return any(
        _PART_OF in one.measure and other.movement.by and _PART_OF not in other.measure
        for one, other in ((stated, known), (known, stated))
        if not one.movement.by
    )


def counts_alike(stated: Number, known: Number) -> bool:
    """Tell whether both count in one unit, which one of them may leave open."""
    return (
        known.unit == stated.unit or _both_counts(stated, known) or (known.is_bare and stated.unit == _MONEY)
    )


def _both_counts(stated: Number, known: Number) -> bool:
    """Tell whether one says what is counted and the other leaves it open: 100万 and 100万人."""
    one, other = stated.unit, known.unit
    open_side = known if one else stated
    return (
        (not one) != (not other)
        and bool(_COUNTED.fullmatch(one or other))
        and open_side.after[:1] not in THINGS
        and (open_side.counter in {"", *PEOPLE} or open_side.counter == (one or other))
    )


def measured_alike(one: Number, other: Number) -> bool:
    """Tell whether both are measured the same way; a share is one with 占 and without (占总额的27%, 总额的三成)."""
    return one.measure - {_PART_OF} == other.measure - {_PART_OF} and not share_and_growth(one, other)


def count_other_things(one: Number, other: Number) -> bool:
    """Tell whether the measure words of two numbers show that they count two kinds of thing: 120张, 1040例."""
    mine, theirs = (each.unit[:1] if each.unit else each.after[:1] for each in (one, other))
    return (
        mine != theirs
        and {mine, theirs} <= MEASURE_WORDS
        and "个" not in (mine, theirs)
        and not any({mine, theirs} <= kind for kind in KINDS)
    )


def is_of_another_order(one: Number, other: Number) -> bool:
    """Tell whether two numbers lie so far apart that hardly both were counted of one thing: 214 and 52400."""
    if not (one.value and other.value) or one.digits == other.digits:
        return False
    return max(one.value / other.value, other.value / one.value) >= _ORDERS_APART


def _filled(one: Number, other: Number) -> tuple[int, ...]:
    """Return the digits of a number with the zeros at its end that the other has digits for: 3500 beside 3005."""
    return one.digits + (0,) * (len(other.digits) - len(one.digits))


def is_misprint_of(one: Number, other: Number) -> bool:
    """Tell whether digits of a telling number changed places: 2836 for 2386."""
    mine, theirs = _filled(one, other), _filled(other, one)
    return (
        mine != theirs
        and len(mine) >= _TELLING
        and sorted(mine) == sorted(theirs)
        and one.value.adjusted() == other.value.adjusted()
    )


def is_slip_of(one: Number, other: Number) -> bool:
    """Tell whether a telling number is another with a digit changed or its digits in other places: 33.63 for 31.63."""
    mine, theirs = _filled(one, other), _filled(other, one)
    changed = sum(a != b for a, b in zip(mine, theirs, strict=False))
    return is_misprint_of(one, other) or (
        len(mine) == len(theirs) >= _TELLING
        and changed == 1
        and one.value.adjusted() == other.value.adjusted()
    )
