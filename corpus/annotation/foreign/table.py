"""Which reader takes a file of highlights: by its name and its first words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Final

from corpus.annotation.foreign.highlight import Highlight
from corpus.annotation.foreign.pdf import read_pdf_marks
from corpus.annotation.foreign.reading_apps import (
    is_kindle,
    is_pinned,
    is_weread,
    read_kindle,
    read_pinned,
    read_weread,
)
from corpus.annotation.foreign.zotero import is_zotero, read_zotero
from corpus.annotation.jsonld import from_jsonld
from corpus.annotation.reading import ReadAnnotation
from corpus.model.errors import InputError

_TEXTS: Final[tuple[tuple[str, Callable[[str], bool], Callable[[str], Iterator[Highlight]]], ...]] = (
    ("weread", is_weread, read_weread),
    ("weread", is_pinned, read_pinned),
    ("kindle", is_kindle, read_kindle),
    ("zotero", is_zotero, read_zotero),
)
"""A program, how its text is known, and its reader: a new one is a line here."""


def read_highlights(data: bytes, path: str) -> list[ReadAnnotation]:
    """Return the notes of a file of highlights; InputError (damaged, encrypted, bad_annotation_file)."""
    if data[:5] == b"%PDF-":
        title = PurePath(path).stem
        return [one.as_read("pdf") for one in read_pdf_marks(data, title, path)]
    text = data.decode("utf-8-sig", "replace")
    for program, known, read in _TEXTS:
        if known(text):
            found = [one.as_read(program) for one in read(text)]
            if not found:
                raise InputError("bad_annotation_file", path=path)
            return found
    return list(from_jsonld(data, path=path))
