r"""What Word's field EQ shows: fractions, roots, rings around digits, readings above characters.

A field of this kind has no words of its own: ``EQ \f(1,2)`` is ½ on the page, and ``eq \o\ac(○,3)`` is ③.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from corpus.importing.blocks.raised import raised
from index.lazy_pattern import LazyPattern

_IS_EQ: Final = LazyPattern(r"\s*eq(?=[\s\\])", re.IGNORECASE)
_SWITCHES: Final = LazyPattern(r"(?:\\(?:[lrb]c\s*\\?[^\s\\A-Za-z]|[A-Za-z*]+\s*\d*)\s*)+\(")
_SWITCH: Final = LazyPattern(r"\\([A-Za-z]+)")
_FORMAT: Final = LazyPattern(r'\\\*\s*(?:"[^"]*"|\S+)\s*')
"""How the field is set, which is not shown: \\* jc2 \\* "Font:宋体" \\* hps10."""
_SIMPLE: Final = LazyPattern(r"[\w.]+%?")
_RINGS: Final = frozenset("○◯〇O0")
_MOST_RINGED: Final = 20
_DEEPEST: Final = 12
_LONGEST: Final = 2000


def is_eq(code: str) -> bool:
    """Tell whether the code of a field is one of EQ."""
    return _IS_EQ.match(code) is not None


def shown_by_eq(code: str) -> str:
    """Return what a field of EQ shows, on one line; empty where its code is not followed."""
    head = _IS_EQ.match(code)
    if head is None or len(code) > _LONGEST:
        return ""
    return _shown(_FORMAT.sub("", code[head.end() :]).strip(), 0)


def _shown(text: str, depth: int) -> str:
    if depth > _DEEPEST:
        return ""
    parts: list[str] = []
    place = 0
    while place < len(text):
        switches = _SWITCHES.match(text, place)
        if switches is not None:
            inside, place = _arguments(text, switches.end())
            names = _SWITCH.findall(switches[0])
            make = _MAKERS.get(names[0].casefold() if names else "", _together)
            parts.append(make([_shown(one, depth + 1) for one in inside], switches[0].casefold()))
        elif text[place] == "\\" and place + 1 < len(text):
            parts.append(text[place + 1])
            place += 2
        else:
            parts.append(text[place])
            place += 1
    return "".join(parts).strip()


def _arguments(text: str, start: int) -> tuple[list[str], int]:
    """Return what stands in brackets from ``start`` on, parted by commas, and the place behind them."""
    found, depth, begin, place = [], 1, start, start
    while place < len(text) and depth:
        char = text[place]
        if char == "\\" and place + 1 < len(text) and text[place + 1] in "\\(),;":
            place += 1
        elif char in "（(":
            depth += 1
        elif char in "）)":
            depth -= 1
        elif char in ",;，；" and depth == 1:
            found.append(text[begin:place])
            begin = place + 1
        place += 1
    found.append(text[begin : place - 1] if not depth else text[begin:])
    return [one.strip() for one in found], place


def _fraction(parts: Sequence[str], _code: str) -> str:
    above, below = (*parts, "", "")[:2]
    return f"{_grouped(above)}/{_grouped(below)}" if above and below else above + below


def _root(parts: Sequence[str], _code: str) -> str:
    degree, inside = (parts[0], parts[1]) if len(parts) > 1 else ("", "".join(parts))
    return f"{raised(degree)}√{_grouped(inside)}"


def _over(parts: Sequence[str], code: str) -> str:
    """Return characters set over each other: a ringed number, or the last one below its reading."""
    filled = [one for one in parts if one]
    number = next((one for one in filled if one.isdecimal()), "")
    if "\\ac" in code and number and 0 < int(number) <= _MOST_RINGED and _RINGS & set(filled):
        return chr(0x2460 + int(number) - 1)
    return filled[-1] if filled else ""


def _script(parts: Sequence[str], code: str) -> str:
    text = "".join(parts)
    return raised(text) if "\\up" in code else text


def _listed(parts: Sequence[str], _code: str) -> str:
    return ", ".join(parts)


def _bracketed(parts: Sequence[str], _code: str) -> str:
    return f"({' '.join(parts)})"


def _nothing(_parts: Sequence[str], _code: str) -> str:
    return ""


def _together(parts: Sequence[str], _code: str) -> str:
    return " ".join(one for one in parts if one)


def _grouped(part: str) -> str:
    return part if _SIMPLE.fullmatch(part) else f"({part})"


_MAKERS: Final[Mapping[str, Callable[[Sequence[str], str], str]]] = {
    "f": _fraction, "r": _root, "o": _over, "s": _script, "l": _listed, "b": _bracketed, "d": _nothing,
}  # fmt: skip
