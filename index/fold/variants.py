"""Simplified, traditional and regional forms of a character, each brought to one representative."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HAN_BLOCKS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F), (0x30000, 0x323AF))
RADICAL_BLOCKS = ((0x2E80, 0x2EF3), (0x2F00, 0x2FD5))
# What one conversion joins, in either direction, is one class; its representative is the simplified form.
CONVERSIONS = ("tw2t", "hk2t", "t2tw", "t2hk", "s2t", "t2s")


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
