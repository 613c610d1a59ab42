"""What a match can begin with, told from its parsed pattern: a text that holds none of it need not be searched."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, TypeAlias

Signs: TypeAlias = tuple[tuple[Any, Any], ...]
"""Items of a class, as ``re`` keeps them: signs, ranges and categories."""

_OTHERWISE: Final = re.IGNORECASE | re.LOCALE
"""Of such a pattern the signs it is written with are not all it may begin with."""
_REPEATS: Final = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


def first_signs(parts: Iterable[tuple[Any, Any]], flags: int) -> tuple[Signs | None, bool]:
    """Return what parts of a pattern in a row may begin with, ``None`` if it is open, and whether they may be empty."""
    found: dict[tuple[Any, Any], None] = {}
    for operation, given in parts:
        signs, empty = _of_part(str(operation), operation, given, flags)
        if signs is None:
            return None, True
        found.update(dict.fromkeys(signs))
        if not empty:
            return tuple(found), False
    return tuple(found), True


def _of_part(name: str, operation: Any, given: Any, flags: int) -> tuple[Signs | None, bool]:
    """Return what a match of one part can begin with; a lookahead counts, other assertions match nothing."""
    signs: Signs | None = None
    empty = True
    if name == "LITERAL" and not flags & _OTHERWISE:
        signs, empty = ((operation, given),), False
    elif name == "IN" and not flags & _OTHERWISE and str(given[0][0]) != "NEGATE":
        signs, empty = tuple(given), False
    elif name == "BRANCH":
        signs, empty = _of_ways(given[1], flags)
    elif name == "SUBPATTERN" and not (given[1] or given[2]):
        signs, empty = first_signs(given[3], flags)
    elif name == "ATOMIC_GROUP":
        signs, empty = first_signs(given, flags)
    elif name in _REPEATS:
        signs, empty = first_signs(given[2], flags)
        empty = empty or given[0] == 0
    elif name == "ASSERT" and given[0] > 0:
        signs, empty = first_signs(given[1], flags)
        signs = () if empty else signs
    elif name in {"ASSERT", "ASSERT_NOT", "AT"}:
        signs = ()
    return signs, empty


def _of_ways(ways: Iterable[Any], flags: int) -> tuple[Signs | None, bool]:
    """Return what a match of any of several alternatives can begin with."""
    found: dict[tuple[Any, Any], None] = {}
    any_empty = False
    for way in ways:
        signs, empty = first_signs(way, flags)
        if signs is None:
            return None, True
        found.update(dict.fromkeys(signs))
        any_empty = any_empty or empty
    return tuple(found), any_empty
