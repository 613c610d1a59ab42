"""Values and errors as plain JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from corpus.model.errors import YindeError

Json = Any

Told = Callable[[YindeError], str]
"""Says an error in the language of a person."""


def plain(value: object) -> Json:
    """Return any value of the library as JSON: dataclasses as objects, decimals and paths as strings."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def error(problem: YindeError, told: Told = str) -> Json:
    """Return an error with its kind, its sentence and its values."""
    values = {key: str(value) for key, value in problem.values.items()}
    return {"kind": problem.kind, "message": told(problem), "values": values}
