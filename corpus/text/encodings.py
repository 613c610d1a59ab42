"""Which encoding a file is in: marks, the shape of the bytes, and how Chinese each reading looks."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from charset_normalizer import from_bytes

from corpus.model.errors import InputError
from corpus.model.source import ReaderRepair
from corpus.text.plausibility import plausibility
from index.fold.classes import SURROGATES
from index.lazy_pattern import LazyPattern

_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LEGACY: Final = ("gb18030", "big5", "cp950", "big5hkscs")
_DECLARED: Final = LazyPattern(
    rb"(?:charset|encoding)\s*[=:]\s*[\"']?\s*([A-Za-z][\w.:-]{2,20})", re.IGNORECASE
)
_ESCAPED_ENOUGH: Final = 0.3
"""Escapes that decode at all are hardly chance, so rare characters may stand behind them."""
_SAMPLE: Final = 40_000
_ENOUGH: Final = 200
_BEYOND: Final = LazyPattern(rb"[\x80-\xff]")
_HZ: Final = LazyPattern(rb"~\{[!-~\s]*?~\}")
_UTF7: Final = LazyPattern(rb"\+[A-Za-z0-9+/]{3,}-?")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with LF line ends, no BOM, no control characters, no lone surrogates.

    ``warnings`` are kinds: replaced_characters, mixed_encodings, mojibake, control_characters. Where the text was
    encoded twice, ``garbled`` is how it stands in the file, and ``repairs`` make ``text`` of it.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()
    garbled: str = ""
    repairs: tuple[ReaderRepair, ...] = ()


def judge(data: bytes) -> Decoded:
    """Return the text as its encoding gives it, before tidying.

    Raises ``InputError`` of kind no_text (binary) or encoding.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _forgiving(data, encoding)
    for one in (_wide, _escaped, _utf8, _by_line, _legacy):
        found = one(data)
        if found is not None:
            return found
    raise InputError("no_text" if _is_binary(data) else "encoding", path="")


def chosen(data: bytes, encoding: str) -> Decoded:
    """Return the text as the encoding a person chose gives it; a byte order mark of that encoding is no text.

    Raises ``InputError`` of kind encoding where Python knows no such encoding of text.
    """
    try:
        return _forgiving(data, "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding)
    except (LookupError, UnicodeError) as error:
        raise InputError("encoding", path="", detail=encoding) from error


def _forgiving(data: bytes, encoding: str) -> Decoded:
    """Decode, putting U+FFFD where bytes make no sense; a character cut off at the very end is dropped."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
    whole = text.rstrip("\ufffd")
    if "\ufffd" not in whole and len(text) - len(whole) <= 3:
        return Decoded(whole, encoding, ("truncated_end",))
    return Decoded(text, encoding, ("replaced_characters",))


def _is_binary(data: bytes) -> bool:
    """Tell whether control bytes are too many for any text."""
    head = data[:65536]
    return sum(1 for byte in head if byte < 9 or 13 < byte < 27 or 27 < byte < 32) > len(head) * 0.02


def _wide(data: bytes) -> Decoded | None:
    """Judge UTF-16 and UTF-32 without a byte order mark."""
    if _plain_utf8(data):
        return None
    sample = data[: 4096 - len(data) % 4 if len(data) < 4096 else 4096]
    best: tuple[float, str] = (0.45, "")
    for encoding, unit in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        if len(data) % unit:
            continue
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            continue
        plain = sum(
            1
            for character in text
            if character.isascii() and (character.isprintable() or character in "\r\n\t")
        )
        beyond = sum(1 for character in text if character > "\x7f")
        score = (plain + max(0.0, plausibility(text)) * beyond) / max(1, len(text))
        if unit == 4 and len(text) >= 3 and score > 0.0:
            score += 0.5  # Hardly any other bytes are valid UTF-32.
        if score > best[0]:
            best = (score, encoding)
    if not best[1]:
        return None
    return _forgiving(data, best[1]) if best[0] > _legacy_score(data) else None


def _plain_utf8(data: bytes) -> bool:
    """Tell whether the bytes are UTF-8 with hardly a NUL in it, which UTF-16 text cannot be."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return data.count(0) < len(data) * 0.1


def _escaped(data: bytes) -> Decoded | None:
    """Judge HZ and UTF-7, which look like ASCII."""
    if not data.isascii():
        return None
    for pattern, encoding in ((_HZ, "hz"), (_UTF7, "utf-7")):
        if not pattern.search(data):
            continue
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, UnicodeError):
            continue
        if plausibility(text) > _ESCAPED_ENOUGH:
            return Decoded(text, encoding)
    return None


def _utf8(data: bytes) -> Decoded | None:
    """Judge UTF-8, also with a cut-off end, lone surrogates or a few broken bytes."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "surrogatepass" if _only_surrogates(data) else "replace")
    broken = text.count("\ufffd") + len(SURROGATES.findall(text))
    beyond = sum(1 for character in text if character > "\x7f")
    if broken <= max(3, beyond * 0.02) and beyond > 3 * broken and plausibility(text) > _legacy_score(data):
        return (
            _forgiving(data, "utf-8")
            if "\ufffd" in text
            else Decoded(text, "utf-8", ("replaced_characters",))
        )
    return None


def _only_surrogates(data: bytes) -> bool:
    """Tell whether lone surrogates are all that is wrong with this UTF-8."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _by_line(data: bytes) -> Decoded | None:
    """Judge files glued together from UTF-8 and GB18030 lines."""
    lines = data.split(b"\n")
    texts: list[str] = []
    kinds = {"utf-8": 0, "gb18030": 0}
    for line in lines:
        for encoding in ("utf-8", "gb18030"):
            try:
                texts.append(line.decode(encoding))
            except UnicodeDecodeError:
                continue
            kinds[encoding] += not line.isascii()
            break
        else:
            return None
    if not all(kinds.values()) or kinds["utf-8"] * 4 < kinds["gb18030"]:
        return None
    text = "\n".join(texts)
    if plausibility(text) <= _legacy_score(data):
        return None
    return Decoded(text, "utf-8+gb18030", ("mixed_encodings",))


def _candidates(data: bytes) -> list[tuple[float, str, str]]:
    """Return (score, encoding, text of a sample) of each Chinese double-byte encoding, best first."""
    sample = _telling(data)
    declared = _declared(data)
    found = []
    for rank, encoding in enumerate(_LEGACY):
        text = sample.decode(encoding, "replace")
        if len(sample) < len(data):
            text = text.rstrip("\ufffd")
        bonus = 0.05 if declared and declared == _family(encoding) else 0.0
        found.append((plausibility(text) + bonus - rank * 1e-6, encoding, text))
    return sorted(found, reverse=True)


def _telling(data: bytes) -> bytes:
    """Return the part of the bytes that tells an encoding: the beginning, or lines beyond ASCII wherever they stand."""
    sample = data[:_SAMPLE]
    if len(data) <= _SAMPLE or sum(byte > 0x7F for byte in sample) >= _ENOUGH:
        return sample
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    told = b"\n".join(line[:_SAMPLE] for line in lines[: _SAMPLE // 4])
    if len(told) > _SAMPLE:
        # A line without end: what stands before its first byte beyond ASCII says nothing.
        first = _BEYOND.search(told)
        told = told[first.start() if first else 0 :]
    return told[:_SAMPLE] or sample


def _family(encoding: str) -> str:
    """Return gb or big5 for the encodings of either family, else the name itself."""
    name = encoding.lower().replace("_", "-")
    if name.startswith(("gb", "hz", "cp936", "x-gbk")):
        return "gb"
    return "big5" if name.startswith(("big5", "cp950")) else name


def _declared(data: bytes) -> str:
    """Return the family of the encoding an HTML, XML or Markdown head declares; empty if none."""
    match = _DECLARED.search(data[:2048])
    return _family(match.group(1).decode("ascii")) if match else ""


def _legacy_score(data: bytes) -> float:
    """Return how plausible the best Chinese double-byte reading is."""
    return _candidates(data)[0][0]


def _legacy(data: bytes) -> Decoded | None:
    """Judge GB18030 against Big5, with charset-normalizer for whatever is neither."""
    score, encoding, _ = _candidates(data)[0]
    if score >= 0.35:
        return _exact(_forgiving(data, encoding), data)
    if _is_binary(data):
        return None
    opinion = from_bytes(_telling(data)).best()
    if opinion is None:
        return _forgiving(data, encoding) if score > 0.15 else None
    found = _forgiving(data, opinion.encoding)
    if "replaced_characters" not in found.warnings:
        return found
    # Never an encoding that cannot read the file while another can.
    whole = (
        one for one in map(partial(_forgiving, data), _LEGACY) if "replaced_characters" not in one.warnings
    )
    return next(whole, found)


def _exact(decoded: Decoded, data: bytes) -> Decoded:
    """Name the smallest member of the GB family that reads the bytes alike."""
    if decoded.encoding != "gb18030" or decoded.warnings:
        return decoded
    for narrower in ("gb2312", "gbk"):
        try:
            if data.decode(narrower) == decoded.text:
                return replace(decoded, encoding=narrower)
        except UnicodeDecodeError:
            continue
    return decoded
