"""What the previews of document sites leave in a text: counts of pages within sentences, numbers before each piece."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN
from corpus.text.repairs.rule import Line, Page, Proposal
from index.lazy_pattern import LazyPattern

_COUNT: Final = LazyPattern(r"第[ ]?(?P<page>\d{1,3})[ ]?页[ ,，/]{0,2}共[ ]?(?P<total>\d{1,3})[ ]?页")
_FEWEST_COUNTS: Final = 2
_PIECE: Final = LazyPattern(r"(?P<number>\d{1,3})、")
_FEWEST_PIECES: Final = 3
_OPEN: Final = LazyPattern(rf"[{HAN}\d，、]\Z")
"""How a line ends whose sentence does not."""
_CUT: Final = 0.6
"""Share of the pieces that end within a sentence: entries of a list hardly do."""
_LONG: Final = 80
"""Characters such a piece has on average; it was cut by its length."""


def find_previews(page: Page) -> Iterator[Proposal]:
    """Find counts of pages that go up within the lines, and numbers that go up where a text was cut by its length."""
    yield from _counts(page)
    yield from _pieces(page)


def _counts(page: Page) -> Iterator[Proposal]:
    if "页" not in page.characters or "共" not in page.characters:
        return
    found: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _COUNT.finditer(page.text):
        found[match["total"]].append(match)
    for counts in found.values():
        numbers = [int(match["page"]) for match in counts]
        up = all(first < then for first, then in pairwise(numbers))
        if len(counts) >= _FEWEST_COUNTS and up and numbers[-1] <= int(counts[0]["total"]):
            yield from (_whole(page, match) for match in counts)


def _whole(page: Page, count: re.Match[str]) -> Proposal:
    """Return the removal of a count, with the break before it where it is all its line holds."""
    alone = page.before(count.start()) == "\n" and page.at(count.end()) in {"", "\n"}
    return Proposal(count.start() - alone, count.end(), "")


def _pieces(page: Page) -> Iterator[Proposal]:
    """Find the numbers of pieces; all lines that hold anything belong to one."""
    if not _PIECE.match(page.text):
        return
    lines = [line for line in page.lines if line.text.strip()]
    heads = [_PIECE.match(line.text) for line in lines]
    starts = [place for place, head in enumerate(heads) if head]
    numbers = [int(head["number"]) for head in heads if head]
    if len(numbers) < _FEWEST_PIECES or numbers != list(range(1, len(numbers) + 1)):
        return
    cut = [place for place in starts[1:] if _OPEN.search(lines[place - 1].text.rstrip())]
    if len(cut) < _CUT * (len(starts) - 1) or len(page.text) < _LONG * len(starts):
        return
    yield from _joined(lines, heads, starts, frozenset(cut))


def _joined(
    lines: Sequence[Line], heads: Sequence[re.Match[str] | None], starts: Sequence[int], cut: frozenset[int]
) -> Iterator[Proposal]:
    """Take the numbers away, and the line end before those that stand within a sentence."""
    for place in starts:
        head = heads[place]
        if head is not None:
            start = lines[place - 1].end if place in cut else lines[place].start
            yield Proposal(start, lines[place].start + head.end(), "", Certainty.CERTAIN)
