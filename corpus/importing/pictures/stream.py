"""A file's text and pictures in one stream, and the pictures with what stands around each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from corpus.importing.pictures.sizes import picture_kind, picture_size

MOST: Final = 300
"""Pictures of one file that are shown."""
LARGEST: Final = 16 * 2**20
"""Bytes of one picture."""
_WHOLE: Final = 48 * 2**20
_MOST_PIXELS: Final = 40_000_000
_SMALLEST: Final = 32
"""A picture with a shorter side, in pixels, is a mark or a counter of the page."""
_AROUND: Final = 60
"""Characters kept on either side of a picture, by which its place in the text is found."""


@dataclass(frozen=True, slots=True)
class FilePicture:
    """A picture in a file; ``before`` and ``behind`` are the characters around it, without blanks."""

    kind: str
    width: int
    height: int
    data: bytes
    before: str = ""
    behind: str = ""


def with_surroundings(stream: Iterable[str | bytes]) -> tuple[FilePicture, ...]:
    """Return the pictures of a stream of texts and pictures that are worth showing, within limits.

    Bytes that are no picture, of a kind nobody can draw, too small or too large are left out.
    """
    text: list[str] = []
    length = 0
    found: list[tuple[FilePicture, int]] = []
    spent = 0
    for part in stream:
        if isinstance(part, str):
            bare = "".join(part.split())
            text.append(bare)
            length += len(bare)
            continue
        picture = _picture(part)
        if picture is not None and len(found) < MOST and spent + len(part) <= _WHOLE:
            found.append((picture, length))
            spent += len(part)
    return tuple(_placed(found, "".join(text)))


def _placed(found: Iterable[tuple[FilePicture, int]], text: str) -> Iterator[FilePicture]:
    for one, at in found:
        before, behind = text[max(0, at - _AROUND) : at], text[at : at + _AROUND]
        yield FilePicture(one.kind, one.width, one.height, one.data, before, behind)


def _picture(data: bytes) -> FilePicture | None:
    size = picture_size(data) if len(data) <= LARGEST else None
    if size is None or min(size) < _SMALLEST or size[0] * size[1] > _MOST_PIXELS:
        return None
    return FilePicture(picture_kind(data), *size, data)
