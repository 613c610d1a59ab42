"""Compiling a pattern so that a search looks only where a match can begin.

``re`` skips to possible beginnings only of patterns that begin with a sign, a class or plain words to choose from;
most of the program's begin with groups of cues or look around first. What is added is added to the one pattern that
is compiled here: how ``re`` compiles those of others stays as it is.
"""

from __future__ import annotations

import re
from re import _compiler, _parser  # type: ignore[attr-defined]  # where a search begins is told nowhere else
from typing import Any, Final

from index.lazy_pattern.first_signs import first_signs
from index.lazy_pattern.kept_programs import KeptPrograms, Program, as_bytes, as_numbers

_AT_ITS_START: Final = frozenset(("AT_BEGINNING", "AT_BEGINNING_STRING"))
"""A search for what stands there only ends after one try."""
_HEAD: Final = 5
"""Numbers of the block before a program that says nothing of its beginning: its mark, length, kind and two widths."""
_KEPT: Final = KeptPrograms()


def compiled(pattern: Any, flags: int) -> re.Pattern[Any]:
    """Return what ``re.compile`` makes, with what a match can begin with told to it where it did not see it itself."""
    try:
        program = _KEPT.of(pattern, int(flags))
        if program is None:
            program = _program(pattern, flags)
            _KEPT.keep(pattern, int(flags), program)
        return _put_together(pattern, program)
    except (AttributeError, RuntimeError):  # of a Python that compiles them otherwise
        return re.compile(pattern, flags)


def _program(pattern: Any, flags: int) -> Program:
    """Return the program of a pattern that tells what a match can begin with."""
    parts = _parser.parse(pattern, flags)
    code = _compiler._code(parts, flags)  # noqa: SLF001 - the program itself is told nowhere else
    state = parts.state
    signs = _beginnings(parts, code)
    if signs is not None:
        code = _with_beginnings(code, signs, state.flags)
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return (
        int(flags | state.flags), as_bytes(code), state.groups - 1, dict(state.groupdict), tuple(names)
    )  # fmt: skip


def _beginnings(parts: Any, code: list[int]) -> Any:
    """Return the signs a match begins with, if they are known and the program does not tell of any."""
    if code[0] != _compiler.INFO or code[1] != _HEAD - 1 or code[2] or not code[3]:
        return None
    operation, given = parts.data[0]
    if str(operation) == "AT" and str(given) in _AT_ITS_START and not parts.state.flags & re.MULTILINE:
        return None
    signs, empty = first_signs(parts, parts.state.flags)
    return None if empty else signs or None


def _with_beginnings(code: list[int], signs: Any, flags: int) -> list[int]:
    """Return a program whose first block tells the signs; its jumps are counted from where they stand."""
    shortest, longest = code[3:_HEAD]
    head = [int(_compiler.INFO), 0, int(_compiler.SRE_INFO_CHARSET), shortest, longest]
    items = _compiler._optimize_charset(list(signs), None, None, None)[0]  # noqa: SLF001 - shared by all patterns of the program
    _compiler._compile_charset(items, flags, head)  # noqa: SLF001 - as it writes every other class
    head[1] = len(head) - 1
    return head + code[_HEAD:]


def _put_together(pattern: Any, program: Program) -> re.Pattern[Any]:
    """Return the pattern of a program, as ``re`` puts it together."""
    flags, code, groups, numbers, names = program
    put = _compiler._sre.compile  # noqa: SLF001 - what re.compile ends with
    made: re.Pattern[Any] = put(pattern, flags, as_numbers(code), groups, numbers, names)
    return made
