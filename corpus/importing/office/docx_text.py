"""The paragraphs, tables, notes and text boxes of a DOCX file as plain blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, Literal

from corpus.importing.blocks.blocks import Block, one_line
from corpus.importing.blocks.formulas import formula
from corpus.importing.blocks.raised import raised
from corpus.importing.blocks.struck import kept_apart, struck
from corpus.importing.office.docx_styles import Style, list_of, outline_level
from corpus.importing.office.fields import FIELD_PARTS, Fields
from corpus.importing.office.numbering import Numbering
from corpus.importing.office.ooxml import child, children, value
from corpus.importing.office.symbol_font import symbol
from corpus.importing.xml_tree import local
from corpus.text.reader_marks import DELETED, remark
from corpus.text.whole_numbers import whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_PASSED_OVER: Final = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "delText", "rt", "Fallback", "sdtPr", "sdtEndPr"}
)
"""Deleted text, settings, readings above characters, the second of two forms."""
_GONE: Final = frozenset({"del", "moveFrom"})
_HOLDERS: Final = frozenset({"body", "tc", "txbxContent", "footnote", "endnote", "comment"})
"""What holds whole paragraphs: none runs on beyond it."""
_RAISED_BY: Final = 4
_BOXES: Final = "txbxContent"
_MOST_COLUMNS: Final = 100
"""Columns a cell may reach over; Word itself makes no more than 63."""


class DocxText:
    """Reads the body of one document; notes are numbered in order and stand at the end."""

    def __init__(
        self,
        styles: Mapping[str, Style],
        numbering: Numbering,
        notes: Mapping[str, _Element],
        drawn: Callable[[_Element], Iterable[Block]] = lambda _paragraph: (),
    ) -> None:
        """Take what the other parts say; ``notes`` are footnotes and endnotes by ``kind:id``.

        ``drawn`` tells what the charts anchored in a paragraph show, or what a document taken in says.
        """
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._order: list[str] = []
        self._boxes: list[_Element] = []
        self._fields = Fields()
        self._drawn = drawn
        self._run_on = ""
        self.title = ""

    def read(self, body: _Element) -> Iterator[Block]:
        """Yield the blocks of the body, then its notes as ``[1] …``."""
        yield from self._blocks(body)
        done = 0
        while done < len(self._order):
            note = self._notes.get(self._order[done])
            for place, block in enumerate(self._blocks(note) if note is not None else ()):
                mark = f"[{done + 1}] " if place == 0 else ""
                yield block if block.kind == "row" else Block("item", mark + block.text.strip())
            done += 1

    def remarks(self, root: _Element) -> Iterator[Block]:
        """Yield the comments of reviewers, each a line."""
        for number, one in enumerate(children(root, "comment"), start=1):
            text = " ".join(block.text for block in self._blocks(one))
            if text.strip():
                yield Block("item", f"{remark(number)} {text}")

    def struck(self, body: _Element) -> Iterator[Block]:
        """Yield what was deleted or moved away, each paragraph a line marked as such."""
        for one in body.iter():
            if local(one.tag) == "p":
                gone = (part for part in one.iter() if local(part.tag) in _GONE)
                text = "".join(_letters(part) for part in gone if local(part.getparent().tag) not in _GONE)
                if text.strip():
                    yield Block("paragraph", f"{DELETED} {text}")

    def _blocks(self, parent: _Element) -> Iterator[Block]:
        for one in parent:
            name = local(one.tag)
            if name == "p":
                yield from self._paragraph(one)
                yield from self._boxed()
                yield from self._drawn(one)
            elif name == "altChunk":
                yield from self._drawn(one)
            elif name == "tbl":
                yield from self._left_over()
                yield from self._table(one)
            elif name in {
                "sdt",
                "sdtContent",
                "ins",
                "moveTo",
                "customXml",
                "smartTag",
                "AlternateContent",
                "Choice",
            }:
                yield from self._blocks(one)
        if local(parent.tag) in _HOLDERS:
            yield from self._left_over()

    def _left_over(self) -> Iterator[Block]:
        """Yield the words of a paragraph whose end was deleted where no other paragraph goes on with them."""
        text, self._run_on = self._run_on, ""
        if text.strip():
            yield Block("paragraph", text)

    def _boxed(self) -> Iterator[Block]:
        """Yield what stands in the text boxes anchored in the paragraph just read."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self._blocks(box)

    def _paragraph(self, one: _Element) -> Iterator[Block]:
        settings = child(one, "pPr")
        named = child(settings, "pStyle") if settings is not None else None
        style = self._styles.get(value(named) if named is not None else "", Style())
        text = self._run_on + kept_apart(self._text(one))
        self._run_on = ""
        self._fields.leave_paragraph()
        if _ends_deleted(settings):
            self._run_on = text
            return
        if style.contents or not text.strip():
            return
        if _is_drop_cap(settings):
            self._run_on = text.strip()
            return
        level = outline_level(settings) or style.level
        if style.title and not self.title:
            self.title, level = one_line(text), 1
        mark = self._mark(list_of(settings), style)
        if level:
            yield Block("heading", mark + text, level)
            return
        for place, line in enumerate(text.split("\n")):
            kind: Literal["item", "paragraph"] = "item" if mark else "paragraph"
            yield Block(
                kind, (mark if place == 0 else "") + line, quoted=style.is_quoted(settings) and not mark
            )

    def _mark(self, own: tuple[str, int] | None, style: Style) -> str:
        """Return the number or mark the word processor writes in front of a paragraph."""
        if own is not None and own[0] in {"", "0"}:
            own = (style.list[0], own[1]) if own[0] == "" and style.list else None
        elif own is None:
            own = style.list
        return self._numbering.next(*own) if own else ""

    def _text(self, element: _Element) -> str:
        """Return the text of a paragraph; its text boxes are kept for later."""
        parts: list[str] = []
        for one in element:
            name = local(one.tag)
            if name in FIELD_PARTS:
                parts.append(self._fields.see(one, name))
            elif self._fields.hides(name):
                continue
            elif name == _BOXES:
                self._boxes.append(one)
            elif name == "t":
                parts.append(self._fields.told(one.text or ""))
            elif name in {"footnoteReference", "endnoteReference"}:
                parts.append(self._noted(name.removesuffix("Reference"), value(one, "id")))
            elif name == "r":
                parts.append(self._run(one))
            elif name in _SIGNS:
                parts.append(_SIGNS[name](one))
            elif name not in _PASSED_OVER:
                parts.append(self._text(one))
        return "".join(parts)

    def _run(self, run: _Element) -> str:
        """Return the words of a run as its settings show them."""
        settings = child(run, "rPr")
        if settings is None:
            return self._text(run)
        if _is_set(settings, "vanish"):
            return ""
        text = self._text(run)
        if _is_set(settings, "caps"):
            text = text.upper()
        if _is_raised(settings):
            return raised(text)
        return struck(text) if _is_set(settings, "strike") or _is_set(settings, "dstrike") else text

    def _noted(self, kind: str, number: str) -> str:
        key = f"{kind}:{number}"
        if key not in self._notes:
            return ""
        if key not in self._order:
            self._order.append(key)
        return f"[{self._order.index(key) + 1}]"

    def _table(self, table: _Element) -> Iterator[Block]:
        rows = [(row, list(_cells(row))) for row in _rows(table)]
        if len(rows) == 1 and len(rows[0][1]) == 1:
            # A frame around paragraphs, not figures in rows and columns.
            yield from self._blocks(rows[0][1][0])
            return
        for row, filled in rows:
            cells = [""] * _left_out_before(row)
            for cell in filled:
                settings = child(cell, "tcPr")
                merged = child(settings, "vMerge") if settings is not None else None
                goes_on = merged is not None and value(merged) in {"", "continue"}
                inside = " ".join(block.text or " ".join(block.cells) for block in self._blocks(cell))
                span = child(settings, "gridSpan") if settings is not None else None
                cells += ["" if goes_on else inside, *[""] * (_count(span, 1) - 1)]
            yield Block("row", cells=tuple(cells))


def _ends_deleted(settings: _Element | None) -> bool:
    """Tell whether the end of a paragraph was deleted or moved away, so that the next one goes on with it."""
    marks = child(settings, "rPr") if settings is not None else None
    return marks is not None and any(local(one.tag) in _GONE for one in marks)


def _is_drop_cap(settings: _Element | None) -> bool:
    """Tell whether a paragraph is the large first letter of the next one, in a frame of its own."""
    frame = child(settings, "framePr") if settings is not None else None
    return frame is not None and value(frame, "dropCap") in {"drop", "margin"}


def _letters(element: _Element) -> str:
    """Return the letters of a stretch, deleted ones too."""
    return "".join(one.text or "" for one in element.iter() if local(one.tag) in {"t", "delText"})


def _rows(table: _Element) -> Iterator[_Element]:
    """Yield the rows of a table, also those inside content controls and tracked insertions."""
    for one in table:
        name = local(one.tag)
        if name == "tr" and child(one, "trPr", "del") is None:
            yield one
        elif name in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _rows(one)


def _cells(row: _Element) -> Iterator[_Element]:
    for one in row:
        name = local(one.tag)
        if name == "tc":
            yield one
        elif name in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _cells(one)


def _left_out_before(row: _Element) -> int:
    """Return how many columns of the table a row leaves out at its beginning."""
    return _count(child(row, "trPr", "gridBefore"), 0)


def _count(setting: _Element | None, fewest: int) -> int:
    told = whole_number(value(setting)) if setting is not None else None
    return min(max(told or 0, fewest), _MOST_COLUMNS)


def _is_set(settings: _Element, name: str) -> bool:
    """Tell whether the settings of a run switch something on."""
    found = child(settings, name)
    return found is not None and value(found) not in {"0", "false"}


def _is_raised(settings: _Element) -> bool:
    """Tell whether a run is printed small and raised."""
    found = child(settings, "vertAlign")
    if found is not None:
        return value(found) == "superscript"
    # LibreOffice writes a smaller size and how far up, in half points.
    height, size = child(settings, "position"), child(settings, "sz")
    up = whole_number(value(height)) if height is not None else None
    return size is not None and (up or 0) >= _RAISED_BY


def _symbol(code: str, font: str) -> str:
    """Return a character of a symbol font; ticks and boxes as Unicode has them, others as private use."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if font == "Symbol" and (sign := symbol(number)):
        return sign
    return _SYMBOLS.get(number & 0xFF, chr(number)) if 0xF000 <= number <= 0xF0FF else chr(number)


_SYMBOLS: Final[Mapping[int, str]] = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "□", 0x6F: "□", 0x52: "☑", 0xA3: "□", 0x6C: "●", 0x6E: "■",
    0xB7: "•", 0xE0: "→",
}  # fmt: skip
_SIGNS: Final[Mapping[str, Callable[[_Element], str]]] = {
    "tab": lambda _: " ",
    "ptab": lambda _: " ",
    "cr": lambda _: "\n",
    "noBreakHyphen": lambda _: "-",
    "softHyphen": lambda _: "",
    "br": lambda one: "" if value(one, "type") in {"page", "column"} else "\n",
    "sym": lambda one: _symbol(value(one, "char"), value(one, "font")),
    "textpath": lambda one: value(one, "string"),
    "oMath": lambda one: struck(formula(one)),
}
"""What an element that holds no runs stands for, by its name."""
