"""The weights of the signs of front pages, read once from the tables that were learned."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

TITLES: Final = "title_weights.txt"
"""A sign and its weight in hundredths a line, above nought for titles."""
KINDS: Final = "kind_weights.txt"
"""The kinds of text on the first line; below, a sign a line, its weights in hundredths behind their kinds' numbers."""
_ROOM: Final = "corpus.records.weighed"


@cache
def weights_of_titles() -> dict[str, int]:
    """Return the weight of each sign of a title, in hundredths."""
    return {sign: int(weight) for sign, _, weight in (line.partition("\t") for line in _lines(TITLES))}


@cache
def kinds() -> tuple[str, ...]:
    """Return the kinds of text that are weighed, types of CSL."""
    return tuple(_lines(KINDS)[0].split())


@cache
def weights_of_kinds() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return for each sign the numbers of the kinds it speaks for or against and its weights, in hundredths."""
    told: dict[str, tuple[tuple[int, int], ...]] = {}
    for line in _lines(KINDS)[1:]:
        sign, *weights = line.split("\t")
        parted = (weight.split(":") for weight in weights)
        told[sign] = tuple((int(kind), int(weight)) for kind, weight in parted)
    return told


def _lines(name: str) -> list[str]:
    return (files(_ROOM) / name).read_text(encoding="utf-8").rstrip("\n").split("\n")
