"""Patterns people type: wildcards and regular expressions, checked before they run."""

from __future__ import annotations

import re
import warnings
from re import _parser as structure  # type: ignore[attr-defined]  # the only way to look inside a pattern
from typing import Any

LONGEST = 200
REPEATS = {"MAX_REPEAT", "MIN_REPEAT"}


def _nested(items: Any, *, inside: bool) -> bool:
    """Tell whether an unbounded repeat (or a choice) stands inside another: those can take for ever."""
    for operation, argument in items:
        name = str(operation)
        if name in REPEATS:
            _low, high, body = argument
            many = int(high) > 20
            if (many and inside) or _nested(body, inside=inside or many):
                return True
        elif name == "SUBPATTERN":
            if _nested(argument[-1], inside=inside):
                return True
        elif name == "BRANCH":
            if inside or any(_nested(body, inside=inside) for body in argument[1]):
                return True
        elif name in {"ASSERT", "ASSERT_NOT"}:
            if _nested(argument[1], inside=inside):
                return True
        elif name in {"GROUPREF", "GROUPREF_EXISTS"}:
            return True
    return False


def _unbounded(items: Any) -> int:
    """Count the unbounded repeats that follow each other: the work grows with their number as the exponent."""
    return sum(
        int(argument[1]) > 20 if str(operation) in REPEATS
        else _unbounded(argument[-1]) if str(operation) == "SUBPATTERN"
        else 0
        for operation, argument in items
    )  # fmt: skip


def is_safe(pattern: str) -> str:
    """Return an empty string for a pattern that can be run, otherwise the key of what is wrong with it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
            items = structure.parse(pattern)
    except (re.error, RecursionError, OverflowError):
        return "bad_regex"
    if len(pattern) > LONGEST or _nested(items, inside=False) or _unbounded(items) > 3:
        return "slow_regex"
    return ""


def from_wildcard(text: str) -> re.Pattern[str]:
    """Return the pattern of a word with wildcards, which stay inside one run of letters and digits."""
    body = "".join(
        "[^\\W\\u4e00-\\u9fff]*" if c == "*" else "[^\\W\\u4e00-\\u9fff]" if c == "?" else re.escape(c)
        for c in text
    )
    return re.compile(r"(?<![0-9A-Za-z])" + body + r"(?![0-9A-Za-z])")
