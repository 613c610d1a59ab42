"""What is taken off the ends of a phrase until its metric is left: ``phrase_ends.toml``, read word by word."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal, TypeAlias

Side: TypeAlias = Literal["head", "tail"]
NUMERAL: Final = frozenset("一二两三四五六七八九十0123456789")
SLOT: Final = "_"
"""Stands for a numeral in a word of the table."""
_BESIDE: Final = {"head": ("only_before", "not_before"), "tail": ("only_after", "not_after")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A family of words that are taken off alike, and what must and must not stand beside them in the phrase."""

    side: Side
    words: tuple[str, ...]
    example: str
    """A phrase with ``～`` for each of the words, of which the rest is left."""
    keeps: tuple[str, ...] = ()
    """Phrases that stay whole because of a condition."""
    only: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    room: int = 0
    alone: bool = False

    def may_leave(self, rest: str) -> bool:
        """Tell whether the word may be taken off if ``rest`` of the phrase is left."""
        if self.alone:
            return not rest
        beside = rest.startswith if self.side == "head" else rest.endswith
        if (self.only and not beside(self.only)) or (self.never and beside(self.never)):
            return False
        if not self.room:
            return True
        near = rest[: self.room] if self.side == "head" else rest[-self.room :]
        return len(near) == self.room and all("一" <= sign <= "鿿" for sign in near)


@dataclass(frozen=True, slots=True)
class Cut:
    """One word taken off a phrase, what is left, and the entry of the table it was taken off by."""

    word: str
    rest: str
    entry: Entry


class Ends:
    """The words of one side by the sign they are met at, the longest first."""

    def __init__(self, side: Side, entries: Iterable[Entry]) -> None:
        """Order the words of those of ``entries`` that stand at ``side``."""
        self._tail = side == "tail"
        met: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        for entry in entries:
            for word in entry.words if entry.side == side else ():
                outer = word[-1 if self._tail else 0]
                for sign in sorted(NUMERAL) if outer == SLOT else outer:
                    met[sign].append((word, entry))
        self._met = {sign: sorted(found, key=lambda one: -len(one[0])) for sign, found in met.items()}

    def cut(self, phrase: str) -> Cut | None:
        """Return the longest word that may be taken off a phrase."""
        if not phrase:
            return None
        found: Cut | None = None
        for word, entry in self._met.get(phrase[-1 if self._tail else 0], ()):
            length = self._length(phrase, word)
            if not length or (found and len(found.word) >= length):
                continue
            rest = phrase[:-length] if self._tail else phrase[length:]
            if entry.may_leave(rest):
                taken = phrase[-length:] if self._tail else phrase[:length]
                found = Cut(taken, rest, entry)
                if SLOT not in word:
                    break
        return found

    def _length(self, phrase: str, word: str) -> int:
        """Return how much of the phrase a word of the table is, 0 where it does not stand there."""
        if SLOT not in word:
            return len(word) if (phrase.endswith if self._tail else phrase.startswith)(word) else 0
        first, _, last = word.partition(SLOT)
        outer, inner = (last[::-1], first[::-1]) if self._tail else (first, last)
        signs = phrase[::-1] if self._tail else phrase
        if not signs.startswith(outer):
            return 0
        end = len(outer)
        while end < len(signs) and signs[end] in NUMERAL:
            end += 1
        return end + len(inner) if end > len(outer) and signs.startswith(inner, end) else 0


@cache
def entries() -> tuple[Entry, ...]:
    """Return the whole table."""
    text = (files("corpus.knowledge") / "phrase_ends.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    return tuple(_entry(side, one) for side in _SIDES for one in told[side])


def _entry(side: Side, told: dict[str, Any]) -> Entry:
    only, never = _BESIDE[side]
    known = {"words", "signs", "example", "keeps", "room", "alone", only, never}
    if not known.issuperset(told):
        raise ValueError(f"{told['example']}: {sorted(told.keys() - known)} means nothing at the {side}")
    return Entry(
        side,
        (*told.get("words", ()), *told.get("signs", "")),
        told["example"],
        keeps=tuple(told.get("keeps", ())),
        only=tuple(told.get(only, ())),
        never=tuple(told.get(never, ())),
        room=told.get("room", 0),
        alone=told.get("alone", False),
    )


_SIDES: Final[tuple[Side, ...]] = ("head", "tail")


class PhraseEnds:
    """Takes off both ends of phrases what leads to a metric and from it to its figure."""

    def __init__(self, table: Iterable[Entry]) -> None:
        """Read a table, which a test may have taken words out of."""
        told = tuple(table)
        self._head, self._tail = Ends("head", told), Ends("tail", told)

    def without(self, phrase: str) -> str:
        """Return what is left of a phrase when nothing more can be taken off."""
        cuts = self.why(phrase)
        return cuts[-1].rest if cuts else phrase

    def why(self, phrase: str) -> tuple[Cut, ...]:
        """Return each word that is taken off a phrase, with the entry it is taken off by."""
        cuts: list[Cut] = []
        while True:
            before = len(cuts)
            for side in (self._head, self._tail):
                cut = side.cut(cuts[-1].rest if cuts else phrase)
                if cut:
                    cuts.append(cut)
            if len(cuts) == before:
                return tuple(cuts)


@cache
def phrase_ends() -> PhraseEnds:
    """Return what reads the table of the program."""
    return PhraseEnds(entries())
