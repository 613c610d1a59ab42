"""Blanks where Chinese has none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import BLANKS, HAN
from corpus.text.repairs.rule import Page, Proposal

_BEFORE_MARK: Final = re.compile(rf"(?<=[^\s{BLANKS}])[{BLANKS}]+(?=[。，、；：？！）》】”’])")
_AFTER_OPENING: Final = re.compile(rf"(?<=[（《【])[{BLANKS}]+(?=[^\s{BLANKS}])")
_AFTER_MARK: Final = re.compile(rf"(?<=[{HAN}”》）%\d][，、；])[ \u00a0]+(?=[{HAN}“《（])")
_SPACED_OUT: Final = re.compile(rf"(?<![{HAN}])(?:[{HAN}][ \u00a0]){{5,}}[{HAN}](?![{HAN}])")
_BETWEEN: Final = re.compile(rf"(?<=[{HAN}])[ \u00a0]+(?=[{HAN}])")


def find_blanks(page: Page) -> Iterator[Proposal]:
    """Find blanks before Chinese marks, behind commas, inside brackets, between all the Han of a spaced-out line.

    A single blank between Han in running prose is only offered: it may part two phrases on purpose.
    """
    for pattern in (_BEFORE_MARK, _AFTER_OPENING, _AFTER_MARK):
        for match in pattern.finditer(page.text):
            quote = page.at(match.end()) in "”’"
            yield Proposal(match.start(), match.end(), "", Certainty.LIKELY if quote else Certainty.CERTAIN)
    spaced: set[int] = set()
    for match in _SPACED_OUT.finditer(page.text):
        for place in range(match.start() + 1, match.end(), 2):
            spaced.add(place)
            yield Proposal(place, place + 1, "")
    for line in page.lines:
        if not line.prose or "。" not in line.text:
            continue
        for match in _BETWEEN.finditer(line.text):
            if line.start + match.start() not in spaced:
                yield Proposal(line.start + match.start(), line.start + match.end(), "", Certainty.UNSURE)
