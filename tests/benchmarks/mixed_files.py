"""A folder of files of twelve kinds in turn, each with a generated text of its own."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from io import BytesIO, StringIO
from itertools import cycle
from pathlib import Path
from types import MappingProxyType
from typing import Final

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.benchmarks.generated import Generated
from tests.benchmarks.typeset_pdfs import plain
from tests.corpus.importing.making import docx, epub, paragraph, relations, zipped

_OPEN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SLIDES: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_mixed(folder: Path, ones: Iterable[Generated]) -> list[Path]:
    """Write each text into a file of its own, the kinds in turn, and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for one, (suffix, make) in zip(ones, cycle(_KINDS.items()), strict=False):
        lines = [line for line in one.text.split("\n") if line.strip()]
        path = folder / f"{one.number:07}{suffix}"
        path.write_bytes(make(lines))
        paths.append(path)
    return paths


def _markdown(lines: Sequence[str]) -> bytes:
    return "\n\n".join((f"# {lines[0]}", *lines[1:])).encode()


def _html(lines: Sequence[str]) -> bytes:
    body = "".join(f"<p>{escape(line)}</p>" for line in lines[1:])
    head = escape(lines[0])
    return f"<html><head><title>{head}</title></head><body><article><h1>{head}</h1>{body}</article></body>".encode()


def _docx(lines: Sequence[str]) -> bytes:
    return docx("".join(paragraph(escape(line)) for line in lines))


def _odt(lines: Sequence[str]) -> bytes:
    names = f'xmlns:office="{_OPEN}office:1.0" xmlns:text="{_OPEN}text:1.0" xmlns:style="{_OPEN}style:1.0"'
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}>{inside}</office:document-content>",
            "styles.xml": f"<office:document-styles {names}><office:styles/></office:document-styles>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def _rtf(lines: Sequence[str]) -> bytes:
    def written(line: str) -> str:
        return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in line)

    return ("{\\rtf1\\ansi " + "".join(f"{written(line)}\\par\n" for line in lines) + "}").encode()


def _pptx(lines: Sequence[str]) -> bytes:
    numbers = range(1, len(lines) + 1)
    spaces = f'xmlns:p="{_SLIDES}" xmlns:a="{_DRAWING}" xmlns:r="{_RELATED}"'
    order = "".join(f'<p:sldId id="{255 + number}" r:id="s{number}"/>' for number in numbers)
    slides = {
        f"ppt/slides/slide{number}.xml": (
            f"<p:sld {spaces}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:txBody><a:p><a:r>"
            f"<a:t>{escape(line)}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sld>"
        )
        for number, line in zip(numbers, lines, strict=True)
    }
    return zipped(
        {
            "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>{order}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(
                *((f"s{number}", "slide", f"slides/slide{number}.xml") for number in numbers)
            ),
            **slides,
        }
    )


def _rows(lines: Sequence[str]) -> list[list[str]]:
    return [["序号", "内容"], *([str(number), line] for number, line in enumerate(lines, start=1))]


def _xlsx(lines: Sequence[str]) -> bytes:
    book, stream = openpyxl.Workbook(), BytesIO()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in _rows(lines):
        sheet.append(row)
    book.save(stream)
    return stream.getvalue()


def _csv(lines: Sequence[str]) -> bytes:
    stream = StringIO()
    csv.writer(stream).writerows(_rows(lines))
    return stream.getvalue().encode()


def _epub(lines: Sequence[str]) -> bytes:
    return epub(
        {"a": f"<h1>{escape(lines[0])}</h1>" + "".join(f"<p>{escape(line)}</p>" for line in lines[1:])}
    )


def _srt(lines: Sequence[str]) -> bytes:
    cues = (
        f"{number}\n00:{number // 60:02}:{number % 60:02},000 --> 00:{number // 60:02}:{number % 60:02},900\n{line}\n"
        for number, line in enumerate(lines, start=1)
    )
    return "\n".join(cues).encode()


def _text(lines: Sequence[str]) -> bytes:
    return "\n".join(lines).encode()


_KINDS: Final[Mapping[str, Callable[[Sequence[str]], bytes]]] = MappingProxyType(
    {".html": _html, ".docx": _docx, ".odt": _odt, ".rtf": _rtf, ".pptx": _pptx, ".xlsx": _xlsx, ".csv": _csv,
     ".epub": _epub, ".pdf": plain, ".srt": _srt, ".md": _markdown, ".txt": _text}
)  # fmt: skip
