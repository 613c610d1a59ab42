"""The kinds of file, and the words every part of reading shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from corpus.model.source import SourceDocument

MEGABYTE: Final = 1024 * 1024
TEXT_LIMIT: Final = 64 * MEGABYTE
"""The largest text file taken in, in bytes."""
OFFICE_LIMIT: Final = 256 * MEGABYTE
PDF_LIMIT: Final = 512 * MEGABYTE

Reader = Callable[[bytes, str], SourceDocument]
"""Makes a document of a file's bytes; the second argument is the encoding a person chose, empty for none."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: who reads it, how large it may be (bytes), and whether a process of its own has to read it.

    ``version`` counts up whenever its reader makes another text of the same bytes.
    ``group`` is the key of the family shown to people (text, web, office, book, pdf, table). ``encoded`` tells
    that it is a text whose encoding a person may choose.
    """

    name: str
    group: str
    read: Reader
    limit: int = TEXT_LIMIT
    foreign: bool = True
    encoded: bool = False
    version: int = 1

    @property
    def reader(self) -> str:
        """Return what read a file of this kind, to be kept beside the text it made; empty for plain text."""
        return f"{self.name} {self.version}" if self.foreign else ""
