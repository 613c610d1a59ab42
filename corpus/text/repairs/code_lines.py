"""Lines of program code among prose: the marks in them are those of a language, not of Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.text.characters import HAN, count_han
from index.lazy_pattern import LazyPattern

_MOST_HAN: Final = 0.4
_MARK: Final = LazyPattern(r"[=(){}\[\];<>]|->|::|\bdef\b|\breturn\b|^\s*[#/]")
_SIGNS: Final = frozenset('={}`$#;"')
"""A text with none of them has no code but what is set in."""
_STRING: Final = LazyPattern(r"\"[^\"\n]*\"|'[^'\n]*'")
_COMMENT: Final = LazyPattern(r"(?:^|(?<=\s))(?://|#(?!\d)|--\s).*|/\*.*")
_COMMENT_SIGNS: Final = ("#", "//", "--", "/*")
_TRAILING: Final = LazyPattern(r"\S\s+(?:#|//)\s*\S")
_ONLY_COMMENT: Final = LazyPattern(r"\s*(?://|#|--|/?\*)")
_CHINESE_MARK: Final = LazyPattern("[，。；：！？、]")
_BESIDE_HAN: Final = LazyPattern(f"[{HAN}][,;:?!]|[,;:?!][{HAN}]")
_STATEMENT: Final = LazyPattern(
    r"(?:import|from|return|package|using|#include|SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP)\s.+"
    r"|(?:const|let|var|int|float|double|char|bool|void|public|private|protected|static|final)\s.*[=;({].*"
    r"|(?:if|for|while|elif|else|try|except|catch|with|def|class|function|switch|do)\b.*[:{]"
    r"|[A-Za-z_][\w.]*\(.*\)\s*[;:{]?|.*(?:[{}]|\);)|\$\s+[a-z].*|[a-z][\w.-]*\s[\x20-\x7e]*\s--?[a-z][\x20-\x7e]*"
)
_ASSIGNED: Final = LazyPattern(r"[\w.\[\]]{1,40}\s+[-+*/|]?=\s.*")
_ENTRY: Final = LazyPattern(
    r"\s*(?:[\w.-]{1,40}\s*=\s*(?:\"[^\"]*\"|'[^']*')\s*;?"
    r"|\"[^\"]*\"\s*:\s*(?:\"[^\"]*\"|[\d.]+|true|false|null|[\[{])\s*,?)\s*"
)
_MAY_STATE: Final = LazyPattern(r"\s*[\"$]|[a-z]\S* .* -")
"""How a statement begins that has none of the marks."""
_FENCES: Final = ("```", "~~~")


def find_code(lines: Sequence[str], characters: frozenset[str]) -> list[int]:
    """Return which of the lines of a text, that has these ``characters``, are code.

    Those are the lines between fences, set in with the marks of code, written as a statement, and comments above or
    below such.
    """
    if characters.isdisjoint(_SIGNS):
        return [place for place, line in enumerate(lines) if _set_in(line)]
    found = _fenced(lines)
    found.update(
        place for place, line in enumerate(lines) if place not in found and (_set_in(line) or _states(line))
    )
    for step in (1, -1):
        found.update(_comments(lines, found, step))
    return sorted(found)


def _comments(lines: Sequence[str], found: set[int], step: int) -> set[int]:
    """Return the comments that stand right below code (``step`` 1) or right above it (-1)."""
    beside: set[int] = set()
    for code in found:
        place = code + step
        while 0 <= place < len(lines) and place not in found and _ONLY_COMMENT.match(lines[place]):
            beside.add(place)
            place += step
    return beside


def _fenced(lines: Sequence[str]) -> set[int]:
    """Return the lines between fences, none for a fence that nothing closes."""
    fenced: set[int] = set()
    opened: int | None = None
    for place, line in enumerate(lines):
        if not line.lstrip().startswith(_FENCES):
            continue
        if opened is None:
            opened = place
        else:
            fenced.update(range(opened, place + 1))
            opened = None
    return fenced


def _set_in(line: str) -> bool:
    """Tell whether a line set in by four blanks or a tab is code and not a paragraph that begins so."""
    if not line.startswith(("    ", "\t")):
        return False
    letters = sum(1 for character in line if not character.isspace())
    return letters > 0 and count_han(line) < _MOST_HAN * letters and _MARK.search(line) is not None


def _states(line: str) -> bool:
    """Tell whether a line is a statement: what it says in quotation marks and in its comment does not count."""
    if not _MARK.search(line) and not _explained(line) and not _MAY_STATE.match(line):
        return False
    if _ENTRY.fullmatch(line):
        return True
    bare = _STRING.sub("", line)
    if any(sign in bare for sign in _COMMENT_SIGNS):
        bare = _COMMENT.sub("", bare)
    bare = bare.strip()
    if not bare or _CHINESE_MARK.search(bare) or count_han(bare) >= _MOST_HAN * len(bare):
        return False
    if bare.isascii() and _explained(line):
        return True
    if _STATEMENT.fullmatch(bare):
        return True
    return _ASSIGNED.fullmatch(bare) is not None and not _BESIDE_HAN.search(bare)


def _explained(line: str) -> bool:
    """Tell whether a comment stands behind something in the line."""
    return ("#" in line or "//" in line) and _TRAILING.search(line) is not None
