"""Where a figure is from, in a line: its article, the place there, and how old its data are."""

from __future__ import annotations

from corpus.language import translate as _
from corpus.language.phrases import placed, titled
from corpus.library.core.views import StatisticView


def source_line(view: StatisticView) -> str:
    """Return the place of a figure and how old its data are."""
    return placed(view.place) + _age(view.as_of)


def article_line(title: str, as_of: str) -> str:
    """Return the title of an article and how old its data are."""
    return titled(title) + _age(as_of)


def _age(as_of: str) -> str:
    return " · " + _("资料截至 {date}", date=as_of) if as_of else ""
