"""Counting the steps of a function: lines of the project's own code, characters looked through, places tried."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any, Final, Self, SupportsIndex

from index.lazy_pattern import LazyPattern, lazy_pattern
from tests.counting.counted_pattern import CountedPattern
from tests.counting.patterns import PatternCounter

_ROOT: Final = Path(__file__).resolve().parents[2]
_OWN: Final = tuple(str(_ROOT / name) + "/" for name in ("corpus", "index"))
_DEEP: Final = 1_000_000
_FUNCTIONS: Final = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class CountedText(str):
    """A text that counts the characters its methods look through."""

    __slots__ = ("looked",)
    looked: int

    def __new__(cls, text: str) -> Self:
        made = super().__new__(cls, text)
        made.looked = 0
        return made

    def __hash__(self) -> int:
        return super().__hash__()

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other)

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        found = super().__getitem__(key)
        self.looked += len(found)
        return found

    def __contains__(self, part: object) -> bool:
        return self.find(str(part)) >= 0

    def find(self, part: str, *between: Any) -> int:
        """Find a part, counting up to it."""
        start, end, _step = slice(*between if len(between) > 1 else (*between, None)[:2]).indices(len(self))
        found = super().find(part, *between)
        self.looked += max(0, (end if found < 0 else found) - start) + 1
        return found

    def rfind(self, part: str, *between: Any) -> int:
        """Find the last such part, counting back to it."""
        start, end, _step = slice(*between if len(between) > 1 else (*between, None)[:2]).indices(len(self))
        found = super().rfind(part, *between)
        self.looked += max(0, end - (start if found < 0 else found)) + 1
        return found

    def index(self, part: str, *between: Any) -> int:
        """Find a part that is there."""
        found = self.find(part, *between)
        if found < 0:
            raise ValueError(part)
        return found

    def count(self, part: str, *between: Any) -> int:
        """Count a part."""
        start, end, _step = slice(*between if len(between) > 1 else (*between, None)[:2]).indices(len(self))
        self.looked += max(0, end - start)
        return super().count(part, *between)


@contextmanager
def _deep() -> Iterator[None]:
    """Let functions call each other as deep as a text is long."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(_DEEP)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def lines_run(step: Callable[[str], object], text: str) -> int:
    """Return how many lines of the project's own code a step runs, and how many characters it looks through."""
    lines = 0

    def in_frame(_frame: FrameType, event: str, _value: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return in_frame

    def entered(frame: FrameType, _event: str, _value: object) -> Any:
        return in_frame if frame.f_code.co_filename.startswith(_OWN) else None

    counted = CountedText(text)
    before = sys.gettrace()
    sys.settrace(entered)
    try:
        step(counted)
    finally:
        sys.settrace(before)
    return lines + counted.looked


class CountedModules:
    """A second copy of some packages, whose patterns count what they try."""

    def __init__(self, *packages: str) -> None:
        self._counters: list[PatternCounter] = []
        self._made: dict[tuple[str, int], CountedPattern] = {}
        self._copies: dict[str, ModuleType] = {}
        self._packages = packages

    def load(self, name: str) -> ModuleType:
        """Return the copy of a module."""
        with self._in_place():
            return import_module(name)

    def tried(self, step: Callable[[str], object], text: str) -> int:
        """Return how many characters and places the patterns look at while a step runs."""
        before = sum(one.steps for one in self._counters)
        with self._in_place(), _deep():
            step(text)
        for one in self._counters:
            one.forget()
        return sum(one.steps for one in self._counters) - before

    def pattern(self, expression: str) -> Any:
        """Return a counted pattern."""
        return self._counted(re.compile(expression))

    def _counted(self, real: re.Pattern[str]) -> CountedPattern:
        key = (real.pattern, real.flags)
        if key not in self._made:
            self._made[key] = CountedPattern(real, self._counters)
        return self._made[key]

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """Put the copies in the place of the modules, and counting in the place of ``re``'s functions."""
        originals = self._taken_out()
        sys.modules.update(self._copies)
        functions: dict[str, Any] = {name: getattr(re, name) for name in ("compile", *_FUNCTIONS)}
        real = functions["compile"]

        def compiled(pattern: Any, flags: int = 0) -> Any:
            if not _asked_by(self._packages) or not isinstance(getattr(pattern, "pattern", pattern), str):
                return real(pattern, flags)
            if isinstance(pattern, CountedPattern):
                return pattern
            return self._counted(real(pattern, flags))

        def calling(name: str) -> Callable[..., Any]:
            def call(pattern: Any, *rest: Any, flags: int = 0, **named: Any) -> Any:
                if not _asked_by(self._packages):
                    return functions[name](pattern, *rest, flags=flags, **named)
                return getattr(compiled(pattern, flags), name)(*rest, **named)

            return call

        for name in _FUNCTIONS:
            setattr(re, name, calling(name))
        re.compile = compiled
        lazy = vars(lazy_pattern)
        begun, lazy["compiled"] = (
            lazy["compiled"],
            compiled,
        )  # what begins searches does not end in re.compile
        try:
            yield
        finally:
            for name, function in functions.items():
                setattr(re, name, function)
            lazy["compiled"] = begun
            self._copies = self._taken_out()
            sys.modules.update(originals)

    def _taken_out(self) -> dict[str, ModuleType]:
        """Take the packages' modules out of the table of modules and return them."""
        names = [
            name
            for name in sys.modules
            if any(name == one or name.startswith(f"{one}.") for one in self._packages)
        ]
        return {name: sys.modules.pop(name) for name in names}


def _asked_by(packages: tuple[str, ...]) -> bool:
    """Tell whether the nearest caller outside this module belongs to one of the packages."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_globals.get("__name__") in {__name__, LazyPattern.__module__}:
        frame = frame.f_back
    name = str(frame.f_globals.get("__name__", "")) if frame is not None else ""
    return any(name == one or name.startswith(f"{one}.") for one in packages)
