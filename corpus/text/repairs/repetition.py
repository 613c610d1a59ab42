"""Paragraphs and sentences printed twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.page_lines import TIME
from corpus.text.repairs.rule import Page, Proposal
from corpus.text.sentences import sentences
from index.lazy_pattern import LazyPattern

_PARAGRAPH: Final = 40
_SENTENCE: Final = 24
_SEVERAL: Final = 2
_SENTENCE_END: Final = LazyPattern("[。！？]")
_LETTERS: Final = 20
"""A line with fewer letters, digits and Han is a rule or a table's frame."""


def find_repetitions(page: Page) -> Iterator[Proposal]:
    """Find paragraphs and sentences that stand again.

    Certain is only a long paragraph of several sentences that stands twice in all, one right behind the other: a
    program copied it. Contracts, logs and refrains repeat on purpose, so everything else is offered.
    """
    seen: dict[str, int] = {}
    times = Counter(line.text.strip() for line in page.lines if len(line.text) >= _PARAGRAPH)
    gone: set[int] = set()
    previous = ""
    for line in page.lines:
        text = line.text.strip()
        if (
            len(text) >= _PARAGRAPH
            and text in seen
            and line.start
            and sum(map(str.isalnum, text)) >= _LETTERS
            and not TIME.match(text)
        ):
            copied = text == previous and times[text] == 2 and line.prose
            sure = copied and len(_SENTENCE_END.findall(text)) >= _SEVERAL
            certainty = Certainty.CERTAIN if sure else Certainty.LIKELY
            gone.add(line.start)
            yield Proposal(line.start - 1, line.end, "", certainty)
        seen.setdefault(text, line.start)
        previous = text or previous
    known: set[str] = set()
    starts = {line.start: line.end for line in page.lines}
    for span in sentences(page.text):
        text = span.of(page.text).strip()
        whole_line = starts.get(span.start) == span.end
        if len(text) >= _SENTENCE and text in known and not whole_line:
            yield Proposal(span.start, span.end, "", Certainty.LIKELY)
        known.add(text)
