"""The figures beside what a search found: those of the places found that tell of what was asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView, statistic_view
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic, StatisticKind
from index.query.explanation import Explained, Explanation

BEST_ARTICLES: Final = 8
"""Articles whose figures are looked at, the best first."""
_SHORTEST: Final = 2
_MOVING: Final = frozenset(
    (
        "增长",
        "增速",
        "增幅",
        "增长率",
        "涨幅",
        "上升",
        "上涨",
        "下降",
        "降幅",
        "下跌",
        "跌幅",
        "减少",
        "回落",
        "变化",
    )
)
"""Words that ask for a movement, not for a level."""
_YEAR: Final = 4


def figures_of(
    library: Library, asked: Explanation, places: Iterable[tuple[Place, bool]]
) -> tuple[StatisticView, ...]:
    """Return the figures stated at ``places`` that tell of what was ``asked``, those of most of its words first.

    Among those of as many words stand first the figures of the year asked for, and movements where one was asked for.

    A word tells of a figure where it stands in the figure's metric, subject or place, or holds its metric as a
    longer quotation does. With each place comes whether what was asked stands there literally: then all its figures
    are told of, as they are where nothing but numbers or patterns was asked for.
    """
    words = [*_words(asked.root)] if asked.root else []
    years = frozenset(_years(asked.root)) if asked.root else frozenset()
    moving = any(not _MOVING.isdisjoint(forms) for forms in words)
    best: dict[str, list[tuple[Span, bool]]] = {}
    for place, literal in places:
        if len(best) < BEST_ARTICLES or place.article in best:
            best.setdefault(place.article, []).append((place.span, literal))
    found: dict[str, tuple[int, int, StatisticView]] = {}
    for article, spans in best.items():
        figures = [
            (_told(one, words), one)
            for one in library.store.facts.statistics_of(article)
            if one.status is not FactStatus.REJECTED and one.kind is not StatisticKind.ANECDOTE
        ]
        if not figures or library.store.article_changes.change_of(article) is None:
            continue
        ready = library.texts.get(article)
        stand = [(told, one, ready.shown(one.evidence)) for told, one in figures]
        for span, literal in spans:
            found |= {
                one.id: (-told, -_fits(one, years, moving=moving), statistic_view(ready, one, {}))
                for told, one, at in stand
                if (told or literal or not words) and at.overlaps(span)
            }
    return tuple(view for *_order, view in sorted(found.values(), key=lambda one: one[:2]))


def _words(node: Explained) -> Iterator[tuple[str, ...]]:
    """Yield what was asked for, word by word, each with the other forms it is found by; what is left out is not."""
    if node.kind == "not":
        return
    if node.parts:
        for part in node.parts:
            yield from _words(part)
    elif node.kind not in {"range", "regex", "wildcard"}:
        forms = tuple(one.casefold() for one in (node.text, *node.also) if len(one) >= _SHORTEST)
        if forms and not node.text.removesuffix("年").isdecimal():
            yield forms


def _years(node: Explained) -> Iterator[str]:
    """Yield the years asked for."""
    if node.kind == "not":
        return
    for part in node.parts:
        yield from _years(part)
    told = node.text.removesuffix("年")
    if not node.parts and told.isdecimal() and len(told) == _YEAR:
        yield told


def _fits(figure: Statistic, years: frozenset[str], *, moving: bool) -> int:
    """Return how well a figure fits what was asked besides its words: by its year, by being a movement."""
    start, end = figure.period.start[:_YEAR], figure.period.end[:_YEAR]
    return 2 * (start == end and start in years) + (moving and figure.movement is not None)


def _told(figure: Statistic, words: list[tuple[str, ...]]) -> int:
    """Return how much the words tell of a figure: each by its metric, its subject or its place, twice by the metric."""
    metric, subject, region = (one.casefold() for one in (figure.metric, figure.subject, figure.region))
    whole = len(metric) >= _SHORTEST
    return sum(
        2 * any(form in metric or (whole and metric in form) for form in forms)
        + any(form in subject or form in region for form in forms)
        + (metric in forms)
        for forms in words
    )
