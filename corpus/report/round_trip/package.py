"""A DOCX as its parts: taken apart, parts changed, put together again with everything else as it was."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from corpus.model.errors import InputError

DOCUMENT: Final = "word/document.xml"
FOOTNOTES: Final = "word/footnotes.xml"
RELATIONS: Final = "word/_rels/document.xml.rels"
W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
_DATASTORE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_TYPES: Final = "[Content_Types].xml"
_PROPERTIES: Final = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LARGEST: Final = 200 * 2**20
_MOST: Final = 5000


def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml writes it."""
    return f"{{{W}}}{name}"


@dataclass(slots=True)
class Package:
    """The parts of a DOCX by name, as bytes, in their order."""

    parts: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes, path: str = "") -> Package:
        """Take a DOCX apart; InputError (damaged, hostile) where it is none, or too much."""
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = archive.infolist()
                if len(entries) > _MOST or sum(one.file_size for one in entries) > _LARGEST:
                    raise InputError("hostile", path=path)
                package = cls({one.filename: archive.read(one) for one in entries if not one.is_dir()})
        except (
            zipfile.BadZipFile,
            RuntimeError,
            EOFError,
            NotImplementedError,
            ValueError,
            OSError,
        ) as error:
            raise InputError("damaged", path=path) from error
        if DOCUMENT not in package.parts:
            raise InputError("damaged", path=path)
        return package

    def tree(self, name: str, path: str = "") -> etree._Element:
        """Return a part as a tree; nothing outside it is ever fetched."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self.parts[name], parser)
        except etree.XMLSyntaxError as error:
            raise InputError("damaged", path=path) from error

    def put(self, name: str, tree: etree._Element) -> None:
        """Put a tree in the place of a part."""
        self.parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def custom(self, root: str) -> tuple[str, etree._Element] | None:
        """Return name and tree of the custom part whose root element is ``root``."""
        for name in self.parts:
            if name.startswith("customXml/") and name.endswith(".xml") and "/_rels/" not in name:
                try:
                    tree = self.tree(name)
                except InputError:
                    continue
                if tree.tag == root:
                    return name, tree
        return None

    def add_custom(self, tree: etree._Element) -> None:
        """Add a custom part with its properties, without which LibreOffice drops it, and tell the document of it."""
        number = next(n for n in range(1, _MOST) if f"customXml/item{n}.xml" not in self.parts)
        name, properties = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
        self.put(name, tree)
        told = etree.Element(f"{{{_DATASTORE}}}datastoreItem", nsmap={"ds": _DATASTORE})
        space = etree.QName(tree).namespace or ""
        told.set(f"{{{_DATASTORE}}}itemID", f"{{{str(uuid5(NAMESPACE_URL, space)).upper()}}}")
        listed = etree.SubElement(told, f"{{{_DATASTORE}}}schemaRefs")
        etree.SubElement(listed, f"{{{_DATASTORE}}}schemaRef").set(f"{{{_DATASTORE}}}uri", space)
        self.put(properties, told)
        own = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
        self._relate(own, f"{_CUSTOM}Props", properties.rpartition("/")[2])
        self.put(f"customXml/_rels/item{number}.xml.rels", own)
        relations = self.tree(RELATIONS)
        self._relate(relations, _CUSTOM, f"../{name}")
        self.put(RELATIONS, relations)
        types = self.tree(_TYPES)
        kind = {"PartName": f"/{properties}", "ContentType": _PROPERTIES}
        etree.SubElement(types, f"{{{etree.QName(types).namespace}}}Override", kind)
        self.put(_TYPES, types)

    def _relate(self, relations: etree._Element, kind: str, target: str) -> None:
        """Add a relation under an id of its own."""
        known = {one.get("Id") for one in relations}
        key = next(f"rIdY{n}" for n in range(1, len(known) + 2) if f"rIdY{n}" not in known)
        etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship", Id=key, Type=kind, Target=target)

    def data(self) -> bytes:
        """Return the parts as one file."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, content)
        return made.getvalue()
