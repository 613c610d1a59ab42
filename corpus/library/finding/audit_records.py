"""What a library has on record of the very thing and time of a paper's figures, whatever words it stands in there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from corpus.audit.cells import told_in_words
from corpus.knowledge.comparing.comparison import ground_of
from corpus.knowledge.statistics import extract_statistics
from corpus.library.core.library import Library
from corpus.library.finding.audit_sources import Stretch
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.statistic import Statistic
from corpus.text.script import plain_script
from corpus.text.sentences import sentences

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
        """Yield the sentences on record of what a figure of the paper is a figure of, of its time."""
        ground = ground_of(stated) if stated is not None and stated.period.end else ""
        if stated is None or not ground:
            return
        named, ends = stated.subject or stated.region, stated.period.end
        for article, known, _ in self._library.store.figures.on_ground(
            ground, _ON_GROUND, ends, self._scope, named
        ):
            if ground_of(known) != ground:
                continue
            text = self._library.texts.get(article)
            shown = text.shown(known.evidence)
            told = "" if known.cell is None else told_in_words(known)
            yield Stretch(article, shown.start, shown.of(text.clean), told, on_record=True)


def _begin(figure: Statistic) -> int:
    return figure.figure.start
