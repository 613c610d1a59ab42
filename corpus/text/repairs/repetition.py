"""Paragraphs and sentences printed twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.repairs.rule import Page, Proposal
from corpus.text.sentences import sentences

_PARAGRAPH: Final = 40
_SENTENCE: Final = 24


def find_repetitions(page: Page) -> Iterator[Proposal]:
    """Find a paragraph that follows itself (certain), comes again later (likely), or a sentence that does."""
    seen: dict[str, int] = {}
    gone: set[int] = set()
    previous = ""
    for line in page.lines:
        text = line.text.strip()
        if len(text) >= _PARAGRAPH and text in seen and line.start:
            certainty = Certainty.CERTAIN if text == previous else Certainty.LIKELY
            gone.add(line.start)
            yield Proposal(line.start - 1, line.end, "", certainty)
        seen.setdefault(text, line.start)
        previous = text or previous
    known: set[str] = set()
    starts = {line.start: line.end for line in page.lines}
    for span in sentences(page.text):
        text = span.of(page.text)
        whole_line = starts.get(span.start) == span.end
        if len(text) >= _SENTENCE and text in known and not whole_line:
            yield Proposal(span.start, span.end, "", Certainty.LIKELY)
        known.add(text)
