"""Sets of documents by their numbers, a bit each: joined, cut and added up by the machine word, not one by one."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import compress, count
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# The ones and noughts of a number written out, as what they mean.
_MEANT = bytes.maketrans(b"01", b"\x00\x01")
# Sums of weights are looked through in steps of a part of so many of all weights together.
_STEPS = 1 << 20


class Numbers(AbstractSet[int]):
    """A set of numbers from 0 on that does not change; its numbers come ascending."""

    __slots__ = ("_bits", "_size")

    def __init__(self, bits: int) -> None:
        """Take the numbers whose bits are set."""
        self._bits = bits
        self._size = -1

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Numbers:
        """Return some numbers as a set."""
        known = tuple(numbers)
        signs = bytearray(b"0") * (max(known, default=0) + 1)
        for number in known:
            signs[number] = 49
        signs.reverse()
        return cls(int(signs, 2))

    def __contains__(self, number: object) -> bool:
        return isinstance(number, int) and number >= 0 and bool(self._bits >> number & 1)

    def __iter__(self) -> Iterator[int]:
        signs = f"{self._bits:b}".encode().translate(_MEANT)
        return compress(count(), reversed(signs))

    def __len__(self) -> int:
        if self._size < 0:
            self._size = self._bits.bit_count()
        return self._size

    def __bool__(self) -> bool:
        return self._bits != 0

    def __and__(self, other: AbstractSet[int]) -> Numbers:
        return Numbers(self._bits & bits_of(other))

    def __or__(self, other: AbstractSet[int]) -> Numbers:  # type: ignore[override]  # numbers only
        return Numbers(self._bits | bits_of(other))

    def __sub__(self, other: AbstractSet[int]) -> Numbers:
        return Numbers(self._bits & ~bits_of(other))

    def __hash__(self) -> int:
        return hash(self._bits)

    @property
    def width(self) -> int:
        """Return how many bits it takes up."""
        return self._bits.bit_length()

    def first(self, most: int) -> Numbers:
        """Return the lowest ``most`` of the numbers."""
        if len(self) <= most:
            return self
        bits, left = 0, most
        # Half by half: the lower one is either taken whole or looked into.
        rest, width = self._bits, self._bits.bit_length()
        at = 0
        while left:
            width = (width + 1) // 2
            low = rest & ((1 << width) - 1)
            size = low.bit_count()
            if size <= left:
                bits |= low << at
                left -= size
                rest >>= width
                at += width
                width = max(rest.bit_length(), 1)
            else:
                rest = low
        return Numbers(bits)


def bits_of(numbers: AbstractSet[int]) -> int:
    """Return numbers as bits."""
    return numbers._bits if isinstance(numbers, Numbers) else Numbers.of(numbers)._bits  # noqa: SLF001 - its own


NONE = Numbers(0)


class _Sums:
    """For each document a sum, as binary digits: the documents whose sum has a one there."""

    def __init__(self) -> None:
        self._digits: list[int] = []

    def add(self, bits: int, amount: int) -> None:
        """Add an amount to the sums of some documents."""
        digits, carried, at = self._digits, 0, 0
        while amount >> at or carried:
            if at == len(digits):
                digits.append(0)
            held = digits[at]
            if amount >> at & 1:
                digits[at] = held ^ bits ^ carried
                carried = held & bits | held & carried | bits & carried
            else:
                digits[at] = held ^ carried
                carried &= held
            at += 1

    def at_least(self, least: int) -> int:
        """Return the documents whose sums are at least so high."""
        if least >> len(self._digits):
            return 0
        more, same = 0, -1
        for at in range(len(self._digits) - 1, -1, -1):
            if least >> at & 1:
                same &= self._digits[at]
            else:
                more |= same & self._digits[at]
                same &= ~self._digits[at]
        return more | same

    def of_rank(self, rank: int) -> int:
        """Return the sum that the document of this rank reaches, 0 where fewer documents have any."""
        reached, more, same = 0, 0, -1
        for at in range(len(self._digits) - 1, -1, -1):
            ones = same & self._digits[at]
            if (more | ones).bit_count() >= rank:
                reached |= 1 << at
                same = ones
            else:
                more |= ones
                same &= ~self._digits[at]
        return reached


def shared(held: Sequence[Numbers], least: float, most: int = -1) -> Numbers:
    """Return the numbers that stand in at least so many (above 0) of the sets.

    ``most`` leaves those that stand in most of them, of equal ones the lower; below 0 all.
    """
    sums = _Sums()
    for numbers in held:
        sums.add(bits_of(numbers), 1)
    wanted = max(1, ceil(least))
    if most >= 0:
        reached = sums.of_rank(most) if most else len(held)
        if reached >= wanted:
            above = Numbers(sums.at_least(reached + 1))
            return above | (Numbers(sums.at_least(reached)) - above).first(most - len(above))
    return Numbers(sums.at_least(wanted))


def heaviest(weighed: Iterable[tuple[float, Numbers]], most: int) -> Numbers:
    """Return the ``most`` numbers with the greatest sums of weights (above 0) of the sets they stand in.

    Of equal ones the lower come first. What can be among them is told by sums in whole steps; only of those the
    weights themselves are added up, once for all numbers that stand in the same sets.
    """
    ordered = sorted(weighed, key=lambda one: -one[0])
    step = sum(weight for weight, _ in ordered) / _STEPS
    sums, union = _Sums(), 0
    for weight, numbers in ordered:
        bits = bits_of(numbers)
        union |= bits
        sums.add(bits, int(weight / step))
    if union.bit_count() > most:
        # Each weight was cut to whole steps, so each sum lacks less than one for each set.
        union &= sums.at_least(max(0, sums.of_rank(most) - len(ordered)))
    alike = [(0.0, union)] if union else []
    for weight, numbers in ordered:
        bits = bits_of(numbers)
        parted: list[tuple[float, int]] = []
        for held, part in alike:
            inside = part & bits
            if inside:
                parted.append((held + weight, inside))
            if inside != part:
                parted.append((held, part ^ inside))
        alike = parted
    by_sum: dict[float, int] = {}
    for held, part in alike:
        by_sum[held] = by_sum.get(held, 0) | part
    found = NONE
    for held in sorted(by_sum, reverse=True):
        if len(found) >= most:
            break
        found |= Numbers(by_sum[held]).first(most - len(found))
    return found
