"""Patterns people type: wildcards and regular expressions, run by a matcher whose work grows with the text only.

The matcher (RE2) has no way back: what would need one, looking ahead or behind and repeating what a group found,
is refused with a word of its own.
"""

from __future__ import annotations

import re
import warnings
from functools import lru_cache
from re import _parser as structure  # type: ignore[attr-defined]  # the only way to look inside a pattern
from typing import Any

import re2

from index.fold.classes import SURROGATES
from index.lazy_pattern import LazyPattern

LONGEST = 200
# A sentence without an end (a run of letters, a table) is looked through in pieces of so many characters.
PIECE = 2000
ANCHORS = LazyPattern(r"[\^$]|\\[bBAzZ]")
# What the letters behind a backslash mean in Python, in words the matcher knows: alone, and inside brackets.
CLASSES = {
    "w": (r"[\p{L}\p{N}_]", r"\p{L}\p{N}_"),
    "W": (r"[^\p{L}\p{N}_]", r"\p{C}\p{M}\p{P}\p{S}\p{Z}"),
    "d": (r"\p{Nd}", r"\p{Nd}"),
    "D": (r"\P{Nd}", r"\P{Nd}"),
    "s": (r"[\s\v\p{Z}]", r"\s\v\p{Z}"),
    "S": (r"[^\s\v\p{Z}]", r"\p{L}\p{M}\p{N}\p{P}\p{S}"),
    "Z": (r"\z", r"\z"),
}
UNICODE = LazyPattern(r"\\u([0-9A-Fa-f]{4})")
# Letters and digits of any script but Chinese.
LETTER = (
    r"[\p{Ll}\p{Lu}\p{Lt}\p{Lm}\p{N}_"
    r"\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Thai}\p{Devanagari}]"
)
BEYOND = (b"invalid perl operator", b"invalid escape sequence")
TOO_MUCH = (b"too large", b"repetition size")


class Linear:
    """A compiled pattern; spans are code points of the text it is looked for in."""

    def __init__(self, pattern: str, *, cased: bool = True) -> None:
        options = re2.Options()
        options.log_errors = False
        options.case_sensitive = cased
        self._compiled: Any = re2.compile(_readable(pattern), options)
        self._anywhere = not ANCHORS.search(pattern)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return where the pattern matches something."""
        return [m.span() for m in self._compiled.finditer(_readable(text)) if m.end() > m.start()]

    def stands_in(self, text: str) -> bool:
        """Tell whether the pattern matches anything, be it nothing at all."""
        return self._compiled.search(_readable(text)) is not None

    def may_stand_in(self, text: str) -> bool:
        """Tell whether the pattern can match in some part of a text."""
        return not self._anywhere or self.stands_in(text)


def _readable(text: str) -> str:
    """Return a text as the matcher can read it: half a surrogate pair has no encoding."""
    return text if text.isascii() else SURROGATES.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return a pattern that matches just a text."""
    return str(re2.escape(_readable(text)))


def translated(pattern: str) -> str:
    """Return a pattern written for Python's matcher as the linear one spells it."""
    result: list[str] = []
    inside, at = False, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\" and at + 1 < len(pattern):
            code = UNICODE.match(pattern, at)
            known = CLASSES.get(pattern[at + 1])
            end = code.end() if code else at + 2
            result.append(f"\\x{{{code.group(1)}}}" if code else known[inside] if known else pattern[at:end])
            at = end
            continue
        if char == "[" and not inside:
            inside = True
            # A bracket that closes directly behind the one that opens stands for itself.
            end = at + 1 + pattern.startswith("^", at + 1)
            end += pattern.startswith("]", end)
            result.append(pattern[at:end].replace("]", "\\]"))
            at = end
            continue
        inside = inside and char != "]"
        result.append(char)
        at += 1
    return "".join(result)


@lru_cache(maxsize=64)
def compiled(pattern: str) -> Linear:
    """Return a regular expression as a person typed it, made ready; re2.error where it cannot be run."""
    return Linear(translated(pattern), cased=False)


def fault_of(pattern: str) -> str:
    """Return an empty string for a pattern that can be run, otherwise the key of what is wrong with it."""
    if len(pattern) > LONGEST:
        return "slow_regex"
    try:
        compiled(pattern)
    except re2.error as error:
        said: bytes = error.args[0]
        if any(word in said for word in BEYOND):
            return "unsupported_regex"
        return "slow_regex" if any(word in said for word in TOO_MUCH) else "bad_regex"
    return ""


def literal_in(pattern: str) -> str:
    """Return the longest string every match of a pattern holds, empty where none can be told."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            items = list(structure.parse(pattern))
    except (re.error, RecursionError, OverflowError):
        return ""
    runs = [""]
    for operation, argument in items:
        if str(operation) == "LITERAL":
            runs[-1] += chr(argument)
        elif runs[-1]:
            runs.append("")
    return max(runs, key=len)


@lru_cache(maxsize=64)
def from_wildcard(text: str) -> Linear:
    """Return the pattern of a word with wildcards, which stay inside one run of letters and digits."""
    body = "".join(f"{LETTER}*" if c == "*" else LETTER if c == "?" else escaped(c) for c in text)
    return Linear(_edge(text[0]) + body + _edge(text[-1]))


def _edge(char: str) -> str:
    """Return what keeps a match from beginning or ending inside a Latin word."""
    return r"\b" if char in "*?" or (char.isascii() and char.isalnum()) else ""
