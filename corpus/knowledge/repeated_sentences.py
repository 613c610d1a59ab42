"""Sentences a text holds more than once, word for word: read once, told at every place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Final, Generic, TypeVar

from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import NumberMention

Told = TypeVar("Told")
_AROUND: Final = 60
"""How far around a sentence its reading may look, in code points."""


class RepeatedSentences(Generic[Told]):
    """Remembers what the sentences of one text told; ``moved`` puts something told so many code points further on."""

    def __init__(self, text: str, moved: Callable[[Told, int], Told]) -> None:
        """Begin with nothing read."""
        self._text = text
        self._moved = moved
        self._told: dict[Hashable, tuple[int, tuple[Told, ...]]] = {}

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
        key = (
            self._text[max(0, start - _AROUND) : sentence.end + _AROUND],
            min(start, _AROUND),
            len(sentence),
            given,
            *((one.span.start - start, one.platform, one.text) for one in names),
            *(_signs(one, start) for one in numbers),
        )
        known = self._told.get(key)
        if known is None:
            found = read()
            self._told[key] = (start, found)
            return found
        first, found = known
        return tuple(self._moved(one, start - first) for one in found)


def _signs(number: NumberMention, start: int) -> Hashable:
    """Return a number mention as seen from the start of its sentence."""
    span = number.span
    return (
        span.start - start, span.end - start, number.kind, number.value, number.low, number.high, number.unit,
        number.start_date, number.end_date,
    )  # fmt: skip
