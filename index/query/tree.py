"""The nodes of an understood query; ``start`` and ``end`` are the span of the query each came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = Literal[
    "title", "text", "trends", "platforms", "source", "year", "tags", "notes", "collections", "author"
]


@dataclass(frozen=True, slots=True)
class Term:
    """A word or several written together; ``approximate`` also finds what is spelt nearly so."""

    text: str
    start: int
    end: int
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """What stands between quotation marks: found letter by letter."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Wildcard:
    """A word with ``?`` (one character) and ``*`` (any number of them)."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression, looked for inside sentences."""

    pattern: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Range:
    """A range of values, both ends included; ``None`` is open."""

    low: str | None
    high: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Near:
    """Two things at most ``distance`` characters apart, in either order."""

    left: Node
    right: Node
    distance: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fielded:
    """Something looked for in one field of the documents."""

    field: Field
    node: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class And:
    """All of these."""

    nodes: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these."""

    nodes: tuple[Node, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Not:
    """Not this."""

    node: Node
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rank:
    """Things beside each other: they rank; ``And``, ``Not`` and fields among them are conditions."""

    nodes: tuple[Node, ...]
    start: int
    end: int


Node = Term | Phrase | Wildcard | Regex | Range | Near | Fielded | And | Or | Not | Rank
