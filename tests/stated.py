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
_ANYTHING: Final[frozenset[Any]] = frozenset((Any, object, collections.abc.Callable))
_LISTS: Final = frozenset((tuple, list, set, frozenset, collections.abc.Sequence))
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
    return _test_of(stated)(value)


Test = Callable[[Any], bool]


@functools.cache
def _test_of(stated: Any) -> Test:
    """Return what tells of a value whether it is of a type; made once for each, asked of every value."""
    kind, inside = typing.get_origin(stated), typing.get_args(stated)
    if kind in {typing.Union, types.UnionType}:
        return _any_of(inside)
    if kind is typing.Literal:
        return lambda value: value in inside
    if kind is tuple and inside and inside[-1] is not Ellipsis:
        return _tuple_of(tuple(map(_test_of, inside)))
    plain = type(None) if stated is None else kind or stated
    if plain is float:
        return lambda value: isinstance(value, (float, int))
    if not _is_plain(plain):
        return lambda _value: True
    if plain in _LISTS and inside:
        return _list_of(plain, _test_of(inside[0]))
    return lambda value: isinstance(value, plain)


def _is_plain(stated: Any) -> bool:
    """Tell whether one can ask of a value whether it is of a type, and not everything is."""
    can_be_asked = isinstance(stated, type) and not getattr(stated, "_is_protocol", False)
    return can_be_asked and stated not in _ANYTHING


def _any_of(kinds: tuple[Any, ...]) -> Test:
    """Return the test of a union; one of classes alone is a single question."""
    if all(_is_plain(one) and one is not float for one in kinds):
        return lambda value: isinstance(value, kinds)
    tests = tuple(map(_test_of, kinds))
    return lambda value: any(test(value) for test in tests)


def _tuple_of(tests: tuple[Test, ...]) -> Test:
    def test(value: Any) -> bool:
        return (
            isinstance(value, tuple)
            and len(value) == len(tests)
            and all(one(member) for one, member in zip(tests, value, strict=True))
        )

    return test


def _list_of(plain: Any, member: Test) -> Test:
    def test(value: Any) -> bool:
        if not isinstance(value, plain):
            return False
        return isinstance(value, str) or all(map(member, islice(value, _FEW)))

    return test


def _watch(kind: type) -> None:
    try:
        types_of = typing.get_type_hints(kind)
    except NameError:  # named for the reader of the types only
        return
    tests = [(one.name, _test_of(types_of[one.name])) for one in dataclasses.fields(kind)]
    made: Callable[..., None] = kind.__init__  # type: ignore[misc]

    @functools.wraps(made)
    def looked_at(self: Any, *given: Any, **named: Any) -> None:
        made(self, *given, **named)
        _made[kind] += 1
        if _made[kind] <= _MOST:
            for name, test in tests:
                value = getattr(self, name)
                if not test(value):
                    _wrong.append(f"{kind.__name__}.{name}: {value!r:.80} is no {types_of[name]}")

    kind.__init__ = looked_at  # type: ignore[misc]
