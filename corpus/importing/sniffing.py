"""What kind of file bytes are that come without a name."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from index.lazy_pattern import LazyPattern

_HTML: Final = LazyPattern(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FOLDERS: Final = (("word/", ".docx"), ("ppt/", ".pptx"), ("xl/", ".xlsx"))


def suffix_of(data: bytes) -> str:
    """Return the suffix that fits the bytes: that of a PDF, an office file, a book, a page; ``.txt`` for all others."""
    if b"%PDF-" in data[:1024]:
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if data[:2000].lstrip().lower().startswith(b"from:") and b"multipart/related" in data[:4000]:
        return ".mhtml"
    return ".html" if _HTML.match(data[:4096]) else ".txt"


def _zipped(data: bytes) -> str:
    try:
        names = ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return ".txt"
    if "META-INF/container.xml" in names:
        return ".epub"
    if "content.xml" in names:
        return ".odt"
    return next(
        (suffix for folder, suffix in _FOLDERS if any(one.startswith(folder) for one in names)), ".txt"
    )
