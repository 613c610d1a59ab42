"""Pictures of a report: as large as they are, never cut by a page; a damaged one keeps nothing back."""

from __future__ import annotations

import base64
import re
import struct
import zipfile
import zlib
from pathlib import Path

import pypandoc
import pypdfium2
import pytest
from pypdfium2 import raw

from corpus.report.model import ChartItem, Report, ReportSection, TextItem
from corpus.report.picture_widths import width_share
from corpus.report.writers.markdown import to_markdown
from corpus.report.writers.table import write

EMU = 12_700
"""Units of a Word document a point has."""
PAGE = 560
TEXT = 440


def png(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = (b"\0" + b"\x60\x80\xa0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def picture(width: int, height: int, caption: str = "照片", data: bytes = b"") -> ChartItem:
    data = data or png(width, height)
    told = base64.b64encode(data).decode()
    size = f'width="{width}" height="{height}"'
    frame = f'<image {size} xlink:href="data:image/png;base64,{told}"/>'
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return ChartItem(f'<svg {names} {size} viewBox="0 0 {width} {height}">{frame}</svg>', caption, data)


def report(*items: ChartItem) -> Report:
    return Report("题", (ReportSection("一", 1, (TextItem("前"), *items, TextItem("后"))),), captions=True)


@pytest.mark.parametrize(
    ("size", "share"), [((300, 160), 51), ((1080, 2400), 57), ((2000, 400), 100), ((60, 3000), 2)]
)
def test_that_a_picture_is_as_wide_as_it_is_and_fits_its_page(size: tuple[int, int], share: int) -> None:
    assert width_share(picture(*size).svg) == share
    assert width_share("<svg></svg>") == 100


@pytest.mark.parametrize("size", [(300, 160), (1080, 2400), (2000, 400), (400, 1600)])
def test_that_no_page_of_any_format_cuts_a_picture(size: tuple[int, int], tmp_path: Path) -> None:
    one = report(picture(*size))
    shape = size[1] / size[0]
    write(one, tmp_path / "a.docx", "docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        told = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', package.read("word/document.xml").decode())
    assert told is not None
    width, height = (int(part) / EMU for part in told.groups())
    assert (width <= TEXT, height <= PAGE + 1) == (True, True)
    assert height / width == pytest.approx(shape, rel=0.02)
    write(one, tmp_path / "a.pdf", "pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        boxes = [
            shown.get_bounds()
            for page in document
            for shown in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        ]
    assert len(boxes) == 1
    left, bottom, right, top = boxes[0]
    assert (top - bottom) / (right - left) == pytest.approx(shape, rel=0.02)
    assert top - bottom <= PAGE + 30


def test_that_a_damaged_picture_keeps_no_document_back(tmp_path: Path) -> None:
    broken = png(30, 20)[:-30]
    made = report(picture(30, 20, "坏图", broken), picture(30, 20, "好图"))
    write(made, tmp_path / "a.pdf", "pdf")
    with pypdfium2.PdfDocument(tmp_path / "a.pdf") as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        images = [one for page in document for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])]
    assert [word in text for word in ("前", "坏图", "好图", "后")] == [True] * 4
    assert len(images) == 1


def test_that_pictures_are_shown_by_readers_of_markdown_and_one_without_a_caption_leaves_no_signs() -> None:
    told = to_markdown(report(picture(3, 2, "一*张"), picture(3, 2, "")))
    page = pypandoc.convert_text(told, "html", format="commonmark", extra_args=["--wrap=none"])
    assert len(re.findall(r'<img src="data:image/png;base64,[^"]+"', page)) == 2
    assert "[drawing" not in page
    assert "**" not in page
    assert [page.index(one) for one in ("前", "一*张", "后")] == sorted(
        page.index(one) for one in ("前", "一*张", "后")
    )
