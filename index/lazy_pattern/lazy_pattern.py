"""A pattern that is compiled when it is first used: a start, a command or a worker pays only for those it needs."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, AnyStr, Final, Generic

from index.lazy_pattern.character_classes import keep_classes
from index.lazy_pattern.search_beginnings import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    _Put: TypeAlias = AnyStr | Callable[[re.Match[AnyStr]], AnyStr]

_GIVEN: Final = (
    "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match", "search", "split", "sub", "subn",
)  # fmt: skip
"""What is taken over from the compiled pattern."""


class LazyPattern(Generic[AnyStr]):
    """What ``re.compile`` makes, made at the first question; every later one goes straight to the compiled pattern.

    A pattern that belongs to a module is one of these; a match it gives has the compiled one as its ``re``. One that
    holds words of a person is none: programs of these are kept where the modules are.
    """

    __slots__ = ("_asked", "pattern", *_GIVEN)

    def __init__(self, pattern: AnyStr, flags: int = 0) -> None:
        self.pattern = pattern
        self._asked = flags

    if TYPE_CHECKING:
        pattern: AnyStr
        flags: int
        groups: int
        groupindex: dict[str, int]

        def search(self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[AnyStr] | None:
            """Find the first match."""

        def match(self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[AnyStr] | None:
            """Match at ``pos``."""

        def fullmatch(
            self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize
        ) -> re.Match[AnyStr] | None:
            """Match everything from ``pos`` to ``endpos``."""

        def finditer(
            self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize
        ) -> Iterator[re.Match[AnyStr]]:
            """Find one match after the other."""

        def findall(self, string: AnyStr, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]:
            """Return what the matches, or their groups, hold."""

        def split(self, string: AnyStr, maxsplit: int = 0) -> list[AnyStr | Any]:
            """Part a text at the matches."""

        def sub(self, repl: _Put[AnyStr], string: AnyStr, count: int = 0) -> AnyStr:
            """Put something in the place of the matches."""

        def subn(self, repl: _Put[AnyStr], string: AnyStr, count: int = 0) -> tuple[AnyStr, int]:
            """Do the same and count."""

    else:

        def __getattr__(self, name: str) -> Any:
            if name not in _GIVEN:
                raise AttributeError(name, name=name, obj=self)
            keep_classes()
            made = compiled(self.pattern, self._asked)
            for one in _GIVEN:
                setattr(self, one, getattr(made, one))
            return getattr(self, name)
