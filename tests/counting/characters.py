"""Reading off a pattern's parse tree what one character has to be, and what a match can begin with."""

from __future__ import annotations

import re
from collections.abc import Callable
from re import _constants as op  # type: ignore[attr-defined]  # the parse tree has no public name
from typing import Any, Final

First = Callable[[str], bool]
"""Whether a match can begin with a character."""

CATEGORIES: Final[dict[Any, Callable[[str], bool]]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    op.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


class CharacterTests:
    """Makes the test of one character; ``flags`` are those of the part of the pattern being read."""

    def __init__(self, flags: int) -> None:
        self.flags = flags

    def one(self, kind: Any, value: Any) -> First | None:
        """Return what a single character has to be, ``None`` for what is no single character."""
        if kind in {op.LITERAL, op.NOT_LITERAL}:
            same = self._literal(chr(value))
            return same if kind is op.LITERAL else lambda c: not same(c)
        if kind is op.ANY:
            return (lambda _c: True) if self.flags & re.DOTALL else (lambda c: c != "\n")
        return self._in(value) if kind is op.IN else None

    def _literal(self, wanted: str) -> First:
        if self.flags & re.IGNORECASE:
            cases = {wanted, wanted.lower(), wanted.upper()}
            return lambda c: c in cases or c.lower() in cases
        return lambda c: c == wanted

    def _in(self, items: list[Any]) -> First:
        negated = bool(items) and items[0][0] is op.NEGATE
        tests = [self._member(*item) for item in items[1 if negated else 0 :]]
        known: dict[str, bool] = {}

        def holds(c: str) -> bool:
            if c not in known:
                known[c] = any(test(c) for test in tests) != negated
            return known[c]

        return holds

    def _member(self, kind: Any, value: Any) -> First:
        if kind is op.LITERAL:
            return self._literal(chr(value))
        if kind is op.CATEGORY:
            test = CATEGORIES[value]
            return (lambda c: c.isascii() and test(c)) if self.flags & re.ASCII else test
        low, high = value
        forms: Callable[[str], tuple[str, ...]] = (
            (lambda c: (c, c.lower(), c.upper())) if self.flags & re.IGNORECASE else (lambda c: (c,))
        )
        return lambda c: any(len(form) == 1 and low <= ord(form) <= high for form in forms(c))

    def first_of(self, items: list[Any]) -> First | None:
        """Return what a match can begin with, ``None`` where it may be anything or nothing."""
        for kind, value in items:
            if kind in {op.AT, op.ASSERT, op.ASSERT_NOT}:
                continue
            one = self.one(kind, value)
            if one is not None:
                return one
            if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
                return self.first_of(list(value[2])) if value[0] else None
            if kind is op.SUBPATTERN:
                return self.first_of(list(value[3])) if not value[1] | value[2] else None
            if kind is op.ATOMIC_GROUP:
                return self.first_of(list(value))
            if kind is op.BRANCH:
                ways = [self.first_of(list(way)) for way in value[1]]
                return _any_of([way for way in ways if way is not None]) if None not in ways else None
            return None
        return None


def _any_of(tests: list[First]) -> First:
    known: dict[str, bool] = {}

    def holds(c: str) -> bool:
        if c not in known:
            known[c] = any(test(c) for test in tests)
        return known[c]

    return holds
