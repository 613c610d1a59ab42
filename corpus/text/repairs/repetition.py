"""Paragraphs and sentences printed twice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
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
_CLAUSE_END: Final = LazyPattern("[，；：。！？]")
_CLAUSES: Final = 4
_MOST_LINES: Final = 12
_LETTERS: Final = 20
"""A line with fewer letters, digits and Han is a rule or a table's frame."""


def find_repetitions(page: Page) -> Iterator[Proposal]:
    """Find paragraphs and sentences that stand again.

    Certain is only a long paragraph of several sentences or many clauses that stands twice in all, one right behind
    the other, or a long sentence that does so within a paragraph: a program copied it. Contracts, logs and refrains
    repeat on purpose, so everything else is offered.
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
            several = len(_SENTENCE_END.findall(text)) >= _SEVERAL
            sure = copied and (several or len(_CLAUSE_END.findall(text)) >= _CLAUSES)
            certainty = Certainty.CERTAIN if sure else Certainty.LIKELY
            gone.add(line.start)
            yield Proposal(line.start - 1, line.end, "", certainty)
        seen.setdefault(text, line.start)
        previous = text or previous
    yield from _lines_again(page, gone)
    yield from _sentences_again(page)


def _lines_again(page: Page, gone: Collection[int]) -> Iterator[Proposal]:
    """Find a paragraph in several lines that stands again right below itself, and nowhere else.

    ``gone`` are the starts of the lines found already.
    """
    lines = page.lines
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        if len(line.text) >= _LETTERS and line.prose:
            places[line.text].append(place)
    for first, *others in places.values():
        length = others[0] - first if len(others) == 1 else 0
        block, again = lines[first : first + length], lines[first + length : first + 2 * length]
        whole = "".join(line.text for line in block)
        if (
            1 < length <= _MOST_LINES
            and [line.text for line in block] == [line.text for line in again]
            and len(_CLAUSE_END.findall(whole)) >= _SEVERAL
            and not _SENTENCE_END.search(block[0].text.rstrip()[-1])
            and _SENTENCE_END.search(block[-1].text.rstrip()[-1:])
            and all(line.prose and line.start not in gone for line in again)
        ):
            yield Proposal(again[0].start - 1, again[-1].end, "")


def _sentences_again(page: Page) -> Iterator[Proposal]:
    """Find sentences that stand again within a paragraph."""
    known: set[str] = set()
    starts = {line.start: line for line in page.lines}
    spans = sentences(page.text)
    times = Counter(span.of(page.text).strip() for span in spans)
    previous, end, prose = "", 0, False
    for span in spans:
        text = span.of(page.text).strip()
        line = starts.get(span.start)
        prose = line.prose if line else prose
        whole_line = line is not None and line.end == span.end
        if len(text) >= _SENTENCE and text in known and not whole_line:
            copied = text == previous and end == span.start and times[text] == _SEVERAL and prose
            sure = copied and len(_CLAUSE_END.findall(text)) >= _SEVERAL
            yield Proposal(span.start, span.end, "", Certainty.CERTAIN if sure else Certainty.LIKELY)
        known.add(text)
        previous, end = text, span.end
