"""DOCX files, read from their own XML: text, headings, numbers, tables, notes, text boxes, comments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from corpus.importing.archive import Archive
from corpus.importing.beside import PICTURES_NOT_SHOWN, some_not_drawn
from corpus.importing.blocks.assemble import assemble
from corpus.importing.blocks.blocks import Block
from corpus.importing.office.charts import charts_in
from corpus.importing.office.docx_chunks import chunk_in
from corpus.importing.office.docx_styles import read_styles
from corpus.importing.office.docx_text import DocxText
from corpus.importing.office.numbering import Numbering
from corpus.importing.office.ooxml import child, open_office, properties, related, relations, value
from corpus.importing.record import stated
from corpus.importing.xml_tree import local, parse_xml
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument
from corpus.text.reader_marks import PICTURE

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_docx(data: bytes, _encoding: str = "") -> SourceDocument:
    """Return the text of a DOCX file: deleted text is left out, inserted text is in, macros are never touched.

    What was deleted or moved away is named, as such, only where nothing else is left.

    Raises ``InputError``: damaged, encrypted, hostile, limit, unsupported (an old .doc renamed), no_text.
    """
    return _read(data, _taken_in)


def _taken_in(data: bytes) -> SourceDocument:
    """Return the text of a DOCX file another one takes in; what it takes in itself is passed over."""
    return _read(data, None)


def _read(data: bytes, read_own: Callable[[bytes], SourceDocument] | None) -> SourceDocument:
    archive, main = open_office(data)
    body = child(parse_xml(archive.read(main)), "body")
    if body is None:
        raise InputError("damaged", path="")
    _leave_prompts_out(body)
    reader = DocxText(
        read_styles(related(archive, main, "styles")),
        Numbering(related(archive, main, "numbering")),
        _notes(archive, main),
        lambda one: (*charts_in(one, archive, main), *chunk_in(one, archive, main, read_own)),
    )
    blocks = list(reader.read(body))
    if not any(one.text.strip() or one.cells for one in blocks):
        blocks += reader.struck(body)
        blocks += _at_the_edges(archive, main, reader)
        blocks += [
            Block("paragraph", PICTURE) for one in body.iter() if local(one.tag) in {"drawing", "pict"}
        ]
    comments = related(archive, main, "comments")
    if comments is not None:
        blocks += reader.remarks(comments)
    pictures = [one.target for one in relations(archive, main).values() if one.kind == "image"]
    warnings = [PICTURES_NOT_SHOWN] if some_not_drawn(filter(archive.has, pictures)) else []
    record = (*properties(archive), *stated("title", title=reader.title))
    return assemble(blocks, "docx", record=record, title=reader.title, warnings=warnings)


def _leave_prompts_out(body: _Element) -> None:
    """Empty the content controls nobody has filled in: what they show only asks for words (单击此处输入文字)."""
    for one in [each for each in body.iter() if local(each.tag) == "sdt"]:
        content = child(one, "sdtContent")
        if content is not None and child(one, "sdtPr", "showingPlcHdr") is not None:
            one.remove(content)


def _at_the_edges(archive: Archive, main: str, reader: DocxText) -> Iterator[Block]:
    """Yield what heads and feet say, for a file that says nothing else."""
    for one in relations(archive, main).values():
        if one.kind in {"header", "footer"} and archive.has(one.target):
            yield from reader.read(parse_xml(archive.read(one.target)))


def _notes(archive: Archive, main: str) -> dict[str, _Element]:
    """Return footnotes and endnotes by kind and id; the lines that part them from the text are none."""
    found: dict[str, _Element] = {}
    for kind in ("footnote", "endnote"):
        root = related(archive, main, f"{kind}s")
        for one in root if root is not None else ():
            if local(one.tag) == kind and value(one, "type") in {"", "normal"}:
                found[f"{kind}:{value(one, 'id')}"] = one
    return found
