"""Simplified, traditional and regional forms of a character, each brought to one representative.

What OpenCC joins is the same in every process, and asking it takes half a second: its answer is kept beside this
module, with the release that gave it, and any other release is asked anew. `python requirements/variants.py` keeps
that of the release installed.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F), (0x30000, 0x323AF))
RADICAL_BLOCKS = ((0x2E80, 0x2EF3), (0x2F00, 0x2FD5))
# What one conversion joins, in either direction, is one class; its representative is the simplified form.
CONVERSIONS = ("tw2t", "hk2t", "t2tw", "t2hk", "s2t", "t2s")
KEPT: Final = "variants.txt"


def _characters(blocks: Iterable[tuple[int, int]]) -> list[str]:
    return [chr(code) for first, last in blocks for code in range(first, last + 1)]


def _pairs(name: str, characters: list[str]) -> list[tuple[str, str]]:
    """Return the characters a conversion changes by themselves, without any context."""
    from opencc import OpenCC

    converted: list[str] = OpenCC(name).convert("\n".join(characters)).split("\n")
    return [(a, b) for a, b in zip(characters, converted, strict=True) if a != b and len(b) == 1]


def _root(parents: dict[str, str], char: str) -> str:
    while (parent := parents.get(char, char)) != char:
        char = parent
    return char


@cache
def variant_table() -> Mapping[int, str]:
    """Return code point → representative for every character that has a form of its own elsewhere.

    One traditional form shared by several simplified ones, or the other way round (后 / 後, 系 / 係 / 繫), all
    meet in one representative: searching finds each of them. The table is symmetric by construction.
    """
    from opencc import __version__

    kept = (files("index.fold") / KEPT).read_text(encoding="utf-8").split()
    if kept[0] != __version__:
        return derived_table()
    return {ord(form): forms[0] for forms in kept[1:] for form in forms[1:]}


def written(table: Mapping[int, str], release: str) -> str:
    """Return what is kept of a table: the release, then each representative with its other forms in a line."""
    lines: dict[str, str] = {}
    for code, root in sorted(table.items()):
        lines[root] = lines.get(root, root) + chr(code)
    return "\n".join((release, *sorted(lines.values()), ""))


def derived_table() -> Mapping[int, str]:
    """Return the table as the release of OpenCC that is installed makes it."""
    han = _characters(HAN_BLOCKS)
    parents: dict[str, str] = {}
    for name in CONVERSIONS:
        for a, b in _pairs(name, han):
            first, second = _root(parents, a), _root(parents, b)
            if first != second:
                parents[first] = second
    for char in (*_characters(RADICAL_BLOCKS), *_characters(((0xF900, 0xFAFF), (0x2F800, 0x2FA1F)))):
        plain = unicodedata.normalize("NFKC", char)
        if len(plain) == 1 and plain != char and char not in parents:
            parents[char] = plain
    members = {*parents, *parents.values()}
    roots = {char: _root(parents, char) for char in members}
    simplified = dict(_pairs("t2s", sorted(set(roots.values()))))
    chosen = {char: simplified.get(root, root) for char, root in roots.items()}
    return {ord(char): root for char, root in chosen.items() if root != char}
