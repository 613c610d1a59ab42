"""PDF files of seven kinds as LibreOffice prints them, whose pages, order and printed page numbers are known."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from corpus.report.writers.fonts import find_cjk_font
from tests.benchmarks.typeset_pdfs import Labels, Made, Words, page_count, roman

_NAMES: Final = ("office", "style", "text", "table", "svg", "fo")
_SPACES: Final = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}
_SIZES: Final = {"tall": ("14.8cm", "21cm", "portrait"), "wide": ("21cm", "14.8cm", "landscape")}
Kind = tuple[str, Labels]
"""The body of a file, and what is printed on each of its pages."""


def available() -> bool:
    """Tell whether LibreOffice is there."""
    return shutil.which("soffice") is not None


def _paragraphs(words: Words, count: int, style: str = "Text") -> str:
    return "".join(f'<text:p text:style-name="{style}">{words.paragraph()}</text:p>' for _ in range(count))


def _opening(style: str, sentence: str) -> str:
    """Return a paragraph that begins a page of another style."""
    return f'<text:p text:style-name="{style}">{sentence}</text:p>'


def _counted(first: int) -> Labels:
    return lambda pages: [str(first + number) for number in range(pages)]


def _heads(words: Words, _seed: int) -> Kind:
    return _opening("ToBody", words.paragraph()) + _paragraphs(words, 34), _counted(1)


def _footnotes(words: Words, seed: int) -> Kind:
    parts = [_opening("ToBody", words.paragraph())]
    for number in range(34):
        note = ""
        if number % 3 == 1:
            note = (
                f'<text:note text:id="n{number}" text:note-class="footnote"><text:note-citation>{number}'
                f"</text:note-citation><text:note-body>"
                f"<text:p>参见县志第{number + seed}卷，并见当年的船行底册。</text:p></text:note-body></text:note>"
            )
        parts.append(f'<text:p text:style-name="Text">{words.paragraph()}{note}</text:p>')
    return "".join(parts), _counted(1)


def _columns(words: Words, _seed: int) -> Kind:
    inside = _paragraphs(words, 60)
    opening = _opening("ToBody", words.sentence())
    words.sentences.insert(0, words.sentences.pop())
    return f'{opening}<text:section text:style-name="Two" text:name="two">{inside}</text:section>', _counted(
        1
    )


def _wide(words: Words, seed: int) -> Kind:
    text = _opening("ToBody", words.paragraph()) + _paragraphs(words, 10 + seed)
    text += _opening("ToWide", words.paragraph()) + _paragraphs(words, 5)
    text += _opening("BackToBody", words.paragraph()) + _paragraphs(words, 12)
    return text, _counted(1)


def _front(words: Words, seed: int) -> Kind:
    count = 3 + seed
    text = _opening("ToCover", "往来账目考")
    text += "".join(_opening("ToFront" if n == 0 else "Break", words.paragraph()) for n in range(count))
    text += _opening("ToBody", words.paragraph()) + _paragraphs(words, 28)

    def labels(pages: int) -> Sequence[str | None]:
        return [None, *(roman(n + 1) for n in range(count)), *(str(n + 1) for n in range(pages - 1 - count))]

    return text, labels


def _tables(words: Words, seed: int) -> Kind:
    draw = random.Random(seed)  # noqa: S311 - no secret
    parts = [_opening("ToBody", words.paragraph())]
    for number in range(16):
        parts.append(_paragraphs(words, 2))
        if number % 3 == 0:
            rows = [("年份", "粮食万石", "布匹", "比重")]
            rows += [
                (f"{2001 + row}年", f"{draw.randint(100, 99999) / 10}", f"{draw.randint(10, 999)}",
                 f"{draw.randint(1, 99)}%")
                for row in range(7)
            ]  # fmt: skip
            parts.append(f'<table:table table:name="t{number}"><table:table-column '
                         f'table:number-columns-repeated="4"/>{"".join(map(_row, rows))}</table:table>')  # fmt: skip
    return "".join(parts), _counted(1)


def _row(cells: Iterable[str]) -> str:
    inside = "".join(
        f'<table:table-cell table:style-name="Cell"><text:p>{one}</text:p></table:table-cell>'
        for one in cells
    )
    return f"<table:table-row>{inside}</table:table-row>"


def _outline(words: Words, seed: int) -> Kind:
    first = 45 + 10 * seed
    parts = []
    for number in range(1, 8):
        style = "HeadTo" if number == 1 else "Head"
        parts.append(
            f'<text:h text:style-name="{style}" text:outline-level="1">第{number}节 渡口与市镇{number}</text:h>'
        )
        parts.append(_paragraphs(words, 5))
    return "".join(parts).replace('"HeadTo"', f'"HeadTo{first}"'), _counted(first)


KINDS: Final[dict[str, Callable[[Words, int], Kind]]] = {
    "office-heads": _heads, "office-footnotes": _footnotes, "office-columns": _columns, "office-wide": _wide,
    "office-front": _front, "office-tables": _tables, "office-outline": _outline,
}  # fmt: skip


def made_by_office(kinds: Sequence[str], seeds: int) -> list[Made]:
    """Return the PDFs of some kinds, printed in one run of LibreOffice."""
    found: list[tuple[str, Words, Labels]] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for kind in kinds:
            for seed in range(seeds):
                words = Words(seed * 89 + 7)
                body, labels = KINDS[kind](words, seed)
                name = f"{kind}-{seed}"
                (place / f"{name}.fodt").write_text(_document(body), encoding="utf-8")
                found.append((name, words, labels))
        tool = shutil.which("soffice") or "soffice"
        subprocess.run(
            [tool, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
             "--outdir", folder, *(f"{folder}/{name}.fodt" for name, _words, _labels in found)],
            check=True, capture_output=True,
        )  # fmt: skip
        made = []
        for name, words, labels in found:
            data = (place / f"{name}.pdf").read_bytes()
            made.append(Made(name, data, tuple(words.sentences), tuple(labels(page_count(data)))))
    return made


def _document(body: str) -> str:
    spaces = " ".join(f'xmlns:{name}="{_SPACES[name]}"' for name in _NAMES)
    family = escape(find_cjk_font().serif, {'"': "&quot;"})
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f'<office:font-face-decls><style:font-face style:name="S" svg:font-family="\'{family}\'"/>'
        "</office:font-face-decls>"
        '<office:styles><style:default-style style:family="paragraph"><style:text-properties '
        'style:font-name="S" style:font-name-asian="S" fo:font-size="10pt" style:font-size-asian="10pt" '
        'fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/>'
        "</style:default-style></office:styles>"
        f"<office:automatic-styles>{_page_layouts()}{_paragraph_styles()}</office:automatic-styles>"
        f"<office:master-styles>{_masters()}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _page_layouts() -> str:
    head = "<style:header-style/><style:footer-style/>"
    return "".join(
        f'<style:page-layout style:name="{name}-{form}"><style:page-layout-properties '
        f'fo:page-width="{width}" fo:page-height="{height}" style:print-orientation="{way}" '
        f'style:num-format="{form}" fo:margin="1.6cm"/>{head}</style:page-layout>'
        for name, (width, height, way) in _SIZES.items()
        for form in ("1", "i")
    )


def _paragraph_styles() -> str:
    def style(name: str, more: str = "", master: str = "") -> str:
        where = f' style:master-page-name="{master}"' if master else ""
        return (
            f'<style:style style:name="{name}" style:family="paragraph"{where}><style:paragraph-properties '
            f'fo:text-align="justify" fo:text-indent="0.7cm"{more}/></style:style>'
        )

    numbered = ' style:page-number="{}"'
    heads = "".join(style(f"HeadTo{first}", numbered.format(first), "Body") for first in (45, 55, 65, 75))
    return (
        style("Text") + style("Break", ' fo:break-before="page"') + style("Head") + heads
        + style("ToBody", numbered.format(1), "Body") + style("BackToBody", "", "Body")
        + style("ToWide", "", "Wide") + style("ToFront", numbered.format(1), "Front") + style("ToCover", "", "Cover")
        + '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>'
        '<style:style style:name="Two" style:family="section"><style:section-properties><style:columns '
        'fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>'
    )  # fmt: skip


def _masters() -> str:
    head = "<style:header><text:p>水边商会旧事　往来账目考</text:p></style:header>"
    foot = '<style:footer><text:p><text:page-number text:select-page="current"/></text:p></style:footer>'
    layouts = {"Body": "tall-1", "Wide": "wide-1", "Front": "tall-i"}
    made = [('<style:master-page style:name="Standard" style:page-layout-name="tall-1"/>'
            '<style:master-page style:name="Cover" style:page-layout-name="tall-1"/>')]  # fmt: skip
    for name, layout in layouts.items():
        made.append(
            f'<style:master-page style:name="{name}" style:page-layout-name="{layout}">{head}{foot}</style:master-page>'
        )
    return "".join(made)
