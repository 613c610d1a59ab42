"""Text encoded twice: UTF-8, GBK or Big5 bytes that somebody read as Latin-1, put right run by run."""

from __future__ import annotations

import codecs
from typing import Final

from corpus.model.source import ReaderRepair
from corpus.text.plausibility import plausibility

_CP1252: Final = {ord(bytes([code]).decode("cp1252", "ignore") or "\0"): code for code in range(0x80, 0xA0)}
_SHOWN: Final = {
    code: character for code in range(0x80, 0xA0) if (character := bytes([code]).decode("cp1252", "ignore"))
}
_ENDS: Final = frozenset("，。；！？：、")
_LEAST: Final = 0.5
_KIND: Final = "mojibake"


def shown(text: str) -> str:
    """Return garbled text as programs show it: bytes between 0x80 and 0x9f as Windows has them."""
    return text.translate(_SHOWN)


def undoubled(text: str) -> tuple[ReaderRepair, ...]:
    """Return the repairs that undo a whole text's double encoding, each up to a mark; nothing where it has none."""
    try:
        data = text.translate(_CP1252).encode("latin-1")
    except UnicodeEncodeError:
        return ()
    for encoding in ("utf-8", "gb18030", "cp950"):
        try:
            again = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if plausibility(again) > _LEAST:
            return tuple(_runs(data, encoding))
    return ()


def _runs(data: bytes, encoding: str) -> list[ReaderRepair]:
    """Return a repair for every run of garbled characters; one byte is one garbled character."""
    decoder = codecs.getincrementaldecoder(encoding)()
    found: list[ReaderRepair] = []
    start = first = 0
    after: list[str] = []
    for place in range(len(data)):
        character = decoder.decode(data[place : place + 1])
        if not character:
            continue
        plain = place == first and character.isascii()
        if not plain:
            after.append(character)
        if after and (plain or character in _ENDS):
            found.append(ReaderRepair(_KIND, start, first if plain else place + 1, "".join(after)))
            after.clear()
        first = place + 1
        if not after:
            start = first
    if after:
        found.append(ReaderRepair(_KIND, start, len(data), "".join(after)))
    return found
