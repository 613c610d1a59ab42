"""A figure as a row of a list of statements, the same on every page that lists figures among others."""

from __future__ import annotations

from corpus.language.phrases import according_to
from corpus.library.core.views import StatisticView
from corpus.report.figure_words import figure_words, period_words
from desktop.widgets.label import PART
from desktop.widgets.lists.statement import Statement
from desktop.wording.sources import source_line


def statement_of(view: StatisticView, lead: str = "", *, narrow: bool = False, of: str = "") -> Statement:
    """Return a figure as a row: the number, what it measures, and the sentence under 引.

    In a ``narrow`` list who says so has a line of its own above where it stands; in a list ``of`` one subject only
    the others are named.
    """
    figure = view.statistic
    told = ("" if figure.subject == of else figure.subject, period_words(figure.period), figure.metric)
    head = " · ".join(part for part in told if part)
    source = according_to(figure.source) + ("\n" if narrow else PART) if figure.source else ""
    return Statement(
        f"{figure_words(figure)}　{head}",
        detail=source + source_line(view),
        lead=lead,
        quote=view.place.quote,
        source=source_line(view),
        payload=view,
    )
