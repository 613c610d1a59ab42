"""A filter typed by one name of a metric or company asks for its other names too: 地区生产总值, GDP, 生产总值."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.text.filter_words import runs_of

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from corpus.store.facts.figure_query import FigureQuery


_GROWTH: Final = ("增长速度", "增长率", "增速", "增幅")
"""What a rate of growth is called behind its metric, where its sentence says that the metric grows."""
_GROWS: Final = "增长"


def by_any_name(library: Library, query: FigureQuery) -> FigureQuery:
    """Return a query that asks for the words typed by all their names."""
    typed = runs_of(query.text)
    aliases = library.aliases if typed else {}
    return replace(query, names=tuple(names for run in typed if len(names := _names_of(run, aliases)) > 1))


def _names_of(run: str, aliases: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a word typed and whatever will do for it: 地区生产总值增速 is told as 生产总值 that grows, 增长."""
    known = aliases.get(run) or aliases.get(run.upper(), ())
    word = next((one for one in _GROWTH if run.endswith(one)), "")
    metric = run.removesuffix(word) if word else ""
    if not metric:
        return (run, *known)
    metrics = (metric, *(aliases.get(metric) or aliases.get(metric.upper(), ())))
    return (run, *known, *(f"{one}{word}" for one in metrics[1:]), *(f"{one} {_GROWS}" for one in metrics))
