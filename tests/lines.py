"""Labelled lines in one test: all of them are gone through, and all that fail are told by name at its end."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

Check = Callable[..., None]
_FAILURES = (Exception, pytest.fail.Exception, pytest.skip.Exception)
"""A line can neither be skipped nor end the test before the lines behind it."""
_LONGEST_NAME = 60


def every(
    names: str | Sequence[str],
    lines: Iterable[Any],
    *,
    ids: Sequence[str] | Callable[[Any], object] | None = None,
) -> Callable[[Check], Check]:
    """Give a test every line in turn, as ``pytest.mark.parametrize`` does, but in one test.

    A test of pytest's costs milliseconds of its own, more than most lines do. What a line finds must not depend on
    the lines before it: fixtures are made once for all of them.

    Raises, from the test: an exception group of what each failing line raised, named by its id.
    """
    called = [one.strip() for one in names.split(",")] if isinstance(names, str) else list(names)
    single = isinstance(names, str) and len(called) == 1
    given = [(one,) if single else tuple(one) for one in lines]
    if not given:
        raise ValueError("no lines")
    told = [_name(one, number, ids) for number, one in enumerate(given)]

    def wrapped(check: Check) -> Check:
        @functools.wraps(check)
        def through_all(**fixtures: Any) -> None:
            failed: list[str] = []
            raised: list[BaseException] = []
            for name, values in zip(told, given, strict=True):
                try:
                    check(**fixtures, **dict(zip(called, values, strict=True)))
                except _FAILURES as error:
                    error.add_note(f"line: {name}")
                    failed.append(name)
                    raised.append(error)
            if raised:
                raise BaseExceptionGroup(f"{len(failed)} of {len(given)} lines: {'; '.join(failed)}", raised)

        asked = inspect.signature(check)
        rest = [one for name, one in asked.parameters.items() if name not in called]
        through_all.__signature__ = asked.replace(parameters=rest)  # type: ignore[attr-defined]
        return through_all

    return wrapped


def _name(values: tuple[Any, ...], number: int, ids: Sequence[str] | Callable[[Any], object] | None) -> str:
    """Return what a line is called: as it was named, or by the beginning of what it holds."""
    if ids is not None and not callable(ids):
        return ids[number]
    return "-".join(str(ids(one) if ids else one)[:_LONGEST_NAME] for one in values)
