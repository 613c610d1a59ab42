"""What tells the editions of GB/T 7714 apart: punctuation, capitals, which dates are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from corpus.model.school import SchoolRules


@dataclass(frozen=True, slots=True)
class Edition:
    """The marks and habits of one edition; marks carry the blank that follows them."""

    year: int
    comma: str
    colon: str
    opening: str
    closing: str
    others: str
    capitals: bool
    accessed_always: bool
    plain_dates: bool

    def parentheses(self, text: str) -> str:
        """Return ``text`` in this edition's parentheses, nothing if there is no text."""
        return f"{self.opening}{text}{self.closing}" if text else ""


EDITIONS: Final[Mapping[int, Edition]] = {
    2015: Edition(
        2015, ", ", ": ", "(", ")", "et al.", capitals=True, accessed_always=True, plain_dates=False
    ),
    2025: Edition(
        2025, "，", "：", "（", "）", "et al", capitals=False, accessed_always=False, plain_dates=True
    ),
}

SYSTEMS: Final = ("numeric", "author-date", "note")
OFTEN_ASKED: Final = (
    *(f"gbt7714-{edition}-{system}" for edition in EDITIONS for system in SYSTEMS),
    "apa", "modern-language-association", "chicago-author-date", "ieee",
)  # fmt: skip
"""The styles named to a person who asks for one that there is not."""

_WIDTHS: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "full": ("，", "：", "（", "）"),
    "half": (", ", ": ", "(", ")"),
}
"""Comma, colon and parentheses."""


def as_the_school_has_it(edition: Edition, rules: SchoolRules) -> Edition:
    """Return an edition with the punctuation a school asks for."""
    if rules.marks not in _WIDTHS:
        return edition
    comma, colon, opening, closing = _WIDTHS[rules.marks]
    return replace(edition, comma=comma, colon=colon, opening=opening, closing=closing)


CODES: Final[Mapping[str, str]] = {
    "article": "EB", "article-journal": "J", "article-magazine": "J", "article-newspaper": "N", "bill": "A",
    "book": "M", "chapter": "M", "classic": "M", "collection": "A", "dataset": "DS",
    "entry": "M", "entry-dictionary": "M", "entry-encyclopedia": "M", "hearing": "A", "legal_case": "A",
    "legislation": "A", "manuscript": "A", "map": "CM", "paper-conference": "C", "patent": "P", "periodical": "J",
    "personal_communication": "A", "post": "EB", "post-weblog": "EB", "regulation": "A", "report": "R",
    "review": "J", "software": "CP", "standard": "S", "thesis": "D", "treaty": "A", "webpage": "EB",
}  # fmt: skip
"""Type marks of GB/T 7714 by CSL type; Z for every other."""
