"""What DOCX, PPTX and XLSX share: parts that point to each other, and the properties of the file."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.importing.archive import Archive, open_archive
from corpus.importing.record import stated
from corpus.importing.xml_tree import local, parse_xml
from corpus.model.errors import InputError
from corpus.model.source import Stated

if TYPE_CHECKING:
    from lxml.etree import _Element

_CORE: Final = "docProps/core.xml"
_RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Relation:
    """One part pointing to another: ``kind`` is the last word of its type, ``target`` the other's name."""

    kind: str
    target: str


def open_office(data: bytes) -> tuple[Archive, str]:
    """Return a file's parts and the name of the one everything begins with.

    Raises ``InputError``: damaged, encrypted, hostile, unsupported.
    """
    archive = open_archive(data)
    main = next((one.target for one in relations(archive, "").values() if one.kind == "officeDocument"), "")
    if not main or not archive.has(main):
        raise InputError("damaged", path="")
    return archive, main


def relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Return the relations of a part by id (``""``: those of the whole file); what lies outside is left out."""
    folder, name = posixpath.split(part)
    place = posixpath.join(folder, "_rels", f"{name}.rels")
    if not archive.has(place):
        return {}
    found: dict[str, Relation] = {}
    for one in parse_xml(archive.read(place)):
        if one.get("TargetMode") == "External":
            continue
        target = one.get("Target") or ""
        whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        kind = (one.get("Type") or "").rpartition("/")[2]
        found[one.get("Id") or ""] = Relation(kind, posixpath.normpath(whole))
    return found


def related(archive: Archive, part: str, kind: str) -> _Element | None:
    """Return the root of the part of this kind that ``part`` points to, if there is one."""
    for one in relations(archive, part).values():
        if one.kind == kind and archive.has(one.target):
            return parse_xml(archive.read(one.target))
    return None


def value(element: _Element, name: str = "val") -> str:
    """Return an attribute by its name without the namespace, empty where it is not there."""
    return next((str(text) for key, text in element.attrib.items() if local(key) == name), "")


def relation_id(element: _Element) -> str:
    """Return the id of the relation an element speaks of."""
    return element.get(_RELATION_ID) or ""


def child(element: _Element, *path: str) -> _Element | None:
    """Return the first descendant along a path of names without namespaces."""
    here: _Element | None = element
    for name in path:
        here = next((one for one in here if local(one.tag) == name), None) if here is not None else None
    return here


def children(element: _Element, name: str) -> Iterator[_Element]:
    """Yield the children of one name."""
    return (one for one in element if local(one.tag) == name)


def properties(archive: Archive) -> tuple[Stated, ...]:
    """Return what the properties of an office file state; when it was made is no date of what it says."""
    if not archive.has(_CORE):
        return ()
    try:
        root = parse_xml(archive.read(_CORE))
    except InputError:
        return ()
    found = {local(one.tag): (one.text or "").strip() for one in root}
    return stated(
        "properties",
        title=found.get("title", ""),
        author=found.get("creator", "").split(";"),
        language=found.get("language", ""),
        keyword=found.get("keywords", ""),
    )
