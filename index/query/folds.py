"""The folds each mode of search applies beside those a person asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from index.fold import ALL_BUT_PUNCTUATION, ALL_FOLDS, Fold

if TYPE_CHECKING:
    from index.query.request import Mode

ALWAYS_FOLDED: Final[Mapping[Mode, frozenset[Fold]]] = {
    "exact": frozenset(),
    "auto": ALL_BUT_PUNCTUATION,
    "words": ALL_FOLDS,
    "near": ALL_FOLDS,
}
"""What a search of a mode folds though nobody asked: a person has no say over it."""


def folds_used(mode: Mode, asked: frozenset[Fold]) -> frozenset[Fold]:
    """Return what a search of ``mode`` folds where ``asked`` is wanted."""
    return asked | ALWAYS_FOLDED[mode]
