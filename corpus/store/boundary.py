"""Where what a damaged row makes other libraries say becomes a sentence of ours."""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable
from decimal import InvalidOperation
from typing import Any, Final, TypeVar

from corpus.model.errors import LibraryError

Table = TypeVar("Table")
_BROKEN: Final = (ValueError, KeyError, TypeError, IndexError, InvalidOperation, zlib.error)
"""What reading a row raises that does not hold what it should: letters, JSON, numbers, members of a list."""


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
