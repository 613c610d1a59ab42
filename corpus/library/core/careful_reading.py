"""Reading that one bad sentence does not stop: the sentence is left unread, told of, and the rest is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from corpus.model.errors import YindeError
from corpus.model.progress import Cancelled
from corpus.model.span import Span
from corpus.model.unread import Unread
from corpus.text.sentences import sentences as cut_sentences

T = TypeVar("T")
Read = Callable[[str, Sequence[Span]], T]
"""Reads the sentences of a text; all spans are spans of that text."""

_MOST: Final = 24
"""Different sentences of one text that are left unread; where more are at fault, the fault is not theirs."""
_ROUNDS: Final = 3
"""How often sentences at fault are looked for: some stumble only over each other."""
_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What was read of a text, ``None`` where nothing of it could be, and what was left unread."""

    found: T | None
    unread: tuple[Unread, ...] = ()


def read_carefully(read: Read[T], text: str, sentences: Sequence[Span] | None = None) -> Reading[T]:
    """Read a text; where that raises, read it without the sentences at fault, blank at their places.

    ``sentences`` are those of the text; a ``read`` that needs none is given none at first.
    They are looked for by halves: a half that can be read alone is not looked into, so that one bad sentence costs
    some two readings more. Sentences in the same words are at fault together. What ends the reading for another
    reason (a wish to stop, no memory left) is raised.
    """
    parts = sentences or ()
    found = _tried(read, text, parts)
    if not isinstance(found, Exception):
        return Reading(found)
    parts = cut_sentences(text) if sentences is None else parts
    last, faults = found, dict[str, Exception]()
    for _round in range(_ROUNDS):
        whole, left = _without(text, parts, faults)
        known = len(faults)
        _look_for(read, whole, left, faults, last)
        if not known < len(faults) <= _MOST:
            break
        found = _tried(read, *_without(text, parts, faults))
        if not isinstance(found, Exception):
            bad = [one for one in parts if one.of(text) in faults]
            return Reading(found, tuple(_unread(text, one, faults[one.of(text)]) for one in bad))
        last = found
    return Reading(None, (_unread(text, Span(0, len(text)), last, whole=True),))


def _look_for(
    read: Read[T], text: str, parts: Sequence[Span], faults: dict[str, Exception], fault: Exception
) -> None:
    """Add the sentences at fault among ``parts``, which raise ``fault`` together, to those known, by their words."""
    if len(parts) <= 1 or len(faults) > _MOST:
        faults.update((one.of(text), fault) for one in parts)
        return
    middle = len(parts) // 2
    stumbled = False
    for half in (parts[:middle], parts[middle:]):
        found = _alone(read, text, half, faults)
        if isinstance(found, Exception):
            stumbled = True
            _look_for(read, text, half, faults, found)
    if not stumbled:
        number, fault = _the_one_too_many(read, text, parts, faults, fault)
        faults[parts[number].of(text)] = fault


def _the_one_too_many(
    read: Read[T], text: str, parts: Sequence[Span], faults: dict[str, Exception], fault: Exception
) -> tuple[int, Exception]:
    """Return the sentence with which those before it can no longer be read, as the first half of them can."""
    fine, bad = len(parts) // 2, len(parts)
    while bad - fine > 1:
        middle = (fine + bad) // 2
        found = _alone(read, text, parts[:middle], faults)
        if isinstance(found, Exception):
            bad, fault = middle, found
        else:
            fine = middle
    return bad - 1, fault


def _alone(read: Read[T], text: str, parts: Sequence[Span], faults: dict[str, Exception]) -> T | Exception:
    """Return what is read of sentences that stand side by side, alone at their places, without those at fault."""
    begin, end = parts[0].start, parts[-1].end
    return _tried(read, *_without("\n" * begin + text[begin:end], parts, faults))


def _without(text: str, parts: Sequence[Span], faults: dict[str, Exception]) -> tuple[str, Sequence[Span]]:
    """Return a text in which the sentences at fault are blank, and its other sentences."""
    if not faults:
        return text, parts
    pieces: list[str] = []
    left: list[Span] = []
    done = 0
    for one in parts:
        if one.of(text) in faults:
            pieces += (text[done : one.start], " " * len(one))
            done = one.end
        else:
            left.append(one)
    return "".join((*pieces, text[done:])), left


def _tried(read: Read[T], text: str, parts: Sequence[Span]) -> T | Exception:
    """Return what is read, or what a rule met in this text raised: the others are read all the same."""
    try:
        return read(text, parts)
    except (Cancelled, MemoryError, OSError, YindeError):  # the text is not at fault
        raise
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told
        return fault


def _unread(text: str, span: Span, fault: Exception, *, whole: bool = False) -> Unread:
    shown = " ".join(span.of(text)[: 2 * _SHOWN].split())[:_SHOWN]
    return Unread(span, shown, whole, f"{type(fault).__name__}: {fault}"[:200])
