"""PPTX files: each slide's texts in order, its title a heading, its number the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from corpus.importing.archive import Archive
from corpus.importing.blocks.assemble import assemble
from corpus.importing.blocks.blocks import Block
from corpus.importing.blocks.formulas import formula
from corpus.importing.blocks.raised import raised
from corpus.importing.blocks.struck import kept_apart, struck
from corpus.importing.office.charts import charts_in
from corpus.importing.office.ooxml import (
    child,
    open_office,
    properties,
    related,
    relation_id,
    relations,
    value,
)
from corpus.importing.office.slide_numbers import SlideNumbers
from corpus.importing.xml_tree import local, parse_xml
from corpus.model.errors import InputError
from corpus.model.source import HIDDEN_PARTS, SourceDocument
from corpus.text.reader_marks import SPEAKERS_NOTE, remark
from corpus.text.whole_numbers import whole_number
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_HIDDEN: Final = LazyPattern(rb"<(?:\w+:)?sld\b[^>]*\bshow=[\"'](?:0|false)")
_OPENING: Final = 4000
"""Bytes of a slide that its first element is among."""
_PASSED_OVER: Final = frozenset({"", "Fallback", "p"})
_TITLES = frozenset({"title", "ctrTitle"})
_FURNITURE = frozenset({"sldNum", "dt", "ftr", "hdr"})


def read_pptx(data: bytes, _encoding: str = "") -> SourceDocument:
    """Return the text of the slides with tables and speaker's notes; hidden slides are kept.

    Raises ``InputError``: damaged, encrypted, hostile, limit, unsupported, no_text.
    """
    archive, main = open_office(data)
    known = relations(archive, main)
    listed = child(parse_xml(archive.read(main)), "sldIdLst")
    blocks: list[Block] = []
    hidden = False
    for number, one in enumerate(listed if listed is not None else (), start=1):
        slide = known.get(relation_id(one))
        if slide is not None and archive.has(slide.target):
            blocks += _slide(archive, slide.target, number)
            hidden = hidden or _HIDDEN.search(archive.read(slide.target)[:_OPENING]) is not None
    if not blocks:
        raise InputError("no_text", path="")
    warnings = [HIDDEN_PARTS] if hidden else []
    return assemble(blocks, "pptx", record=properties(archive), warnings=warnings)


def _slide(archive: Archive, part: str, number: int) -> Iterator[Block]:
    """Yield the blocks of a slide, its title first."""
    shapes = list(_shapes(parse_xml(archive.read(part)), dated=number == 1))
    shapes.sort(key=lambda one: not one[0])
    page = str(number)
    for title, shape in shapes:
        for block in (*_texts(shape, title=title), *charts_in(shape, archive, part)):
            yield Block(block.kind, block.text, block.level, block.cells, page)
            page = ""
    notes = related(archive, part, "notesSlide")
    said = [
        block
        for _title, shape in (_shapes(notes) if notes is not None else ())
        for block in _texts(shape, title=False)
    ]
    for place, block in enumerate(said):
        # What is said beside a slide stands on none: who quotes it has to see that.
        yield replace(block, text=f"{SPEAKERS_NOTE} {block.text}") if not place and block.text else block
    remarks = related(archive, part, "comments")
    yield from _remarks(remarks) if remarks is not None else ()


def _remarks(root: _Element) -> Iterator[Block]:
    """Yield the comments on a slide, each a line."""
    found = (one for one in root.iter() if isinstance(one.tag, str) and local(one.tag) == "cm")
    for number, one in enumerate(found, start=1):
        plain = child(one, "text")
        words = [plain.text or ""] if plain is not None else list(_paragraphs(one))
        text = " ".join(" ".join(words).split())
        if text:
            yield Block("item", f"{remark(number)} {text}")


def _shapes(root: _Element, *, dated: bool = False) -> Iterator[tuple[bool, _Element]]:
    """Yield the shapes and tables in order, and whether each is the slide's title; furniture is left out.

    ``dated``: a day that is typed, not that of the clock, is the day of the whole and stays.
    """
    for one in root.iter():
        name = local(one.tag) if isinstance(one.tag, str) else ""
        if name in {"graphicFrame", "sp"} and _is_second_form(one):
            continue
        if name == "graphicFrame":
            yield False, one
        elif name == "sp":
            place = child(one, "nvSpPr", "nvPr", "ph")
            kind = value(place, "type") if place is not None else ""
            typed = dated and kind == "dt" and not any(local(each.tag) == "fld" for each in one.iter())
            if typed or (kind not in _FURNITURE and kind != "sldImg"):
                yield kind in _TITLES, one


def _is_second_form(shape: _Element) -> bool:
    """Tell whether a shape is drawn only where its first form is not known."""
    return any(isinstance(one.tag, str) and local(one.tag) == "Fallback" for one in shape.iterancestors())


def _texts(shape: _Element, *, title: bool) -> Iterator[Block]:
    if local(shape.tag) == "graphicFrame":
        for row in (one for one in shape.iter() if local(one.tag) == "tr"):
            cells = (one for one in row if local(one.tag) == "tc")
            yield Block("row", cells=tuple(" ".join(_paragraphs(cell)) for cell in cells))
        return
    lines = [line for line in _paragraphs(shape) if line.strip()]
    if title and lines:
        yield Block("heading", " ".join(lines), 1)
    else:
        yield from (Block("paragraph", part) for line in lines for part in line.split("\n") if part.strip())


def _paragraphs(shape: _Element) -> Iterator[str]:
    """Yield the text of each paragraph, with the number the slide writes in front of it."""
    numbers = SlideNumbers()
    for one in shape.iter():
        if local(one.tag) == "p":
            words = kept_apart("".join(_parts(one)))
            yield numbers.before(one, filled=bool(words.strip())) + words


def _parts(element: _Element) -> Iterator[str]:
    """Yield the words of a paragraph; a formula is one."""
    for part in element:
        name = local(part.tag) if isinstance(part.tag, str) else ""
        if name == "br":
            yield "\n"
        elif name == "t":
            yield _words(part)
        elif name == "oMath":
            yield struck(formula(part))
        elif name not in _PASSED_OVER:
            yield from _parts(part)


def _words(part: _Element) -> str:
    """Return the words of a run; those printed small and raised as raised ones."""
    run = part.getparent()
    settings = child(run, "rPr") if run is not None else None
    up = settings.get("baseline") if settings is not None else None
    words = raised(part.text or "") if (whole_number(up) or 0) > 0 else part.text or ""
    through = settings is not None and settings.get("strike") in {"sngStrike", "dblStrike"}
    return struck(words) if through else words
