"""The table of contents of EPUB books: chapters whose name stands only there get it as their heading."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from corpus.importing.archive import Archive
from corpus.importing.blocks.blocks import Block, one_line
from corpus.importing.xml_tree import local, parse_xml
from corpus.model.errors import InputError
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_NCX: Final = "application/x-dtbncx+xml"
_BY_COUNT: Final = LazyPattern(r"(?:section|split|file|untitled|未命名)[\s_-]*\d*", re.IGNORECASE)
"""What programs that export a book call its parts by themselves, each by its number."""
_LABELS, _DEEPEST = 3, 6
"""How many blocks at the top of a chapter may be its name; the deepest level of a heading."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the contents call a chapter, and how deep they set it in (from 1)."""

    label: str
    level: int


def contents(archive: Archive, package: _Element, folder: str) -> dict[str, Entry]:
    """Return what the contents (NCX, or the list EPUB 3 has for it) call the parts of a book, by their names."""
    for one in package.iter():
        if local(one.tag) != "item":
            continue
        lists = "nav" in (one.get("properties") or "").split()
        if not lists and one.get("media-type") != _NCX:
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(one.get("href") or "")))
        if archive.has(name):
            try:
                found = _entries(parse_xml(archive.read(name)), posixpath.dirname(name))
            except InputError:
                continue
            if found:
                return found
    return {}


def _entries(root: _Element, folder: str) -> dict[str, Entry]:
    """Return the entry of each part; of several of one part the first, if it leads to the part as a whole."""
    found: dict[str, Entry] = {}
    met: set[str] = set()
    for one in root.iter():
        kind = local(one.tag)
        label, href = "", ""
        if kind == "navPoint":
            label = next((part.text or "" for part in one.iter() if local(part.tag) == "text"), "")
            href = next((part.get("src") or "" for part in one.iter() if local(part.tag) == "content"), "")
        elif kind == "a" and any(_is_contents(above) for above in one.iterancestors()):
            label, href = "".join(map(str, one.itertext())), one.get("href") or ""
        file, _, place = href.partition("#")
        name = posixpath.normpath(posixpath.join(folder, unquote(file))) if file else ""
        if name and name not in met:
            met.add(name)
            depth = sum(local(above.tag) in ("navPoint", "ol") for above in one.iterancestors())
            level = depth + (kind == "navPoint")
            if one_line(label) and not (place and level > 1):
                found[name] = Entry(one_line(label), min(max(level, 1), _DEEPEST))
    return found


def _is_contents(one: _Element) -> bool:
    """Tell whether an element is the list of contents and not that of pages or landmarks."""
    kinds = [str(value) for key, value in one.attrib.items() if str(key).endswith("}type")]
    return local(one.tag) == "nav" and (not kinds or "toc" in kinds)


def with_heading(blocks: Sequence[Block], entry: Entry | None) -> list[Block]:
    """Return the blocks of a chapter with its heading: its own, the line that is its name, or that of the contents."""
    if entry is None or not blocks or any(one.kind == "heading" for one in blocks):
        return list(blocks)
    wanted = "".join(entry.label.split())
    for place, one in enumerate(blocks[:_LABELS]):
        if one.kind == "paragraph" and "".join(one.text.split()) == wanted:
            return [*blocks[:place], replace(one, kind="heading", level=entry.level), *blocks[place + 1 :]]
    if _BY_COUNT.fullmatch(entry.label):
        return list(blocks)
    return [Block("heading", entry.label, entry.level), *blocks]
