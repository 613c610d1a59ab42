"""Character classes of patterns, worked out once a process: each of thousands of Han takes ``re`` a millisecond.

The patterns of the program hold the same few classes thousands of times; this halves what compiling them takes.
"""

from __future__ import annotations

from functools import cache, wraps
from re import _compiler  # type: ignore[attr-defined]  # where a class is worked out can be reached nowhere else
from typing import Any, Final

_WORKED_OUT_BY: Final = "_optimize_charset"


@cache
def keep_classes() -> None:
    """Let ``re`` remember what it made of a class; without effect on a Python that works them out otherwise."""
    work_out = getattr(_compiler, _WORKED_OUT_BY, None)
    if work_out is None:
        return
    kept: dict[tuple[Any, ...], Any] = {}

    @wraps(work_out)
    def remembering(items: Any, *how: Any) -> Any:
        """Work a class out; ``how`` are the functions of a pattern that takes capital and small letters for one."""
        key = (tuple(items), *map(_by_identity, how))
        if key not in kept:
            kept[key] = work_out(items, *how)
        return kept[key]

    setattr(_compiler, _WORKED_OUT_BY, remembering)


def _by_identity(how: object) -> object:
    """Return what tells one such function or table from another, of which there are a handful."""
    return how if how is None or callable(how) else id(how)
