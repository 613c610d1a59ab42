"""Where what a damaged row makes other libraries say becomes a sentence of ours.

What else goes wrong in a table is a fault of the program and is told as one: whoever is told of damage looks for a
backup.
"""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Callable
from decimal import InvalidOperation
from typing import Any, Final, ParamSpec, TypeVar

from corpus.model.errors import LibraryError

Table = TypeVar("Table")
Given = ParamSpec("Given")
Value = TypeVar("Value")
_BROKEN: Final = (ValueError, InvalidOperation, zlib.error, struct.error)
"""What values of a row make: letters, JSON, numbers, names of kinds and packed texts that are not what they should."""
_SHAPES: Final = (KeyError, TypeError, IndexError, AttributeError)
"""What a value of a row makes that is a value, but of another shape; outside of ``from_row`` a fault of the program."""


class BrokenRowError(ValueError):
    """The columns of a row do not hold what was written into them."""


def from_row(read: Callable[Given, Value]) -> Callable[Given, Value]:
    """Mark what makes a value of columns: whatever their content makes it raise says that they are damaged."""

    @functools.wraps(read)
    def called(*given: Given.args, **named: Given.kwargs) -> Value:
        try:
            return read(*given, **named)
        except _SHAPES as error:
            raise BrokenRowError(f"{type(error).__name__}: {error}") from error

    return called


def guarded(table: type[Table]) -> type[Table]:
    """Have the public methods of a table raise LibraryError (library_damaged) for a row that cannot be understood."""
    for name, method in list(vars(table).items()):
        if not name.startswith("_") and callable(method):
            setattr(table, name, _guarded(method, table.__name__))
    return table


def _guarded(method: Callable[..., Any], table: str) -> Callable[..., Any]:
    @functools.wraps(method)
    def called(self: Any, *given: Any, **named: Any) -> Any:
        try:
            return method(self, *given, **named)
        except _BROKEN as error:
            path = str(self._database.path.parent)
            raise LibraryError("library_damaged", path=path, detail=f"{table}: {error}") from error

    return called
