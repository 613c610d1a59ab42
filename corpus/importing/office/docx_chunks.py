"""Documents of other forms that a DOCX file takes in as they are, for the word processor to convert (altChunk)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from corpus.importing.archive import Archive
from corpus.importing.blocks.blocks import Block
from corpus.importing.office.ooxml import relation_id, relations
from corpus.importing.web.page import read_html, read_mhtml
from corpus.importing.xml_tree import local
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument
from corpus.text.decode import decode
from corpus.text.offsets import apply_edits
from corpus.text.repairs.layers import known_edits

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGES: Final[Mapping[str, Callable[[bytes], SourceDocument]]] = {
    ".html": read_html, ".htm": read_html, ".xhtml": read_html, ".mht": read_mhtml, ".mhtml": read_mhtml,
}  # fmt: skip


def chunk_in(
    element: _Element, archive: Archive, part: str, read_own: Callable[[bytes], SourceDocument] | None
) -> Iterator[Block]:
    """Yield what a document says that ``element`` of ``part`` takes in: its lines, headings and rows.

    ``read_own`` reads one of the same form, ``None`` where it is taken in itself.
    """
    target = relations(archive, part).get(relation_id(element)) if local(element.tag) == "altChunk" else None
    if target is None or not archive.has(target.target):
        return
    suffix = PurePosixPath(target.target).suffix.lower()
    read = _PAGES.get(suffix) or (read_own if suffix == ".docx" else None)
    data = archive.read(target.target)
    try:
        yield from _blocks(read(data)) if read else _lines(decode(data).text if suffix == ".txt" else "")
    except InputError:
        return


def _blocks(document: SourceDocument) -> Iterator[Block]:
    """Yield the lines of a document as it is read."""
    levels = {document.text[one.start :].partition("\n")[0].strip(): one.level for one in document.headings}
    for block in _lines(apply_edits(document.text, known_edits(document.text, document.repairs))):
        level = levels.get(block.text, 0)
        yield Block("heading", block.text, level) if level else block


def _lines(text: str) -> Iterator[Block]:
    for line in filter(str.strip, text.split("\n")):
        yield (
            Block("row", cells=tuple(line.split("\t"))) if "\t" in line else Block("paragraph", line.strip())
        )
