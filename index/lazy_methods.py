"""Methods of dataclasses that are written when they are first called.

``dataclass`` writes and compiles five or six methods for every class, and a start uses few of the many it loads:
without this it spends a sixth of its time there. The methods themselves are those of ``dataclasses``, but that the
fields of a frozen class with slots are put straight into them, which makes a value in half the time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from types import MemberDescriptorType
from typing import Any, Final

Method = Callable[..., Any]

_ASKED: Final = "_create_fn"
_PUT: Final = "__dataclass_builtins_object__.__setattr__("
"""What a line begins with that gives a field of a frozen class its value: the value's owner, name and value follow."""
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
        """Write the method, put it in the place of this one, and call it."""
        if not written and _write is not None:
            owners = [kind for kind in type(self).__mro__ if vars(kind).get(name) is stand_in]
            lines = _put_straight(body, owners[0], known["locals"]) if name == "__init__" and owners else body
            written.append(_write(name, parameters, lines, **known))
            written[0].__qualname__ = stand_in.__qualname__
            for kind in owners:
                type.__setattr__(kind, name, written[0])
        return written[0](self, *given, **named)

    stand_in.__name__ = name
    return stand_in


def _put_straight(body: list[str], owner: type, known: dict[str, Any]) -> list[str]:
    """Return the lines of ``__init__`` with values put into the slots of a class by what the slots themselves offer."""
    lines = list(body)
    for number, line in enumerate(body):
        itself, _, rest = line.removeprefix(_PUT).partition(",")
        name, _, value = rest.partition(",")
        slot = getattr(owner, name.strip("'"), None) if line.startswith(_PUT) else None
        if isinstance(slot, MemberDescriptorType):
            known[f"_put_{slot.__name__}"] = slot.__set__
            lines[number] = f"_put_{slot.__name__}({itself},{value}"
    return lines
