"""The formats whose pictures are shown, who finds them, and a quick look whether there are any."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from corpus.importing.pictures.docx import docx_pictures
from corpus.importing.pictures.stream import FilePicture
from corpus.importing.pictures.web import html_pictures, mhtml_pictures
from index.lazy_pattern import LazyPattern

FINDERS: Final[Mapping[str, Callable[[bytes], tuple[FilePicture, ...]]]] = {
    "docx": docx_pictures,
    "html": html_pictures,
    "mhtml": mhtml_pictures,
}
_MEDIA: Final = LazyPattern(r"word/media/[^/]+\.(?:png|jpe?g|gif|webp)", re.IGNORECASE)
_WRITTEN_IN: Final = LazyPattern(
    rb"data:image/(?:png|jpe?g|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=%\s]{1000}"
    rb"|data:image/svg\+xml(?:;(?:utf8|charset=[\w-]+))?,[^\"')<>\s]{1000}"
    rb"|<svg(?=[^>]{0,600}?\swidth=\"?[1-9]\d\d)(?=[^>]{0,600}?\sheight=\"?[1-9]\d\d)[^>]{0,2000}>",
    re.IGNORECASE,
)
_SENT_ALONG: Final = LazyPattern(rb"Content-Type:\s*image/(?:png|jpe?g|gif|webp|svg\+xml)", re.IGNORECASE)
_LEAST: Final = 400
"""Bytes below which a picture is a mark."""


def may_hold_pictures(path: Path, kind: str) -> bool:
    """Tell by a glance at the file whether it holds pictures that can be shown."""
    try:
        if kind == "docx":
            with zipfile.ZipFile(path) as file:
                return any(
                    _MEDIA.fullmatch(one.filename) and one.file_size >= _LEAST for one in file.infolist()
                )
        if kind in FINDERS:
            return (_WRITTEN_IN if kind == "html" else _SENT_ALONG).search(path.read_bytes()) is not None
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    return False
