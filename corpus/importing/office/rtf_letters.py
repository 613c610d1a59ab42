r"""The letters of an RTF file as themselves: numbers of characters and bytes of code pages, before pandoc reads them.

Pandoc takes a digit behind ``\uN?`` for a part of what stands in for the character, so that 62% came in as 2%, and
knows no code page but the one of a font that is named in the same group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.importing.office.symbol_font import symbol
from index.lazy_pattern import LazyPattern

_TOKEN: Final = LazyPattern(
    rb"(?P<bytes>(?:\\'[0-9A-Fa-f]{2}(?:\r?\n(?=\\'))?)+)|\\(?P<word>[A-Za-z]+)(?P<number>-?\d+)?[ ]?"
    rb"|\\[^A-Za-z]|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
_OPEN_WORD: Final = LazyPattern(rb"\\[A-Za-z]+(?:-?\d+)?")
_PAGES: Final = {936: "gb18030", 54936: "gb18030", 950: "big5hkscs", 932: "cp932", 949: "cp949"}
_CHARSETS: Final = {134: "gb18030", 136: "big5hkscs", 128: "cp932", 129: "cp949", 2: "symbol"}
_SIGNS: Final = "symbol"
"""What stands for a code where the font is that of signs."""
_FEWEST: Final = 2
_DEEPEST: Final = 2000
_ESCAPED: Final = str.maketrans({"\\": "\\\\", "{": "\\{", "}": "\\}"})


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a group: signs that stand in for a character, and the code of its font."""

    stand_ins: int = 1
    code: str = ""
    lists_fonts: bool = False


def in_letters(data: bytes) -> bytes:
    """Return an RTF file whose characters stand for themselves in UTF-8; what cannot be read stays as it is."""
    groups: list[_Group] = []
    out: list[bytes] = []
    group = _Group()
    fonts: dict[bytes, str] = {}
    page, font, skipped, place = "", b"", 0, 0
    while (token := _TOKEN.match(data, place)) is not None:
        place, whole = token.end(), token[0]
        word, number = token["word"], token["number"]
        if token["open"] and len(groups) < _DEEPEST:
            groups.append(group)
        elif token["close"]:
            group = groups.pop() if groups else group
        elif token["bytes"] or token["text"]:
            rest, skipped = _without_stand_ins(whole, skipped, in_bytes=bool(token["bytes"]))
            if group.lists_fonts and fonts.get(font) == _SIGNS and not rest.lstrip().startswith(b"Symbol"):
                fonts[font] = ""
            rest = _decoded(rest, group.code, page) if token["bytes"] else rest
            out.append(_parted(out, rest) + rest)
            continue
        elif word == b"u" and number:
            sign = symbol(int(number) % 0x10000) if group.code == _SIGNS else ""
            rest = sign.encode() or _unit(number)
            out.append(_parted(out, rest) + rest)
            skipped = group.stand_ins
            continue
        elif word == b"bin" and number:
            place += max(0, int(number))
            whole = data[token.start() : place]
        elif word == b"uc" and number:
            group = replace(group, stand_ins=min(max(0, int(number)), 9))
        elif word == b"ansicpg" and number:
            page = _PAGES.get(int(number), "")
        elif word == b"fonttbl":
            group = replace(group, lists_fonts=True)
        elif word == b"f" and number:
            font = number
            group = replace(group, code=fonts.get(font, ""))
        elif word == b"fcharset" and number and group.lists_fonts:
            fonts[font] = _CHARSETS.get(int(number), "")
            group = replace(group, code=fonts[font])
            # Pandoc drops whatever stands in a font of signs.
            whole = b"\\fcharset0 " if fonts[font] == _SIGNS else whole
        elif word == b"plain":
            group = replace(group, code="")
        skipped = 0
        out.append(whole)
    return _joined(b"".join((*out, data[place:])))


def _parted(out: Sequence[bytes], rest: bytes) -> bytes:
    """Return the blank that ends a word of control before a sign, which pandoc would take for that end and drop."""
    is_sign = rest[:1] > b" " and not rest[:1].isalnum()
    return b" " if is_sign and out and _OPEN_WORD.fullmatch(out[-1]) else b""


def _unit(number: bytes) -> bytes:
    """Return the half or whole character of a number, halves as they are until both are there."""
    return chr(int(number) % 0x10000).translate(_ESCAPED).encode("utf-8", "surrogatepass")


def _joined(data: bytes) -> bytes:
    """Return bytes in which halves of characters are whole ones; a lone half is marked as unreadable."""
    if b"\xed" not in data:
        return data
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")


def _without_stand_ins(token: bytes, count: int, *, in_bytes: bool) -> tuple[bytes, int]:
    """Return what is left of a run behind the signs that stand in for a character, and how many are still due."""
    if not count:
        return token, 0
    signs = re.findall(rb"\\'[0-9A-Fa-f]{2}", token) if in_bytes else [bytes([one]) for one in token[:count]]
    if in_bytes:
        return b"".join(signs[count:]), max(0, count - len(signs))
    return token[len(signs) :], count - len(signs)


def _decoded(token: bytes, code: str, page: str) -> bytes:
    """Return a run of bytes as the characters they are in the code of the font, else in that of the file."""
    raw = bytes(int(one, 16) for one in re.findall(rb"\\'([0-9A-Fa-f]{2})", token))
    if code == _SIGNS:
        return "".join(symbol(one) or chr(one) for one in raw).translate(_ESCAPED).encode("utf-8")
    for one in (code, page if len(raw) >= _FEWEST else ""):
        try:
            if one:
                return raw.decode(one).translate(_ESCAPED).encode("utf-8")
        except UnicodeDecodeError:
            continue
    return token
