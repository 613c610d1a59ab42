"""Facts as JSON: how statistics and platform facts are written into a column and read back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import Cell, Change, Direction, FactStatus, Period, Statistic, StatisticKind
from corpus.store.sqlite.boundary import from_row

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def _plain(value: object) -> str | dict[str, object]:
    """Write decimals without exponent, and values as their fields (``asdict`` takes three times as long)."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    raise TypeError(type(value).__name__)


def _fields(value: DataclassInstance) -> dict[str, object]:
    """Return the fields of a value by name."""
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


def decimal_of(text: str | None) -> Decimal | None:
    """Return the number a column or a payload holds as text."""
    return None if text is None else Decimal(text)


def statistic_to_json(statistic: Statistic) -> str:
    """Return a statistic as JSON; numbers are decimal strings."""
    return json.dumps(_fields(statistic), ensure_ascii=False, default=_plain)


@from_row
def statistic_from_json(text: str) -> Statistic:
    """Return the statistic a JSON text holds."""
    record: dict[str, Any] = json.loads(text)
    change, direction, cell = record.pop("change"), record.pop("direction", None), record.pop("cell", None)
    numbers = ("value", "low", "high", "base_value")
    return Statistic(
        **{
            **record,
            **{name: decimal_of(record[name]) for name in numbers},
            "evidence": Span(**record["evidence"]),
            "figure": Span(**record["figure"]),
            "period": Period(**record["period"]),
            "kind": StatisticKind(record["kind"]),
            "status": FactStatus(record["status"]),
            "change": None if change is None else _change(change),
            "direction": None if direction is None else Direction(direction),
            "inherited": tuple(record.get("inherited", ())),
            "cell": None if cell is None else Cell(**cell),
        }
    )


def _change(record: dict[str, Any]) -> Change:
    return Change(
        Direction(record["direction"]),
        decimal_of(record["value"]),
        record.get("unit", ""),
        record.get("basis", ""),
    )


_USUAL: Final = {"article": "", "date": "", "inferred": False, "status": FactStatus.EXTRACTED, "own": False}
"""What a platform fact says of itself where nothing is written."""


def fact_to_json(fact: PlatformFact) -> str:
    """Return a platform fact as JSON, without what is as usual."""
    told = {
        name: value for name, value in _fields(fact).items() if name not in _USUAL or value != _USUAL[name]
    }
    return _short({**told, "value": dict(fact.value)})


def _short(told: dict[str, object]) -> str:
    return json.dumps(told, ensure_ascii=False, default=_plain, separators=(",", ":"))


def beside_columns(payload: str, *columns: object) -> str:
    """Return the JSON of a platform fact without what stands in its row's columns, told in the order of ``_COLUMNS``.

    What cannot be read stays as it is.
    """
    try:
        told = _UNTOLD | json.loads(payload)
        known = _of_columns(columns)
        return _short({name: value for name, value in told.items() if (name, value) not in known.items()})
    except (ValueError, TypeError):
        return payload


_COLUMNS: Final = ("id", "article", "platform", "predicate", "date", "start", "stop")
_UNTOLD: Final = {"article": "", "date": ""}
"""What of that a fact says where nothing is written."""


def _of_columns(values: Sequence[object]) -> dict[str, object]:
    """Return the fields of a platform fact that columns hold."""
    *named, start, stop = values
    return {**dict(zip(_COLUMNS, named, strict=False)), "evidence": {"start": start, "end": stop}}


FACT_COLUMNS: Final = (*_COLUMNS, "payload")
"""What a platform fact is written into, in the order of ``row_of_fact``."""


def row_of_fact(
    fact: PlatformFact, identity: str = "", article: str = "", span: Span | None = None
) -> tuple[object, ...]:
    """Return the values of ``FACT_COLUMNS``; what a person recorded has an id, an article and a place of its own."""
    place = span or fact.evidence
    columns = (
        identity or fact.id, article or fact.article, fact.platform, fact.predicate, fact.date, place.start, place.end,
    )  # fmt: skip
    return (*columns, beside_columns(fact_to_json(fact), *columns))


@from_row
def fact_of_row(row: sqlite3.Row) -> PlatformFact:
    """Return the platform fact of a row: its payload tells what its columns do not, or tell otherwise."""
    return _fact(_USUAL | _of_columns(tuple(row[name] for name in _COLUMNS)) | json.loads(row["payload"]))


@from_row
def fact_from_json(text: str) -> PlatformFact:
    """Return the platform fact a JSON text holds."""
    return _fact(_USUAL | json.loads(text))


def _fact(record: dict[str, Any]) -> PlatformFact:
    evidence = Span(**record.pop("evidence"))
    return PlatformFact(**{**record, "evidence": evidence, "status": FactStatus(record["status"])})
