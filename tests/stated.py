"""Whether the values the program makes are of the types they state, for a test: a row or a file may hold any.

What is written in types is checked before anything runs, but for what comes from a column, a JSON text or a pattern.
"""

from __future__ import annotations

import collections.abc
import dataclasses
import functools
import operator
import sys
import types
import typing
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
_wrong: list[str] = []
_seen: set[str] = set()
_watched: list[Callable[[], None]] = []
"""What has the values of each class looked at from the first one on."""


def begin() -> None:
    """Look, from here on, at the values made of what is loaded now."""
    _wrong.clear()
    for look in _watched:
        look()
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
    classes = _classes_of(stated)
    if classes is object:
        return lambda _value: True
    if classes is not None:
        return lambda value: isinstance(value, classes)
    if kind in {typing.Union, types.UnionType}:
        tests = tuple(map(_test_of, inside))
        return lambda value: any(test(value) for test in tests)
    if kind is typing.Literal:
        return lambda value: value in inside
    if kind is tuple and inside[-1] is not Ellipsis:
        return _tuple_of(tuple(map(_test_of, inside)))
    return _list_of(kind, _test_of(inside[0]))


@functools.cache
def _classes_of(stated: Any) -> Any:
    """Return the class, or the classes, one of which a value is to be of; ``None`` where more has to be asked.

    Of what cannot be asked, anything is: ``object``.
    """
    kind, inside = typing.get_origin(stated), typing.get_args(stated)
    if kind in {typing.Union, types.UnionType}:
        classes = tuple(map(_classes_of, inside))
        whole = all(isinstance(one, type) for one in classes)
        return (object if object in classes else classes) if whole else None
    if kind is typing.Literal:
        return None
    plain = type(None) if stated is None else kind or stated
    if plain is float:
        return float, int
    if not _is_plain(plain):
        return object
    return None if plain in _LISTS and inside else plain


def _is_plain(stated: Any) -> bool:
    """Tell whether one can ask of a value whether it is of a type, and not everything is."""
    can_be_asked = isinstance(stated, type) and not getattr(stated, "_is_protocol", False)
    return can_be_asked and stated not in _ANYTHING


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
    stated = {one.name: types_of[one.name] for one in dataclasses.fields(kind)}
    fit = _all_fit(stated)
    made: Callable[..., None] = kind.__init__  # type: ignore[misc]
    looked = 0

    @functools.wraps(made)
    def looked_at(self: Any, *given: Any, **named: Any) -> None:
        nonlocal looked
        made(self, *given, **named)
        if not fit(self):
            values = ((name, getattr(self, name), of) for name, of in stated.items())
            _wrong.extend(
                f"{kind.__name__}.{name}: {value!r:.80} is no {of}"
                for name, value, of in values
                if not _test_of(of)(value)
            )
        looked += 1
        if looked == _MOST:
            kind.__init__ = made  # type: ignore[misc]

    def look() -> None:
        nonlocal looked
        if looked >= _MOST:
            kind.__init__ = looked_at  # type: ignore[misc]
        looked = 0

    kind.__init__ = looked_at  # type: ignore[misc]
    _watched.append(look)


def _all_fit(stated: dict[str, Any]) -> Test:
    """Return what tells of a value whether all its fields are of their types: in a few calls, of most classes."""
    classes = {name: _classes_of(of) for name, of in stated.items()}
    plain = {name: of for name, of in classes.items() if of not in {None, object}}
    asked = tuple(plain.values())
    fields = _values_of(tuple(plain))
    others = [
        (operator.attrgetter(name), _test_of(stated[name])) for name, of in classes.items() if of is None
    ]

    def test(value: Any) -> bool:
        return all(map(isinstance, fields(value), asked)) and all(one(field(value)) for field, one in others)

    return test


def _values_of(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the values of some fields."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)
