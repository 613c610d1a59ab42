"""What of the figures is shown, as plain values: the query of a target, and of a page come back to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from corpus.knowledge.document.places import full_name, normal_place
from corpus.knowledge.phrases.metrics import usual_metric
from corpus.library.core.library import Library
from corpus.library.facts.statistics import figure_facet
from corpus.model.statistic import FactStatus, StatisticKind
from corpus.store.facts.figure_query import FigureQuery
from desktop.pages.facet_button import Offer, joined
from desktop.services.targets import DataTarget
from desktop.wording.words import kind_name, status_name


def query_of(target: DataTarget) -> FigureQuery:
    """Return what a target asks to be shown."""
    return FigureQuery(
        text=target.text,
        subjects=(target.subject,) if target.subject else (),
        years=(target.year,) if target.year else (),
        articles=(target.article,) if target.article else (),
        status=target.status or "",
        disputed=target.disputed,
    )


def plain_query(query: FigureQuery) -> dict[str, Any]:
    """Return a query without its scope, which is the window's, as plain values."""
    return {one.name: getattr(query, one.name) for one in fields(query) if one.name != "scope"}


def query_from(state: Mapping[str, Any]) -> FigureQuery:
    """Return the query of plain values; lists become tuples."""
    known = {one.name for one in fields(FigureQuery)} - {"scope"}
    said: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in state.items()
        if name in known
    }
    return FigureQuery(**said)


def offers_of(library: Library, query: FigureQuery, field: str) -> tuple[Offer, ...]:
    """Return the values of a field that can be chosen: names of one metric or place together."""
    counts = figure_facet(library, query, field)
    if field == "metrics":
        return joined(counts, usual_metric, _first)
    if field == "regions":
        return joined(counts, normal_place, _place)
    if field == "years":
        return tuple(sorted(joined(counts, str, _first), key=lambda one: one.name, reverse=True))
    return joined(counts, str, {"kinds": _kind, "status": _status, "articles": _title}.get(field, _first))


def _first(value: str, _title: str) -> str:
    return value


def _place(value: str, _title: str) -> str:
    return full_name(normal_place(value))


def _kind(value: str, _title: str) -> str:
    return kind_name(StatisticKind(value))


def _status(value: str, _title: str) -> str:
    return status_name(FactStatus(value))


def _title(_value: str, title: str) -> str:
    return title
