"""The pictures of a DOCX file, in the order of its text."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.importing.archive import Archive
from corpus.importing.office.ooxml import child, open_office, relations
from corpus.importing.pictures.stream import FilePicture, with_surroundings
from corpus.importing.xml_tree import local, parse_xml
from corpus.model.errors import InputError


def docx_pictures(data: bytes) -> tuple[FilePicture, ...]:
    """Return the pictures a DOCX file holds; those it only points to are left out.

    Raises ``InputError`` as the reader of DOCX does.
    """
    archive, main = open_office(data)
    return with_surroundings(_stream(archive, main))


def _stream(archive: Archive, main: str) -> Iterator[str | bytes]:
    parts = {key: one.target for key, one in relations(archive, main).items() if one.kind == "image"}
    body = child(parse_xml(archive.read(main)), "body")
    last = ""
    for one in body.iter() if body is not None else ():
        name = local(one.tag)
        if name == "t" and one.text:
            last = ""
            yield one.text
        elif name in {"blip", "imagedata"}:
            told = (str(text) for key, text in one.attrib.items() if local(key) in {"embed", "id"})
            target = next((parts[key] for key in told if key in parts), "")
            # What is written in two forms, the newer and the older one, stands there twice.
            if target and target != last and archive.has(target):
                last = target
                yield _bytes_of(archive, target)


def _bytes_of(archive: Archive, name: str) -> bytes:
    try:
        return archive.read(name)
    except InputError:
        return b""
