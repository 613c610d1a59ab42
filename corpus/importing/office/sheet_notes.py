"""What stands on the sheets of a workbook beside their cells: the words of text boxes, and what people remarked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from corpus.importing.archive import Archive
from corpus.importing.blocks.blocks import Block
from corpus.importing.office.ooxml import children
from corpus.importing.xml_tree import local, parse_xml
from corpus.text.reader_marks import remark
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWN: Final = LazyPattern(r"xl/drawings/drawing\d+\.xml")
_REMARKS: Final = LazyPattern(r"xl/(?:\w+/)?comments?\d*\.xml")


def beside_cells(archive: Archive) -> Iterator[Block]:
    """Yield the paragraphs of text boxes, then the remarks, each with its cell."""
    for name in sorted(filter(_DRAWN.fullmatch, archive.names())):
        for shape in (one for one in parse_xml(archive.read(name)).iter() if local(one.tag) == "txBody"):
            yield from (Block("paragraph", text) for text in _paragraphs(shape) if text.strip())
    for name in sorted(filter(_REMARKS.fullmatch, archive.names())):
        for one in (part for part in parse_xml(archive.read(name)).iter() if local(part.tag) == "comment"):
            text = "".join(part.text or "" for part in one.iter() if local(part.tag) == "t").strip()
            if text:
                yield Block("item", f"{remark(' ' + (one.get('ref') or ''))} {text}")


def _paragraphs(shape: _Element) -> Iterator[str]:
    for one in children(shape, "p"):
        yield "".join(part.text or "" for part in one.iter() if local(part.tag) == "t")
