"""EPUB books: the chapters in the order of the spine, with the titles of the table of contents."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from corpus.importing.archive import Archive, open_archive
from corpus.importing.blocks.assemble import assemble
from corpus.importing.blocks.blocks import Block
from corpus.importing.record import first_of, stated
from corpus.importing.web.blocks import PageBlocks
from corpus.importing.web.epub_contents import contents, with_heading
from corpus.importing.web.tree import page_tree
from corpus.importing.xml_tree import local, parse_xml
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument, Stated
from corpus.text.decode import decode
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml", ""})
_FONTS: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways of disguising fonts, which is no protection of the text."""
_ROLES: Final = {"aut": "author", "edt": "editor", "trl": "translator"}
_ISBN: Final = LazyPattern(r"(?<!\d)97[89][- ]?(?:\d[- ]?){9}\d(?!\d)")
_OF_MAKING: Final = frozenset({"creation", "modification", "conversion", "ops-publication"})
"""What happened to a file, not to the book, on a date of its package."""
_MOMENT: Final = LazyPattern(r"T(?!00:00(?::00)?(?:\D|$))\d\d:\d\d")
"""A time of day other than midnight."""
_LARGEST_BOOK: Final = 64 * 1024 * 1024


def read_epub(data: bytes, _encoding: str = "") -> SourceDocument:
    """Return the text of a book; a chapter that is missing or damaged is left out with a warning.

    Raises ``InputError``: damaged, encrypted (protected against copying), hostile, limit, no_text.
    """
    archive = open_archive(data)
    package = _package_name(archive)
    root = parse_xml(archive.read(package))
    locked = _locked(archive)
    blocks: list[Block] = []
    warnings: list[str] = []
    size = 0
    folder = posixpath.dirname(package)
    called = contents(archive, root, folder)
    for name in _spine(root, folder):
        if name in locked:
            raise InputError("encrypted", path="", detail=name)
        if not archive.has(name):
            warnings.append("missing_part")
            continue
        chapter = archive.read(name)
        size += len(chapter)
        if size > _LARGEST_BOOK:
            raise InputError("limit", path="", detail=size)
        blocks += with_heading([*_chapter(chapter)], called.get(name))
    record = _record(root)
    return assemble(blocks, "epub", record=record, title=first_of(record, "title"), warnings=warnings)


def _package_name(archive: Archive) -> str:
    if not archive.has(_CONTAINER):
        raise InputError("damaged", path="", detail=_CONTAINER)
    for one in parse_xml(archive.read(_CONTAINER)).iter():
        if local(one.tag) == "rootfile":
            name = posixpath.normpath(unquote(one.get("full-path") or ""))
            if archive.has(name):
                return name
    raise InputError("damaged", path="", detail=_CONTAINER)


def _locked(archive: Archive) -> frozenset[str]:
    """Return the names of the parts that are encrypted; disguised fonts do not count."""
    if not archive.has(_ENCRYPTION):
        return frozenset()
    names: set[str] = set()
    for one in parse_xml(archive.read(_ENCRYPTION)).iter():
        if local(one.tag) != "EncryptedData":
            continue
        parts = {local(part.tag): part for part in one.iter()}
        method = parts["EncryptionMethod"].get("Algorithm") or "" if "EncryptionMethod" in parts else ""
        if "CipherReference" in parts and not method.startswith(_FONTS):
            names.add(unquote(parts["CipherReference"].get("URI") or ""))
    return frozenset(names)


def _spine(root: _Element, folder: str) -> Iterator[str]:
    """Yield the names of the chapters in reading order, what stands beside it (notes, answers) behind them.

    What points outside the book is only a missing name; the list of contents EPUB 3 has is no chapter, and none is
    read twice.
    """
    items: dict[str, str] = {}
    for one in root.iter():
        listing = "nav" in (one.get("properties") or "").split()
        if local(one.tag) == "item" and (one.get("media-type") or "") in _PAGES and not listing:
            place = posixpath.join(folder, unquote((one.get("href") or "").partition("#")[0]))
            items[one.get("id") or ""] = posixpath.normpath(place)
    listed = [one for one in root.iter() if local(one.tag) == "itemref" and (one.get("idref") or "") in items]
    ordered = sorted(listed, key=lambda one: one.get("linear") == "no")
    yield from dict.fromkeys(items[one.get("idref") or ""] for one in ordered)


def _chapter(data: bytes) -> Iterator[Block]:
    """Yield the blocks of one chapter."""
    try:
        root = page_tree(decode(data).text)
    except InputError as error:
        if error.kind in {"empty", "no_text"}:
            return
        raise
    body = next((one for one in root.iter("body")), root)
    for drawing in list(body.iter("svg")):
        _write_out(drawing)
    yield from PageBlocks().read(body)


def _write_out(drawing: HtmlElement) -> None:
    """Put the words of a drawing before it: a line of their own, unless it stands within a line of text."""
    words = " ".join(" ".join(one.text_content().split()) for one in drawing.iter("text"))
    above, parent = drawing.getprevious(), drawing.getparent()
    if parent is None or not words.strip():
        return
    before = parent.text if above is None else above.tail
    inline = bool((before or "").strip() or (drawing.tail or "").strip())
    told = parent.makeelement("span" if inline else "p")
    told.text = words
    drawing.addprevious(told)


def _part_of(one: _Element, roles: Mapping[str, str]) -> str:
    """Return the name of an element of the package, of a person what part that person has in the book."""
    name = local(one.tag)
    if name not in ("creator", "contributor"):
        return name
    told = next((value for key, value in one.attrib.items() if str(key).endswith("}role")), "")
    role = str(told) or roles.get(one.get("id") or "", "")
    return _ROLES.get(role, "") if role or name == "contributor" else "author"


def _published(root: _Element) -> str:
    """Return the date the package gives for the book itself, empty where it only tells when the file was made.

    Programs that make a book of a text write the moment they do so as its date, to the second, and as the moment it
    was modified; older packages say of each date what happened on it.
    """
    modified = {
        (one.text or "").strip()[:10] for one in root.iter() if one.get("property") == "dcterms:modified"
    }
    for one in root.iter():
        if local(one.tag) != "date" or not str(one.tag).startswith("{http://purl.org/dc/elements/"):
            continue
        told = (one.text or "").strip()
        event = next((str(value) for key, value in one.attrib.items() if str(key).endswith("event")), "")
        made = event.lower() in _OF_MAKING or (bool(_MOMENT.search(told)) and told[:10] in modified)
        if told and not made:
            return told
    return ""


def _record(root: _Element) -> tuple[Stated, ...]:
    """Return what the package states of the book."""
    found: dict[str, list[str]] = {}
    refined = (one for one in root.iter() if one.get("property") == "role")
    roles = {(one.get("refines") or "").lstrip("#"): (one.text or "").strip() for one in refined}
    for one in root.iter():
        text = (one.text or "").strip()
        if text and str(one.tag).startswith("{http://purl.org/dc/elements/"):
            found.setdefault(_part_of(one, roles), []).append(text)
    isbn = [match[0] for one in found.get("identifier", ()) if (match := _ISBN.search(one))]
    return stated(
        "package",
        title=found.get("title", ())[:1],
        author=found.get("author", ()),
        editor=found.get("editor", ()),
        translator=found.get("translator", ()),
        publisher=found.get("publisher", ())[:1],
        issued=_published(root),
        language=found.get("language", ())[:1],
        ISBN=isbn[:1],
        type=["book"] if isbn else (),
    )
