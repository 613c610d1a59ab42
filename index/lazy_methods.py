"""Methods of dataclasses that are written when they are first called.

``dataclass`` writes and compiles five or six methods for every class, and a start uses few of the many it loads:
without this it spends a sixth of its time there. The methods themselves are those of ``dataclasses``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, Final

Method = Callable[..., Any]

_ASKED: Final = "_create_fn"
_write: Final[Method | None] = vars(dataclasses).get(_ASKED)


def write_methods_late() -> None:
    """Have the methods of every dataclass defined from now on written when they are first called.

    Where ``dataclasses`` writes them in another way, which Python is free to do, everything stays as it is.
    """
    if _write is not None:
        setattr(dataclasses, _ASKED, _written_late)


def _written_late(name: str, parameters: list[str], body: list[str], **known: Any) -> Method:
    """Return what stands in a class for a method until it is first called."""
    written: list[Method] = []

    def stand_in(self: object, /, *given: Any, **named: Any) -> Any:
        if not written and _write is not None:
            written.append(_write(name, parameters, body, **known))
            written[0].__qualname__ = stand_in.__qualname__
            for kind in type(self).__mro__:
                if vars(kind).get(name) is stand_in:
                    type.__setattr__(kind, name, written[0])
        return written[0](self, *given, **named)

    stand_in.__name__ = name
    return stand_in
