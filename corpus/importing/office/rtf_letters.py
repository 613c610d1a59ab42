r"""The letters of an RTF file as themselves: numbers of characters and bytes of code pages, before pandoc reads them.

Pandoc takes a digit behind ``\uN?`` for a part of what stands in for the character, so that 62% came in as 2%, and
knows no code page but the one of a font that is named in the same group.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.importing.office.rtf_groups import AS_THEMSELVES
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


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside a group: signs that stand in for a character, and the code of its font."""

    stand_ins: int = 1
    code: str = ""
    lists_fonts: bool = False


def in_letters(data: bytes) -> bytes:
    """Return an RTF file whose characters stand for themselves in UTF-8; what cannot be read stays as it is."""
    letters, place = _Letters(), 0
    while (token := _TOKEN.match(data, place)) is not None:
        place, whole = token.end(), token[0]
        if token["word"] == b"bin" and token["number"]:
            place += max(0, int(token["number"]))
            whole = data[token.start() : place]
        letters.read(token, whole)
    return _joined(b"".join((*letters.out, data[place:])))


class _Letters:
    """What was read of a file so far, and what holds for the letters to come."""

    def __init__(self) -> None:
        self.out: list[bytes] = []
        self._outer: list[_Group] = []
        self._group = _Group()
        self._fonts: dict[bytes, str] = {}
        """The code of each font by its number."""
        self._font = b""
        self._page = ""
        self._skipped = 0
        """Signs that still stand in for the character before."""

    def read(self, token: re.Match[bytes], whole: bytes) -> None:
        """Take one token in, written as ``whole``."""
        word, number = token["word"], token["number"]
        if token["bytes"] or token["text"]:
            self._signs(whole, in_bytes=bool(token["bytes"]))
            return
        if word == b"u" and number:
            self._numbered(number)
            return
        self._skipped = 0
        if token["open"] and len(self._outer) < _DEEPEST:
            self._outer.append(self._group)
        elif token["close"]:
            self._group = self._outer.pop() if self._outer else self._group
        elif word:
            whole = self._controlled(word, number, whole)
        self.out.append(whole)

    def _signs(self, signs: bytes, *, in_bytes: bool) -> None:
        """Write signs as letters, without those that stand in for the character before."""
        rest, self._skipped = _without_stand_ins(signs, self._skipped, in_bytes=in_bytes)
        named = self._group.lists_fonts and self._fonts.get(self._font) == _SIGNS
        if named and not rest.lstrip().startswith(b"Symbol"):
            self._fonts[self._font] = ""
        rest = _decoded(rest, self._group.code, self._page) if in_bytes else rest
        self.out.append(_parted(self.out, rest) + rest)

    def _numbered(self, number: bytes) -> None:
        """Write the character of a number, behind which others stand in for it."""
        sign = symbol(int(number) % 0x10000) if self._group.code == _SIGNS else ""
        rest = sign.encode() or _unit(number)
        self.out.append(_parted(self.out, rest) + rest)
        self._skipped = self._group.stand_ins

    def _controlled(self, word: bytes, number: bytes, whole: bytes) -> bytes:
        """Take in what a word of control says of the letters behind it; return how it is written."""
        group = self._group
        if word == b"fonttbl":
            self._group = replace(group, lists_fonts=True)
        elif word == b"plain":
            self._group = replace(group, code="")
        elif not number:
            return whole
        elif word == b"uc":
            self._group = replace(group, stand_ins=min(max(0, int(number)), 9))
        elif word == b"ansicpg":
            self._page = _PAGES.get(int(number), "")
        elif word == b"f":
            self._font = number
            self._group = replace(group, code=self._fonts.get(number, ""))
        elif word == b"fcharset" and group.lists_fonts:
            self._fonts[self._font] = code = _CHARSETS.get(int(number), "")
            self._group = replace(group, code=code)
            # Pandoc drops whatever stands in a font of signs.
            return b"\\fcharset0 " if code == _SIGNS else whole
        return whole


def _parted(out: Sequence[bytes], rest: bytes) -> bytes:
    """Return the blank that ends a word of control before a sign, which pandoc would take for that end and drop."""
    is_sign = rest[:1] > b" " and not rest[:1].isalnum()
    return b" " if is_sign and out and _OPEN_WORD.fullmatch(out[-1]) else b""


def _unit(number: bytes) -> bytes:
    """Return the half or whole character of a number, halves as they are until both are there."""
    return chr(int(number) % 0x10000).translate(AS_THEMSELVES).encode("utf-8", "surrogatepass")


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
        return "".join(symbol(one) or chr(one) for one in raw).translate(AS_THEMSELVES).encode("utf-8")
    for one in (code, page if len(raw) >= _FEWEST else ""):
        try:
            if one:
                return raw.decode(one).translate(AS_THEMSELVES).encode("utf-8")
        except UnicodeDecodeError:
            continue
    return token
