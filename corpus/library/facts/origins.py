"""The chain behind one figure of the library: who said it first, who repeated it, who says it independently."""

from __future__ import annotations

from corpus.knowledge.comparing.comparable import agreeing, comparables
from corpus.knowledge.comparing.comparison import LocatedStatistic
from corpus.knowledge.comparing.origin import OriginLink, StatedFigure, chain_of
from corpus.library.core.library import Library

_MOST = 60
"""A figure that more articles tell is common knowledge: the first of them are enough."""


def origin_of(library: Library, figure_id: str) -> tuple[OriginLink, ...]:
    """Return the chain of the figures that say the same as one, itself among them; empty where it stands alone."""
    ground = library.store.figures.ground_of(figure_id)
    if not ground:
        return ()
    there = [LocatedStatistic(*one) for one in library.store.figures.on_ground(ground, 20 * _MOST)]
    own = next((one for one in there if one.statistic.id == figure_id), None)
    if own is None:
        return ()
    known = comparables([own, *(one for one in there if one is not own)])
    mine = next((one for one in known if one.statistic.id == figure_id), None)
    if mine is None:
        return ()
    groups = agreeing(one for one in known if one.topic == mine.topic)
    alike = {one.article: one for one in reversed(next(iter(groups), ()))}
    if len(alike) < 2:
        return ()
    first = list(alike.values())[-_MOST:]
    labels = library.store.found.labels([one.article for one in first])
    files = {article: label.file for article, label in labels.items()}
    return chain_of(
        _stated(library, one.statistic.id, one.article, one.statistic.source, files.get(one.article, ""))
        for one in first
    )


def _stated(library: Library, figure: str, article: str, source: str, file: str) -> StatedFigure:
    ready = library.texts.get(article)
    summary = ready.article.summary
    found = library.store.facts.statistic(figure)
    sentence = "" if found is None else ready.place(found[1].evidence).quote
    date = summary.metadata.date or summary.as_of
    return StatedFigure(figure, article, summary.title, date, sentence, source, file)
