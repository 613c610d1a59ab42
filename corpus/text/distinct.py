"""Names of which those that differ in nothing but case are given once."""

from __future__ import annotations

from collections.abc import Iterable


def distinct_names(names: Iterable[str], *without: str) -> tuple[str, ...]:
    """Return names in their order; of those that differ in case only the first, and none of ``without``."""
    known = {one.casefold() for one in without}
    told: dict[str, str] = {}
    for name in names:
        folded = name.casefold()
        if name and folded not in known:
            told.setdefault(folded, name)
    return tuple(told.values())
