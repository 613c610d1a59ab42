"""What of the figures is shown: plain conditions on plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.knowledge.comparison import size_of
from corpus.library.core.views import StatisticView
from corpus.model.statistic import FactStatus, StatisticKind
from corpus.report.figure_words import figure_words, year_of
from desktop.services.targets import DataTarget


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """Empty fields let everything pass; anecdotes and rejected figures pass only where asked for."""

    text: str = ""
    subject: str = ""
    kind: str = ""
    year: str = ""
    status: str = ""
    article: str = ""
    disputed: bool = False
    anecdotes: bool = False

    def passes(self, view: StatisticView) -> bool:
        """Tell whether a figure is shown."""
        figure = view.statistic
        return (
            (not self.subject or figure.subject == self.subject)
            and (not self.kind or figure.kind == self.kind)
            and (not self.year or year_of(figure.period) == self.year)
            and (figure.status == self.status if self.status else figure.status is not FactStatus.REJECTED)
            and (not self.article or view.place.article == self.article)
            and (not self.disputed or bool(view.conflicts))
            and (
                self.anecdotes
                or self.kind == StatisticKind.ANECDOTE
                or figure.kind is not StatisticKind.ANECDOTE
            )
            and self._speaks_of(view)
        )

    def _speaks_of(self, view: StatisticView) -> bool:
        if not self.text.strip():
            return True
        figure = view.statistic
        told = " ".join(
            (figure.metric, figure.subject, figure.region, figure.period.text, figure_words(figure), figure.source,
             view.place.title, view.place.quote)
        ).casefold()  # fmt: skip
        return all(word in told for word in self.text.casefold().split())


def agreeing(views: Iterable[StatisticView]) -> dict[str, tuple[str, ...]]:
    """Return for each figure the ids of those that say the same, from another article or another source."""
    groups: defaultdict[tuple[object, ...], list[StatisticView]] = defaultdict(list)
    for view in views:
        figure, size = view.statistic, size_of(view.statistic)
        dated = figure.period.start and figure.period.end
        if size is not None and dated and figure.status is not FactStatus.REJECTED:
            key = (figure.metric, figure.subject, figure.region, figure.period.start, figure.period.end,
                   figure.base_unit, size)  # fmt: skip
            groups[key].append(view)
    found: dict[str, tuple[str, ...]] = {}
    for group in groups.values():
        for view in group:
            others = [one.statistic.id for one in group if _independent(view, one)]
            if others:
                found[view.statistic.id] = tuple(others)
    return found


def _independent(one: StatisticView, other: StatisticView) -> bool:
    return one.place.article != other.place.article or one.statistic.source != other.statistic.source


def counted(values: Iterable[str]) -> Sequence[tuple[str, int]]:
    """Return the values that occur, without the empty one, with how often each does."""
    counts: defaultdict[str, int] = defaultdict(int)
    for value in values:
        if value:
            counts[value] += 1
    return tuple(counts.items())


def filter_of(target: DataTarget) -> FigureFilter:
    """Return what a target asks to be shown."""
    return FigureFilter(
        text=target.text, subject=target.subject, year=target.year, article=target.article,
        status=target.status or "", disputed=target.disputed,
    )  # fmt: skip
