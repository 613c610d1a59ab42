"""The blocks and settings of a draft as JSON: only what differs from the ordinary is written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import Any

from corpus.model.draft import DraftItem, DraftSettings
from corpus.model.school import SchoolRules
from corpus.store.sqlite.boundary import from_row


def items_to_json(items: Iterable[DraftItem]) -> str:
    """Return blocks as JSON."""
    return json.dumps([item_values(one) for one in items], ensure_ascii=False)


@from_row
def items_from_json(text: str) -> tuple[DraftItem, ...]:
    """Return the blocks a JSON text holds; lists of kind, ref and text are those of earlier versions."""
    return tuple(item_of_values(one) for one in json.loads(text))


def settings_to_json(settings: DraftSettings) -> str:
    """Return settings as JSON."""
    return json.dumps(settings_values(settings), ensure_ascii=False)


def settings_values(settings: DraftSettings) -> dict[str, Any]:
    """Return settings as plain values."""
    values = asdict(settings)
    rules = {key: value for key, value in values.pop("rules").items() if value}
    return {key: value for key, value in values.items() if value} | ({"rules": rules} if rules else {})


@from_row
def settings_from_json(text: str) -> DraftSettings:
    """Return the settings a JSON text holds; what is not known is passed over."""
    return settings_of_values(json.loads(text or "{}"))


def settings_of_values(values: Mapping[str, Any]) -> DraftSettings:
    """Return the settings plain values tell."""
    told = _known(DraftSettings, values)
    told["rules"] = SchoolRules(**_known(SchoolRules, told.get("rules") or {}))
    return DraftSettings(**told)


def item_values(item: DraftItem) -> dict[str, Any]:
    """Return a block as plain values."""
    ordinary = DraftItem(item.kind)
    told = {one.name: getattr(item, one.name) for one in fields(item)}
    return {key: value for key, value in told.items() if key == "kind" or value != getattr(ordinary, key)}


def item_of_values(values: Mapping[str, Any] | list[Any]) -> DraftItem:
    """Return the block plain values tell."""
    return DraftItem(*values) if isinstance(values, list) else DraftItem(**_known(DraftItem, values))


def _known(kind: type, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that are fields of a class."""
    names = {one.name for one in fields(kind)}
    return {key: value for key, value in values.items() if key in names}
