"""Paragraphs and sentences printed twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.repairs.rule import Page, Proposal
from corpus.text.sentences import sentences

_PARAGRAPH: Final = 40
_SENTENCE: Final = 24
_LETTERS: Final = 20
"""A line with fewer letters, digits and Han is a rule or a table's frame."""


def find_repetitions(page: Page) -> Iterator[Proposal]:
    """Find paragraphs and sentences that stand again right behind themselves (certain) or later on (likely)."""
    seen: dict[str, int] = {}
    gone: set[int] = set()
    previous = ""
    for line in page.lines:
        text = line.text.strip()
        if (
            len(text) >= _PARAGRAPH
            and text in seen
            and line.start
            and sum(map(str.isalnum, text)) >= _LETTERS
        ):
            certainty = Certainty.CERTAIN if text == previous else Certainty.LIKELY
            gone.add(line.start)
            yield Proposal(line.start - 1, line.end, "", certainty)
        seen.setdefault(text, line.start)
        previous = text or previous
    known: set[str] = set()
    starts = {line.start: line.end for line in page.lines}
    before = ""
    for span in sentences(page.text):
        text = span.of(page.text).strip()
        whole_line = starts.get(span.start) == span.end
        if len(text) >= _SENTENCE and text in known and not whole_line:
            yield Proposal(
                span.start, span.end, "", Certainty.CERTAIN if text == before else Certainty.LIKELY
            )
        known.add(text)
        before = text
