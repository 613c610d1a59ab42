"""What is taken off the ends of a phrase until what it tells of is left: tables of words, read word by word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, Final, Literal, TypeAlias

from corpus.knowledge.cues.words import table
from index.segment.quick import is_word

Side: TypeAlias = Literal["head", "tail"]
NUMERAL: Final = frozenset("一二两三四五六七八九十0123456789")
SLOT: Final = "_"
"""Stands for a numeral in a word of the table."""
GAP: Final = "…"
"""Stands for a few Chinese characters in a word of the table."""
_WIDEST_GAP: Final = 6
_LONGEST_WORD: Final = 4
_BESIDE: Final = {"head": ("only_before", "not_before"), "tail": ("only_after", "not_after")}
_SIDES: Final[tuple[Side, ...]] = ("head", "tail")


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
    ends: tuple[str, ...] = ()
    lone: bool = False
    """The word is not the end of a longer one of the dictionary: 会 of 董事会 is."""

    def may_leave(self, rest: str) -> bool:
        """Tell whether the word may be taken off if ``rest`` of the phrase is left."""
        if self.alone:
            return not rest
        if self.ends and not rest.endswith(self.ends):
            return False
        beside = rest.startswith if self.side == "head" else rest.endswith
        if (self.only and not beside(self.only)) or (self.never and beside(self.never)):
            return False
        if not self.room:
            return True
        near = rest[: self.room] if self.side == "head" else rest[-self.room :]
        return len(near) == self.room and all(map(_is_chinese, near))


@dataclass(frozen=True, slots=True)
class Cut:
    """One word taken off a phrase, what is left, and the entry of the table it was taken off by."""

    word: str
    rest: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of the table, parted at its slots in the order a phrase is read from the end it stands at."""

    told: str
    pieces: tuple[str, ...]
    surest: str
    """The longest piece that stands for itself."""
    entry: Entry

    @classmethod
    def of(cls, told: str, entry: Entry) -> _Word:
        """Part a word at its slots and gaps."""
        pieces = re.findall(rf"[{SLOT}{GAP}]|[^{SLOT}{GAP}]+", told)
        surest = max(pieces, key=lambda piece: piece not in (SLOT, GAP) and len(piece))
        if entry.side == "tail":
            pieces = [piece[::-1] for piece in reversed(pieces)]
        return cls(told, tuple(pieces), surest, entry)


class Ends:
    """The words of one side by the signs they are met at, the longest first."""

    def __init__(self, side: Side, entries: Iterable[Entry]) -> None:
        """Order the words of those of ``entries`` that stand at ``side``."""
        self._tail = side == "tail"
        met: dict[str, list[_Word]] = defaultdict(list)
        for entry in entries:
            for told in entry.words if entry.side == side else ():
                word = _Word.of(told, entry)
                first = word.pieces[0]
                for key in sorted(NUMERAL) if first == SLOT else ("" if first == GAP else first[:2],):
                    met[key].append(word)
        self._met = {key: sorted(found, key=lambda one: -len(one.told)) for key, found in met.items()}

    def cut(self, phrase: str) -> Cut | None:
        """Return the longest word that may be taken off a phrase."""
        found: Cut | None = None
        outer = phrase[:-3:-1] if self._tail else phrase[:2]
        for key in (outer, outer[:1], "") if len(outer) > 1 else (outer, ""):
            for word in self._met.get(key, ()):
                length = self._length(phrase, word) if word.surest in phrase else 0
                if not length or (found and len(found.word) >= length):
                    continue
                rest = phrase[:-length] if self._tail else phrase[length:]
                if word.entry.may_leave(rest) and not (word.entry.lone and self._is_inside(phrase, length)):
                    found = Cut(phrase[-length:] if self._tail else phrase[:length], rest, word.entry)
        return found

    def _is_inside(self, phrase: str, length: int) -> bool:
        """Tell whether what stands at the end of a phrase belongs to a longer word of the dictionary."""
        longer = range(length + 1, min(_LONGEST_WORD, len(phrase)) + 1)
        return any(is_word(phrase[-size:] if self._tail else phrase[:size]) for size in longer)

    def _length(self, phrase: str, word: _Word) -> int:
        """Return how much of the phrase a word of the table is, 0 where it does not stand there."""
        pieces = word.pieces
        if len(pieces) == 1:
            there = phrase.endswith if self._tail else phrase.startswith
            return len(word.told) if there(word.told) else 0
        signs, at = phrase[::-1] if self._tail else phrase, 0
        for index, piece in enumerate(pieces):
            if piece == SLOT:
                end = _end_of_run(signs, at, NUMERAL.__contains__, len(signs))
            elif piece == GAP:
                end = _end_of_run(signs, at, _is_chinese, _WIDEST_GAP)
                if index + 1 < len(pieces):
                    behind = pieces[index + 1]
                    end = max(signs.find(behind, at + 1, end + len(behind)), at)
            else:
                end = at + len(piece) if signs.startswith(piece, at) else at
            if end == at:
                return 0
            at = end
        return at


def _end_of_run(signs: str, at: int, belongs: Callable[[str], bool], longest: int) -> int:
    """Return where the run of signs ends that begins at ``at``."""
    end = at
    while end < len(signs) and end - at < longest and belongs(signs[end]):
        end += 1
    return end


def _is_chinese(sign: str) -> bool:
    return "一" <= sign <= "鿿"


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """Return a whole table by its name: phrase_ends for ``phrase_ends.toml``."""
    told = table(name)
    return tuple(_entry(side, one) for side in _SIDES for one in told[side])


def _entry(side: Side, told: dict[str, Any]) -> Entry:
    only, never = _BESIDE[side]
    known = {"words", "parts", "signs", "example", "keeps", "room", "alone", "ends", "lone", only, never}
    if not known.issuperset(told):
        raise ValueError(f"{told['example']}: {sorted(told.keys() - known)} means nothing at the {side}")
    composed = map("".join, product(*told["parts"])) if "parts" in told else ()
    return Entry(
        side,
        (*told.get("words", ()), *composed, *told.get("signs", "")),
        told["example"],
        keeps=tuple(told.get("keeps", ())),
        only=tuple(told.get(only, ())),
        never=tuple(told.get(never, ())),
        room=told.get("room", 0),
        alone=told.get("alone", False),
        ends=tuple(told.get("ends", ())),
        lone=told.get("lone", False),
    )


class PhraseEnds:
    """Takes off both ends of phrases what the words of a table lead to and from."""

    def __init__(self, table: Iterable[Entry]) -> None:
        """Read a table, which a test may have taken words out of."""
        told = tuple(table)
        self._head, self._tail = Ends("head", told), Ends("tail", told)

    def without(self, phrase: str, shortest: int = 0) -> str:
        """Return what is left of a phrase when nothing more can be taken off."""
        cuts = self.why(phrase, shortest)
        return cuts[-1].rest if cuts else phrase

    def why(self, phrase: str, shortest: int = 0) -> tuple[Cut, ...]:
        """Return each word taken off a phrase while ``shortest`` signs are left, with the entry it is taken off by."""
        cuts: list[Cut] = []
        while True:
            before = len(cuts)
            for side in (self._head, self._tail):
                cut = side.cut(cuts[-1].rest if cuts else phrase)
                if cut and len(cut.rest) >= shortest:
                    cuts.append(cut)
            if len(cuts) == before:
                return tuple(cuts)


@cache
def ends_of(table: str) -> PhraseEnds:
    """Return what reads a table of the program."""
    return PhraseEnds(entries(table))
