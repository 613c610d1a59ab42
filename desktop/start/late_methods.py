"""Having the methods of dataclasses compiled when they are first called, not when their module is loaded."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

_MAKES: Final = "_create_fn"


def make_methods_late() -> None:
    """Let every dataclass defined from now on compile each of its methods the first time it is called.

    Up to Python 3.12 six are compiled one by one for a frozen one, most of a millisecond; a hundred and twenty of
    them are loaded for the first page, and most of their methods are called by nobody. Other versions are left as
    they are.
    """
    library = vars(dataclasses)
    make = library.get(_MAKES)
    if make is None or getattr(make, "late", False):
        return

    def late(name: str, *parts: Any, **more: Any) -> Any:
        return _standing_in(name, lambda: make(name, *parts, **more))

    late.late = True  # type: ignore[attr-defined]
    library[_MAKES] = late


def _standing_in(name: str, make: Any) -> Any:
    """Return what makes a method at its first call and then gives its place in the class to it."""
    made: list[Any] = []

    def stand_in(self: Any, /, *given: Any, **named: Any) -> Any:
        if not made:
            made.append(make())
            for kind in type(self).__mro__:
                if vars(kind).get(name) is stand_in:
                    type.__setattr__(kind, name, made[0])
        return made[0](self, *given, **named)

    stand_in.__name__ = name
    return stand_in
