"""Where the pictures of a file stand in the text that was read of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_CAPTION: Final = LazyPattern(r"(?:附?图|照片|图表|示意图|fig|figure|photo|chart|▲|△)", re.IGNORECASE)
_KEYS: Final = (30, 16, 8)
"""How many characters beside a picture are looked for, the most telling first."""


def is_caption(line: str) -> bool:
    """Tell whether a line names a picture."""
    return _CAPTION.match(line.strip()) is not None


def places_of(surroundings: Sequence[tuple[str, str]], text: str) -> dict[int, Span]:
    """Return the line of ``text`` each picture stands by: its caption, else the line before it, else the one behind.

    ``surroundings`` are the characters before and behind each picture, without blanks, in the order of the text. A
    picture whose neighbours are not found stands where the one before it does.
    """
    kept = [at for at, character in enumerate(text) if not character.isspace()]
    bare = "".join(text[at] for at in kept)
    found: dict[int, Span] = {}
    reached = 0
    for number, (before, behind) in enumerate(surroundings):
        caption = _CAPTION.match(behind) is not None
        sides = ((behind, True), (before, False)) if caption else ((before, False), (behind, True))
        at = next(
            (place for key, forward in sides if (place := _find(bare, key, reached, forward=forward)) >= 0),
            -1,
        )
        if at >= 0:
            reached = max(reached, at)
        place = kept[at] if at >= 0 else (kept[reached] if kept else 0)
        found[number] = _line_at(text, place)
    return found


def _find(bare: str, key: str, reached: int, *, forward: bool) -> int:
    """Return where a picture's neighbour stands: the first character behind it, or the last before it; -1 nowhere."""
    for length in _KEYS:
        part = key[:length] if forward else key[-length:]
        if len(part) < min(length, _KEYS[-1]):
            continue
        at = bare.find(part, max(0, reached - length))
        if at >= 0:
            return at if forward else at + len(part) - 1
    return -1


def _line_at(text: str, place: int) -> Span:
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    return Span(start, len(text) if end < 0 else end)
