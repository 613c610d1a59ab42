"""Whether the words a note marks are still those its reader marked."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from corpus.model.annotation import Annotation
from index.lazy_pattern import LazyPattern

_BREAK: Final = LazyPattern(r"[^\S\n]*\n\s*")
_LATIN_BREAK: Final = LazyPattern(r"(?<=[\w,.;:])[^\S\n]*\n\s*(?=[A-Za-z0-9])", re.ASCII)


def marked_before(note: Annotation, original: str) -> str:
    """Return the words a note first marked where others stand at its place now, empty where they are the same.

    Blanks, line ends and the width of characters are no change.
    """
    return "" if note.span is None else first_wording(note.selector.exact, note.span.of(original))


def first_wording(first: str, there: str) -> str:
    """Return the words first marked where others stand ``there`` now, empty where they are the same or unknown."""
    if not first or there == first or _bare(there) == _bare(first):
        return ""
    return on_one_line(first)


def on_one_line(text: str) -> str:
    """Return text without the ends of its lines: a blank between Latin words, nothing between Chinese ones."""
    return _BREAK.sub("", _LATIN_BREAK.sub(" ", text.strip()))


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
