"""Characters printed twice to look bold, which copying out of a PDF brings along: 重重要要提提示示."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_PAIRS: Final = LazyPattern(r"(?:([^\s]|[ \u3000])\1){3,}")
_SURELY: Final = 6
_FEWEST_DIFFERENT: Final = 3
_NO_LETTER: Final = LazyPattern(r"(?P<mark>[^\w\s]|\d)(?P=mark)")
_HAN: Final = LazyPattern(f"[{HAN}]")


def find_overprint(page: Page) -> Iterator[Proposal]:
    """Find runs of pairs of one character, a whole line or the head of one.

    Words double too (吵吵闹闹哭哭啼啼): certain is a run of many pairs with a digit or a mark among them, and any other
    in a text that has such a run.
    """
    found: list[tuple[int, int]] = []
    seen = False
    for line in page.lines:
        match = _PAIRS.match(line.text.lstrip())
        if match is None or len(set(match.group())) < _FEWEST_DIFFERENT or not _HAN.search(match.group()):
            continue
        start = line.end - len(line.text.lstrip())
        found.append((start, start + match.end()))
        pairs = match.end() // 2
        seen |= pairs >= _SURELY and _NO_LETTER.search(match.group()) is not None
    certainty = Certainty.CERTAIN if seen else Certainty.LIKELY
    for start, end in found:
        yield Proposal(start, end, page.text[start:end:2], certainty)
