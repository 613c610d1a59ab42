"""Plain text files in whatever encoding they come."""

from __future__ import annotations

from corpus.model.source import SourceDocument
from corpus.text.decode import decode
from corpus.text.headings import find_headings


def read_text(data: bytes, encoding: str = "") -> SourceDocument:
    """Return the text of a plain text file with the headings that stand in it.

    Raises ``InputError`` of kind empty, limit, no_text or encoding.
    """
    decoded = decode(data, encoding)
    if decoded.repairs:
        return SourceDocument(
            decoded.garbled, decoded.encoding, "text", warnings=decoded.warnings, repairs=decoded.repairs
        )
    return SourceDocument(
        decoded.text,
        decoded.encoding,
        "text",
        headings=find_headings(decoded.text),
        warnings=decoded.warnings,
    )
