"""The elements of a page as plain blocks: paragraphs, headings, list items, table rows, code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from corpus.importing.blocks.blocks import Block, as_quotations, nested
from corpus.importing.blocks.formulas import formula
from corpus.importing.blocks.list_numbers import written
from corpus.importing.blocks.raised import lowered, raised
from corpus.importing.blocks.reaching import pass_over, put_cell
from corpus.importing.web.tree import BLOCKS, gaps, is_silent, name_of, visible_text
from corpus.text.whole_numbers import whole_number
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Left = Callable[["HtmlElement"], bool]
"""Tells whether an element is left out of the text."""

_HEADING: Final = LazyPattern("h([1-6])")
_LABELLED: Final = LazyPattern(
    r"(?:来源|作者|记者|编辑|责任编辑|责编|时间|日期|发布时间|发布日期|(?:浏览|阅读|点击|访问)(?:次数|[量数率])?|字[号体])[：:]"
    r"|(?:本[报网刊台]|特约|见习|实习)?(?:记者|通讯员)[\s　]+[\u3400-\u9fff]{2,4}(?![\u3400-\u9fff])"
)
"""Parts of a byline, which pages set apart by style alone."""
_RAISED: Final = LazyPattern(r"vertical-align\s*:\s*super", re.IGNORECASE)
_NUMBER: Final = LazyPattern(r"\d{1,3}")
_TO_NOTE: Final = LazyPattern(r"#[\w.-]*(?:fn|note|ftn|zhu)", re.IGNORECASE)
_FORMS: Final = {"A": "upperLetter", "a": "lowerLetter", "I": "upperRoman", "i": "lowerRoman"}
_LONGEST_CELL: Final = 400
_MOST_COUNTED: Final = 99_999
"""A longer cell is a page's layout, not a table's content."""


def _nothing(_element: HtmlElement) -> bool:
    return False


class PageBlocks:
    """Walks a page; inline text is gathered until a block begins or ends."""

    def __init__(self, left_out: Left = _nothing) -> None:
        """Take what tells which elements are left out."""
        self._left_out = left_out
        self._inline: list[str] = []

    def read(self, element: HtmlElement) -> Iterator[Block]:
        """Yield the blocks inside ``element``."""
        yield from self._inside(element)
        yield from self._flush()

    def _inside(self, element: HtmlElement) -> Iterator[Block]:
        self._inline.append(element.text or "")
        for child in element:
            before, behind = gaps(child)
            self._inline.append(before)
            if not is_silent(child) and not self._left_out(child):
                yield from self._element(child)
            self._inline.append(behind + (child.tail or ""))

    def _element(self, element: HtmlElement) -> Iterator[Block]:
        name = name_of(element)
        if name == "br":
            self._inline.append("\x1d")
        elif (
            name == "sup"
            or (name == "span" and _RAISED.search(element.get("style") or ""))
            or _leads_to_note(element)
        ):
            self._inline.append(raised(visible_text(element)))
        elif name == "sub":
            before = next((part for part in reversed(self._inline) if part), "")
            self._inline.append(lowered(visible_text(element), before, element.tail or ""))
        elif name == "math":
            self._inline.append(formula(element))
        elif name == "q":
            self._inline.append("“")
            yield from self._inside(element)
            self._inline.append("”")
        elif name not in BLOCKS:
            if _LABELLED.match((element.text or "").lstrip()) and self._touches():
                self._inline.append("　")
            yield from self._inside(element)
        else:
            yield from self._flush()
            yield from self._block(element, name)
            yield from self._flush()

    def _touches(self) -> bool:
        """Tell whether the inline text gathered so far ends without a blank."""
        last = next((part for part in reversed(self._inline) if part), "")
        return bool(last) and not last[-1].isspace() and last[-1] not in "\x1d（(|｜"

    def _block(self, element: HtmlElement, name: str) -> Iterator[Block]:
        heading = _HEADING.fullmatch(name)
        if heading:
            text = " ".join(block.text or " ".join(block.cells) for block in self._apart(element))
            yield Block("heading", text, int(heading[1]))
        elif name in {"ul", "ol"}:
            yield from self._list(element, numbered=name == "ol")
        elif name == "table" and _is_data(element):
            yield from self._table(element)
        elif name == "pre":
            yield Block("code", visible_text(element))
        elif name == "blockquote":
            yield from as_quotations(self._apart(element))
        else:
            yield from self._inside(element)

    def _apart(self, element: HtmlElement) -> list[Block]:
        """Return the blocks of an element read by itself."""
        return list(PageBlocks(self._left_out).read(element))

    def _list(self, element: HtmlElement, *, numbered: bool) -> Iterator[Block]:
        start = element.get("start") or "1"
        number = _stated(start, 1)
        form = _FORMS.get(element.get("type") or "", "decimal")
        backwards = element.get("reversed") is not None
        if backwards and not element.get("start"):
            number = sum(name_of(item) == "li" for item in element)
        for item in element:
            if is_silent(item) or self._left_out(item):
                continue
            own = item.get("value") or ""
            number = _stated(own, number) if numbered else number
            mark = f"{written(number, form)}. " if numbered else "- "
            blocks = self._apart(item)
            number += (name_of(item) == "li" and bool(blocks)) * (-1 if backwards else 1)
            for place, block in enumerate(blocks):
                if place == 0 and block.kind == "paragraph" and name_of(item) == "li":
                    yield Block("item", mark + block.text.strip())
                else:
                    yield nested(block)

    def _table(self, element: HtmlElement) -> Iterator[Block]:
        for caption in element.iterchildren("caption"):
            yield from self._apart(caption)
        reaching: dict[int, int] = {}
        for row in element.iter("tr"):
            cells: list[str] = []
            for cell in row:
                if name_of(cell) not in {"td", "th"}:
                    continue
                text = " ".join(block.text for block in self._apart(cell))
                put_cell(text, _count(cell.get("colspan")), _count(cell.get("rowspan")), cells, reaching)
            pass_over(cells, reaching)
            yield Block("row", cells=tuple(cells))

    def _flush(self) -> Iterator[Block]:
        """Yield the inline text gathered so far, a paragraph for each line that hard breaks set apart."""
        text = "".join(self._inline)
        self._inline.clear()
        for line in text.split("\x1d"):
            if line.strip():
                yield Block("paragraph", line)


def _leads_to_note(element: HtmlElement) -> bool:
    """Tell whether a link is the number of a note, which would run on with the words and figures before it."""
    if name_of(element) != "a" or not _NUMBER.fullmatch(visible_text(element).strip()):
        return False
    kinds = f"{element.get('epub:type') or ''} {element.get('role') or ''}"
    return "noteref" in kinds or _TO_NOTE.search(element.get("href") or "") is not None


def _count(told: str | None) -> int:
    """Return over how many columns or rows a cell reaches."""
    return _stated(told, 1)


def _stated(told: str | None, otherwise: int) -> int:
    """Return a number a page states, ``otherwise`` where it is none to count by."""
    number = whole_number(told)
    return number if number is not None and 0 <= number <= _MOST_COUNTED else otherwise


def _is_data(table: HtmlElement) -> bool:
    """Tell whether a table holds data: several columns, no table inside, no cell as long as an article."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    widest = 0
    for row in table.iter("tr"):
        cells = [cell for cell in row if name_of(cell) in {"td", "th"}]
        widest = max(widest, len(cells))
        if any(len(visible_text(cell)) > _LONGEST_CELL for cell in cells):
            return False
    return widest > 1
