"""Struck figures: what was struck never runs into the figure beside it (~~53~~46元 is 53 46元)."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

_EDGE: Final = "\x1e"
_BETWEEN_DIGITS: Final = LazyPattern(rf"(?<=\d){_EDGE}+(?=\d)")


def struck(text: str) -> str:
    """Return struck text with its edges marked, for ``kept_apart`` to see."""
    return f"{_EDGE}{text}{_EDGE}" if text else ""


def kept_apart(text: str) -> str:
    """Return text with a blank at the marked edges where two figures would run together."""
    return _BETWEEN_DIGITS.sub(" ", text).replace(_EDGE, "") if _EDGE in text else text
