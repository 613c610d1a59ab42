"""Whether the values the program makes are of the types they state, for a test: a row or a file may hold any.

What is written in types is checked before anything runs, but for what comes from a column, a JSON text or a pattern.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import functools
import sys
import types
import typing
from collections import Counter
from collections.abc import Callable
from itertools import islice
from typing import Any, Final

_MOST: Final = 400
"""Values of a class looked at in one test."""
_FEW: Final = 3
"""Members of a list looked at."""
_PACKAGES: Final = ("corpus.", "index.")
_CALLABLE: Final[Any] = collections.abc.Callable
_made: Counter[type] = Counter()
_wrong: list[str] = []
_seen: set[str] = set()


def begin() -> None:
    """Look, from here on, at the values made of what is loaded now."""
    _made.clear()
    _wrong.clear()
    for name in set(sys.modules) - _seen:
        _seen.add(name)
        if name.startswith(_PACKAGES):
            for one in list(vars(sys.modules[name]).values()):
                if isinstance(one, type) and dataclasses.is_dataclass(one) and one.__module__ == name:
                    _watch(one)


def end() -> list[str]:
    """Return what was made since and is not as it states."""
    return [*_wrong]


def fits(value: Any, stated: Any) -> bool:
    """Tell whether a value is of a type, as far as can be seen of it."""
    kind, inside = typing.get_origin(stated), typing.get_args(stated)
    if stated is Any or stated is object:
        return True
    if stated is None or stated is type(None):
        return value is None
    if kind in {typing.Union, types.UnionType}:
        return any(fits(value, one) for one in inside)
    if kind is typing.Literal:
        return value in inside
    if kind is tuple and isinstance(value, tuple) and inside and inside[-1] is not Ellipsis:
        return len(value) == len(inside) and all(map(fits, value, inside))
    plain = kind or stated
    if plain is float:
        return isinstance(value, (float, int))
    if not isinstance(plain, type) or getattr(plain, "_is_protocol", False) or plain is _CALLABLE:
        return True
    if not isinstance(value, plain):
        return False
    members: Any = value
    if (
        plain in {tuple, list, set, frozenset, collections.abc.Sequence}
        and inside
        and not isinstance(value, str)
    ):
        return all(fits(one, inside[0]) for one in islice(members, _FEW))
    return True


def _watch(kind: type) -> None:
    try:
        types_of = typing.get_type_hints(kind)
    except NameError:  # named for the reader of the types only
        return
    names = [one.name for one in dataclasses.fields(kind)]
    made: Callable[..., None] = kind.__init__  # type: ignore[misc]

    @functools.wraps(made)
    def looked_at(self: Any, *given: Any, **named: Any) -> None:
        made(self, *given, **named)
        _made[kind] += 1
        if _made[kind] <= _MOST:
            for name in names:
                value = getattr(self, name)
                if not fits(value, types_of[name]):
                    _wrong.append(f"{kind.__name__}.{name}: {value!r:.80} is no {types_of[name]}")

    kind.__init__ = looked_at  # type: ignore[misc]
