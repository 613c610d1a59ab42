"""What somebody typed, as it is told: to draw a hundred thousand characters in a line takes a second."""

from __future__ import annotations

from typing import Final

LONGEST: Final = 200
"""Characters of what was typed that a sentence, a title or an entry of a menu tells."""


def shortened(text: str, most: int = LONGEST) -> str:
    """Return a text, or its beginning with an ellipsis where it has more than ``most`` characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def around(text: str, start: int, end: int, most: int = LONGEST) -> tuple[str, str, str]:
    """Return what stands before a place, the place and what stands behind it, each of ``most`` characters at most."""
    before, behind = text[:start], text[end:]
    if len(before) > most:
        before = "…" + before[1 - most :]
    return before, shortened(text[start:end], most), shortened(behind, most)
