"""What a library has on record of the very thing and time of a paper's figures, whatever words it stands in there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from corpus.audit.paper.cells import told_in_words
from corpus.knowledge.comparing.comparison import VALUES_DIFFER, agree, topic_of
from corpus.knowledge.comparing.grounds import ground_of
from corpus.knowledge.statistics import extract_statistics
from corpus.library.checking.sources import Stretch
from corpus.library.core.library import Library
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.statistic import Statistic, StatisticKind
from corpus.store.facts.relations import shared_of
from corpus.text.script import plain_script
from corpus.text.sentences import sentences
from corpus.text.units import CURRENCIES
from index.lazy_pattern import LazyPattern

_THERE_IS: Final = LazyPattern(r"[现已共拥]有|年[末底]|截[至止]|总数")
_ON_GROUND: Final = 12
"""Figures of one thing and time that a figure is compared with."""


class RecordedFigures:
    """The figures of a paper as they would be on record, each beside those of the library on the same ground."""

    def __init__(self, library: Library, paper: str, scope: Scope = EVERYTHING) -> None:
        self._library = library
        self._scope = scope
        paper = plain_script(paper)
        found = extract_statistics(paper, tuple(sentences(paper)), platforms=library.knowledge.platforms)
        self.figures = sorted(found, key=_begin)

    def at(self, offset: int) -> Statistic | None:
        """Return what the figure at an offset of the paper would be on record as."""
        place = bisect_right(self.figures, offset, key=_begin) - 1
        if place < 0 or self.figures[place].evidence.end <= offset:
            return None
        return self.figures[place]

    def beside(self, stated: Statistic | None) -> Iterator[Stretch]:
        """Yield the sentences whose recorded figures share subject, metric and time with a figure of the paper."""
        ground = ground_of(stated) if stated is not None and stated.period.end else ""
        if stated is None or not ground:
            return
        named, ends = stated.subject or stated.region, stated.period.end
        for article, known, _ in self._library.store.figures.on_ground(
            ground, _ON_GROUND, ends, self._scope, named
        ):
            if shared_of(ground_of(known)) != shared_of(ground):
                continue
            text = self._library.texts.get(article)
            shown = text.shown(known.evidence)
            told = "" if known.cell is None else told_in_words(known)
            number = text.shown(known.figure)
            yield Stretch(article, shown.start, shown.of(text.clean), told, on_record=True, number=number)


def said_otherwise(library: Library, article: str, number: Span, scope: Scope = EVERYTHING) -> Place | None:
    """Return where another text says otherwise what is on record of a number of an article; ``None`` where none does.

    ``number`` is a span of its clean text. What a person has decided on says nothing any more.
    """
    text = library.texts.get(article)
    for own in library.store.figures.at(article, text.offsets.to_original(number)):
        known = library.store.figures.get(own)
        others = (*_contradicting(library, own, scope), *_counted_otherwise(library, own, scope))
        for there, other in others if known is not None else ():
            if there != article:
                return library.texts.get(there).place(other.evidence)
    return None


def _contradicting(library: Library, own: str, scope: Scope) -> Iterator[tuple[str, Statistic]]:
    """Yield the figures that contradict one, of the same time to the day."""
    for one in library.store.relations.conflicts(scope, figure=own):
        other = library.store.figures.get(one.right if one.left == own else one.left)
        if one.kind == VALUES_DIFFER and not one.verdict and other is not None:
            yield other


def _counted_otherwise(library: Library, own: str, scope: Scope) -> Iterator[tuple[str, Statistic]]:
    """Yield the figures with another count of the same stock at the end of a year: 年底有民宿236家, 2024年现有417家."""
    found = library.store.figures.get(own)
    topic = topic_of(found[1]) if found else None
    if found is None or topic is None or not _tells_what_there_is(library, *found):
        return
    named = found[1].subject or found[1].region
    for there, other, _ in library.store.figures.on_ground(topic.ground, _ON_GROUND, topic.end, scope, named):
        told = topic_of(other)
        same = told is not None and (told.key, told.sort, told.unit) == (topic.key, topic.sort, topic.unit)
        if same and not agree(found[1], other) and _tells_what_there_is(library, there, other):
            yield there, other


def _tells_what_there_is(library: Library, article: str, figure: Statistic) -> bool:
    """Tell whether a count is a stock (what there is at a time) and no flow (what came about during it)."""
    words = library.texts.get(article).place(figure.evidence).quote
    return (
        figure.direction is None
        and figure.kind is StatisticKind.ACTUAL
        and figure.unit not in CURRENCIES
        and _THERE_IS.search(words) is not None
    )


def _begin(figure: Statistic) -> int:
    return figure.figure.start
