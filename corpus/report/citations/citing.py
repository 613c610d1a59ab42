"""The one door to citations: items and a style in, references and what they lack out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from corpus.model.school import AS_THE_EDITION, SchoolRules
from corpus.report.citations.csl import cite_csl
from corpus.report.citations.editions import EDITIONS, SYSTEMS, Edition, as_the_school_has_it
from corpus.report.citations.gbt7714 import (
    System,
    missing_fields,
    reference,
    short_reference,
    tells_pages,
    years_of,
)
from corpus.report.citations.in_text import author_date_mark, author_page_mark, short_names
from corpus.report.citations.item import Item

PAGE: Final = "\uf8f7"
"""The sign that keeps the place of a page in an entry; nothing prints it."""
_ALPHABET: Final = 26
NEWEST: Final = max(EDITIONS)
"""The edition in force."""

NUMBERED: Final = frozenset(
    ["ieee", "nature", "vancouver", "american-medical-association", "science", "cell"]
)
"""CSL styles that number their references."""

AUTHOR_PAGE: Final = "modern-language-association"
"""CSL styles, by what their names begin with, whose marks are author and page, and tell works apart by title."""
BARE: Final = "chicago-author-date"
"""CSL styles, likewise, that put no comma between author and year."""

STYLES: Final[Mapping[str, tuple[Edition, System]]] = {
    f"gbt7714-{edition.year}-{system}": (edition, system)
    for edition in EDITIONS.values()
    for system in SYSTEMS
}
"""The styles written here; every other name is looked for among the CSL styles."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference as plain text without its number, and the keys of the fields it lacks (author, issued …).

    ``mark`` is what stands for it in the text of an author–date document, ``joint`` what parts year and page in it;
    ``paged`` is the entry of a footnote with ``PAGE`` where the cited page goes, empty where entries tell no pages;
    ``short`` is what a footnote says of a work that one before it told in full;
    ``bilingual`` is the reference in the item's other language, where its ``original-…`` fields tell it.
    """

    id: str
    text: str
    missing_fields: tuple[str, ...] = ()
    mark: str = ""
    bilingual: str = ""
    joint: str = ""
    paged: str = ""
    short: str = ""


def cite(
    items: Sequence[Mapping[str, Any]], style: str, rules: SchoolRules = AS_THE_EDITION
) -> tuple[Citation, ...]:
    """Return the references of CSL-JSON ``items`` in their order. Raises UsageError ``unknown_style``."""
    ready = [Item(item) for item in items]
    letters = _letters(ready, anonymous=style in STYLES)
    if style not in STYLES:
        return _of_csl(ready, style, letters)
    edition, system = STYLES[style]
    ready_edition = as_the_school_has_it(edition, rules)
    letters = letters if system == "author-date" else [""] * len(ready)
    return tuple(
        _cited(item, ready_edition, system, letter, rules)
        for item, letter in zip(ready, letters, strict=True)
    )


def _of_csl(items: Sequence[Item], style: str, letters: Sequence[str]) -> tuple[Citation, ...]:
    texts = cite_csl(items, style)
    by_page = style.startswith(AUTHOR_PAGE)
    letters = [""] * len(items) if by_page or style in NUMBERED else letters
    marks = (
        _by_page(items)
        if by_page
        else [
            author_date_mark(item, letter=letter, bare=style.startswith(BARE))
            for item, letter in zip(items, letters, strict=True)
        ]
    )
    return tuple(
        Citation(
            item.id,
            _lettered(text, item, letter),
            missing_fields(item, EDITIONS[NEWEST]),
            mark,
            joint=" " if by_page else _joint(item, style),
        )
        for item, text, letter, mark in zip(items, texts, letters, marks, strict=True)
    )


def _joint(item: Item, style: str) -> str:
    """Return what parts year and page."""
    if item.is_eastern:
        return "："
    return ", " if style.startswith(BARE) else ", p. "


def _by_page(items: Sequence[Item]) -> list[str]:
    """Return the marks of author and page, with the title where the names alone could mean several works."""
    alike = Counter(short_names(item) for item in items)
    return [author_page_mark(item, titled=alike[short_names(item)] > 1) for item in items]


def _cited(item: Item, edition: Edition, system: System, letter: str, rules: SchoolRules) -> Citation:
    original = item.original()
    mark = (
        author_date_mark(item, letter=letter, anonymous=True, rules=rules) if system == "author-date" else ""
    )
    return Citation(
        item.id,
        reference(item, edition, system, letter=letter),
        missing_fields(item, edition),
        mark,
        reference(original, edition, system, letter=letter) if original is not None else "",
        ("：" if mark.endswith("）") else ": ") if mark else "",
        _paged(item, edition) if system == "note" else "",
        short_reference(item, edition) if system == "note" else "",
    )


def _paged(item: Item, edition: Edition) -> str:
    """Return the entry with a sign in place of its pages."""
    if not tells_pages(item):
        return ""
    values = {key: value for key, value in item.values().items() if key != "note"}
    return reference(Item({**values, "page": PAGE}), edition, "note")


def _letters(items: Sequence[Item], *, anonymous: bool) -> list[str]:
    """Return a, b, c … for works that look alike in the text, in the order of citation, nothing for all others."""
    keys = [(short_names(item, anonymous=anonymous), years_of(item)) for item in items]
    counts = Counter(key for key in keys if key[1])
    seen: Counter[tuple[str, str]] = Counter()
    letters = []
    for key in keys:
        letters.append(_letter(seen[key]) if counts[key] > 1 else "")
        seen[key] += 1
    return letters


def _lettered(text: str, item: Item, letter: str) -> str:
    """Return an entry of a CSL style with its letter behind the year, which stands before every other number."""
    year = years_of(item)
    return text.replace(year, year + letter, 1) if letter and year else text


def _letter(number: int) -> str:
    """Return a to z, then aa, ab …"""
    first, last = divmod(number, _ALPHABET)
    return (chr(ord("a") + first - 1) if first else "") + chr(ord("a") + last)
