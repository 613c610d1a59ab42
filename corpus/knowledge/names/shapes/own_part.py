"""The own part of a name before its form: how many characters it has, with the place and the trades told beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_large_place, part_of_name, place_length, proper, stops
from corpus.knowledge.phrases.company_words import listed
from index.segment.quick import is_word, word_class

_LONGEST: Final = 16
_LONGEST_CORE: Final = 6
_ENDS_OF_PLACES: Final = frozenset("省市县区镇村")
_CORE: Final = 2
_LEADS_IN: Final = frozenset("对由向被把将给")
_LONG_WORD: Final = 3
_TWO_WORDS: Final = 4
"""Characters of what is no single word."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a form is, and what is told with it.

    ``legal``, ``strong``: in these lists; ``told``: what only companies do is told of what it ends; ``general``: a verb
    before it may have it as an object.
    """

    legal: bool
    strong: bool = False
    told: bool = False
    general: bool = False

    @property
    def sure(self) -> bool:
        """Tell whether the form makes a name of a word of the dictionary, too."""
        return self.strong or self.told


WHOLLY_LEGAL: Final = Form(legal=True, strong=True, told=True)


def name_length(tokens: Sequence[str], kind: Form) -> int:
    """Return how many characters before a form belong to the name, 0 where there is none."""
    rest = list(tokens)
    inner = 0
    between = listed("inner") | listed("trades") if kind.legal else listed("inner")
    while rest and rest[-1] in between and not (len(rest) == 1 and not kind.legal):
        inner += len(rest.pop())
    parted = _own_part(rest, kind)
    if parted is None:
        return 0
    rest, core = parted
    length = sum(map(len, core))
    if length < _CORE and not (kind.legal and length + inner >= _TWO_WORDS):
        placed = place_length(rest)
        alone = (kind.strong and inner) or inner >= _TWO_WORDS
        return inner + placed if not length and placed and alone else 0
    return inner + length + place_length(rest)


def _own_part(words: Sequence[str], kind: Form) -> tuple[list[str], list[str]] | None:
    """Return the words before the own part of a name and those of it, the last first; ``None`` where it can be none."""
    rest, core = list(words), list[str]()
    while rest and sum(map(len, core)) < (_LONGEST if kind.legal else _LONGEST_CORE):
        word = rest[-1]
        if stops(word) and not _goes_with(word, rest, core, kind):
            break
        if word in listed("barred"):
            if _is_named_before(rest, kind):
                core.append(rest.pop())
                continue
            return (rest, core) if core else None
        if not kind.legal and len(word) >= _LONG_WORD and word[0] in _LEADS_IN and not is_word(word):
            core.append(word[1:])
            break
        unsure = not (kind.legal or kind.sure)
        if unsure and not core and word[-1] in _ENDS_OF_PLACES:
            return None
        if not kind.legal and not proper(word) and (core or unsure):
            break
        if unsure and not core and is_large_place(word):
            return None
        core.append(rest.pop())
    return rest, core


def _goes_with(word: str, words: Sequence[str], core: Sequence[str], kind: Form) -> bool:
    """Tell whether a word at which a name would end belongs to it all the same."""
    if part_of_name(word, words[:-1], core, general=kind.general):
        return True
    return kind.legal and (_is_within(word, words, core) or _is_trade(word))


def _is_named_before(words: Sequence[str], kind: Form) -> bool:
    """Tell whether a word that no name ends with has a name before it: of a registered one, or in no dictionary."""
    if len(words) < _CORE or stops(words[-2]):
        return False
    own = kind.strong and len(words[-2]) > 1 and proper(words[-2])
    return kind.legal or (own and not is_large_place(words[-2]))


def _is_trade(word: str) -> bool:
    """Tell whether an adjective is a word of trade in a registered name: 精密 of 格力精密模具有限公司."""
    return word in listed("weak") and word_class(word) in {"a", "b"}


def _is_within(word: str, words: Sequence[str], core: Sequence[str]) -> bool:
    """Tell whether 和 joins a word of no dictionary and a single character to the own part of a name: 盛银|和|睿."""
    return word == "和" and len(words) > 1 and not is_word(words[-2]) and list(map(len, core)) == [1]
