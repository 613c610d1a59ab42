"""Bytes to text: the encoding is found, line ends become LF, and what cannot stand in a text is taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from corpus.model.errors import InputError
from corpus.model.source import ReaderRepair
from corpus.text.double_encoding import shown, undoubled
from corpus.text.encodings import Decoded, chosen, judge
from corpus.text.plausibility import plausibility
from index.fold.classes import SURROGATES
from index.lazy_pattern import LazyPattern

__all__ = ["LIMIT", "Decoded", "decode", "tidy"]

LIMIT: Final = 64 * 1024 * 1024
"""The largest text file taken in, in bytes."""

_BINARY: Final = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"PK\x05\x06", b"\x7fELF", b"MZ\x90",
    b"\xd0\xcf\x11\xe0", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"SQLite format 3",
    b"OggS", b"ID3", b"RIFF", b"wOFF", b"wOF2", b"II*\x00", b"MM\x00*",
)  # fmt: skip
_ESCAPES: Final = LazyPattern(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\-_])")
_LINE_ENDS: Final = LazyPattern("\r\n?|[\u0085\u2028\u2029\x0b\x0c]")
_FORBIDDEN: Final = LazyPattern("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]|\\A\ufeff+")
_LATIN: Final = LazyPattern("[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]")


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode the bytes of a text file; where a person chose no ``encoding`` it is found.

    Raises ``InputError`` of kind empty, limit, no_text (binary) or encoding; its ``path`` is left to the caller.
    """
    if len(data) > LIMIT:
        raise InputError("limit", path="", detail=len(data))
    if data.startswith(_BINARY):
        raise InputError("no_text", path="")
    decoded = _tidy(chosen(data, encoding) if encoding else _undouble(judge(data)))
    if not decoded.text.strip():
        raise InputError("empty", path="")
    return decoded


def tidy(text: str) -> str:
    """Return ``text`` with LF line ends and without what no stored text may hold."""
    clean = _FORBIDDEN.sub("", _ESCAPES.sub("", _LINE_ENDS.sub("\n", text)))
    return SURROGATES.sub("\ufffd", clean)


def _undouble(decoded: Decoded) -> Decoded:
    """Undo a whole text's double encoding: UTF-8 or GBK bytes that somebody read as Latin-1 and saved again."""
    text = decoded.text
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    if not beyond or len(_LATIN.findall(text)) < beyond * 0.98:
        return _flag_damage(decoded)
    garbled = tidy(shown(text))
    repairs = undoubled(garbled)
    if not repairs:
        return decoded
    again = "".join(_repaired(garbled, repairs))
    return Decoded(again, decoded.encoding, (*decoded.warnings, "mojibake"), garbled, repairs)


def _repaired(text: str, repairs: tuple[ReaderRepair, ...]) -> Iterator[str]:
    place = 0
    for one in repairs:
        yield text[place : one.start]
        yield one.after
        place = one.end
    yield text[place:]


def _flag_damage(decoded: Decoded) -> Decoded:
    """Warn of text that was garbled before it was saved and cannot be restored."""
    text = decoded.text
    garbled = "锟斤拷" in text or "烫烫烫" in text
    if not garbled and "\ufffd" in text and not decoded.warnings:
        garbled = plausibility(text.replace("\ufffd", "")) < 0.45
    return replace(decoded, warnings=(*decoded.warnings, "mojibake")) if garbled else decoded


def _tidy(decoded: Decoded) -> Decoded:
    """Make LF line ends and take out what no text may hold."""
    text = _LINE_ENDS.sub("\n", decoded.text)
    clean = _FORBIDDEN.sub("", _ESCAPES.sub("", text))
    warnings = list(decoded.warnings)
    if len(clean) != len(text.lstrip("\ufeff")):
        warnings.append("control_characters")
    if SURROGATES.search(clean):
        clean = SURROGATES.sub("\ufffd", clean)
        warnings.append("replaced_characters")
    return replace(decoded, text=clean, warnings=tuple(dict.fromkeys(warnings)))
