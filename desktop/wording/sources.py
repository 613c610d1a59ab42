"""Where a figure or a note is from, in a line: its article, the place there, and how old its data are."""

from __future__ import annotations

from corpus.language import translate as _
from corpus.language.phrases import placed, titled, with_file
from corpus.library.core.views import AnnotationView, StatisticView


def source_line(view: StatisticView) -> str:
    """Return the place of a figure and how old its data are."""
    return placed(view.place) + _age(view.as_of)


def titled_note(view: AnnotationView) -> str:
    """Return the article of a note, told apart from others of its title; empty for a note without one."""
    return with_file(titled(view.article_title), view.file) if view.article_title else ""


def article_line(title: str, as_of: str) -> str:
    """Return the title of an article and how old its data are."""
    return titled(title) + _age(as_of)


def _age(as_of: str) -> str:
    return " · " + _("资料截至 {date}", date=as_of) if as_of else ""
