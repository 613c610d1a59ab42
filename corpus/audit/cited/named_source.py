"""A source as a paper names it beside a quotation: what it prints, and what of that can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from corpus.model.record import NAMES, text_of
from index.lazy_pattern import LazyPattern

_YEAR: Final = LazyPattern(r"(?:19|20)\d\d")
_PAGES: Final = LazyPattern(r"(\d{1,4})(?:\s*[-–—~～至]\s*(\d{1,4}))?")
_WRITERS: Final = ("author", "editor", "container-author")
_OF_A_PART: Final = frozenset(
    ["article-journal", "article-newspaper", "article-magazine", "chapter", "paper-conference"]
)
"""Kinds whose pages tell where all of it stands, not where the words do."""


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source named for a quotation; what it leaves open is empty.

    ``printed`` is how the paper has it, ``names`` are who wrote it, ``bodies`` who brought it out, ``pages`` the first
    and the last page the words are said to stand on.
    """

    printed: str
    names: tuple[str, ...] = ()
    title: str = ""
    year: str = ""
    bodies: tuple[str, ...] = ()
    pages: tuple[int, int] | None = None


def named_by(item: Mapping[str, Any], printed: str) -> NamedSource:
    """Return the source a line of a list of references names."""
    names = tuple(
        name
        for field in _WRITERS
        if field in NAMES
        for one in item.get(field) or ()
        if (name := text_of("author", [one]))
    )
    issued = _YEAR.search(text_of("issued", item.get("issued") or {}))
    bodies = tuple(str(item[field]) for field in ("publisher", "container-title") if item.get(field))
    pages = None if item.get("type") in _OF_A_PART else pages_of(str(item.get("page", "")))
    return NamedSource(printed, names, str(item.get("title", "")), issued[0] if issued else "", bodies, pages)


def pages_of(text: str) -> tuple[int, int] | None:
    """Return the first and the last page a locator names, ``None`` where it names none or several apart."""
    found = _PAGES.fullmatch(text.strip())
    if found is None:
        return None
    first = int(found[1])
    last = int(found[2] or first)
    return (first, last) if first <= last else None
