"""Every number of a sentence read as a figure, also those that extraction leaves alone as too unsure."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.knowledge.names.known.platform_names import find_mentions
from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.attribution import attributed_source
from corpus.knowledge.sentences.statements import Found, tell
from corpus.knowledge.statistics import extract_statistics
from corpus.model.platform import Platform
from corpus.model.span import Span, Taken
from corpus.model.statistic import Statistic
from corpus.text.numbers import find_numbers
from corpus.text.script import plain_script

_LONGEST_METRIC = 24
"""What stands before a number and is longer than this is no name of what it measures."""


def figures_of(text: str, sentence: Span, platforms: Sequence[Platform]) -> tuple[Statistic, ...]:
    """Return a statistic for every number of one sentence that may be a figure, in order; spans are of ``text``.

    Where the extractor reads a number, its reading is taken; otherwise the words before the number are the metric,
    which may be empty.
    """
    text = plain_script(text)
    read = {one.figure: one for one in extract_statistics(text, [sentence], platforms=platforms)}
    inside = [one for one in find_numbers(text) if sentence.contains(one.span)]
    view = SentenceView(text, sentence, inside)
    names = [one for one in find_mentions(text, platforms) if sentence.contains(one.span)]
    source = attributed_source(view.words)
    found: list[Statistic] = []
    for figure in view.figures:
        metric = strip_metric(text[view.start(figure) : figure.lead])
        plain = Found(figure, metric if len(metric) <= _LONGEST_METRIC else "", "", confidence=0.3)
        found.append(read.get(figure.span) or tell(view, plain, names, source))
    taken = Taken(one.figure for one in found)
    apart = [one for one in read.values() if not taken.overlaps(one.figure)]
    return tuple(sorted((*found, *apart), key=lambda one: one.figure))
