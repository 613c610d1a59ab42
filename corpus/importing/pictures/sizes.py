"""What kind of picture some bytes are and how large, as their head states it; nothing is decoded."""

from __future__ import annotations

import struct
from typing import Final

from corpus.importing.pictures.svg import is_svg, svg_size

PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_GIF: Final = (b"GIF87a", b"GIF89a")
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_BARE: Final = frozenset(range(0xD0, 0xD9)) | {0x01, 0xFF}
_LOSSLESS: Final = 0x2F


def picture_kind(data: bytes) -> str:
    """Return png, jpeg, gif, webp or svg, empty for all else."""
    if data.startswith(PNG):
        return "png"
    if data.startswith(_JPEG):
        return "jpeg"
    if data.startswith(_GIF):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "svg" if is_svg(data) else ""


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, ``None`` where the head does not tell them."""
    readers = {"png": _png, "jpeg": _jpeg, "gif": _gif, "webp": _webp, "svg": svg_size}
    read = readers.get(picture_kind(data))
    try:
        size = read(data) if read is not None else None
    except struct.error:
        return None
    return size if size is not None and size[0] > 0 and size[1] > 0 else None


def _png(data: bytes) -> tuple[int, int] | None:
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _gif(data: bytes) -> tuple[int, int] | None:
    width, height = struct.unpack("<HH", data[6:10])
    return width, height


def _webp(data: bytes) -> tuple[int, int] | None:
    form = data[12:16]
    if form == b"VP8 ":
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if form == b"VP8L" and data[20:21] == bytes([_LOSSLESS]):
        (bits,) = struct.unpack("<I", data[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8X" and len(data) >= 30:
        return int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk the segments of a JPEG to its first frame."""
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 if marker in _BARE else 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return None
