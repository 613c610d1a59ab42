"""Text that is missing: lost book titles, sentences cut off. Facts are only reported, never put in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_PLACEHOLDER: Final = LazyPattern(rf"(?<![\d\-./A-Za-z])0\d{{2}}-\d{{5}}(?![\d\-])(?=[ \u00a0]*[{HAN}])")
_TELEPHONE: Final = LazyPattern(r"(?:电话|热线|传真|手机|致电|拨打|Tel|TEL)[^\n]{0,12}\Z")
_OPENED: Final = LazyPattern(r"《[^《》\n]{2,80}(?=《)")
_ENDED: Final = LazyPattern(r"[。！？!?…：:；;.”’」』）)】》\]\"—]\s*\Z")
_CLAUSE: Final = LazyPattern(r"[。！？!?；;，,]")
_SHORTEST: Final = 80
_FRAMES: Final = " \t\u00a0\u3000*_~|"
"""Blanks and the marks Markdown closes its emphasis with."""


def find_lost_titles(page: Page) -> Iterator[Proposal]:
    """Find number codes standing where a report's title was (055-79000显示…), and titles never closed."""
    for match in _PLACEHOLDER.finditer(page.text):
        if not _TELEPHONE.search(page.text, max(0, match.start() - 20), match.start()):
            yield Proposal(match.start(), match.end(), None, Certainty.LIKELY)
    for match in _OPENED.finditer(page.text):
        if "》" not in match.group():
            yield Proposal(match.start(), match.end(), None, Certainty.UNSURE)


def find_cut_sentences(page: Page) -> Iterator[Proposal]:
    """Find long paragraphs that stop in mid-sentence; the span is the last, unfinished clause."""
    for line in page.lines:
        text = line.text.rstrip(_FRAMES)
        if len(text) < _SHORTEST or not line.prose or _ENDED.search(text) or "。" not in text:
            continue
        ends = [match.end() for match in _CLAUSE.finditer(text)]
        begin = next((end for end in reversed(ends) if end < len(text)), 0)
        if len(text) - begin <= 60:
            yield Proposal(line.start + begin, line.start + len(text), None, Certainty.LIKELY)
