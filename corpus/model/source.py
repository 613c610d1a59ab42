"""Files as they came: what a reader makes of one, and what the library remembers of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from corpus.model.numbering import PageStretch
from corpus.model.span import Span

HIDDEN_PARTS: Final = "hidden_parts"
WITHOUT_VALUES: Final = "formulas_without_values"
FIRST_POST_ALONE: Final = "first_post_alone"
"""The warning of a forum's page that tells of no post who wrote it: only the first is the article."""
NO_TEXT: Final = "no_text"
"""The warning of a file whose pages are pictures: it is listed and its pages are read, its text is only its title."""
UNREAD: Final = "unread_sentences"
"""The warning of a file in whose articles sentences were left without names and figures."""
RECOGNISED: Final = "recognised"
"""The warning of a file whose text was recognised from pictures of its pages."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of ``level`` 1 to 6 whose text stands at ``start``."""

    level: int
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file (``number`` as printed or counted from 1) beginning at ``start``."""

    number: str
    start: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows are lines of the text, its cells are parted by tabs."""

    span: Span


@dataclass(frozen=True, slots=True)
class Metadata:
    """Bibliographic facts a file states about itself; empty where it is silent."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    language: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a bibliographic record as it was found.

    ``field`` is a name of CSL (title, author, issued, URL …), ``where`` what says so: a key such as ``properties``,
    ``html_meta``, ``script``, ``front_matter``, ``byline``. A field with several values stands several times.
    """

    field: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class ReaderRepair:
    """A repair the reader knows of by more than the text: ``text[start:end]`` should read ``after``.

    ``kind`` is a key of the repair table; such repairs are certain, and stand in the ledger like any other.
    """

    kind: str
    start: int
    end: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What a reader makes of a file: plain text (LF, no BOM) and the structure that stands in it.

    All spans are code points of ``text``. ``warnings`` are kinds, such as ``replaced_characters``. ``record`` is
    what the file states of itself, the surest first; ``repairs`` are disjoint and in order. ``numbering`` are the
    printed page numbers it is proposed to have. ``quotations`` are paragraphs the file sets apart as quoted.
    """

    text: str
    encoding: str
    format: str
    headings: tuple[Heading, ...] = ()
    pages: tuple[Page, ...] = ()
    tables: tuple[Table, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()
    record: tuple[Stated, ...] = ()
    tags: tuple[str, ...] = ()
    repairs: tuple[ReaderRepair, ...] = ()
    numbering: tuple[PageStretch, ...] = ()
    quotations: tuple[Span, ...] = ()
    reader: str = ""
    """What made the text of the file, with its version; empty for plain text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a source's text that belongs to no article; ``kind`` such as ``page_title`` or ``blank``."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """One article cut out of a source: ``text[span]`` is its original, whose first line is ``title``."""

    title: str
    span: Span
    duplicate_of: int | None = None
    similarity: float = 0.0


@dataclass(frozen=True, slots=True)
class Split:
    """The articles and pieces of a source; together they tile its text."""

    articles: tuple[ArticleDraft, ...]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A file the library has taken in. ``path`` is where it came from (``pack:NAME/file`` for packs)."""

    id: str
    sha256: str
    path: str
    paths: tuple[str, ...]
    format: str
    encoding: str
    size: int
    imported: str
    text: str
    pieces: tuple[Piece, ...]
    warnings: tuple[str, ...] = ()
    reader: str = ""
    """The version of the reader that made the text of the file; empty where it needs none."""
