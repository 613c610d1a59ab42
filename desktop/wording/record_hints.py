"""What an empty field of a record says of itself."""

from __future__ import annotations

from typing import Final

from corpus.language import translate as _

HINTS: Final = {"issued": "2018-07-26", "accessed": "2018-07-26", "page": "12-18", "edition": "2"}
"""Examples, by the field of CSL."""


def hint_of(name: str) -> str:
    """Return what an empty field says: an example, told as one, or that it is empty."""
    return _("如 {example}", example=HINTS[name]) if name in HINTS else _("未填")
