"""Style sheets of DOCX and ODT exports, made from readable XML: Chinese fonts, headings, marks, page numbers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Final

from corpus.report.html.styles import style_name
from corpus.report.marking import mark_style
from corpus.report.palette import coloured, mark_colours

_TINT: Final = 0.4
"""How strong the colour of a mark is below letters."""
_DOCX: Final = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/document.xml": "document.xml",
    "word/footer1.xml": "footer.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
_ODT: Final = {
    "content.xml": "content.xml",
    "styles.xml": "styles.xml",
    "meta.xml": "meta.xml",
    "META-INF/manifest.xml": "manifest.xml",
}


def reference_docx() -> bytes:
    """Return a Word document without text whose styles, page and footer pandoc takes over."""
    return _package("docx", _DOCX, _docx_quote)


def reference_odt() -> bytes:
    """Return an OpenDocument text without text whose styles, page and footer pandoc takes over."""
    return _package("odt", _ODT, _odt_quote, mimetype="application/vnd.oasis.opendocument.text")


def _package(
    kind: str, parts: Mapping[str, str], quote: Callable[[str, str], str], *, mimetype: str = ""
) -> bytes:
    """Return the parts of one kind of document as a package."""
    made = io.BytesIO()
    folder = resources.files("resources").joinpath(f"export/{kind}")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        if mimetype:
            package.writestr(zipfile.ZipInfo("mimetype"), mimetype)
        for part, name in parts.items():
            text = folder.joinpath(name).read_text(encoding="utf-8")
            package.writestr(zipfile.ZipInfo(part), _filled(text, quote) if name == "styles.xml" else text)
    return made.getvalue()


def _filled(styles: str, quote: Callable[[str, str], str]) -> str:
    """Put the colours of the theme and a style for each colour of marks into a style sheet."""
    quotes = "".join(quote(name, value.lstrip("#")) for name, value in mark_colours().items())
    return coloured(styles, bare=True, quotes=quotes)


def _docx_quote(name: str, value: str) -> str:
    """Return the Word style of quotations marked in one colour: a bar at their left."""
    identity = style_name("quote", name).replace(" ", "")
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}">'
        f'<w:name w:val="{style_name("quote", name)}"/><w:basedOn w:val="YindeQuote"/><w:pPr><w:pBdr>'
        f'<w:left w:val="single" w:sz="24" w:space="10" w:color="{value}"/></w:pBdr></w:pPr></w:style>'
        + _docx_mark(f"mark {name}", f'<w:shd w:val="clear" w:color="auto" w:fill="{_pale(value)}"/>')
        + _docx_mark(f"underlined {name}", f'<w:u w:val="single" w:color="{value}"/>')
    )


def _docx_mark(look: str, form: str) -> str:
    """Return the Word style of marks in running text."""
    name = mark_style(look)
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:rPr>{form}</w:rPr></w:style>'
    )


def _pale(value: str) -> str:
    """Return a colour as the ground of letters."""
    parts = (int(value[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 - (255 - part) * _TINT):02X}" for part in parts)


def _odt_quote(name: str, value: str) -> str:
    """Return the OpenDocument style of quotations marked in one colour."""
    return (
        f'<style:style style:name="{style_name("quote", name)}" style:family="paragraph" '
        f'style:parent-style-name="{style_name("quote")}"><style:paragraph-properties '
        f'fo:border-left="3pt solid #{value}" fo:padding-left="0.3cm"/></style:style>'
        f'<style:style style:name="{mark_style(f"mark {name}")}" style:family="text"><style:text-properties '
        f'fo:background-color="#{_pale(value)}"/></style:style>'
        f'<style:style style:name="{mark_style(f"underlined {name}")}" style:family="text"><style:text-properties '
        f'style:text-underline-style="solid" style:text-underline-color="#{value}"/></style:style>'
    )
