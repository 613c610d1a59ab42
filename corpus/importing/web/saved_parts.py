"""The page among the parts of one saved as one file: mostly the first, else the frame that holds the text."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from typing import Final

from corpus.importing.web.raw_html import text_of_html
from corpus.text.decode import Decoded, decode

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_MUCH: Final = 300
"""Characters below which a frame is an advertisement or a bar of buttons, not the text."""
_MORE: Final = 3
_MOST_FRAMES: Final = 40


def shown_page(parts: Sequence[EmailMessage]) -> EmailMessage | None:
    """Return the part whose text people read, ``None`` where no part is a page.

    Raises ``LookupError`` and ``ValueError`` as the parts' own headers do.
    """
    pages = [one for one in parts if one.get_content_type() in _PAGES]
    if len(pages) < 2:
        return next(iter(pages), None)
    shown = [_length(one) for one in pages[:_MOST_FRAMES]]
    longest = max(range(len(shown)), key=shown.__getitem__)
    return pages[longest] if shown[longest] >= max(_MUCH, _MORE * shown[0]) else pages[0]


def content_of(part: EmailMessage) -> bytes:
    """Return the bytes of a part, empty where it holds none."""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def decoded_part(content: bytes, charset: str) -> Decoded:
    """Decode a part as its header says, or as its bytes say where the header is wrong."""
    if charset:
        try:
            content.decode(charset)
        except (UnicodeDecodeError, LookupError):
            return decode(content)
        return decode(content, charset)
    return decode(content)


def _length(part: EmailMessage) -> int:
    """Return how many characters a page shows, frames within it left out."""
    content = content_of(part)
    if not content.strip():
        return 0
    text = text_of_html(decoded_part(content, part.get_content_charset() or "").text)
    return len("".join(text.split()))
