"""Names of Chinese authors spelt in Latin letters: whichever end the surname was written at, it is the surname."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

_COMPOUND = 2
"""A surname has at most so many characters."""


class Named(Protocol):
    """A name in characters, its surname apart or not."""

    @property
    def family(self) -> str:
        """Return the surname where it is known."""

    @property
    def literal(self) -> str:
        """Return a name that stands whole."""


def in_western_order(spelt: Sequence[Any], authors: Sequence[Named]) -> list[Any]:
    """Return CSL-JSON names with the surname apart, as the same ``authors`` in characters tell it.

    陈明 is Chen Ming or Ming Chen, of family Chen both times. What does not sound like its author stays as it is.
    """
    return [_told(one, authors[number]) if number < len(authors) else one for number, one in enumerate(spelt)]


def _told(spelt: Any, author: Named) -> Any:
    if not isinstance(spelt, Mapping) or not spelt.get("family") or not spelt.get("given"):
        return spelt
    surnames = _surnames(author.family or author.literal, known=bool(author.family))
    first, *others = str(spelt["given"]).split()
    if str(spelt["family"]).casefold() in surnames or first.casefold() not in surnames:
        return spelt
    return {**spelt, "family": first, "given": " ".join([*others, str(spelt["family"])])}


def _surnames(name: str, *, known: bool) -> frozenset[str]:
    """Return how a surname may sound: that ``known``, else the first character or two of a name."""
    from pypinyin import Style, pinyin

    lengths = (len(name),) if known else range(1, min(_COMPOUND, len(name) - 1) + 1)
    found = set[str]()
    for length in lengths:
        told = [""]
        for sounds in pinyin(name[:length], style=Style.NORMAL, heteronym=True):
            told = [before + sound for before in told for sound in sounds]
        found.update(told)
    return frozenset(found)
