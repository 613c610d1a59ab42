"""A number as the form of its cell shows it: the section for its sign or size, scaled, rounded, between its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final, NamedTuple

from corpus.text.decimals import plain_digits
from index.lazy_pattern import LazyPattern

_TOKEN: Final = LazyPattern(
    r'"(?P<words>[^"]*)"|[\\!](?P<sign>.)|\[\$(?P<money>[^\]-]*)[^\]]*\]|(?P<off>\[[^\]]*\]|_.|\*.|@)'
    r"|(?P<whole>General|G/通用格式)|(?P<power>[Ee][+-])|(?P<digit>[#0?])|(?P<mark>[.,%/])|(?P<other>.)",
    re.DOTALL,
)
_TO_SEMICOLON: Final = LazyPattern(r'(?:"[^"]*"|[\\!].|[^;"\\!])*', re.DOTALL)
_CONDITION: Final = LazyPattern(r"\[(?P<sign><=|>=|<>|<|>|=)(?P<than>-?\d{1,20}(?:\.\d{1,10})?)\]")
_IS_SHOWN: Final = LazyPattern(r"[¥￥$€£‰℃\u3400-\u9fff]")
_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_ARROWS: Final = LazyPattern(r"[▲▼△▽↑↓]")
_MINUS: Final = frozenset("-−－(（")
_MOST_DECIMALS: Final = 15
_LONGEST: Final = 500
"""Characters of a form that is followed."""


class _Piece(NamedTuple):
    """A piece of a form: its kind by the group that found it, and what it shows."""

    kind: str
    text: str


def number_shown(value: Decimal, form: str) -> str:
    """Return a finite number as a form shows it, the plain number where the form is not followed."""
    if form in {"General", "@", ""} or len(form) > _LONGEST:
        return _without_dust(value)
    section, is_of_negatives = _section(form, value)
    pieces = [_piece(match) for match in _TOKEN.finditer(section)]
    kinds = {one.kind for one in pieces}
    if "power" in kinds or _is_fraction(pieces):
        return _without_dust(value)
    told = _written(value, pieces, is_of_negatives=is_of_negatives)
    return told or _without_dust(value)


def _without_dust(value: Decimal) -> str:
    """Return a number with as many digits as it has, floating-point dust rounded off."""
    return plain_digits(value, 10)


def _section(form: str, value: Decimal) -> tuple[str, bool]:
    """Return the section of a form that holds for a number, and whether it is the one for negative ones."""
    sections = _sections(form)
    conditions = [_CONDITION.search(one) for one in sections]
    if any(conditions):
        for section, condition in zip(sections, conditions, strict=True):
            if condition is None or _holds(value, condition["sign"], Decimal(condition["than"])):
                return section, False
        return "", False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), False


def _sections(form: str) -> list[str]:
    """Return the sections of a form, empty ones too."""
    found, start = [], 0
    while start <= len(form):
        one = _TO_SEMICOLON.match(form, start)
        end = one.end() if one else len(form)
        found.append(form[start:end])
        start = end + 1
    return found


def _holds(value: Decimal, sign: str, than: Decimal) -> bool:
    return ("=" in sign and value == than) or ("<" in sign and value < than) or (">" in sign and value > than)


def _piece(match: re.Match[str]) -> _Piece:
    kind = match.lastgroup or "off"
    text = match[kind]
    if kind in ("words", "money"):
        return _Piece("literal", text)
    if kind == "sign":
        return _Piece("literal" if text.strip() else "off", text)
    return _Piece(kind, text)


def _is_fraction(pieces: Sequence[_Piece]) -> bool:
    return any(one.kind == "mark" and one.text == "/" for one in pieces)


def _written(value: Decimal, pieces: Sequence[_Piece], *, is_of_negatives: bool) -> str:
    at = [place for place, one in enumerate(pieces) if one.kind in ("digit", "whole")]
    if not at:
        return _beside(pieces, alone=True)
    first, last = at[0], at[-1]
    inside = pieces[first : last + 1]
    digits = (
        _without_dust(abs(value))
        if any(one.kind == "whole" for one in inside)
        else _digits(value, pieces, first, last)
    )
    if digits is None:
        return ""
    before, behind = _beside(pieces[:first]), _beside(pieces[last + 1 :])
    nothing = "" if digits else _beside([one for one in pieces if one.kind != "digit"], alone=True)
    if nothing:
        return nothing
    digits = digits or "0"
    told_by_words = is_of_negatives and bool(_HAN.search(before)) and not _has_minus(pieces[:first])
    minus = "-" if value < 0 and digits.strip("0.,") and not told_by_words else ""
    percent = "%" if any(one == _Piece("mark", "%") for one in pieces) else ""
    return f"{minus}{before}{digits}{percent}{behind}"


def _has_minus(pieces: Sequence[_Piece]) -> bool:
    return any(one.text in _MINUS for one in pieces if one.kind in ("literal", "other"))


def _beside(pieces: Sequence[_Piece], *, alone: bool = False) -> str:
    """Return what stands beside the digits: words, and the signs of money; ``alone`` where no digits are shown."""
    text = "".join(
        one.text
        for one in pieces
        if one.kind == "literal" or (one.kind == "other" and (alone or _IS_SHOWN.match(one.text)))
    )
    return text.strip() if alone else _ARROWS.sub("", text).strip(" -−－+()（）")


def _digits(value: Decimal, pieces: Sequence[_Piece], first: int, last: int) -> str | None:
    """Return the digits of a number without its sign, empty where none are shown, ``None`` where that is not known."""
    inside = pieces[first : last + 1]
    behind = 0
    for one in pieces[last + 1 :]:
        if one != _Piece("mark", ","):
            break
        behind += 1
    point = next((place for place, one in enumerate(inside) if one.text == "." and one.kind != "digit"), None)
    between = [
        one for one in inside if one.kind in ("literal", "other") and one.text.strip() and one.text != "."
    ]
    percent = sum(one == _Piece("mark", "%") for one in pieces)
    scaled = abs(value) * Decimal(100) ** percent / Decimal(1000) ** behind
    whole = [one.text for one in inside[:point] if one.kind == "digit"]
    places = 0
    if point is not None:
        places = min(sum(one.kind == "digit" for one in inside[point:]), _MOST_DECIMALS)
        if inside[point].kind == "literal":
            scaled /= Decimal(10) ** places
    try:
        scaled = scaled.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    except InvalidOperation:
        return None
    if between:
        return _in_groups(scaled, inside) if point is None else None
    grouped = any(one == _Piece("mark", ",") for one in inside[:point])
    digits = f"{scaled:,.{places}f}" if grouped else f"{scaled:.{places}f}"
    least = whole.count("0")
    if not least and not scaled and not places:
        return ""
    return digits if grouped else digits.zfill(least + (places + 1 if places else 0))


def _in_groups(value: Decimal, inside: Sequence[_Piece]) -> str:
    """Return the digits of a whole number between the words of its form: 000-0000-0000."""
    digits = f"{value:.0f}".zfill(sum(one.text == "0" for one in inside if one.kind == "digit"))
    shown: list[str] = []
    left = sum(one.kind == "digit" for one in inside)
    for one in reversed(inside):
        if one.kind == "digit":
            left -= 1
            shown.append(digits if not left else digits[-1:])
            digits = digits[:-1] if left else ""
        elif one.kind in ("literal", "other"):
            shown.append(one.text)
    return "".join(reversed(shown))
