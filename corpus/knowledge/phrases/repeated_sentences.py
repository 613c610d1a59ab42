"""Sentences a text holds more than once, word for word: read once, told at every place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Generic, TypeAlias, TypeVar

from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import NumberMention

Told = TypeVar("Told")
_Words: TypeAlias = tuple[str, int, int]
"""A sentence with what stands around it, where in that it begins, and how long it is."""
_AROUND: Final = 60
"""How far around a sentence its reading may look, in code points."""


class RepeatedSentences(Generic[Told]):
    """Remembers what the sentences of one text told; ``moved`` puts something told so many code points further on."""

    def __init__(self, text: str, moved: Callable[[Told, int], Told]) -> None:
        """Begin with nothing read."""
        self._text = text
        self._moved = moved
        self._first: dict[_Words, _Met[Told]] = {}
        self._all: dict[tuple[_Words, Hashable], _Met[Told]] = {}

    def told(
        self,
        sentence: Span,
        numbers: Sequence[NumberMention],
        names: Sequence[PlatformMention],
        read: Callable[[], tuple[Told, ...]],
        given: Hashable = None,
    ) -> tuple[Told, ...]:
        """Return what a sentence with these numbers and names tells: what ``read`` says where it was not met before.

        ``given`` is whatever else its reading leans on.
        """
        start = sentence.start
        around = self._text[max(0, start - _AROUND) : sentence.end + _AROUND]
        words = (around, min(start, _AROUND), len(sentence))
        here = _Met[Told](start, numbers, names, given)
        first = self._first.setdefault(words, here)
        if first is here:
            here.told = read()
            return here.told
        self._all[words, first.signs] = first
        known = self._all.setdefault((words, here.signs), here)
        if known is here:
            here.told = read()
            return here.told
        return tuple(self._moved(one, start - known.start) for one in known.told)


@dataclass
class _Met(Generic[Told]):
    """A sentence met at ``start``, with what it told."""

    start: int
    numbers: Sequence[NumberMention]
    names: Sequence[PlatformMention]
    given: Hashable
    told: tuple[Told, ...] = ()

    @cached_property
    def signs(self) -> Hashable:
        """Return everything beside its words that its reading leans on, as seen from its start."""
        return (
            self.given,
            *((one.span.start - self.start, one.platform, one.text) for one in self.names),
            *(_signs(one, self.start) for one in self.numbers),
        )


def _signs(number: NumberMention, start: int) -> Hashable:
    """Return a number mention as seen from the start of its sentence."""
    span = number.span
    return (
        span.start - start, span.end - start, number.kind, number.value, number.low, number.high, number.unit,
        number.start_date, number.end_date,
    )  # fmt: skip
