"""What a text says that could not be read."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model.span import Span


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence in which no names and figures could be looked for, or the ``whole`` text where none can be blamed.

    ``span`` counts code points of the clean text, ``text`` are its first characters, ``fault`` is what was raised.
    """

    span: Span
    text: str
    whole: bool = False
    fault: str = ""
