"""A filter typed by one name of a metric or company asks for its other names too: 地区生产总值, GDP, 生产总值."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.text.filter_words import runs_of

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.store.facts.figure_query import FigureQuery


def by_any_name(library: Library, query: FigureQuery) -> FigureQuery:
    """Return a query that asks for the words typed by all their names."""
    typed = runs_of(query.text)
    aliases = library.aliases if typed else {}
    others = ((run, aliases.get(run) or aliases.get(run.upper(), ())) for run in typed)
    return replace(query, names=tuple((run, *known) for run, known in others if known))
