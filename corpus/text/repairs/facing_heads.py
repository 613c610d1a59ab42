"""Heads of two facing pages that are not alike: author and title on the right, the journal on the left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from corpus.text.characters import HAN
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_GAP: Final = LazyPattern(r"[ \u3000]{3,}|\u3000{2,}")
_NUMBER: Final = LazyPattern(r"\d{1,4}")
_WORDS: Final = LazyPattern(rf"[{HAN}]{{2}}")
_STOPS: Final = LazyPattern(r"[，。；！？]")
_PROSE: Final = 20
"""Characters of the lines between which a head stands, as a page of print has them."""


def find_set_wide(page: Page) -> Iterator[Proposal]:
    """Find lines set wide with a page's number at an outer edge, left and right in turn, that count up.

    Each stands between two long lines; a table has rows of its own beside it.
    """
    heads = [
        (place, *edge)
        for place, line in enumerate(page.lines)
        if line.start > page.title_end and (edge := _edge(line.text)) and _between_prose(page, place)
    ]
    found = {
        place
        for one, other in pairwise(heads)
        if other[1] == one[1] + 1 and other[2] != one[2]
        for place in (one[0], other[0])
    }
    yield from (Proposal(page.lines[place].start - 1, page.lines[place].end, "") for place in sorted(found))


def _edge(line: str) -> tuple[int, bool] | None:
    """Return the number at an edge of a line set wide and whether it stands left; ``None`` for any other line."""
    cells = _GAP.split(line.strip()) if "\t" not in line else []
    if len(cells) < len(("number", "words")) or _STOPS.search(line) or not _WORDS.search(line):
        return None
    for cell, left in ((cells[0], True), (cells[-1], False)):
        if _NUMBER.fullmatch(cell):
            return int(cell), left
    return None


def _between_prose(page: Page, place: int) -> bool:
    """Tell whether the next lines with words above and below a line are long lines of prose."""
    above = next(
        (line for line in reversed(page.lines[max(0, place - 3) : place]) if line.text.strip()), None
    )
    below = next((line for line in page.lines[place + 1 : place + 4] if line.text.strip()), None)
    return all(
        line is not None and line.prose and len(line.text) >= _PROSE and not _GAP.search(line.text.strip())
        for line in (above, below)
    )
