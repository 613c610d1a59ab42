"""A figure as a row of its table: which column holds which field, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache, lru_cache
from operator import itemgetter
from typing import Any, Final, TypeVar

from corpus.model.span import Span
from corpus.model.statistic import Cell, Change, Direction, FactStatus, Period, Statistic, StatisticKind
from corpus.store.schema.told_by_numbers import KINDS, NAMED, STATUSES
from corpus.store.sqlite.boundary import from_row
from corpus.store.sqlite.payload import decimal_of
from corpus.text.sounds import sort_key

_Told = TypeVar("_Told", str, float)
COLUMNS: Final = (
    "id", "article", "start", "stop", "evidence_start", "evidence_stop", "metric", "subject", "region", "year",
    "period_told", "first_day", "last_day", "value", "low", "high", "unit", "base_value", "base_unit", "qualifier",
    "kind_number", "direction", "basis", "change_direction", "change_value", "change_unit", "change_basis", "source",
    "doubt", "exactly", "status_number", "inferred", "reviewed", "own", "inherited", "cell_row", "cell_column",
    "amount", "rate",
    *(f"{name}_number" for name in NAMED),
)  # fmt: skip
"""What a figure is written into; numbers are kept as printed, ``amount`` and ``rate`` are what they sort by."""
_NUMBER: Final = "(SELECT number FROM figure_names WHERE field = {} AND name = ?)"
MARKS: Final = ", ".join(
    ["?"] * (len(COLUMNS) - len(NAMED)) + [_NUMBER.format(place) for place in range(len(NAMED))]
)
"""The places of the values of ``COLUMNS`` in a statement: of what has a name of its own, by that."""


def values_of(article: str, one: Statistic, *, own: bool) -> tuple[object, ...]:
    """Return the values of ``COLUMNS``; ``own`` tells whether a person recorded the figure."""
    change, cell, year = one.change, one.cell, (one.period.end or one.period.start)[:4]
    doubt = round(one.confidence * 100)
    return (
        one.id, article, one.figure.start, one.figure.end, one.evidence.start, one.evidence.end, one.metric,
        one.subject, one.region, year, _unlike(one.period.text, f"{year}年"),
        _unlike(one.period.start, f"{year}-01-01"), _unlike(one.period.end, f"{year}-12-31"), _text(one.value),
        _text(one.low), _text(one.high), one.unit, _text(one.base_value), one.base_unit, one.qualifier,
        KINDS.index(one.kind),
        None if one.direction is None else one.direction.value, one.basis,
        None if change is None else change.direction.value, None if change is None else _text(change.value),
        None if change is None else change.unit, None if change is None else change.basis,
        one.source, doubt, _unlike(one.confidence, doubt / 100), STATUSES.index(one.status),
        int(one.inferred), int(one.reviewed), int(own),
        json.dumps(one.inherited, ensure_ascii=False), cell and cell.row, cell and cell.column, _amount(one),
        _rate(one.movement), *_names(one),
    )  # fmt: skip


def _unlike(value: _Told, usual: _Told) -> _Told | None:
    """Return a value that is not what it would be taken for."""
    return None if value == usual else value


def names_of(figures: Iterable[Statistic]) -> list[tuple[int, str, str]]:
    """Return what some figures are named, each name once: the place of its field, itself, what it is sorted by."""
    told = {(place, name) for one in figures for place, name in enumerate(_names(one))}
    return [(place, name, sort_key(name)) for place, name in sorted(told)]


def _names(one: Statistic) -> tuple[str, ...]:
    return one.metric, one.subject, one.region, one.source


_READ: Final = (
    "id", "metric", "value", "unit", "evidence_start", "evidence_stop", "start", "stop", "subject", "region", "period",
    "period_from", "period_to", "low", "high", "base_value", "base_unit", "qualifier", "kind", "direction", "basis",
    "source", "confidence", "status", "inferred", "reviewed", "own", "inherited", "cell_row", "cell_column",
    "change_direction", "change_value", "change_unit", "change_basis",
)  # fmt: skip
_NOTHING: Final = "[]"
_kind_of, _direction_of, _status_of = cache(StatisticKind), cache(Direction), cache(FactStatus)
_period_of: Final = lru_cache(maxsize=4096)(Period)


@lru_cache(maxsize=1024)
def _inherited(told: str) -> tuple[Any, ...]:
    return () if told == _NOTHING else tuple(json.loads(told))


@cache
def _reading(names: tuple[str, ...]) -> Callable[[sqlite3.Row], tuple[Any, ...]]:
    """Return what reads the columns of a figure from rows with these names, by place: by name each is looked for."""
    return itemgetter(*(names.index(name) for name in _READ))


@from_row
def statistic_of(row: sqlite3.Row) -> Statistic:
    """Return the figure of a row."""
    (
        identity, metric, value, unit, evidence_start, evidence_stop, start, stop, subject, region, period,
        period_from, period_to, low, high, base_value, base_unit, qualifier, kind, direction, basis,
        source, confidence, status, inferred, reviewed, own, inherited, cell_row, cell_column,
        change_direction, change_value, change_unit, change_basis,
    ) = _reading(tuple(row.keys()))(row)  # fmt: skip
    change = None
    if change_direction is not None:
        moved = decimal_of(change_value)
        change = Change(_direction_of(change_direction), moved, change_unit or "", change_basis or "")
    return Statistic(
        id=identity, metric=metric, value=decimal_of(value), unit=unit, evidence=Span(evidence_start, evidence_stop),
        figure=Span(start, stop), subject=subject, region=region, period=_period_of(period, period_from, period_to),
        low=decimal_of(low), high=decimal_of(high), base_value=decimal_of(base_value), base_unit=base_unit,
        qualifier=qualifier, kind=_kind_of(kind), direction=None if direction is None else _direction_of(direction),
        basis=basis, change=change, source=source, confidence=float(confidence), status=_status_of(status),
        inferred=bool(inferred), reviewed=bool(reviewed), own=bool(own),
        inherited=_inherited(inherited),
        cell=None if cell_row is None else Cell(cell_row, cell_column),
    )  # fmt: skip


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _amount(one: Statistic) -> float | None:
    told = (one.base_value, one.value, one.low, one.high)
    size = next((float(value) for value in told if value is not None), None)
    return -abs(size) if size is not None and one.direction is Direction.DOWN else size


def _rate(moved: Change | None) -> float | None:
    if moved is None or moved.value is None:
        return None
    return float(-moved.value if moved.direction is Direction.DOWN else moved.value)
