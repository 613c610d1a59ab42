"""Which reader takes which file: one line for each suffix."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from corpus.importing.formats import OFFICE_LIMIT, PDF_LIMIT, Format
from corpus.importing.office.docx import read_docx
from corpus.importing.office.pandoc_reader import read_odt, read_rtf
from corpus.importing.office.pptx import read_pptx
from corpus.importing.office.xlsx import read_xlsx
from corpus.importing.pdf.pdf import VERSION, read_pdf
from corpus.importing.text_files.markdown import read_markdown
from corpus.importing.text_files.markup_text import read_subtitles, read_webvtt, read_xml
from corpus.importing.text_files.plain_text import read_text
from corpus.importing.text_files.spreadsheet_text import read_csv
from corpus.importing.web.epub import read_epub
from corpus.importing.web.page import read_html, read_mhtml
from corpus.model.errors import InputError
from corpus.model.source import NO_TEXT, SourceDocument
from corpus.store.folder.given_files import read_given, size_of
from corpus.text.decode import LIMIT

_TEXT: Final = Format("text", "text", read_text, foreign=False, encoded=True)
_MARKDOWN: Final = Format("markdown", "text", read_markdown, encoded=True, version=3)
_HTML: Final = Format("html", "web", read_html, encoded=True, version=7)
_MHTML: Final = Format("mhtml", "web", read_mhtml, OFFICE_LIMIT, encoded=True, version=8)
_DOCX: Final = Format("docx", "office", read_docx, OFFICE_LIMIT, version=6)
_PPTX: Final = Format("pptx", "office", read_pptx, OFFICE_LIMIT, version=7)
_XLSX: Final = Format("xlsx", "table", read_xlsx, OFFICE_LIMIT, version=7)

READERS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        ".txt": _TEXT,
        ".text": _TEXT,
        ".log": _TEXT,
        ".md": _MARKDOWN,
        ".markdown": _MARKDOWN,
        ".html": _HTML,
        ".htm": _HTML,
        ".xhtml": _HTML,
        ".mhtml": _MHTML,
        ".mht": _MHTML,
        ".pdf": Format("pdf", "pdf", read_pdf, PDF_LIMIT, version=VERSION),
        ".docx": _DOCX,
        ".docm": _DOCX,
        ".odt": Format("odt", "office", read_odt, OFFICE_LIMIT, version=7),
        ".rtf": Format("rtf", "office", read_rtf, version=8),
        ".pptx": _PPTX,
        ".pptm": _PPTX,
        ".xlsx": _XLSX,
        ".xlsm": _XLSX,
        ".csv": Format("csv", "table", read_csv, encoded=True, version=2),
        ".tsv": Format("csv", "table", read_csv, encoded=True, version=2),
        ".epub": Format("epub", "book", read_epub, OFFICE_LIMIT, version=9),
        ".srt": Format("srt", "text", read_subtitles, encoded=True, version=2),
        ".vtt": Format("vtt", "text", read_webvtt, encoded=True),
        ".xml": Format("xml", "text", read_xml, encoded=True, version=2),
    }
)
_NAMELESS: Final = _TEXT
"""A file without a suffix that a person named itself is tried as text."""


def is_supported(path: Path) -> bool:
    """Tell whether a reader is there for the file's suffix."""
    return path.suffix.lower() in READERS


def format_of(path: Path) -> Format:
    """Return what kind of file this is by its name; ``InputError`` unsupported where nobody reads it."""
    known = READERS.get(path.suffix.lower()) if path.suffix else _NAMELESS
    if known is None:
        raise InputError("unsupported", path=str(path), detail=path.suffix.lower())
    return known


def read(path: Path) -> SourceDocument:
    """Read one file in this very process; raise ``InputError`` with its path and what is wrong with it.

    Kinds: missing, unreadable, unsupported, limit, empty, no_text, encoding, encrypted, damaged, hostile.
    """
    return with_text(parse(path, load(path)), path)


def with_text(document: SourceDocument, path: Path) -> SourceDocument:
    """Return a document that has text; ``InputError`` no_text for one that has only pages."""
    if NO_TEXT in document.warnings:
        raise InputError("no_text", path=str(path), detail=document.format)
    return document


def load(path: Path) -> bytes:
    """Return the bytes of a file that is there and worth reading; ``InputError`` as ``read`` raises it."""
    size_of(path)
    form = format_of(path)
    data = read_given(path, min(LIMIT, form.limit) if form.encoded else form.limit)
    if not data.strip(b"\0 \t\r\n"):
        raise InputError("empty", path=str(path))
    return data


def parse(path: Path, data: bytes, encoding: str = "") -> SourceDocument:
    """Return what the bytes of a file hold; ``InputError`` as ``read`` raises it."""
    try:
        return format_of(path).read(data, encoding)
    except InputError as error:
        raise InputError(error.kind, **{**error.values, "path": str(path)}) from error
