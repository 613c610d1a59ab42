"""Collections (课题) and the one scope every page, search, count and export looks through."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Collection:
    """A named group of articles; ``parent`` is another collection's id, empty at the top.

    ``count`` is the number of articles in it and in the collections below it.
    """

    id: str
    name: str
    parent: str = ""
    count: int = 0


class ScopeKind(StrEnum):
    """Which part of the library is looked at."""

    ALL = "all"
    MINE = "mine"
    COLLECTION = "collection"
    PACK = "pack"


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the library; ``collection`` is set where ``kind`` is COLLECTION (its children count too)."""

    kind: ScopeKind = ScopeKind.ALL
    collection: str = ""


EVERYTHING = Scope()
"""The whole library."""
