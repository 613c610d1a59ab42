"""The style sheet of DOCX exports, made from readable XML: Chinese fonts, headings, marks, page numbers."""

from __future__ import annotations

import io
import zipfile
from importlib import resources
from string import Template
from typing import Final

from corpus.report.html_styles import style_name
from corpus.report.palette import colour, mark_colours

_PARTS: Final = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_relations.xml",
    "word/_rels/document.xml.rels": "document_relations.xml",
    "word/document.xml": "document.xml",
    "word/footer1.xml": "footer.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}


def reference_docx() -> bytes:
    """Return a document without text whose styles, page and footer pandoc takes over."""
    made = io.BytesIO()
    folder = resources.files("resources").joinpath("export/docx")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for part, name in _PARTS.items():
            text = folder.joinpath(name).read_text(encoding="utf-8")
            package.writestr(zipfile.ZipInfo(part), _filled(text) if name == "styles.xml" else text)
    return made.getvalue()


def _filled(styles: str) -> str:
    """Put the colours of the theme and a style for each colour of marks into the style sheet."""
    names = ("ink", "second", "line", "line_strong", "window", "cinnabar", "indigo")
    values = {name: colour(name).lstrip("#") for name in names}
    quotes = "".join(_quote_style(name, value.lstrip("#")) for name, value in mark_colours().items())
    return Template(styles).substitute(values, quotes=quotes)


def _quote_style(name: str, value: str) -> str:
    """Return the style of quotations marked in one colour: a bar at their left."""
    identity = style_name("quote", name).replace(" ", "")
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{identity}">'
        f'<w:name w:val="{style_name("quote", name)}"/><w:basedOn w:val="YindeQuote"/><w:pPr><w:pBdr>'
        f'<w:left w:val="single" w:sz="24" w:space="10" w:color="{value}"/></w:pBdr></w:pPr></w:style>'
    )
