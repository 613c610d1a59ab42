"""The one door to citations: items and a style in, references and what they lack out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from corpus.report.citations.csl import cite_csl
from corpus.report.citations.editions import EDITIONS, Edition
from corpus.report.citations.gbt7714 import System, author_and_year, missing_fields, reference
from corpus.report.citations.in_text import author_date_mark
from corpus.report.citations.item import Item

NEWEST: Final = max(EDITIONS)
"""The edition in force."""

STYLES: Final[Mapping[str, tuple[Edition, System]]] = {
    f"gbt7714-{edition.year}-{system}": (edition, system)
    for edition in EDITIONS.values()
    for system in ("numeric", "author-date", "note")
}
"""The styles written here; every other name is looked for among the CSL styles."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference as plain text without its number, and the keys of the fields it lacks (author, issued …).

    ``mark`` is what stands for it in the text of an author–date document; ``bilingual`` is the reference in the
    item's other language, where its ``original-…`` fields tell it.
    """

    id: str
    text: str
    missing_fields: tuple[str, ...] = ()
    mark: str = ""
    bilingual: str = ""


def cite(items: Sequence[Mapping[str, Any]], style: str) -> tuple[Citation, ...]:
    """Return the references of CSL-JSON ``items`` in their order. Raises UsageError ``unknown_style``."""
    ready = [Item(item) for item in items]
    if style not in STYLES:
        texts = cite_csl(ready, style)
        return tuple(
            Citation(item.id, text, missing_fields(item, EDITIONS[NEWEST]), author_date_mark(item))
            for item, text in zip(ready, texts, strict=True)
        )
    edition, system = STYLES[style]
    letters = _letters(ready, edition) if system == "author-date" else [""] * len(ready)
    return tuple(_cited(item, edition, system, letter) for item, letter in zip(ready, letters, strict=True))


def _cited(item: Item, edition: Edition, system: System, letter: str) -> Citation:
    original = item.original()
    return Citation(
        item.id,
        reference(item, edition, system, letter=letter),
        missing_fields(item, edition),
        author_date_mark(item, letter=letter) if system == "author-date" else "",
        reference(original, edition, system, letter=letter) if original is not None else "",
    )


def _letters(items: Sequence[Item], edition: Edition) -> list[str]:
    """Return a, b, c … for works of the same authors and year, nothing for all others."""
    keys = [author_and_year(item, edition) for item in items]
    counts = Counter(key for key in keys if key[1])
    seen: Counter[tuple[str, str]] = Counter()
    letters = []
    for key in keys:
        if counts[key] > 1:
            letters.append(chr(ord("a") + seen[key] % 26))
            seen[key] += 1
        else:
            letters.append("")
    return letters
