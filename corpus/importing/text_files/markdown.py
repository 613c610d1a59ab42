"""Markdown files: rendered by Python-Markdown to a tree, which is read as plain blocks; nothing in it is run."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER
from markdown.treeprocessors import Treeprocessor

from corpus.importing.blocks.assemble import with_title
from corpus.importing.blocks.blocks import Block, as_quotations, lay_out, nested, one_line
from corpus.importing.blocks.raised import raised
from corpus.importing.record import first_of, metadata_of
from corpus.importing.text_files.front_matter import part_front_matter
from corpus.importing.text_files.front_paragraphs import with_front_lines
from corpus.importing.text_files.markdown_aside import SetAside
from corpus.importing.text_files.markdown_habits import plain_markdown
from corpus.importing.text_files.source_lines import entries_below_each_other
from corpus.importing.web.blocks import PageBlocks
from corpus.importing.web.raw_html import text_of_html
from corpus.importing.web.tree import page_tree
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument
from corpus.text.decode import decode
from corpus.text.whole_numbers import whole_number
from index.lazy_pattern import LazyPattern

_EXTENSIONS: Final = ("tables", "fenced_code", "footnotes", "def_list", "sane_lists")
_STASHED: Final = LazyPattern("\x02wzxhzdk:(\\d+)\x03")
_RAISED: Final = LazyPattern("\x02wzxhzdk:(?P<number>\\d+)\x03(?P<text>[^\x02\x03]{1,12})(?=\x02wzxhzdk:)")
"""What stands between two pieces of HTML, perhaps a small raised mark."""
_BREAK: Final = LazyPattern(r"<br\s*/?>", re.IGNORECASE)
_AMPERSAND: Final = "\x02amp\x03"
_TAGS: Final = LazyPattern("<[^<>]*>")
_LEFT_OVER: Final = LazyPattern("[\x02\x03]")
_FINISHED: Final = LazyPattern(r"[。！？；：!?;:…][”’」』）)\]\"]*\s*\Z")
_LISTED: Final = LazyPattern(
    r"[ \t\u3000]*(?:(?:[-*+•]|\d{1,3}[.)])[ \t]+|[0-9０-９]{1,3}[．、）)]"
    r"|[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．]"
    r"|第[一二三四五六七八九十百\d]{1,4}[条章节款]|[①-⑳])[ \t]*\S"
)
_ROW: Final = LazyPattern(
    r"[ \t\u3000]*[*_]{0,2}(?:[\u3400-\u9fff]{2,6}|[A-Za-z]{2,12}(?: [A-Za-z]{2,12})?)"
    r"[ \u3000]?[:：](?!//)[ \t\u3000]*\S"
)
"""A line of a label and its value, as people write down where a text is from."""
_LONGEST_ROW: Final = 80
_WRAP_WIDTH: Final = 120
_CONTAINERS: Final = frozenset({"div", "dl", "section", "article", "body"})


def read_markdown(data: bytes, encoding: str = "") -> SourceDocument:
    """Return the text of a Markdown file with its headings, tables and front matter.

    Each paragraph is one line, list markers stay, table cells are parted by tabs, pictures leave their alternative
    text, scripts and styles leave nothing. Raises ``InputError`` as the plain text reader does.
    """
    decoded = decode(data, encoding)
    front = part_front_matter(decoded.text)
    plain, title = plain_markdown(front.body), first_of(front.record, "title")
    body = with_front_lines(plain.text, titled=bool(title))
    warnings = decoded.warnings
    try:
        blocks = list(_blocks(body))
    except RecursionError:
        # Marks nested a thousand deep mean nothing to anybody: the lines are taken as they stand.
        blocks = [Block("paragraph", line) for line in body.split("\n")]
        warnings = (*warnings, "nested_too_deep")
    layout = lay_out(with_title(blocks, title) if title else blocks)
    if not layout.text.strip():
        raise InputError("empty", path="")
    return SourceDocument(
        layout.text,
        decoded.encoding,
        "markdown",
        headings=layout.headings,
        tables=layout.tables,
        quotations=layout.quotations,
        metadata=metadata_of(front.record),
        warnings=warnings,
        record=front.record,
        tags=tuple(dict.fromkeys((*front.tags, *plain.tags))),
    )


class _Keep(Treeprocessor):
    """Keeps the finished tree, for Markdown itself hands out only HTML."""

    root: Element | None = None

    def run(self, root: Element) -> None:
        """Remember the tree as it is after every other step."""
        self.root = root


def _blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of Markdown ``text``."""
    converter = markdown.Markdown(extensions=list(_EXTENSIONS))
    keep = _Keep(converter)
    converter.treeprocessors.register(keep, "keep", -100)
    aside = SetAside()
    converter.convert(aside.without(text))
    if keep.root is None:
        return
    stash = [str(part) if isinstance(part, str) else "" for part in converter.htmlStash.rawHtmlBlocks]
    for one in _Walker(stash).children(keep.root):
        cells = tuple(map(aside.restored, one.cells))
        yield replace(one, text=aside.restored(one.text), cells=cells)


def _unwrapped(paragraph: str) -> list[str]:
    """Return the paragraphs people meant: lines of one width were wrapped, long or finished lines stand alone."""
    lines = [line for line in paragraph.split("\n") if line.strip()]
    if entries := entries_below_each_other(lines):
        return entries
    inner = lines[:-1]
    finished = sum(1 for line in inner if _FINISHED.search(line))
    if inner and (
        finished * 2 > len(inner) or max(map(len, inner)) > _WRAP_WIDTH or any(map(_LISTED.match, lines[1:]))
    ):
        return lines
    rows = sum(1 for line in lines if _ROW.match(line))
    if rows > 1 and rows * 2 > len(lines) and max(map(len, lines)) <= _LONGEST_ROW:
        return lines
    return [paragraph]


class _Walker:
    """Reads blocks off the tree, putting stashed raw HTML back as its text."""

    def __init__(self, stash: list[str]) -> None:
        self._stash = stash
        self._tables: list[str] = []
        self._has_raised = any(one.startswith("<sup") for one in stash)

    def children(self, element: Element) -> Iterator[Block]:
        """Yield the blocks of everything inside ``element``."""
        if element.text and element.text.strip():
            yield from self._paragraph(self._plain(element.text))
        for child in element:
            yield from self._block(child)
            if child.tail and child.tail.strip():
                yield from self._paragraph(self._plain(child.tail))

    def _block(self, element: Element) -> Iterator[Block]:
        tag = element.tag
        if re.fullmatch("h[1-6]", tag):
            yield Block("heading", one_line(self._inline(element)), int(tag[1]))
        elif tag in {"ul", "ol"}:
            yield from self._list(element, numbered=tag == "ol")
        elif tag == "table":
            for row in element.iter("tr"):
                yield Block("row", cells=tuple(self._inline(cell).replace("\x1d", " ") for cell in row))
        elif tag == "pre":
            yield Block("code", self._inline(element))
        elif tag == "blockquote":
            yield from as_quotations(self.children(element))
        elif tag in _CONTAINERS:
            yield from self.children(element)
        elif tag != "hr":
            yield from self._paragraph(self._inline(element))

    def _paragraph(self, text: str) -> Iterator[Block]:
        """Yield one block for each part of ``text`` that hard breaks or raw HTML set apart."""
        for part in text.split("\x1d"):
            if part.startswith("\x1c"):
                yield Block("code", part[1:])
            elif part.startswith("\x1b") and part[1:].strip().isdigit():
                yield from PageBlocks().read(page_tree(self._tables[int(part[1:])]))
            elif part.strip():
                yield from (Block("paragraph", line) for line in _unwrapped(part))

    def _list(self, element: Element, *, numbered: bool) -> Iterator[Block]:
        told = whole_number(element.get("start", "1"))
        number = 1 if told is None else max(told, 0)
        footnotes = any(item.get("id", "").startswith("fn:") for item in element)
        for item in element:
            marker = f"[{number}] " if footnotes else f"{number}. " if numbered else "- "
            number += 1
            for place, block in enumerate(self._item(item)):
                if place == 0 and block.kind == "paragraph":
                    yield Block("item", marker + one_line(block.text))
                else:
                    yield nested(block)

    def _item(self, item: Element) -> Iterator[Block]:
        """Yield the blocks of a list item: its own text first, then what is nested in it."""
        nested = [
            child for child in item if child.tag in {"ul", "ol", "table", "pre", "p", "blockquote", "div"}
        ]
        own = [self._plain(item.text or "")]
        for child in item:
            if child not in nested:
                own.append(self._with_tail(child))
            elif child is nested[0]:
                break
        yield from self._paragraph("".join(own))
        for child in nested:
            yield from self._block(child)
            yield from self._paragraph(self._plain(child.tail or ""))

    def _inline(self, element: Element) -> str:
        """Return the text inside ``element``."""
        tag = element.tag
        if tag == "img":
            return html.unescape(self._plain(element.get("alt", "")))
        if tag == "br":
            return "\x1d"
        if tag == "code":
            return html.unescape(self._plain("".join(element.itertext())))
        if "footnote-backref" in element.get("class", ""):
            return ""
        if "footnote-ref" in element.get("class", ""):
            return f"[{''.join(element.itertext())}]"
        return self._plain(element.text or "") + "".join(self._with_tail(child) for child in element)

    def _with_tail(self, element: Element) -> str:
        return self._inline(element) + self._plain(element.tail or "")

    def _plain(self, text: str) -> str:
        """Return ``text`` with Markdown's own placeholders put back."""
        text = text.replace(NBSP_PLACEHOLDER, "").replace(FN_BACKLINK_TEXT, "")
        if "\x02" not in text:
            return text
        text = _RAISED.sub(self._raised, text) if self._has_raised else text
        text = _STASHED.sub(self._unstash, text).replace(_AMPERSAND, "&")
        return html.unescape(_LEFT_OVER.sub("", text))

    def _raised(self, match: re.Match[str]) -> str:
        number = int(match["number"])
        begins = number < len(self._stash) and self._stash[number].startswith("<sup")
        return raised(match["text"]) if begins else match[0]

    def _unstash(self, match: re.Match[str]) -> str:
        number = int(match.group(1))
        source = self._stash[number] if number < len(self._stash) else ""
        if _BREAK.fullmatch(source):
            return "\x1d"
        if "<table" in source.lower():
            self._tables.append(source)
            return f"\x1d\x1b{len(self._tables) - 1}\x1d"
        if source.startswith("<pre"):
            return "\x1d\x1c" + html.unescape(_TAGS.sub("", source)).strip("\n") + "\x1d"
        return text_of_html(source).replace("\n", "\x1d")
