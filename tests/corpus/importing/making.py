"""Small files of foreign formats, made where they are needed."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NCX = "application/x-dtbncx+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of these parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def relations(*targets: tuple[str, str, str]) -> str:
    """Return a part of relations: (id, last word of the type, target)."""
    inside = "".join(
        f'<Relationship Id="{i}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for i, kind, to in targets
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inside}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """Return a DOCX file with this body; ``styles``, ``numbering``, ``footnotes``, ``comments`` are further parts."""
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations(("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(*((name, name, f"{name}.xml") for name in parts)),
    }
    for name, content in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {_W}>{content}</w:{name}>"
    return zipped(files)


def paragraph(text: str, settings: str = "") -> str:
    """Return a paragraph of a DOCX file."""
    return f'<w:p><w:pPr>{settings}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def epub(
    chapters: Mapping[str, str],
    *,
    spine: tuple[str, ...] = (),
    encryption: str = "",
    beside: str = "",
    ncx: str = "",
    date: str = "<dc:date>2021-04-05</dc:date>",
) -> bytes:
    """Return a book with these chapters (name → inside of the body), read in the order of ``spine``.

    ``beside`` is a chapter out of that order, ``ncx`` the inside of the map of its contents, ``date`` what its package
    says of dates; a chapter called ``nav`` is the list of contents EPUB 3 has.
    """
    names = tuple(chapters)
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"'
        f"{' properties=' + chr(34) + 'nav' + chr(34) if name == 'nav' else ''}/>"
        for name in {*names, *spine}
    )
    items += f'<item id="ncx" href="toc.ncx" media-type="{_NCX}"/>' if ncx else ""
    order = "".join(
        f'<itemref idref="{name}"{" linear=" + chr(34) + "no" + chr(34) if name == beside else ""}/>'
        for name in spine or names
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>集市见闻</dc:title><dc:creator>甲一</dc:creator>'
        '<dc:creator id="t">乙二</dc:creator><meta refines="#t" property="role">trl</meta>'
        "<dc:contributor>丙三</dc:contributor><dc:identifier>urn:isbn:9787000012345</dc:identifier>"
        "<dc:publisher>水边书社</dc:publisher>"
        f"{date}</metadata><manifest>{items}</manifest><spine>{order}</spine></package>"
    )
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": (
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="book/p.opf"/></rootfiles></container>'
        ),
        "book/p.opf": package,
    }
    if ncx:
        files["book/toc.ncx"] = (
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{ncx}</navMap></ncx>'
        )
    for name, inside in chapters.items():
        files[f"book/{name}.xhtml"] = f"<html><head><title>页</title></head><body>{inside}</body></html>"
    if encryption:
        files["META-INF/encryption.xml"] = encryption
    return zipped(files)
