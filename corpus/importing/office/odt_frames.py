"""What stands beside the text of an ODT file, put where pandoc reads it: text boxes, comments, tables within cells.

Pandoc passes them by. The paragraphs of a box follow the paragraph it is tied to, a row of an inner table becomes a
paragraph of its cell, comments are numbered lines at the end; a box around a picture is left, its words are the
picture's caption.
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final

from corpus.importing.blocks.formulas import formula
from corpus.importing.office.odt_charts import put_chart_behind
from corpus.importing.office.odt_fields import fields_as_words
from corpus.importing.xml_tree import local, parse_xml
from corpus.text.reader_marks import remark

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENT: Final = "content.xml"
_TEXT: Final = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE: Final = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_DRAWING: Final = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_LARGEST_FORMULA: Final = 1_000_000
_BLOCKS: Final = frozenset({"p", "h", "list", "table"})
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})


def with_words_in_line(data: bytes, content: bytes) -> bytes:
    """Return an ODT file whose ``content`` has fields, boxes and inner tables in the run of its text."""
    root = parse_xml(content)
    moved = fields_as_words(root)
    if b"<draw:object" in content:
        moved += _objects_in_words(root, data)
    if b"<draw:" in content or content.count(b"</table:table>") > 1:
        moved += _boxes_behind(root) + _inner_tables(root)
    if b"<office:annotation" in content:
        moved += _comments_behind(root)
    return _rewritten(data, root) if moved else data


def _objects_in_words(root: _Element, data: bytes) -> int:
    """Write embedded formulas as one line where they stand, charts behind; return how many there were."""
    moved = 0
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = frozenset(archive.namelist())
        for drawn in list(root.iter(f"{{{_DRAWING}}}object")):
            part = f"{(drawn.get(_LINK) or '').removeprefix('./')}/{_CONTENT}"
            frame = drawn.getparent()
            if part not in names or frame is None or archive.getinfo(part).file_size > _LARGEST_FORMULA:
                continue
            inside = parse_xml(archive.read(part))
            if local(inside.tag) != "math":
                moved += put_chart_behind(frame, inside)
                continue
            words = formula(inside)
            if words and any(local(above.tag) in ("p", "h") for above in frame.iterancestors()):
                for one in list(frame):
                    frame.remove(one)
                frame.tag, frame.text = f"{{{_TEXT}}}span", f" {words} "
                moved += 1
    return moved


def _boxes_behind(root: _Element) -> int:
    boxes = [one for one in root.iter() if _is_box(one) and not _holds(one, "image")]
    # The last first: each box is put right behind its paragraph, so those of one paragraph keep their order.
    for box in reversed(boxes):
        tied = next((one for one in box.iterancestors() if local(one.tag) in ("p", "h")), None)
        blocks = [one for one in box if local(one.tag) in _BLOCKS]
        if tied is None:
            tied = next((one for one in box.iterancestors() if local(one.tag) == "frame"), box)
        for block in reversed(blocks):
            block.tail = None
            tied.addnext(block)
    return len(boxes)


def _comments_behind(root: _Element) -> int:
    """Put the comments of reviewers at the end, each a line of its own; return how many there were."""
    body = next((one for one in root.iter(f"{{{_OFFICE}}}text")), None)
    comments = list(root.iter(f"{{{_OFFICE}}}annotation"))
    for number, one in enumerate(comments if body is not None else (), start=1):
        words = _words(one)
        if words and body is not None:
            line = body.makeelement(f"{{{_TEXT}}}p")
            line.text = f"{remark(number)} {words}"
            body.append(line)
    return len(comments)


def _is_box(element: _Element) -> bool:
    """Tell whether an element is drawn and holds paragraphs: a text box, or a shape with words on it."""
    drawn = isinstance(element.tag, str) and element.tag.startswith(f"{{{_DRAWING}}}")
    return drawn and any(local(one.tag) in _BLOCKS for one in element)


def _inner_tables(root: _Element) -> int:
    inner = [
        one
        for one in root.iter()
        if local(one.tag) == "table" and any(local(above.tag) in _CELLS for above in one.iterancestors())
    ]
    # The innermost first: what has become paragraphs is taken along by the table around it.
    for table in reversed(inner):
        for row in [one for one in table.iter() if local(one.tag) == "table-row"]:
            cells = [_words(one) for one in row if local(one.tag) in _CELLS]
            line = table.makeelement(f"{{{_TEXT}}}p")
            line.text = "\t".join(cells).strip()
            if line.text:
                table.addprevious(line)
        above = table.getparent()
        if above is not None:
            above.remove(table)
    return len(inner)


def _words(cell: _Element) -> str:
    return " ".join("".join(one.itertext()).strip() for one in cell.iter() if local(one.tag) in ("p", "h"))


def _holds(element: _Element, name: str) -> bool:
    return any(local(one.tag) == name for one in element.iter())


def _rewritten(data: bytes, root: _Element) -> bytes:
    """Return the archive with another ``content.xml``."""
    from lxml import etree

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        # Pictures are only named by what pandoc tells: they need not be there.
        for info in (one for one in old.infolist() if one.filename.endswith((".xml", "mimetype"))):
            part = etree.tostring(root, encoding="UTF-8") if info.filename == _CONTENT else old.read(info)
            new.writestr(info.filename, part)
    return out.getvalue()
